// What no answers reach. See validate_parts.h.
//
// Whether a condition can hold is settled by trying: every question it depends
// on (through the conditions of those too) has a few answers that matter (a
// level, an option, a number at or beside a threshold, "does not apply"), and
// all combinations are tried up to a limit. Over the limit nothing is said.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "base/decimal.h"
#include "model/answer_check.h"
#include "model/condition_plan.h"
#include "model/operand.h"
#include "model/score_bounds.h"
#include "model/validate_parts.h"

namespace ibtikar {
namespace {

// A few milliseconds each, about a second for the largest rubric.
constexpr std::size_t kMaxTries = 20'000;
/// Most steps over all conditions. A step is a node of a condition evaluated, an answer tried, or a
/// question found.
constexpr std::size_t kMaxSteps = 20'000'000;

struct Reachable {
  bool tried = false;  ///< all combinations were tried
  bool yes = false;
  bool no = false;
};

class Reach {
 public:
  /// `bounds`: of all scores.
  Reach(const Rubric& rubric, ScoreBounds bounds)
      : rubric_(rubric), plan_(rubric), bounds_(std::move(bounds)) {
    if (plan_.gates_ask_scores() || plan_.has_bands()) may_be_ = Truth::unknown;
    for (const Gate& gate : rubric.parts().gates) note_operands(gate.when);
    for (const Band& band : rubric.parts().bands)
      if (band.when) note_operands(*band.when);
    for (std::size_t q = 0; q < rubric.question_count(); ++q) {
      sizes_.push_back(0);
      names_.emplace_back();
      for (const Condition* when : rubric.conditions_of(q)) {
        note_operands(*when);
        sizes_.back() += size_of(*when);
        for (std::string& name : questions_named(*when)) names_.back().push_back(std::move(name));
      }
    }
    for (auto& [question, operands] : operands_) {
      std::sort(operands.begin(), operands.end());
      operands.erase(std::unique(operands.begin(), operands.end()), operands.end());
    }
    sheet_.cells.resize(rubric.question_count());
    visible_.assign(rubric.question_count(), Truth::yes);
  }

  /// By the first `count` of its conditions.
  Reachable question(std::size_t number, std::size_t count) {
    std::vector<const Condition*> conditions = rubric_.conditions_of(number);
    conditions.resize(count);
    return try_all(conditions, [&] { return plan_.shown_by_first(count, number, sheet_, visible_); });
  }
  Reachable gate(std::size_t number) {
    return try_all({&rubric_.parts().gates[number].when},
                   [&] { return plan_.gate(number, sheet_, visible_, bounds_.before); });
  }
  /// Requires: the band has a condition.
  Reachable band(std::size_t number) {
    return try_all({&*rubric_.parts().bands[number].when},
                   [&] { return plan_.band(number, sheet_, visible_, bounds_.after); });
  }

 private:
  void note_operands(const Condition& condition) {
    for (const Condition& part : condition.parts) note_operands(part);
    if (condition.kind != Condition::Kind::atom || !condition.atom.score.empty()) return;
    const auto question = rubric_.find(condition.atom.question);
    for (const Operand& operand : condition.atom.operands)
      if (const auto number = operand_number(rubric_.question(*question), operand))
        operands_[*question].push_back(*number);
  }

  static std::size_t size_of(const Condition& condition) {
    std::size_t size = 1 + condition.atom.operands.size();
    for (const Condition& part : condition.parts) size += size_of(part);
    return size;
  }

