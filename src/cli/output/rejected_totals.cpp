// See rejected_totals.h.
#include "cli/output/rejected_totals.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/safe_text.h"

namespace ibtikar::cli {

Message rejected_totals(const Summary& summary) {
  std::vector<std::pair<std::string, std::uint64_t>> totals(summary.rejects.begin(), summary.rejects.end());
  std::stable_sort(totals.begin(), totals.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<MessageArgument> reasons;
  for (const auto& [code, count] : totals) reasons.emplace_back(fmt::format("{} {}", count, visible(code)));
  return counted("{0} record was rejected; by reason: {1}", "{0} records were rejected; by reason: {1}",
                 summary.rejected, comma_separated(reasons));
}

Message left_out_total(const Summary& summary) {
  return counted("{0} row was left out, as the mapping says", "{0} rows were left out, as the mapping says",
                 summary.left_out);
}

}  // namespace ibtikar::cli
