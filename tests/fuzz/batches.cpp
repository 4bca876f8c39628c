// See batches.h.
#include "fuzz/batches.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "builtin/rubrics.h"
#include "codec/results/summary_json.h"
#include "fuzz/claims.h"
#include "support/garden_rubric.h"
#include "support/random.h"
#include "support/terminal_lines.h"

namespace ibtikar::fuzz {
namespace {

using Json = nlohmann::json;

void require_row(const Json& row, const std::string& line) {
  require(row.is_object() && row.contains("error"), "a row is an object", line);
  const bool is_rejected = !row["error"].is_null();
  for (const auto& [name, value] : row.items()) {
    if (!value.is_number()) continue;
    const double most = name.ends_with("completeness") ? 1 : 100;
    require(value >= 0 && value <= most, "numbers are in their range", line);
    require(!is_rejected, "a rejected record has no numbers", line);
  }
}

/// Whether the file was refused for what it is: a picture, a program. That is judged by its first bytes,
/// which the blocks of the program always hold; those of ours may not.
bool is_no_text(const test::Batched& batch) {
  return batch.rows.find("[not-text]") != std::string::npos ||
         batch.rows.find("error: this is text in UTF-") != std::string::npos;
}

void require_same(const test::Batched& got, const test::Batched& expected) {
  if (is_no_text(got) || is_no_text(expected)) return;
  require_equal(got.rows, expected.rows, "blocks change no rows");
  require_equal(got.rejects, expected.rejects, "blocks change no rejected records");
  require(got.totals == expected.totals, "blocks change no summary");
  require_equal(got.warnings, expected.warnings, "blocks change no warnings");
}

void require_read_again(const Summary& summary) {
  const std::string json = encode_summary(summary);
  const Checked<Summary> again = decode_summary({"summary.json", json});
  require(again.has_value(), "a summary that was written can be read", json);
  require_equal(encode_summary(*again), json, "a summary is written as it was read");
}

}  // namespace

const Rubric& rubric_for(std::string_view text) {
  static const Rubric garden = test::garden_rubric();
  static const Rubric whole = *builtin_rubric(kDefaultRubric);
  return text.find(whole.parts().id) != std::string_view::npos ? whole : garden;
}

void require_rows(const test::Batched& batch) {
  const std::vector<std::string> rows = test::lines_in(batch.rows);
  for (const std::string& line : rows) {
    require_harmless(line);
    const Json row = Json::parse(line, nullptr, false);
    require(!row.is_discarded(), "a row is JSON", line);
    require_row(row, line);
  }
  require(batch.totals.scored + batch.totals.rejected == rows.size(), "every record has a row", batch.rows);
  require_harmless(batch.warnings);
}

void require_batch(const Rubric& rubric, const std::string& text, test::BatchedWith with) {
  with.summary = false;
  const test::Batched whole = batched(rubric, text, with);
  require_rows(whole);
  test::Random random(fingerprint(text));
  if (random.chance(5)) require_read_again(whole.totals);
  with.block = random.between(1, 200);
  with.step = random.between(1, 100);
  require_same(batched(rubric, text, with), whole);
  if (whole.rejects.empty()) return;
  test::BatchedWith again_with;
  again_with.summary = false;
  again_with.format = InputFormat::automatic;
  again_with.name = "rejects";
  again_with.mapping = with.mapping;
  again_with.lenient = with.lenient;
  const test::Batched again = batched(rubric, whole.rejects, again_with);
  require(again.totals.rejected == whole.totals.rejected && again.totals.scored == 0,
          fmt::format("{} rejected and {} scored of {} that were rejected", again.totals.rejected,
                      again.totals.scored, whole.totals.rejected),
          whole.rejects);
}

}  // namespace ibtikar::fuzz
