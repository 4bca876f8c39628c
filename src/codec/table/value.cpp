// See value.h.
#include "codec/table/value.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/typed_text.h"

namespace ibtikar {
namespace {

/// What spreadsheets and their users put around and between digits.
constexpr std::array<std::string_view, 6> kBlanks = {" ", "\t", "\r", "\n", "\xC2\xA0", "\xE2\x80\xAF"};

std::string_view blank_at_start(std::string_view text) {
  const auto found =
      std::find_if(kBlanks.begin(), kBlanks.end(), [&](std::string_view b) { return text.starts_with(b); });
  return found == kBlanks.end() ? std::string_view() : *found;
}

std::string_view blank_at_end(std::string_view text) {
  const auto found =
      std::find_if(kBlanks.begin(), kBlanks.end(), [&](std::string_view b) { return text.ends_with(b); });
  return found == kBlanks.end() ? std::string_view() : *found;
}

std::string without_blanks_inside(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view blank = blank_at_start(text);
    if (blank.empty()) out += text.front();
    text.remove_prefix(std::max<std::size_t>(1, blank.size()));
  }
  return out;
}

bool is_one_of(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

/// `cell` is not empty.
bool says_not_applicable(std::string_view cell) { return is_one_of(folded(cell), {"n/a", "لا ينطبق"}); }

/// Option ids between blanks and bars.
std::vector<std::string> ids_in(std::string_view cell) {
  std::vector<std::string> ids(1);
  while (!cell.empty()) {
    const std::string_view blank = cell.starts_with('|') ? cell.substr(0, 1) : blank_at_start(cell);
    if (blank.empty())
      ids.back() += cell.front();
    else if (!ids.back().empty())
      ids.emplace_back();
    cell.remove_prefix(std::max<std::size_t>(1, blank.size()));
  }
  if (ids.back().empty()) ids.pop_back();
  return ids;
}

}  // namespace

std::string_view without_outer_blanks(std::string_view text) {
  for (std::string_view blank = blank_at_start(text); !blank.empty(); blank = blank_at_start(text))
    text.remove_prefix(blank.size());
  for (std::string_view blank = blank_at_end(text); !blank.empty(); blank = blank_at_end(text))
    text.remove_suffix(blank.size());
  return text;
}

std::optional<bool> truth_of_cell(std::string_view cell) {
  const std::string word = folded(cell);
  if (is_one_of(word, {"true", "yes", "1", "نعم"})) return true;
  if (is_one_of(word, {"false", "no", "0", "لا"})) return false;
  return std::nullopt;
}

std::optional<double> number_of_cell(std::string_view cell, char delimiter) {
  // Most numbers are plain; a portfolio has too many different ones to remember.
  std::optional<double> number = parse_decimal(cell);
  if (number) return *number == 0 ? 0 : *number;  // -0 is 0
  std::string digits = western_digits(without_outer_blanks(cell));
  if (delimiter != ',')
    if (const std::size_t comma = digits.find(','); comma != std::string::npos) {
      if (digits.find_first_of(",.", comma + 1) != std::string::npos) return std::nullopt;
      digits[comma] = '.';
    }
  number = parse_decimal(digits);
  if (number && *number == 0) number = 0;
  return number;
}

Answer answer_of_cell(const Question& question, std::string_view cell, char delimiter) {
  Answer answer;
  const std::string_view inner = without_outer_blanks(cell);
  if (inner.empty()) return answer;
  if (question.type == QuestionType::text) {
    answer.value = std::string(cell);
    return answer;
  }
  if (question.type == QuestionType::scale || question.type == QuestionType::number)
    if (const auto number = number_of_cell(inner, delimiter)) {
      answer.value = *number;
      return answer;
    }
  answer.value = std::string(inner);
  if (says_not_applicable(inner)) {
    answer.value = "n/a";
  } else if (question.type == QuestionType::yes_no) {
    if (const auto truth = truth_of_cell(inner)) answer.value = *truth;
  } else if (question.type == QuestionType::choices) {
    answer.value = ids_in(inner);
  }
  return answer;
}

std::string number_hint(std::string_view cell, char delimiter) {
  std::string text = western_digits(without_outer_blanks(cell));
  std::string without;
  for (const std::string_view percent : {"%", "٪"})
    if (text.ends_with(percent)) {
      text.resize(text.size() - percent.size());
      without = fmt::format(" without {}", percent);
    }
  if (std::string joined = without_blanks_inside(text); joined != text) {
    text = std::move(joined);
    without += without.empty() ? " without blanks" : " and blanks";
  }
  if (std::count(text.begin(), text.end(), ',') == 1 && delimiter == ',' &&
      text.find('.') == std::string::npos) {
    text[text.find(',')] = '.';
    without += ": a decimal comma is read only where no comma separates cells";
  }
  const auto number = number_of_cell(text, delimiter);
  return number && !without.empty() ? fmt::format("; write {}{}", shortest(*number), without) : std::string();
}

}  // namespace ibtikar
