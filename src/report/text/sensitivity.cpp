// render_sensitivity_text(): one block for each weight and answer, a bar under its name. So lines
// fit the narrowest page, and bars can be compared down the page.
#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "report/text/page.h"
#include "report/text/scores.h"
#include "report/view/sensitivity.h"

namespace ibtikar {
namespace {

constexpr std::size_t kSwingNumber = 6;

/// A run of equal glyphs in a bar.
struct BarRun {
  std::string_view glyph;
  std::size_t from = 0;
  std::size_t to = 0;
};

std::size_t column_of(double place, std::size_t width) {
  const auto column = static_cast<std::size_t>(std::lround(place / 100 * static_cast<double>(width)));
  return std::min(column, width);
}

/// The bar, dots beside it, and a line at the score today.
std::vector<PageCell> swing_bar(const SwingView& swing, const SwingAxis& axis, std::size_t width,
                                Standing standing) {
  const std::size_t from = std::min(column_of(swing.from, width), width - 1);
  const std::size_t to = std::max(column_of(swing.to, width), from + 1);
  const std::size_t today = axis.today < 0 ? width : std::min(column_of(axis.today, width), width - 1);
  std::vector<PageCell> cells;
  for (const BarRun& run : {BarRun{"·", 0, from}, BarRun{"▒", from, to}, BarRun{"·", to, width}}) {
    const Style style = run.glyph == "▒" ? Style{.tone = standing} : kFaint;
    const auto add = [&](std::string_view glyph, std::size_t first, std::size_t last, const Style& look) {
      if (last > first) cells.push_back({repeated(glyph, last - first), last - first, look});
    };
    if (run.from <= today && today < run.to) {
      add(run.glyph, run.from, today, style);
      add("│", today, today + 1, kBold);
      add(run.glyph, today + 1, run.to, style);
    } else {
      add(run.glyph, run.from, run.to, style);
    }
  }
  return cells;
}

void write_swing(Page& page, const SwingView& swing, const SwingAxis& axis, Standing standing) {
  if (!swing.is_known || !axis.is_known) return;
  const std::size_t from = std::max(kSwingNumber, display_width(swing.from_text));
  const std::size_t to = std::max(kSwingNumber, display_width(swing.to_text));
  const std::size_t amount = std::max(kSwingNumber, display_width(swing.amount));
  const std::size_t numbers = from + 1 + to + kGap + amount;
  const std::size_t bar = std::min(page.columns() - kMargin - kGap - numbers, kLongestBar);
  std::vector<PageCell> cells = {gap(kMargin)};
  for (PageCell& cell : swing_bar(swing, axis, bar, standing)) cells.push_back(std::move(cell));
  cells.push_back(gap(kGap));
  for (PageCell& cell : page.interval(swing.from_text, from, swing.to_text, to))
    cells.push_back(std::move(cell));
  cells.push_back(gap(kGap));
  cells.push_back({swing.amount, amount, kBold, Align::right});
  page.row(cells);
}

void write_sentence(Page& page, const Sentence& sentence, const Style& style = kPlain) {
  if (!sentence.text.empty()) page.paragraph(kMargin, sentence.text, style, kMostLines);
}

void write_count(Page& page, const SensitivityView& view, std::string_view phrase, std::size_t count) {
  if (count > 0) write_sentence(page, view.words.fill(phrase, {std::to_string(count)}), kFaint);
}

void write_head_of(Page& page, const SensitivityView& view) {
  page.paragraph(0, view.phrases->sensitivity, kBold);
  page.paragraph(0, view.head.title, kPlain, 3);
  page.paragraph(0, view.head.rubric, kFaint, 3);
  page.rule("━");
  page.row({gap(kMargin),
            {view.score.title, page.columns() - kMargin - kGap - kSwingNumber, kBold, Align::start, 3},
            gap(kGap),
            {view.score.measure.score_text, kSwingNumber, kBold, Align::right}});
  std::vector<PageCell> cells = {gap(kMargin)};
  for (PageCell& cell : bar_of(view.score, std::min(page.columns() - kMargin, kLongestBar)))
    cells.push_back(std::move(cell));
  page.row(cells);
  page.paragraph(kMargin, view.verdict, {.tone = view.standing, .bold = true}, 3);
  page.rule("━");
  page.paragraph(0, view.phrases->intro, kFaint);
}

void write_weights(Page& page, const SensitivityView& view) {
  page.heading(view.phrases->weights);
  write_sentence(page, view.summary);
  if (!view.weights.empty()) write_sentence(page, view.weight_axis.legend, kFaint);
  for (const SensitiveWeightView& weight : view.weights) {
    page.blank();
    page.paragraph(kMargin, weight.name, kBold, 3);
    write_sentence(page, view.words.joined({weight.kind, weight.now}, " · "), kFaint);
    write_swing(page, weight.swing, view.weight_axis, view.standing);
    write_sentence(page, weight.below);
    write_sentence(page, weight.above);
  }
  if (view.more_weights + view.idle_weights > 0) page.blank();
  write_count(page, view, view.phrases->more_weights, view.more_weights);
  write_count(page, view, view.phrases->idle_weights, view.idle_weights);
}

void write_answers_of(Page& page, const SensitivityView& view) {
  if (view.answers.empty() && view.idle_answers == 0) return;
  page.heading(view.phrases->answers);
  write_sentence(page, view.answer_axis.legend, kFaint);
  for (const SensitiveAnswerView& answer : view.answers) {
    page.blank();
    page.paragraph(kMargin, answer.question, kBold, 3);
    write_sentence(page, answer.answer, kFaint);
    write_swing(page, answer.swing, view.answer_axis, view.standing);
    write_sentence(page, answer.lowest);
    write_sentence(page, answer.highest);
    for (const Sentence& change : answer.changes) write_sentence(page, change, kBold);
    write_sentence(page, answer.evidence, kFaint);
  }
  if (view.more_answers + view.idle_answers > 0) page.blank();
  write_count(page, view, view.phrases->more_answers, view.more_answers);
  write_count(page, view, view.phrases->idle_answers, view.idle_answers);
}

}  // namespace

std::string render_sensitivity_text(const Sensitivity& sensitivity, const SensitivityReportOptions& options) {
  const SensitivityView view = sensitivity_view(sensitivity, options, Target::terminal);
  Page page({.columns = std::clamp<std::size_t>(options.columns, 40, 120),
             .mirrored = view.words.right_to_left(),
             .color = options.color});
  write_head_of(page, view);
  write_weights(page, view);
  write_answers_of(page, view);
  return page.text();
}

}  // namespace ibtikar
