/* Calls the C interface wrongly in every way that a caller can. Each call is refused, or does as the header says. */
#include <stdio.h>
#include <string.h>

#include <ibtikar/ibtikar.h>

static int failures = 0;

#define EXPECT(holds)                                                  \
  do {                                                                 \
    if (!(holds)) {                                                    \
      fprintf(stderr, "misuse.c:%d: not so: %s\n", __LINE__, #holds); \
      ++failures;                                                      \
    }                                                                  \
  } while (0)

/* Whether `text` has `part`; the text is freed. */
static int says(char* text, const char* part) {
  const int found = text != NULL && strstr(text, part) != NULL;
  if (!found) fprintf(stderr, "\"%s\" is not in: %s\n", part, text == NULL ? "nothing" : text);
  ibtikar_free(text);
  return found;
}

int main(void) {
  ibtikar_options options = IBTIKAR_OPTIONS_INIT;
  ibtikar_rubric* rubric = (ibtikar_rubric*)&options;
  char* text = NULL;
  const char* extended =
      "{\"format\": \"ibtikar-rubric/1\", \"extends\": \"social-innovation-quick\", \"id\": \"mine\","
      " \"version\": \"1.0.0\"}";
  const char* strange = "{\"format\": \"ibtikar-rubric/1\", \"extends\": \"/etc/passwd\", \"id\": \"mine\"}";
  const char* empty = "{\"format\": \"ibtikar-proposal/1\", \"title\": \"T\", \"answers\": {}}";

  EXPECT(ibtikar_abi_version() == IBTIKAR_ABI_VERSION);
  EXPECT(strlen(ibtikar_version()) >= 5);
  EXPECT(strcmp(ibtikar_status_name(IBTIKAR_BAD_ARGUMENT), "bad-argument") == 0);
  EXPECT(strcmp(ibtikar_status_name((ibtikar_status)77), "unknown") == 0);

  ibtikar_free(NULL);
  ibtikar_rubric_free(NULL);

  /* Nulls. */
  EXPECT(ibtikar_score(NULL, NULL, 0, NULL, &text) == IBTIKAR_BAD_ARGUMENT && says(text, "text is a null pointer"));
  EXPECT(ibtikar_score(NULL, empty, strlen(empty), NULL, NULL) == IBTIKAR_BAD_ARGUMENT);
  EXPECT(ibtikar_rubric_parse(NULL, 3, NULL, &rubric, &text) == IBTIKAR_BAD_ARGUMENT && rubric == NULL);
  EXPECT(says(text, "\"usage\""));
  EXPECT(ibtikar_rubric_parse("{}", 2, NULL, NULL, &text) == IBTIKAR_BAD_ARGUMENT && says(text, "rubric is a null"));
  EXPECT(ibtikar_rubric_builtin(NULL, NULL, &rubric, NULL) == IBTIKAR_BAD_ARGUMENT && rubric == NULL);

  /* Options of another version. */
  options.size = sizeof options + sizeof(int);
  EXPECT(ibtikar_score(NULL, empty, strlen(empty), &options, &text) == IBTIKAR_BAD_ARGUMENT && says(text, ".size"));
  options.size = 0;
  EXPECT(ibtikar_score(NULL, empty, strlen(empty), &options, &text) == IBTIKAR_BAD_ARGUMENT && says(text, ".size"));
  options.size = sizeof options;

  /* Rubrics that are not there. */
  EXPECT(ibtikar_rubric_builtin("socal-innovation", NULL, &rubric, &text) == IBTIKAR_BAD_ARGUMENT && rubric == NULL);
  EXPECT(says(text, "social-innovation-quick"));
  EXPECT(ibtikar_rubric_builtin("../rubrics/social-innovation", NULL, &rubric, &text) == IBTIKAR_BAD_ARGUMENT);
  ibtikar_free(text);
  EXPECT(ibtikar_rubric_parse(strange, strlen(strange), NULL, &rubric, &text) == IBTIKAR_INVALID && rubric == NULL);
  EXPECT(says(text, "no built-in rubric \\\"/etc/passwd\\\""));

  /* Texts that are none. */
  EXPECT(ibtikar_score(NULL, "", 0, NULL, &text) == IBTIKAR_INVALID && says(text, "ibtikar-faults/1"));
  EXPECT(ibtikar_score(NULL, "{\0}", 3, NULL, &text) == IBTIKAR_INVALID && says(text, "\"line\":1,\"column\":2"));
  options.language = "ar";
  EXPECT(ibtikar_score(NULL, "{", 1, &options, &text) == IBTIKAR_INVALID && says(text, "\"code\":\"bad-json\""));
  options.language = "no-such-language";
  EXPECT(ibtikar_score(NULL, "[]", 2, &options, &text) == IBTIKAR_INVALID && says(text, "expected"));

  /* Only `length` bytes are read: what stands behind them is not. */
  EXPECT(ibtikar_score(NULL, "{}garbage", 2, NULL, &text) == IBTIKAR_INVALID && says(text, "format"));

  /* And what is right. */
  EXPECT(ibtikar_rubric_parse(extended, strlen(extended), NULL, &rubric, &text) == IBTIKAR_OK && rubric != NULL);
  ibtikar_free(text);
  EXPECT(ibtikar_score(rubric, empty, strlen(empty), NULL, &text) == IBTIKAR_OK && says(text, "\"id\":\"mine\""));
  EXPECT(ibtikar_score(NULL, empty, strlen(empty), NULL, &text) == IBTIKAR_OK && says(text, "social-innovation"));
  ibtikar_rubric_free(rubric);
  return failures == 0 ? 0 : 1;
}
