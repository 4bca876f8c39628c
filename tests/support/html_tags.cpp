// See html_tags.h.
#include "support/html_tags.h"

#include <algorithm>
#include <array>

namespace ibtikar::test {
namespace {

constexpr std::array<std::string_view, 3> kVoid = {"meta", "br", "input"};

std::string_view name_of(std::string_view tag) {
  const std::size_t begin = tag.starts_with("</") ? 2 : 1;
  return tag.substr(begin, tag.find_first_of(" />", begin) - begin);
}

}  // namespace

std::string body_of(const std::string& page) { return page.substr(page.find("<body>")); }

std::vector<std::string> tags_of(std::string_view html) {
  std::vector<std::string> tags;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::size_t end = std::min(html.find('>', at), html.size() - 1);
    tags.emplace_back(html.substr(at, end + 1 - at));
  }
  return tags;
}

std::string nesting_fault(const std::vector<std::string>& tags) {
  std::vector<std::string_view> open;
  for (const std::string& tag : tags) {
    const std::string_view name = name_of(tag);
    if (tag.starts_with("<!") || tag.ends_with("/>") || std::ranges::find(kVoid, name) != kVoid.end())
      continue;
    if (!tag.starts_with("</")) {
      open.push_back(name);
      continue;
    }
    if (open.empty() || open.back() != name) return tag + " closes nothing";
    open.pop_back();
  }
  return open.empty() ? "" : std::string(open.back()) + " is never closed";
}

std::vector<std::string> attribute_values(const std::vector<std::string>& tags, std::string_view name) {
  const std::string begin = " " + std::string(name) + "=\"";
  std::vector<std::string> values;
  for (const std::string& tag : tags) {
    const std::size_t at = tag.find(begin);
    if (at == std::string::npos) continue;
    const std::size_t from = at + begin.size();
    values.push_back(tag.substr(from, tag.find('"', from) - from));
  }
  return values;
}

}  // namespace ibtikar::test
