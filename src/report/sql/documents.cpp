// See documents.h.
#include "report/sql/documents.h"

#include <fmt/format.h>

namespace ibtikar {

SqlText document_tables(const Dialect& sql, const SqlText& table) {
  const SqlText from = fmt::format("documents AS (\n  SELECT id, document FROM {}\n),\n", table);
  switch (sql.engine) {
    case SqlEngine::duckdb:
      return from + std::string(duckdb_documents());
    case SqlEngine::postgresql:
      return from + std::string(postgresql_documents());
    case SqlEngine::sqlite:
      break;
  }
  return from + std::string(sqlite_documents());
}

// The row without a question says in `kind` what is wrong with the document, and carries the id and
// the version of the rubric that it was written for.
SqlText document_fault(const Rubric& rubric) {
  const auto whole = [](std::string_view column) {
    return fmt::format("MAX(CASE WHEN g.question IS NULL THEN g.{} END)", column);
  };
  SqlText text = fmt::format("CASE WHEN {0} IS NOT NULL THEN {0} WHEN {1} <> {2} THEN 'other-rubric'",
                             whole("kind"), whole("value"), sql_string(rubric.id()));
  if (const std::optional<std::size_t> major = major_version(rubric.version()))
    text += fmt::format(
        " WHEN {0} <> {1} AND {0} <> '{2}' AND substr({0}, 1, {3}) <> '{2}.' THEN 'rubric-major'",
        whole("evidence"), sql_string(rubric.version()), *major, std::to_string(*major).size() + 1);
  return text + " END";
}

}  // namespace ibtikar
