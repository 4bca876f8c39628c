// Records like the one that was learned, for record_walker.h.
#include <algorithm>

#include "codec/proposal/record_walker.h"

namespace ibtikar {

/// Takes the digits from `from` to number `last`. `from` is known to stand at `at`.
inline void RecordWalker::take_digits(const char* at, const KnownRecord::Piece& from, std::size_t last) {
  const KnownRecord::Digit* const digits = known_.digits().data();
  // In variables of their own: a store of one byte could change any member, says the compiler.
  const AnswerCode* const table = digits_.data();
  AnswerCode* const codes = answers_.codes.data();
  const std::size_t begin = from.at;
  unsigned before = 0;
  unsigned less_than_one = 0;
  for (std::size_t digit = from.digit; digit < last; ++digit) {
    const std::size_t question = digits[digit].question;
    const unsigned value = static_cast<unsigned char>(at[digits[digit].at - begin]) & 0xFU;
    const unsigned code = table[std::size_t{digits[digit].row} * kDigits + value];
    before |= codes[question];
    less_than_one |= code - 1;
    codes[question] = static_cast<AnswerCode>(code);
  }
  is_faulty_ |= before != kAbsentCode || less_than_one > UINT8_MAX;
}

bool RecordWalker::walk_as_known(std::string_view text) {
  if (known_.is_empty()) return false;
  std::ranges::fill(answers_.codes, kAbsentCode);
  id_ = title_ = {};
  is_faulty_ = false;
  using Piece = KnownRecord::Piece;
  const std::vector<Piece>& pieces = known_.pieces();
  const std::size_t most_strange = pieces.size() / 4 + 1;
  std::size_t strange = 0;
  const char* at = text.data();
  Piece from;                      // where comparing begins
  const char* piece_at = nullptr;  // in the text: the last piece that began before
  for (;;) {
    const KnownRecord::Step& step = known_.steps()[from.step];
    const std::size_t same = known_.common(at, from.at, step.end);
    const bool is_same = from.at + same == step.end;
    if (is_same) {
      take_digits(at, from, step.digits);
      if (step.hole == KnownRecord::Hole::none) {
        at += same;
        break;
      }
      if (const char* const behind = take_hole(at + same, step)) {
        if (step.pieces > 0 && pieces[step.pieces - 1].at >= from.at)
          piece_at = at + (pieces[step.pieces - 1].at - from.at);
        from = {step.next, from.step + 1, step.digits, 0};
        at = behind;
        continue;
      }
    }
    // Something differs. Only an answer may.
    std::size_t piece = step.pieces;
    while (piece > 0 && pieces[piece - 1].at > from.at + same) --piece;
    if (piece == 0 || from.at + same >= known_.rest().at || ++strange > most_strange) return false;
    --piece;
    std::size_t question = pieces[piece].question;
    const bool begins_here = pieces[piece].at >= from.at;
    if (!is_same && begins_here)
      take_digits(at, from, pieces[piece].digit);
    else if (!is_faulty_)
      answers_.codes[question] = kAbsentCode;  // what was taken of this answer
    JsonCursor cursor(begins_here ? at + (pieces[piece].at - from.at) : piece_at);
    bool is_last = false;
    do {
      if (!walk_named_answer(cursor, question, is_last)) return false;
      if (known_.behind(question) != KnownRecord::kNone) piece = known_.behind(question);
    } while (!is_last && piece == pieces.size());
    from = is_last ? known_.rest() : pieces[piece];
    at = cursor.at();
  }
  return !is_faulty_ && JsonCursor(at).ends_at(text.data() + text.size());
}

}  // namespace ibtikar
