// See page_folder.h.
#include "cli/output/page_folder.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "base/file_name.h"
#include "io/files/files.h"
#include "io/files/place.h"
#include "report/html/page.h"

namespace ibtikar::cli {
namespace {

constexpr std::size_t kLongestStem = 120;  // bytes: with a number and an extension no file system refuses it

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
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

/// Whether a page may have this name: nothing is there, or a link, which is replaced itself, or an
/// older page. Whatever else is there may be somebody's, an input of this very run, say. Fails if that
/// cannot be known: another name would leave the old page beside the new one.
Result<bool> may_replace(const std::string& path) {
  constexpr std::size_t kBeginning = 512;
  const io::Place place = io::place_of(path, io::Links::keep);
  if (place.fault != 0) return io::fail_looking(path, place);
  if (!place.exists || place.is_link()) return true;
  if (!place.is_file()) return false;
  const Result<std::string> beginning = io::read_beginning(path, kBeginning);
  if (!beginning) return fail(beginning.error());
  return is_html_document(*beginning);
}

}  // namespace

std::string page_stem(std::string_view id) {
  std::string stem = file_stem(id, kLongestStem);
  return stem.empty() ? "proposal" : stem;
}

Result<PageFolder> PageFolder::open(const std::string& folder, const std::string& shown_in) {
  if (Result<void> made = io::make_folder(folder); !made) return fail(made.error());
  PageFolder pages;
  pages.folder_ = folder;
  namespace fs = std::filesystem;
  std::error_code fault;
  const fs::path here = fs::current_path(fault);
  const bool is_file = !io::is_standard_output(shown_in);
  const fs::path from = is_file ? (here / shown_in).lexically_normal().parent_path() : here;
  const fs::path way = (here / folder / "").lexically_normal().lexically_relative(from);
  std::string link = way.generic_string();
  if (link.empty() || link == ".") link = "./";
  if (!link.ends_with('/')) link += '/';
  pages.link_ = url_path(link);
  return pages;
}

void PageFolder::keep_off(const std::string& file_name) {
  const std::string name = file_name_key(file_name);
  if (name.ends_with(".html")) taken_.insert(name.substr(0, name.size() - std::string_view(".html").size()));
}

Result<std::string> PageFolder::add(std::string_view id, std::string_view page) {
  const std::string stem = page_stem(id);
  std::string name = stem;
  // File systems that do not tell A from a, or é from e and its accent, must not lose one of them.
  for (std::size_t& number = last_[file_name_key(stem)];;) {
    if (taken_.insert(file_name_key(name)).second) {
      const Result<bool> is_free = may_replace(folder_ + "/" + name + ".html");
      if (!is_free) return fail(is_free.error());
      if (*is_free) break;
    }
    name = fmt::format("{}-{}", stem, number = std::max<std::size_t>(number, 1) + 1);
  }
  name += ".html";
  if (Result<void> written =
          io::write_whole(folder_ + "/" + name, page, io::Durability::page, io::Links::keep);
      !written)
    return fail(written.error());
  return link_ + url_path(name);
}

}  // namespace ibtikar::cli
