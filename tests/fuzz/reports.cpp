// Saved assessments: what is read is written again as it was, and every renderer takes it.
#include <algorithm>

#include "base/utf8.h"
#include "fuzz/claims.h"
#include "fuzz/targets.h"
#include "ibtikar/codec.h"
#include "ibtikar/report.h"
#include "support/csv_table.h"
#include "support/html_tags.h"
#include "support/terminal_lines.h"

namespace ibtikar::fuzz {
namespace {

void require_text(const Assessment& assessment, const std::string& language, std::size_t columns) {
  const bool is_short = columns % 2 == 0;
  TextOptions options{.language = language, .columns = columns};
  options.is_short = is_short;
  const std::string text = render_text(assessment, options);
  require_harmless(text);
  for (const std::string& line : test::lines_in(text)) {
    const std::string fault = test::fault_of_line(line, std::clamp<std::size_t>(columns, 40, 120));
    require(fault.empty(), "a line is as it should be, and not: " + fault, line);
  }
  options.color = true;
  require_equal(test::without_escapes(render_text(assessment, options)), text, "colours change no text");
}

void require_page(const std::string& page) {
  require_harmless(page);
  const std::vector<std::string> tags = test::tags_of(page);
  require(test::nesting_fault(tags).empty(), "a page is whole: " + test::nesting_fault(tags), page);
  for (const char* name : {"src", "srcset", "action", "onload", "onclick"})
    require(test::attribute_values(tags, name).empty(), "nothing runs or is fetched", name);
  for (const std::string& target : test::attribute_values(tags, "href"))
    require(target.starts_with('#'), "links stay on the page", target);
}

void require_table(const std::string& csv) {
  require_harmless(csv);
  const test::CsvRows rows = test::csv_rows(csv);
  for (const auto& row : rows) {
    require(row.size() == rows.front().size(), "all rows have the same cells", csv);
    for (const std::string& cell : row) {
      const auto formula = test::formula_in(cell);
      // Numbers of ours may be negative.
      const bool is_number = cell.find_first_not_of("-0123456789.") == std::string::npos;
      require(!formula || is_number, "no cell is a formula", cell);
    }
  }
}

}  // namespace

void try_reports(std::string_view input) {
  const NamedText source{"a.json", std::string(input)};
  const Checked<Assessment> read = decode_assessment(source);
  if (!read) {
    require_refusal(read.error(), source);
    return;
  }
  const std::string json = encode_assessment(*read, JsonStyle::compact);
  const Checked<Assessment> again = decode_assessment({"a.json", json});
  require(again.has_value(), "an assessment that was written can be read", json);
  require_equal(encode_assessment(*again, JsonStyle::compact), json,
                "an assessment is written as it was read");
  for (const std::string language : {"en", "ar"}) {
    require_text(*read, language, 30 + fingerprint(input) % 100);
    require_page(render_html(*read, {.language = language}));
    require_harmless(render_markdown(*read, {.language = language}));
    require_table(render_csv({*read}, {.language = language}));
  }
}

}  // namespace ibtikar::fuzz
