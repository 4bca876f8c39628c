// See completion.h.
#include "cli/completion/completion.h"

#include "builtin/files.h"
#include "cli/completion/candidates.h"
#include "cli/completion/scripts.h"
#include "cli/shared_options.h"

namespace ibtikar::cli {
namespace {

std::string_view script_for(std::string_view shell) {
  if (shell == "zsh") return zsh_completion();
  return shell == "fish" ? fish_completion() : bash_completion();
}

/// Rubrics lie at the top of the built-in files; the schema has a second dot in its name.
std::vector<std::string> builtin_rubric_ids() {
  constexpr std::string_view kEnding = ".json";
  std::vector<std::string> ids;
  for (const EmbeddedFile& file : builtin_files()) {
    std::string_view name = file.name;
    if (!name.ends_with(kEnding)) continue;
    name.remove_suffix(kEnding.size());
    if (name.find_first_of("./") == std::string_view::npos) ids.emplace_back(name);
  }
  return ids;
}

}  // namespace

Command completion_command(CompletionOptions& options) {
  return {.name = "completion",
          .summary = message("print the script that completes commands and options in a shell"),
          .options = {{.names = "SHELL",
                       .description = message("`bash`, `zsh` or `fish`"),
                       .target = &options.shell,
                       .required = true,
                       .choices = {"bash", "zsh", "fish"}},
                      language_option(options.language)},
          .examples = {"ibtikar completion bash > ~/.local/share/bash-completion/completions/ibtikar",
                       "ibtikar completion zsh > ~/.zfunc/_ibtikar",
                       "ibtikar completion fish > ~/.config/fish/completions/ibtikar.fish"},
          .notes = {message("Installed from a package, ibtikar brings these scripts along.")},
          .run = [&options](Environment& env) { return env.print(script_for(options.shell)); }};
}

ExitStatus print_candidates(const Command& program, std::vector<std::string> words, Environment& env) {
  const Candidates found = candidates(program, std::move(words), builtin_rubric_ids());
  std::string lines;
  for (const Candidate& candidate : found.words)
    lines += candidate.word + "\t" + candidate.description.in(env.err.language()) + "\n";
  if (found.files) lines += ":files\n";
  return env.print(lines);
}

}  // namespace ibtikar::cli
