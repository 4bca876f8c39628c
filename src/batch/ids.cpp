// See ids.h.
#include "batch/ids.h"

#include <utility>

namespace ibtikar {

void BlockIds::clear() {
  text_.clear();
  entries_.clear();
}

void BlockIds::add(std::string_view id, std::uint64_t record, const HashKey& key) {
  // Nameless records are not repetitions of each other.
  if (id.empty()) return;
  entries_.push_back({keyed_hash(key, id), text_.size(), id.size(), record});
  text_ += id;
}

// The results of blocks are taken in the order of the input, so the first record with an id is
// always the earlier one, however many threads there are.
void SeenIds::add(const BlockIds& ids, std::uint64_t first, std::vector<Repeated>& repeated) {
  for (const BlockIds::Entry& entry : ids.entries()) {
    // Numbered records need no table: a look into one is a wait for memory.
    if (is_rising_ && is_higher(ids.id(entry))) {
      if (rising_.size() < kMostIds) rising_.push_back({entry.hash, first + entry.record - 1});
      continue;
    }
    // Ids are compared by hash alone, so memory does not depend on their length. Beyond kMostIds no
    // new ones are remembered: exact answers would need unbounded memory.
    if (2 * used_ >= places_.size() && used_ < kMostIds) grow();
    Place& place = find(entry.hash);
    const std::uint64_t record = first + entry.record - 1;
    if (place.record != 0) {
      repeated.push_back({std::string(ids.id(entry)), record, place.record});
    } else if (used_ < kMostIds) {
      place = {entry.hash, record};
      ++used_;
    }
  }
}

bool SeenIds::is_higher(std::string_view id) {
  if (id.size() != highest_.size() ? id.size() > highest_.size() : id > highest_) {
    highest_ = id;
    return true;
  }
  is_rising_ = false;
  for (const Place& place : std::exchange(rising_, {})) {
    if (2 * used_ >= places_.size()) grow();
    find(place.hash) = place;
    ++used_;
  }
  return false;
}

/// The place of this hash, or the free place where it belongs. Linear probing ends because at most
/// half of the places are taken.
SeenIds::Place& SeenIds::find(std::uint64_t hash) {
  std::size_t at = hash & (places_.size() - 1);
  while (places_[at].record != 0 && places_[at].hash != hash) at = (at + 1) & (places_.size() - 1);
  return places_[at];
}

void SeenIds::grow() {
  // Powers of two, so that find() can mask instead of divide.
  constexpr std::size_t kFewest = 4096;  // a power of two, as all sizes
  const std::vector<Place> old = std::exchange(places_, {});
  places_.resize(old.empty() ? kFewest : 2 * old.size());
  for (const Place& place : old)
    if (place.record != 0) find(place.hash) = place;
}

}  // namespace ibtikar
