// Conditions of a draft: known questions, asked what they can answer, in order,
// without a cycle. See validate_parts.h.
#include <algorithm>
#include <limits>
#include <unordered_map>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "model/condition_plan.h"
#include "model/names.h"
#include "model/operand.h"
#include "model/validate_parts.h"

namespace ibtikar {
namespace {

struct Asked {
  const Question* question = nullptr;
  std::size_t number = 0;
  std::string pointer;
};

std::string name_of(Test test) { return std::string(name_in(kConditionTests, test)); }
std::string name_of(QuestionType type) { return std::string(name_in(kQuestionTypes, type)); }

std::vector<std::string> tests_of(QuestionType type) {
  switch (type) {
    case QuestionType::scale:
    case QuestionType::number:
      return {"is", "is_not", "at_least", "at_most", "above", "below", "one_of"};
    case QuestionType::yes_no:
      return {"is", "is_not"};
    case QuestionType::choice:
      return {"is", "is_not", "one_of"};
    case QuestionType::choices:
      return {"includes"};
    case QuestionType::text:
      return {};
  }
  return {};
}

/// "/criteria/CRITERION/questions/QUESTION" of a full id.
std::string home_of(const std::string& full_id) {
  const std::size_t dot = full_id.find('.');
  if (dot == std::string::npos) return {};
  return fmt::format("/criteria/{}/questions/{}", pointer_token(full_id.substr(0, dot)),
                     pointer_token(full_id.substr(dot + 1)));
}

class ConditionCheck {
 public:
  ConditionCheck(const RubricDraft& draft, Findings& findings) : draft_(draft), findings_(findings) {
    for_each_question(draft,
                      [&](const Criterion& criterion, const Question& question, const std::string& pointer) {
                        ids_.push_back(criterion.id + "." + question.id);
                        asked_.emplace(ids_.back(), Asked{&question, asked_.size(), pointer});
                      });
  }

  /// `asker`: the number of the (first) question that the condition hides; nothing for a gate or a band.
  void check(const Condition& condition, std::optional<std::size_t> asker, bool in_cycle) {
    for (const Condition& part : condition.parts) check(part, asker, in_cycle);
    if (condition.kind != Condition::Kind::atom) {
      if (condition.parts.empty())
        findings_.error(condition.pointer, "empty-condition",
                        message("the condition is empty; expected at least one part"));
      return;
    }
    if (!condition.atom.score.empty()) return check_score(condition, asker.has_value());
    const auto found = asked_.find(condition.atom.question);
    if (found == asked_.end()) {
      findings_.unknown_name(condition.pointer + "/question", "unknown-question", phrase("question"),
                             condition.atom.question, ids_, home_of(condition.atom.question));
      return;
    }
    if (asker && found->second.number >= *asker && !in_cycle)
      findings_.error(
          condition.pointer + "/question", "later-question",
          message("\"{0}\" is asked later; expected a question before this one", condition.atom.question));
    check_test(condition, *found->second.question);
  }

  /// Each cycle of `when` references once, with its chain. Returns for each question whether it is
  /// in one.
  std::vector<bool> check_cycles() {
    edges_.resize(ids_.size());
    for (std::size_t q = 0; q < ids_.size(); ++q) {
      const auto& when = asked_.at(ids_[q]).question->when;
      if (!when) continue;
      for (const std::string& name : questions_named(*when))
        if (const auto found = asked_.find(name); found != asked_.end())
          edges_[q].push_back(found->second.number);
    }
    mark_.assign(ids_.size(), Mark::fresh);
    in_cycle_.assign(ids_.size(), false);
    for (std::size_t q = 0; q < ids_.size(); ++q) walk_from(q);
    return in_cycle_;
  }

 private:
  enum class Mark { fresh, open, closed };

