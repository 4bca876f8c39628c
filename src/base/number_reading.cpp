// See number_reading.h.
#include "base/number_reading.h"

#include <algorithm>
#include <vector>

#include "base/blanks.h"
#include "base/decimal.h"
#include "base/utf8.h"

namespace ibtikar {
namespace {

enum class Mark { none, point, comma, arabic_point, arabic_group, apostrophe, blank };

/// One code point of a number, as far as numbers know it.
struct Token {
  char digit = 0;  ///< 0-9 in ASCII; 0: none
  Mark mark = Mark::none;
  std::size_t next = 0;  ///< behind it and the invisible marks that follow
};

char digit_of(char32_t c) {
  for (const char32_t zero : {U'0', U'\u0660', U'\u06F0', U'\uFF10'})
    if (c >= zero && c <= zero + 9) return static_cast<char>('0' + (c - zero));
  return 0;
}

Mark mark_of(char32_t c) {
  switch (c) {
    case '.':
    case 0xFF0E:
      return Mark::point;
    case ',':
    case 0x60C:
    case 0xFF0C:
      return Mark::comma;
    case 0x66B:
      return Mark::arabic_point;
    case 0x66C:
      return Mark::arabic_group;
    case '\'':
    case 0x2019:
    case 0x2BC:
      return Mark::apostrophe;
    default:
      return is_blank(c) && c != '\n' && c != '\r' ? Mark::blank : Mark::none;
  }
}

std::size_t behind_invisible(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const auto point = code_point_at(text, at);
    if (!point || !is_invisible(point->value)) break;
    at = point->next;
  }
  return at;
}

Token token_at(std::string_view text, std::size_t at) {
  const auto point = at < text.size() ? code_point_at(text, at) : std::nullopt;
  if (!point) return {};
  return {digit_of(point->value), mark_of(point->value), behind_invisible(text, point->next)};
}

/// Digits and the mark before them; the first digits may have none.
struct Group {
  Mark before = Mark::none;
  std::string digits;
};

/// A number taken apart, before anyone says what its marks mean.
struct Written {
  bool is_negative = false;
  std::vector<Group> groups;
  std::string exponent;  ///< "e+06"
  std::size_t behind = 0;

  /// The number where `decimal` stands before the decimals and any other mark between groups.
  [[nodiscard]] std::optional<double> value(Mark decimal) const;
};

bool may_be_first_of_groups(std::string_view digits) {
  return !digits.empty() && digits.size() <= 3 && digits.front() != '0';
}

std::optional<double> Written::value(Mark decimal) const {
  if (groups.empty()) return std::nullopt;
  std::string plain = is_negative ? "-" : "";
  Mark grouping = Mark::none;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto& [before, digits] = groups[i];
    const bool is_decimal = before == decimal || before == Mark::arabic_point;
    if (is_decimal && i + 1 != groups.size()) return std::nullopt;
    if (!is_decimal && before != Mark::none) {
      const bool is_same = grouping == Mark::none || grouping == before;
      const bool may_group = i > 1 || (i == 1 && may_be_first_of_groups(groups.front().digits));
      if (!is_same || !may_group || digits.size() != 3 || !exponent.empty()) return std::nullopt;
      grouping = before;
    }
    if (is_decimal) plain += '.';
    plain += digits;
  }
  const auto number = parse_decimal(plain + exponent);
  return number && *number == 0 ? 0 : number;
}

/// "e", an optional sign and digits, directly after a number.
void take_exponent(std::string_view text, Written& written) {
  const std::string_view rest = text.substr(written.behind);
  if (rest.empty() || (rest.front() != 'e' && rest.front() != 'E')) return;
  const std::size_t digits = rest.size() > 1 && (rest[1] == '+' || rest[1] == '-') ? 2 : 1;
  const std::size_t end = std::min(rest.find_first_not_of("0123456789", digits), rest.size());
  if (end <= digits) return;
  written.exponent = rest.substr(0, end);
  written.behind += end;
}

Written take_apart(std::string_view text) {
  Written written;
  std::size_t at = behind_invisible(text, 0);
  for (const std::string_view minus : {"-", "−"})
    if (text.substr(at).starts_with(minus)) {
      written.is_negative = true;
      at = behind_invisible(text, at + minus.size());
      break;
    }
  for (;;) {
    Group group;
    Token token = token_at(text, at);
    const bool may_be_mark =
        token.mark != Mark::none && !(written.groups.empty() && token.mark == Mark::blank);
    if (may_be_mark) {
      group.before = token.mark;
      at = token.next;
      token = token_at(text, at);
    }
    while (token.digit != 0) {
      group.digits += token.digit;
      at = token.next;
      written.behind = at;
      token = token_at(text, at);
    }
    if (group.digits.empty()) break;
    if (written.groups.empty() && group.before != Mark::none) written.groups.emplace_back();  // ".5"
    written.groups.push_back(std::move(group));
  }
  if (!written.groups.empty()) take_exponent(text, written);
  return written;
}

}  // namespace

std::optional<DecimalMark> decimal_mark_named(std::string_view name) {
  if (name == ".") return DecimalMark::point;
  if (name == ",") return DecimalMark::comma;
  return std::nullopt;
}

char sign_of(DecimalMark mark) { return mark == DecimalMark::comma ? ',' : '.'; }

std::optional<double> NumberReadings::only() const {
  if (are_two()) return std::nullopt;
  return with_point ? with_point : with_comma;
}

std::optional<double> NumberReadings::with(DecimalMark mark) const {
  if (mark == DecimalMark::unknown) return only();
  return mark == DecimalMark::point ? with_point : with_comma;
}

DecimalMark NumberReadings::shown_mark() const {
  if (with_point.has_value() == with_comma.has_value()) return DecimalMark::unknown;
  return with_point ? DecimalMark::point : DecimalMark::comma;
}

NumberReadings read_number(std::string_view text) {
  text = without_outer_blanks(text);
  const Written written = take_apart(text);
  return {written.value(Mark::point), written.value(Mark::comma),
          without_outer_blanks(text.substr(written.behind))};
}

NumberReadings read_whole_number_text(std::string_view text) {
  NumberReadings readings = read_number(text);
  if (!readings.rest.empty()) return {std::nullopt, std::nullopt, readings.rest};
  return readings;
}

}  // namespace ibtikar
