// render_sensitivity_markdown(): a table of weights and one of answers.
#include "report/view/sensitivity.h"
#include "report/markdown/writer.h"

namespace ibtikar {
namespace {

std::string or_dash(const Sentence& sentence) {
  return sentence.text.empty() ? std::string(kNoNumber) : sentence.text;
}

std::string ends_text(const Words& words, const SwingView& swing) {
  if (!swing.is_known) return std::string(kNoNumber);
  return words.say(Word::low_to_high, {swing.from_text, swing.to_text}).text;
}

void write_weight_table(MarkdownWriter& out, const SensitivityView& view) {
  const SensitivityWords& phrases = *view.phrases;
  std::vector<std::vector<std::string>> rows;
  for (const SensitiveWeightView& weight : view.weights)
    rows.push_back({alone(view.words, weight.name) + " (" + weight.kind.text + ")", weight.now.text,
                    or_dash(weight.below), or_dash(weight.above), weight.swing.amount});
  out.table({{std::string(phrases.weight)},
             {std::string(phrases.today)},
             {std::string(phrases.below)},
             {std::string(phrases.above)},
             {std::string(phrases.swing), true}},
            rows);
}

void write_answer_table(MarkdownWriter& out, const SensitivityView& view) {
  const Words& words = view.words;
  const SensitivityWords& phrases = *view.phrases;
  std::vector<std::vector<std::string>> rows;
  for (const SensitiveAnswerView& answer : view.answers) {
    std::string tried = answer.lowest.text + "; " + answer.highest.text;
    for (const Sentence& change : answer.changes) tried += "; " + change.text;
    rows.push_back(
        {alone(words, answer.question), ends_text(words, answer.swing), answer.swing.amount, tried});
  }
  out.table({{std::string(words(Word::question))},
             {std::string(words(Word::score)), true},
             {std::string(phrases.swing), true},
             {std::string(phrases.tried)}},
            rows);
}

void write_counts(MarkdownWriter& out, const SensitivityView& view,
                  std::initializer_list<std::pair<std::string_view, std::size_t>> counts) {
  for (const auto& [phrase, count] : counts)
    if (count > 0) out.paragraph({view.words.fill(phrase, {std::to_string(count)}).text});
}

}  // namespace

std::string render_sensitivity_markdown(const Sensitivity& sensitivity,
                                        const SensitivityReportOptions& options) {
  const SensitivityView view = sensitivity_view(sensitivity, options, Target::markdown);
  const Words& words = view.words;
  const SensitivityWords& phrases = *view.phrases;
  MarkdownWriter out;
  if (words.right_to_left()) out.html("<div dir=\"rtl\" lang=\"ar\">");
  out.heading(1, phrases.sensitivity);
  out.paragraph({strong(alone(words, view.head.title)), alone(words, view.head.rubric)});
  out.paragraph({alone(words, view.score.title) + ": " + strong(view.score.measure.score_text) + " · " +
                 alone(words, view.verdict)});
  out.paragraph({std::string(phrases.intro)});
  out.heading(2, phrases.weights);
  out.paragraph({view.summary.text});
  write_weight_table(out, view);
  write_counts(out, view,
               {{phrases.more_weights, view.more_weights}, {phrases.idle_weights, view.idle_weights}});
  out.heading(2, phrases.answers);
  write_answer_table(out, view);
  write_counts(out, view,
               {{phrases.more_answers, view.more_answers}, {phrases.idle_answers, view.idle_answers}});
  if (words.right_to_left()) out.html("</div>");
  return std::move(out).take();
}

}  // namespace ibtikar
