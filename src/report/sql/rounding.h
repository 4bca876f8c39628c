// Numbers as they are shown: what src/base/decimal and model/display_scale do, as SQL.
#pragma once

#include "report/sql/answers.h"

namespace ibtikar {

/// A number to be shown: 100 times a share, or a share as it is.
struct ShownNumber {
  std::string from;
  std::string to;
  bool is_percent = true;
};

/// Adds these numbers with two decimals, under the names that they get.
void add_rounded(const SqlContext& context, std::string_view step, const std::vector<ShownNumber>& all,
                 Layers& layers);

/// Adds `round_low`, `round_high` and `round_point` of the scores that conditions ask about.
void add_rounded_scores(const SqlContext& context, std::string_view step,
                        const std::vector<const Condition*>& asking, Layers& layers);

/// floor(x + 0.5 + 10^-9), as scales of a rubric's own round.
[[nodiscard]] SqlText nearest_whole(const SqlContext& context, const SqlText& value);
/// A share as the number that its scale shows.
[[nodiscard]] SqlText scaled_share(const SqlContext& context, const DisplayScale& scale,
                                   const std::string& share);

}  // namespace ibtikar
