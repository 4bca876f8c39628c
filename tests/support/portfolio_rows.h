// Rows of a portfolio made by hand, for tests of what shows them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ibtikar/row.h"
#include "ibtikar/rubric.h"
#include "ibtikar/summary.h"

namespace ibtikar::test {

struct SamplePortfolio {
  std::vector<RankedRow> rows;
  Summary summary;
};

/// `count` proposals of this rubric, some without a score, some without a title, each with a link to a
/// report. Every id and title is `text` when it is not empty.
[[nodiscard]] SamplePortfolio sample_portfolio(const Rubric& rubric, std::size_t count,
                                               const std::string& text = {});

}  // namespace ibtikar::test
