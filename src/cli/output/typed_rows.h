// Rows of a batch that are no text: a workbook or a database, put into its place when all are
// there.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "ibtikar/row.h"
#include "ibtikar/summary.h"
#include "io/files/output.h"
#include "io/sqlite/portfolio_database.h"
#include "report/workbook/portfolio.h"

namespace ibtikar::cli {

enum class TypedForm { workbook, database };

class TypedRows {
 public:
  /// Fails when the place cannot be written to. `rubric` must outlive this.
  [[nodiscard]] static Result<TypedRows> open(TypedForm form, const std::string& path, const Rubric& rubric,
                                              const std::vector<std::string>& columns,
                                              const std::string& language, Environment& env);

  void add(const RankedRow& row);
  [[nodiscard]] Result<void> finish(const Summary& summary, Environment& env);

 private:
  explicit TypedRows(io::Output place) : place_(std::move(place)) {}

  io::Output place_;
  std::unique_ptr<PortfolioWorkbook> workbook_;
  std::unique_ptr<io::PortfolioDatabase> database_;
};

/// Why a database cannot be written there, if it cannot.
[[nodiscard]] std::optional<Message> fault_of_database(const std::string& path);

}  // namespace ibtikar::cli
