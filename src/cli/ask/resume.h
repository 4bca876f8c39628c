// Checks the answers file of an interview against the rubric: which rubric, what fits, what does
// not.
#pragma once

#include <string>

#include "cli/ask/answers_store.h"
#include "cli/ask/ask.h"
#include "cli/ask/question_text.h"
#include "ibtikar/codec.h"
#include "ibtikar/scorer.h"

namespace ibtikar::cli {

/// Whether the user named a rubric, rather than the file.
[[nodiscard]] bool is_by_hand(const AskOptions& options);

/// What the file held, or an empty proposal for a new file.
[[nodiscard]] Checked<Proposal> read_proposal(const AnswersStore& store, bool quiet, Environment& env);

/// The rubric to ask by: named by hand, by the file, or the default.
[[nodiscard]] Checked<std::string> rubric_name(const AskOptions& options, const Proposal& proposal,
                                               const AnswersStore& store);

/// What was set aside under another rubric or version, and fits this one, comes back into the
/// document. Whether there was any.
[[nodiscard]] bool bring_back_what_fits(AnswersStore& store, const Rubric& rubric);

/// Lists once what the file has that this rubric does not, and moves it to where no score looks. An
/// answer to a hidden question is nothing to list: that is how interviews go. Fails, with the fault
/// shown, on a file that was written for another rubric.
[[nodiscard]] Result<void> set_aside_what_does_not_fit(const Scorer& scorer, Proposal& proposal,
                                                       const AskOptions& options, AnswersStore& store,
                                                       const QuestionText& screen, Environment& env);

/// What was given on the command line goes into the document. Whether that changed it.
[[nodiscard]] bool set_members(AnswersFile& document, const AskOptions& options, const Proposal& proposal);

}  // namespace ibtikar::cli
