// WarningCounts: how often a portfolio was warned of what, in bounded memory, merged exactly.
//
// Counted are a warning's code and the place in a proposal that it is about, not its words. Places come from
// files and may be without number, so that of each code the first kMostPlaces in the order of their bytes are
// counted one by one, all others together. Which they are depends on what there is, never on the order in
// which it came: a place among the first of the whole is among the first of every part that has it, so that
// no count of it was ever given up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace ibtikar {

class WarningCounts {
 public:
  /// So many places of a code are counted one by one.
  static constexpr std::size_t kMostPlaces = 200;
  /// Longer places are counted among the others.
  static constexpr std::size_t kLongestPlace = 200;

  /// `place` is a JSON pointer, or empty.
  void add(std::string_view code, std::string_view place, std::uint64_t times = 1);
  void merge(const WarningCounts& other);

  /// "CODE", "CODE at PLACE" and "CODE at other places", in the order of their bytes, as summaries have them.
  [[nodiscard]] std::map<std::string, std::uint64_t> named() const;
  /// Adds what named() called `name`.
  void add_named(std::string_view name, std::uint64_t times);

  friend bool operator==(const WarningCounts&, const WarningCounts&) = default;

 private:
  struct OfCode {
    std::uint64_t nowhere = 0;  ///< without a place
    std::map<std::string, std::uint64_t, std::less<>> places;
    std::uint64_t elsewhere = 0;

    friend bool operator==(const OfCode&, const OfCode&) = default;
  };
  std::map<std::string, OfCode, std::less<>> codes_;
};

}  // namespace ibtikar
