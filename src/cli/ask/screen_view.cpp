// See ask_board.h: what is drawn. Three parts: where one is, the question or a page, the keys. The middle
// scrolls when the screen is small; the line that the arrows are on is always in sight.
#include <algorithm>
#include <utility>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "cli/ask/overview_text.h"
#include "cli/ask/screen_model.h"

namespace ibtikar::cli {
namespace {

constexpr std::size_t kAnyLines = 10'000;
constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kWidest = 100;

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void append(std::vector<std::string>& lines, const Page& page) {
  for (std::string& line : split(page.text())) lines.push_back(std::move(line));
}

std::size_t columns_for(io::ScreenSize size) { return std::clamp(size.columns, kNarrowest, kWidest); }

/// As many of `parts`, most wanted first, as fit on one line.
std::string fitted(const std::vector<std::string>& parts, std::size_t columns) {
  std::string line;
  for (const std::string& part : parts) {
    std::string longer = line;
    if (!longer.empty()) longer += " · ";
    longer += part;
    if (display_width(longer) <= columns) line = std::move(longer);
  }
  return line;
}

/// All of `parts`, as many on a line as fit.
std::vector<std::string> in_lines(const std::vector<std::string>& parts, std::size_t columns) {
  std::vector<std::string> lines;
  for (const std::string& part : parts) {
    const std::string longer = lines.empty() ? part : lines.back() + " · " + part;
    if (!lines.empty() && display_width(longer) <= columns)
      lines.back() = longer;
    else
      lines.push_back(part);
  }
  return lines;
}

/// The phrases that are not empty.
std::vector<std::string> all(std::initializer_list<std::string_view> phrases) {
  std::vector<std::string> parts;
  for (const std::string_view phrase : phrases)
    if (!phrase.empty()) parts.emplace_back(phrase);
  return parts;
}

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

}  // namespace

Page ScreenModel::page(io::ScreenSize size) const {
  return Page({columns_for(size), screen_.reader().right_to_left(), screen_.color()});
}

std::string ScreenModel::frame(io::ScreenSize size, std::optional<std::size_t> minutes_left) {
  const std::vector<std::string> top = header(size, minutes_left);
  std::vector<std::string> bottom = footer(size);
  const std::size_t used = top.size() + bottom.size();
  const std::size_t rows = size.rows > used ? size.rows - used : 0;
  Body body;
  switch (mode_) {
    case Mode::question:
      body = question_body(size);
      break;
    case Mode::evidence:
      body = evidence_body(size);
      break;
    case Mode::list:
    case Mode::review:
      body = list_body(size, rows);
      break;
    case Mode::page: {
      Page head = page(size);
      head.paragraph(0, page_title_, kBold);
      head.blank();
      append(body.lines, head);
      const Page::Options look{columns_for(size), screen_.reader().right_to_left(), screen_.color()};
      for (std::string& line : split(score_page(screen_, rubric_, outlook_, look)))
        body.lines.push_back(std::move(line));
      break;
    }
  }
  scroll_limit_ = body.lines.size() > rows ? body.lines.size() - rows : 0;
  scroll_ = std::min(scroll_, scroll_limit_);
  if (body.focus_end > scroll_ + rows) scroll_ = std::min(body.focus_end - rows, scroll_limit_);
  if (body.focus_end > 0 && body.focus_begin < scroll_) scroll_ = body.focus_begin;

  std::vector<std::string> lines = top;
  const std::size_t shown = std::min(rows, body.lines.size() - scroll_);
  for (std::size_t i = 0; i < shown; ++i) lines.push_back(std::move(body.lines[scroll_ + i]));
  if (scroll_ < scroll_limit_ && rows > 1) {
    Page more = page(size);
    more.row({{std::string(screen_.words().more_below), columns_for(size), kFaint, Align::end}});
    lines.back() = split(more.text()).front();
  }
  while (lines.size() + bottom.size() < size.rows) lines.emplace_back();
  for (std::string& line : bottom) lines.push_back(std::move(line));
  if (lines.size() > size.rows)
    lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(size.rows));
  return joined_lines(lines);
}

