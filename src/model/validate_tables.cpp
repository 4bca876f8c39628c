// Bands, evidence, completeness and caps of a draft. See validate_parts.h.
#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/json_pointer.h"
#include "model/names.h"
#include "model/validate_parts.h"

namespace ibtikar {
namespace {

/// Scores run from 0 to 100, utilities and shares from 0 to 1: one is easily written for the other.
void warn_of_share(double value, const std::string& pointer, Findings& findings) {
  findings.warning(pointer, "looks-like-share",
                   message("{0} is of 100 here; was {1} meant?", shortest(value), shortest(100 * value)));
}

void check_bands(const std::vector<Band>& bands, Findings& findings) {
  if (bands.empty()) {
    findings.error("/bands", "no-bands",
                   message("without bands there is no verdict; expected at least one, from 0"));
    return;
  }
  if (bands.front().from != 0)
    findings.error("/bands/0/from", "bands-start",
                   message("the first band begins at {0}; expected 0", shortest(bands.front().from)));
  for (std::size_t b = 1; b < bands.size(); ++b) {
    const std::string pointer = fmt::format("/bands/{}/from", b);
    check_range(bands[b].from, 0, 100, pointer, findings);
    if (bands[b].from > 0 && bands[b].from <= 1) warn_of_share(bands[b].from, pointer, findings);
    if (bands[b].from <= bands[b - 1].from)
      findings.error(pointer, "bands-not-rising",
                     message("{0} does not rise; expected more than {1}", shortest(bands[b].from),
                             shortest(bands[b - 1].from)));
  }
}

void check_evidence(const Evidence& evidence, Findings& findings) {
  for (std::size_t i = 0; i < evidence.levels.size(); ++i) {
    const std::string pointer = fmt::format("/evidence/levels/{}", i);
    check_range(evidence.levels[i].margin, 0, 1, pointer + "/margin", findings);
    check_range(evidence.levels[i].ceiling, 0, 1, pointer + "/ceiling", findings);
  }
}

void check_verdict(const Gate& gate, const std::vector<Band>& bands, Better better,
                   const std::string& pointer, Findings& findings) {
  if (gate.verdict.empty()) return;
  std::vector<std::string> known;
  for (const Band& band : bands) known.push_back(band.id);
  if (std::find(known.begin(), known.end(), gate.verdict) == known.end())
    findings.unknown_name(pointer + "/verdict", "unknown-band", phrase("band"), gate.verdict, known,
                          "/bands/" + pointer_token(gate.verdict));
  else if (gate.verdict == (better == Better::higher ? known.back() : known.front()))
    findings.error(pointer + "/verdict", "verdict-limits-nothing",
                   message("the best band limits no verdict; expected another one"));
}

void check_adjustment(const Adjustment& one, const std::string& at, Findings& findings) {
  constexpr double kMostFactor = 10;
  constexpr double kMostPoints = 100;
  switch (one.kind) {
    case Adjustment::Kind::multiply:
      check_range(one.amount, 0, kMostFactor, at, findings);
      if (one.amount == 1)
        findings.error(at, "gate-changes-nothing",
                       message("a factor of 1 changes nothing; expected another one"));
      return;
    case Adjustment::Kind::add:
      check_range(one.amount, -kMostPoints, kMostPoints, at, findings);
      if (one.amount == 0)
        findings.error(at, "gate-changes-nothing",
                       message("adding 0 changes nothing; expected another number"));
      return;
    case Adjustment::Kind::floor:
      check_range(one.amount, 0, kMostPoints, at, findings);
      if (one.amount > 0 && one.amount <= 1) warn_of_share(one.amount, at, findings);
      if (one.amount == 0)
        findings.error(at, "gate-changes-nothing",
                       message("a floor of 0 raises nothing; expected more than 0"));
      return;
  }
}

/// The worst verdict may need nothing, because no verdict is below it.
void check_requirements(const RubricDraft& draft, Findings& findings) {
  if (draft.bands.empty()) return;
  const std::size_t worst = draft.overall_better == Better::higher ? 0 : draft.bands.size() - 1;
  for (std::size_t b = 0; b < draft.bands.size(); ++b) {
    const std::string pointer = fmt::format("/bands/{}", b);
    if (b == worst && draft.bands[b].when)
      findings.error(
          pointer + "/when", "condition-of-worst-band",
          message("the worst band has a condition, and no band is below it; expected it without one"));
    if (!draft.bands[b].when && !draft.bands[b].message.empty())
      findings.error(
          pointer + "/message", "idle-member",
          message("the message is never shown: the band has no \"when\"; expected both, or neither"));
  }
}

void check_caps(const Gate& gate, const std::string& pointer, Findings& findings) {
  if (gate.caps.empty() && gate.verdict.empty() && gate.adjustments.empty())
    findings.error(
        pointer + "/cap", "gate-caps-nothing",
        message("the gate caps nothing; expected a dimension or overall in \"cap\", or a \"verdict\""));
  for (const Cap& cap : gate.caps) {
    const std::string at = pointer + "/cap/" + pointer_token(cap.target);
    check_range(cap.limit, 0, 100, at, findings);
    if (cap.limit > 0 && cap.limit <= 1) warn_of_share(cap.limit, at, findings);
    if (cap.limit == 100)
      findings.error(at, "gate-caps-nothing", message("a cap of 100 caps nothing; expected less than 100"));
  }
  for (const Adjustment& one : gate.adjustments)
    check_adjustment(
        one, fmt::format("{}/{}/{}", pointer, name_in(kAdjustments, one.kind), pointer_token(one.target)),
        findings);
}

}  // namespace

void check_range(double value, double least, double greatest, const std::string& pointer,
                 Findings& findings) {
  if (value >= least && value <= greatest) return;
  findings.error(pointer, "out-of-range",
                 message("{0} is out of range; expected a number from {1} to {2}", shortest(value),
                         shortest(least), shortest(greatest)));
}

void validate_tables(const RubricDraft& draft, Findings& findings) {
  check_bands(draft.bands, findings);
  check_evidence(draft.evidence, findings);
  check_range(draft.min_completeness, 0, 1, "/min_completeness", findings);
  for (std::size_t g = 0; g < draft.gates.size(); ++g) {
    check_caps(draft.gates[g], fmt::format("/gates/{}", g), findings);
    check_verdict(draft.gates[g], draft.bands, draft.overall_better, fmt::format("/gates/{}", g), findings);
  }
  check_requirements(draft, findings);
}

}  // namespace ibtikar
