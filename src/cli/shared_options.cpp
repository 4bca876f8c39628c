// See shared_options.h.
#include "cli/shared_options.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "ibtikar/localized.h"

namespace ibtikar::cli {

void add_rubric_option(CLI::App& command, CommonOptions& options) {
  command
      .add_option("-r,--rubric", options.rubric,
                  "a built-in rubric or a file (default: the one the proposal names, else social-innovation)")
      ->option_text("ID|FILE");
}

void add_language_option(CLI::App& command, CommonOptions& options) {
  command
      .add_option("-l,--lang", options.language,
                  "language of the words: en, ar, ... (default: LANG, else the rubric's first)")
      ->option_text("TAG");
}

void add_color_option(CLI::App& command, CommonOptions& options) {
  command.add_option("--color", options.color, "auto (on a terminal), always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("WHEN");
}

void add_quiet_option(CLI::App& command, CommonOptions& options) {
  command.add_flag("-q,--quiet", options.quiet, "errors only; a report only where -o or -f asks for it");
}

void add_no_input_option(CLI::App& command) {
  command.add_flag_callback(
      "--no-input", [] {}, "never ask anything");
}

std::optional<std::string> language_fault(const CommonOptions& options,
                                          const std::vector<std::string>& languages) {
  if (options.language.empty()) return std::nullopt;
  std::vector<std::string> known = {"en", "ar"};  // of the program's own words
  for (const std::string& tag : languages) known.push_back(tag);
  std::vector<std::string> names;
  for (const std::string& tag : known) {
    const std::string primary(primary_language(tag));
    if (primary == primary_language(options.language)) return std::nullopt;
    if (std::ranges::find(names, primary) == names.end()) names.push_back(primary);
  }
  return fmt::format("--lang: neither this program nor the rubric speaks {}; expected {}",
                     ibtikar::quoted(options.language), listed(names));
}

std::string check_count(const std::string& text, std::uint64_t least) {
  std::uint64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error == std::errc() && end == text.data() + text.size() && count >= least) return {};
  return fmt::format("expected a whole number from {} up, not {}", least, ibtikar::quoted(text));
}

std::string wanted_language(const CommonOptions& options, const Environment& env) {
  return options.language.empty() ? env.surroundings.language : options.language;
}

const std::string& data_language(const CommonOptions& options) { return options.language; }

TextOptions text_options(const CommonOptions& options, const Environment& env) {
  TextOptions text;
  text.language = wanted_language(options, env);
  text.columns = env.surroundings.columns;
  text.color = options.color == "always" || (options.color == "auto" && env.surroundings.color_wanted);
  return text;
}

}  // namespace ibtikar::cli