std::vector<std::string> ScreenModel::header(io::ScreenSize size,
                                             std::optional<std::size_t> minutes_left) const {
  const AskWords& words = screen_.words();
  const Progress progress = interview_.progress();
  std::string title;
  if (mode_ == Mode::list) title = words.list_title;
  if (mode_ == Mode::review) title = words.review_title;
  if (title.empty() && interview_.at_hand())
    title = screen_.reader().sentence(
        "{0}: {1}", {screen_.reader().text(rubric_.section_of(*interview_.at_hand()).title),
                     screen_.reader().text(rubric_.criterion_of(*interview_.at_hand()).title)});
  std::string place =
      filled(words.place, {std::to_string(interview_.at_hand() ? progress.position : progress.answered),
                           std::to_string(progress.total)});
  Page top = page(size);
  const std::size_t place_columns = std::min(display_width(place) + 1, top.columns() / 2);
  top.row({{title, top.columns() - place_columns, kFaint}, {place, place_columns, kPlain, Align::end}});
  std::string time;
  if (minutes_left && interview_.open_count() > 0)
    time = *minutes_left == 0 ? std::string(words.soon_done)
                              : filled(words.minutes_left, {std::to_string(*minutes_left)});
  if (unsaved_) time = words.unsaved;
  const bool has_room = !time.empty() && (unsaved_ || size.columns >= 40);
  const std::size_t time_columns = has_room ? std::min(display_width(time) + 1, top.columns() / 2) : 0;
  const std::size_t bar = top.columns() - time_columns;
  const std::size_t done = progress.total == 0 ? 0 : bar * progress.answered / progress.total;
  std::vector<PageCell> cells = {{repeated("━", done), done, {.tone = Standing::high}},
                                 {repeated("─", bar - done), bar - done, kFaint}};
  if (time_columns > 0)
    cells.push_back(
        {time, time_columns, unsaved_ ? Style{.tone = Standing::low, .bold = true} : kFaint, Align::end});
  std::erase_if(cells, [](const PageCell& cell) { return cell.width == 0; });
  top.row(cells);
  if (size.rows > 18) top.blank();
  return split(top.text());
}

std::vector<std::string> ScreenModel::footer(io::ScreenSize size) const {
  Page bottom = page(size);
  if (size.rows > 18) bottom.blank();
  if (!notice_.empty()) bottom.paragraph(0, notice_, {.tone = Standing::middle}, size.rows > 18 ? 6 : 3);
  bottom.row({{keys(bottom.columns()), bottom.columns(), kFaint}});
  return split(bottom.text());
}

/// One line: what fits, the keys that are needed most first.
std::string ScreenModel::keys(std::size_t columns) const {
  const AskWords& words = screen_.words();
  if (mode_ == Mode::list || mode_ == Mode::review)
    return fitted(all({words.key_go, words.key_close, words.key_find}), columns);
  if (mode_ == Mode::evidence) return fitted(all({words.key_enter_next, words.key_close}), columns);
  if (mode_ == Mode::page) return fitted(all({words.key_close}), columns);
  if (!interview_.at_hand())
    return fitted(all({words.key_finish, words.key_review, words.key_score, words.key_back, words.key_stop}),
                  columns);
  return fitted(question_keys(), columns);
}

/// All that a question knows, what is needed most first.
std::vector<std::string> ScreenModel::question_keys() const {
  const AskWords& words = screen_.words();
  const Question& question = at_hand();
  const std::string count = std::to_string(
      std::min<std::size_t>(question.type == QuestionType::yes_no ? 2 : list_of(question).size(), 9));
  std::string answer = filled(words.key_choose, {count});
  if (question.type == QuestionType::choices) answer = filled(words.key_tick, {count});
  if (question.type == QuestionType::number) answer = words.key_number;
  if (question.type == QuestionType::text) answer = words.key_write;
  const bool takes_enter = item_ || !typed_.empty();
  const std::string_view enter = takes_enter                                     ? words.key_enter_next
                                 : interview_.is_answered(*interview_.at_hand()) ? words.key_keep
                                                                                 : words.key_skip;
  const bool is_text = question.type == QuestionType::text;
  return all({answer, is_text ? std::string_view() : enter, words.key_help, words.key_stop,
              words.key_back_forward,
              rubric_.parts().evidence.levels.empty() ? std::string_view() : words.key_evidence,
              words.key_note, words.key_score, words.key_list, words.key_review, words.key_mark,
              words.key_advice, words.key_editor});
}

ScreenModel::Body ScreenModel::question_body(io::ScreenSize size) const {
  Body body;
  Page head = page(size);
  if (!interview_.at_hand()) {
    head.paragraph(0, screen_.words().all_shown, kBold);
    if (outlook_.settled) head.paragraph(0, settled_sentence(screen_, rubric_, outlook_));
    head.blank();
    append(body.lines, head);
    const Page::Options look{columns_for(size), screen_.reader().right_to_left(), screen_.color()};
    for (std::string& line : split(score_page(screen_, rubric_, outlook_, look)))
      body.lines.push_back(std::move(line));
    return body;
  }
  head.paragraph(0, screen_.reader().text(at_hand().ask), kBold, kAnyLines);
  if (size.rows > 18) head.blank();
  append(body.lines, head);
  add_items(body, size);
  add_state(body, size);
  if (help_ != Help::none) add_help(body, size);
  return body;
}

