// See short_rows.h. A row is written in one go into room that is enough for any row.
#include "report/rows/short_rows.h"

#include <algorithm>
#include <cstring>
#include <span>

#include "base/safe_targets.h"
#include "codec/json/plain_text.h"
#include "codec/json/writer.h"
#include "ibtikar/assessment.h"

namespace ibtikar {
namespace {

constexpr std::uint32_t kMostNumber = 100 * 100;

char digit_of(std::uint32_t number) { return static_cast<char>('0' + number % 10); }

/// Pieces are copied so many bytes at a time, whatever they have: that is no call into the library.
constexpr std::size_t kStep = 32;

/// Copies a piece that was filled up to a multiple of kStep. What is written behind it will be
/// overwritten.
char* put_piece(char* at, const char* filled, std::size_t size) {
  for (std::size_t i = 0; i < size; i += kStep) std::memcpy(at + i, filled + i, kStep);
  return at + size;
}

char* put_text(char* at, std::string_view text) {
  return std::copy(text.begin(), text.end(), at);  // not memcpy(), which must not be given nothing
}

/// Whether safe_for(Target::csv, ...) changes nothing: plain letters, digits and few signs. It may
/// say no where the exact function would say yes.
bool is_plain_cell(std::string_view text) {
  if (text.empty()) return true;
  const auto is_ascii_word = [](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  const auto first = static_cast<unsigned char>(text.front());
  if (!is_ascii_word(first) && first != 0xD8 && first != 0xD9) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (is_ascii_word(c) || c == ' ' || c == '-' || c == '.' || c == '_' || c == ':' || c == '/') continue;
    // Arabic letters: not the signs before U+0620, nor the marks from U+064B to U+065F and U+0670.
    if ((c != 0xD8 && c != 0xD9) || i + 1 == text.size()) return false;
    const auto second = static_cast<unsigned char>(text[++i]);
    if (c == 0xD8 ? second < 0xA0 : (second >= 0x8B && second <= 0x9F) || second == 0xB0) return false;
  }
  return true;
}

ShortRow::Part part_of(RowColumn::What what) {
  switch (what) {
    case RowColumn::What::low:
      return ShortRow::kLow;
    case RowColumn::What::high:
      return ShortRow::kHigh;
    case RowColumn::What::completeness:
      return ShortRow::kCompleteness;
    default:
      return ShortRow::kScore;
  }
}

}  // namespace

ShortRowText::Column::Kind ShortRowText::kind_of(RowColumn::What what) {
  using What = RowColumn::What;
  using Kind = Column::Kind;
  switch (what) {
    case What::id:
      return Kind::id;
    case What::title:
      return Kind::title;
    case What::verdict:
      return Kind::verdict;
    case What::settled:
      return Kind::settled;
    case What::gates:
      return Kind::gates;
    case What::error:
      return Kind::error;
    default:
      return Kind::number;
  }
}

ShortRowText::ShortRowText(const Rubric& rubric, RowFormat format, const std::vector<std::string>& columns)
    : format_(format) {
  const bool is_json = format == RowFormat::ndjson;
  for (const RowColumn& column : row_columns(rubric, columns)) {
    const bool is_first = columns_.empty();
    columns_.push_back({kind_of(column.what), column.dimension * ShortRow::kParts + part_of(column.what),
                        is_json ? (is_first ? "{" : ",") + json_string(column.name) + ":"
                                : std::string(is_first ? "" : ",")});
  }
  for (const Band& band : rubric.parts().bands) bands_.push_back(written(band.id));
  bands_.push_back(written(kInsufficient));
  for (const Gate& gate : rubric.parts().gates) gates_.push_back(is_json ? json_string(gate.id) : gate.id);
  for (Column& column : columns_) {
    column.before_size = column.before.size();
    column.before.resize((column.before.size() + kStep) / kStep * kStep);
  }
  std::size_t longest_band = 0;
  for (const std::string& band : bands_) longest_band = std::max(longest_band, band.size());
  std::size_t all_gates = 2;
  for (const std::string& gate : gates_) all_gates += gate.size() + 1;
  for (const Column& column : columns_) {
    most_ += column.before.size();
    most_ += column.kind == Column::Kind::gates     ? all_gates
             : column.kind == Column::Kind::verdict ? longest_band
                                                    : sizeof(Number);
  }
  most_ += 2 + kStep;
  numbers_.reserve(kMostNumber + 2);
  numbers_.push_back(number_of(is_json ? "null" : ""));
  for (std::uint32_t hundredths = 0; hundredths <= kMostNumber; ++hundredths) {
    const char text[] = {digit_of(hundredths / 10'000), digit_of(hundredths / 1000),
                         digit_of(hundredths / 100),    '.',
                         digit_of(hundredths / 10),     digit_of(hundredths)};
    const std::size_t zeros = hundredths < 1000 ? 2 : hundredths < kMostNumber ? 1 : 0;
    numbers_.push_back(number_of(std::string_view(text, sizeof text).substr(zeros)));
  }
}

ShortRowText::Number ShortRowText::number_of(std::string_view text) {
  Number number;
  std::ranges::copy(text, number.text.begin());
  number.size = static_cast<std::uint8_t>(text.size());
  return number;
}

/// Whether a text is written as it is, but for quotation marks around it in JSON.
bool ShortRowText::is_plain(std::string_view text) const {
  return format_ == RowFormat::csv ? is_plain_cell(text) : !text.empty() && is_plain_json(text);
}

std::string ShortRowText::written(std::string_view text) const {
  if (format_ == RowFormat::csv) return safe_for(Target::csv, text);
  return text.empty() ? "null" : json_string(text);
}

void ShortRowText::append(std::string& out, std::string_view id, std::string_view title,
                          const ShortRow& row) const {
  if (format_ == RowFormat::none) return;
  const bool is_json = format_ == RowFormat::ndjson;
  // Nearly all texts are plain and are copied from where they are.
  const bool is_plain_id = is_plain(id);
  const bool is_plain_title = is_plain(title);
  const std::string other_id = is_plain_id ? std::string() : written(id);
  const std::string other_title = is_plain_title ? std::string() : written(title);
  const auto put_own_text = [&](char* at, bool is_plain_text, std::string_view text,
                                const std::string& other) {
    if (!is_plain_text) return put_text(at, other);
    if (is_json) *at++ = '"';
    at = put_text(at, text);
    if (is_json) *at++ = '"';
    return at;
  };
  const std::size_t used = out.size();
  out.resize(used + most_ + std::max(id.size() + 2, other_id.size()) +
             std::max(title.size() + 2, other_title.size()));
  char* at = out.data() + used;
  using Kind = Column::Kind;
  // In variables of their own: what is written could be any member, says the compiler.
  const Number* const texts = numbers_.data() + 1;
  const std::int32_t* const numbers = row.numbers.data();
  for (const Column& column : std::span<const Column>(columns_)) {
    at = put_piece(at, column.before.data(), column.before_size);
    if (column.kind == Kind::number) {
      const std::int32_t hundredths = numbers[column.number];
      const Number& number = texts[hundredths];
      std::memcpy(at, number.text.data(), sizeof number.text);
      // Most have two digits before the point. Where that is foreseen, what follows need not wait
      // for the number.
      if (hundredths >= 1000 && hundredths < 100 * 100) [[likely]]
        at += 5;
      else
        at += number.size;
    } else if (column.kind == Kind::id)
      at = put_own_text(at, is_plain_id, id, other_id);
    else if (column.kind == Kind::title)
      at = put_own_text(at, is_plain_title, title, other_title);
    else if (column.kind == Kind::verdict)
      at = put_text(at, bands_[row.band]);
    else if (column.kind == Kind::settled)
      at = put_text(at, row.settled ? "true" : "false");
    else if (column.kind == Kind::gates)
      at = put_gates(at, row);
    else  // these rows have no error
      at = put_text(at, is_json ? "null" : "");
  }
  at = put_text(at, is_json ? "}\n" : "\r\n");
  out.resize(static_cast<std::size_t>(at - out.data()));
}

char* ShortRowText::put_gates(char* at, const ShortRow& row) const {
  const bool is_json = format_ == RowFormat::ndjson;
  if (is_json) *at++ = '[';
  const char* const first = at;
  for (std::size_t g = 0; g < gates_.size(); ++g) {
    if (row.gates[g] == 0) continue;
    if (at != first) *at++ = is_json ? ',' : ' ';
    at = put_text(at, gates_[g]);
  }
  if (is_json) *at++ = ']';
  return at;
}

}  // namespace ibtikar
