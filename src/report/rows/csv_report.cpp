// render_csv(): see ibtikar/report.h. One table of everything that was scored; docs/formats.md
// names its columns. Numbers are ours and stand as they are; every text goes through
// safe_for(Target::csv, ...).
#include <algorithm>
#include <array>

#include "base/decimal.h"
#include "base/safe_targets.h"
#include "base/utf8.h"
#include "codec/results/assessment_names.h"
#include "ibtikar/report.h"
#include "report/view/value_text.h"
#include "report/view/formatter.h"

namespace ibtikar {
namespace {

/// The columns that every table has, in order. A pair for each dimension follows.
enum class Column : std::size_t {
  proposal,
  title,
  assessor,
  date,
  kind,
  part_of,
  id,
  text,
  state,
  score,
  low,
  high,
  completeness,
  band,
  verdict,
  settled,
  value,
  answer,
  unit,
  evidence,
  utility,
  credited,
  note,
  links,
  count
};
/// Behind them where some assessment has one: the score on a scale of its own.
constexpr std::string_view kShown = "shown";
constexpr std::array<std::string_view, static_cast<std::size_t>(Column::count)> kColumnNames = {
    "proposal", "title",  "assessor", "date",     "kind",         "part_of",  "id",      "text",
    "state",    "score",  "low",      "high",     "completeness", "band",     "verdict", "settled",
    "value",    "answer", "unit",     "evidence", "utility",      "credited", "note",    "links"};

/// One row while its cells come together; what is not set stays empty.
class CsvRow {
 public:
  CsvRow(std::size_t dimensions, bool with_shown)
      : cells_(kColumnNames.size() + 2 * dimensions + (with_shown ? 1 : 0)) {}

  void text(Column column, std::string_view text) { cell(column) = safe_for(Target::csv, text); }
  void number(Column column, const Score& number) {
    if (number) append_two_decimals(cell(column), *number);
  }
  void shown(std::string text) { cells_.back() = std::move(text); }
  void points(std::size_t dimension, double amount) { amount_at(2 * dimension, amount); }
  void lost(std::size_t dimension, double amount) { amount_at(2 * dimension + 1, amount); }

  void append_to(std::string& out) const {
    for (std::size_t i = 0; i < cells_.size(); ++i) out.append(i > 0 ? "," : "").append(cells_[i]);
    out += "\r\n";
  }

 private:
  std::string& cell(Column column) { return cells_[static_cast<std::size_t>(column)]; }
  void amount_at(std::size_t place, double amount) {
    append_two_decimals(cells_[kColumnNames.size() + place], amount);
  }

  std::vector<std::string> cells_;
};

/// The dimensions of all rubrics, each once, as they come.
std::vector<std::string> dimensions_of(const std::vector<Assessment>& assessments) {
  std::vector<std::string> ids;
  for (const Assessment& assessment : assessments)
    for (const DimensionScore& dimension : assessment.dimensions)
      if (std::ranges::find(ids, dimension.id) == ids.end()) ids.push_back(dimension.id);
  return ids;
}

/// Whether some score is shown on a scale of its own.
bool has_scales(const Assessment& assessment) {
  const auto has_scale = [](const auto& score) { return score.scale.has_value(); };
  return has_scale(assessment.overall) || std::ranges::any_of(assessment.dimensions, has_scale) ||
         std::ranges::any_of(assessment.criteria, has_scale);
}

class CsvTable {
 public:
  CsvTable(const std::vector<std::string>& dimensions, bool with_shown, std::string& out)
      : dimensions_(dimensions), with_shown_(with_shown), out_(out) {
    std::string line;
    for (const std::string_view name : kColumnNames) line.append(line.empty() ? "" : ",").append(name);
    for (const std::string& id : dimensions)
      for (const char* what : {"points:", "lost:"}) line += "," + safe_for(Target::csv, what + id);
    if (with_shown) line.append(",").append(kShown);
    out_ += line + "\r\n";
  }

