// See screen_model.h: draws what is between head and keys: a question, the evidence levels, lists,
// pages.
#include <algorithm>
#include <utility>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "cli/ask/overview_text.h"
#include "cli/ask/screen_model.h"
#include "cli/ask/screen_page.h"

namespace ibtikar::cli {

ScreenModel::Body ScreenModel::question_body(io::ScreenSize size) const {
  if (!question_) return score_body(size, screen_.words().all_shown);
  Body body;
  Page head = page(size);
  head.paragraph(0, screen_.reader().text(at_hand().ask), kBold, kAllLines);
  if (size.rows > kFewRows) head.blank();
  append(body.lines, head);
  add_items(body, size);
  add_state(body, size);
  add_text(body, size);
  if (help_ != Help::none) add_help(body, size);
  return body;
}

/// What is being written, or was and is not taken yet.
void ScreenModel::add_text(Body& body, io::ScreenSize size) const {
  const AskWords& words = screen_.words();
  if (writing_ && writing_->what == Writing::What::note) return add_field(body, size, words.note_prompt);
  if (writing_) return add_field(body, size, words.text_prompt);
  if (!draft_.written()) return;
  Page text = page(size);
  text.paragraph(0, std::string(words.text_prompt) + AnswerText::excerpt(*draft_.written()));
  append(body.lines, text);
}

/// The line with the cursor is in sight.
void ScreenModel::add_field(Body& body, io::ScreenSize size, std::string_view prompt) const {
  Page field = page(size);
  field.paragraph(0, std::string(prompt) + writing_->field.shown(), kBold, kAllLines);
  for (std::string& line : split(field.text())) {
    body.lines.push_back(std::move(line));
    if (body.lines.back().find(TextField::kCursor) == std::string::npos) continue;
    body.focus_begin = body.lines.size() - 1;
    body.focus_end = body.lines.size();
  }
}

/// One thing that is said of the program, and those before it.
ScreenModel::Body ScreenModel::detail_body(io::ScreenSize size) const {
  Body body;
  Page head = page(size);
  head.paragraph(0, details_[detail_].prompt, kBold, kAllLines);
  if (size.rows > kFewRows) head.blank();
  append(body.lines, head);
  add_field(body, size, "> ");
  return body;
}

/// The score so far, under a line that says why it is shown.
ScreenModel::Body ScreenModel::score_body(io::ScreenSize size, std::string_view heading) const {
  Body body;
  Page head = page(size);
  head.paragraph(0, heading, kBold);
  head.blank();
  append(body.lines, head);
  const Page::Options look{columns_for(size), screen_.reader().right_to_left(), screen_.color()};
  append(body.lines, score_page(screen_, rubric_, outlook_, look));
  return body;
}

/// And every key: the last line has room for a few.
void ScreenModel::add_help(Body& body, io::ScreenSize size) const {
  append(body.lines, screen_.explanation(*interview_.at_hand(), columns_for(size)));
  const std::string rules = screen_.rules(*interview_.at_hand(), columns_for(size));
  Page page_of_keys = page(size);
  if (help_ == Help::rules)
    append(body.lines, rules);
  else if (!rules.empty())
    page_of_keys.paragraph(0, screen_.words().more_rules, kFaint);
  page_of_keys.blank();
  for (const std::string& line : in_lines(question_keys(), page_of_keys.columns()))
    page_of_keys.paragraph(0, line, kFaint);
  append(body.lines, page_of_keys);
}

/// The list, with the arrows' line and what is chosen.
void ScreenModel::add_items(Body& body, io::ScreenSize size) const {
  const AskWords& words = screen_.words();
  const Question& question = at_hand();
  struct Item {
    std::string label;
    std::string title;
    bool is_present = false;
  };
  std::vector<Item> items;
  const Answer* answer = interview_.answer(*interview_.at_hand());
  const bool has_answer = answer != nullptr && interview_.is_answered(*interview_.at_hand());
  const Cell& cell = interview_.sheet().cells[*interview_.at_hand()];
  const bool not_applicable = has_answer && answer->not_applicable;
  if (question.type == QuestionType::yes_no) {
    const auto* truth = has_answer ? std::get_if<bool>(&answer->value) : nullptr;
    items.push_back({"1", std::string(words.yes), truth != nullptr && *truth});
    items.push_back({"2", std::string(words.no), truth != nullptr && !*truth});
  }
  const auto titles = list_of(question);
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const bool is_chosen = question.type == QuestionType::choices
                               ? draft_.is_ticked(i)
                               : has_answer && !not_applicable && cell.index == i;
    items.push_back({key_text(question, i), screen_.reader().text(*titles[i]), is_chosen});
  }
  if (question.type == QuestionType::choices) {
    items.push_back({"0", std::string(words.none_of_them), draft_.says_none()});
  }
  if (question.not_applicable)
    items.push_back({question.type == QuestionType::yes_no ? "n/a" : "n", std::string(words.does_not_apply),
                     not_applicable});
  const bool ticks = question.type == QuestionType::choices;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool is_at = !writing_ && draft_.row() == i;
    Page row = page(size);
    const std::string mark = ticks && i < titles.size() ? (items[i].is_present ? "[x]" : "[ ]")
                                                        : (items[i].is_present ? " ● " : " ○ ");
    constexpr std::size_t kLabel = 3;
    row.row({{is_at ? std::string(screen_.reader().right_to_left() ? "‹" : "›") : "", 2, kBold},
             {items[i].label, kLabel, kPlain, Align::right},
             gap(1),
             {mark, 3, kPlain, Align::right},
             gap(1),
             {items[i].title, row.columns() - 10, is_at ? kBold : kPlain, Align::start, kAllLines}});
    if (is_at) body.focus_begin = body.lines.size();
    append(body.lines, row);
    if (is_at) body.focus_end = body.lines.size();
  }
}

