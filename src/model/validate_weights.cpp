// Weights of a draft: in range, and with sums that can be divided by. See validate_parts.h.
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/json_pointer.h"
#include "model/condition_plan.h"
#include "model/validate_parts.h"

namespace ibtikar {
namespace {

// Wide enough for any rubric, narrow enough that sums of ten thousand neither overflow nor vanish.
constexpr double kLeastWeight = 1e-6;
constexpr double kGreatestWeight = 1e6;

void check_weight(double weight, const std::string& pointer, Findings& findings) {
  if (weight == 0 || (weight >= kLeastWeight && weight <= kGreatestWeight)) return;
  findings.error(
      pointer, "bad-weight",
      message("{0} is no weight; expected 0, or a number from 0.000001 to 1000000", shortest(weight)));
}

/// Whether the group is one that never counts.
bool is_idle(const Criterion& criterion, const std::string& group) {
  for (const QuestionGroup& one : criterion.groups)
    if (one.id == group) return one.weight == 0;
  return false;
}

bool can_score(const Criterion& criterion) {
  for (const Question& question : criterion.questions)
    if (question.weight > 0 && gives_utility(question) && !is_idle(criterion, question.group)) return true;
  return false;
}

/// What the criteria together give one dimension.
struct Contributors {
  bool any = false;
  double weight = 0;
};

/// Of every dimension, by id.
std::unordered_map<std::string, Contributors> contributors_of(const RubricDraft& draft) {
  std::unordered_map<std::string, Contributors> found;
  for (const Section& section : draft.sections)
    for (const Criterion& criterion : section.criteria)
      for (const Contribution& contribution : criterion.contributes) {
        Contributors& of_dimension = found[contribution.dimension];
        of_dimension.any = true;
        of_dimension.weight += contribution.weight;
      }
  return found;
}

/// The questions and scores that conditions read. They bear on the result whatever their weight is: what is
/// asked, which gate applies and which band is reached hang on them.
class ReadByConditions {
 public:
  explicit ReadByConditions(const RubricDraft& draft) {
    for (const Section& section : draft.sections) {
      if (section.when) add(*section.when);
      for (const Criterion& criterion : section.criteria) {
        if (criterion.when) add(*criterion.when);
        for (const Question& question : criterion.questions)
          if (question.when) add(*question.when);
      }
    }
    for (const Gate& gate : draft.gates) add(gate.when);
    for (const Band& band : draft.bands)
      if (band.when) add(*band.when);
  }

  [[nodiscard]] bool question(const std::string& full_id) const { return questions_.contains(full_id); }
  [[nodiscard]] bool score(const std::string& id) const { return scores_.contains(id); }

 private:
  void add(const Condition& condition) {
    for (std::string& name : questions_named(condition)) questions_.insert(std::move(name));
    for (std::string& name : scores_named(condition)) scores_.insert(std::move(name));
  }

  std::unordered_set<std::string> questions_;
  std::unordered_set<std::string> scores_;
};

void check_dimensions(const RubricDraft& draft, const ReadByConditions& read, Findings& findings) {
  if (draft.dimensions.empty()) {
    findings.error("/dimensions", "no-dimensions",
                   message("a rubric must score something; expected a dimension"));
    return;
  }
  double total = 0;
  std::unordered_map<std::string, Contributors> all = contributors_of(draft);
  for (std::size_t d = 0; d < draft.dimensions.size(); ++d) {
    const Dimension& dimension = draft.dimensions[d];
    const std::string pointer = fmt::format("/dimensions/{}", d);
    check_weight(dimension.weight, pointer + "/weight", findings);
    total += dimension.weight;
    const Contributors contributors = all[dimension.id];
    if (!contributors.any)
      findings.error(
          pointer, "no-contribution",
          message("no criterion contributes to dimension \"{0}\"; expected at least one", dimension.id));
    else if (contributors.weight == 0)
      findings.error(
          pointer, "zero-weights",
          message("all contributions to dimension \"{0}\" are 0; expected one over 0", dimension.id));
  }
  if (total == 0)
    findings.error("/dimensions", "zero-weights",
                   message("the weights of all dimensions are 0; expected one over 0"));
  for (std::size_t d = 0; total > 0 && d < draft.dimensions.size(); ++d)
    if (draft.dimensions[d].weight == 0 && !read.score(draft.dimensions[d].id))
      findings.warning(fmt::format("/dimensions/{}/weight", d), Code::never_counts,
                       message("a dimension of weight 0 never counts in the overall score"));
}

void check_criterion(const Criterion& criterion, const std::string& pointer, const ReadByConditions& read,
                     Findings& findings) {
  double contributed = 0;
  for (const Contribution& contribution : criterion.contributes) {
    const std::string at = pointer + "/contributes/" + pointer_token(contribution.dimension);
    check_weight(contribution.weight, at, findings);
    contributed += contribution.weight;
    if (contribution.weight == 0)
      findings.warning(at, Code::never_counts, message("a contribution of 0 never counts"));
  }
  for (std::size_t g = 0; g < criterion.groups.size(); ++g)
    check_weight(criterion.groups[g].weight, fmt::format("{}/groups/{}/weight", pointer, g), findings);
  if (contributed > 0 && !can_score(criterion))
    findings.error(
        pointer + "/questions", "zero-weights",
        message("the criterion contributes, but none of its questions is scored with a weight over 0"));
  if (contributed == 0 && can_score(criterion) && !read.score(criterion.id))
    findings.warning(pointer + "/contributes", Code::never_counts,
                     message("the criterion's questions are scored, but it contributes to no dimension"));
}

}  // namespace

void validate_weights(const RubricDraft& draft, Findings& findings) {
  const ReadByConditions read(draft);
  check_dimensions(draft, read, findings);
  for (std::size_t s = 0; s < draft.sections.size(); ++s)
    for (std::size_t c = 0; c < draft.sections[s].criteria.size(); ++c)
      check_criterion(draft.sections[s].criteria[c], criterion_pointer(s, c), read, findings);
  for_each_question(draft, [&](const Criterion& criterion, const Question& question,
                               const std::string& pointer) {
    check_weight(question.weight, pointer + "/weight", findings);
    if (question.weight == 0 && gives_utility(question) && !read.question(criterion.id + "." + question.id))
      findings.warning(pointer + "/weight", Code::never_counts,
                       message("a question of weight 0 never counts"));
    if (!(question.effort >= kLeastWeight && question.effort <= kGreatestWeight))
      findings.error(pointer + "/effort", "out-of-range",
                     message("{0} is no effort; expected a number over 0", shortest(question.effort)));
  });
}

}  // namespace ibtikar
