// See answers.h.
#include "report/sql/answers.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/answer_check.h"
#include "report/sql/documents.h"

namespace ibtikar {
namespace {

std::string of(std::size_t question, std::string_view what) { return column_name('q', question, what); }

/// In documents, what JSON calls the value: "number", "text", "boolean", "list", "null",
/// "not_applicable" or "wrong". A table of answers has cells, which may be any of these.
SqlText is_kind(const SqlContext& context, std::size_t q, std::string_view kind) {
  return context.input == SqlInput::documents ? fmt::format("{} = '{}' AND ", of(q, "kind"), kind) : "";
}

/// One column of the first step: the one row of this question, or null.
SqlText only_row(std::size_t q, std::string_view column) {
  return fmt::format("MAX(CASE WHEN q.n = {} THEN g.{} END)", q + 1, column);
}

SqlText number_of(const SqlContext& context, std::size_t q) {
  const SqlText number = context.sql.as_number(of(q, "value"));
  return context.input == SqlInput::documents
             ? fmt::format("CASE WHEN {} = 'number' THEN {} END", of(q, "kind"), number)
             : number;
}

SqlText truth_number(const SqlContext& context, std::size_t q) {
  const SqlText value = of(q, "value");
  const SqlText one = context.sql.number(1), zero = context.sql.number(0);
  if (context.input == SqlInput::documents)
    return fmt::format(
        "CASE WHEN {0} = 'boolean' AND {1} = 'true' THEN {2} WHEN {0} = 'boolean' THEN {3} WHEN {0} <> "
        "'text' "
        "THEN NULL WHEN {1} = 'yes' THEN {2} WHEN {1} = 'no' THEN {3} END",
        of(q, "kind"), value, one, zero);
  return fmt::format(
      "CASE WHEN {0} IN ('yes', 'true') THEN {1} WHEN {0} IN ('no', 'false') THEN {2} ELSE {3} END", value,
      one, zero, context.sql.as_number(value));
}

/// The index of an option, as Cell::number has it.
SqlText option_number(const SqlContext& context, std::size_t q) {
  SqlText text = "CASE";
  const std::vector<Option>& options = context.plan.rubric.question(q).options;
  for (std::size_t i = 0; i < options.size(); ++i)
    text += fmt::format(" WHEN {}{} = {} THEN {}", is_kind(context, q, "text"), of(q, "value"),
                        sql_string(options[i].id), context.sql.number(static_cast<double>(i)));
  return text + " END";
}

/// Several options with blanks around them, so that one is found by looking for " id ".
SqlText option_list(const SqlContext& context, std::size_t q) {
  const std::string value = of(q, "value");
  if (context.input == SqlInput::documents)
    return fmt::format("CASE WHEN {} = 'list' THEN {} END", of(q, "kind"), value);
  return fmt::format("CASE WHEN {0} = '|' THEN ' ' ELSE ' ' || {0} || ' ' END", value);
}

/// By evidence level; null for an unknown level.
SqlText by_level(const SqlContext& context, std::size_t q, const std::vector<double>& numbers) {
  const Evidence& evidence = context.plan.rubric.parts().evidence;
  if (evidence.levels.empty()) return context.sql.number(numbers.front());
  SqlText text = fmt::format("CASE COALESCE({}, {})", of(q, "evidence"), sql_string(evidence.default_level));
  for (std::size_t i = 0; i < evidence.levels.size(); ++i)
    text +=
        fmt::format(" WHEN {} THEN {}", sql_string(evidence.levels[i].id), context.sql.number(numbers[i]));
  return text + " END";
}

/// min(ceiling, otherwise) where a level is lower than what the question requires.
std::vector<double> ceilings_of(const ScorerPlan& plan, std::size_t q) {
  std::vector<double> ceilings = plan.ceilings;
  if (plan.questions[q].needs == SIZE_MAX) return ceilings;
  const NeedsPlan& needs = plan.needs[plan.questions[q].needs];
  for (std::size_t e = 0; e < ceilings.size(); ++e)
    if (!needs.evidence_will_do[e]) ceilings[e] = std::min(ceilings[e], needs.otherwise);
  return ceilings;
}

/// Whether an answer that is there is one of those that the question allows; null counts as no.
SqlText is_valid(const SqlContext& context, std::size_t q) {
  const Question& question = context.plan.rubric.question(q);
  const std::string x = of(q, "x");
  std::vector<SqlText> parts;
  switch (question.type) {
    case QuestionType::scale:
      for (const Level& level : question.levels) parts.push_back(context.sql.number(level.value));
      return fmt::format("{} IN ({})", x, fmt::join(parts, ", "));
    case QuestionType::yes_no:
      return fmt::format("{} IN ({}, {})", x, context.sql.number(0), context.sql.number(1));
    case QuestionType::choice:
      return x + " IS NOT NULL";
    case QuestionType::choices: {
      // As many names as options that are found: none is unknown, and none is there twice.
      for (std::size_t i = 0; i < question.options.size(); ++i)
        parts.push_back(sql_if(is_chosen(context, q, i), "1", "0"));
      return fmt::format("length({0}) - length(replace({0}, ' ', '')) - 1 = {1}", of(q, "list"),
                         fmt::join(parts, " + "));
    }
    case QuestionType::number:
      parts.push_back(x + " IS NOT NULL");
      if (question.min) parts.push_back(fmt::format("{} >= {}", x, context.sql.number(*question.min)));
      if (question.max) parts.push_back(fmt::format("{} <= {}", x, context.sql.number(*question.max)));
      if (question.whole) parts.push_back(context.sql.is_whole(x));
      return sql_and(parts);
    case QuestionType::text:
      break;
  }
  return is_kind(context, q, "text") + of(q, "value") + " IS NOT NULL";
}

SqlText state_of(const SqlContext& context, std::size_t q) {
  const Question& question = context.plan.rubric.question(q);
  const std::string kind = of(q, "kind");
  const bool is_document = context.input == SqlInput::documents;
  SqlText text = "CASE";
  if (!context.plan.rubric.parts().evidence.levels.empty())
    text += fmt::format(" WHEN {} IS NULL THEN {}", of(q, "margin"), sql_state(SqlState::unknown_evidence));
  std::vector<SqlText> not_applicable;
  if (is_document) {
    not_applicable.push_back(kind + " = 'not_applicable'");
    text += fmt::format(" WHEN {0} IS NULL OR {0} = 'null' THEN {1} WHEN {0} = 'wrong' THEN {2}", kind,
                        sql_state(SqlState::open), sql_state(SqlState::bad_value));
  } else {
    text += fmt::format(" WHEN {} IS NULL THEN {}", of(q, "value"), sql_state(SqlState::open));
  }
  if (question.type != QuestionType::text)
    not_applicable.push_back(fmt::format("{}{} = 'n/a'", is_kind(context, q, "text"), of(q, "value")));
  if (!not_applicable.empty())
    text += fmt::format(
        " WHEN {} THEN {}", sql_or(not_applicable),
        sql_state(question.not_applicable ? SqlState::not_applicable : SqlState::not_applicable_forbidden));
  return text + fmt::format(" WHEN {} THEN {} ELSE {} END", is_valid(context, q),
                            sql_state(SqlState::answered), sql_state(SqlState::bad_value));
}

/// docs/scoring.md, "Words". Between two points the differences are those of doubles, as the program
/// has them.
SqlText earned_by(const SqlContext& context, std::size_t q) {
  const Question& question = context.plan.rubric.question(q);
  const auto number = [&](double value) { return context.sql.number(value); };
  const std::string x = of(q, "x");
  SqlText text = "CASE";
  switch (question.type) {
    case QuestionType::scale:
      for (std::size_t i = 0; i < question.levels.size(); ++i)
        text += fmt::format(" WHEN {} = {} THEN {}", x, number(question.levels[i].value),
                            number(utility_of_level(question.levels, i)));
      break;
    case QuestionType::yes_no:
      text += fmt::format(" WHEN {} = {} THEN {}", x, number(question.good ? 1 : 0), number(1));
      break;
    case QuestionType::choice:
      for (std::size_t i = 0; i < question.options.size(); ++i)
        text += fmt::format(" WHEN {} = {} THEN {}", x, number(static_cast<double>(i)),
                            number(question.options[i].score.value_or(0)));
      break;
    case QuestionType::choices: {
      std::vector<SqlText> scores;
      for (std::size_t i = 0; i < question.options.size(); ++i)
        scores.push_back(
            sql_if(is_chosen(context, q, i), number(question.options[i].score.value_or(0)), number(0)));
      return context.sql.smallest(
          {number(1), context.sql.largest({number(0), sql_sum(context.sql, scores)})});
    }
    case QuestionType::number: {
      const std::vector<Point>& points = question.points;
      text +=
          fmt::format(" WHEN {} <= {} THEN {}", x, number(points.front().x), number(points.front().utility));
      for (std::size_t i = 1; i < points.size(); ++i) {
        const Point& a = points[i - 1];
        const Point& b = points[i];
        text += fmt::format(" WHEN {0} = {1} THEN {2} WHEN {0} < {1} THEN {3} + {4} * (({0} - {5}) / {6})", x,
                            number(b.x), number(b.utility), number(a.utility), number(b.utility - a.utility),
                            number(a.x), number(b.x - a.x));
      }
      return text + fmt::format(" ELSE {} END", number(points.back().utility));
    }
    case QuestionType::text:
      break;
  }
  return text + fmt::format(" ELSE {} END", number(0));
}

}  // namespace

SqlText sql_state(SqlState state) { return std::to_string(static_cast<int>(state)); }

SqlText answer_tables(const SqlContext& context, const SqlText& table) {
  SqlText text = "questions(n, id) AS (\n  VALUES";
  for (std::size_t q = 0; q < context.plan.questions.size(); ++q)
    text += fmt::format("{}\n    ({}, {})", q == 0 ? "" : ",", q + 1, sql_string(context.plan.full_ids[q]));
  text += "\n),\n";
  if (context.input == SqlInput::documents) return text + document_tables(context.sql, table);
  const auto column = [&](std::string_view name) {
    return fmt::format("NULLIF({}, '') AS {}", context.sql.as_text(fmt::format("a.{}", name)), name);
  };
  return text +
         fmt::format(
             "given AS (\n  SELECT a.proposal AS proposal, {} AS question, {}, {}\n  FROM {} AS a\n),\n",
             context.sql.as_text("a.question"), column("value"), column("evidence"), table);
}

// The name from the rubric stands first: the one of two that stands first decides how SQLite compares.
SqlText answer_source() {
  return "given AS g LEFT JOIN questions AS q ON q.id = g.question\n  GROUP BY g.proposal";
}

void add_answers(const SqlContext& context, Layers& layers) {
  const ScorerPlan& plan = context.plan;
  const bool has_evidence = !plan.rubric.parts().evidence.levels.empty();
  layers.begin("stated");
  layers.add("proposal", "g.proposal");
  layers.add("repeated", "COUNT(q.n) - COUNT(DISTINCT q.n)");
  if (context.input == SqlInput::documents) layers.add("document_fault", document_fault(plan.rubric));
  for (std::size_t q = 0; q < plan.questions.size(); ++q) {
    layers.add(of(q, "value"), only_row(q, "value"));
    if (has_evidence) layers.add(of(q, "evidence"), only_row(q, "evidence"));
    if (context.input == SqlInput::documents) layers.add(of(q, "kind"), only_row(q, "kind"));
  }
  layers.begin("numbered");
  for (std::size_t q = 0; q < plan.questions.size(); ++q) {
    const QuestionType type = plan.rubric.question(q).type;
    if (type == QuestionType::scale || type == QuestionType::number)
      layers.add(of(q, "x"), number_of(context, q));
    if (type == QuestionType::yes_no) layers.add(of(q, "x"), truth_number(context, q));
    if (type == QuestionType::choice) layers.add(of(q, "x"), option_number(context, q));
    if (type == QuestionType::choices) layers.add(of(q, "list"), option_list(context, q));
    layers.add(of(q, "margin"), by_level(context, q, plan.margins));
    layers.add(of(q, "ceiling"), by_level(context, q, ceilings_of(plan, q)));
  }
  layers.begin("checked");
  for (std::size_t q = 0; q < plan.questions.size(); ++q) {
    layers.add(of(q, "state"), state_of(context, q));
    if (plan.questions[q].scored) layers.add(of(q, "u"), earned_by(context, q));
  }
}

SqlText is_chosen(const SqlContext& context, std::size_t question, std::size_t option) {
  return fmt::format("{}({}, {}) > 0", context.sql.position, of(question, "list"),
                     sql_string(" " + context.plan.rubric.question(question).options[option].id + " "));
}

SqlText lacks_evidence(const SqlContext& context, std::size_t question) {
  const ScorerPlan& plan = context.plan;
  const Evidence& evidence = plan.rubric.parts().evidence;
  if (plan.questions[question].needs == SIZE_MAX) return "";
  const NeedsPlan& needs = plan.needs[plan.questions[question].needs];
  std::vector<SqlText> levels;
  for (std::size_t e = 0; e < evidence.levels.size(); ++e)
    if (!needs.evidence_will_do[e]) levels.push_back(sql_string(evidence.levels[e].id));
  if (levels.empty()) return "";
  return fmt::format("COALESCE({}, {}) IN ({})", of(question, "evidence"), sql_string(evidence.default_level),
                     fmt::join(levels, ", "));
}

SqlText first_fault(const SqlContext& context) {
  SqlText text = "CASE";
  if (context.input == SqlInput::documents) text += " WHEN document_fault IS NOT NULL THEN document_fault";
  text += " WHEN repeated > 0 THEN 'repeated-answer'";
  for (std::size_t q = 0; q < context.plan.questions.size(); ++q)
    for (const auto& [state, code] :
         {std::pair(SqlState::bad_value, "bad-value"),
          std::pair(SqlState::unknown_evidence, "unknown-evidence"),
          std::pair(SqlState::not_applicable_forbidden, "not-applicable-forbidden")})
      text += fmt::format("\n      WHEN {} = {} THEN {}", of(q, "state"), sql_state(state),
                          sql_string(fmt::format("{}: {}", context.plan.full_ids[q], code)));
  return text + "\n    END";
}

}  // namespace ibtikar
