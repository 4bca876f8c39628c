// Scoring: from proposals' files to assessments, as `score` and `compare` do it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "ibtikar/codec.h"
#include "ibtikar/scorer.h"

namespace ibtikar::cli {

struct ScoringOptions {
  bool lenient = false;
  bool strict = false;  ///< a warning is an error
};

/// A proposal that fits its rubric.
struct ReadProposal {
  const Scorer* scorer = nullptr;  ///< of the Scoring that read it
  Proposal proposal;
  AnswerSheet sheet;
  Diagnostics warnings;
};

/// Scores one proposal after the other, with each rubric loaded once. What cannot be scored is told, and
/// the status says so.
class Scoring {
 public:
  /// `common` and `env` outlive it.
  Scoring(const CommonOptions& common, const ScoringOptions& options, Environment& env)
      : common_(common), options_(options), env_(env) {}

  [[nodiscard]] ExitStatus status() const { return status_; }
  /// Whether the rubric named by hand, if any, can be used at all.
  [[nodiscard]] bool prepare() { return common_.rubric.empty() || scorer_for(common_.rubric) != nullptr; }
  /// What was read for rubrics so far.
  [[nodiscard]] const std::vector<std::string>& rubric_files() const { return rubric_files_; }

  /// Reads a proposal and checks it against its rubric.
  std::optional<ReadProposal> read(const std::string& file);
  std::optional<ReadProposal> read(const std::string& file, const NamedText& source);

  std::optional<Assessment> score(const std::string& file);
  /// The same of what was read from it; `source` goes by shown_name().
  std::optional<Assessment> score(const std::string& file, const NamedText& source);

 private:
  void show(const Diagnostics& diagnostics);
  std::nullopt_t refuse(const Diagnostics& diagnostics);
  const Scorer* scorer_of(const Proposal& proposal, const NamedText& source);
  const Scorer* scorer_for(const std::string& name);

  const CommonOptions& common_;
  ScoringOptions options_;
  Environment& env_;
  std::map<std::string, std::optional<Scorer>> scorers_;
  std::vector<std::string> rubric_files_;
  ExitStatus status_ = ExitStatus::done;
};

}  // namespace ibtikar::cli
