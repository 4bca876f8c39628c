// See workbook_output.h.
#include "cli/output/workbook_output.h"

#include "base/safe_text.h"
#include "ibtikar/localized.h"
#include "io/files/package_check.h"
#include "io/files/scratch_files.h"
#include "io/interrupts.h"
#include "io/muted_standard_error.h"

namespace ibtikar::cli {

Workbook::Options workbook_options(const io::Output& place, const std::string& language) {
  return {.path = place.path(),
          .scratch = place.folder(),
          .shown = place.shown(),
          .right_to_left = is_right_to_left(language)};
}

Result<void> finish_workbook(Workbook& book, io::Output& place, Environment& env) {
  const auto close = [&] {
    const io::MutedStandardError muted;  // the library says the same there, in its words
    return book.close();
  };
  const Result<void> closed = close();
  if (Result<void> scratch = io::take_scratch_failure(place.shown()); !scratch) return scratch;
  if (!closed) return closed;
  if (Result<void> whole = io::check_package(place.path(), place.shown()); !whole) return whole;
  if (book.cut_texts() > 0)
    env.err.note(
        counted("{1}: warning: {0} text is longer than a cell can hold, and ends in \"…\" there "
                "[cut-text]",
                "{1}: warning: {0} texts are longer than a cell can hold, and end in \"…\" there "
                "[cut-text]",
                book.cut_texts(), place.shown()));
  return place.finish();
}

Result<void> write_workbook(io::Output& place, const std::string& language,
                            const std::function<void(Workbook&)>& fill, Environment& env) {
  const io::SignalsHeld held;  // the library has files that nobody else knows, for moments
  Workbook book(workbook_options(place, language));
  fill(book);
  return finish_workbook(book, place, env);
}

std::optional<Message> fault_of_binary(const std::string& path, std::string_view format,
                                       const Environment& env) {
  if (!io::is_standard_output(path) || !env.surroundings.output_is_terminal) return std::nullopt;
  return message("{0} is no text for a terminal; name a file with --output", format);
}

}  // namespace ibtikar::cli
