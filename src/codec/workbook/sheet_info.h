// What is known of a sheet of a workbook before it is read.
#pragma once

#include <string>

namespace ibtikar {

/// A sheet with cells. Charts on sheets of their own are none.
struct SheetInfo {
  std::string name;
  bool is_visible = true;
  bool is_empty = false;  ///< known to be so
  std::string part;       ///< of the archive
};

}  // namespace ibtikar
