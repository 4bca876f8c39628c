// render_comparison_text(): proposals one under the other within each score and question, so that
// six of them fit the narrowest page as two do.
#include <algorithm>

#include "base/utf8.h"
#include "report/text/page.h"
#include "report/text/scores.h"
#include "report/view/comparison.h"

namespace ibtikar {
namespace {

constexpr std::size_t kLetter = 2;
constexpr std::size_t kBody = kMargin + kLetter + kGap;
constexpr std::size_t kScore = 6;
constexpr std::size_t kInterval = 13;

void write_proposals(Page& page, const ComparisonView& view) {
  for (const ComparedProposalView& proposal : view.proposals) {
    const std::size_t width = page.columns() - kBody;
    const auto line = [&](const std::string& letter, const std::string& text, const Style& style) {
      if (!text.empty())
        page.row({gap(kMargin), {letter, kLetter, kBold}, gap(kGap), {text, width, style, Align::start, 3}});
    };
    line(proposal.letter, proposal.head.title, kBold);
    line({}, proposal.head.organization, kPlain);
    line({}, by_line(view.words, proposal.head).text, kFaint);
    line({}, proposal.verdict, {.tone = proposal.standing});
  }
}

void write_compared_score(Page& page, const ComparisonView& view, const ComparedScoreView& score) {
  if (!score.title.empty()) page.paragraph(kMargin, score.title, kBold, 2);
  const std::size_t bar = std::min(page.columns() - kBody - 2 * kGap - kScore - kInterval, kLongestBar);
  for (std::size_t i = 0; i < score.scores.size(); ++i) {
    const ScoreView& one = score.scores[i];
    std::vector<PageCell> cells = {gap(kMargin), {view.proposals[i].letter, kLetter, kPlain}, gap(kGap)};
    if (one.applicable) {
      for (PageCell& cell : bar_of(one, bar)) cells.push_back(std::move(cell));
      cells.push_back(gap(kGap));
      cells.push_back({one.measure.score_text, kScore, kBold, Align::right});
      cells.push_back(gap(kGap));
      for (PageCell& cell : page.interval(one.measure.low_text, 6, one.measure.high_text, 6))
        cells.push_back(std::move(cell));
    } else {
      cells.push_back({std::string(view.words(Word::does_not_apply)), page.columns() - kBody, kFaint});
    }
    page.row(cells);
  }
  if (!score.difference.text.empty()) page.paragraph(kBody, score.difference.text, kFaint, kMostLines);
}

void write_scores(Page& page, const ComparisonView& view, const std::vector<ComparedScoreView>& scores,
                  Word heading) {
  if (scores.empty()) return;
  page.heading(view.words(heading));
  for (const ComparedScoreView& score : scores) write_compared_score(page, view, score);
}

void write_lines(Page& page, const std::string& letter, const std::vector<std::string>& lines) {
  std::string sign = letter;
  for (const std::string& line : lines) {
    page.row({gap(kMargin),
              {sign, kLetter, kPlain},
              gap(kGap),
              {line, page.columns() - kBody, kPlain, Align::start, kMostLines}});
    sign.clear();
  }
}

void write_compared_gates(Page& page, const ComparisonView& view) {
  if (view.gates.empty()) return;
  page.heading(view.words(Word::gates));
  for (const ComparedGateView& gate : view.gates) {
    page.paragraph(kMargin, gate.message, kBold, kMostLines);
    for (std::size_t i = 0; i < gate.states.size(); ++i)
      write_lines(page, view.proposals[i].letter, {std::string(view.words(gate.states[i]))});
  }
}

void write_answers(Page& page, const ComparisonView& view) {
  for (const ComparedCriterionView& criterion : view.answers) {
    page.heading(criterion.title.empty() ? view.words(Word::other_questions)
                                         : std::string_view(criterion.title));
    for (const ComparedAnswersView& question : criterion.questions) {
      page.paragraph(kMargin, question.question, kBold, kMostLines);
      for (std::size_t i = 0; i < question.lines.size(); ++i)
        write_lines(page, view.proposals[i].letter, question.lines[i]);
    }
  }
}

}  // namespace

std::string render_comparison_text(const Comparison& comparison, const ComparisonOptions& options) {
  const ComparisonView view = comparison_view(comparison, options, Target::terminal);
  const Words& words = view.words;
  Page page({.columns = std::clamp<std::size_t>(options.columns, 40, 120),
             .mirrored = words.right_to_left(),
             .color = options.color});
  page.paragraph(0, words(Word::comparison), kBold);
  page.paragraph(0, view.rubric, kFaint, 3);
  page.rule("━");
  write_proposals(page, view);
  page.rule("━");
  write_compared_score(page, view, view.overall);
  if (view.nothing_differs) page.paragraph(kMargin, words(Word::nothing_differs));
  write_scores(page, view, view.dimensions, Word::dimensions);
  write_compared_gates(page, view);
  write_scores(page, view, view.criteria, Word::criteria);
  write_answers(page, view);
  if (view.left_out > 0) {
    page.blank();
    page.paragraph(0, words.say(Word::same_in_all, {std::to_string(view.left_out)}).text, kFaint);
  }
  return page.text();
}

}  // namespace ibtikar
