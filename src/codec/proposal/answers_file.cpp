// See answers_file.h.
//
// Everything is kept as text: the members of the document, the answers, and the members of an
// answer that is changed. A value that passed through a number would come back as 1.0 or 1e3, and a
// name that passed through a parser would lose its spelling. The number of answers is small, so
// members are found by a linear search.
#include "codec/proposal/answers_file.h"

#include <algorithm>
#include <utility>

#include "base/decimal.h"
#include "base/utf8.h"
#include "codec/json/document.h"
#include "codec/json/scan.h"
#include "codec/json/writer.h"

namespace ibtikar {
namespace {

using RawMembers = std::vector<RawMember>;

/// The members of an object as they were written.
/// Requires: valid JSON. The file was decoded as a proposal before, or its text was written here.
RawMembers raw_members(std::string_view text, Span object) {
  RawMembers members;
  for (MemberSpan& member : members_of(text, object)) {
    const auto [name_begin, name_end] = member.name_span;
    const auto [begin, end] = member.value;
    members.push_back({std::move(member.name), std::string(text.substr(name_begin, name_end - name_begin)),
                       std::string(text.substr(begin, end - begin))});
  }
  return members;
}

RawMembers raw_members(std::string_view value_text) { return raw_members(value_text, root_span(value_text)); }

RawMembers::iterator find(RawMembers& members, std::string_view name) {
  return std::find_if(members.begin(), members.end(), [&](const RawMember& m) { return m.name == name; });
}

/// Replaces the value of `name`, or inserts the member before `place`.
void set(RawMembers& members, std::string_view name, std::string value_text, RawMembers::iterator place) {
  if (const auto member = find(members, name); member != members.end())
    member->value_text = std::move(value_text);
  else
    members.insert(place, {std::string(name), json_string(name), std::move(value_text)});
}

void append(RawMembers& members, std::string_view name, std::string value_text) {
  set(members, name, std::move(value_text), members.end());
}

/// Sets a member that is wanted, and removes one that is not: an empty note must leave no trace.
void set_or_erase(RawMembers& members, std::string_view name, bool wanted, std::string value_text) {
  if (wanted)
    append(members, name, std::move(value_text));
  else if (const auto member = find(members, name); member != members.end())
    members.erase(member);
}

/// In the order in which they are: the members of other programs keep their places.
std::string object_on_one_line(const RawMembers& members) {
  std::string out = "{";
  for (const RawMember& member : members) {
    if (out.size() > 1) out += ", ";
    out += member.name_text + ": " + member.value_text;
  }
  return out + "}";
}

std::string list_text(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) {
    if (out.size() > 1) out += ", ";
    out += json_string(text);
  }
  return out + "]";
}

/// In the shortest form that reads back as the same value, so that an answer which is saved twice
/// does not change the file.
std::string value_text(const AnswerValue& value) {
  struct Text {
    std::string operator()(std::monostate) const { return "null"; }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(double number) const { return shortest(number); }
    std::string operator()(const std::string& text) const { return json_string(text); }
    std::string operator()(const std::vector<std::string>& texts) const { return list_text(texts); }
  };
  return std::visit(Text{}, value);
}

/// The answer in its short form if that says everything; otherwise an object laid over `before`, so
/// that members that we do not know stay.
std::string answer_text(const Answer& answer, std::string_view before) {
  RawMembers members = raw_members(before);
  if (answer.not_applicable)
    set_or_erase(members, "value", false, {});
  else
    set(members, "value", value_text(answer.value), members.begin());
  set_or_erase(members, "not_applicable", answer.not_applicable, "true");
  set_or_erase(members, "evidence", !answer.evidence.empty(), json_string(answer.evidence));
  set_or_erase(members, "note", !answer.note.empty(), json_string(answer.note));
  // Links are written once and never changed by the interview. Their spelling in the file stays.
  if (!answer.links.empty() && find(members, "links") == members.end())
    append(members, "links", list_text(answer.links));
  // `"goal.written": 4` is what people write by hand. The object form appears only if it is needed.
  const bool value_says_all = members.size() == 1 && !answer.not_applicable;
  return value_says_all ? value_text(answer.value) : object_on_one_line(members);
}

/// A valid JSON value on one line. Blanks between tokens are dropped, and "," and ":" are followed
/// by one space. One answer per line keeps the file readable and makes diffs small.
std::string on_one_line(std::string_view json) {
  std::string out;
  bool in_string = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!in_string && is_blank) continue;
    out += c;
    if (c == '"')
      in_string = !in_string;
    else if (in_string && c == '\\')
      out += json[++at];
    else if (!in_string && (c == ',' || c == ':'))
      out += ' ';
  }
  return out;
}

bool has_line_break(std::string_view text) { return text.find_first_of("\r\n") != std::string_view::npos; }

void append_answer_line(std::string& out, const RawMember& answer) {
  out += "    " + answer.name_text + ": ";
  out += has_line_break(answer.value_text) ? on_one_line(answer.value_text) : answer.value_text;
}

std::string answers_text(const RawMembers& answers) {
  if (answers.empty()) return "{}";
  std::string out = "{\n";
  for (const RawMember& answer : answers) {
    append_answer_line(out, answer);
    out += &answer == &answers.back() ? "\n" : ",\n";
  }
  return out + "  }";
}