  void add(const Assessment& assessment, const Formatter& formatter) {
    add_score(assessment, formatter, assessment.overall, "overall");
    for (const DimensionScore& dimension : assessment.dimensions)
      add_score(assessment, formatter, dimension, "dimension");
    for (const CriterionScore& criterion : assessment.criteria) {
      add_criterion(assessment, formatter, criterion);
      for (const GroupScore& group : criterion.groups) {
        CsvRow row = begin(assessment, "group", group.id, formatter.title(group.title, group.id));
        row.text(Column::part_of, criterion.id);
        measure(row, group.measure, group.applicable);
        row.append_to(out_);
      }
    }
    for (const QuestionResult& question : assessment.questions) add_question(assessment, formatter, question);
    for (const GateResult& gate : assessment.gates) {
      CsvRow row = begin(assessment, "gate", gate.id, formatter.text(gate.message));
      row.text(Column::state, gate_state_name(gate.state));
      row.append_to(out_);
    }
    for (const RequirementResult& one : assessment.requirements) {
      CsvRow row = begin(assessment, "requirement", one.band, formatter.text(one.message));
      row.text(Column::state, requirement_state_name(one.state));
      row.append_to(out_);
    }
  }

 private:
  [[nodiscard]] CsvRow begin(const Assessment& assessment, std::string_view kind, std::string_view id,
                             std::string_view text) const {
    CsvRow row(dimensions_.size(), with_shown_);
    row.text(Column::proposal, assessment.proposal.id);
    row.text(Column::title, assessment.proposal.title);
    row.text(Column::assessor, assessment.proposal.assessor);
    row.text(Column::date, assessment.proposal.date);
    row.text(Column::kind, kind);
    row.text(Column::id, id);
    row.text(Column::text, text);
    return row;
  }

  static void measure(CsvRow& row, const Measure& measure, bool applicable) {
    row.text(Column::state, !applicable ? "not_applicable" : measure.score ? "scored" : "unscored");
    row.number(Column::score, measure.score);
    if (!applicable) return;
    row.number(Column::low, measure.low);
    row.number(Column::high, measure.high);
    row.number(Column::completeness, measure.completeness);
  }

  void add_score(const Assessment& assessment, const Formatter& formatter, const DimensionScore& score,
                 std::string_view kind) {
    CsvRow row = begin(assessment, kind, kind == "overall" ? kind : std::string_view(score.id),
                       formatter.dimension(kind == "overall" ? kind : std::string_view(score.id)));
    measure(row, score.measure, score.applicable);
    if (score.scale) row.shown(shown_texts(score.measure, score.scale).score);
    row.text(Column::band, score.band);
    if (kind == "overall") {
      row.text(Column::verdict, assessment.verdict);
      row.text(Column::settled, assessment.settled ? "true" : "false");
    }
    row.append_to(out_);
  }

  void add_criterion(const Assessment& assessment, const Formatter& formatter,
                     const CriterionScore& criterion) {
    CsvRow row = begin(assessment, "criterion", criterion.id, formatter.title(criterion.title, criterion.id));
    row.text(Column::part_of, criterion.section);
    if (!criterion.contributes.empty()) measure(row, criterion.measure, criterion.applicable);
    if (criterion.scale) row.shown(shown_texts(criterion.measure, criterion.scale).score);
    row.append_to(out_);
  }

  void add_question(const Assessment& assessment, const Formatter& formatter,
                    const QuestionResult& question) {
    CsvRow row = begin(assessment, "question", question.id, formatter.title(question.ask, question.id));
    row.text(Column::part_of, question.criterion);
    row.text(Column::state, state_name(question.state));
    row.text(Column::value, value_text(question.value));
    row.text(Column::answer, formatter.answer(question));
    row.text(Column::unit, formatter.text(question.unit));
    row.text(Column::evidence, question.evidence);
    row.number(Column::utility, question.utility);
    row.number(Column::credited, question.credited);
    row.text(Column::note, question.note);
    row.text(Column::links, joined(question.links, " "));
    for (std::size_t d = 0; d < dimensions_.size(); ++d) {
      for (const auto& [id, amount] : question.points)
        if (id == dimensions_[d]) row.points(d, amount);
      for (const auto& [id, amount] : question.lost)
        if (id == dimensions_[d]) row.lost(d, amount);
    }
    row.append_to(out_);
  }

  const std::vector<std::string>& dimensions_;
  bool with_shown_;
  std::string& out_;
};

}  // namespace

std::string render_csv(const std::vector<Assessment>& assessments, const CsvOptions& options) {
  std::string out(options.byte_order_mark ? kByteOrderMark : std::string_view());
  const std::vector<std::string> dimensions = dimensions_of(assessments);
  CsvTable table(dimensions, std::ranges::any_of(assessments, has_scales), out);
  for (const Assessment& assessment : assessments)
    table.add(assessment, Formatter(assessment, options.language));
  return out;
}

}  // namespace ibtikar
