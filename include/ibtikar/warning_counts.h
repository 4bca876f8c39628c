// WarningCounts: how often each warning occurred in a portfolio, in bounded memory, merged exactly.
//
// A warning is counted by its code and its place in a proposal, not by its words. Places come from
// files, and there may be any number of them. So of each code, the first kMostPlaces in the order
// of their bytes are counted one by one, and all others together. Which ones these are depends only
// on what occurred, never on its order: a place among the first of the whole is among the first of
// every part that has it, so its counts were never dropped.
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
  /// So many places of each code are counted one by one.
  static constexpr std::size_t kMostPlaces = 200;
  /// Places longer than this are counted with the others.
  static constexpr std::size_t kLongestPlace = 200;

  /// `place` is a JSON pointer, or empty.
  void add(std::string_view code, std::string_view place, std::uint64_t times = 1);
  /// Adds what is counted with the others, such as what Diagnostics left out of a record.
  void add_elsewhere(std::string_view code, std::uint64_t times);
  void merge(const WarningCounts& other);

  /// "CODE", "CODE at PLACE" and "CODE at other places", in the order of their bytes, as in
  /// summaries.
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
