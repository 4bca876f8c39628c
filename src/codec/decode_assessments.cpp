// decode_assessments(): a file of several assessments, as `score` writes them.
#include "base/utf8.h"
#include "codec/json_document.h"
#include "codec/json_scan.h"
#include "codec/precheck.h"

namespace ibtikar {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

/// `piece` of a document as a document of its own, with blanks in front, so that
/// its lines and columns stay those of the whole.
NamedText alone(const NamedText& source, std::string_view text, Span piece) {
  std::string document;
  for (std::size_t at = 0; at < piece.begin;) {
    const auto point = code_point_at(text, at);
    const bool ends_line = text[at] == '\n' || text[at] == '\r';
    document += ends_line ? text[at] : ' ';
    at = point ? point->next : at + 1;
  }
  document += text.substr(piece.begin, piece.end - piece.begin);
  return {source.name, std::move(document)};
}

/// One line a document: the first line that is not blank is a whole object.
bool is_ndjson(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos || text[begin] != '{') return false;
  std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
  line = line.substr(0, line.find_last_not_of(kBlanks) + 1);
  return line.size() > 1 && line.back() == '}';
}

std::vector<Span> lines_of(std::string_view text) {
  std::vector<Span> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (text.substr(begin, end - begin).find_first_not_of(kBlanks) != std::string_view::npos)
      lines.push_back({begin, end});
    begin = end + 1;
  }
  return lines;
}

Checked<std::vector<Assessment>> decode_pieces(const NamedText& source, std::string_view text,
                                               const std::vector<Span>& pieces) {
  std::vector<Assessment> assessments;
  Diagnostics faults;
  for (const Span piece : pieces) {
    Checked<Assessment> one = decode_assessment(alone(source, text, piece));
    if (one)
      assessments.push_back(std::move(*one));
    else
      faults.insert(faults.end(), one.error().begin(), one.error().end());
  }
  if (!faults.empty()) return fail(std::move(faults));
  return assessments;
}

}  // namespace

Checked<std::vector<Assessment>> decode_assessments(const NamedText& source) {
  if (is_ndjson(source.text)) return decode_pieces(source, source.text, lines_of(source.text));
  const Result<std::string_view> text = precheck(source, "an assessment object");
  if (!text) return fail(Diagnostics{text.error()});
  const Span root = root_span(*text);
  if ((*text)[root.begin] != '[') return decode_pieces(source, *text, {root});
  Diagnostics faults = check_json(source, *text);
  if (!faults.empty()) return fail(std::move(faults));
  return decode_pieces(source, *text, elements_of(*text, root));
}

}  // namespace ibtikar
