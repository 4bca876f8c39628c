// Judgements: what people said about how much the parts of a rubric matter, and the weights that
// follow. The format `ibtikar-judgements/1`.
//
//   const auto parts = weighed_parts(rubric.parts(), "dimensions");
//   Checked<WeightTable> table = weigh(*parts, judgements);   // every judgement that does not fit
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ibtikar/localized.h"
#include "ibtikar/result.h"
#include "ibtikar/rubric.h"
#include "ibtikar/weights.h"

namespace ibtikar {

/// "`of` matters `times` as much as `over`", by id.
struct NamedJudgement {
  std::string of;
  std::string over;
  double times = 1;

  friend bool operator==(const NamedJudgement&, const NamedJudgement&) = default;
};

struct Judgements {
  WeightMethod method = WeightMethod::ahp;
  std::string of;  ///< "dimensions", "criteria:DIMENSION", "questions:CRITERION[/GROUP]"; empty: not said
  std::vector<NamedJudgement> pairs;  ///< ahp
  std::vector<std::vector<std::string>>
      order;  ///< rank-order centroid: the most important first; equal ones together
  std::vector<std::pair<std::string, double>> amounts;  ///< swing, points; each 0 or more

  friend bool operator==(const Judgements&, const Judgements&) = default;
};

/// Something that has a weight among others.
struct WeighedPart {
  std::string id;  ///< of a dimension, a criterion, a question (without its criterion) or a question group
  LocalizedText title;
  double weight = 0;      ///< in the rubric
  bool is_group = false;  ///< of questions

  friend bool operator==(const WeighedPart&, const WeighedPart&) = default;
};

/// The parts that `of` names, in the rubric's order. Questions of a criterion are those that are
/// scored, and in its groups' place the groups. Nothing if the rubric has no such parts.
[[nodiscard]] std::optional<std::vector<WeighedPart>> weighed_parts(const RubricDraft& rubric,
                                                                    std::string_view of);

/// All that `of` may be for this rubric.
[[nodiscard]] std::vector<std::string> weighable(const RubricDraft& rubric);

struct WeightRow {
  WeighedPart part;
  double share_before = 0;  ///< of all weights in the rubric, in [0, 1]
  double share = 0;         ///< by the judgements
  double weight = 0;        ///< the same, so that all weights add up to what they did before

  friend bool operator==(const WeightRow&, const WeightRow&) = default;
};

struct WeightTable {
  Judgements judgements;
  std::vector<WeightRow> rows;
  std::optional<AhpResult> ahp;

  friend bool operator==(const WeightTable&, const WeightTable&) = default;
};

/// The weights by these judgements. Errors carry JSON pointers into the judgements' document:
/// unknown parts, parts that are judged twice or not at all, numbers out of range.
[[nodiscard]] Checked<WeightTable> weigh(const std::vector<WeighedPart>& parts, const Judgements& judgements);

/// "ahp", "roc", "swing", "points"
[[nodiscard]] std::string_view method_name(WeightMethod method);
[[nodiscard]] std::optional<WeightMethod> method_of(std::string_view name);

}  // namespace ibtikar
