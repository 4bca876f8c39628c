// RubricSql: a rubric as a SQL script, for answers that already live in a database.
//
// The script creates a view with a row for each proposal: the numbers of a row of `batch`. It is
// translated completely or not at all: what SQL is not written for is refused with its place in the
// rubric, because a view that scores almost like the program would be worse than none.
#pragma once

#include <string>

#include "ibtikar/result.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// The engine that a script is for: DuckDB, PostgreSQL from 12, SQLite from 3.38 with its mathematical
/// functions.
enum class SqlEngine { duckdb, postgresql, sqlite };

/// Where the answers come from.
enum class SqlInput {
  answers,   ///< a row for each answer: proposal, question, value, evidence
  documents  ///< a row for each proposal: id, and its JSON in `document`
};

struct SqlOptions {
  SqlEngine engine = SqlEngine::sqlite;
  SqlInput input = SqlInput::answers;
  std::string table = "answers";     ///< read; a dot stands between schema and table
  std::string view = "assessments";  ///< created, or replaced; likewise
};

/// The script. Errors: each part of the rubric that is not translated ("not-in-sql", by JSON
/// pointer into the rubric), and a name that no engine takes ("bad-name", without a place).
///
/// The same rubric and options give the same bytes. Cost: one pass over the rubric.
[[nodiscard]] Checked<std::string> rubric_as_sql(const Rubric& rubric, const SqlOptions& options);

}  // namespace ibtikar
