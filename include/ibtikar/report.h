// Report: an Assessment for people.
//
// Renderers are pure: the same assessment and options give the same bytes, on
// every machine, in every locale, on every day. Text that came from files is
// made harmless for the target. Languages are those of the words in `words.h`
// (English, Arabic); another language's rubric texts stand among English words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/assessment.h"
#include "ibtikar/compare.h"

namespace ibtikar {

struct TextOptions {
  std::string language;      ///< BCP 47; empty: the rubric's first language
  std::size_t columns = 80;  ///< width to fit, clamped to [40, 120]
  bool color = false;        ///< ANSI escapes: bold, faint, red, yellow, green
  std::size_t losses = 5;    ///< how many places where points were lost to list
  std::size_t steps = 5;     ///< how many next steps
  std::size_t open = 10;     ///< how many open questions
  bool is_short = false;     ///< the short form: one or two pages, fewer of each
};

/// The terminal's report: verdict, dimensions with bars and intervals, what was
/// capped and why, criteria, where points were lost, what would lift the score
/// most, what is still open, warnings, how it was scored. Ends with a line end;
/// no line is wider than `columns`, none ends with a blank, and without its
/// escapes a coloured report is the uncoloured one.
///
/// In Arabic the report is mirrored: lines stand at the right edge, bars fill
/// from the right. They are laid out for a left-to-right line, with all that runs
/// from right to left in isolates (UAX #9), so that columns keep their places
/// whether or not the terminal orders bidirectional text.
[[nodiscard]] std::string render_text(const Assessment& assessment, const TextOptions& options);

struct HtmlOptions {
  std::string language;       ///< BCP 47; empty: the rubric's first language
  std::size_t losses = 10;    ///< how many places where points were lost to list
  std::size_t steps = 10;     ///< how many next steps
  std::size_t open = 10'000;  ///< how many open questions
  bool is_short = false;      ///< as above
};

/// The report as one HTML file that needs nothing from elsewhere: no script, no link to outside, a policy
/// that forbids both; light and dark, for screens of any width and for print (A4). In Arabic it runs from
/// right to left, charts too. Foreign text is text and nothing else.
[[nodiscard]] std::string render_html(const Assessment& assessment, const HtmlOptions& options);

/// Several reports as one page, a list of them first, each on a sheet of its own when printed; one is a page
/// of its own.
[[nodiscard]] std::string render_html(const std::vector<Assessment>& assessments, const HtmlOptions& options);

struct MarkdownOptions {
  std::string language;      ///< BCP 47; empty: the rubric's first language
  std::size_t losses = 10;   ///< how many places where points were lost to list
  std::size_t steps = 10;    ///< how many next steps
  std::size_t open = 1'000;  ///< how many open questions
  bool is_short = false;     ///< as above
};

/// The report as Markdown: GitHub's flavour, which pandoc reads too (`-f gfm`, or `-f markdown` on the way
/// to Word, where it keeps the direction of Arabic). Says what the terminal's report says, and every answer
/// with its evidence, note and links besides. Foreign text is text: no link, image, heading or table comes
/// of it. An Arabic report stands in `<div dir="rtl" lang="ar">`.
[[nodiscard]] std::string render_markdown(const Assessment& assessment, const MarkdownOptions& options);

struct CsvOptions {
  std::string language;          ///< of titles and answers; empty: each rubric's first
  bool byte_order_mark = false;  ///< at the beginning, for spreadsheets that take UTF-8 for something else
};

/// All assessments as one table (RFC 4180: a line of names, CRLF): a row for the overall score, each
/// dimension, criterion, question and gate. The columns are those of docs/formats.md. No cell is a formula.
[[nodiscard]] std::string render_csv(const std::vector<Assessment>& assessments, const CsvOptions& options);

/// How a comparison is to look: what differs, or with `all` everything.
struct ComparisonOptions {
  std::string language;      ///< BCP 47; empty: the rubric's first language
  std::size_t columns = 80;  ///< of the text, clamped to [40, 120]
  bool color = false;        ///< of the text
  bool all = false;
};

[[nodiscard]] std::string render_comparison_text(const Comparison& comparison,
                                                 const ComparisonOptions& options);
[[nodiscard]] std::string render_comparison_html(const Comparison& comparison,
                                                 const ComparisonOptions& options);
[[nodiscard]] std::string render_comparison_markdown(const Comparison& comparison,
                                                     const ComparisonOptions& options);

}  // namespace ibtikar
