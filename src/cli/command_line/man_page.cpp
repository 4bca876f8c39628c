// See man_page.h. The source is that of man-pages(7): one macro a line, and whatever else is text is
// protected, since a line that begins with a dot or a quote would be a request.
#include "cli/command_line/man_page.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/catalogue.h"
#include "cli/command_line/option_groups.h"
#include "ibtikar/version.h"

namespace ibtikar::cli {
namespace {

/// Text of a line: nothing in it means anything to roff.
std::string protected_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";  // a hyphen would not be found when it is searched for, nor work when it is copied
    else
      out += c == '\n' ? ' ' : c;
  }
  if (out.starts_with('.') || out.starts_with('\'')) out.insert(0, "\\&");
  return out;
}

/// A sentence: what stands between backticks is typed, and therefore bold.
std::string sentence(const std::string& text) {
  std::string out;
  bool is_typed = false;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('`', at), text.size());
    const std::string part = protected_text(text.substr(at, end - at));
    out += is_typed ? "\\fB" + part + "\\fR" : part;
    is_typed = !is_typed;
    at = end + 1;
  }
  return out;
}

/// A heading of help pages ends in a colon, one of manual pages does not.
std::string without_colon(std::string title) {
  if (title.ends_with(':')) title.pop_back();
  return title;
}

/// groff has no direction marks; the terminal orders the line.
std::string without_isolates(std::string text) {
  constexpr std::array<std::string_view, 4> kIsolates = {"\u2066", "\u2067", "\u2068", "\u2069"};
  for (const std::string_view mark : kIsolates)
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
      text.erase(at, mark.size());
  return text;
}

/// "ibtikar(1)" in bold.
std::string reference(const std::string& page) { return fmt::format("\\fB{}\\fR(1)", protected_text(page)); }

class ManPage {
 public:
  ManPage(const CommandPath& path, std::string_view language)
      : path_(path), command_(*path.back()), language_(language) {}

  std::string text() {
    const std::string name = man_page_name(path_);
    line(fmt::format(".TH \"{}\" 1 \"\" \"ibtikar {}\" \"{}\"", protected_text(name), version(),
                     say(phrase("Commands of ibtikar"))));
    line(".nh");    // words of options must not be divided
    line(".ad l");  // nor lines be stretched
    section(phrase("NAME"));
    line(fmt::format("{} \\- {}", protected_text(name), sentence(say(command_.summary))));
    section(phrase("SYNOPSIS"));
    line(synopsis());
    write_notes();
    write_arguments();
    write_options();
    write_commands();
    write_examples();
    write_statuses();
    write_references();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string say(const Message& text) const { return without_isolates(text.in(language_)); }

  void line(std::string_view text) {
    out_ += text;
    out_ += '\n';
  }

  void section(const Message& title) { line(fmt::format(".SH \"{}\"", protected_text(say(title)))); }

  void item(const std::string& term, const Message& description) {
    line(".TP");
    line(term);
    line(sentence(say(description)));
  }

  [[nodiscard]] std::string synopsis() const {
    std::string text = "\\fB" + protected_text(full_name(path_)) + "\\fR [\\fIOPTIONS\\fR]";
    for (const CommandOption& option : command_.options)
      if (option.is_positional()) text += " " + argument_usage(option);
    if (!command_.commands.empty()) text += " \\fICOMMAND\\fR";
    return text;
  }

  [[nodiscard]] static std::string argument_usage(const CommandOption& option) {
    const std::string name =
        "\\fI" + protected_text(option.names) + "\\fR" + (option.takes_many() ? "..." : "");
    return option.required ? name : "[" + name + "]";
  }

  /// "\fB-o\fR, \fB--output\fR \fIFILE\fR"
  [[nodiscard]] static std::string option_term(const CommandOption& option) {
    if (option.is_positional()) return "\\fI" + protected_text(option.names) + "\\fR";
    std::string term = "\\fB";
    for (const char c : protected_text(option.names)) term += c == ',' ? "\\fR, \\fB" : std::string(1, c);
    term += "\\fR";
    return option.value.empty() ? term : term + " \\fI" + protected_text(option.value) + "\\fR";
  }

  void write_notes() {
    if (command_.notes.empty()) return;
    section(phrase("DESCRIPTION"));
    for (const Message& note : command_.notes) {
      line(".PP");
      line(sentence(say(note)));
    }
  }

  void write_arguments() {
    bool has_any = false;
    for (const CommandOption& option : command_.options) {
      if (!option.is_positional()) continue;
      if (!has_any) section(phrase("ARGUMENTS"));
      has_any = true;
      item(option_term(option), described(option));
    }
  }

  void write_options() {
    section(phrase("OPTIONS"));
    for (const OptionGroup& group : grouped_options(command_)) {
      if (group.title) line(fmt::format(".SS \"{}\"", protected_text(without_colon(say(*group.title)))));
      for (const CommandOption& option : group.options) item(option_term(option), described(option));
    }
  }

  void write_commands() {
    if (command_.commands.empty()) return;
    section(phrase("COMMANDS"));
    for (const Command& command : command_.commands) {
      CommandPath path = path_;
      path.push_back(&command);
      item(reference(man_page_name(path)), command.summary);
    }
  }

  void write_examples() {
    if (command_.examples.empty()) return;
    section(phrase("EXAMPLES"));
    for (const std::string& example : command_.examples) {
      line(".PP");
      line(".nf");
      line("\\fB" + protected_text(example) + "\\fR");
      line(".fi");
    }
  }

  void write_statuses() {
    section(phrase("EXIT STATUS"));
    item("\\fB0\\fR", phrase("done"));
    item("\\fB1\\fR", phrase("done, and a check that was asked for failed, such as `--fail-under`"));
    item("\\fB2\\fR", phrase("wrong command line"));
    item("\\fB3\\fR", phrase("invalid input"));
    item("\\fB4\\fR", phrase("reading or writing failed"));
    item("\\fB70\\fR", phrase("a defect of the program, or not enough memory"));
  }

  void write_references() {
    section(phrase("SEE ALSO"));
    std::string pages;
    CommandPath above;
    for (const Command* command : path_) {
      if (command == &command_) break;
      above.push_back(command);
      pages += (pages.empty() ? "" : ", ") + reference(man_page_name(above));
    }
    for (const Command& command : command_.commands) {
      CommandPath below = path_;
      below.push_back(&command);
      pages += (pages.empty() ? "" : ", ") + reference(man_page_name(below));
    }
    line(pages + (pages.empty() ? "" : ", ") + "\\fBibtikar\\-rubric\\fR(5)");
  }

  const CommandPath& path_;
  const Command& command_;
  std::string_view language_;
  std::string out_;
};

}  // namespace

std::string man_page_name(const CommandPath& path) {
  std::string name;
  for (const Command* command : path) name += (name.empty() ? "" : "-") + command->name;
  return name;
}

std::string man_page(const CommandPath& path, std::string_view language) {
  return ManPage(path, language).text();
}

}  // namespace ibtikar::cli
