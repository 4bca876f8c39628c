// See candidates.h.
#include "cli/completion/candidates.h"

#include <algorithm>

namespace ibtikar::cli {
namespace {

/// "-o" and "--output" of "-o,--output".
std::vector<std::string> names_of(const CommandOption& option) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at <= option.names.size();) {
    const std::size_t end = std::min(option.names.find(',', at), option.names.size());
    names.push_back(option.names.substr(at, end - at));
    at = end + 1;
  }
  return names;
}

bool is_called(const CommandOption& option, std::string_view name) {
  const std::vector<std::string> names = names_of(option);
  return std::ranges::find(names, name) != names.end();
}

const CommandOption* option_named(const Command& command, std::string_view name) {
  for (const CommandOption& option : command.options)
    if (!option.is_positional() && is_called(option, name)) return &option;
  return nullptr;
}

/// What the words before the last one lead to.
struct Reached {
  const Command* command = nullptr;
  const CommandOption* awaited = nullptr;  ///< an option whose value comes next
  std::size_t arguments = 0;               ///< so many stand there already
  bool only_arguments = false;             ///< behind "--"
};

Reached reached_by(const Command& program, const std::vector<std::string>& words) {
  Reached at{&program};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string& word = words[i];
    if (at.awaited != nullptr) {
      if (word != "=") at.awaited = nullptr;
      continue;
    }
    if (word == "--") {
      at.only_arguments = true;
    } else if (!at.only_arguments && word.size() > 1 && word.starts_with('-')) {
      const CommandOption* option = option_named(*at.command, word);
      if (option != nullptr && option->takes_value()) at.awaited = option;
    } else if (const Command* next = at.command->find(word)) {
      at.command = next;
    } else {
      ++at.arguments;
    }
  }
  return at;
}

class CandidateList {
 public:
  explicit CandidateList(std::string begun) : begun_(std::move(begun)) {}

  void add(const std::string& word, const Message& description = {}) {
    if (word.starts_with(begun_)) found_.words.push_back({word, description});
  }
  void add_files() { found_.files = true; }
  [[nodiscard]] Candidates take() && { return std::move(found_); }

 private:
  std::string begun_;
  Candidates found_;
};

bool takes_rubric(const CommandOption& option) {
  return option.value.starts_with("ID|") || option.names == "RUBRIC";
}

/// Options that stand for numbers and texts of one's own are completed by nothing.
bool takes_file(const CommandOption& option) {
  const std::string_view what = option.is_positional() ? std::string_view(option.names) : option.value;
  for (const std::string_view file :
       {"FILE", "PATH", "DIR", "FOLDER", "INPUT", "RESULT", "DRAW", "MAP", "FORM", "RUBRIC", "PROPOSAL"})
    if (what.find(file) != std::string_view::npos) return true;
  return false;
}

void add_values(CandidateList& list, const CommandOption& option, const std::vector<std::string>& rubrics) {
  for (const std::string& choice : option.choices) list.add(choice);
  if (takes_rubric(option))
    for (const std::string& rubric : rubrics) list.add(rubric);
  if (takes_file(option)) list.add_files();
}

}  // namespace

Candidates candidates(const Command& program, std::vector<std::string> words,
                      const std::vector<std::string>& rubrics) {
  if (words.empty()) words.emplace_back();
  const Reached at = reached_by(program, words);
  std::string last = words.back();
  if (at.awaited != nullptr) {
    CandidateList list(last == "=" ? std::string() : last);
    add_values(list, *at.awaited, rubrics);
    return std::move(list).take();
  }
  CandidateList list(last);
  if (last.starts_with('-') && !at.only_arguments) {
    for (const CommandOption& option : at.command->options)
      if (!option.is_positional())
        for (const std::string& name : names_of(option)) list.add(name, option.description);
    list.add("--help", message("show this help and exit"));
    return std::move(list).take();
  }
  if (!at.only_arguments)
    for (const Command& command : at.command->commands) list.add(command.name, command.summary);
  std::size_t number = 0;
  for (const CommandOption& option : at.command->options) {
    if (!option.is_positional()) continue;
    const bool is_next = number == at.arguments || (option.takes_many() && number < at.arguments);
    if (is_next) add_values(list, option, rubrics);
    ++number;
  }
  return std::move(list).take();
}

}  // namespace ibtikar::cli
