// See help_pages.h. CLI11 prints each description on one line, however long; but it indents the lines of
// one that has several.
#include "cli/help_pages.h"

#include <CLI/CLI.hpp>

#include "base/wrap.h"

namespace ibtikar::cli {
namespace {

constexpr std::size_t kColumns = 80;

std::string wrapped(const std::string& text, std::size_t columns) {
  std::string out;
  for (const std::string& line : wrap(text, columns)) out += (out.empty() ? "" : "\n") + line;
  return out;
}

class WrappingFormatter : public CLI::Formatter {
 public:
  std::string make_option_desc(const CLI::Option* option) const override {
    return wrapped(CLI::Formatter::make_option_desc(option), kColumns - get_column_width());
  }
  std::string make_description(const CLI::App* app) const override {
    return wrapped(CLI::Formatter::make_description(app), kColumns) + "\n";
  }
  std::string make_subcommand(const CLI::App* command) const override {
    std::stringstream out;
    CLI::detail::format_help(out, command->get_display_name(true),
                             wrapped(command->get_description(), kColumns - get_column_width()),
                             get_column_width());
    return out.str();
  }
};

}  // namespace

void wrap_help_pages(CLI::App& app) {
  app.formatter_fn([](const CLI::App* command, std::string name, CLI::AppFormatMode mode) {
    return WrappingFormatter().make_help(command, std::move(name), mode);
  });
}

}  // namespace ibtikar::cli
