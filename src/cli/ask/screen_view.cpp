// See screen_model.h: what is drawn. Three parts: where one is, the question or a page, the keys.
// The middle scrolls when the screen is small; the line that the arrows are on is in sight unless
// the page keys left it.
#include <algorithm>
#include <utility>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "cli/ask/overview_text.h"
#include "cli/ask/screen_model.h"
#include "cli/ask/screen_page.h"

namespace ibtikar::cli {
namespace {

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
  Body middle = body(size, rows);
  scroll_to_focus(middle, rows);

  std::vector<std::string> lines = top;
  const std::size_t shown = std::min(rows, middle.lines.size() - scroll_);
  for (std::size_t i = 0; i < shown; ++i) lines.push_back(std::move(middle.lines[scroll_ + i]));
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

ScreenModel::Body ScreenModel::body(io::ScreenSize size, std::size_t rows) const {
  switch (mode_) {
    case Mode::question:
      return question_body(size);
    case Mode::evidence:
      return evidence_body(size);
    case Mode::list:
    case Mode::review:
      return list_body(size, rows);
    case Mode::page:
      return score_body(size, screen_.words().score_title);
    case Mode::detail:
      return detail_body(size);
  }
  return {};
}

/// The last row in sight may be the one that says that there is more: the focus stays above it.
void ScreenModel::scroll_to_focus(const Body& body, std::size_t rows) {
  page_rows_ = std::max<std::size_t>(rows, 1);
  scroll_limit_ = body.lines.size() > rows ? body.lines.size() - rows : 0;
  scroll_ = std::min(scroll_, scroll_limit_);
  if (!follows_focus_ || body.focus_end == 0) return;
  const std::size_t hint = rows > 1 && body.focus_end < body.lines.size() ? 1 : 0;
  if (body.focus_end + hint > scroll_ + rows)
    scroll_ = std::min(body.focus_end + hint - std::min(rows, body.focus_end + hint), scroll_limit_);
  if (body.focus_begin < scroll_) scroll_ = body.focus_begin;
}

/// The place of the question in the rubric. A section and its only criterion with the same name are
/// named once.
std::string ScreenModel::title() const {
  const AskWords& words = screen_.words();
  if (mode_ == Mode::list) return std::string(words.list_title);
  if (mode_ == Mode::review) return std::string(words.review_title);
  if (mode_ == Mode::detail) return std::string(words.about_program);
  return interview_.at_hand() ? screen_.place_of(*interview_.at_hand()) : std::string();
}

std::string ScreenModel::place() const {
  if (mode_ == Mode::detail)
    return filled(screen_.words().place, {std::to_string(detail_ + 1), std::to_string(details_.size())});
  const Progress progress = interview_.progress();
  return filled(screen_.words().place,
                {std::to_string(interview_.at_hand() ? progress.position : progress.answered),
                 std::to_string(progress.total)});
}

std::vector<std::string> ScreenModel::header(io::ScreenSize size,
                                             std::optional<std::size_t> minutes_left) const {
  const AskWords& words = screen_.words();
  const Progress progress = interview_.progress();
  const std::string title = this->title();
  const std::string place = this->place();
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
  if (size.rows > kFewRows) top.blank();
  return split(top.text());
}

std::vector<std::string> ScreenModel::footer(io::ScreenSize size) const {
  Page bottom = page(size);
  if (size.rows > kFewRows) bottom.blank();
  if (!notice_.empty())
    bottom.paragraph(0, notice_, {.tone = Standing::middle}, size.rows > kFewRows ? 6 : 3);
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
  if (mode_ == Mode::detail) return fitted(all({words.key_enter_next, words.key_leave_out}), columns);
  if (writing_ && writing_->what == Writing::What::note)
    return fitted(all({words.key_enter_next, words.key_close, words.key_letters}), columns);
  if (writing_) return fitted(all({text_enter(), words.key_commands, words.key_letters}), columns);
  if (is_number_begun()) return fitted(all({words.key_enter_next, words.key_commands}), columns);
  if (help_ != Help::none) return fitted(all({words.key_close}), columns);  // the help has all keys
  if (!interview_.at_hand())
    return fitted(all({words.key_finish, words.key_review, words.key_score, words.key_back, words.key_stop}),
                  columns);
  return fitted(question_keys(), columns);
}

/// What Enter does with the text that is being written.
std::string_view ScreenModel::text_enter() const {
  if (draft_with_text().is_changed()) return screen_.words().key_enter_next;
  return interview_.is_answered(*question_) ? screen_.words().key_keep : screen_.words().key_skip;
}

/// Everything about a question, the most needed first.
std::vector<std::string> ScreenModel::question_keys() const {
  const AskWords& words = screen_.words();
  const Question& question = at_hand();
  std::string answer = filled(words.key_choose, {keys_text(question)});
  if (question.type == QuestionType::choices) answer = filled(words.key_tick, {keys_text(question)});
  if (question.type == QuestionType::number) answer = words.key_number;
  if (question.type == QuestionType::text) answer = words.key_write;
  const bool takes_enter = draft_.row() || !draft_.typed().empty();
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

}  // namespace ibtikar::cli
