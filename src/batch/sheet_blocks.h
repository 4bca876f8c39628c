// SheetBlocks: the rows of one sheet of a workbook as blocks.
//
// Rows are decoded as those of a CSV table are. They have the numbers of the sheet's rows, so that
// messages name cells; and the workbook says what is a number, so no other rows are looked at to
// find out which decimal mark a number has.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/read_ahead.h"
#include "codec/workbook/book.h"
#include "ibtikar/batch.h"

namespace ibtikar {

class SheetBlocks {
 public:
  struct Options {
    std::string sheet;                           ///< its name or number; empty: the only one
    DecimalMark decimal = DecimalMark::unknown;  ///< of numbers that are texts, as the user says
    BlockSizes sizes;
    HeaderShape shape = {};
  };
  /// `name` is for messages.
  SheetBlocks(RandomBytes bytes, std::string name, Options options)
      : bytes_(std::move(bytes)), name_(std::move(name)), options_(std::move(options)) {}

  /// Adds a part of whole rows, or a fault, to `block`. False if there are no more.
  [[nodiscard]] bool next(Block& block);

  /// What is told once all rows were given: hidden rows, merged cells and so on.
  [[nodiscard]] std::vector<Message> remarks() const;

 private:
  [[nodiscard]] Result<SheetReader> open();
  [[nodiscard]] Diagnostic fault_of_file(Diagnostic why) const;
  void shape_header();
  void give(Block& block, const SheetBatch& batch);
  bool give_form(Block& block);
  [[nodiscard]] bool end_with(Block& block, Diagnostic why);

  RandomBytes bytes_;
  std::string name_;
  Options options_;
  std::optional<SheetReader> reader_;
  SheetBatch batch_;
  std::string header_;  ///< with the rows behind it that are no records
  bool is_first_ = true;
  bool is_over_ = false;
};

}  // namespace ibtikar
