// See portfolio_database.h.
#include "io/sqlite/portfolio_database.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "ibtikar/assessment.h"
#include "ibtikar/version.h"
#include "io/sqlite/portfolio_schema.h"
#include "model/names.h"

namespace ibtikar::io {
namespace {

/// By number: the overall, then the dimensions.
const std::optional<DisplayScale>& scale_of(const Rubric& rubric, std::size_t dimension) {
  return dimension == 0 ? rubric.parts().overall_scale : rubric.dimensions()[dimension - 1].scale;
}

bool has_scales(const Rubric& rubric) {
  for (std::size_t d = 0; d <= rubric.dimensions().size(); ++d)
    if (scale_of(rubric, d)) return true;
  return false;
}

bool is_better_lower(const Rubric& rubric, std::size_t dimension) {
  return (dimension == 0 ? rubric.parts().overall_better : rubric.dimensions()[dimension - 1].better) ==
         Better::lower;
}

/// The first band's number is 1; kInsufficient is a verdict too, and begins nowhere.
constexpr std::int64_t kNoBand = 0;

/// The state of an answer. Empty if there is nothing to say about the question.
std::string_view state_of(const Cell& cell, const RowQuestion& question) {
  using State = RowQuestion::State;
  if (question.state == State::answered) return "answered";
  if (question.state == State::open) return "open";
  if (cell.state == CellState::not_applicable) return "not-applicable";
  if (cell.state == CellState::unanswered) return {};
  return question.state == State::out ? "hidden" : "unscored";
}

std::string quoted_name(const std::string& id) { return "\"" + id + "\""; }  // ids have no quotation marks

/// A row as the other formats of a batch have it, by their names.
std::string rows_view(const Rubric& rubric) {
  std::string columns = "p.id, p.title, p.verdict, p.settled";
  std::string joins;
  for (std::size_t d = 0; d <= rubric.dimensions().size(); ++d) {
    const std::string id = d == 0 ? "overall" : rubric.dimensions()[d - 1].id;
    columns += fmt::format(", s{0}.score AS {1}, s{0}.low AS {2}, s{0}.high AS {3}", d, quoted_name(id),
                           quoted_name(id + "_low"), quoted_name(id + "_high"));
    if (scale_of(rubric, d)) {
      columns += fmt::format(", x{}.score AS {}", d, quoted_name(id + "_shown"));
      joins += fmt::format(" LEFT JOIN shown x{0} ON x{0}.proposal = p.number AND x{0}.dimension = {0}", d);
    }
    joins += fmt::format(" LEFT JOIN scores s{0} ON s{0}.proposal = p.number AND s{0}.dimension = {0}", d);
  }
  return fmt::format(
      "CREATE VIEW rows AS SELECT p.number, {}, s0.completeness, "
      "(SELECT group_concat(g.id, ' ') FROM caps c JOIN gates g ON g.number = c.gate WHERE c.proposal = "
      "p.number) AS gates, p.error FROM proposals p{};",
      columns, joins);
}

/// Writes the tables that say what the numbers mean.
class RubricTables {
 public:
  RubricTables(Database& database, const RubricText& text)
      : database_(database), text_(text), rubric_(text.rubric()) {}

