// RowWalker: reads plain rows of a table straight into codes, without cells and values in between.
//
// Invariant: a row that it takes is one that TableDecoder takes, with the same id, title and
// answers, and without a warning. What a cell means it asks TableDecoder::value_of(), once, and
// remembers the code. It declines whatever is not plainly right: cells that do not fit, doubled
// quotation marks, a row without a line end. It takes no row of a table whose mapping asks for more
// than one cell at a time. A test changes valid tables in random ways and compares the two.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codec/proposal/name_table.h"
#include "codec/table/decoder.h"
#include "score/codebook.h"

namespace ibtikar {

class RowWalker {
 public:
  /// `book` must outlive this.
  explicit RowWalker(const Codebook& book);
  RowWalker(RowWalker&&) = default;
  RowWalker(const RowWalker&) = delete;

  /// The rows of `text` come next. They are of the table that `table` has begun and checked; its
  /// `mapping` may be null. Rows of more than `longest` bytes are declined. Behind `text` there must
  /// be 64 readable bytes. All must outlive the rows.
  void begin(const TableDecoder& table, const Mapping* mapping, std::string_view text, std::size_t longest);

  /// Reads the row at `at`. False: it was declined.
  [[nodiscard]] bool walk(std::size_t at);

  /// What the last row said. Texts are views into it or the mapping.
  [[nodiscard]] std::string_view id() const { return id_; }
  [[nodiscard]] std::string_view title() const { return title_; }
  [[nodiscard]] const CodedAnswers& answers() const { return answers_; }
  /// Where the next row begins, and how many line ends come before it.
  [[nodiscard]] std::size_t behind() const { return behind_; }
  [[nodiscard]] std::size_t line_ends() const { return line_ends_; }

 private:
  /// A cell's length and both its ends: all of it, unless it is long.
  struct Ends {
    std::size_t size = SIZE_MAX;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    friend bool operator==(const Ends&, const Ends&) = default;
  };
  /// What a cell comes to.
  struct Known {
    Ends ends;
    std::string text;
    AnswerCode code = kAbsentCode;  ///< of evidence: 1 + the level; of an option: 1 not chosen, 2 chosen
    double number = 0;
    std::uint64_t set = 0;
  };
  using CodesByByte = std::array<AnswerCode, 256>;
  struct Column {
    const ColumnUse* use = nullptr;
    const Question* question = nullptr;
    const AnswerCode* bytes = nullptr;     ///< codes of cells of one byte; 0: look closer
    char end = ',';                        ///< what stands behind its cells
    AnswerCode beside_code = kAbsentCode;  ///< of any number or set; kAbsentCode: ask first
    AnswerCode option_code = kAbsentCode;
    std::size_t own_bytes = 0;         ///< in bytes_
    std::size_t level = 0;             ///< of evidence: in levels_
    std::optional<NameTable> options;  ///< of a question that asks for several
    std::vector<Known> known;          ///< by hash; what comes later takes the place
  };

  void lay_out(const TableDecoder& table, const Mapping* mapping);
  /// Requires: readable bytes behind the cell.
  [[nodiscard]] static Ends ends_of(std::string_view cell);
  [[nodiscard]] const char* stop_from(const char* at) const;
  [[nodiscard]] bool take_cell(Column& column, const char*& at, std::string_view& cell);
  [[nodiscard]] bool take_quoted(const Column& column, const char*& at, std::string_view& cell);
  [[nodiscard]] bool read_cell(Column& column, std::string_view cell);
  [[nodiscard]] bool read_number(const Column& column, std::string_view cell);
  [[nodiscard]] bool read_choices(const Column& column, std::string_view cell);
  [[nodiscard]] const Known* known_cell(Column& column, std::string_view cell);
  [[nodiscard]] bool learn(const Column& column, std::string_view cell, Known& known) const;
  [[nodiscard]] bool encode(std::size_t question, const Cell& cell, Known& known) const;
  void add_evidence();

  const Codebook& book_;
  const TableDecoder* table_ = nullptr;
  std::size_t layouts_ = 0;  ///< of the table when columns_ were made
  std::vector<Column> columns_;
  std::vector<CodesByByte> bytes_;
  char delimiter_ = ',';
  std::array<AnswerCode, 256> unproven_{};     ///< a code with the first level of evidence
  std::vector<std::size_t> levels_;            ///< by column of evidence: 1 + the level; 0: says nothing
  std::vector<std::size_t> evidence_of_;       ///< by the same: the question
  std::vector<std::size_t> option_questions_;  ///< those with a column for each option
  CodedAnswers fixed_;                         ///< what every row begins with
  bool is_simple_ = false;

  std::string_view text_;
  std::string_view fixed_title_;
  std::size_t limit_ = 0;  ///< behind the last line end; 0: no row is plain
  std::size_t longest_ = 0;
  std::string_view id_;
  std::string_view title_;
  CodedAnswers answers_;
  std::size_t behind_ = 0;
  std::size_t line_ends_ = 0;
  Known latest_;  ///< a cell too long to be remembered
};

}  // namespace ibtikar
