// ArrayBlocks: a JSON array of proposals, as portals export it, as blocks of whole elements.
//
// The array may have any length: only the element at hand is kept in memory. Elements are told
// apart by their brackets and quotation marks, so a fault inside one is a fault of that record
// alone. If the array itself is broken (brackets that do not match, a missing comma, a missing
// end), the place is reported and nothing after it is read: where the next element begins would be
// a guess.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "batch/read_ahead.h"
#include "ibtikar/batch.h"

namespace ibtikar {

class ArrayBlocks {
 public:
  /// `ahead`, at the array's beginning, must outlive this. `name` is for messages.
  ArrayBlocks(ReadAhead& ahead, std::string name, const BlockSizes& sizes)
      : ahead_(ahead), name_(std::move(name)), sizes_(sizes) {}

  /// Adds a part of whole elements, or a fault, to `block`. False if there are no more.
  [[nodiscard]] bool next(Block& block);
  [[nodiscard]] bool would_wait() const { return ahead_.would_wait(); }

 private:
  /// What may come next between elements.
  enum class Expected { open, first_value, value, comma, nothing };
  /// The state of the element at hand after the scan.
  enum class Scan { ended, unfinished, broken };
  /// An element that has begun and has not ended.
  struct Element {
    std::size_t begin = 0;
    std::string open;             ///< the brackets that are open, innermost last
    bool is_string = false;       ///< inside quotation marks
    std::size_t string_from = 0;  ///< what may be a backslash of that string begins there
  };
  using Part = Block::Part;

  /// Adds the whole elements at hand to `part`. False if the array cannot be read any further.
  [[nodiscard]] bool scan(Part& part);
  [[nodiscard]] bool scan_between();
  [[nodiscard]] Scan scan_element(Element& element);
  [[nodiscard]] Scan scan_string(Element& element);
  [[nodiscard]] Scan scan_bracket(Element& element, char bracket);
  void begin_element();
  void add_document(Part& part, bool breaks_list);
  void give(Block& block, Part part);
  bool finish(Block& block, Part part);
  bool break_off(Block& block, const Message& found);
  bool pass_over_element(Block& block);
  void drop_passed_over();
  void move_anchor(std::size_t to);
  void forget(std::size_t size);
  [[nodiscard]] std::string_view at_hand() const { return ahead_.at_hand(); }

  ReadAhead& ahead_;
  std::string name_;
  BlockSizes sizes_;
  Expected expected_ = Expected::open;
  bool is_in_element_ = false;
  bool is_over_ = false;  ///< nothing more is to be given
  Element element_;
  std::size_t at_ = 0;      ///< scanned so far
  std::size_t anchor_ = 0;  ///< the place at hand that `position_` is of
  Position position_ = {1, 1};
  Position began_;             ///< of the element at hand
  std::size_t last_line_ = 0;  ///< on which the element before it began
};

}  // namespace ibtikar