  void write() {
    const RubricDraft& parts = rubric_.parts();
    database_.prepare("INSERT INTO rubric VALUES (?, ?, ?, ?, ?, ?)")
        .text(parts.id)
        .text(parts.version)
        .text(parts.digest)
        .text(text_.raw_title(parts.title, parts.id))
        .text(name_in(kCombines, parts.combine))
        .real(parts.min_completeness)
        .run();
    Statement dimension = database_.prepare("INSERT INTO dimensions VALUES (?, ?, ?, ?)");
    dimension.integer(0).text("overall").text("overall").null().run();
    for (std::size_t d = 0; d < parts.dimensions.size(); ++d) {
      const Dimension& of = parts.dimensions[d];
      dimension.integer(number(d)).text(of.id).text(text_.raw_title(of.title, of.id)).real(of.weight).run();
    }
    Statement band = database_.prepare("INSERT INTO bands VALUES (?, ?, ?, ?)");
    band.integer(kNoBand).text(kInsufficient).text(kInsufficient).null().run();
    for (std::size_t b = 0; b < parts.bands.size(); ++b) {
      const Band& of = parts.bands[b];
      band.integer(number(b)).text(of.id).text(text_.raw_title(of.title, of.id)).real(of.from).run();
    }
    Statement level = database_.prepare("INSERT INTO evidence VALUES (?, ?, ?, ?, ?)");
    for (std::size_t e = 0; e < parts.evidence.levels.size(); ++e) {
      const EvidenceLevel& of = parts.evidence.levels[e];
      level.integer(number(e))
          .text(of.id)
          .text(text_.raw_title(of.title, of.id))
          .real(of.ceiling)
          .real(of.margin)
          .run();
    }
    Statement gate = database_.prepare("INSERT INTO gates VALUES (?, ?, ?, ?)");
    for (std::size_t g = 0; g < parts.gates.size(); ++g)
      gate.integer(number(g))
          .text(parts.gates[g].id)
          .text(text_.raw_title(parts.gates[g].message, parts.gates[g].id))
          .text_or_null(parts.gates[g].verdict)
          .run();
    questions();
    language_members();
  }

 private:
  static std::int64_t number(std::size_t index) { return static_cast<std::int64_t>(index) + 1; }

  /// What only some rubrics have.
  void language_members() {
    const std::vector<Band>& bands = rubric_.parts().bands;
    if (std::ranges::any_of(bands, [](const Band& band) { return band.when.has_value(); })) {
      database_.run(std::string(portfolio_requirements()));
      Statement row = database_.prepare("INSERT INTO requirements VALUES (?, ?)");
      for (std::size_t b = 0; b < bands.size(); ++b)
        if (bands[b].when) row.integer(number(b)).text(text_.raw_title(bands[b].message, bands[b].id)).run();
    }
    bool some_lower = false;
    for (std::size_t d = 0; d <= rubric_.dimensions().size(); ++d)
      some_lower = some_lower || is_better_lower(rubric_, d);
    if (some_lower) {
      database_.run(std::string(portfolio_directions()));
      Statement row = database_.prepare("INSERT INTO better_lower VALUES (?)");
      for (std::size_t d = 0; d <= rubric_.dimensions().size(); ++d)
        if (is_better_lower(rubric_, d)) row.integer(static_cast<std::int64_t>(d)).run();
    }
    if (!has_scales(rubric_)) return;
    Statement row = database_.prepare("INSERT INTO scales VALUES (?, ?, ?, ?)");
    for (std::size_t d = 0; d <= rubric_.dimensions().size(); ++d)
      if (const auto& scale = scale_of(rubric_, d))
        row.integer(static_cast<std::int64_t>(d))
            .real(scale->min)
            .real(scale->max)
            .integer(scale->decimals)
            .run();
  }

  void questions() {
    Statement row = database_.prepare("INSERT INTO questions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t q = 0; q < rubric_.question_count(); ++q) {
      const Question& of = rubric_.question(q);
      const Criterion& criterion = rubric_.criterion_of(q);
      const Section& section = rubric_.section_of(q);
      row.integer(number(q))
          .text(rubric_.full_id(q))
          .text(text_.raw_title(of.ask, rubric_.full_id(q)))
          .text(name_in(kQuestionTypes, of.type))
          .real(of.weight)
          .text(criterion.id)
          .text(text_.raw_title(criterion.title, criterion.id))
          .text(section.id)
          .text(text_.raw_title(section.title, section.id))
          .run();
    }
  }

