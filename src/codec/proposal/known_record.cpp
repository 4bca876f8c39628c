// See known_record.h.
#include "codec/proposal/known_record.h"

#include <cstring>

namespace ibtikar {
namespace {

using Words = long long __attribute__((vector_size(32), aligned(1)));

[[gnu::always_inline]] inline void load_words(const char* at, Words& words) {
  std::memcpy(&words, at, sizeof words);
}

}  // namespace

std::size_t KnownRecord::alike_any(const char* at, const char* known, const char* mask, std::size_t size) {
  // Two halves: of the whole, g++ 12 compares each number by itself.
  using Half = std::uint64_t __attribute__((vector_size(16), aligned(1)));
  const auto difference = [&](std::size_t i) {
    Half text, other, bits;
    std::memcpy(&text, at + i, sizeof text);
    std::memcpy(&other, known + i, sizeof other);
    std::memcpy(&bits, mask + i, sizeof bits);
    return (text ^ other) & bits;
  };
  std::size_t i = 0;
  for (; i < size; i += kStride) {
    const Half either = difference(i) | difference(i + sizeof(Half));
    if ((either[0] | either[1]) != 0) break;
  }
  return i;
}

#if defined(__x86_64__)
IBTIKAR_WIDE std::size_t KnownRecord::alike_wide(const char* at, const char* known, const char* mask,
                                                 std::size_t size) {
  std::size_t i = 0;
  for (; i < size; i += kStride) {
    Words text, other, bits;
    load_words(at + i, text);
    load_words(known + i, other);
    load_words(mask + i, bits);
    if (__builtin_ia32_ptestz256(text ^ other, bits) == 0) break;
  }
  return i;
}
#else
std::size_t KnownRecord::alike_wide(const char* at, const char* known, const char* mask, std::size_t size) {
  return alike_any(at, known, mask, size);
}
#endif

std::size_t KnownRecord::first_difference(const char* at, std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i)
    if (((at[i - from] ^ bytes_[i]) & mask_[i]) != 0) return i - from;
  return to - from;
}

void KnownRecord::begin(const char* at, std::size_t questions) {
  bytes_.clear();
  mask_.clear();
  steps_.clear();
  digits_.clear();
  pieces_.clear();
  behind_.assign(questions, kNone);
  copied_ = at;
}

void KnownRecord::copy_up_to(const char* at) {
  bytes_.append(copied_, at);
  mask_.resize(bytes_.size(), '\xFF');
  copied_ = at;
}

void KnownRecord::begin_answer(const char* at, std::size_t question) {
  copy_up_to(at);
  is_dropped_ = false;
  pieces_.push_back(here());
  pieces_.back().question = question;
}

void KnownRecord::add_digit(const char* at, std::size_t question, std::size_t evidence) {
  copy_up_to(at + 1);
  digits_.push_back({static_cast<std::uint32_t>(bytes_.size() - 1), static_cast<std::uint32_t>(question),
                     row_of(evidence, question)});
  // All digits begin with the same four bits; what the others say is looked up.
  mask_.back() = '\xF0';
}

void KnownRecord::add_hole(const char* begin, const char* end, Hole hole, std::size_t question,
                           std::size_t evidence) {
  copy_up_to(begin);
  const std::size_t size = bytes_.size();
  bytes_.resize((size + 2 * kStride - 1) / kStride * kStride);
  mask_.resize(bytes_.size(), '\0');
  steps_.push_back({size, bytes_.size(), digits_.size(), pieces_.size(), question, evidence, hole});
  copied_ = end;
}

void KnownRecord::set_evidence(std::size_t evidence) {
  if (digits_.size() > pieces_.back().digit) {
    digits_.back().row = row_of(evidence, digits_.back().question);
    return;
  }
  auto value = steps_.rbegin();
  while (value->hole != Hole::value) ++value;  // a note may stand between
  value->evidence = evidence;
}

void KnownRecord::end_answer(const char* at) {
  if (!is_dropped_) {
    copy_up_to(at);
    behind_[pieces_.back().question] = pieces_.size();
    return;
  }
  const Piece begin = pieces_.back();
  pieces_.pop_back();
  digits_.resize(begin.digit);
  steps_.resize(begin.step);
  bytes_.resize(begin.at);
  mask_.resize(begin.at);
  copied_ = at;
}

void KnownRecord::end_answers(const char* at) {
  copy_up_to(at);
  rest_ = here();
}

void KnownRecord::end(const char* at) { add_hole(at, at, Hole::none); }

}  // namespace ibtikar