/// And every key: the last line has room for a few.
void ScreenModel::add_help(Body& body, io::ScreenSize size) const {
  for (std::string& line : split(screen_.explanation(*interview_.at_hand(), columns_for(size))))
    body.lines.push_back(std::move(line));
  const std::string rules = screen_.rules(*interview_.at_hand(), columns_for(size));
  Page page_of_keys = page(size);
  if (help_ == Help::rules)
    for (std::string& line : split(rules)) body.lines.push_back(std::move(line));
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
                               ? ticked_[i]
                               : has_answer && !not_applicable && cell.index == i;
    items.push_back({std::to_string(i + 1), screen_.reader().text(*titles[i]), is_chosen});
  }
  if (question.type == QuestionType::choices) {
    const bool none =
        has_answer && !not_applicable && std::find(ticked_.begin(), ticked_.end(), true) == ticked_.end();
    items.push_back({"0", std::string(words.none_of_them), none});
  }
  if (question.not_applicable)
    items.push_back({question.type == QuestionType::yes_no ? "n/a" : "n", std::string(words.does_not_apply),
                     not_applicable});
  const bool ticks = question.type == QuestionType::choices;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool is_at = item_ == i;
    Page row = page(size);
    const std::string mark = ticks && i < titles.size() ? (items[i].is_present ? "[x]" : "[ ]")
                                                        : (items[i].is_present ? " ● " : " ○ ");
    constexpr std::size_t kLabel = 3;
    row.row({{is_at ? std::string(screen_.reader().right_to_left() ? "‹" : "›") : "", 2, kBold},
             {items[i].label, kLabel, kPlain, Align::right},
             gap(1),
             {mark, 3, kPlain, Align::right},
             gap(1),
             {items[i].title, row.columns() - 10, is_at ? kBold : kPlain, Align::start, kAnyLines}});
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
  if (!what.empty() && question.type != QuestionType::choices) state.paragraph(0, what);
  if (!typed_.empty()) state.paragraph(0, "> " + typed_ + "▏", kBold);
  if (interview_.may_not_apply(number)) state.paragraph(0, words.may_not_apply, kFaint);
  if (const std::string present = screen_.present_answer(interview_, number); !present.empty()) {
    if (size.rows > 18) state.blank();
    state.paragraph(0, present);
  }
  if (interview_.is_marked(number)) state.paragraph(0, words.marked_for_later, {.tone = Standing::middle});
  if (outlook_.urgent[number] && size.rows > 18) state.paragraph(0, words.urgent, kFaint);
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
    row.row({{i == chosen_ ? std::string(screen_.reader().right_to_left() ? "‹" : "›") : "", 2, kBold},
             {std::to_string(i + 1), 2, kPlain, Align::right},
             gap(2),
             {screen_.reader().evidence(levels[i].id) + (help.empty() ? "" : ": ") + help, row.columns() - 6,
              i == chosen_ ? kBold : kPlain, Align::start, kAnyLines}});
    if (i == chosen_) body.focus_begin = body.lines.size();
    append(body.lines, row);
    if (i == chosen_) body.focus_end = body.lines.size();
  }
  return body;
}

/// Only the rows that can be seen are made: a rubric may have a thousand questions.
ScreenModel::Body ScreenModel::list_body(io::ScreenSize size, std::size_t rows) const {
  const AskWords& words = screen_.words();
  Body body;
  Page head = page(size);
  head.row({{screen_.reader().sentence(words.find, {filter_ + "▏"}), head.columns() * 2 / 3, kPlain},
            {filled(words.count_found, {std::to_string(listed_.size())}),
             head.columns() - head.columns() * 2 / 3, kFaint, Align::end}});
  append(body.lines, head);
  const std::size_t row_lines = mode_ == Mode::review ? 2 : 1;
  const std::size_t fitting = std::max<std::size_t>((rows > 1 ? rows - 1 : 1) / row_lines, 1);
  const std::size_t first = chosen_ - std::min(chosen_, fitting / 2);
  const std::size_t begin = std::min(first, listed_.size() > fitting ? listed_.size() - fitting : 0);
  for (std::size_t i = begin; i < std::min(begin + fitting, listed_.size()); ++i)
    for (std::string& line : list_row(size, listed_[i], i == chosen_)) body.lines.push_back(std::move(line));
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
