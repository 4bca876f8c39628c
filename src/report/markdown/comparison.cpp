// render_comparison_markdown(): a table of scores, and lists of caps and answers that differ.
#include "report/view/comparison.h"
#include "report/markdown/writer.h"
#include "report/view/sentences.h"

namespace ibtikar {
namespace {

/// "**A:** text"; the lines after the first below it.
std::vector<std::string> under_letter(const std::string& letter, const std::vector<std::string>& lines) {
  std::vector<std::string> out = lines;
  out.front() = strong(letter + ":") + " " + out.front();
  return out;
}

void write_scores(MarkdownWriter& out, const ComparisonView& view,
                  const std::vector<ComparedScoreView>& scores, Word heading, Word first) {
  if (scores.empty()) return;
  const Words& words = view.words;
  out.heading(2, words(heading));
  std::vector<MarkdownColumn> columns = {{std::string(words(first))}};
  for (const ComparedProposalView& proposal : view.proposals) columns.push_back({proposal.letter, true});
  columns.push_back({std::string(words(Word::comparison))});
  std::vector<std::vector<std::string>> rows;
  for (const ComparedScoreView& score : scores) {
    std::vector<std::string> row = {alone(words, score.title)};
    for (const ScoreView& one : score.scores) {
      const Sentence interval = words.say(Word::low_to_high, {one.measure.low_text, one.measure.high_text});
      row.push_back(one.applicable ? words.say(Word::remarked, {one.measure.score_text, interval}).text
                                   : std::string(words(Word::does_not_apply)));
    }
    row.push_back(score.difference.text);
    rows.push_back(std::move(row));
  }
  out.table(columns, rows);
}

void write_proposals(MarkdownWriter& out, const ComparisonView& view) {
  for (const ComparedProposalView& proposal : view.proposals)
    out.item(0, under_letter(
                    proposal.letter,
                    {alone(view.words, proposal.head.title), alone(view.words, proposal.head.organization),
                     by_line(view.words, proposal.head).text, alone(view.words, proposal.verdict)}));
}

void write_differences(MarkdownWriter& out, const ComparisonView& view) {
  const Words& words = view.words;
  if (!view.gates.empty()) out.heading(2, words(Word::gates));
  for (const ComparedGateView& gate : view.gates) {
    out.item(0, {alone(words, gate.message)});
    for (std::size_t i = 0; i < gate.states.size(); ++i)
      out.item(1, under_letter(view.proposals[i].letter, {std::string(words(gate.states[i]))}));
  }
  for (const ComparedCriterionView& criterion : view.answers) {
    out.heading(2, criterion.title.empty() ? std::string(words(Word::other_questions))
                                           : alone(words, criterion.title));
    for (const ComparedAnswersView& question : criterion.questions) {
      out.item(0, {strong(alone(words, question.question))});
      for (std::size_t i = 0; i < question.lines.size(); ++i)
        out.item(1, under_letter(view.proposals[i].letter, question.lines[i]));
    }
  }
}

}  // namespace

std::string render_comparison_markdown(const Comparison& comparison, const ComparisonOptions& options) {
  ComparisonView view = comparison_view(comparison, options, Target::markdown);
  const Words& words = view.words;
  const bool right_to_left = words.right_to_left();
  MarkdownWriter out;
  if (right_to_left) out.html("<div dir=\"rtl\" lang=\"ar\">");
  out.heading(1, words(Word::comparison));
  out.paragraph({alone(words, view.rubric)});
  write_proposals(out, view);
  if (view.nothing_differs) out.paragraph({std::string(words(Word::nothing_differs))});
  view.dimensions.insert(view.dimensions.begin(), view.overall);
  write_scores(out, view, view.dimensions, Word::dimensions, Word::dimension);
  write_scores(out, view, view.criteria, Word::criteria, Word::criterion);
  write_differences(out, view);
  if (view.left_out > 0) out.paragraph({words.say(Word::same_in_all, {std::to_string(view.left_out)}).text});
  if (right_to_left) out.html("</div>");
  return std::move(out).take();
}

}  // namespace ibtikar
