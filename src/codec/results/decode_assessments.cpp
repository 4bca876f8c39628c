// decode_assessments(): reads a file of several assessments, as `score` writes them.
//
// The file is cut into pieces, and each piece is decoded like a file of its own. Its faults are
// then moved to their places in the whole. So one assessment and a thousand follow the same rules,
// and only one of them is in memory as JSON.
#include "base/utf8.h"
#include "codec/json/document.h"
#include "codec/json/precheck.h"
#include "codec/json/scan.h"

namespace ibtikar {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

/// Walks through a text and finds the line and column of offsets. The offsets must not fall, so the
/// whole walk is linear.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  Position at(std::size_t offset) {
    while (at_ < offset) {
      const auto point = code_point_at(text_, at_);
      const char first = text_[at_];
      const bool crlf = first == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
      if ((first == '\n' || first == '\r') && !crlf)
        place_ = {place_.line + 1, 1};
      else if (!crlf)
        ++place_.column;
      at_ = point ? point->next : at_ + 1;
    }
    return place_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  Position place_{1, 1};
};

/// Whether each line is a document: the first line that is not blank is a whole object.
bool is_ndjson(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos || text[begin] != '{') return false;
  std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
  line = line.substr(0, line.find_last_not_of(kBlanks) + 1);
  return line.size() > 1 && line.back() == '}';
}

/// Blank lines are no documents. Editors leave one at the end, and people separate records by them.
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

/// All faults of all pieces, or all assessments: half a file would be half a comparison.
Checked<std::vector<Assessment>> decode_pieces(const NamedText& source, std::string_view text,
                                               const std::vector<Span>& pieces) {
  std::vector<Assessment> assessments;
  Diagnostics faults;
  Walk walk(text);
  for (const Span piece : pieces) {
    Checked<Assessment> one =
        decode_assessment({source.name, std::string(text.substr(piece.begin, piece.end - piece.begin))});
    if (one) {
      assessments.push_back(std::move(*one));
      continue;
    }
    shift(one.error(), walk.at(piece.begin));
    faults.append(one.error());
    // The first place where the format is wrong is enough: the other pieces are of the same kind.
    if (faults.front().is(Code::wrong_format)) break;  // what one of them is, the others are
  }
  if (!faults.empty()) return fail(std::move(faults));
  return assessments;
}

}  // namespace

// Looks at the beginning only. Whether the rest is sound is for decode_assessments() to say: a
// broken file of assessments should be refused as one, and not as a broken proposal.
bool holds_assessments(const NamedText& source) {
  if (is_ndjson(source.text)) {  // a proposal on one line looks like it, too: the first line tells
    const Span first = lines_of(source.text).front();
    std::string line = source.text.substr(first.begin, first.end - first.begin);
    if (line.size() < source.text.size()) return holds_assessments({source.name, std::move(line)});
  }
  const Result<std::string_view> text = precheck(source, phrase("assessments"), kMaxAssessmentsBytes);
  if (!text) return false;
  const Span root = root_span(*text);
  if ((*text)[root.begin] == '[') return true;
  constexpr std::string_view kFamily = kAssessmentFormat.substr(0, kAssessmentFormat.find('/') + 1);
  std::size_t at = first_member(*text, root);
  while (const auto member = next_member(*text, root, at))
    if (member->name == "format")
      return unescape(text->substr(member->value.begin, member->value.end - member->value.begin))
          .starts_with(kFamily);
  return false;
}

Checked<std::vector<Assessment>> decode_assessments(const NamedText& source) {
  const Result<std::string_view> text = precheck(source, phrase("assessments"), kMaxAssessmentsBytes);
  if (!text) return fail(Diagnostics{text.error()});
  if (is_ndjson(*text)) return decode_pieces(source, *text, lines_of(*text));
  const Span root = root_span(*text);
  if ((*text)[root.begin] != '[') return decode_pieces(source, *text, {root});
  Diagnostics faults = check_json(source, *text);
  if (!faults.empty()) return fail(std::move(faults));
  return decode_pieces(source, *text, elements_of(*text, root));
}

}  // namespace ibtikar
