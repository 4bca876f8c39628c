// What a TableDecoder works with: the layout of its table, and what its cells came to so far. See
// decoder.h; decoder.cpp has the careful way and decoder_quick.cpp the quick one.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "codec/table/cell_memory.h"
#include "codec/table/decoder.h"
#include "codec/table/row_proposal.h"

namespace ibtikar {

struct TableDecoder::Work {
  const Rubric& rubric;
  const Scorer& scorer;
  EncodeOptions options;
  const Mapping* mapping;
  TableHeader header;
  TableLayout layout;
  std::size_t layouts = 0;
  CsvSplitter splitter{','};
  std::vector<UsedColumn> columns;
  std::vector<std::size_t> option_questions;  ///< those with a column for each option
  AnswerSheet fixed;                          ///< what every row begins with
  AnswerSheet sheet;
  bool is_plain = true;      ///< the text at hand is UTF-8 without a NUL
  bool notes_count = false;  ///< an answer needs a note that has a column
  bool has_ranks = false;    ///< several columns hold one answer
  std::vector<bool> filled;  ///< by question: one of these columns is filled
  TableLabels labels;
  RowProposal cell_texts;  ///< what cells say by themselves
  WholeRecord careful;     ///< what a row that was read with care views
  ReadWhole read_whole;

  Work(const Rubric& of, const Scorer& by, const EncodeOptions& how, const Mapping* with)
      : rubric(of), scorer(by), options(how), mapping(with), cell_texts(of, with, labels) {
    read_whole = [this](const Record& record) { return again(record); };
  }

  void begin();
  Result<Cell> cell_of(const ColumnUse& use, std::string_view cell) const;
  Record unread(const TableRow& row, const RecordPlace& place) const;
  bool quick(const TableRow& row, Record& record);
  bool read_cell(UsedColumn& column, std::string_view cell, Record& record);
  [[nodiscard]] bool is_closed(const ColumnUse& use, std::string_view cell);
  [[nodiscard]] std::vector<bool> conditions_of(const TableRow& row) const;
  const Cell* known_cell(UsedColumn& column, std::string_view cell) const;
  void finish_options();
  void lay_out_header();
  Checked<WholeRecord> carefully(const TableRow& row, const RecordPlace& place) const;
  Checked<WholeRecord> with_cells(Checked<WholeRecord> read, const TableRow& row,
                                  const RecordPlace& place) const;
  Checked<WholeRecord> again(const Record& record) const;
  void take(Checked<WholeRecord> read, const TableRow& row, Record& record);
  void identify(const TableRow& row, Record& record) const;
};

}  // namespace ibtikar
