// Records like the one that was learned, for record_walker.h.
#include <algorithm>

#include "codec/proposal/record_walker.h"

namespace ibtikar {

bool RecordWalker::walk_as_known(std::string_view text) {
  if (known_.is_empty()) return false;
  std::ranges::fill(answers_.codes, kAbsentCode);
  id_ = title_ = {};
  is_faulty_ = false;
  using Piece = KnownRecord::Piece;
  const std::vector<Piece>& pieces = known_.pieces();
  const std::size_t most_strange = pieces.size() / 4 + 1;
  std::size_t strange = 0;
  JsonCursor cursor(text.data());
  Piece from;  // where comparing begins
  const char* piece_at = nullptr;  // in the text: the last piece that began before
  for (;;) {
    const KnownRecord::Step& step = known_.steps()[from.step];
    const char* const at = cursor.at();
    const std::size_t same = known_.common(at, from.at, step.end);
    const bool is_same = from.at + same == step.end;
    if (is_same) {
      take_digits(at, from, step.digits);
      cursor.skip(same);
      if (step.hole == KnownRecord::Hole::none) break;
      if (take_hole(cursor, step)) {
        if (step.pieces > 0 && pieces[step.pieces - 1].at >= from.at)
          piece_at = at + (pieces[step.pieces - 1].at - from.at);
        from = {step.next, from.step + 1, step.digits, 0};
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
    if (!is_same && begins_here) {
      take_digits(at, from, pieces[piece].digit);
    } else if (!is_faulty_) {
      answers_.codes[question] = kAbsentCode;  // what was taken of this answer
    }
    cursor.move_to(begins_here ? at + (pieces[piece].at - from.at) : piece_at);
    bool is_last = false;
    do {
      if (!walk_named_answer(cursor, question, is_last)) return false;
      if (known_.behind(question) != KnownRecord::kNone) piece = known_.behind(question);
    } while (!is_last && piece == pieces.size());
    from = is_last ? known_.rest() : pieces[piece];
  }
  return !is_faulty_ && cursor.ends_at(text.data() + text.size());
}

/// Takes the digits from `from` to number `last`. `from` is known to stand at `at`.
void RecordWalker::take_digits(const char* at, const KnownRecord::Piece& from, std::size_t last) {
  const KnownRecord::Digit* const digits = known_.digits().data();
  AnswerCode* const codes = answers_.codes.data();
  bool is_faulty = false;
  for (std::size_t digit = from.digit; digit < last; ++digit) {
    const std::size_t question = digits[digit].question;
    const AnswerCode code = asked_[question].digits[static_cast<unsigned char>(at[digits[digit].at - from.at]) & 0xFU];
    is_faulty |= code == kAbsentCode || codes[question] != kAbsentCode;
    codes[question] = code;
  }
  is_faulty_ |= is_faulty;
}

bool RecordWalker::take_hole(JsonCursor& cursor, const KnownRecord::Step& step) {
  using Hole = KnownRecord::Hole;
  AnswerCode* const codes = answers_.codes.data();
  std::string_view text;
  switch (step.hole) {
    case Hole::id:
      return walk_id(cursor);
    case Hole::title:
      return cursor.take_text(title_, unescaped_title_);
    case Hole::text:
      return cursor.take_text(text, unescaped_);
    case Hole::links:
      return walk_links(cursor);
    case Hole::value: {
      std::size_t answer = 0;
      is_faulty_ |= codes[step.question] != kAbsentCode;
      const Value kind = walk_value(cursor, step.question, answer);
      codes[step.question] = code_of(kind, answer, default_evidence_);
      return kind != Value::declined;
    }
    case Hole::evidence: {
      std::size_t level = 0;
      if (!walk_evidence(cursor, level)) return false;
      AnswerCode& code = codes[step.question];
      if (code >= kAnswerCodes) code = static_cast<AnswerCode>(code + level - default_evidence_);
      return true;
    }
    case Hole::none:
      break;
  }
  return false;
}

}  // namespace ibtikar
