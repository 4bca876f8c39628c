// See report_sheets.h. Here: answers, next steps, open questions, how the scores came about.
#include "report/workbook/report_sheets.h"

#include <algorithm>

#include "report/view/parts.h"
#include "report/view/sentences.h"

namespace ibtikar {
namespace {

std::string_view state_word(const SheetWords& names, QuestionState state) {
  switch (state) {
    case QuestionState::answered:
      return names.answered;
    case QuestionState::hidden:
      return names.hidden;
    case QuestionState::not_applicable:
      return names.not_applicable;
    case QuestionState::unanswered:
      break;
  }
  return names.unanswered;
}

std::optional<double> amount_for(const PerDimension& amounts, const std::string& dimension) {
  for (const auto& [id, amount] : amounts)
    if (id == dimension) return amount;
  return std::nullopt;
}

std::string joined_lines(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : " · ") + part;
  return all;
}

std::string caps_text(const Words& words, const GateView& gate) {
  std::vector<std::string> parts = {gate.message};
  for (const CapView& cap : gate.caps) parts.push_back(cap_text(words, cap).text);
  return joined_lines(parts);
}

/// A table that has nothing to list says so.
void say_only(SheetTable& table, std::string_view text) {
  table.next_row();
  table.text(text);
}

}  // namespace

void add_answers_sheet(Workbook& book, const ReportSheets& sheets) {
  Sheet& sheet = book.add(std::string(sheets.names.answers));
  sheet.landscape();
  const SheetWords& names = sheets.names;
  std::vector<TableColumn> columns = sheets.columns({{std::string(names.criterion), 28, Look::wrapped},
                                                     {std::string(names.question_id), 26},
                                                     {std::string(names.question), 50, Look::wrapped},
                                                     {std::string(names.state), 14},
                                                     {std::string(names.answer), 40, Look::wrapped},
                                                     {std::string(sheets.words(Word::evidence)), 20},
                                                     {std::string(names.credited), 11, Look::score}});
  for (const auto& [id, title] : sheets.dimensions) {
    columns.push_back({filled(names.points_of, title), 13, Look::score});
    columns.push_back({filled(names.lost_of, title), 13, Look::score});
  }
  columns.push_back({std::string(names.note), 40, Look::wrapped});
  columns.push_back({std::string(names.links), 30, Look::wrapped});
  SheetTable table(sheet, 0, std::move(columns));
  for (const Assessment& assessment : sheets.all) {
    const Formatter formatter(assessment, sheets.language);
    for (const QuestionResult& question : assessment.questions) {
      sheets.begin_row(table, assessment);
      table.text(criterion_title(formatter, assessment, question.criterion));
      table.text(question.id);
      table.text(formatter.title(question.ask, question.id));
      table.text(state_word(names, question.state));
      table.text(question.state == QuestionState::answered ? formatter.answer(question) : "");
      table.text(question.evidence.empty() || !question.scored ? "" : formatter.evidence(question.evidence));
      table.number(question.credited);
      for (const auto& [id, title] : sheets.dimensions) {
        table.number(amount_for(question.points, id));
        table.number(amount_for(question.lost, id));
      }
      table.text(question.note);
      table.text(joined_lines(question.links));
    }
  }
  table.finish();
  sheet.freeze(1);
}

