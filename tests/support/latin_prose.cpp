// See latin_prose.h.
#include "support/latin_prose.h"

#include <algorithm>
#include <iterator>

namespace ibtikar::test {
namespace {

constexpr std::string_view kNames[] = {
    "Arrow",  "CR",  "CRLF",   "CSV",    "Excel",        "FIFO",    "GIF",  "HTML",    "JPEG", "JSON",
    "LF",     "LZ",  "NDJSON", "Office", "OpenDocument", "PDF",     "PNG",  "Parquet", "RAR",  "RTF",
    "SQLite", "TAR", "TIFF",   "UTF",    "WebP",         "Windows", "Word", "XML",     "ZIP",  "Zip"};

constexpr std::string_view kLeftToRight = "\u2066";
constexpr std::string_view kRightToLeft = "\u2067";
constexpr std::string_view kFirstStrong = "\u2068";
constexpr std::string_view kPop = "\u2069";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Without what stands in isolates, but for those from right to left.
std::string outside_isolates(std::string_view text) {
  std::string out;
  std::string depths;  // of each open isolate, whether what is in it counts
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with(kLeftToRight) || rest.starts_with(kFirstStrong) || rest.starts_with(kRightToLeft)) {
      depths += rest.starts_with(kRightToLeft) ? 'y' : 'n';
      at += kPop.size();
    } else if (rest.starts_with(kPop)) {
      if (!depths.empty()) depths.pop_back();
      at += kPop.size();
    } else {
      if (depths.find('n') == std::string::npos) out += text[at];
      ++at;
    }
  }
  return out;
}

/// Without what stands between two of these signs.
std::string outside(std::string_view text, char sign) {
  std::string out;
  bool is_inside = false;
  for (const char c : text) {
    if (c == sign) is_inside = !is_inside;
    if (!is_inside && c != sign) out += c;
  }
  return out;
}

}  // namespace

std::vector<std::string> latin_prose(std::string_view text) {
  const std::string bare = outside(outside(outside_isolates(text), '`'), '"');
  std::vector<std::string> words;
  std::string word;
  for (const char c : bare + " ") {
    if (is_letter(c)) {
      word += c;
      continue;
    }
    const bool is_name = std::find(std::begin(kNames), std::end(kNames), word) != std::end(kNames);
    if (word.size() > 1 && !is_name) words.push_back(word);
    word.clear();
  }
  return words;
}

}  // namespace ibtikar::test
