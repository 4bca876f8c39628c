// See thresholds.h.
#include "cli/checks/thresholds.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/suggest.h"

namespace ibtikar::cli {
namespace {

constexpr std::string_view kLowPrefix = "low:";

std::optional<Threshold> parse_threshold(std::string_view text) {
  using Of = Threshold::Of;
  if (text == "gate") return Threshold{Of::gate, {}, 0};
  const bool is_low = text.starts_with(kLowPrefix);
  if (is_low) text.remove_prefix(kLowPrefix.size());
  const std::size_t equals = text.find('=');
  const bool is_named = equals != std::string_view::npos;
  const std::string name(is_named ? text.substr(0, equals) : "overall");
  const std::string value(is_named ? text.substr(equals + 1) : text);
  if (name.empty() || value.empty()) return std::nullopt;
  const auto number = parse_decimal(western_digits(value));
  if (number && *number >= 0 && *number <= 100) return Threshold{is_low ? Of::low : Of::score, name, *number};
  // A dimension may be called so, too: it is compared with a number.
  if (!is_low && !number && name == "gate") return Threshold{Of::gate, value, 0};
  if (!is_low && !number && name == "verdict") return Threshold{Of::verdict, value, 0};
  return std::nullopt;
}

std::vector<std::string> ids(const std::vector<OutcomeNames::Scored>& scores) {
  std::vector<std::string> names;
  for (const OutcomeNames::Scored& score : scores) names.push_back(score.id);
  return names;
}

std::size_t place(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

Message unknown(const Threshold& threshold, const std::vector<std::string>& known) {
  const std::string name = ibtikar::quoted(threshold.name);
  const Message hint = suggestion(threshold.name, known);
  switch (threshold.of) {
    case Threshold::Of::gate:
      return known.empty() ? message("--fail-under: the rubric has no gate {0}; it has no gates", name)
                           : message("--fail-under: the rubric has no gate {0}; expected {1}{2}", name,
                                     alternatives(known), hint);
    case Threshold::Of::verdict:
      return message("--fail-under: the rubric has no band {0}; expected {1}{2}", name, alternatives(known),
                     hint);
    default:
      return message("--fail-under: the rubric has no dimension {0}; expected {1}{2}", name,
                     alternatives(known), hint);
  }
}

/// What the threshold says of the score `place`, if that is not so.
std::optional<Message> miss_of_score(const Threshold& threshold, const Measure& measure, Better better) {
  const std::string& name = threshold.name;
  const std::string limit = two_decimals(threshold.number);
  if (!measure.score) return message("{0} has no score, so it does not reach {1}", name, limit);
  const bool is_turned = better == Better::lower;  // then the worse is over it
  const bool is_low = threshold.of == Threshold::Of::low;
  const double number = !is_low ? *measure.score : is_turned ? measure.high : measure.low;
  if (is_turned ? number <= threshold.number : number >= threshold.number) return std::nullopt;
  const std::string shown = two_decimals(number);
  if (!is_low)
    return is_turned ? message("{0} is {1}, over {2}", name, shown, limit)
                     : message("{0} is {1}, under {2}", name, shown, limit);
  return is_turned ? message("{0} may be as high as {1}, over {2}", name, shown, limit)
                   : message("{0} may be as low as {1}, under {2}", name, shown, limit);
}

std::optional<Message> miss_of_verdict(const Threshold& threshold, const OutcomeNames& names,
                                       const Outcome& outcome) {
  const std::size_t wanted = place(names.bands, threshold.name);
  if (!outcome.band)
    return message("the verdict is {0}, so it does not reach {1}", kInsufficient, threshold.name);
  if (!is_worse_band(names, *outcome.band, wanted)) return std::nullopt;
  return message("the verdict is {0}, worse than {1}", names.bands[*outcome.band], threshold.name);
}

}  // namespace

CommandOption fail_under_option(std::vector<std::string>& texts) {
  return {.names = "--fail-under",
          .value = "LIMIT",
          .description =
              message("exit with status 1 if a proposal does not reach LIMIT: NUMBER (the overall score), "
                      "DIM=NUMBER, low:DIM=NUMBER (the low end of the interval), verdict=BAND, or gate=ID "
                      "and gate (it, or any, applies); may be given several times"),
          .target = &texts,
          .group = Group::assessment};
}

Result<Thresholds> parse_thresholds(const std::vector<std::string>& texts) {
  Thresholds thresholds;
  for (const std::string& text : texts) {
    std::optional<Threshold> threshold = parse_threshold(text);
    if (!threshold)
      return fail(error_at("", Code::usage,
                           message("{0}: expected a number from 0 to 100, DIM=NUMBER, low:DIM=NUMBER, "
                                   "verdict=BAND, gate=ID or gate",
                                   fmt::format("--fail-under {}", ibtikar::quoted(text)))));
    thresholds.push_back(*std::move(threshold));
  }
  return thresholds;
}

std::optional<Message> unknown_name(const Thresholds& thresholds, const OutcomeNames& names) {
  using Of = Threshold::Of;
  for (const Threshold& threshold : thresholds) {
    if (threshold.of == Of::gate && threshold.name.empty()) continue;
    const std::vector<std::string> known = threshold.of == Of::gate      ? names.gates
                                           : threshold.of == Of::verdict ? names.bands
                                                                         : ids(names.scores);
    if (place(known, threshold.name) == known.size()) return unknown(threshold, known);
  }
  return std::nullopt;
}

std::vector<Message> misses(const Thresholds& thresholds, const OutcomeNames& names, const Outcome& outcome) {
  using Of = Threshold::Of;
  std::vector<Message> messages;
  for (const Threshold& threshold : thresholds) {
    std::optional<Message> miss;
    if (threshold.of == Of::verdict) miss = miss_of_verdict(threshold, names, outcome);
    if (threshold.of == Of::score || threshold.of == Of::low) {
      const std::size_t at = place(ids(names.scores), threshold.name);
      miss = miss_of_score(threshold, outcome.scores[at], names.scores[at].better);
    }
    for (std::size_t g = 0; threshold.of == Of::gate && g < names.gates.size(); ++g)
      if (outcome.gates[g] && (threshold.name.empty() || threshold.name == names.gates[g]))
        messages.push_back(message("gate {0} applies", names.gates[g]));
    if (miss) messages.push_back(*std::move(miss));
  }
  return messages;
}

}  // namespace ibtikar::cli