  /// The questions that conditions depend on, also through other conditions, in the rubric's order.
  /// Empty if there are too many to try all of their answers.
  std::optional<std::vector<std::size_t>> dependencies(const std::vector<const Condition*>& conditions) {
    constexpr std::size_t kMost = 200;
    std::vector<std::size_t> found;
    std::unordered_set<std::size_t> seen;
    std::vector<std::string> open;
    for (const Condition* one : conditions)
      for (std::string& name : questions_named(*one)) open.push_back(std::move(name));
    while (!open.empty()) {
      const std::size_t question = *rubric_.find(open.back());
      open.pop_back();
      ++spent_;
      if (!seen.insert(question).second) continue;
      if (found.size() == kMost || spent_ > kMaxSteps) return std::nullopt;
      found.push_back(question);
      open.insert(open.end(), names_[question].begin(), names_[question].end());
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  std::vector<Cell> answers_that_matter(std::size_t number) const {
    const Question& question = rubric_.question(number);
    std::vector<Cell> cells;
    const auto offer = [&](double value) {
      Cell cell;
      cell.state = CellState::answered;
      cell.number = value;
      cells.push_back(std::move(cell));
    };
    if (question.type == QuestionType::yes_no)
      for (const double value : {0.0, 1.0}) offer(value);
    for (const Level& level : question.levels) offer(level.value);
    if (question.type == QuestionType::choice)
      for (std::size_t i = 0; i < question.options.size(); ++i) offer(static_cast<double>(i));
    if (question.type == QuestionType::number) offer_numbers(question, number, offer);
    if (question.type == QuestionType::choices) cells = sets_that_matter(question, number);
    if (question.not_applicable) {
      Cell cell;
      cell.state = CellState::not_applicable;
      cell.chosen.assign(question.options.size(), false);
      cells.push_back(std::move(cell));
    }
    return cells;
  }

  template <class Offer>
  void offer_numbers(const Question& question, std::size_t number, const Offer& offer) const {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const double least = question.min.value_or(-kInfinity);
    const double greatest = question.max.value_or(kInfinity);
    const auto found = operands_.find(number);
    if (found == operands_.end()) return;
    for (const double threshold : found->second)
      for (const double value :
           {std::nextafter(threshold, -kInfinity), threshold, std::nextafter(threshold, kInfinity)})
        if (value >= least && value <= greatest) offer(value);
  }

  /// Every set of the options that some condition asks about; the others do not matter.
  std::vector<Cell> sets_that_matter(const Question& question, std::size_t number) const {
    std::vector<std::size_t> asked;
    if (const auto found = operands_.find(number); found != operands_.end())
      for (const double option : found->second)
        if (std::find(asked.begin(), asked.end(), static_cast<std::size_t>(option)) == asked.end())
          asked.push_back(static_cast<std::size_t>(option));
    constexpr std::size_t kMostAsked = 14;  // 2^14 sets stay under kMaxTries
    asked.resize(std::min(asked.size(), kMostAsked + 1));
    std::vector<Cell> cells;
    for (std::size_t set = 0; set < (std::size_t{1} << asked.size()); ++set) {
      Cell cell;
      cell.state = CellState::answered;
      cell.chosen.assign(question.options.size(), false);
      for (std::size_t i = 0; i < asked.size(); ++i) cell.chosen[asked[i]] = (set >> i & 1) != 0;
      cells.push_back(std::move(cell));
    }
    return cells;
  }

  template <class Holds>
  Reachable try_all(const std::vector<const Condition*>& conditions, const Holds& holds) {
    const auto found = dependencies(conditions);
    if (!found) return {};
    const std::vector<std::size_t>& questions = *found;
    std::vector<std::vector<Cell>> answers;
    std::size_t tries = 1;
    std::size_t size = 1;
    for (const Condition* one : conditions) size += size_of(*one);
    for (const std::size_t question : questions) {
      answers.push_back(answers_that_matter(question));
      spent_ += answers.back().size() * (1 + rubric_.question(question).options.size() / 64);
      size += 1 + sizes_[question];
      tries *= std::max<std::size_t>(answers.back().size(), 1);
      if (tries > kMaxTries) return {};
    }
    if (spent_ > kMaxSteps || tries > (kMaxSteps - spent_) / size) return {};
    spent_ += tries * size;
    Reachable reached{true, false, false};
    for (std::size_t combination = 0; combination < tries && !(reached.yes && reached.no); ++combination) {
      std::size_t rest = combination;
      for (std::size_t i = 0; i < questions.size(); ++i) {
        const auto& choice = answers[i];
        sheet_.cells[questions[i]] = choice.empty() ? Cell{} : choice[rest % choice.size()];
        rest /= std::max<std::size_t>(choice.size(), 1);
        visible_[questions[i]] = plan_.shown(questions[i], sheet_, visible_);
      }
      const Truth truth = holds();
      if (truth == Truth::yes || truth == may_be_) reached.yes = true;
      if (truth != Truth::yes) reached.no = true;
    }
    return reached;
  }

  const Rubric& rubric_;  // outlives the check
  ConditionPlan plan_;
  std::unordered_map<std::size_t, std::vector<double>>
      operands_;                                 ///< what conditions compare each question with
  std::vector<std::size_t> sizes_;               ///< of each question's condition
  std::vector<std::vector<std::string>> names_;  ///< what each question's condition names
  AnswerSheet sheet_;
  std::vector<Truth> visible_;
  ScoreBounds bounds_;
  std::optional<Truth> may_be_;  ///< the truth of a condition that some score may still make true
  std::size_t spent_ = 0;        ///< steps
};

/// Tells the outermost condition, each once, that hides questions whatever is answered.
class HiddenForever {
 public:
  HiddenForever(const Rubric& rubric, Reach& reach, Findings& findings)
      : rubric_(rubric), reach_(reach), findings_(findings) {}

  void check(std::size_t question) {
    const std::vector<const Condition*> conditions = rubric_.conditions_of(question);
    for (std::size_t count = 1; count <= conditions.size(); ++count) {
      const Condition* last = conditions[count - 1];
      if (!known_.contains(last)) known_.emplace(last, is_impossible(question, count));
      if (known_.at(last)) return;
    }
  }

 private:
  bool is_impossible(std::size_t question, std::size_t count) {
    const Reachable when = reach_.question(question, count);
    if (!when.tried || when.yes) return false;
    const Condition* last = rubric_.conditions_of(question)[count - 1];
    const auto& own = rubric_.question(question).when;
    findings_.error(
        last->pointer, "impossible-condition",
        own && last == &*own
            ? message("no answers make this condition true: the question is never asked")
            : message("no answers make this condition true: none of these questions is ever asked"));
    return true;
  }

  const Rubric& rubric_;  // all outlive the check
  Reach& reach_;
  Findings& findings_;
  std::unordered_map<const Condition*, bool> known_;
};

void check_conditions(const Rubric& rubric, const ScoreBounds& bounds, Findings& findings) {
  Reach reach(rubric, bounds);
  HiddenForever hidden(rubric, reach, findings);
  for (std::size_t q = 0; q < rubric.question_count(); ++q) hidden.check(q);
  for (std::size_t g = 0; g < rubric.parts().gates.size(); ++g) {
    const Reachable when = reach.gate(g);
    const std::string pointer = fmt::format("/gates/{}/when", g);
    if (when.tried && !when.yes)
      findings.warning(pointer, "gate-never",
                       message("no answers make this condition true: the gate never applies"));
    if (when.tried && !when.no)
      findings.warning(pointer, "gate-always",
                       message("every answer makes this condition true: the gate always applies"));
  }
  for (std::size_t b = 0; b < rubric.parts().bands.size(); ++b) {
    if (!rubric.parts().bands[b].when) continue;
    const Reachable when = reach.band(b);
    const std::string pointer = fmt::format("/bands/{}/when", b);
    if (when.tried && !when.yes)
      findings.warning(pointer, "band-never",
                       message("no answers make this condition true: the band is never the verdict"));
    if (when.tried && !when.no)
      findings.warning(
          pointer, "condition-always",
          message("every answer makes this condition true: the band needs nothing besides its score"));
  }
}

/// Whether the verdict may come to the band by a gate, or by the condition of another.
bool is_limit(const Rubric& rubric, const Band& band) {
  const auto is_named = [&](const Gate& gate) { return gate.verdict == band.id; };
  const auto has_condition = [](const Band& one) { return one.when.has_value(); };
  return std::ranges::any_of(rubric.parts().gates, is_named) ||
         std::ranges::any_of(rubric.parts().bands, has_condition);
}

}  // namespace

void validate_reach(const Rubric& rubric, Findings& findings) {
  const ScoreBounds bounds = score_bounds(rubric, findings);
  check_conditions(rubric, bounds, findings);
  const std::vector<Band>& bands = rubric.parts().bands;
  const ScoreRange& overall = bounds.after.back();
  for (std::size_t b = 0; b < bands.size(); ++b) {
    if (bands[b].from > overall.high)
      findings.warning(
          fmt::format("/bands/{}/from", b), "band-out-of-reach",
          message("no answers reach this band: the best possible score is {0}", two_decimals(overall.high)));
    if (b + 1 < bands.size() && bands[b + 1].from <= overall.low && !is_limit(rubric, bands[b]))
      findings.warning(
          fmt::format("/bands/{}/from", b), "band-out-of-reach",
          message("no answers reach this band: the lowest possible score is {0}", two_decimals(overall.low)));
  }
}

}  // namespace ibtikar
