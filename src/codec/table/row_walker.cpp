// See row_walker.h. One row, byte by byte; row_walker_columns.cpp has what is made once for a table
// and what is learned from its cells.
#include "codec/table/row_walker.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "base/blanks.h"
#include "base/wide.h"
#include "codec/proposal/json_cursor.h"

namespace ibtikar {
namespace {

using What = ColumnUse::What;

/// Then nothing is to be taken off its ends, and no character there need be decoded.
bool begins_and_ends_in_ascii(std::string_view cell) {
  const auto is_ink = [](char c) { return c > ' ' && c < '\x7F'; };
  return !cell.empty() && is_ink(cell.front()) && is_ink(cell.back());
}

bool is_read(const ColumnUse& use) {
  return use.what == What::answer || use.what == What::option || use.what == What::evidence ||
         use.what == What::rubric || use.what == What::id || use.what == What::title;
}

}  // namespace

bool RowWalker::walk(std::size_t at) {
  if (at >= limit_) return false;
  std::ranges::copy(fixed_.codes, answers_.codes.begin());
  for (const std::size_t question : option_questions_) answers_.sets[question] = 0;
  std::ranges::fill(levels_, 0);
  id_ = {};
  title_ = fixed_title_;
  line_ends_ = 1;
  AnswerCode* const codes = answers_.codes.data();
  const char* now = text_.data() + at;
  for (Column& column : columns_) {
    // Most cells are a digit, and a delimiter stands behind it.
    const AnswerCode code = column.bytes[static_cast<unsigned char>(*now)];
    if (code != kAbsentCode && now[1] == column.end) {
      codes[column.use->question] = code;
      now += 2;
      continue;
    }
    std::string_view cell;
    if (!take_cell(column, now, cell) || !read_cell(column, cell)) return false;
  }
  behind_ = static_cast<std::size_t>(now - text_.data());
  if (behind_ - at > longest_) return false;
  add_evidence();
  // A row without anything is no record, and one with its title alone may be none.
  return !id_.empty() || answers_.codes != fixed_.codes;
}

/// The first sign that may end a cell, or that none expects. There is one: a line end.
const char* RowWalker::stop_from(const char* at) const {
  const auto delimiter = static_cast<unsigned char>(delimiter_);
  for (;; at += sizeof(Bytes)) {
    Bytes bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    const unsigned found = bits_of(Bytes((bytes == delimiter) | (bytes == '\n') | (bytes == '"')));
    if (found != 0) return at + std::countr_zero(found);
  }
}

/// The cell at `at`, and the place behind the sign that ends it. Every search ends at the last line
/// end of the text.
bool RowWalker::take_cell(Column& column, const char*& at, std::string_view& cell) {
  if (*at == '"') return take_quoted(column, at, cell);
  const char* const end = stop_from(at);
  if (*end != column.end) return false;
  cell = {at, static_cast<std::size_t>(end - at)};
  if (column.end == '\n' && cell.ends_with('\r')) cell.remove_suffix(1);
  at = end + 1;
  return true;
}

bool RowWalker::take_quoted(const Column& column, const char*& at, std::string_view& cell) {
  const char* const limit = text_.data() + limit_;
  const char* const begin = at + 1;
  const auto quote_from = [&](const char* from) {
    return static_cast<const char*>(std::memchr(from, '"', static_cast<std::size_t>(limit - from)));
  };
  const char* quote = quote_from(begin);
  // The last byte is a line end, so there is one behind each mark.
  while (quote != nullptr && quote[1] == '"' && !is_read(*column.use)) quote = quote_from(quote + 2);
  if (quote == nullptr) return false;
  cell = {begin, static_cast<std::size_t>(quote - begin)};
  at = quote + 1;
  if (column.end == '\n' && *at == '\r') ++at;
  if (*at != column.end) return false;
  ++at;
  line_ends_ += static_cast<std::size_t>(std::ranges::count(cell, '\n'));
  return true;
}

bool RowWalker::read_cell(Column& column, std::string_view cell) {
  const ColumnUse& use = *column.use;
  if (!is_read(use)) return true;
  if (use.what == What::id || use.what == What::title) {
    (use.what == What::id ? id_ : title_) =
        begins_and_ends_in_ascii(cell) ? cell : without_outer_blanks(cell);
    return true;
  }
  if (column.beside_code != kAbsentCode && (read_number(column, cell) || read_choices(column, cell)))
    return true;
  const Known* const known = known_cell(column, cell);
  if (known == nullptr) return false;
  if (use.what == What::answer) {
    answers_.codes[use.question] = known->code;
    answers_.numbers[use.question] = known->number;
    answers_.sets[use.question] = known->set;
    if (book_.is_beside(use.question) && !use.codes && use.separator.empty() && known->code >= kAnswerCodes)
      column.beside_code = known->code;
  } else if (use.what == What::evidence) {
    levels_[column.level] = known->code;
  } else if (use.what == What::option && known->code != kAbsentCode) {
    answers_.codes[use.question] = column.option_code;
    const std::uint64_t bit = std::uint64_t{1} << use.option;
    std::uint64_t& set = answers_.sets[use.question];
    set = known->code == 2 ? set | bit : set & ~bit;
  }
  return true;
}

/// A number that can be read in one way: a portfolio has too many different ones to remember.
bool RowWalker::read_number(const Column& column, std::string_view cell) {
  const Question& question = *column.question;
  if (question.type != QuestionType::number) return false;
  const std::size_t point = cell.find('.');
  constexpr std::size_t kThousands = 3;  // digits behind a mark that may be one of thousands
  if (point != std::string_view::npos && cell.size() - point - 1 == kThousands) return false;
  JsonCursor cursor(cell.data());
  double number = 0;
  if (cell.empty() || !cursor.take_number(number) || cursor.at() != cell.data() + cell.size()) return false;
  if ((question.min && number < *question.min) || (question.max && number > *question.max)) return false;
  if (question.whole && number != std::floor(number)) return false;
  answers_.codes[column.use->question] = column.beside_code;
  answers_.numbers[column.use->question] = number;
  return true;
}

/// Ids of options with single blanks between them: there are too many sets to remember.
bool RowWalker::read_choices(const Column& column, std::string_view cell) {
  if (!column.options) return false;
  std::uint64_t set = 0;
  for (std::size_t begin = 0; begin <= cell.size();) {
    std::size_t end = begin;
    while (end < cell.size() && cell[end] != ' ') ++end;
    const std::size_t option = column.options->find(cell.substr(begin, end - begin));
    if (option == NameTable::kNone || (set >> option & 1U) != 0) return false;
    set |= std::uint64_t{1} << option;
    begin = end + 1;
  }
  answers_.codes[column.use->question] = column.beside_code;
  answers_.sets[column.use->question] = set;
  return true;
}

/// Behind all answers, wherever the columns stand.
void RowWalker::add_evidence() {
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    AnswerCode& code = answers_.codes[evidence_of_[i]];
    if (levels_[i] > 0 && code >= kAnswerCodes)
      code = static_cast<AnswerCode>(unproven_[code] + (levels_[i] - 1));
  }
}

}  // namespace ibtikar
