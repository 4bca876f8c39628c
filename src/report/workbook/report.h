// Assessments as a workbook: a summary with a chart, criteria, answers, next steps, what is still
// open, and how the scores were computed, each on a sheet with filters. One proposal or several,
// with one or more rows each.
//
// The numbers in the cells are those of the JSON of the assessments, unrounded and unformatted.
#pragma once

#include <string>
#include <vector>

#include "ibtikar/assessment.h"
#include "report/workbook/workbook.h"

namespace ibtikar {

/// The language that a workbook of these is in: `wanted`, or the first rubric's first.
[[nodiscard]] std::string workbook_language(const std::vector<Assessment>& assessments,
                                            const std::string& wanted);

/// Adds the sheets; what fails comes out of book.close(). Requires: at least one assessment.
void add_report_sheets(Workbook& book, const std::vector<Assessment>& assessments,
                       const std::string& language);

}  // namespace ibtikar
