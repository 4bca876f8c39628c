// Answers that came back on a form, put into a proposal. docs/commands/fill.md has the rules.
#pragma once

#include <string>
#include <vector>

#include "codec/proposal/answers_file.h"
#include "ibtikar/proposal.h"
#include "ibtikar/scorer.h"

namespace ibtikar {

/// One thing that the form says and the proposal did not.
struct FillChange {
  enum class What {
    answered,  ///< it was open
    replaced,  ///< it was another answer
    kept,      ///< it is another answer, and stays as it is
    shown,     ///< the evidence
    noted,     ///< a note, behind what was there
  };
  What what = What::answered;
  std::string name;  ///< the question's full id, or "title" and so on
  Answer before;
  Answer after;  ///< what the form says
};

/// A proposal, or a form, with its answers checked.
struct FilledSheet {
  const Proposal& proposal;
  const AnswerSheet& sheet;  ///< of the scorer
};

/// Puts what `form` says into `file`, which is the document of `before`. Only `overwrite` lets it
/// replace another answer, better evidence by lower, or another title. Notes and links stay, and
/// what is filled in twice is there once. The changes come in the form's order.
[[nodiscard]] std::vector<FillChange> fill_in(AnswersFile& file, const FilledSheet& before,
                                              const FilledSheet& form, const Scorer& scorer, bool overwrite);

}  // namespace ibtikar
