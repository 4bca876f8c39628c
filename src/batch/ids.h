// Ids of a batch: those of one block, in little room, and those of all blocks so far.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.h"
#include "ibtikar/batch.h"

namespace ibtikar {

/// The ids of one block's proposals.
class BlockIds {
 public:
  void clear();
  /// `record` is the record's number in its block, from 1. An empty id is no id. `key`: the same of all
  /// blocks of a batch.
  void add(std::string_view id, std::uint64_t record, const HashKey& key);

  struct Entry {
    std::uint64_t hash = 0;
    std::size_t begin = 0;
    std::size_t size = 0;
    std::uint64_t record = 0;
  };
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] std::string_view id(const Entry& entry) const {
    return std::string_view(text_).substr(entry.begin, entry.size);
  }

 private:
  std::string text_;
  std::vector<Entry> entries_;
};

/// Which record had an id first, by a hash of 64 bits: two ids of half a million share one with a chance of
/// one in a hundred million.
class SeenIds {
 public:
  /// Adds the ids of a block whose first record is number `first` of the batch; fills `repeated` with those
  /// that are not new.
  void add(const BlockIds& ids, std::uint64_t first, std::vector<Repeated>& repeated);

 private:
  struct Place {
    std::uint64_t hash = 0;
    std::uint64_t record = 0;  ///< 0: free
  };
  [[nodiscard]] Place& find(std::uint64_t hash);
  void grow();

  std::vector<Place> places_;
  std::size_t used_ = 0;
};

}  // namespace ibtikar
