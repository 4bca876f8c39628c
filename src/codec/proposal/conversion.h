// Conversion: carries proposals from one major version of a rubric to the next. The format
// `ibtikar-conversion/1` is a table that is shipped with the rubric (docs/formats.md).
//
//   const Checked<Conversion> table = decode_conversion(source);
//   const Converted done = convert_proposal(file, proposal, *table, rubric);
//
// Notes, evidence, links and unknown members stay. An answer that has no successor, or no longer
// fits, is reported and kept under "x-unmatched".
#pragma once

#include <map>
#include <optional>
#include <string>

#include "ibtikar/codec.h"

namespace ibtikar {

inline constexpr std::string_view kConversionFormat = "ibtikar-conversion/1";

/// What became of one question.
struct Successor {
  std::string question;  ///< full id in the new version
  /// New values by old ones, as texts ("2", "true", "an-option"). A value without an entry has no
  /// successor. Without the map every value stays as it is.
  std::optional<std::map<std::string, AnswerValue>> values;
};

struct Conversion {
  std::string rubric;    ///< id
  std::size_t from = 0;  ///< major versions
  std::size_t to = 0;
  std::map<std::string, std::optional<Successor>> questions;  ///< by old full id; nothing: no heir
  std::map<std::string, std::string> evidence;                ///< level ids that changed
};

[[nodiscard]] Checked<Conversion> decode_conversion(const NamedText& source);

struct Converted {
  std::string text;       ///< the proposal's document
  std::size_t kept = 0;   ///< answers carried over
  std::size_t aside = 0;  ///< answers kept under "x-unmatched"
  Diagnostics warnings;   ///< one for each of those, with its place in the old document
};

/// Requires: `proposal` was decoded from `source`, names the table's rubric and its `from`, and
/// `rubric` is the table's rubric in its `to`.
[[nodiscard]] Converted convert_proposal(const NamedText& source, const Proposal& proposal,
                                         const Conversion& table, const Rubric& rubric);

}  // namespace ibtikar
