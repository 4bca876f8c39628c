// What fuzz targets claim. A claim that does not hold stops the process, and its input is a finding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/assessment.h"
#include "ibtikar/codec.h"
#include "ibtikar/diagnostic.h"
#include "ibtikar/row.h"

namespace ibtikar::fuzz {

/// `shown`: what helps to see why it does not hold.
void require(bool holds, std::string_view claim, std::string_view shown = {});
void require_equal(std::string_view got, std::string_view expected, std::string_view claim);

/// Each diagnostic is a line that is safe to show, and its place, if it has one, is in the text. Those
/// of other files are about bases of rubrics.
void require_places(const Diagnostics& diagnostics, const NamedText& source);
/// The same, and at least one of them is an error.
void require_refusal(const Diagnostics& faults, const NamedText& source);

/// Valid UTF-8, without control characters except line ends (LF, CRLF) and without changes of
/// direction that stay open; in the terminal's colours if `has_color`.
void require_harmless(std::string_view report, bool has_color = false);

/// Every number is finite and in its range, and no score leaves its interval.
void require_measures(const Assessment& assessment);
void require_measures(const Row& row);

/// For choices that are not part of the input and yet the same whenever it is tried.
[[nodiscard]] std::uint64_t fingerprint(std::string_view input);

/// The input cut at form feeds, which no text format of ours takes, into `count` parts; the last
/// ones are empty if there are fewer.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view input, std::size_t count);

}  // namespace ibtikar::fuzz
