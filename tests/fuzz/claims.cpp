// See claims.h.
#include "fuzz/claims.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "support/assessed.h"

namespace ibtikar::fuzz {
namespace {

/// Lines and their lengths in code points, as Position counts them.
std::vector<std::size_t> line_lengths(std::string_view text) {
  std::vector<std::size_t> lengths{0};
  for (std::size_t at = 0; at < text.size();) {
    const auto point = code_point_at(text, at);
    const bool is_end = text[at] == '\n' || (text[at] == '\r' && text.substr(at + 1, 1) != "\n");
    at = point ? point->next : at + 1;
    if (is_end)
      lengths.push_back(0);
    else
      ++lengths.back();
  }
  return lengths;
}

void require_place(const Position& place, const std::vector<std::size_t>& lengths, std::string_view shown) {
  require(place.line <= lengths.size(), "the line is one of the text's", shown);
  if (place.line == 0) return;
  // The place behind the last character is where something is missing.
  require(place.column <= lengths[place.line - 1] + 2, "the column is one of the line's", shown);
}

void require_measure(const Measure& measure, std::string_view of) {
  const auto is_score = [](double value) { return value >= 0 && value <= 100; };
  require(is_score(measure.low) && is_score(measure.high), "bounds are from 0 to 100", of);
  require(measure.low <= measure.high, "the lower bound is the lower one", of);
  if (measure.score) {
    require(is_score(*measure.score), "a score is from 0 to 100", of);
    require(measure.low <= *measure.score && *measure.score <= measure.high,
            fmt::format("{} <= {} <= {}", measure.low, *measure.score, measure.high), of);
  }
  require(measure.completeness >= 0 && measure.completeness <= 1, "completeness is from 0 to 1", of);
  if (!measure.shown) return;
  for (const double number : {measure.shown->low, measure.shown->high, measure.shown->score.value_or(0)})
    require(std::isfinite(number), "a score on its scale is a number", of);
}

}  // namespace

void require(bool holds, std::string_view claim, std::string_view shown) {
  if (holds) return;
  std::fprintf(stderr, "\nThis does not hold: %s\n%s\n", std::string(claim).c_str(),
               visible(shown, 20'000).c_str());
  std::abort();
}

void require_equal(std::string_view got, std::string_view expected, std::string_view claim) {
  if (got == expected) return;
  const std::size_t differs =
      static_cast<std::size_t>(std::ranges::mismatch(got, expected).in1 - got.begin());
  const std::size_t from = differs - std::min<std::size_t>(differs, 300);
  require(false, claim,
          fmt::format("at byte {}: got ...{}...\nexpected ...{}...", differs, got.substr(from, 900),
                      expected.substr(from, 900)));
}

void require_places(const Diagnostics& diagnostics, const NamedText& source) {
  const std::vector<std::size_t> lengths = line_lengths(source.text);
  for (const Diagnostic& one : diagnostics) {
    for (const char* language : {"en", "ar"}) {
      const std::string line = format(one, language);
      require_harmless(line);
      require(line.find('\n') == std::string::npos, "a message is one line", line);
    }
    require(!one.code.empty(), "a message has a code");
    if (!one.file.empty() && one.file != source.name) continue;
    require_place(one.position, lengths, format(one));
    require_place(one.related_position, lengths, format(one));
  }
}

void require_refusal(const Diagnostics& faults, const NamedText& source) {
  require(has_errors(faults), "what is refused has an error", format(faults));
  require_places(faults, source);
}

void require_harmless(std::string_view report, bool has_color) {
  const auto wrong = first_invalid_utf8(report);
  require(!wrong, "what is written is UTF-8", report);
  for (std::size_t at = 0; at < report.size();) {
    const CodePoint point = *code_point_at(report, at);
    const bool is_line_end = point.value == '\n' || (point.value == '\r' && report.substr(at + 1, 1) == "\n");
    const bool is_color = has_color && point.value == 0x1B && report.substr(at + 1, 1) == "[";
    const bool is_control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
    require(!is_control || is_line_end || is_color, "there is no control character", report.substr(at, 200));
    const bool turns = point.value >= 0x202A && point.value <= 0x202E;
    require(!turns, "nothing overrides a direction", report.substr(at, 200));
    at = point.next;
  }
}

void require_measures(const Assessment& assessment) {
  for (const test::NamedMeasure& one : test::measures_of(assessment)) require_measure(one.measure, one.id);
  for (const Advice& advice : assessment.advice)
    require(std::isfinite(advice.overall_gain.value_or(0)), "a gain is a number", advice.question);
}

void require_measures(const Row& row) {
  require_measure(row.overall, "overall");
  for (const Measure& dimension : row.dimensions) require_measure(dimension, "a dimension");
}

std::uint64_t fingerprint(std::string_view input) {
  std::uint64_t hash = 0xCBF2'9CE4'8422'2325U;  // FNV-1a
  for (const char byte : input) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100'0000'01B3U;
  return hash;
}

std::vector<std::string> parts_of(std::string_view input, std::size_t count) {
  std::vector<std::string> parts;
  while (parts.size() + 1 < count) {
    const std::size_t end = std::min(input.find('\f'), input.size());
    parts.emplace_back(input.substr(0, end));
    input.remove_prefix(std::min(end + 1, input.size()));
  }
  parts.emplace_back(input);
  return parts;
}

}  // namespace ibtikar::fuzz
