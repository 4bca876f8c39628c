// The C interface: a rubric and a proposal as text in, the assessment as JSON out.
//
//   ibtikar_options options = IBTIKAR_OPTIONS_INIT;
//   char* json = NULL;
//   if (ibtikar_score(NULL, text, strlen(text), &options, &json) == IBTIKAR_OK) puts(json);
//   else fputs(json, stderr);     /* the faults, with their places */
//   ibtikar_free(json);
//
// This header is C99 and C++. It is the interface of the shared library libibtikar; link with
// `pkg-config --cflags --libs ibtikar-c`.
//
// Texts are UTF-8. Those that come in are borrowed for the time of the call, and need no zero at their end
// where a length says where they end. Texts that come out end with a zero and belong to the caller, who gives
// them back to ibtikar_free().
//
// Threads: every function may be called from any number of threads at once. A rubric does not change after it
// was made, so threads may share one; whoever frees it makes sure that no call still uses it. Nothing is
// printed, no file is read, no locale or signal is touched, and no exception leaves the library.
//
// Versions: functions are only added while IBTIKAR_ABI_VERSION stays the same, and the library is then called
// libibtikar.so.IBTIKAR_ABI_VERSION. Members are only added at the end of ibtikar_options, whose first member
// says how long the caller knows it.
#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The version of this interface. ibtikar_abi_version() tells that of the library that is loaded.
#define IBTIKAR_ABI_VERSION 1

/// What became of a call.
typedef enum ibtikar_status {
  IBTIKAR_OK = 0,
  IBTIKAR_INVALID = 1,       ///< a text has faults; the result lists them
  IBTIKAR_BAD_ARGUMENT = 2,  ///< the call itself is wrong: a null, an unknown size, an unknown rubric
  IBTIKAR_NO_MEMORY = 3,
  IBTIKAR_DEFECT = 4  ///< a defect of the library
} ibtikar_status;

/// A checked rubric, ready for scoring.
typedef struct ibtikar_rubric ibtikar_rubric;

/// How to read and what to write. Begin with IBTIKAR_OPTIONS_INIT; a null pointer to options means the same.
typedef struct ibtikar_options {
  size_t size;       ///< sizeof(ibtikar_options) where the caller was compiled
  const char* name;  ///< what messages call the text, e.g. its file; null: "<text>"
  const char* id;  ///< of a proposal that has none, e.g. the name of its file without its ending; null: none
  const char* language;  ///< of messages, as BCP 47 ("ar"); null, or one that we do not speak: English
  int lenient;           ///< not 0: an answer that cannot be read is unanswered, with a warning
  int indented;  ///< not 0: JSON in lines, as `ibtikar score -f json` prints; else in one line, as -f ndjson
  int faults_as_text;  ///< not 0: faults are lines as the program prints them; else JSON, see below
} ibtikar_options;

#define IBTIKAR_OPTIONS_INIT \
  { sizeof(ibtikar_options), NULL, NULL, NULL, 0, 0, 0 }

/// The IBTIKAR_ABI_VERSION of the library that is loaded. Another one than yours does not fit.
int ibtikar_abi_version(void);

/// The version of the library, e.g. "0.2.0". It lasts as long as the library is loaded.
const char* ibtikar_version(void);

/// "ok", "invalid", "bad-argument", "no-memory" or "defect"; "unknown" for any other number.
const char* ibtikar_status_name(ibtikar_status status);

/// Reads and checks a rubric (`ibtikar-rubric/1`). It may extend built-in rubrics.
///
/// With IBTIKAR_OK, `*rubric` is the rubric, to be freed by ibtikar_rubric_free(). Otherwise it is null. With
/// IBTIKAR_INVALID and IBTIKAR_BAD_ARGUMENT, `*faults` says why, to be freed by ibtikar_free(); else it is
/// null. `faults` itself may be null. Warnings are not told.
ibtikar_status ibtikar_rubric_parse(const char* text, size_t length, const ibtikar_options* options,
                                    ibtikar_rubric** rubric, char** faults);

/// One of the rubrics of the library by its id: "social-innovation". Otherwise as ibtikar_rubric_parse(); an
/// id that is unknown is IBTIKAR_BAD_ARGUMENT.
ibtikar_status ibtikar_rubric_builtin(const char* id, const ibtikar_options* options, ibtikar_rubric** rubric,
                                      char** faults);

/// Frees a rubric. Null is allowed.
void ibtikar_rubric_free(ibtikar_rubric* rubric);

/// Scores a proposal (`ibtikar-proposal/1`).
///
/// `rubric` is the one to score by, as with `ibtikar score --rubric`. If it is null, it is the built-in one
/// that the proposal names, or "social-innovation" if it names none.
///
/// With IBTIKAR_OK, `*result` is the assessment (`ibtikar-assessment/1`), without a line end: the bytes that
/// `ibtikar score` prints. With IBTIKAR_INVALID and IBTIKAR_BAD_ARGUMENT it says what is wrong, else it is
/// null. As JSON that is {"format": "ibtikar-faults/1", "faults": [...]}; each fault has "severity", "code",
/// "message", "file", "line" and "column" (from 1; 0 is unknown), "pointer" (RFC 6901), and "text", which is
/// all of it in one line.
ibtikar_status ibtikar_score(const ibtikar_rubric* rubric, const char* text, size_t length,
                             const ibtikar_options* options, char** result);

/// Frees a text that the library gave. Null is allowed.
void ibtikar_free(char* text);

#ifdef __cplusplus
}
#endif
