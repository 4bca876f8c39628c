// One text in all places of an assessment that have text: no report takes it for anything else.
#include <algorithm>

#include "base/safe_targets.h"
#include "base/safe_text.h"
#include "fuzz/claims.h"
#include "fuzz/targets.h"
#include "ibtikar/report.h"
#include "support/assessment_builder.h"
#include "support/csv_table.h"
#include "support/html_tags.h"
#include "support/terminal_lines.h"

namespace ibtikar::fuzz {
namespace {

constexpr std::size_t kColumns = 80;

/// What reports of harmless texts are made of.
struct Harmless {
  std::vector<std::string> tags;
  std::size_t rows = 0;
};

Harmless harmless(const std::string& language) {
  const Assessment assessment = test::assessment_of_hostile("harmless");
  return {test::tags_of(render_html(assessment, {.language = language})),
          test::csv_rows(render_csv({assessment}, {.language = language})).size()};
}

void require_one_safe_line(std::string_view input) {
  for (const Target target : {Target::terminal, Target::html, Target::markdown, Target::csv, Target::sheet}) {
    const std::string safe = safe_for(target, input);
    require_harmless(safe);
    require(safe.find('\n') == std::string::npos, "it is one line", safe);
  }
  const std::string shown = visible(input);
  require_harmless(shown);
  require_equal(visible(shown), shown, "what is visible stays as it is");
  require_equal(plain(plain(input)), plain(input), "what is plain stays as it is");
}

}  // namespace

void try_foreign_text(std::string_view input) {
  require_one_safe_line(input);
  const Assessment assessment = test::assessment_of_hostile(std::string(input));
  // A text that vanishes or is nothing but blanks may take a line or a row with it.
  const bool is_there = plain(input).find_first_not_of(' ') != std::string::npos;
  static const Harmless english = harmless("en");
  static const Harmless arabic = harmless("ar");
  for (const std::string language : {"en", "ar"}) {
    const Harmless& expected = language == "en" ? english : arabic;
    const std::string page = render_html(assessment, {.language = language});
    require_harmless(page);
    if (is_there) require(test::tags_of(page) == expected.tags, "texts bring no tags", page);
    for (const std::string& line :
         test::lines_in(render_text(assessment, {.language = language, .columns = kColumns}))) {
      const std::string fault = test::fault_of_line(line, kColumns);
      require(fault.empty(), "a line is as it should be, and not: " + fault, line);
    }
    require_harmless(render_markdown(assessment, {.language = language}));
    const test::CsvRows rows = test::csv_rows(render_csv({assessment}, {.language = language}));
    require(rows.size() == expected.rows, "texts bring no rows");
    for (const auto& row : rows)
      for (const std::string& cell : row) require(!test::formula_in(cell), "no cell is a formula", cell);
  }
}

}  // namespace ibtikar::fuzz
