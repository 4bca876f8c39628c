// Report: an Assessment for people.
//
// Renderers are pure: the same assessment and options give the same bytes, on every machine, in
// every locale, on every day. Text from files is made harmless for the target. The words exist in
// English and Arabic; for another language, the rubric's texts stand among English words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/assessment.h"
#include "ibtikar/because.h"
#include "ibtikar/compare.h"
#include "ibtikar/improve.h"
#include "ibtikar/judgements.h"
#include "ibtikar/sensitivity.h"

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

/// The report for the terminal: verdict, dimensions with bars and intervals, caps and their
/// reasons, criteria, where points were lost, the best steps, what is still open, warnings, and how
/// it was scored. It ends with a line end. No line is wider than `columns`, and none ends with a
/// blank. Without its escapes, a colored report equals the uncolored one.
///
/// In Arabic the report is mirrored: lines stand at the right edge, and bars fill from the right.
/// The lines are laid out for a left-to-right terminal, with everything that runs from right to
/// left in isolates (UAX #9), so columns keep their places whether or not the terminal orders
/// bidirectional text.
[[nodiscard]] std::string render_text(const Assessment& assessment, const TextOptions& options);

struct HtmlOptions {
  std::string language;       ///< BCP 47; empty: the rubric's first language
  std::size_t losses = 10;    ///< how many places where points were lost to list
  std::size_t steps = 10;     ///< how many next steps
  std::size_t open = 10'000;  ///< how many open questions
  bool is_short = false;      ///< as above
};

/// The report as one HTML file that needs nothing else: no script, no external link, and a policy
/// that forbids both. It suits light and dark mode, screens of any width and A4 paper. In Arabic it
/// runs from right to left, including charts. Foreign text remains text.
[[nodiscard]] std::string render_html(const Assessment& assessment, const HtmlOptions& options);

/// Several reports on one page, after a list of them; each is printed on its own sheet. One
/// assessment gives its usual page.
[[nodiscard]] std::string render_html(const std::vector<Assessment>& assessments, const HtmlOptions& options);

struct MarkdownOptions {
  std::string language;      ///< BCP 47; empty: the rubric's first language
  std::size_t losses = 10;   ///< how many places where points were lost to list
  std::size_t steps = 10;    ///< how many next steps
  std::size_t open = 1'000;  ///< how many open questions
  bool is_short = false;     ///< as above
};

/// The report as GitHub's Markdown, which pandoc reads, too (`-f gfm`; for Word use `-f markdown`,
/// which keeps the direction of Arabic). It says what the terminal's report says, and adds every
/// answer with its evidence, note and links. Foreign text remains text: it makes no link, image,
/// heading or table. An Arabic report stands in `<div dir="rtl" lang="ar">`.
[[nodiscard]] std::string render_markdown(const Assessment& assessment, const MarkdownOptions& options);

struct CsvOptions {
  std::string language;          ///< of titles and answers; empty: each rubric's first
  bool byte_order_mark = false;  ///< for spreadsheets that misread UTF-8 without it
};

/// All assessments as one table (RFC 4180 with a header row and CRLF): a row for the overall score
/// and for each dimension, criterion, question and gate. docs/formats.md lists the columns. No cell
/// is a formula.
[[nodiscard]] std::string render_csv(const std::vector<Assessment>& assessments, const CsvOptions& options);

/// The form of a comparison. It shows what differs, or everything with `all`.
struct ComparisonOptions {
  std::string language;      ///< BCP 47; empty: the rubric's first language
  std::size_t columns = 80;  ///< of the text, clamped to [40, 120]
  bool color = false;        ///< of the text
  bool all = false;
};

/// The form of a plan (`improve`) or of reasons (`because`).
struct LetterOptions {
  std::string language;      ///< BCP 47; empty: the rubric's first language
  std::size_t columns = 80;  ///< of the text, clamped to [40, 120]
  bool color = false;        ///< of the text
};

[[nodiscard]] std::string render_improvement_text(const Improvement& found, const LetterOptions& options);
[[nodiscard]] std::string render_improvement_html(const Improvement& found, const LetterOptions& options);
[[nodiscard]] std::string render_improvement_markdown(const Improvement& found, const LetterOptions& options);

/// A letter of feedback that can stand in an appeal.
[[nodiscard]] std::string render_reasons_text(const Because& why, const LetterOptions& options);
[[nodiscard]] std::string render_reasons_html(const Because& why, const LetterOptions& options);
[[nodiscard]] std::string render_reasons_markdown(const Because& why, const LetterOptions& options);

[[nodiscard]] std::string render_comparison_text(const Comparison& comparison,
                                                 const ComparisonOptions& options);
[[nodiscard]] std::string render_comparison_html(const Comparison& comparison,
                                                 const ComparisonOptions& options);
[[nodiscard]] std::string render_comparison_markdown(const Comparison& comparison,
                                                     const ComparisonOptions& options);

/// The form of a sensitivity report.
struct SensitivityReportOptions {
  std::string language;      ///< BCP 47; empty: the rubric's first language
  std::size_t columns = 80;  ///< of the text, clamped to [40, 120]
  bool color = false;        ///< of the text
  std::size_t top = 10;      ///< how many weights and how many answers to list
};

/// Weights with their switching values, and the tornado of answers as bars.
[[nodiscard]] std::string render_sensitivity_text(const Sensitivity& sensitivity,
                                                  const SensitivityReportOptions& options);
[[nodiscard]] std::string render_sensitivity_html(const Sensitivity& sensitivity,
                                                  const SensitivityReportOptions& options);
[[nodiscard]] std::string render_sensitivity_markdown(const Sensitivity& sensitivity,
                                                      const SensitivityReportOptions& options);

/// The form of a table of weights.
struct WeightsReportOptions {
  std::string language;      ///< BCP 47
  std::string fallback;      ///< the rubric's first language
  std::size_t columns = 80;  ///< of the text, clamped to [40, 120]
  bool color = false;        ///< of the text
};

/// The new weights beside the old ones; of AHP, also how consistent the judgements are.
[[nodiscard]] std::string render_weights_text(const WeightTable& table, const WeightsReportOptions& options);
[[nodiscard]] std::string render_weights_markdown(const WeightTable& table,
                                                  const WeightsReportOptions& options);
/// With a header row and CRLF; docs/formats.md lists the columns.
[[nodiscard]] std::string render_weights_csv(const WeightTable& table, const WeightsReportOptions& options);

}  // namespace ibtikar
