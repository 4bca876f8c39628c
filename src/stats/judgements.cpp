// See ibtikar/judgements.h.
#include "ibtikar/judgements.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "base/suggest.h"

namespace ibtikar {
namespace {

constexpr std::array<std::pair<std::string_view, WeightMethod>, 4> kMethods = {
    std::pair{"ahp", WeightMethod::ahp}, std::pair{"roc", WeightMethod::rank_order_centroid},
    std::pair{"swing", WeightMethod::swing}, std::pair{"points", WeightMethod::points}};

constexpr std::string_view kCriteriaOf = "criteria:";
constexpr std::string_view kQuestionsOf = "questions:";

/// Weights in a rubric are 0 or at least 0.000001. They are written with so many decimals.
constexpr double kWeightUnits = 1e6;

std::vector<WeighedPart> dimensions_of(const RubricDraft& rubric) {
  std::vector<WeighedPart> parts;
  for (const Dimension& dimension : rubric.dimensions)
    parts.push_back({dimension.id, dimension.title, dimension.weight, false});
  return parts;
}

std::vector<WeighedPart> criteria_of(const RubricDraft& rubric, std::string_view dimension) {
  std::vector<WeighedPart> parts;
  for (const Section& section : rubric.sections)
    for (const Criterion& criterion : section.criteria)
      for (const Contribution& one : criterion.contributes)
        if (one.dimension == dimension) parts.push_back({criterion.id, criterion.title, one.weight, false});
  return parts;
}

std::vector<WeighedPart> questions_of(const Criterion& criterion, std::string_view group) {
  std::vector<WeighedPart> parts;
  if (group.empty())
    for (const QuestionGroup& one : criterion.groups) parts.push_back({one.id, one.title, one.weight, true});
  for (const Question& question : criterion.questions)
    if (question.group == group && gives_utility(question))
      parts.push_back({question.id, question.ask, question.weight, false});
  return parts;
}

std::vector<WeighedPart> questions_named(const RubricDraft& rubric, std::string_view path) {
  const std::size_t slash = path.find('/');
  const std::string_view group =
      slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  for (const Section& section : rubric.sections)
    for (const Criterion& criterion : section.criteria)
      if (criterion.id == path.substr(0, slash)) return questions_of(criterion, group);
  return {};
}

/// Turns judgements by id into judgements by number, and notes what does not fit.
class Judging {
 public:
  Judging(const std::vector<WeighedPart>& parts, const Judgements& judgements)
      : parts_(parts), judgements_(judgements) {
    for (const WeighedPart& part : parts) ids_.push_back(part.id);
  }

  [[nodiscard]] Checked<WeightTable> table() {
    WeightTable table{judgements_, {}, {}};
    const std::vector<double> shares = judged(table);
    if (faults_.empty() && shares.empty())
      fault(amounts_member(), "zero-weights", message("all are 0; expected one over 0"));
    if (!faults_.empty()) return fail(std::move(faults_));
    double all = 0;
    for (const WeighedPart& part : parts_) all += part.weight;
    const double total = all > 0 ? all : static_cast<double>(parts_.size());
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const double exact = shares[i] * total;
      const double weight = exact > 0 ? std::max(1.0, std::round(exact * kWeightUnits)) / kWeightUnits : 0;
      table.rows.push_back({parts_[i], all > 0 ? parts_[i].weight / all : 0, shares[i], weight});
    }
    return table;
  }

 private:
  [[nodiscard]] std::vector<double> judged(WeightTable& table) {
    switch (judgements_.method) {
      case WeightMethod::ahp: {
        const std::vector<PairJudgement> pairs = pair_judgements();
        if (!faults_.empty()) return {};
        table.ahp = ahp_weights(parts_.size(), pairs);
        return table.ahp->weights;
      }
      case WeightMethod::rank_order_centroid: {
        const std::vector<std::size_t> ranks = ranks_of_parts();
        return faults_.empty() ? rank_order_centroid(ranks) : std::vector<double>();
      }
      case WeightMethod::swing:
      case WeightMethod::points:
        break;
    }
    const std::vector<double> amounts = amounts_of_parts();
    return faults_.empty() ? proportional_weights(amounts) : std::vector<double>();
  }

  void fault(std::string pointer, std::string code, Message what) {
    faults_.push_back(error_at(std::move(pointer), std::move(code), std::move(what)));
  }

  [[nodiscard]] std::string amounts_member() const {
    return judgements_.method == WeightMethod::swing ? "/swings" : "/points";
  }

  std::optional<std::size_t> number_of(const std::string& id, const std::string& pointer) {
    const auto found = std::ranges::find(ids_, id);
    if (found != ids_.end()) return static_cast<std::size_t>(found - ids_.begin());
    fault(pointer, "unknown-part",
          message("there is no {0} among what is weighed{1}", quoted(id), suggestion_or_list(id, ids_)));
    return std::nullopt;
  }

  void note_missing(const std::vector<bool>& judged, const std::string& pointer) {
    for (std::size_t i = 0; i < ids_.size(); ++i)
      if (!judged[i])
        fault(pointer, "missing-judgement", message("nothing is said about {0}", quoted(ids_[i])));
  }

