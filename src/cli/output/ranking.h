// A batch's rows in an order, when all are there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ibtikar/batch.h"

namespace ibtikar::cli {

/// By which a ranking goes: the overall score, a dimension's, the id or the title.
struct SortKey {
  enum class What { overall, dimension, id, title };
  What what = What::overall;
  std::size_t dimension = 0;
  bool descending = true;
};

/// "overall", "feasibility:asc", ...; by default the best scores come first, and texts ascend.
[[nodiscard]] Result<SortKey> parse_sort_key(const std::string& text, const Rubric& rubric);

/// Keeps rows in order, and only the best if a number is given. Proposals without a score come
/// last, equal ones in the order of the input.
class Ranking {
 public:
  /// `most` 0: all of them are kept.
  Ranking(const SortKey& key, std::size_t most) : key_(key), most_(most) {}

  void add(RankedRow row);
  [[nodiscard]] std::vector<RankedRow> take() &&;

 private:
  struct Placed {
    RankedRow row;
    std::uint64_t number = 0;
  };
  [[nodiscard]] bool is_before(const Placed& a, const Placed& b) const;
  void cut();

  SortKey key_;
  std::size_t most_;
  std::uint64_t count_ = 0;
  std::vector<Placed> rows_;
};

}  // namespace ibtikar::cli
