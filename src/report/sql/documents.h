// Proposals as JSON documents in a table, as rows of answers.
#pragma once

#include "report/sql/dialect.h"

namespace ibtikar {

/// The tables before the first step: `documents`, read from `table`, and `given`, with a row for
/// each answer and one without a question for each document.
[[nodiscard]] SqlText document_tables(const Dialect& sql, const SqlText& table);
/// Of the first step: what is wrong with a document as a whole; null if nothing is.
[[nodiscard]] SqlText document_fault(const Rubric& rubric);

/// How each engine takes JSON apart: documents_ENGINE.sql.
[[nodiscard]] std::string_view duckdb_documents();
[[nodiscard]] std::string_view postgresql_documents();
[[nodiscard]] std::string_view sqlite_documents();

}  // namespace ibtikar