constexpr std::string_view kAnswers = "answers";
constexpr std::string_view kMarked = "x-marked";
constexpr std::string_view kUnmatched = "x-unmatched";

}  // namespace

AnswersFile::AnswersFile() {
  append(members_, "format", json_string(kProposalFormat));
  append(members_, kAnswers, {});
}

// A file without answers gets an empty member at its end, so that later members always find a place
// before it.
AnswersFile::AnswersFile(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  members_ = raw_members(text);
  if (const auto answers = find(members_, kAnswers); answers != members_.end())
    answers_ = raw_members(answers->value_text);
  else
    append(members_, kAnswers, {});
}

// Other members of "rubric" may belong to other programs. Only id and version are ours.
void AnswersFile::set_rubric(const RubricReference& rubric) {
  const auto before = find(members_, "rubric");
  RawMembers parts = before == members_.end() ? RawMembers{} : raw_members(before->value_text);
  append(parts, "id", json_string(rubric.id));
  append(parts, "version", json_string(rubric.version));
  set(members_, "rubric", object_on_one_line(parts), find(members_, kAnswers));
  set(members_, "format", json_string(kProposalFormat), members_.begin());
}

// New members go before the answers: the file begins with what it is about, and ends with its
// longest part.
void AnswersFile::set_text(std::string_view member, std::string_view text) {
  set(members_, member, json_string(text), find(members_, kAnswers));
}

void AnswersFile::set_answer(std::string_view full_id, const Answer& answer) {
  const auto before = find(answers_, full_id);
  append(answers_, full_id,
         answer_text(answer, before == answers_.end() ? std::string_view() : before->value_text));
}

void AnswersFile::set_marks(const std::vector<std::string>& full_ids) {
  set_or_erase(members_, kMarked, !full_ids.empty(), list_text(full_ids));
}

std::vector<std::string> AnswersFile::marks() const {
  for (const RawMember& member : members_) {
    if (member.name != kMarked) continue;
    const auto list = parse_document({"", member.value_text}, phrase("a list"));
    // The marks are a convenience. If somebody damaged them, the interview simply has none.
    if (!list || !list->is_array()) return {};
    std::vector<std::string> ids;
    for (const Json& id : *list)
      if (id.is_string()) ids.push_back(id.get<std::string>());
    return ids;
  }
  return {};
}

// Answers of the new version replace all others. What has no heir is set aside, not lost: a person
// may look it up, and a later version may ask for it again.
void AnswersFile::convert(const std::vector<Heir>& heirs) {
  RawMembers converted;
  std::vector<std::string> others;
  for (const RawMember& answer : answers_) {
    const auto heir =
        std::find_if(heirs.begin(), heirs.end(), [&](const Heir& h) { return h.from == answer.name; });
    if (heir == heirs.end())
      others.push_back(answer.name);
    else
      converted.push_back({heir->to, json_string(heir->to), answer_text(heir->answer, answer.value_text)});
  }
  // set_aside() looks an answer up in answers_, so the converted ones must not replace it before.
  for (const std::string& id : others) set_aside(id);
  answers_ = std::move(converted);
}

void AnswersFile::set_aside(std::string_view full_id) {
  const auto answer = find(answers_, full_id);
  if (answer == answers_.end()) return;
  const auto before = find(members_, kUnmatched);
  // Somebody may have written another value there by hand; it cannot hold answers.
  RawMembers aside = before == members_.end() || !before->value_text.starts_with('{')
                         ? RawMembers{}
                         : raw_members(before->value_text);
  append(aside, full_id, answer->value_text);
  append(members_, kUnmatched, object_on_one_line(aside));
  answers_.erase(answer);
}

std::vector<std::string> AnswersFile::aside() const {
  std::vector<std::string> ids;
  for (const RawMember& member : members_)
    if (member.name == kUnmatched && member.value_text.starts_with('{'))
      for (const RawMember& answer : raw_members(member.value_text)) ids.push_back(answer.name);
  return ids;
}

void AnswersFile::bring_back(std::string_view full_id) {
  const auto unmatched = find(members_, kUnmatched);
  // A newer answer wins over one that was set aside.
  if (unmatched == members_.end() || find(answers_, full_id) != answers_.end()) return;
  RawMembers aside = raw_members(unmatched->value_text);
  const auto answer = find(aside, full_id);
  if (answer == aside.end()) return;
  // At the end: its old place among the answers is not known any more.
  answers_.push_back(*answer);
  aside.erase(answer);
  if (aside.empty())
    members_.erase(unmatched);
  else
    unmatched->value_text = object_on_one_line(aside);
}

// The layout is fixed: members on lines of their own, an answer to a line. A diff between two
// savings then shows exactly the answers that changed.
std::string AnswersFile::text() const {
  std::string out = "{\n";
  for (const RawMember& member : members_) {
    out += "  " + member.name_text + ": ";
    out += member.name == kAnswers ? answers_text(answers_) : member.value_text;
    out += &member == &members_.back() ? "\n" : ",\n";
  }
  return out + "}\n";
}

}  // namespace ibtikar
