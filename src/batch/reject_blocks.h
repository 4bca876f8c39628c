// RejectBlocks: a file of rejected records (`ibtikar-rejects/1`, see rejects.h), corrected or not,
// as blocks.
//
// Outside frames it is NDJSON with comments. A record that was not kept, a frame without an end and
// a row without a header are faults: no rejected record may disappear silently.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/read_ahead.h"
#include "ibtikar/batch.h"

namespace ibtikar {

class RejectBlocks {
 public:
  /// `ahead` must be at the beginning of the file and outlive this. `name` is for messages.
  /// `decimal` is what the user said about numbers in rows.
  RejectBlocks(ReadAhead& ahead, std::string name, DecimalMark decimal, const BlockSizes& sizes)
      : ahead_(ahead), name_(std::move(name)), decimal_(decimal), sizes_(sizes) {}

  /// Adds parts of whole records to `block`. False if there are no more.
  [[nodiscard]] bool next(Block& block);
  [[nodiscard]] bool would_wait() const {
    return ahead_.at_hand().find('\n') == std::string_view::npos && ahead_.would_wait();
  }

 private:
  using Part = Block::Part;
  /// The first line of a frame: "#<<TAG WHAT NAME".
  struct Frame {
    std::string tag;
    std::string what;
    std::string name;
  };
  /// Collects the whole lines and frames of at_hand() as parts. Their offsets count from its
  /// beginning.
  void scan(std::vector<Part>& parts);
  /// Takes the frame at `at_`. False if its end is not at hand.
  [[nodiscard]] bool take_frame(const Frame& frame, std::size_t behind, std::vector<Part>& parts);
  void take_content(const Frame& frame, std::size_t begin, std::size_t end, std::vector<Part>& parts);
  void take_row(const Frame& frame, Part part, std::vector<Part>& parts);
  void add(Diagnostic fault, std::string id, std::vector<Part>& parts) const;
  void give(Block& block, std::vector<Part> parts);
  [[nodiscard]] bool pass_over(Block& block);
  [[nodiscard]] bool end_with(Block& block, const Diagnostic& why);
  [[nodiscard]] static std::optional<Frame> frame_of(std::string_view line);
  [[nodiscard]] static bool ends(std::string_view line, const Frame& frame);
  [[nodiscard]] Diagnostic fault(CodeName code, Message message) const;

  ReadAhead& ahead_;
  std::string name_;
  DecimalMark decimal_;
  BlockSizes sizes_;
  std::size_t at_ = 0;    ///< scanned and taken so far, of what is at hand
  std::size_t line_ = 1;  ///< where that is
  std::string header_;    ///< of the row that was read last
};

}  // namespace ibtikar
