// `--baseline FILE`: the results of an earlier run, and which proposals are worse than they were
// there. docs/scoring.md, "Worse than before", has the rule.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/checks/outcome.h"
#include "codec/results/saved_row.h"
#include "ibtikar/result.h"

namespace ibtikar::cli {

class Baseline {
 public:
  /// `file`: rows of `batch` or assessments of `score`. `any`: a proposal is worse by any amount,
  /// not only where the intervals lie apart.
  [[nodiscard]] static Checked<Baseline> read(const std::string& file, bool any);

  /// What is worse about a proposal than it was, a sentence each; nothing about one that was not
  /// there. Fails (code "other-rubric") if it was scored by another rubric then.
  [[nodiscard]] Result<std::vector<Message>> worse(const OutcomeNames& names, const Outcome& outcome);

  /// What to say at the end of the run.
  [[nodiscard]] std::vector<Message> totals() const;
  [[nodiscard]] bool found_worse() const { return worse_ > 0; }

 private:
  struct Scored {
    std::size_t id = 0;  ///< of names_
    Measure measure;
  };
  struct Entry {
    std::vector<Scored> scores;
    std::vector<std::size_t> gates;  ///< of names_
    std::size_t verdict = 0;
    std::size_t rubric = 0;
    std::size_t digest = 0;
    bool settled = false;
    bool seen = false;
  };

  explicit Baseline(std::string file, bool any) : file_(std::move(file)), any_(any) {}
  void add(SavedRow&& row);
  [[nodiscard]] std::size_t number_of(const std::string& name);
  [[nodiscard]] Entry* find(const std::string& id);
  [[nodiscard]] Result<void> check_rubric(const Entry& entry, const OutcomeNames& names) const;
  [[nodiscard]] std::vector<Message> worse_scores(const Entry& before, const OutcomeNames& names,
                                                  const Outcome& now) const;
  void add_verdict(const Entry& before, const OutcomeNames& names, const Outcome& now,
                   std::vector<Message>& worse) const;

  std::string file_;
  bool any_ = false;
  bool are_cells_ = false;
  std::map<std::string, Entry> entries_;  ///< by the proposal's id: a sorted map, whatever the ids are
  std::vector<std::string> names_;        ///< of scores, gates, bands and rubrics, each once
  std::map<std::string, std::size_t> numbers_;
  std::uint64_t repeated_ = 0;
  std::uint64_t compared_ = 0;
  std::uint64_t worse_ = 0;
  std::uint64_t new_ = 0;
  std::uint64_t other_text_ = 0;  ///< scored by another text of the rubric
};

}  // namespace ibtikar::cli
