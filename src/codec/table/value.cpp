// See value.h. People type tables, so cells are read generously: in any digits, with blanks and
// marks around them. But a cell is never read in a way that its writer may not have meant.
#include "codec/table/value.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/search_key.h"
#include "base/typed_text.h"
#include "base/utf8.h"
#include "codec/table/listed_text.h"

namespace ibtikar {
namespace {

constexpr std::string_view kPercentSigns[] = {"%", "٪"};

bool is_one_of(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

/// A number in ASCII that can be read in one way only, the fast way. Most numbers are of this kind,
/// and a portfolio has too many different ones to remember. Three digits after a point could be a
/// group of thousands.
std::optional<double> plain_number(std::string_view cell) {
  const std::size_t point = cell.find('.');
  if (point != std::string_view::npos) {
    const std::size_t end = std::min(cell.find_first_not_of("0123456789", point + 1), cell.size());
    if (end - point == 4) return std::nullopt;
  }
  const auto plain = parse_decimal(cell);
  return plain && *plain == 0 ? 0 : plain;  // -0 is 0
}

/// `cell` is not empty.
bool cell_says_not_applicable(std::string_view cell) {
  std::string word = folded(cell);
  if (word == "n/a") return true;
  // Written with and without a blank, with vowels, and with the connected form of letters.
  word = search_key(word);
  std::erase(word, ' ');
  return word == search_key("لاينطبق");
}

bool is_between_ids(char32_t c) {
  constexpr char32_t kArabicComma = 0x60C;
  constexpr char32_t kArabicSemicolon = 0x61B;
  return c == '|' || c == ',' || c == ';' || c == kArabicComma || c == kArabicSemicolon;
}

/// The option ids in a cell, separated by blanks, bars, commas or semicolons.
std::vector<std::string> ids_in(std::string_view cell) {
  std::vector<std::string> ids(1);
  for (std::size_t at = 0; at < cell.size();) {
    const CodePoint point = code_point_at(cell, at).value_or(CodePoint{0xFFFD, at + 1});
    const std::string_view bytes = cell.substr(at, point.next - at);
    at = point.next;
    // Spreadsheets and right-to-left keyboards leave invisible marks between ids.
    if (is_invisible(point.value)) continue;
    if (!is_blank(point.value) && !is_between_ids(point.value))
      ids.back() += bytes;
    else if (!ids.back().empty())
      ids.emplace_back();
  }
  if (ids.back().empty()) ids.pop_back();
  return ids;
}

}  // namespace

std::optional<bool> truth_of_cell(std::string_view cell) {
  const std::string word = folded(cell);
  // The words of spreadsheets in both languages, and the digits of form tools.
  if (is_one_of(word, {"true", "yes", "1", "نعم"})) return true;
  if (is_one_of(word, {"false", "no", "0", "لا"})) return false;
  const std::string key = search_key(word);  // نَعَم, نـعم, لأ, and connected forms of letters
  if (key == "نعم") return true;
  if (key == "لا") return false;
  return std::nullopt;
}

std::optional<double> number_of_cell(std::string_view cell, DecimalMark decimal) {
  if (const auto plain = plain_number(cell)) return plain;
  const NumberReadings readings = read_whole_number_text(cell);
  return readings.are_two() ? readings.with(decimal) : readings.only();
}

std::optional<Diagnostic> fault_of_two_numbers(std::string_view cell, DecimalMark decimal) {
  if (decimal != DecimalMark::unknown || plain_number(cell)) return std::nullopt;
  const NumberReadings readings = read_whole_number_text(cell);
  if (!readings.are_two()) return std::nullopt;
  return error_at(
      "", "ambiguous-number",
      message(
          "{0} can be {1} or {2}; expected a number that can be read in one way only. --decimal (\".\" or "
          "\",\") or a mapping says which mark stands before decimals",
          ibtikar::quoted(without_outer_blanks(cell)), shortest(readings.with_point.value_or(0)),
          shortest(readings.with_comma.value_or(0))));
}

Answer answer_of_cell(const Question& question, std::string_view cell, DecimalMark decimal) {
  Answer answer;
  const std::string_view inner = without_outer_blanks(cell);
  if (inner.empty()) return answer;
  if (question.type == QuestionType::text) {
    answer.value = std::string(cell);
    return answer;
  }
  if (question.type == QuestionType::scale || question.type == QuestionType::number)
    if (const auto number = number_of_cell(inner, decimal)) {
      answer.value = *number;
      return answer;
    }
  if (auto listed = listed_answer(question, inner)) {
    answer.value = *std::move(listed);
    return answer;
  }
  // Whatever is not recognized below stays a text, and check_answer() refuses it with the cell
  // quoted.
  answer.value = std::string(inner);
  if (cell_says_not_applicable(inner)) {
    answer.value = "n/a";
  } else if (question.type == QuestionType::yes_no) {
    if (const auto truth = truth_of_cell(inner)) answer.value = *truth;
  } else if (question.type == QuestionType::choices) {
    answer.value = ids_in(inner);
  }
  return answer;
}

RubricReference reference_of_cell(std::string_view cell) {
  const std::size_t blank = cell.find(' ');
  if (blank == std::string_view::npos) return {std::string(cell), {}};
  return {std::string(cell.substr(0, blank)), std::string(without_outer_blanks(cell.substr(blank)))};
}

Message number_hint(std::string_view cell, DecimalMark decimal) {
  const NumberReadings readings = read_number(cell);
  const auto sign = std::find(std::begin(kPercentSigns), std::end(kPercentSigns), readings.rest);
  const auto number = readings.are_two() ? readings.with(decimal) : readings.only();
  if (!number || sign == std::end(kPercentSigns)) return {};
  return message("write {0} without {1}", shortest(*number), *sign);
}

}  // namespace ibtikar