  /// A score is known when all was asked: only gates may ask it.
  void check_score(const Condition& condition, bool is_when) {
    const Atom& atom = condition.atom;
    const std::string pointer = condition.pointer + "/score";
    if (is_when)
      findings_.error(pointer, "score-in-when",
                      message("what is asked cannot depend on a score; expected a question, or a gate"));
    std::vector<std::string> known;
    for (const Section& section : draft_.sections)
      for (const Criterion& criterion : section.criteria) known.push_back(criterion.id);
    for (const Dimension& dimension : draft_.dimensions) known.push_back(dimension.id);
    known.emplace_back("overall");
    const auto count = std::count(known.begin(), known.end(), atom.score);
    if (count == 0)
      findings_.unknown_name(pointer, "unknown-score", phrase("criterion or dimension"), atom.score, known,
                             "/criteria/" + pointer_token(atom.score));
    if (count > 1)
      findings_.error(pointer, "ambiguous-score",
                      message("{0} is more than one of a criterion, a dimension and the overall score; "
                              "expected ids that differ",
                              quoted(atom.score)));
    const std::string at = condition.pointer + "/" + name_of(atom.test);
    if (!is_bound(atom.test)) {
      findings_.error(at, Code::wrong_test,
                      message("\"{0}\" does not fit a score; expected {1}", name_of(atom.test),
                              "at_least, at_most, above, below"));
      return;
    }
    const double* number = atom.operands.empty() ? nullptr : std::get_if<double>(&atom.operands.front());
    if (number == nullptr)
      findings_.error(at, Code::wrong_operand,
                      message("this does not fit a score; expected a number from 0 to 100"));
    else if (*number < 0 || *number > 100)
      findings_.error(at, "out-of-range",
                      message("{0} is out of range; expected a number from 0 to 100", shortest(*number)));
    else
      report_bound(atom.test, *number, 0, 100, at);
  }

  void check_test(const Condition& condition, const Question& question) {
    const Atom& atom = condition.atom;
    const std::string test = name_of(atom.test);
    const std::vector<std::string> allowed = tests_of(question.type);
    if (std::find(allowed.begin(), allowed.end(), test) == allowed.end()) {
      findings_.error(condition.pointer + "/" + test, Code::wrong_test,
                      allowed.empty()
                          ? message("a {0} question cannot be asked anything", name_of(question.type))
                          : message("\"{0}\" does not fit a {1} question; expected {2}", test,
                                    name_of(question.type), listed_tests(allowed)));
      return;
    }
    for (std::size_t i = 0; i < atom.operands.size(); ++i) {
      const std::string at = condition.pointer + "/" + test;
      check_operand(question, atom.test, atom.operands[i],
                    atom.test == Test::one_of ? fmt::format("{}/{}", at, i) : at);
    }
  }

  static std::string listed_tests(const std::vector<std::string>& tests) {
    std::string out;
    for (const std::string& test : tests) out += (out.empty() ? "" : ", ") + test;
    return out;
  }

  void check_operand(const Question& question, Test test, const Operand& operand,
                     const std::string& pointer) {
    const auto number = operand_number(question, operand);
    if (!number) {
      report_wrong_operand(question, operand, pointer);
      return;
    }
    if (question.type == QuestionType::scale) check_level(question, test, *number, pointer);
    if (question.type == QuestionType::number) check_in_range(question, test, *number, pointer);
  }

  void report_wrong_operand(const Question& question, const Operand& operand, const std::string& pointer) {
    const std::string* text = std::get_if<std::string>(&operand);
    if (text != nullptr &&
        (question.type == QuestionType::choice || question.type == QuestionType::choices)) {
      std::vector<std::string> options;
      if (findings_.has_hints_left())
        for (const Option& option : question.options) options.push_back(option.id);
      findings_.unknown_name(pointer, "unknown-option", phrase("option"), *text, options);
      return;
    }
    Message expected = message("the id of an option");
    if (question.type == QuestionType::scale) expected = message("a level's value");
    if (question.type == QuestionType::number) expected = message("a number");
    if (question.type == QuestionType::yes_no) expected = message("true or false");
    findings_.error(
        pointer, Code::wrong_operand,
        message("this does not fit a {0} question; expected {1}", name_of(question.type), expected));
  }

  void check_level(const Question& question, Test test, double value, const std::string& pointer) {
    const Scale* scale = named_scale(draft_, question);
    const std::vector<Level>& levels = scale != nullptr ? scale->levels : question.levels;
    if (levels.empty()) return;
    const auto below = [](const Level& a, const Level& b) { return a.value < b.value; };
    const double least = std::min_element(levels.begin(), levels.end(), below)->value;
    const double greatest = std::max_element(levels.begin(), levels.end(), below)->value;
    if (is_bound(test)) {
      report_bound(test, value, least, greatest, pointer);
      return;
    }
    for (const Level& level : levels)
      if (level.value == value) return;
    findings_.error(pointer, "no-such-level",
                    message("{0} is no level of the question; expected one from {1} to {2}", shortest(value),
                            shortest(least), shortest(greatest)));
  }

