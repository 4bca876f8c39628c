// A batch as a SQLite database, ready for queries and dashboards: docs/formats.md has its tables.
//
//   PortfolioDatabase database(path, shown, rubric, language);
//   for (...) database.add(row);
//   Result<void> written = database.finish(summary);
//
// One transaction. No clock: the same input gives the same bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ibtikar/row.h"
#include "ibtikar/rubric.h"
#include "ibtikar/summary.h"
#include "io/sqlite/database.h"
#include "words/rubric_text.h"

namespace ibtikar::io {

/// PRAGMA user_version: changes when a query that worked may no longer work.
inline constexpr int kDatabaseVersion = 1;

class PortfolioDatabase {
 public:
  /// An empty file at `path`. `rubric` must outlive this; its texts are stored in `language`.
  PortfolioDatabase(const std::string& path, std::string shown, const Rubric& rubric,
                    const std::string& language);

  /// Requires: a row with its gates and answers, or its error.
  void add(const RankedRow& row);
  [[nodiscard]] Result<void> finish(const Summary& summary);

 private:
  void add_scores(const RankedRow& row);
  void add_answers(const RankedRow& row);
  /// Answers are numbers, an option's id, several with blanks between.
  void add_value(const Cell& cell, const Question& question);

  RubricText text_;
  const Rubric& rubric_;
  Database database_;
  std::int64_t number_ = 0;
  std::string chosen_;
  Statement proposal_;
  Statement score_;
  Statement cap_;
  Statement answer_;
  std::optional<Statement> shown_;  ///< when a score has a scale of its own
};

}  // namespace ibtikar::io
