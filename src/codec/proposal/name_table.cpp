// See name_table.h.
#include "codec/proposal/name_table.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace ibtikar {

NameTable::NameTable(std::vector<std::string> names) : names_(std::move(names)) {
  for (const std::string& name : names_) quoted_.emplace_back('"' + name + '"');
  // At most an eighth is taken: most searches end at their first place.
  const std::size_t size = std::bit_ceil(8 * names_.size() + 8);
  places_.resize(size);
  shift_ = 64 - static_cast<unsigned>(std::countr_zero(size));
  for (std::size_t i = 0; i < names_.size() && is_quick(); ++i) {
    std::string padded = names_[i];
    padded.append(kNameSlack, '\0');
    std::size_t at = hash_of(std::string_view(padded).substr(0, names_[i].size())) >> shift_;
    std::size_t steps = 1;
    for (; places_[at].number != kFree; ++steps) at = (at + 1) & (places_.size() - 1);
    places_[at].number = static_cast<std::uint32_t>(i);
    longest_search_ = std::max(longest_search_, steps);
  }
}

}  // namespace ibtikar
