// See ibtikar/warning_counts.h.
#include "ibtikar/warning_counts.h"

#include <iterator>

namespace ibtikar {
namespace {

constexpr std::string_view kAt = " at ";
constexpr std::string_view kOthers = "other places";

}  // namespace

void WarningCounts::add(std::string_view code, std::string_view place, std::uint64_t times) {
  if (times == 0) return;
  auto found = codes_.find(code);
  if (found == codes_.end()) found = codes_.emplace(code, OfCode{}).first;
  OfCode& counts = found->second;
  if (place.empty()) {
    counts.nowhere += times;
    return;
  }
  if (const auto known = counts.places.find(place); known != counts.places.end()) {
    known->second += times;
    return;
  }
  const bool is_full = counts.places.size() >= kMostPlaces;
  if (place.size() > kLongestPlace || (is_full && counts.places.rbegin()->first < place)) {
    counts.elsewhere += times;
    return;
  }
  counts.places.emplace(place, times);
  if (!is_full) return;
  const auto last = std::prev(counts.places.end());
  counts.elsewhere += last->second;
  counts.places.erase(last);
}

void WarningCounts::add_elsewhere(std::string_view code, std::uint64_t times) {
  if (times > 0) codes_[std::string(code)].elsewhere += times;
}

void WarningCounts::merge(const WarningCounts& other) {
  for (const auto& [code, counts] : other.codes_) {
    add(code, {}, counts.nowhere);
    for (const auto& [place, times] : counts.places) add(code, place, times);
    add_elsewhere(code, counts.elsewhere);
  }
}

std::map<std::string, std::uint64_t> WarningCounts::named() const {
  std::map<std::string, std::uint64_t> names;
  for (const auto& [code, counts] : codes_) {
    if (counts.nowhere > 0) names[code] += counts.nowhere;
    const std::string at = code + std::string(kAt);
    for (const auto& [place, times] : counts.places) names[at + place] += times;
    if (counts.elsewhere > 0) names[at + std::string(kOthers)] += counts.elsewhere;
  }
  return names;
}

void WarningCounts::add_named(std::string_view name, std::uint64_t times) {
  const std::size_t at = name.find(kAt);
  if (at == std::string_view::npos) return add(name, {}, times);
  const std::string_view code = name.substr(0, at);
  const std::string_view place = name.substr(at + kAt.size());
  if (place != kOthers) return add(code, place, times);
  add_elsewhere(code, times);
}

}  // namespace ibtikar
