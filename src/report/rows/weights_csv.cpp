// render_weights_csv(): the new weights as a table for programs.
#include "base/decimal.h"
#include "base/safe_targets.h"
#include "ibtikar/report.h"

namespace ibtikar {

std::string render_weights_csv(const WeightTable& table, const WeightsReportOptions& options) {
  std::string out = "id,title,weight_before,share_before,share,weight\r\n";
  for (const WeightRow& row : table.rows) {
    out += safe_for(Target::csv, row.part.id);
    out += "," + safe_for(Target::csv, row.part.title.in(options.language, options.fallback));
    for (const double number : {row.part.weight, row.share_before, row.share, row.weight})
      out += "," + shortest(number);
    out += "\r\n";
  }
  return out;
}

}  // namespace ibtikar
