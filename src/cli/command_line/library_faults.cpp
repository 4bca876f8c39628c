// See library_faults.h.
#include "cli/command_line/library_faults.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace ibtikar::cli {
namespace {

/// A text of CLI11 with places, and our sentence with some of these places.
struct Translation {
  std::string_view theirs;
  Phrase ours;
};

// More special texts before more general ones. Numbers are left out where both texts say enough
// without.
constexpr Translation kTranslations[] = {
    {"A subcommand is required", phrase("A command is missing.")},
    {"Requires at least {0} subcommands", phrase("A command is missing.")},
    {"Exactly 1 option from [{0}] is required and {1} were given",
     phrase("Exactly one of these options must be given: {0}.")},
    {"Exactly 1 option from [{0}] is required", phrase("Exactly one of these options must be given: {0}.")},
    {"At least 1 option from [{0}] is required", phrase("At least one of these options must be given: {0}.")},
    {"Requires at least {1} options used and only {2}were given from [{0}]",
     phrase("Too few of these options are given: {0}.")},
    {"Requires at most 1 options be given from [{0}]",
     phrase("At most one of these options may be given: {0}.")},
    {"Requires at most {1} options be used and {2}were given from [{0}]",
     phrase("Too many of these options are given: {0}.")},
    {"{0} is required", phrase("{0} is missing.")},
    {"{0} was not readable (missing?)", phrase("{0} cannot be read.")},
    {"The value {0} is not an allowed value for {1}", phrase("{1} does not take the value {0}.")},
    {"Could not convert: {0} = {1}", phrase("{0} does not take the value {1}.")},
    {"{0}: too many inputs for a flag", phrase("{0} takes no value.")},
    {"{0}: Should be true/false or a number", phrase("{0} takes no value.")},
    {"Expected exactly {1} arguments to {0}, got {2}", phrase("{0} has the wrong number of values.")},
    {"Expected at least {1} arguments to {0}, got {2}", phrase("{0} has too few values.")},
    {"{0}: At least {1} required but received {2}", phrase("{0} has too few values.")},
    {"{0}: At Most 1 required but received {1}", phrase("{0} is given more than once.")},
    {"{0}: At Most {1} required but received {2}", phrase("{0} has too many values.")},
    {"{0}: {1} required {2} missing", phrase("{0} needs a value.")},
    {"{0} was given a disallowed flag override", phrase("{0} takes no value.")},
    {"{0} requires {1}", phrase("{0} needs {1}.")},
    {"{0} excludes {1}", phrase("{0} cannot be used together with {1}.")},
    {"The following argument was not expected: {0}", phrase("There is one argument too many: {0}.")},
    {"The following arguments were not expected: {0}", phrase("There are arguments too many: {0}.")},
    {"INI was not able to parse {0}", phrase("{0} cannot be read.")},
    {"{0}: This option is not allowed in a configuration file", phrase("{0} is only for the command line.")},
    {"{0}: Too many positional arguments with unlimited expected args", phrase("{0} has too many values.")},
    {"{0}: {1}", phrase("{0} has a value that it does not take.")},
};

constexpr std::size_t kMostPlaces = 3;
using Places = std::array<std::string, kMostPlaces>;

/// The texts in the places of a pattern, if the text fits it. Each place takes as little as
/// possible.
std::optional<Places> match(std::string_view pattern, std::string_view text) {
  Places places;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    if (!text.starts_with(pattern.substr(0, open))) return std::nullopt;
    if (open == std::string_view::npos)
      return text.size() == pattern.size() ? std::optional(places) : std::nullopt;
    text.remove_prefix(open);
    const auto index = static_cast<std::size_t>(pattern[open + 1] - '0');
    pattern.remove_prefix(open + 3);
    const std::string_view next = pattern.substr(0, pattern.find('{'));
    const std::size_t end = next.empty() ? text.size() : text.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    places.at(index) = text.substr(0, end);
    text.remove_prefix(end);
  }
  return text.empty() ? std::optional(places) : std::nullopt;
}

}  // namespace

Message library_fault(std::string_view text) {
  for (const Translation& translation : kTranslations)
    if (const std::optional<Places> places = match(translation.theirs, text))
      return {translation.ours.context, translation.ours.text, nullptr,
              std::vector<MessageArgument>(places->begin(), places->end())};
  return message("The command line cannot be understood.");
}

}  // namespace ibtikar::cli
