// The function ibtikar_score() for SQLite: `.load ibtikar_sqlite`, then
//
//   SELECT ibtikar_score(proposal) FROM proposals;
//   SELECT ibtikar_score(proposal, 'social-innovation-quick') ->> '$.overall.score' FROM proposals;
//
// The second argument is the id of a built-in rubric or the text of a rubric. NULL gives NULL; what cannot be
// scored is an error, with its place. It knows ibtikar by its C interface only.
#include <sqlite3ext.h>

#include <string>
#include <string_view>

#include "ibtikar/ibtikar.h"

SQLITE_EXTENSION_INIT1

namespace {

/// SQLite's mark of a text that is JSON ('J'): its functions for JSON take it as a value, not as a string.
constexpr unsigned kJsonSubtype = 74;

/// SQLite's own text of a value, valid until the next call about it.
std::string_view text_of(sqlite3_value* value) {
  const unsigned char* text = sqlite3_value_text(value);
  const int size = sqlite3_value_bytes(value);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

ibtikar_options options_for(const char* name) {
  ibtikar_options options = IBTIKAR_OPTIONS_INIT;
  options.name = name;
  options.faults_as_text = 1;
  return options;
}

/// Ends the call with what is wrong. Takes `faults`.
void fail(sqlite3_context* context, ibtikar_status status, char* faults) {
  if (status == IBTIKAR_NO_MEMORY) {
    sqlite3_result_error_nomem(context);
  } else {
    std::string_view text = faults == nullptr ? ibtikar_status_name(status) : faults;
    if (text.ends_with('\n')) text.remove_suffix(1);
    sqlite3_result_error(context, text.data(), static_cast<int>(text.size()));
  }
  ibtikar_free(faults);
}

void free_rubric(void* rubric) { ibtikar_rubric_free(static_cast<ibtikar_rubric*>(rubric)); }

/// A text that begins a JSON object is a rubric; everything else is an id.
bool is_rubric_text(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

/// Makes the rubric that an argument names or states. Null: the call has failed.
ibtikar_rubric* make_rubric(sqlite3_context* context, sqlite3_value* value) {
  const std::string_view text = text_of(value);
  const ibtikar_options options = options_for("<rubric>");
  ibtikar_rubric* rubric = nullptr;
  char* faults = nullptr;
  const ibtikar_status status =
      is_rubric_text(text) ? ibtikar_rubric_parse(text.data(), text.size(), &options, &rubric, &faults)
                           : ibtikar_rubric_builtin(text.data(), &options, &rubric, &faults);
  if (status != IBTIKAR_OK)
    fail(context, status, faults);
  else
    ibtikar_free(faults);
  return rubric;
}

void score_by(const ibtikar_rubric* rubric, sqlite3_context* context, sqlite3_value* proposal) {
  const std::string_view text = text_of(proposal);
  const ibtikar_options options = options_for("<proposal>");
  char* result = nullptr;
  const ibtikar_status status = ibtikar_score(rubric, text.data(), text.size(), &options, &result);
  if (status != IBTIKAR_OK) return fail(context, status, result);
  sqlite3_result_text64(context, result, std::string_view(result).size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  sqlite3_result_subtype(context, kJsonSubtype);
  ibtikar_free(result);
}

void score(sqlite3_context* context, int count, sqlite3_value** values) {
  for (int i = 0; i < count; ++i)
    if (sqlite3_value_type(values[i]) == SQLITE_NULL) return;  // NULL, as functions of SQL do
  if (count == 1) return score_by(nullptr, context, values[0]);
  if (const void* kept = sqlite3_get_auxdata(context, 1))
    return score_by(static_cast<const ibtikar_rubric*>(kept), context, values[0]);
  ibtikar_rubric* rubric = make_rubric(context, values[1]);
  if (rubric == nullptr) return;
  score_by(rubric, context, values[0]);
  // SQLite keeps it for the next row if the argument stays the same, and frees it otherwise. Last, because it
  // may do so at once.
  sqlite3_set_auxdata(context, 1, rubric, free_rubric);
}

}  // namespace

extern "C" [[gnu::visibility("default")]] int sqlite3_ibtikarsqlite_init(sqlite3* database, char** message,
                                                                         const sqlite3_api_routines* api) {
  SQLITE_EXTENSION_INIT2(api)
  if (ibtikar_abi_version() != IBTIKAR_ABI_VERSION) {
    *message = sqlite3_mprintf("ibtikar_sqlite is made for version %d of libibtikar, not for %d",
                               IBTIKAR_ABI_VERSION, ibtikar_abi_version());
    return SQLITE_ERROR;
  }
  for (int count = 1; count <= 2; ++count) {
    const int status = sqlite3_create_function_v2(database, "ibtikar_score", count,
                                                  SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                                  nullptr, score, nullptr, nullptr, nullptr);
    if (status != SQLITE_OK) return status;
  }
  return SQLITE_OK;
}
