// Golden files: what a person reads, approved by a person, kept in tests/golden/.
//
//   expect_golden("text_report_partial.approved.txt", render_text(assessment, {}));
//
// A difference fails the test and shows the first line that differs. `./dev approve` (which sets
// IBTIKAR_APPROVE=1) writes what came out instead; the diff is then part of the review.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace ibtikar::test {

/// Adds a failure to the running test when tests/golden/NAME is not exactly `actual`.
void expect_golden(const std::string& name, std::string_view actual);

/// The same for a file anywhere, by its full path: finished examples, a transcript's neighbour.
void expect_file(const std::filesystem::path& path, std::string_view actual);

/// The same for a part of a file that a person writes: what stands between the lines
/// <!-- NAME --> and <!-- /NAME -->.
void expect_block(const std::filesystem::path& path, const std::string& name, const std::string& actual);

/// Whether what comes out shall become what is expected: IBTIKAR_APPROVE=1.
[[nodiscard]] bool approving();

/// The first line that differs, for a person: its number, and both lines with what is invisible in
/// them shown. Empty when the texts are the same.
[[nodiscard]] std::string first_difference(std::string_view expected, std::string_view actual);

}  // namespace ibtikar::test
