// Who reads next: which further reading does most to settle which items are funded.
//
// The items with the greatest merit are funded, as many as there is money for. What is known of a
// merit is taken as normal (RankEstimate::merit and contrast_sd). A further reading of an item adds
// one value with the error of the model and what is unsure about the assessor, and moves the merit by
// an amount whose distribution is known beforehand.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "ibtikar/severity.h"

namespace ibtikar {

struct NextReadingOptions {
  std::size_t funded = 0;  ///< how many items are funded
  double risk = 0.05;      ///< it is settled when no reading changes the funded set with this probability
  /// Whether an assessor must not read an item: a conflict of interest, or out of office. Nobody reads
  /// an item twice, so that need not be said here. Empty: everyone may read everything.
  std::function<bool(std::size_t item, std::size_t assessor)> excluded;
};

/// What one more reading of one item is expected to do.
struct ReadingValue {
  std::size_t item = 0;
  /// Who would read it: of those who may and have not, the one with fewest readings; the first of
  /// equals. Empty if there is nobody. Then the two figures are 0.
  std::optional<std::size_t> assessor;
  /// How many fewer items will be wrongly funded, on average over what the reading may say. Above or
  /// about 0: the approximation is not exact.
  double fewer_wrong = 0;
  double changes = 0;  ///< the probability that the funded set changes, in [0, 1]

  friend bool operator==(const ReadingValue&, const ReadingValue&) = default;
};

struct NextReading {
  std::vector<ReadingValue> values;  ///< by item
  std::vector<std::size_t> funded;   ///< the items that would be funded now, best first
  double wrong = 0;                  ///< of those, how many are expected not to belong to the best
  double changes = 0;                ///< the greatest probability that one reading changes the funded set
  bool settled = false;              ///< it is below the risk, or nobody is left to read anything
  std::optional<ReadingValue> next;  ///< the most useful one; none if settled

  friend bool operator==(const NextReading&, const NextReading&) = default;
};

/// What to read next, given what `ratings` said and `model` made of it (rank_items()). Among items
/// with merits close to the line the model cannot know the truth, so with low reliability nearly
/// everything has to be read. Requires: a model that is not undefined, made of these ratings.
///
/// Cost: 9 normal probabilities for each pair of items.
[[nodiscard]] NextReading next_reading(const RankingModel& model, std::span<const Rating> ratings,
                                       const NextReadingOptions& options);

}  // namespace ibtikar