/// What may be typed, what was, and what stands beside the answer.
void ScreenModel::add_state(Body& body, io::ScreenSize size) const {
  const AskWords& words = screen_.words();
  const Question& question = at_hand();
  const std::size_t number = *interview_.at_hand();
  Page state = page(size);
  const std::string what = screen_.what_to_type(question);
  if (!what.empty() && question.type == QuestionType::number) state.paragraph(0, what);
  if (!draft_.typed().empty())
    state.paragraph(0, "> " + draft_.typed() + std::string(TextField::kCursor), kBold);
  if (interview_.may_not_apply(number)) state.paragraph(0, words.may_not_apply, kFaint);
  if (const std::string present = screen_.present_answer(interview_, number); !present.empty()) {
    if (size.rows > kFewRows) state.blank();
    state.paragraph(0, present);
  }
  if (interview_.is_marked(number)) state.paragraph(0, words.marked_for_later, {.tone = Standing::middle});
  if (outlook_.urgent[number] && size.rows > kFewRows) state.paragraph(0, words.urgent, kFaint);
  append(body.lines, state);
}

ScreenModel::Body ScreenModel::evidence_body(io::ScreenSize size) const {
  Body body;
  Page head = page(size);
  head.paragraph(0, screen_.words().choose_evidence, kBold);
  head.blank();
  append(body.lines, head);
  const auto& levels = rubric_.parts().evidence.levels;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    Page row = page(size);
    const std::string help = screen_.reader().text(levels[i].help);
    row.row({{i == evidence_ ? std::string(screen_.reader().right_to_left() ? "‹" : "›") : "", 2, kBold},
             {std::to_string(i + 1), 2, kPlain, Align::right},
             gap(2),
             {screen_.reader().evidence(levels[i].id) + (help.empty() ? "" : ": ") + help, row.columns() - 6,
              i == evidence_ ? kBold : kPlain, Align::start, kAllLines}});
    if (i == evidence_) body.focus_begin = body.lines.size();
    append(body.lines, row);
    if (i == evidence_) body.focus_end = body.lines.size();
  }
  return body;
}

/// Only the rows that can be seen are made: a rubric may have a thousand questions.
ScreenModel::Body ScreenModel::list_body(io::ScreenSize size, std::size_t rows) const {
  const AskWords& words = screen_.words();
  Body body;
  Page head = page(size);
  head.row({{screen_.reader().sentence(words.find, {list_.words() + std::string(TextField::kCursor)}),
             head.columns() * 2 / 3, kPlain},
            {filled(words.count_found, {std::to_string(list_.questions().size())}),
             head.columns() - head.columns() * 2 / 3, kFaint, Align::end}});
  append(body.lines, head);
  const std::size_t row_lines = mode_ == Mode::review ? 2 : 1;
  const std::size_t fitting = std::max<std::size_t>((rows > 1 ? rows - 1 : 1) / row_lines, 1);
  const std::size_t first = list_.chosen() - std::min(list_.chosen(), fitting / 2);
  const std::size_t begin =
      std::min(first, list_.questions().size() > fitting ? list_.questions().size() - fitting : 0);
  for (std::size_t i = begin; i < std::min(begin + fitting, list_.questions().size()); ++i)
    for (std::string& line : list_row(size, list_.questions()[i], i == list_.chosen()))
      body.lines.push_back(std::move(line));
  return body;
}

std::vector<std::string> ScreenModel::list_row(io::ScreenSize size, std::size_t number,
                                               bool is_chosen) const {
  std::size_t position = 0;
  for (std::size_t earlier = 0; earlier <= number; ++earlier)
    position += interview_.is_hidden(earlier) ? 0U : 1U;
  Page row = page(size);
  row.row(
      {{is_chosen ? std::string(screen_.reader().right_to_left() ? "‹" : "›") : "", 2, kBold},
       {std::to_string(position), 4, kPlain, Align::right},
       gap(1),
       {std::string(state_glyph(interview_, outlook_, number)), 2, kPlain},
       {screen_.reader().text(rubric_.question(number).ask), row.columns() - 9, is_chosen ? kBold : kPlain}});
  if (mode_ == Mode::review)
    row.row(
        {gap(9), {answer_line(screen_, rubric_, interview_, outlook_, number), row.columns() - 9, kFaint}});
  return split(row.text());
}

}  // namespace ibtikar::cli
