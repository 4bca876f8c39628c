// Workbooks, put into their place.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/environment.h"
#include "io/files/output.h"
#include "report/workbook/workbook.h"

namespace ibtikar::cli {

/// Where a workbook is to be written, and how it reads.
[[nodiscard]] Workbook::Options workbook_options(const io::Output& place, const std::string& language);

/// Finishes a workbook: writes it, checks it and puts it into its place. Texts that were cut are
/// reported.
[[nodiscard]] Result<void> finish_workbook(Workbook& book, io::Output& place, Environment& env);

/// The workbook that `fill` fills, in a direction that fits `language`.
[[nodiscard]] Result<void> write_workbook(io::Output& place, const std::string& language,
                                          const std::function<void(Workbook&)>& fill, Environment& env);

/// Why a binary format cannot be written there. Empty if it can.
[[nodiscard]] std::optional<Message> fault_of_binary(const std::string& path, std::string_view format,
                                                     const Environment& env);

}  // namespace ibtikar::cli
