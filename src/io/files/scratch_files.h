// Temporary files of the library that writes workbooks.
//
// libxlsxwriter keeps sheets in temporary files and does not look whether they took what it wrote:
// one failed write leaves a workbook of broken XML, and the library says that all is well. So the
// files that it asks for (lxw_tmpfile, which its header declares) are ours: whatever they do not
// take is noted here.
#pragma once

#include "ibtikar/result.h"

namespace ibtikar::io {

/// What the first scratch file that failed since the last call failed with, if one did; `name`:
/// what messages call what was being written. Ask when the library is done.
[[nodiscard]] Result<void> take_scratch_failure(const std::string& name);

}  // namespace ibtikar::io
