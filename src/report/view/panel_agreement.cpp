// agreement_tables(): see panel_tables.h.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/decimal.h"
#include "report/view/panel_tables.h"

namespace ibtikar {
namespace {

/// Coefficients, and why some have no value.
class Coefficients {
 public:
  /// "0.74"; "–" without a value.
  std::string text(const Estimate& estimate) {
    if (estimate.value) return number_text(*estimate.value);
    if (estimate.undefined && std::ranges::find(reasons_, *estimate.undefined) == reasons_.end())
      reasons_.push_back(*estimate.undefined);
    return std::string(kNoNumber);
  }

  [[nodiscard]] static std::string text(const std::optional<Interval>& interval) {
    if (!interval) return std::string(kNoNumber);
    return number_text(interval->low) + "–" + number_text(interval->high);
  }

  [[nodiscard]] static std::string number_text(double value) {
    const double shown = rounded(value);
    return (shown < 0 ? "−" : "") + two_decimals(std::abs(shown));
  }

  [[nodiscard]] std::vector<std::string> remarks(const Formatter& formatter) const {
    std::vector<std::string> remarks;
    for (const Undefined reason : reasons_)
      remarks.push_back(message("– is not defined: {0}.", reason_of(reason)).in(formatter.language()));
    return remarks;
  }

 private:
  std::vector<Undefined> reasons_;
};

std::string name_of(const AnswerAgreement& answers, const Panel& panel, const Formatter& formatter) {
  if (answers.criterion.empty()) return std::string(panel_words(formatter.language()).all_questions);
  const auto& criteria = panel.frame.criteria;
  const auto found = std::ranges::find(criteria, answers.criterion, &CriterionScore::id);
  return found == criteria.end() ? formatter.foreign(answers.criterion)
                                 : formatter.title(found->title, found->id);
}

PanelTableView alpha_table(const Panel& panel, const Formatter& formatter) {
  const PanelWords& labels = panel_words(formatter.language());
  PanelTableView table;
  table.title = labels.alphas;
  table.head = {std::string(formatter.words()(Word::criterion)),
                std::string(labels.ordinal),
                std::string(labels.interval_95),
                std::string(labels.nominal),
                std::string(labels.interval),
                std::string(labels.ratio)};
  Coefficients coefficients;
  for (const AnswerAgreement& one : panel.agreement.answers)
    table.rows.push_back({name_of(one, panel, formatter), coefficients.text(one.ordinal.alpha),
                          Coefficients::text(one.ordinal.interval), coefficients.text(one.nominal.alpha),
                          coefficients.text(one.interval.alpha), coefficients.text(one.ratio.alpha)});
  table.remarks = coefficients.remarks(formatter);
  table.remarks.emplace_back(labels.alpha_legend);
  return table;
}

PanelTableView chance_table(const Panel& panel, const Formatter& formatter) {
  const PanelWords& labels = panel_words(formatter.language());
  PanelTableView table;
  table.title = labels.other_agreement;
  table.head = {std::string(formatter.words()(Word::criterion)),
                std::string(labels.same),
                std::string(labels.kappa),
                "AC1",
                "AC2",
                std::string(labels.answered_at_all)};
  Coefficients coefficients;
  for (const AnswerAgreement& one : panel.agreement.answers)
    table.rows.push_back(
        {name_of(one, panel, formatter),
         one.same.value ? percent_text(std::round(*one.same.value * 100) / 100) : coefficients.text(one.same),
         coefficients.text(one.kappa), coefficients.text(one.ac1), coefficients.text(one.ac2),
         coefficients.text(one.answered)});
  table.remarks = coefficients.remarks(formatter);
  return table;
}

/// "0.023", "<0.001"
std::string probability_text(double p) {
  constexpr double kLeastShown = 0.001;
  return p < kLeastShown ? "<0.001" : fmt::format("{:.3f}", p);
}

void add_score(PanelTableView& table, const ScoreAgreement& scores, const std::string& title,
               Coefficients& coefficients) {
  const IntraclassCorrelations& icc = scores.icc;
  table.rows.push_back({title, "alpha", coefficients.text(scores.alpha.alpha),
                        Coefficients::text(scores.alpha.interval), "", ""});
  for (const auto& [name, one] : {std::pair{"ICC(1)", &icc.icc1},
                                  {"ICC(2,1)", &icc.icc2},
                                  {"ICC(3,1)", &icc.icc3},
                                  {"ICC(1,k)", &icc.icc1k},
                                  {"ICC(2,k)", &icc.icc2k},
                                  {"ICC(3,k)", &icc.icc3k}}) {
    const Estimate estimate = icc.undefined ? Estimate{std::nullopt, icc.undefined} : one->estimate;
    table.rows.push_back({title, name, coefficients.text(estimate), Coefficients::text(one->interval),
                          one->test ? Coefficients::number_text(one->test->f) : std::string(),
                          one->test ? probability_text(one->test->p) : std::string()});
  }
}

PanelTableView score_table(const Panel& panel, const Formatter& formatter) {
  const PanelWords& labels = panel_words(formatter.language());
  PanelTableView table;
  table.title = labels.score_agreement;
  table.texts = 2;
  table.head = {std::string(formatter.words()(Word::score)),
                std::string(labels.coefficient),
                std::string(labels.value),
                std::string(labels.interval_95),
                "F",
                "p"};
  Coefficients coefficients;
  for (const ScoreAgreement& one : panel.agreement.scores)
    add_score(table, one, formatter.dimension(one.id), coefficients);
  table.remarks = coefficients.remarks(formatter);
  const bool by_likelihood = std::ranges::any_of(
      panel.agreement.scores, [](const ScoreAgreement& one) { return one.icc.by_likelihood; });
  table.remarks.emplace_back(labels.icc_legend);
  if (by_likelihood) table.remarks.emplace_back(labels.by_likelihood);
  return table;
}

}  // namespace

std::vector<PanelTableView> agreement_tables(const Panel& panel, const Formatter& formatter) {
  return {alpha_table(panel, formatter), chance_table(panel, formatter), score_table(panel, formatter)};
}

}  // namespace ibtikar