  void check_in_range(const Question& question, Test test, double value, const std::string& pointer) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const double least = question.min.value_or(-kInfinity);
    const double greatest = question.max.value_or(kInfinity);
    if (is_bound(test))
      report_bound(test, value, least, greatest, pointer);
    else if (value < least || value > greatest)
      findings_.error(pointer, "impossible-condition",
                      message("no answer is {0}; expected a number from {1} to {2}", shortest(value),
                              shortest(least), shortest(greatest)));
  }

  /// What no answer is, and what each is.
  static Message words_of_bound(Test test, const std::string& value, const std::string& end) {
    switch (test) {
      case Test::at_most:
        return message("no answer is at most {0}; expected at least {1}", value, end);
      case Test::above:
        return message("no answer is above {0}; expected less than {1}", value, end);
      case Test::below:
        return message("no answer is below {0}; expected more than {1}", value, end);
      default:
        return message("no answer is at least {0}; expected at most {1}", value, end);
    }
  }

  static bool is_bound(Test test) {
    return test == Test::at_least || test == Test::at_most || test == Test::above || test == Test::below;
  }

  /// A bound that no answer is beyond, or on the right side of.
  void report_bound(Test test, double value, double least, double greatest, const std::string& pointer) {
    const bool is_lower = test == Test::at_least || test == Test::above;
    const bool is_strict = test == Test::above || test == Test::below;
    const double end = is_lower ? greatest : least;
    const bool impossible = is_lower ? value > end : value < end;
    if (!impossible && !(is_strict && value == end)) return;
    findings_.error(pointer, "impossible-condition", words_of_bound(test, shortest(value), shortest(end)));
  }

  /// Depth first along `when` references, with a stack of our own: a rubric may chain ten thousand.
  void walk_from(std::size_t start) {
    if (mark_[start] != Mark::fresh) return;
    std::vector<std::pair<std::size_t, std::size_t>> path{{start, 0}};
    mark_[start] = Mark::open;
    while (!path.empty()) {
      auto& [question, next] = path.back();
      if (next == edges_[question].size()) {
        mark_[question] = Mark::closed;
        path.pop_back();
        continue;
      }
      const std::size_t to = edges_[question][next++];
      if (mark_[to] == Mark::open) report_cycle(path, to);
      if (mark_[to] != Mark::fresh) continue;
      mark_[to] = Mark::open;
      path.emplace_back(to, 0);
    }
  }

  /// The circle is the path from `to` on. Circles beyond those that are shown are not walked:
  /// whether a question is in one only matters for other messages about it, which are not shown
  /// either.
  void report_cycle(const std::vector<std::pair<std::size_t, std::size_t>>& path, std::size_t to) {
    constexpr std::size_t kMostLinks = 10;
    if (!findings_.has_hints_left()) return;
    std::size_t begin = path.size();
    while (path[--begin].first != to) in_cycle_[path[begin].first] = true;
    in_cycle_[to] = true;
    std::string chain;
    for (std::size_t i = begin; i < std::min(path.size(), begin + kMostLinks); ++i)
      chain += ids_[path[i].first] + " -> ";
    if (path.size() > begin + kMostLinks)
      chain += fmt::format("({} more) -> ", path.size() - begin - kMostLinks);
    findings_.error(asked_.at(ids_[to]).pointer + "/when", "condition-cycle",
                    message("conditions go round in a circle: {0}{1}", chain, ids_[to]));
  }

  const RubricDraft& draft_;  // both outlive the check
  Findings& findings_;
  std::vector<std::string> ids_;
  std::unordered_map<std::string, Asked> asked_;
  std::vector<std::vector<std::size_t>> edges_;
  std::vector<Mark> mark_;
  std::vector<bool> in_cycle_;
};

}  // namespace

void validate_conditions(const RubricDraft& draft, Findings& findings) {
  ConditionCheck check(draft, findings);
  const std::vector<bool> in_cycle = check.check_cycles();
  std::size_t number = 0;
  for (const Section& section : draft.sections) {
    if (section.when) check.check(*section.when, number, false);
    for (const Criterion& criterion : section.criteria) {
      if (criterion.when) check.check(*criterion.when, number, false);
      for (const Question& question : criterion.questions) {
        if (question.when) check.check(*question.when, number, in_cycle[number]);
        ++number;
      }
    }
  }
  for (const Gate& gate : draft.gates) check.check(gate.when, std::nullopt, false);
  for (const Band& band : draft.bands)
    if (band.when) check.check(*band.when, std::nullopt, false);
}

}  // namespace ibtikar
