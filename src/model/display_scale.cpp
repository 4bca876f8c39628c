// See display_scale.h.
#include "model/display_scale.h"

#include <cmath>

#include <fmt/format.h>

#include "model/nearly.h"

namespace ibtikar {
namespace {

double to_decimals(double number, int decimals) {
  const double unit = std::pow(10, decimals);
  const double nearest = std::floor(number * unit + 0.5 + kNearly) / unit;
  return nearest == 0 ? 0 : nearest;
}

}  // namespace

double on_scale(const DisplayScale& scale, double share) {
  return to_decimals(scale.min + share * (scale.max - scale.min), scale.decimals);
}

double width_on_scale(const DisplayScale& scale, double share) {
  return to_decimals(share * (scale.max - scale.min), scale.decimals);
}

std::string scale_text(const DisplayScale& scale, double number) {
  return fmt::format("{:.{}f}", number == 0 ? 0.0 : number, scale.decimals);
}

}  // namespace ibtikar