  [[nodiscard]] std::vector<PairJudgement> pair_judgements() {
    std::vector<PairJudgement> pairs;
    std::set<std::pair<std::size_t, std::size_t>> known;
    if (parts_.size() > kMostJudged)
      fault("/of", "too-many-parts",
            message("AHP compares at most {0} parts, and these are {1}; another method weighs more",
                    kMostJudged, parts_.size()));
    for (std::size_t i = 0; i < judgements_.pairs.size() && faults_.empty(); ++i) {
      const NamedJudgement& one = judgements_.pairs[i];
      const std::string pointer = fmt::format("/pairs/{}", i);
      const auto first = number_of(one.of, pointer + "/of");
      const auto second = number_of(one.over, pointer + "/over");
      if (!(one.times >= 1 / kStrongestJudgement - 1e-9 && one.times <= kStrongestJudgement))
        fault(pointer + "/times", "out-of-range",
              message("{0} is no judgement; expected a number from 1/9 to 9", shortest(one.times)));
      if (!first || !second) continue;
      if (*first == *second || !known.insert(std::minmax(*first, *second)).second)
        fault(pointer, "judged-twice",
              message("{0} and {1} are compared already, or are the same", quoted(one.of), quoted(one.over)));
      pairs.push_back({*first, *second, one.times});
    }
    if (!faults_.empty()) return {};
    for (std::size_t a = 0; a < ids_.size(); ++a)
      for (std::size_t b = a + 1; b < ids_.size(); ++b)
        if (!known.contains({a, b}))
          fault("/pairs", "missing-judgement",
                message("{0} and {1} are not compared", quoted(ids_[a]), quoted(ids_[b])));
    return pairs;
  }

  [[nodiscard]] std::vector<std::size_t> ranks_of_parts() {
    std::vector<std::size_t> ranks(ids_.size());
    std::vector<bool> known(ids_.size());
    for (std::size_t rank = 0; rank < judgements_.order.size(); ++rank)
      for (const std::string& id : judgements_.order[rank]) {
        const std::string pointer = fmt::format("/order/{}", rank);
        const auto number = number_of(id, pointer);
        if (!number) continue;
        if (known[*number])
          fault(pointer, "judged-twice", message("{0} stands in the order twice", quoted(id)));
        known[*number] = true;
        ranks[*number] = rank;
      }
    note_missing(known, "/order");
    return ranks;
  }

  [[nodiscard]] std::vector<double> amounts_of_parts() {
    std::vector<double> amounts(ids_.size());
    std::vector<bool> known(ids_.size());
    for (const auto& [id, amount] : judgements_.amounts) {
      const std::string pointer = amounts_member() + "/" + pointer_token(id);
      const auto number = number_of(id, pointer);
      if (!(amount >= 0 && amount <= 1e9))
        fault(pointer, "out-of-range", message("{0} is out of range; expected 0 or more", shortest(amount)));
      if (!number) continue;
      known[*number] = true;
      amounts[*number] = amount;
    }
    note_missing(known, amounts_member());
    return amounts;
  }

  const std::vector<WeighedPart>& parts_;
  const Judgements& judgements_;
  std::vector<std::string> ids_;
  Diagnostics faults_;
};

}  // namespace

std::optional<std::vector<WeighedPart>> weighed_parts(const RubricDraft& rubric, std::string_view of) {
  std::vector<WeighedPart> parts;
  if (of == "dimensions") parts = dimensions_of(rubric);
  if (of.starts_with(kCriteriaOf)) parts = criteria_of(rubric, of.substr(kCriteriaOf.size()));
  if (of.starts_with(kQuestionsOf)) parts = questions_named(rubric, of.substr(kQuestionsOf.size()));
  if (parts.empty()) return std::nullopt;
  return parts;
}

std::vector<std::string> weighable(const RubricDraft& rubric) {
  std::vector<std::string> all = {"dimensions"};
  for (const Dimension& dimension : rubric.dimensions) all.push_back(std::string(kCriteriaOf) + dimension.id);
  for (const Section& section : rubric.sections)
    for (const Criterion& criterion : section.criteria) {
      all.push_back(std::string(kQuestionsOf) + criterion.id);
      for (const QuestionGroup& group : criterion.groups)
        all.push_back(fmt::format("{}{}/{}", kQuestionsOf, criterion.id, group.id));
    }
  std::erase_if(all, [&](const std::string& of) { return !weighed_parts(rubric, of); });
  return all;
}

Checked<WeightTable> weigh(const std::vector<WeighedPart>& parts, const Judgements& judgements) {
  return Judging(parts, judgements).table();
}

std::string_view method_name(WeightMethod method) {
  for (const auto& [name, one] : kMethods)
    if (one == method) return name;
  return {};
}

std::optional<WeightMethod> method_of(std::string_view name) {
  for (const auto& [known, method] : kMethods)
    if (known == name) return method;
  return std::nullopt;
}

}  // namespace ibtikar
