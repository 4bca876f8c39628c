// What only pages show: the dimensions as one number, a grid of levels.
//
// As in view.h, foreign texts are safe for the target and numbers formatted.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/view/view.h"

namespace ibtikar {

struct MeansView {
  bool known = false;  ///< every dimension that counts has a score
  std::string arithmetic;
  std::string geometric;
  std::string minimum;
  Combine counts = Combine::arithmetic_mean;  ///< the one that the overall score is
};

/// A criterion whose questions are all asked on scales of as many levels, so that they can be
/// compared.
struct GridView {
  struct Row {
    AnswerView answer;
    std::optional<std::size_t> level;  ///< from 1; none unless the question was answered and applies
    bool weakest = false;              ///< on the lowest level that was answered, unless all are
  };
  std::string title;
  std::string why;
  std::size_t levels = 0;
  std::vector<Row> rows;
};

struct DetailsView {
  MeansView means;
  std::optional<GridView> grid;
  std::string language;  ///< of the proposal's own texts, when it says so
};

/// The grid is that of the criterion which counts most in some dimension, among those that can be
/// one: three questions or more, all on scales of the same number of levels. Where several count as
/// much, the one with most questions; then the first.
[[nodiscard]] DetailsView details_of(const Assessment& assessment, const ViewOptions& options);

}  // namespace ibtikar
