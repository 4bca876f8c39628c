// Undefined: why a figure about several assessors has no value.
//
// Other programs print 1.0, "NaN" or a crash for such data. Here a figure that cannot be told is a
// value of its own, with the reason, so that every report can say it.
#pragma once

#include <optional>
#include <string_view>

#include "ibtikar/message.h"

namespace ibtikar {

enum class Undefined {
  no_pairs,       ///< nothing was rated by two assessors
  few_programs,   ///< fewer than two programs have a rating
  few_assessors,  ///< fewer than two assessors gave a rating
  constant,       ///< all ratings are the same: agreement cannot be told from constancy
  no_variance,    ///< programs differ no more than by chance, and the figure divides by that
  below_zero,     ///< a ratio was asked for, and a rating is below 0
};

/// The reason in words, without a full stop.
[[nodiscard]] Message reason_of(Undefined undefined);

/// The reason as a code for files that programs read: "no-pairs", "few-programs".
[[nodiscard]] std::string_view code_of(Undefined undefined);

/// A figure, or why there is none.
struct Estimate {
  std::optional<double> value;
  std::optional<Undefined> undefined;  ///< exactly if there is no value

  friend bool operator==(const Estimate&, const Estimate&) = default;
};

}  // namespace ibtikar
