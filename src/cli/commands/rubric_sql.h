// `ibtikar rubric sql`: a rubric as a view, for answers in a database.
#pragma once

#include <string>

#include "builtin/rubrics.h"
#include "cli/command_line/command.h"
#include "cli/environment.h"

namespace ibtikar::cli {

struct RubricSqlOptions {
  CommonOptions common;
  std::string rubric = kDefaultRubric;  ///< an id or a file
  std::string format;                   ///< the engine
  std::string output;                   ///< a file; empty: standard output
  std::string table;                    ///< empty: "answers", or "proposals" of documents
  std::string view = "assessments";
  bool documents = false;
};

[[nodiscard]] Command rubric_sql_command(RubricSqlOptions& options);

/// Writes the script; a rubric that is not translated as a whole is invalid input.
[[nodiscard]] ExitStatus run_rubric_sql(const RubricSqlOptions& options, Environment& env);

}  // namespace ibtikar::cli
