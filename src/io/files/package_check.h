// Whether a workbook on disk is whole.
//
// The library that writes workbooks builds each part in a temporary file and asks nobody whether
// the disk took it: on a full disk it packs half a sheet and says that all is well. Every part is
// XML, so half of one does not end with the tag that it has to end with.
#pragma once

#include <string>

#include "ibtikar/result.h"

namespace ibtikar::io {

/// Reads every part of the package at `path`; `shown` is what messages call it.
/// Cost: unpacking, about 300 MB of XML a second.
[[nodiscard]] Result<void> check_package(const std::string& path, const std::string& shown);

}  // namespace ibtikar::io
