// See typed_rows.h.
#include "cli/output/typed_rows.h"

#include "base/safe_text.h"
#include "cli/output/workbook_output.h"
#include "io/interrupts.h"
#include "io/muted_standard_error.h"

namespace ibtikar::cli {
namespace {

/// What stands beside a database that someone is writing to, or that broke off: the next reader
/// would put it into the new one.
std::optional<std::string> leftover_of(const std::string& path) {
  for (const char* suffix : {"-journal", "-wal"})
    if (io::place_of(path + suffix).exists) return path + suffix;
  return std::nullopt;
}

}  // namespace

Result<TypedRows> TypedRows::open(TypedForm form, const std::string& path, const Rubric& rubric,
                                  const std::vector<std::string>& columns, const std::string& language,
                                  Environment& env) {
  if (form == TypedForm::database)
    if (const auto leftover = leftover_of(path))
      return fail_io(path, message("is in use: {0} stands beside it; close what writes to it first",
                                   ibtikar::quoted(*leftover)));
  Result<io::Output> place = io::Output::open_for_library(path, env.out);
  if (!place) return fail(place.error());
  TypedRows rows(*std::move(place));
  if (form == TypedForm::database) {
    rows.database_ = std::make_unique<io::PortfolioDatabase>(rows.place_.file_path(), rows.place_.shown(),
                                                             rubric, language);
    return rows;
  }
  const std::string shown_in = RubricText(rubric, language).language();
  const io::MutedStandardError muted;
  const io::SignalsHeld held;  // the library has a file that nobody else knows, for a moment
  rows.workbook_ = std::make_unique<PortfolioWorkbook>(
      rubric,
      PortfolioWorkbook::Options{
          .workbook = workbook_options(rows.place_, shown_in), .language = shown_in, .columns = columns});
  return rows;
}

void TypedRows::add(const RankedRow& row) {
  if (workbook_) workbook_->add(row);
  if (database_) database_->add(row);
}

Result<void> TypedRows::finish(const Summary& summary, Environment& env) {
  if (database_) {
    if (Result<void> written = database_->finish(summary); !written) return written;
    return place_.finish();
  }
  workbook_->finish(summary);
  return finish_workbook(workbook_->workbook(), place_, env);
}

std::optional<Message> fault_of_database(const std::string& path) {
  if (io::is_standard_output(path)) return message("sqlite needs a file to write to; name one with --output");
  if (io::place_of(path).is_special())
    return message("sqlite needs a file to write to; {0} is none", ibtikar::quoted(path));
  return std::nullopt;
}

}  // namespace ibtikar::cli
