// See screen_page.h.
#include "cli/ask/screen_page.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace ibtikar::cli {
namespace {

constexpr std::size_t kNarrowestScreen = 20;
constexpr std::size_t kWidestScreen = 100;

}  // namespace

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void append(std::vector<std::string>& lines, std::string_view text) {
  for (std::string& line : split(text)) lines.push_back(std::move(line));
}

void append(std::vector<std::string>& lines, const Page& page) { append(lines, page.text()); }

std::size_t columns_for(io::ScreenSize size) {
  return std::clamp(size.columns, kNarrowestScreen, kWidestScreen);
}

std::string fitted(const std::vector<std::string>& parts, std::size_t columns) {
  std::string line;
  for (const std::string& part : parts) {
    std::string longer = line;
    if (!longer.empty()) longer += " · ";
    longer += part;
    if (display_width(longer) <= columns) line = std::move(longer);
  }
  return line;
}

std::vector<std::string> in_lines(const std::vector<std::string>& parts, std::size_t columns) {
  std::vector<std::string> lines;
  for (const std::string& part : parts) {
    const std::string longer = lines.empty() ? part : lines.back() + " · " + part;
    if (!lines.empty() && display_width(longer) <= columns)
      lines.back() = longer;
    else
      lines.push_back(part);
  }
  return lines;
}

}  // namespace ibtikar::cli
