// See page_folder.h.
#include "cli/output/page_folder.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "io/files/files.h"

namespace ibtikar::cli {
namespace {

constexpr std::size_t kLongestStem = 80;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// Names that are devices on some systems, whatever comes behind a point in them.
bool is_device(const std::string& stem) {
  constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
  const std::string name = lower_case(stem.substr(0, stem.find('.')));
  const bool is_port = name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt"));
  return is_port || std::ranges::find(kDevices, name) != kDevices.end();
}

/// A path as that of a URL: every byte that could mean something there in hexadecimal digits.
std::string url_path(const std::string& path) {
  std::string url;
  for (const char c : path)
    if (is_letter_or_digit(c) || std::string_view("-_./~").find(c) != std::string_view::npos)
      url += c;
    else
      url += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return url;
}

}  // namespace

std::string page_stem(std::string_view id) {
  std::string stem;
  for (const char c : id) {
    const bool fits = is_letter_or_digit(c) || c == '_' || (c == '.' && !stem.empty() && stem.back() != '.');
    if (fits)
      stem += c;
    else if (!stem.empty() && stem.back() != '-')
      stem += '-';
    if (stem.size() == kLongestStem) break;
  }
  while (!stem.empty() && (stem.back() == '-' || stem.back() == '.')) stem.pop_back();
  if (stem.empty()) return "proposal";
  return is_device(stem) ? "proposal-" + stem : stem;
}

Result<PageFolder> PageFolder::open(const std::string& folder, const std::string& shown_in) {
  if (Result<void> made = io::make_folder(folder); !made) return fail(made.error());
  PageFolder pages;
  pages.folder_ = folder;
  namespace fs = std::filesystem;
  std::error_code fault;
  const fs::path here = fs::current_path(fault);
  const bool is_file = !shown_in.empty() && shown_in != "-";
  const fs::path from = is_file ? (here / shown_in).lexically_normal().parent_path() : here;
  const fs::path way = (here / folder / "").lexically_normal().lexically_relative(from);
  std::string link = way.generic_string();
  if (link.empty() || link == ".") link = "./";
  if (!link.ends_with('/')) link += '/';
  pages.link_ = url_path(link);
  return pages;
}

void PageFolder::keep_off(const std::string& file_name) {
  const std::string name = lower_case(file_name);
  if (name.ends_with(".html")) taken_.insert(name.substr(0, name.size() - std::string_view(".html").size()));
}

Result<std::string> PageFolder::add(std::string_view id, std::string_view page) {
  const std::string stem = page_stem(id);
  std::string name = stem;
  // File systems that do not tell A from a must not lose one of them.
  // Of one stem, the numbers below the one at hand are taken: nobody counts through them again.
  std::size_t& number = next_.try_emplace(lower_case(stem), 2).first->second;
  while (!taken_.insert(lower_case(name)).second) name = fmt::format("{}-{}", stem, number++);
  name += ".html";
  if (Result<void> written =
          io::write_whole(folder_ + "/" + name, page, io::Durability::page, io::Links::keep);
      !written)
    return fail(written.error());
  return link_ + name;
}

}  // namespace ibtikar::cli
