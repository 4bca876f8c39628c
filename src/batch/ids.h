// Ids of a batch, to find repeated ones: those of one block, stored compactly, and those of all
// blocks so far.
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
  /// Adds the id of record number `record` of the block, counted from 1. An empty id is ignored.
  /// `key` must be the same for all blocks of a batch.
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

/// Remembers which record had an id first, by a hash of 64 bits. Among half a million ids, the
/// chance that any two share a hash is about one in a hundred million. The hash is keyed: without
/// the secret, nobody can prepare ids that collide and make the search slow.
class SeenIds {
 public:
  /// Adds the ids of a block whose first record is number `first` of the batch, and fills
  /// `repeated` with those that occurred before.
  void add(const BlockIds& ids, std::uint64_t first, std::vector<Repeated>& repeated);

 private:
  struct Place {
    std::uint64_t hash = 0;
    std::uint64_t record = 0;  ///< 0: free
  };
  [[nodiscard]] Place& find(std::uint64_t hash);
  void grow();
  /// Whether an id is surely new because all have risen: by length, then by bytes.
  [[nodiscard]] bool is_higher(std::string_view id);

  bool is_rising_ = true;
  std::string highest_;
  std::vector<Place> rising_;  ///< ids so far, while each was higher than all before it
  std::vector<Place> places_;  ///< a table, as soon as one was not
  std::size_t used_ = 0;
};

}  // namespace ibtikar
