// See sensitivity.h.
#include "report/view/sensitivity.h"

#include <algorithm>
#include <cmath>

#include "base/decimal.h"
#include "report/view/parts.h"

namespace ibtikar {
namespace {

/// A switching value with three digits, away from today's weight: the weight that is printed does
/// change the verdict.
std::string switching_text(double weight, bool is_above) {
  if (weight <= 0) return "0";
  const double digits = std::max(0.0, 2 - std::floor(std::log10(weight)));
  const double unit = std::pow(10.0, digits);
  const double steps = weight * unit;
  return shortest((is_above ? std::ceil(steps) : std::floor(steps)) / unit);
}

/// The least and the greatest score of a list of bars.
struct Range {
  double least = 100;
  double greatest = 0;

  void add(const Measure& measure) {
    if (!measure.score) return;
    least = std::min(least, *measure.score);
    greatest = std::max(greatest, *measure.score);
  }
  [[nodiscard]] double place(const Score& score) const {
    if (!score || greatest <= least) return 0;
    return 100 * (*score - least) / (greatest - least);
  }
};

class SensitivityBuilder {
 public:
  SensitivityBuilder(const Sensitivity& source, const SensitivityReportOptions& options, Target target)
      : source_(source),
        options_(options),
        reader_(source.assessment, options.language, target),
        words_(reader_.words()),
        phrases_(sensitivity_words(reader_.language())) {}

  [[nodiscard]] SensitivityView view() {
    SensitivityView out{.words = words_, .phrases = &phrases_};
    const DimensionScore& score = score_of(source_);
    out.language = reader_.language();
    out.head = head_view(source_.assessment, reader_);
    out.score = score_view(source_.assessment, reader_, score);
    if (source_.of == "overall") out.score.title = std::string(words_(Word::overall));
    out.verdict = verdict(source_.verdict);
    const Band* band = nullptr;
    for (const Band& one : source_.assessment.rubric.bands)
      if (one.id == source_.verdict) band = &one;
    out.standing = reader_.standing(band, score.better);
    add_weights(out);
    add_answers(out);
    return out;
  }

 private:
  [[nodiscard]] std::string verdict(const std::string& id) const {
    if (id == kInsufficient) return std::string(words_(Word::insufficient));
    return id.empty() ? std::string(phrases_.no_band) : reader_.band(id);
  }

  [[nodiscard]] std::string score_text_of(const Measure& measure) const {
    return shown_texts(measure, score_of(source_).scale).score;
  }

  [[nodiscard]] SwingView swing(const Measure& a, const Measure& b, double amount, const Range& range) const {
    SwingView out;
    out.is_known = a.score && b.score;
    const bool is_turned = out.is_known && *b.score < *a.score;
    const Measure& least = is_turned ? b : a;
    const Measure& greatest = is_turned ? a : b;
    out.from = range.place(least.score);
    out.to = range.place(greatest.score);
    out.from_text = score_text_of(least);
    out.to_text = score_text_of(greatest);
    out.amount = amount_text(score_of(source_).scale, amount);
    return out;
  }

  [[nodiscard]] SwingAxis axis(const Range& range, std::string_view legend) const {
    const Measure& today = score_of(source_).measure;
    if (range.greatest <= range.least) return {};
    const auto& scale = score_of(source_).scale;
    const auto end = [&](double score) { return score_text(scale, placed_on(scale, score)); };
    return {today.score ? range.place(today.score) : -1,
            words_.fill(legend, {end(range.least), end(range.greatest), score_text_of(today)}), true};
  }

  // Weights

  void add_weights(SensitivityView& out) const {
    std::vector<const WeightSensitivity*> chosen;
    std::size_t changing = 0;
    for (const WeightSensitivity& weight : source_.weights) {
      if (!weight.matters && !weight.down && score_of(source_).measure.score) ++out.idle_weights;
      if (!weight.up && !weight.down) continue;
      ++changing;
      if (chosen.size() < options_.top) chosen.push_back(&weight);
    }
    out.more_weights = changing - chosen.size();
    Range range;
    range.add(score_of(source_).measure);
    for (const WeightSensitivity* weight : chosen) {
      range.add(weight->half);
      range.add(weight->doubled);
    }
    for (const WeightSensitivity* weight : chosen) out.weights.push_back(weight_view(*weight, range));
    out.weight_axis = axis(range, phrases_.weight_bars);
    if (source_.verdict.empty() || source_.verdict == kInsufficient)
      out.summary = {std::string(phrases_.no_verdict)};
    else if (chosen.empty())
      out.summary = {std::string(phrases_.no_weight)};
    else
      out.summary = smallest(*chosen.front(), out.weights.front());
  }

  [[nodiscard]] Sentence smallest(const WeightSensitivity& weight, const SensitiveWeightView& view) const {
    const bool is_up = weight.up && weight.up->weight / weight.weight <= nearest_factor(weight);
    return words_.fill(phrases_.smallest, {words_.say(Word::remarked, {view.name, view.kind}), view.now,
                                           is_up ? view.above : view.below});
  }

