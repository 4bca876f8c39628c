// Codings: the same programs, answered for by several assessors who did not see one another's answers.
//
// tests/data/agreement/CODER.ndjson holds one proposal a line, always of the same programs: one round, of one
// wording of the rubric.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ibtikar/agreement.h"
#include "ibtikar/assessment.h"
#include "ibtikar/rubric.h"

namespace ibtikar::test {

/// What one assessor answered, by program.
struct Coding {
  std::string coder;
  std::map<std::string, Proposal> programs;
};

/// All codings, by coder's name. Throws std::runtime_error on a file that cannot be read.
[[nodiscard]] std::vector<Coding> read_codings();

/// A figure for one criterion, and how many program-question pairs two assessors or more answered.
struct AlphaOf {
  std::string criterion;  ///< empty: all of them
  std::size_t units = 0;
  std::optional<double> alpha;
  double answered = 0;  ///< the share of questions, over programs and assessors, that are answered
  std::optional<double> answered_alpha;  ///< whether a question can be answered at all; nominal
};

struct Agreement {
  std::vector<AlphaOf> criteria;  ///< in the rubric's order, without those never scored; all of them last
  double low = 0;                 ///< of alpha over all: 95 % of samples of programs lie within
  double high = 0;
  std::vector<std::pair<std::string, std::optional<double>>> scores;  ///< by dimension: ICC(2,1)
  std::size_t scored_programs = 0;  ///< those for which every assessor's answers give every dimension a score
};

[[nodiscard]] Agreement agreement_of(const Rubric& rubric, const std::vector<Coding>& codings);

/// One question of one program on which assessors differ.
struct Disagreement {
  std::string program;
  std::string question;
  Ratings utilities;
};
/// The widest first.
[[nodiscard]] std::vector<Disagreement> disagreements_of(const Rubric& rubric,
                                                         const std::vector<Coding>& codings);

/// What the assessors say together: an answer stands where at least half of them gave one, with the
/// lower median of their values and its note and, of their evidence, the lower median in the rubric's order.
[[nodiscard]] std::vector<std::pair<std::string, Answer>> consensus(const Rubric& rubric,
                                                                    const std::vector<Coding>& codings,
                                                                    const std::string& program);

}  // namespace ibtikar::test
