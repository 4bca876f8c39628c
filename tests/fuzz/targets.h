// The fuzz targets: each takes any bytes and stops the process where something is not as promised.
//
// All are one program, which is linked once. The name that it is called by chooses the target: the
// build makes a link for each. To add one: a file here, a line here and one in targets.cpp.
#pragma once

#include <string_view>

namespace ibtikar::fuzz {

// Readers
void try_rubric(std::string_view input);
void try_proposal(std::string_view input);
void try_records(std::string_view input);
void try_table(std::string_view input);
void try_mapped_table(std::string_view input);
void try_workbook(std::string_view input);
void try_summaries(std::string_view input);
void try_template(std::string_view input);
// Writers
void try_reports(std::string_view input);
void try_report_workbook(std::string_view input);
void try_foreign_text(std::string_view input);
// The interview
void try_interview_lines(std::string_view input);
void try_interview_keys(std::string_view input);
// Two ways that must agree
void try_scorers(std::string_view input);
void try_records_both_ways(std::string_view input);
void try_rows_both_ways(std::string_view input);

}  // namespace ibtikar::fuzz
