// See save_prompts.h.
#include "cli/ask/save_prompts.h"

#include <optional>
#include <string>

#include "base/safe_text.h"
#include "base/typed_text.h"

namespace ibtikar::cli {
namespace {

/// What is typed, without the space around it; nothing at the end of input or on a signal.
std::optional<std::string> typed_line(const QuestionText& screen, std::string_view prompt, Environment& env) {
  const bool has_dropped = !env.lines.take_typed_ahead().empty();
  const std::string dropped = has_dropped ? screen.lines(screen.words().lines_dropped) : std::string();
  env.err.show(dropped + screen.lines(prompt) + "> ");
  const Result<std::optional<std::string>> line = env.lines.next_line();
  if (!line || !line->has_value() || !is_readable(**line)) return std::nullopt;
  return std::string(trimmed(**line));
}

}  // namespace

bool wants_to_read_again(const QuestionText& screen, Environment& env) {
  if (!env.surroundings.input_is_terminal) return false;
  const std::optional<std::string> typed = typed_line(screen, screen.words().read_again, env);
  return typed == "r" || typed == "R";
}

void offer_another_file(const QuestionText& screen, Autosave& autosave, Environment& env) {
  if (!env.surroundings.input_is_terminal) return;
  while (autosave.is_unsaved()) {
    const std::optional<std::string> typed = typed_line(screen, screen.words().save_elsewhere, env);
    if (!typed || *typed == "q" || *typed == "Q" || *typed == "خروج") return;
    const Autosave::Kept kept = typed->empty() ? autosave.save_the_rest() : autosave.save_as(*typed);
    for (const std::string& sentence : kept.sentences) env.err.show(screen.lines(sentence));
  }
}

}  // namespace ibtikar::cli
