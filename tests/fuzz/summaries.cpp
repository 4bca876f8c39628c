// Summaries that are read and merged: two of them, with a form feed between.
#include "codec/results/summary_json.h"
#include "fuzz/claims.h"
#include "fuzz/targets.h"

namespace ibtikar::fuzz {
namespace {

std::optional<Summary> summary_read(const std::string& text) {
  const NamedText source{"s.json", text};
  Checked<Summary> summary = decode_summary(source);
  if (summary) return *std::move(summary);
  require_refusal(summary.error(), source);
  return std::nullopt;
}

std::string written(const Summary& summary) {
  std::string json = encode_summary(summary);
  require_harmless(json);
  const Checked<Summary> again = decode_summary({"s.json", json});
  require(again.has_value(), "a summary that was written can be read", json);
  require_equal(encode_summary(*again), json, "a summary is written as it was read");
  return json;
}

/// Adds `other` to a copy. Empty if they are of different rubrics.
std::optional<Summary> merged(Summary summary, const Summary& other) {
  const Result<void> done = merge(summary, other);
  if (!done) {
    require_harmless(format(done.error()));
    return std::nullopt;
  }
  require(summary.scored >= other.scored && summary.rejected >= other.rejected, "counts only grow");
  return summary;
}

}  // namespace

void try_summaries(std::string_view input) {
  const std::vector<std::string> parts = parts_of(input, 2);
  const std::optional<Summary> first = summary_read(parts[0]);
  if (!first) return;
  static_cast<void>(written(*first));
  static_cast<void>(most_open(*first, 10));
  static_cast<void>(most_points_lost(*first, 10));
  if (const auto twice = merged(*first, *first)) static_cast<void>(written(*twice));
  const std::optional<Summary> second = summary_read(parts[1]);
  if (!second) return;
  const auto one_way = merged(*first, *second);
  const auto other_way = merged(*second, *first);
  require(one_way.has_value() == other_way.has_value(), "whether two can be merged is the same both ways");
  if (one_way) require_equal(written(*one_way), written(*other_way), "the order of a merge does not count");
}

}  // namespace ibtikar::fuzz
