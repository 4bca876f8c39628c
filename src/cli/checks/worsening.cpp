// See worsening.h.
#include "cli/checks/worsening.h"

#include <cmath>

namespace ibtikar::cli {
namespace {

/// In hundredths: so much and no more is shown, and saved.
long hundredths(double number) { return std::lround(number * 100); }

}  // namespace

Worsening worsening(const Measure& before, const Measure& now, Better better) {
  if (!before.score) return Worsening::none;
  if (!now.score) return Worsening::possible;
  const bool is_turned = better == Better::lower;
  if (is_turned ? hundredths(now.low) > hundredths(before.high)
                : hundredths(now.high) < hundredths(before.low))
    return Worsening::certain;
  const long change = hundredths(*now.score) - hundredths(*before.score);
  return (is_turned ? change > 0 : change < 0) ? Worsening::possible : Worsening::none;
}

}  // namespace ibtikar::cli
