// See baseline.h.
#include "cli/checks/baseline.h"

#include <algorithm>

#include "base/decimal.h"
#include "base/safe_targets.h"
#include "base/safe_text.h"
#include "cli/checks/saved_rows.h"
#include "cli/checks/worsening.h"
#include "codec/table/csv.h"

namespace ibtikar::cli {
namespace {

/// An id as a reader of the CSV that `batch` writes gets it.
std::string as_cell(const std::string& id) {
  const std::string written = safe_for(Target::csv, id);
  CsvSplitter splitter(',');
  splitter.split(written, 0);
  return splitter.cells().empty() ? std::string() : std::string(splitter.cells().front().text);
}

Message change_of(const std::string& name, const Measure& before, const Measure& now) {
  const auto low_and_high = [](const Measure& measure) {
    return message("{0} to {1}", two_decimals(measure.low), two_decimals(measure.high));
  };
  if (!now.score)
    return message("{0} was {1} ({2}) and has no score now", name, two_decimals(*before.score),
                   low_and_high(before));
  return message("{0} was {1} ({2}) and is {3} ({4})", name, two_decimals(*before.score),
                 low_and_high(before), two_decimals(*now.score), low_and_high(now));
}

}  // namespace

Checked<Baseline> Baseline::read(const std::string& file, bool any) {
  Baseline baseline(file, any);
  const Checked<SavedRows> rows =
      read_saved_rows(file, [&](SavedRow&& row) { baseline.add(std::move(row)); });
  if (!rows) return fail(rows.error());
  baseline.are_cells_ = rows->are_cells;
  return baseline;
}

std::size_t Baseline::number_of(const std::string& name) {
  const auto [found, is_new] = numbers_.emplace(name, names_.size());
  if (is_new) names_.push_back(name);
  return found->second;
}

void Baseline::add(SavedRow&& row) {
  if (row.rejected) return;
  Entry entry;
  for (const SavedRow::Scored& scored : row.scores)
    entry.scores.push_back({number_of(scored.id), {scored.score, scored.low, scored.high, 0}});
  for (const std::string& gate : row.gates) entry.gates.push_back(number_of(gate));
  entry.verdict = number_of(row.verdict);
  entry.rubric = number_of(row.rubric);
  entry.digest = number_of(row.digest);
  entry.settled = row.settled;
  if (!entries_.emplace(std::move(row.id), std::move(entry)).second) ++repeated_;
}

Baseline::Entry* Baseline::find(const std::string& id) {
  const auto found = entries_.find(are_cells_ ? as_cell(id) : id);
  return found == entries_.end() ? nullptr : &found->second;
}

/// A rubric with the same names is taken for the same one. Assessments also say which it was.
Result<void> Baseline::check_rubric(const Entry& entry, const OutcomeNames& names) const {
  const auto knows = [](const auto& list, const std::string& name) {
    return std::any_of(list.begin(), list.end(), [&](const auto& one) {
      if constexpr (requires { one.id; })
        return one.id == name;
      else
        return one == name;
    });
  };
  std::optional<std::string> unknown;
  for (const Scored& scored : entry.scores)
    if (!knows(names.scores, names_[scored.id])) unknown = names_[scored.id];
  for (const std::size_t gate : entry.gates)
    if (!knows(names.gates, names_[gate])) unknown = names_[gate];
  if (names_[entry.verdict] != kInsufficient && !knows(names.bands, names_[entry.verdict]))
    unknown = names_[entry.verdict];
  if (!names_[entry.rubric].empty() && names_[entry.rubric] != names.rubric) unknown = names_[entry.rubric];
  if (!unknown) return {};
  Diagnostic fault = error_at("", "other-rubric",
                              message("was scored by another rubric: {0} is not one of {1}",
                                      ibtikar::quoted(*unknown), ibtikar::quoted(names.rubric)));
  fault.file = file_;
  return fail(std::move(fault));
}

std::vector<Message> Baseline::worse_scores(const Entry& before, const OutcomeNames& names,
                                            const Outcome& now) const {
  std::vector<Message> worse;
  for (std::size_t s = 0; s < names.scores.size(); ++s)
    for (const Scored& scored : before.scores) {
      if (names_[scored.id] != names.scores[s].id) continue;
      const Worsening change = worsening(scored.measure, now.scores[s], names.scores[s].better);
      if (change == Worsening::certain || (any_ && change == Worsening::possible))
        worse.push_back(change_of(names.scores[s].id, scored.measure, now.scores[s]));
    }
  return worse;
}

/// A verdict is certain where it is settled. What a gate does to scores and verdict is compared
/// there; that it applies is a difference of its own only by any amount.
void Baseline::add_verdict(const Entry& before, const OutcomeNames& names, const Outcome& now,
                           std::vector<Message>& worse) const {
  const std::string& then = names_[before.verdict];
  const auto place = std::find(names.bands.begin(), names.bands.end(), then);
  const bool was_known = place != names.bands.end();
  const bool is_lost = was_known && !now.band;
  const bool is_lower =
      was_known && now.band &&
      is_worse_band(names, *now.band, static_cast<std::size_t>(place - names.bands.begin()));
  if ((is_lower && before.settled && now.settled) || (any_ && (is_lower || is_lost)))
    worse.push_back(message("the verdict was {0} and is {1}", then, band_name(names, now.band)));
  for (std::size_t g = 0; any_ && g < names.gates.size(); ++g) {
    const bool applied = std::any_of(before.gates.begin(), before.gates.end(),
                                     [&](std::size_t gate) { return names_[gate] == names.gates[g]; });
    if (now.gates[g] && !applied)
      worse.push_back(message("gate {0} applies, and did not before", names.gates[g]));
  }
}

Result<std::vector<Message>> Baseline::worse(const OutcomeNames& names, const Outcome& outcome) {
  Entry* before = find(outcome.id);
  if (before == nullptr) {
    ++new_;
    return std::vector<Message>();
  }
  if (Result<void> same = check_rubric(*before, names); !same) return fail(same.error());
  before->seen = true;
  ++compared_;
  if (!names_[before->digest].empty() && names_[before->digest] != names.digest) ++other_text_;
  std::vector<Message> worse = worse_scores(*before, names, outcome);
  add_verdict(*before, names, outcome, worse);
  if (!worse.empty()) ++worse_;
  return worse;
}

std::vector<Message> Baseline::totals() const {
  const std::string file = ibtikar::quoted(file_);
  std::vector<Message> totals;
  if (worse_ > 0)
    totals.push_back(any_ ? counted("{0} of {1} proposals is worse than in {2}",
                                    "{0} of {1} proposals are worse than in {2}", worse_, compared_, file)
                          : counted("{0} of {1} proposals is certainly worse than in {2}",
                                    "{0} of {1} proposals are certainly worse than in {2}", worse_, compared_,
                                    file));
  const auto missing = static_cast<std::uint64_t>(
      std::count_if(entries_.begin(), entries_.end(), [](const auto& entry) { return !entry.second.seen; }));
  if (new_ > 0)
    totals.push_back(counted("{0} proposal is not in {1}", "{0} proposals are not in {1}", new_, file));
  if (missing > 0)
    totals.push_back(counted("{0} proposal of {1} was not scored in this run",
                             "{0} proposals of {1} were not scored in this run", missing, file));
  if (repeated_ > 0)
    totals.push_back(counted("{0} record of {1} repeats an id; the first with an id counts",
                             "{0} records of {1} repeat an id; the first with an id counts", repeated_,
                             file));
  if (other_text_ > 0)
    totals.push_back(
        counted("{0} proposal of {1} was scored by another text of the rubric; differences may "
                "come from that",
                "{0} proposals of {1} were scored by another text of the rubric; differences "
                "may come from that",
                other_text_, file));
  return totals;
}

}  // namespace ibtikar::cli
