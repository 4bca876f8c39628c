// Saved results, one proposal after the other: files of rows that `batch` wrote and of assessments
// that `score` saved, of any size, in constant memory.
#pragma once

#include <functional>
#include <string>

#include "codec/results/saved_row.h"
#include "ibtikar/result.h"

namespace ibtikar::cli {

struct SavedRows {
  bool are_cells = false;  ///< some were rows of a CSV: their texts are as a spreadsheet gets them
};

/// Calls `take` with each row of the file, or of standard input (-). All faults of the first record
/// that has any are returned, with their places.
[[nodiscard]] Checked<SavedRows> read_saved_rows(const std::string& path,
                                                 const std::function<void(SavedRow&&)>& take);

}  // namespace ibtikar::cli
