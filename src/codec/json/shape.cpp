// See shape.h. A wrong shape is recognized before the document is decoded: the parser's complaint
// about the second line of an NDJSON file would lead the user astray.
#include "codec/json/shape.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "codec/json/document.h"
#include "codec/json/scan.h"

namespace ibtikar {
namespace {

constexpr std::string_view kAssessments = "assessments";
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kInLines = "one a line (NDJSON)";

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
  bool has_answers = false;
  for (const MemberSpan& member : members_of(first, root_span(first))) {
    has_answers = has_answers || member.name == "answers";
    if (member.name == "format" && first.substr(member.value.begin + 1).starts_with(kFamily))
      return Documents::assessments;
  }
  return has_answers ? Documents::proposals : Documents::unknown;
}

/// The message for several documents, or nothing if several are expected.
std::optional<std::string> several(std::string_view how, std::string_view first, std::string_view expected) {
  switch (documents_like(first)) {
    case Documents::assessments:
      if (expected == kAssessments) return std::nullopt;
      return fmt::format(
          "these are assessments {}; expected {}. `ibtikar report` and `ibtikar compare` read those", how,
          expected);
    case Documents::proposals:
      return fmt::format("these are proposals {}; expected {}. `ibtikar batch{}` scores those", how, expected,
                         how == kInLines ? " --input-format ndjson" : "");
    case Documents::unknown:
      break;
  }
  if (expected == kAssessments) return std::nullopt;
  return fmt::format("these are JSON objects {}; expected {}", how, expected);
}

/// Whether the first two lines contain the same delimiter, as a header and a row do. One line alone
/// is a header without rows.
bool is_like_table(std::string_view text) {
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

std::optional<std::string> message_for(const NamedText& source, std::string_view text,
                                       std::string_view expected) {
  if (is_like_table(text))
    return fmt::format(
        "this looks like a table (CSV); expected {}. `ibtikar batch` scores tables, a row each", expected);
  if (inner(text).starts_with('[')) {
    if (!check_json(source, text).empty()) return std::nullopt;  // that is for the parser to tell
    const std::vector<Span> elements = elements_of(text, root_span(text));
    if (elements.empty() || text[elements.front().begin] != '{') return std::nullopt;
    const Span first = elements.front();
    return several("in a list", text.substr(first.begin, first.end - first.begin), expected);
  }
  const auto [first, rest] = first_line(text);
  const bool are_lines = first.starts_with('{') && first.ends_with('}') && rest.starts_with('{') &&
                         check_json(source, first).empty();
  if (!are_lines) return std::nullopt;
  return several(kInLines, first, expected);
}

}  // namespace

std::optional<Diagnostic> fault_of_shape(const NamedText& source, std::string_view text,
                                         std::string_view expected) {
  if (!expected.ends_with(" object") && expected != kAssessments) return std::nullopt;
  auto message = message_for(source, text, expected);
  if (!message) return std::nullopt;
  Diagnostic fault = error_at("", "wrong-format", *std::move(message));
  fault.file = source.name;
  fault.position = {1, 1};
  return fault;
}

}  // namespace ibtikar
