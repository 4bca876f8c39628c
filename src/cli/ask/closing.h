// How an interview ends: the report, where the answers are, and what one would do next.
#pragma once

#include <string>

#include "cli/ask/answers_store.h"
#include "cli/ask/ask.h"
#include "cli/ask/autosave.h"
#include "cli/ask/question_text.h"
#include "ibtikar/scorer.h"

namespace ibtikar::cli {

/// The report on what is in the document now, to standard output.
[[nodiscard]] ExitStatus show_report(const Scorer& scorer, AnswersStore& store, const AskOptions& options,
                                     const std::string& language, Environment& env);

/// Where the answers are, how to go on, and what one would do next. `has_report`: it was shown just
/// now.
void show_closing(const Autosave& autosave, const Interview& interview, const AnswersStore& store,
                  const QuestionText& screen, const AskOptions& options, bool has_report, Environment& env);

}  // namespace ibtikar::cli
