// See shape.h. A wrong shape is recognized before the document is decoded: the parser's complaint
// about the second line of an NDJSON file would lead the user astray.
#include "codec/json/shape.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "codec/json/document.h"
#include "codec/json/scan.h"

namespace ibtikar {
namespace {

constexpr std::string_view kAssessments = "assessments";  // as expected by decode_assessments()
constexpr std::string_view kBlanks = " \t\r\n";

/// The text without blanks around it.
std::string_view inner(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

/// The first line that is not blank, and the text after it.
std::pair<std::string_view, std::string_view> first_line(std::string_view text) {
  text = inner(text);
  const std::size_t end = std::min(text.find('\n'), text.size());
  return {inner(text.substr(0, end)), inner(text.substr(end))};
}

enum class Documents { proposals, assessments, unknown };

/// The kind of the documents in a list, judged by the first one. Assessments name their format;
/// proposals need not, but have answers.
Documents documents_like(std::string_view first) {
  constexpr auto kFamily = kAssessmentFormat.substr(0, kAssessmentFormat.find('/') + 1);
  // Answers are what makes an object a proposal; its format member is optional.
  bool has_answers = false;
  for (const MemberSpan& member : members_of(first, root_span(first))) {
    has_answers = has_answers || member.name == "answers";
    if (member.name == "format" && first.substr(member.value.begin + 1).starts_with(kFamily))
      return Documents::assessments;
  }
  return has_answers ? Documents::proposals : Documents::unknown;
}

/// The message for several documents, or nothing if several are expected.
enum class Layout { list, lines };

std::optional<Message> several(Layout layout, std::string_view first, Phrase expected) {
  const bool is_list = layout == Layout::list;
  switch (documents_like(first)) {
    case Documents::assessments:
      if (expected.text == kAssessments) return std::nullopt;
      return is_list ? message(
                           "these are assessments in a list; expected {0}. `ibtikar report` and "
                           "`ibtikar compare` read those",
                           expected)
                     : message(
                           "these are assessments one a line (NDJSON); expected {0}. `ibtikar report` and "
                           "`ibtikar compare` read those",
                           expected);
    case Documents::proposals:
      return is_list ? message("these are proposals in a list; expected {0}. `ibtikar batch` scores those",
                               expected)
                     : message(
                           "these are proposals one a line (NDJSON); expected {0}. "
                           "`ibtikar batch --input-format ndjson` scores those",
                           expected);
    case Documents::unknown:
      break;
  }
  if (expected.text == kAssessments) return std::nullopt;
  return is_list ? message("these are JSON objects in a list; expected {0}", expected)
                 : message("these are JSON objects one a line (NDJSON); expected {0}", expected);
}

/// Whether the first two lines contain the same delimiter, as a header and a row do. One line alone
/// is a header without rows.
bool is_like_table(std::string_view text) {
  // JSON, a list item or a comment. No spreadsheet writes a header that begins so.
  constexpr std::string_view kNoHeader = "{[\"-#";
  const auto [header, rest] = first_line(text);
  if (header.empty() || kNoHeader.find(header.front()) != std::string_view::npos) return false;
  const std::string_view row = first_line(rest).first;
  constexpr std::string_view kDelimiters = "\t;,";
  return header.starts_with("sep=") ||
         std::any_of(kDelimiters.begin(), kDelimiters.end(), [&](char delimiter) {
           const auto has = [&](std::string_view line) {
             return line.find(delimiter) != std::string_view::npos;
           };
           return has(header) && (row.empty() || has(row));
         });
}

std::optional<Message> message_for(const NamedText& source, std::string_view text, Phrase expected) {
  if (is_like_table(text))
    return message("this looks like a table (CSV); expected {0}. `ibtikar batch` scores tables, a row each",
                   expected);
  if (inner(text).starts_with('[')) {
    if (!check_json(source, text).empty()) return std::nullopt;  // that is for the parser to tell
    // The first element stands for all: lists of mixed documents do not occur.
    const std::vector<Span> elements = elements_of(text, root_span(text));
    if (elements.empty() || text[elements.front().begin] != '{') return std::nullopt;
    const Span first = elements.front();
    return several(Layout::list, text.substr(first.begin, first.end - first.begin), expected);
  }
  const auto [first, rest] = first_line(text);
  const bool are_lines = first.starts_with('{') && first.ends_with('}') && rest.starts_with('{') &&
                         check_json(source, first).empty();
  if (!are_lines) return std::nullopt;
  return several(Layout::lines, first, expected);
}

}  // namespace

std::optional<Diagnostic> fault_of_shape(const NamedText& source, std::string_view text, Phrase expected) {
  const std::string_view wanted = expected.text;
  if (!wanted.ends_with(" object") && wanted != kAssessments) return std::nullopt;
  auto why = message_for(source, text, expected);
  if (!why) return std::nullopt;
  Diagnostic fault = error_at("", Code::wrong_format, *std::move(why));
  fault.file = source.name;
  fault.position = {1, 1};
  return fault;
}

}  // namespace ibtikar
