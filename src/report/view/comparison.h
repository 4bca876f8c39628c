// ComparisonView: what every comparison says, in the reader's language, before a format lays it
// out.
//
// Proposals go by letters, A to F (أ to و): titles are too long to stand beside every number, and
// two dates of one program have the same.
#pragma once

#include <string>
#include <vector>

#include "ibtikar/report.h"
#include "report/view/sentences.h"

namespace ibtikar {

struct ComparedProposalView {
  std::string letter;
  HeadView head;
  ScoreView overall;
  std::string verdict;
  Standing standing = Standing::none;
};

/// One score in all proposals, in their order.
struct ComparedScoreView {
  std::string title;
  std::vector<ScoreView> scores;
  Sentence difference;  ///< how great, and whether it is settled; empty when no two scores differ
};

struct ComparedGateView {
  std::string message;
  std::vector<Word> states;
};

struct ComparedAnswersView {
  std::string question;
  std::vector<std::vector<std::string>> lines;  ///< of each proposal: the answer, its note, its links
};

struct ComparedCriterionView {
  std::string title;
  std::vector<ComparedAnswersView> questions;
};

struct ComparisonView {
  Words words;
  std::string rubric;
  std::vector<BandView> bands;
  std::vector<ComparedProposalView> proposals;
  ComparedScoreView overall;
  std::vector<ComparedScoreView> dimensions;
  std::vector<ComparedScoreView> criteria;
  std::vector<ComparedGateView> gates;
  std::vector<ComparedCriterionView> answers;
  std::size_t left_out = 0;  ///< parts that are the same in all
  bool nothing_differs = false;
};

[[nodiscard]] ComparisonView comparison_view(const Comparison& comparison, const ComparisonOptions& options,
                                             Target target);

}  // namespace ibtikar