  [[nodiscard]] SensitiveWeightView weight_view(const WeightSensitivity& weight, const Range& range) const {
    SensitiveWeightView out;
    out.name = reader_.title(weight.title, weight.id);
    out.kind = kind(weight);
    out.now = words_.fill(phrases_.weight_is,
                          {shortest(rounded_weight(weight.weight)), percent_text(weight.share)});
    if (weight.up) out.above = change(*weight.up, true);
    if (weight.down) out.below = change(*weight.down, false);
    out.swing = swing(weight.half, weight.doubled, weight.swing, range);
    return out;
  }

  static double rounded_weight(double weight) { return std::round(weight * 1e6) / 1e6; }

  [[nodiscard]] Sentence change(const SwitchingValue& value, bool is_above) const {
    if (value.weight <= 0) return words_.fill(phrases_.left_out, {verdict(value.verdict)});
    return words_.fill(
        is_above ? phrases_.over : phrases_.under,
        {switching_text(value.weight, is_above), percent_text(value.share), verdict(value.verdict)});
  }

  [[nodiscard]] std::string criterion_title(const std::string& part) const {
    return ibtikar::criterion_title(reader_, source_.assessment, part.substr(0, part.find_first_of("./")));
  }

  [[nodiscard]] Sentence kind(const WeightSensitivity& weight) const {
    switch (weight.kind) {
      case WeightKind::dimension:
        return {std::string(phrases_.dimension)};
      case WeightKind::contribution:
        return words_.fill(phrases_.criterion, {reader_.title(weight.dimension_title, weight.dimension)});
      case WeightKind::group:
        return words_.fill(phrases_.group, {criterion_title(weight.id)});
      case WeightKind::question:
        break;
    }
    return words_.fill(phrases_.question, {criterion_title(weight.id)});
  }

  // Answers

  [[nodiscard]] static bool moves(const AnswerSensitivity& answer) {
    return answer.swing > 0 || answer.evidence_swing > 0 || answer.lower || answer.higher;
  }

  void add_answers(SensitivityView& out) const {
    std::vector<const AnswerSensitivity*> chosen;
    for (const AnswerSensitivity& answer : source_.answers) {
      if (!moves(answer))
        ++out.idle_answers;
      else if (chosen.size() < options_.top)
        chosen.push_back(&answer);
      else
        ++out.more_answers;
    }
    Range range;
    range.add(score_of(source_).measure);
    for (const AnswerSensitivity* answer : chosen) {
      range.add(answer->least.measure);
      range.add(answer->greatest.measure);
    }
    const QuestionIndex index(source_.assessment);
    for (const AnswerSensitivity* answer : chosen)
      out.answers.push_back(answer_view_of(*answer, index, range));
    out.answer_axis = axis(range, phrases_.bars);
  }

  [[nodiscard]] std::string tried(const TriedAnswer& answer) const {
    const std::string words = reader_.text(answer.words);
    return words.empty() ? reader_.value(answer.value) : words;
  }

  /// The answer at an end, and its verdict if that is another one.
  [[nodiscard]] Argument end(const AnswerSensitivity& answer, const TriedAnswer& at) const {
    const bool is_today = answer.state == QuestionState::answered && at.value == answer.value;
    const Argument text = is_today ? Argument(Sentence{std::string(phrases_.as_today)}) : Argument(tried(at));
    if (is_today || at.verdict == source_.verdict) return text;
    return words_.say(Word::remarked, {text, verdict(at.verdict)});
  }

  [[nodiscard]] SensitiveAnswerView answer_view_of(const AnswerSensitivity& answer,
                                                   const QuestionIndex& index, const Range& range) const {
    SensitiveAnswerView out;
    out.question = question_title(reader_, index, answer.question);
    const QuestionResult* question = index.find(answer.question);
    if (answer.state == QuestionState::answered && question != nullptr)
      out.answer = answer_text(words_, answer_view(reader_, *question));
    else
      out.answer = {std::string(words_(Word::state_open))};
    out.lowest = words_.fill(phrases_.lowest, {end(answer, answer.least)});
    out.highest = words_.fill(phrases_.highest, {end(answer, answer.greatest)});
    for (const auto& other : {answer.lower, answer.higher})
      if (other && *other != answer.least && *other != answer.greatest)
        out.changes.push_back(words_.fill(phrases_.changes, {tried(*other), verdict(other->verdict)}));
    if (answer.worst_evidence && answer.best_evidence && answer.evidence_swing > 0)
      out.evidence = words_.fill(phrases_.by_evidence, {score_text_of(answer.worst_evidence->measure),
                                                        score_text_of(answer.best_evidence->measure)});
    out.swing = swing(answer.least.measure, answer.greatest.measure, answer.swing, range);
    return out;
  }

  const Sensitivity& source_;
  const SensitivityReportOptions& options_;
  Formatter reader_;
  const Words& words_;
  const SensitivityWords& phrases_;
};

}  // namespace

SensitivityView sensitivity_view(const Sensitivity& sensitivity, const SensitivityReportOptions& options,
                                 Target target) {
  return SensitivityBuilder(sensitivity, options, target).view();
}

}  // namespace ibtikar
