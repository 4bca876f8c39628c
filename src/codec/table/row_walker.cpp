// See row_walker.h.
#include "codec/table/row_walker.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "base/blanks.h"
#include "codec/proposal/json_cursor.h"
#include "codec/table/value.h"
#include "model/answer_check.h"

namespace ibtikar {
namespace {

using What = ColumnUse::What;

/// A column has few different cells. With more, such as free texts, remembering does not help.
constexpr unsigned kRememberedBits = 5;
constexpr std::size_t kLongestRemembered = 64;
constexpr std::size_t kWord = 8;

/// For columns whose cells of one byte are like any other.
constexpr std::array<AnswerCode, 256> kNoBytes{};

/// Whether what a column says depends on its own cell alone.
bool is_simple_use(const ColumnUse& use) { return use.rank == 0 && use.open_unless == 0; }

bool begins_and_ends_in_ascii(std::string_view cell) {
  const auto is_ink = [](char c) { return c > ' ' && c < '\x7F'; };
  return !cell.empty() && is_ink(cell.front()) && is_ink(cell.back());
}

/// Nothing if their ids cannot be told apart quickly.
std::optional<NameTable> options_of(const Question& question) {
  std::vector<std::string> ids;
  for (const Option& option : question.options) ids.push_back(option.id);
  NameTable table(std::move(ids));
  if (!table.is_quick()) return std::nullopt;
  return table;
}

bool is_read(const ColumnUse& use) {
  return use.what == What::answer || use.what == What::option || use.what == What::evidence ||
         use.what == What::rubric || use.what == What::id || use.what == What::title;
}

}  // namespace

RowWalker::RowWalker(const Codebook& book) : book_(book), fixed_(book.no_answers()) {
  const std::size_t levels = std::max<std::size_t>(1, book.rubric().parts().evidence.levels.size());
  for (std::size_t code = kAnswerCodes; code < unproven_.size(); ++code)
    unproven_[code] = static_cast<AnswerCode>(code - (code - kAnswerCodes) % levels);
}

void RowWalker::begin(const TableDecoder& table, const Mapping* mapping, std::string_view text,
                      std::size_t longest) {
  // Where it stands may have changed, but not what it has begun.
  table_ = &table;
  if (layouts_ != table.layouts()) lay_out(table, mapping);
  text_ = text;
  longest_ = std::min(longest, kMaxCellBytes);
  fixed_title_ = mapping != nullptr ? std::string_view(mapping->fixed.title) : std::string_view();
  limit_ = is_simple_ && table.is_plain() ? text.rfind('\n') + 1 : 0;
}

void RowWalker::lay_out(const TableDecoder& table, const Mapping* mapping) {
  layouts_ = table.layouts();
  const TableLayout& layout = table.layout();
  columns_.clear(), bytes_.clear(), levels_.clear(), evidence_of_.clear(), option_questions_.clear();
  is_simple_ = layout.faults.empty() && layout.leave_out.empty() && !layout.columns.empty() &&
               (mapping == nullptr || mapping->skipped.empty()) &&
               std::ranges::all_of(layout.columns, is_simple_use);
  if (!is_simple_) return;
  const Rubric& rubric = book_.rubric();
  fixed_ = book_.no_answers();
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    Known known;
    Cell cell = table.fixed().cells[q];
    if (cell.state != CellState::answered) cell.chosen.clear();
    if (!encode(q, cell, known)) is_simple_ = false;
    fixed_.codes[q] = known.code, fixed_.numbers[q] = known.number, fixed_.sets[q] = known.set;
  }
  answers_ = fixed_;
  delimiter_ = table.delimiter();
  for (const ColumnUse& use : layout.columns) {
    Column column;
    column.use = &use;
    column.question = &rubric.question(use.question);
    column.end = table.delimiter();
    if (use.what == What::answer) {
      column.own_bytes = bytes_.size();
      bytes_.emplace_back();
      if (column.question->type == QuestionType::choices) column.options = options_of(*column.question);
    } else if (use.what == What::option) {
      const auto level = find_evidence(rubric.parts().evidence, table.evidence_of(use));
      column.option_code = book_.code(0, level.value_or(0));
      if (std::ranges::find(option_questions_, use.question) == option_questions_.end())
        option_questions_.push_back(use.question);
    } else if (use.what == What::evidence) {
      column.level = levels_.size();
      levels_.push_back(0);
      evidence_of_.push_back(use.question);
    }
    columns_.push_back(std::move(column));
  }
  columns_.back().end = '\n';
  for (Column& column : columns_)
    column.bytes = column.use->what == What::answer ? bytes_[column.own_bytes].data() : kNoBytes.data();
}

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
  using Signs = unsigned char __attribute__((vector_size(16)));
  const auto delimiter = static_cast<unsigned char>(delimiter_);
  for (;; at += sizeof(Signs)) {
    Signs signs;
    std::memcpy(&signs, at, sizeof signs);
    const auto found = (signs == delimiter) | (signs == '\n') | (signs == '"');
    char flags[sizeof(Signs)];
    std::memcpy(flags, &found, sizeof flags);
    if (const std::uint64_t low = word_at(flags); low != 0) return at + std::countr_zero(low) / 8;
    if (const std::uint64_t high = word_at(flags + kWord); high != 0)
      return at + kWord + std::countr_zero(high) / 8;
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

RowWalker::Ends RowWalker::ends_of(std::string_view cell) {
  Ends ends{cell.size(), word_at(cell.data()), 0};
  if (cell.size() >= kWord)
    ends.last = word_at(cell.data() + cell.size() - kWord);
  else
    ends.first &= (std::uint64_t{1} << 8 * cell.size()) - 1;
  return ends;
}

/// Null if the cell does not fit.
const RowWalker::Known* RowWalker::known_cell(Column& column, std::string_view cell) {
  if (column.known.empty()) column.known.resize(std::size_t{1} << kRememberedBits);
  const Ends ends = ends_of(cell);
  constexpr std::uint64_t kOdd = 0x9E37'79B9'7F4A'7C15;
  const std::uint64_t mixed = (ends.first ^ std::rotl(ends.last, 21) ^ ends.size) * kOdd;
  Known& known = column.known[static_cast<std::size_t>(mixed >> (64 - kRememberedBits))];
  if (known.ends == ends && (cell.size() <= 2 * kWord || known.text == cell)) return &known;
  Known learned;
  if (!learn(column, cell, learned)) return nullptr;
  if (cell.size() > kLongestRemembered) return &(latest_ = std::move(learned));
  learned.ends = ends;
  learned.text = cell;
  known = std::move(learned);
  if (column.use->what == What::answer && cell.size() == 1 && !book_.is_beside(column.use->question))
    bytes_[column.own_bytes][static_cast<unsigned char>(cell.front())] = known.code;
  return &known;
}

bool RowWalker::learn(const Column& column, std::string_view cell, Known& known) const {
  const ColumnUse& use = *column.use;
  if (use.what == What::rubric) {
    // Whether a row of another rubric can be read at all, the careful way knows.
    const RubricReference written = reference_of_cell(without_outer_blanks(cell));
    return written.id.empty() || written == RubricReference{book_.rubric().id(), book_.rubric().version()};
  }
  const Result<Cell> value = table_->value_of(use, cell);
  if (!value) return false;
  if (use.what == What::answer) return encode(use.question, *value, known);
  if (value->state != CellState::answered) return true;
  known.code = static_cast<AnswerCode>(use.what == What::evidence ? 1 + value->evidence
                                       : value->number == 1       ? 2
                                                                  : 1);
  return true;
}

/// The code of a cell. False: there is none that gives the cell back.
bool RowWalker::encode(std::size_t question, const Cell& cell, Known& known) const {
  std::size_t answer = 0;
  switch (book_.rubric().question(question).type) {
    case QuestionType::scale:
    case QuestionType::choice:
      answer = cell.index;
      break;
    case QuestionType::yes_no:
      answer = cell.number == 1 ? 1 : 0;
      break;
    case QuestionType::number:
      known.number = cell.number;
      break;
    case QuestionType::choices:
      for (std::size_t i = 0; i < cell.chosen.size(); ++i)
        if (cell.chosen[i]) known.set |= std::uint64_t{1} << i;
      break;
    case QuestionType::text:
      break;
  }
  if (cell.state == CellState::answered) known.code = book_.code(answer, cell.evidence);
  if (cell.state == CellState::not_applicable) known.code = kNotApplicableCode;
  Cell again = book_.cell(question, known.code, known.number, known.set);
  // These earn nothing where answers have codes.
  again.has_note = cell.has_note;
  again.has_link = cell.has_link;
  return again == cell;
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
