// See rejected_totals.h.
#include "cli/output/rejected_totals.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/safe_text.h"

namespace ibtikar::cli {

std::string rejected_totals(const Summary& summary) {
  std::vector<std::pair<std::string, std::uint64_t>> totals(summary.rejects.begin(), summary.rejects.end());
  std::stable_sort(totals.begin(), totals.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string reasons;
  for (const auto& [code, count] : totals)
    reasons += fmt::format("{}{} {}", reasons.empty() ? "" : ", ", count, visible(code));
  return fmt::format("{} records were rejected; by reason: {}", summary.rejected, reasons);
}

}  // namespace ibtikar::cli
