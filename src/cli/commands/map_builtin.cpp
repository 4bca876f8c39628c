// See map_builtin.h.
#include "cli/commands/map_builtin.h"

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "builtin/mappings.h"
#include "cli/output/documents.h"
#include "cli/shared_options.h"
#include "codec/table/mapping_title.h"

namespace ibtikar::cli {
namespace {

ExitStatus print_list(const MapOptions& options, Environment& env) {
  if (const auto fault = language_fault(options.common, {})) return refuse_usage(*fault, env);
  const std::string language = wanted_language(options.common, env);
  std::string out;
  for (const std::string_view name : builtin_mappings()) {
    const auto source = builtin_mapping(name);
    if (!source) return ExitStatus::defect;  // it was listed
    out += fmt::format("{:<20} {}\n", name, isolated(title_of_mapping(*source).in(language)));
  }
  return env.print(out);
}

ExitStatus print_one(const std::string& name, Environment& env) {
  if (const auto source = builtin_mapping(name)) return env.print(source->text);
  std::vector<std::string> names;
  for (const std::string_view one : builtin_mappings()) names.emplace_back(one);
  return refuse_usage(message("there is no built-in mapping {0}; expected {1}{2}", ibtikar::quoted(name),
                              alternatives(names), suggestion(name, names)),
                      env);
}

}  // namespace

bool is_about_builtin_mappings(const MapOptions& options) {
  const std::string& word = options.files.front();
  return (options.files.size() == 1 && (word == "list" || word == "schema")) ||
         (options.files.size() == 2 && word == "show");
}

ExitStatus run_builtin_mappings(const MapOptions& options, Environment& env) {
  const std::string& word = options.files.front();
  if (word == "list") return print_list(options, env);
  return word == "schema" ? env.print(mapping_schema()) : print_one(options.files.back(), env);
}

}  // namespace ibtikar::cli
