// Reports as a workbook, put into their place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "ibtikar/assessment.h"
#include "io/files/path_output.h"
#include "report/workbook/workbook.h"

namespace ibtikar::cli {

/// Where a workbook is to be written, and how it reads.
[[nodiscard]] Workbook::Options workbook_options(const io::PathOutput& place, const std::string& language);

/// Ends a workbook: written, looked at, put into its place. Texts that were cut are told.
[[nodiscard]] Result<void> finish_workbook(Workbook& book, io::PathOutput& place, Environment& env);

[[nodiscard]] Result<void> write_workbook(const std::vector<Assessment>& assessments,
                                          const std::string& language, io::PathOutput& place,
                                          Environment& env);

/// Why a format that is no text cannot go there, if it cannot.
[[nodiscard]] std::optional<Message> fault_of_binary(const std::string& path, std::string_view format,
                                                     const Environment& env);

}  // namespace ibtikar::cli
