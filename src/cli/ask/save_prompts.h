// What a person at a terminal is offered when the answers could not be kept where they belong.
#pragma once

#include "cli/ask/answers_store.h"
#include "cli/ask/autosave.h"
#include "cli/ask/question_text.h"
#include "cli/environment.h"

namespace ibtikar::cli {

/// After another program changed the file: whether to read the changed file and continue with it.
/// From a pipe: no.
[[nodiscard]] bool wants_to_read_again(const QuestionText& screen, Environment& env);

/// While something is in memory only: try again, or save into another file, until that is done or
/// not wanted. From a pipe: nothing is asked.
void offer_another_file(const QuestionText& screen, Autosave& autosave, Environment& env);

}  // namespace ibtikar::cli
