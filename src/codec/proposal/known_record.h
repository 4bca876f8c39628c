// KnownRecord: how the records of one source are written, learned from one of them.
//
// Such records differ in the digits of scales and in what stands in some holes: ids, texts, names of
// options, longer numbers. All else is the same bytes, which need only be compared. A step is what
// stands before one hole. A piece is one answer, from behind the comma before it to its own comma, so
// that a record which differs in one answer is known again behind it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/wide.h"

namespace ibtikar {

class KnownRecord {
 public:
  enum class Hole : std::uint8_t { none, id, title, text, value, evidence, links };
  static constexpr std::size_t kNone = SIZE_MAX;

  /// Offsets are into what is known.
  struct Step {
    std::size_t end = 0;       ///< of its bytes
    std::size_t next = 0;      ///< where those of the next step begin
    std::size_t digits = 0;    ///< how many there are up to here
    std::size_t pieces = 0;    ///< likewise
    std::size_t question = 0;  ///< of the hole: value and evidence
    std::size_t evidence = 0;  ///< of a value
    Hole hole = Hole::none;    ///< behind the bytes; none: the record ends
  };
  struct Digit {
    std::uint32_t at = 0;
    std::uint32_t question = 0;
    std::uint32_t row = 0;  ///< of a table by evidence and question
  };
  /// A place at which a record can be known again.
  struct Piece {
    std::size_t at = 0;
    std::size_t step = 0;
    std::size_t digit = 0;  ///< the first one behind it
    std::size_t question = 0;
  };

  [[nodiscard]] bool is_empty() const { return steps_.empty(); }
  [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
  [[nodiscard]] const std::vector<Digit>& digits() const { return digits_; }
  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
  /// What follows the answers.
  [[nodiscard]] const Piece& rest() const { return rest_; }
  /// The place behind a question's answer, or kNone: an index of pieces(), or their number.
  [[nodiscard]] std::size_t behind(std::size_t question) const { return behind_[question]; }
  /// How many bytes at `at` are those from `from` to `to`, of one step; digits only need be digits,
  /// or one of the six signs behind them. Requires: a NUL, and 64 readable bytes behind it.
  [[nodiscard]] std::size_t common(const char* at, std::size_t from, std::size_t to) const {
    const std::size_t alike =
        (is_wide_ ? alike_wide : alike_any)(at, bytes_.data() + from, mask_.data() + from, to - from);
    return alike >= to - from ? to - from : first_difference(at, from, to);
  }

  // To learn: what a record has, in its order.
  void begin(const char* at, std::size_t questions);
  void begin_answer(const char* at, std::size_t question);
  void add_digit(const char* at, std::size_t question, std::size_t evidence);
  void add_hole(const char* begin, const char* end, Hole hole, std::size_t question = 0,
                std::size_t evidence = 0);
  /// The evidence of the answer that has begun is part of what is known. Its value was added.
  void set_evidence(std::size_t evidence);
  /// Forgets the answer that has begun: it is written in a way that is not learned.
  void drop_answer() { is_dropped_ = true; }
  void end_answer(const char* at);
  void end_answers(const char* at);
  void end(const char* at);
  void clear() { steps_.clear(); }

 private:
  static constexpr std::size_t kStride = 32;
  /// How many bytes are alike, in steps of kStride: `size` or more if all are.
  static std::size_t alike_any(const char* at, const char* known, const char* mask, std::size_t size);
  static std::size_t alike_wide(const char* at, const char* known, const char* mask, std::size_t size);
  [[nodiscard]] std::size_t first_difference(const char* at, std::size_t from, std::size_t to) const;
  [[nodiscard]] std::uint32_t row_of(std::size_t evidence, std::size_t question) const {
    return static_cast<std::uint32_t>(evidence * behind_.size() + question);
  }
  [[nodiscard]] Piece here() const { return {bytes_.size(), steps_.size(), digits_.size(), 0}; }
  void copy_up_to(const char* at);

  std::string bytes_;  ///< of all steps; behind each, kStride or more that match anything
  std::string mask_;   ///< which bits of them count
  std::vector<Step> steps_;
  std::vector<Digit> digits_;
  std::vector<Piece> pieces_;
  std::vector<std::size_t> behind_;  ///< by question
  Piece rest_;
  const char* copied_ = nullptr;  ///< of the record that is learned: up to here
  bool is_dropped_ = false;
  bool is_wide_ = has_wide_steps();
};

}  // namespace ibtikar
