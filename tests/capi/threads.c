/* Eight threads score a hundred proposals each, by one rubric that they share and by none, and get the bytes that
   `ibtikar score` printed: threads FILE EXPECTED [FILE EXPECTED]... */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ibtikar/ibtikar.h>

enum { kThreads = 8, kProposals = 100, kMostBytes = 4 << 20 };

struct text {
  char* bytes;
  size_t size;
};

struct work {
  const ibtikar_rubric* rubric;
  const struct text* proposals;
  const struct text* expected;
  size_t count;
  size_t first;
  size_t scored;
};

static struct text read_text(const char* name) {
  struct text text;
  FILE* file = fopen(name, "rb");
  text.bytes = malloc(kMostBytes);
  if (file == NULL || text.bytes == NULL) exit(20);
  text.size = fread(text.bytes, 1, kMostBytes, file);
  fclose(file);
  return text;
}

static void* score_some(void* given) {
  struct work* work = given;
  ibtikar_options options = IBTIKAR_OPTIONS_INIT;
  size_t i = 0;
  options.indented = 1;
  for (i = 0; i < kProposals; ++i) {
    const size_t at = (work->first + i) % work->count;
    const struct text* proposal = &work->proposals[at];
    const struct text* expected = &work->expected[at];
    char* result = NULL;
    /* Every other one by the rubric that the proposal names. */
    const ibtikar_rubric* rubric = i % 2 == 0 ? work->rubric : NULL;
    if (ibtikar_score(rubric, proposal->bytes, proposal->size, &options, &result) == IBTIKAR_OK &&
        strlen(result) + 1 == expected->size && memcmp(result, expected->bytes, expected->size - 1) == 0)
      ++work->scored;
    ibtikar_free(result);
  }
  return NULL;
}

int main(int argc, char** argv) {
  const size_t count = (size_t)(argc - 1) / 2;
  struct text* texts = calloc(2 * count + 1, sizeof *texts);
  pthread_t threads[kThreads];
  struct work work[kThreads];
  ibtikar_rubric* rubric = NULL;
  size_t scored = 0;
  size_t i = 0;
  if (texts == NULL || count == 0) return 21;
  for (i = 0; i < count; ++i) {
    texts[i] = read_text(argv[1 + 2 * i]);
    texts[count + i] = read_text(argv[2 + 2 * i]);
  }
  if (ibtikar_rubric_builtin("social-innovation", NULL, &rubric, NULL) != IBTIKAR_OK) return 22;
  for (i = 0; i < kThreads; ++i) {
    work[i].rubric = rubric;
    work[i].proposals = texts;
    work[i].expected = texts + count;
    work[i].count = count;
    work[i].first = i;
    work[i].scored = 0;
    if (pthread_create(&threads[i], NULL, score_some, &work[i]) != 0) return 23;
  }
  for (i = 0; i < kThreads; ++i) {
    pthread_join(threads[i], NULL);
    scored += work[i].scored;
  }
  ibtikar_rubric_free(rubric);
  for (i = 0; i < 2 * count; ++i) free(texts[i].bytes);
  free(texts);
  printf("%lu of %d\n", (unsigned long)scored, kThreads * kProposals);
  return scored == kThreads * kProposals ? 0 : 1;
}