  Database& database_;
  const RubricText& text_;
  const Rubric& rubric_;
};

/// The tables have to be there before a statement can name them.
Database& with_tables(Database& database, const RubricText& text) {
  const Rubric& rubric = text.rubric();
  database.run(fmt::format("PRAGMA user_version = {}; BEGIN", kDatabaseVersion));
  database.run(std::string(portfolio_tables()));
  if (has_scales(rubric)) database.run(std::string(portfolio_scales()));
  database.run(rows_view(rubric));
  RubricTables(database, text).write();
  return database;
}

}  // namespace

PortfolioDatabase::PortfolioDatabase(const std::string& path, std::string shown, const Rubric& rubric,
                                     const std::string& language)
    : text_(rubric, language),
      rubric_(rubric),
      database_(path, std::move(shown)),
      proposal_(with_tables(database_, text_).prepare("INSERT INTO proposals VALUES (?, ?, ?, ?, ?, ?)")),
      score_(database_.prepare("INSERT INTO scores VALUES (?, ?, ?, ?, ?, ?)")),
      cap_(database_.prepare("INSERT INTO caps VALUES (?, ?)")),
      answer_(database_.prepare("INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?)")) {
  if (has_scales(rubric)) shown_.emplace(database_.prepare("INSERT INTO shown VALUES (?, ?, ?, ?, ?)"));
}

void PortfolioDatabase::add(const RankedRow& row) {
  ++number_;
  proposal_.integer(number_).text_or_null(row.id).text_or_null(row.title);
  if (!row.error.empty()) return proposal_.null().null().text(row.error).run();
  proposal_.text(row.band ? std::string_view(rubric_.parts().bands[*row.band].id) : kInsufficient)
      .integer(row.settled ? 1 : 0)
      .null()
      .run();
  add_scores(row);
  for (std::size_t g = 0; g < row.gates.size(); ++g)
    if (row.gates[g]) cap_.integer(number_).integer(static_cast<std::int64_t>(g) + 1).run();
  add_answers(row);
}

void PortfolioDatabase::add_scores(const RankedRow& row) {
  for (std::size_t d = 0; d <= row.dimensions.size(); ++d) {
    const Measure& measure = d == 0 ? row.overall : row.dimensions[d - 1];
    score_.integer(number_)
        .integer(static_cast<std::int64_t>(d))
        .real(measure.score)
        .real(measure.low)
        .real(measure.high)
        .real(measure.completeness)
        .run();
    if (shown_ && measure.shown)
      shown_->integer(number_)
          .integer(static_cast<std::int64_t>(d))
          .real(measure.shown->score)
          .real(measure.shown->low)
          .real(measure.shown->high)
          .run();
  }
}

void PortfolioDatabase::add_answers(const RankedRow& row) {
  const bool has_levels = !rubric_.parts().evidence.levels.empty();
  for (std::size_t q = 0; q < row.answers.cells.size(); ++q) {
    const Cell& cell = row.answers.cells[q];
    const std::string_view state = state_of(cell, row.questions[q]);
    if (state.empty()) continue;
    answer_.integer(number_).integer(static_cast<std::int64_t>(q) + 1).text(state);
    const bool is_given = cell.state == CellState::answered;
    if (is_given)
      add_value(cell, rubric_.question(q));
    else
      answer_.null();
    if (is_given && has_levels)
      answer_.integer(static_cast<std::int64_t>(cell.evidence) + 1);
    else
      answer_.null();
    const bool counts = row.questions[q].state == RowQuestion::State::answered;
    answer_.real(counts ? std::optional<double>(row.questions[q].credited) : std::nullopt).run();
  }
}

void PortfolioDatabase::add_value(const Cell& cell, const Question& question) {
  switch (question.type) {
    case QuestionType::scale:
    case QuestionType::yes_no:
    case QuestionType::number:
      answer_.real(cell.number);
      return;
    case QuestionType::choice:
      answer_.text(question.options[cell.index].id);
      return;
    case QuestionType::choices:
      chosen_.clear();
      for (std::size_t i = 0; i < cell.chosen.size(); ++i)
        if (cell.chosen[i]) chosen_ += (chosen_.empty() ? "" : " ") + question.options[i].id;
      answer_.text(chosen_);
      return;
    case QuestionType::text:  // what was written stays in the proposal
      answer_.null();
      return;
  }
}

Result<void> PortfolioDatabase::finish(const Summary& summary) {
  database_.prepare("INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?)")
      .text("ibtikar " + std::string(version()))
      .text(summary.rubric)
      .text(summary.version)
      .text(summary.digest)
      .text(text_.language())
      .integer(static_cast<std::int64_t>(summary.scored))
      .integer(static_cast<std::int64_t>(summary.rejected))
      .run();
  database_.run(std::string(portfolio_indexes()));
  database_.run("COMMIT; PRAGMA optimize");
  return database_.close();
}

}  // namespace ibtikar::io
