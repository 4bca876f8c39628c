// See thresholds.h.
#include "cli/commands/thresholds.h"

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/suggest.h"

namespace ibtikar::cli {
namespace {

const DimensionScore* find(const Assessment& assessment, const std::string& id) {
  if (id == "overall") return &assessment.overall;
  for (const DimensionScore& dimension : assessment.dimensions)
    if (dimension.id == id) return &dimension;
  return nullptr;
}

}  // namespace

Result<Thresholds> parse_thresholds(const std::vector<std::string>& texts) {
  Thresholds thresholds;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    const bool named = equals != std::string::npos;
    const auto number = parse_decimal(western_digits(named ? text.substr(equals + 1) : text));
    if (!number || *number < 0 || *number > 100 || equals == 0) {
      return fail(error_at("", "usage",
                           message("{0}: expected a number from 0 to 100, or DIMENSION=NUMBER",
                                   fmt::format("--fail-under {}", ibtikar::quoted(text)))));
    }
    thresholds.push_back({named ? text.substr(0, equals) : "overall", *number});
  }
  return thresholds;
}

std::optional<Message> unknown_dimension(const Thresholds& thresholds, const Assessment& assessment) {
  for (const Threshold& threshold : thresholds) {
    if (find(assessment, threshold.dimension) != nullptr) continue;
    std::vector<std::string> known = {"overall"};
    for (const DimensionScore& dimension : assessment.dimensions) known.push_back(dimension.id);
    return message("--fail-under: the rubric has no dimension {0}; expected {1}{2}",
                   ibtikar::quoted(threshold.dimension), alternatives(known),
                   suggestion(threshold.dimension, known));
  }
  return std::nullopt;
}

std::vector<Message> misses(const Thresholds& thresholds, const Assessment& assessment) {
  std::vector<Message> messages;
  for (const Threshold& threshold : thresholds) {
    const DimensionScore* dimension = find(assessment, threshold.dimension);
    if (dimension == nullptr) continue;
    const Score& score = dimension->measure.score;
    const bool turned = dimension->better == Better::lower;  // then the worse is over it
    if (score && (turned ? *score <= threshold.least : *score >= threshold.least)) continue;
    const std::string limit = two_decimals(threshold.least);
    messages.push_back(
        score ? (turned ? message("{0} is {1}, over {2}", threshold.dimension, two_decimals(*score), limit)
                        : message("{0} is {1}, under {2}", threshold.dimension, two_decimals(*score), limit))
              : message("{0} has no score, so it does not reach {1}", threshold.dimension, limit));
  }
  return messages;
}

}  // namespace ibtikar::cli
