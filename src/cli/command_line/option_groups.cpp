// See option_groups.h.
#include "cli/command_line/option_groups.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace ibtikar::cli {
namespace {

/// A command with fewer options has them under one heading.
constexpr std::size_t kFewOptions = 9;

struct GroupTitle {
  Group group;
  Phrase text;
};

constexpr std::array kGroupTitles = {
    GroupTitle{Group::input, phrase("Input:")},
    GroupTitle{Group::proposal, phrase("Proposal:")},
    GroupTitle{Group::assessment, phrase("Assessment:")},
    GroupTitle{Group::output, phrase("Output:")},
    GroupTitle{Group::display, phrase("Language and display:")},
    GroupTitle{Group::behavior, phrase("Behaviour:")},
    GroupTitle{Group::general, phrase("General:")},
};

}  // namespace

std::vector<OptionGroup> grouped_options(const Command& command) {
  std::vector<CommandOption> options = {
      {.names = "-h,--help", .description = message("show this help and exit")}};
  std::ranges::copy_if(command.options, std::back_inserter(options),
                       [](const CommandOption& option) { return !option.is_positional(); });
  if (options.size() < kFewOptions) return {{std::nullopt, std::move(options)}};
  std::vector<OptionGroup> groups;
  for (const GroupTitle& title : kGroupTitles) {
    OptionGroup one{title.text, {}};
    std::ranges::copy_if(options, std::back_inserter(one.options),
                         [&](const CommandOption& option) { return option.group == title.group; });
    if (!one.options.empty()) groups.push_back(std::move(one));
  }
  return groups;
}

Message described(const CommandOption& option) {
  if (option.not_with.empty()) return option.description;
  std::vector<MessageArgument> others(option.not_with.begin(), option.not_with.end());
  return message("{0} (not with {1})", option.description, comma_separated(others));
}

}  // namespace ibtikar::cli
