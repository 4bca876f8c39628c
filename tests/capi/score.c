/* Scores a file through the C interface, as `ibtikar score` does: c_interface_test.sh compares what comes out.

     score [json|ndjson] RUBRIC FILE ID      RUBRIC: "-" for the one that the proposal names, @FILE, or an id

   The assessment goes to standard output, faults to standard error, and the status is that of the call. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ibtikar/ibtikar.h>

static char* read_file(const char* name, size_t* size) {
  FILE* file = fopen(name, "rb");
  char* bytes = NULL;
  size_t room = 0;
  size_t got = 0;
  *size = 0;
  if (file == NULL) exit(20);
  do {
    room += 65536;
    bytes = realloc(bytes, room);
    if (bytes == NULL) exit(21);
    got = fread(bytes + *size, 1, room - *size, file);
    *size += got;
  } while (got > 0);
  fclose(file);
  return bytes;
}

int main(int argc, char** argv) {
  ibtikar_options options = IBTIKAR_OPTIONS_INIT;
  ibtikar_rubric* rubric = NULL;
  char* result = NULL;
  char* text = NULL;
  size_t size = 0;
  ibtikar_status status = IBTIKAR_OK;
  if (argc != 5) return 22;
  options.faults_as_text = 1;
  options.indented = strcmp(argv[1], "json") == 0;
  if (argv[2][0] == '@') {
    options.name = argv[2] + 1;
    text = read_file(options.name, &size);
    status = ibtikar_rubric_parse(text, size, &options, &rubric, &result);
    free(text);
  } else if (strcmp(argv[2], "-") != 0) {
    status = ibtikar_rubric_builtin(argv[2], &options, &rubric, &result);
  }
  if (status == IBTIKAR_OK) {
    ibtikar_free(result);
    options.name = argv[3];
    options.id = argv[4];
    text = read_file(options.name, &size);
    status = ibtikar_score(rubric, text, size, &options, &result);
    free(text);
  }
  if (status == IBTIKAR_OK)
    puts(result);
  else if (result != NULL)
    fputs(result, stderr);
  ibtikar_free(result);
  ibtikar_rubric_free(rubric);
  return (int)status;
}