void add_steps_sheet(Workbook& book, const ReportSheets& sheets) {
  Sheet& sheet = book.add(std::string(sheets.names.steps));
  sheet.landscape();
  const SheetWords& names = sheets.names;
  std::vector<TableColumn> columns =
      sheets.columns({{std::string(names.step), 30, Look::wrapped},
                      {std::string(names.question), 50, Look::wrapped},
                      {std::string(names.leads_to), 34, Look::wrapped},
                      {filled(names.gain_of, sheets.words(Word::overall)), 13, Look::gain}});
  for (const auto& [id, title] : sheets.dimensions)
    columns.push_back({filled(names.gain_of, title), 13, Look::gain});
  columns.push_back({std::string(names.effort), 9, Look::number});
  columns.push_back({std::string(names.advice), 60, Look::wrapped});
  SheetTable table(sheet, 0, std::move(columns));
  for (const Assessment& assessment : sheets.all) {
    const Formatter formatter(assessment, sheets.language);
    const QuestionIndex index(assessment);
    for (const Advice& advice : assessment.advice) {
      if (!raises_a_score(assessment, advice)) continue;
      sheets.begin_row(table, assessment);
      table.text(sheets.words(advice.kind == AdviceKind::raise      ? Word::raise_answer
                              : advice.kind == AdviceKind::document ? Word::document_answer
                                                                    : Word::supply_answer));
      table.text(question_title(formatter, index, advice.question));
      const std::string target = formatter.text(advice.target);
      table.text(target.empty() ? formatter.value(advice.to) : target);
      table.number(advice.overall_gain);
      for (const auto& [id, title] : sheets.dimensions) {
        const auto gain =
            std::ranges::find(advice.dimension_gains, id, &std::pair<std::string, Score>::first);
        table.number(gain == advice.dimension_gains.end() ? std::nullopt : gain->second);
      }
      table.number(advice.effort);
      table.text(formatter.text(advice.text));
    }
  }
  if (table.rows() == 0) say_only(table, sheets.words(Word::no_steps));
  table.finish();
  sheet.freeze(1);
}

void add_open_sheet(Workbook& book, const ReportSheets& sheets) {
  Sheet& sheet = book.add(std::string(sheets.names.open));
  sheet.landscape();
  const SheetWords& names = sheets.names;
  SheetTable table(sheet, 0,
                   sheets.columns({{std::string(names.question), 70, Look::wrapped},
                                   {std::string(names.remarks), 40, Look::wrapped}}));
  for (const Assessment& assessment : sheets.all) {
    const ReportView view =
        view_of(assessment, {.language = sheets.language, .open = assessment.questions.size()});
    for (const OpenQuestionView& question : view.open.questions) {
      sheets.begin_row(table, assessment);
      table.text(question.question);
      std::vector<std::string> remarks;
      if (question.decides_cap) remarks.emplace_back(view.words(Word::decides_cap));
      if (question.may_not_apply) remarks.emplace_back(view.words(Word::may_not_apply));
      table.text(joined_lines(remarks));
    }
  }
  if (table.rows() == 0) say_only(table, sheets.words(Word::nothing_open));
  table.finish();
  sheet.freeze(1);
}

void add_origin_sheet(Workbook& book, const ReportSheets& sheets) {
  Sheet& sheet = book.add(std::string(sheets.words(Word::origin)));
  sheet.landscape();
  SheetTable table(sheet, 0, sheets.columns({{"", 30, Look::label}, {"", 90, Look::wrapped}}));
  for (const Assessment& assessment : sheets.all) {
    const ReportView view = view_of(assessment, {.language = sheets.language});
    const Words& words = view.words;
    const auto add = [&](std::string_view label, std::string_view text) {
      if (text.empty()) return;
      sheets.begin_row(table, assessment);
      table.text(label);
      table.text(text);
    };
    add(words(Word::rubric), view.origin.rubric);
    add("", assessment.rubric.digest);
    add(words(Word::proposal), view.origin.proposal);
    add("", assessment.proposal.digest);
    add(words(Word::combined), view.origin.combined);
    if (!view.origin.evidence_default.empty()) {
      add(words(Word::evidence), words.say(Word::evidence_default, {view.origin.evidence_default}).text);
      add("",
          words.say(Word::evidence_counts, {view.origin.evidence_ceiling, view.origin.evidence_margin}).text);
    }
    add(words(Word::engine), view.origin.engine);
    for (const GateView& gate : view.caps_applied)
      add(words(caps_heading(view, true)), caps_text(words, gate));
    for (const GateView& gate : view.caps_pending)
      add(words(caps_heading(view, false)), caps_text(words, gate));
    for (const RequirementView& one : view.verdict.requirements)
      add(words(Word::requirement), requirement_text(words, one).text);
    for (const std::string& title : view.better_lower) add(words(Word::lower_is_better), title);
    for (const WarningView& warning : view.warnings)
      add(words(Word::warnings),
          warning.subject.empty() ? warning.text : warning.subject + ": " + warning.text);
  }
  table.end();
}

}  // namespace ibtikar
