// decode_proposal(): see ibtikar/codec.h. Batches have a quicker way (see record_decoder.h) and come here
// only if something is unusual.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "codec/form_names.h"
#include "codec/json/precheck.h"
#include "codec/json/reader.h"
#include "codec/proposal/digest.h"
#include "codec/proposal/identity.h"
#include "codec/rubric/format.h"
#include "model/limits.h"

namespace ibtikar {
namespace {

const std::vector<std::string> kMembers = {"format",   "rubric", "id",       "title",   "organization",
                                           "assessor", "date",   "language", "context", "answers"};
const std::vector<std::string> kAnswerMembers = {"value", "not_applicable", "evidence", "note", "links"};
const std::vector<std::string> kReferenceMembers = {"id", "version"};

/// What was found wrong while a proposal was read. Unknown members are warnings here and errors in
/// a rubric: other programs add members to proposals, while a misspelled member of a rubric changes
/// scores.
struct Notes {
  Diagnostics errors;
  Diagnostics warnings;

  void wrong_type(std::string pointer, const Message& expected, const Json& found) {
    note_wrong_type({&found, std::move(pointer)}, expected, errors);
  }
  void unknown_member(const std::string& pointer, std::string_view name,
                      const std::vector<std::string>& known) {
    if (name.substr(0, 2) == "x-" || name == "$schema") return;
    if (warnings.is_full()) return warnings.leave_out(Severity::warning, "unknown-member");
    const Message hint = warnings.size() < kMaxDiagnostics ? suggestion(name, known) : Message();
    Diagnostic warning = warning_at(pointer + "/" + pointer_token(name), "unknown-member",
                                    message("there is no member {0}{1}", ibtikar::quoted(name), hint));
    warning.at_member = true;
    warnings.push_back(std::move(warning));
  }
};

std::string text_in(const Json& value, const std::string& pointer, Notes& notes) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_null()) notes.wrong_type(pointer, message("a text"), value);
  return {};
}

std::vector<std::string> texts_in(const Json& value, const std::string& pointer, Notes& notes) {
  std::vector<std::string> texts;
  if (!value.is_array()) {
    if (!value.is_null()) notes.wrong_type(pointer, message("a list of texts"), value);
    return texts;
  }
  for (std::size_t i = 0; i < value.size(); ++i)
    if (value[i].is_string())
      texts.push_back(value[i].get<std::string>());
    else
      notes.wrong_type(fmt::format("{}/{}", pointer, i), message("a text"), value[i]);
  return texts;
}

/// Reads any value that some question could have. Whether it fits its question is checked later,
/// against the rubric, which this function does not know.
AnswerValue value_in(const Json& value, const std::string& pointer, Notes& notes) {
  if (value.is_number()) return value.get<double>() + 0.0;  // -0 is 0
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_string()) return value.get<std::string>();
  if (value.is_array()) return texts_in(value, pointer, notes);
  if (!value.is_null()) notes.wrong_type(pointer, message("an answer's value"), value);
  return std::monostate{};
}

Answer read_answer_object(const Json& members, const std::string& pointer, Notes& notes) {
  Answer answer;
  for (const auto& [name, value] : members.items()) {
    const std::string at = pointer + "/" + pointer_token(name);
    if (name == "value")
      answer.value = value_in(value, at, notes);
    else if (name == "evidence")
      answer.evidence = text_in(value, at, notes);
    else if (name == "note")
      answer.note = text_in(value, at, notes);
    else if (name == "links")
      answer.links = texts_in(value, at, notes);
    else if (name != "not_applicable")
      notes.unknown_member(pointer, name, kAnswerMembers);
    else if (value.is_boolean())
      answer.not_applicable = value.get<bool>();
    else if (!value.is_null())
      notes.wrong_type(at, message("true or false"), value);
  }
  return answer;
}

/// A bare value, or an object that has the value as a member. Null in either place is an open
/// question, as is a question that is not named at all.
Answer read_answer(const Json& value, const std::string& pointer, Notes& notes) {
  if (value.is_object()) return read_answer_object(value, pointer, notes);
  Answer answer;
  answer.value = value_in(value, pointer, notes);
  return answer;
}

/// With `lenient`, an answer that cannot be read stays open, and its faults become warnings. Its
/// faults are collected separately, because which answers are broken is known only afterwards.
void read_answers(const Json& answers, bool lenient, Proposal& proposal, Notes& notes) {
  if (!answers.is_object()) return notes.wrong_type("/answers", message("an object of answers"), answers);
  if (answers.size() > kMaxAnswers) {
    notes.errors.push_back(
        error_at("/answers", "too-many-answers",
                 message("{0} answers; expected at most {1}", answers.size(), kMaxAnswers)));
    return;
  }
  for (const auto& [id, answer] : answers.items()) {
    Notes own;
    Answer read = read_answer(answer, "/answers/" + pointer_token(id), own);
    if (lenient && !own.errors.empty()) {
      for (Diagnostic& fault : own.errors) {
        fault.severity = Severity::warning;
        fault.message = message("{0}; taken as unanswered", std::move(fault.message));
        notes.warnings.push_back(std::move(fault));
      }
      own.errors.clear();
      read = {};
    }
    notes.errors.append(std::move(own.errors));
    notes.warnings.append(std::move(own.warnings));
    proposal.answers.emplace_back(id, std::move(read));
  }
}

/// Which rubric the answers are for. It may be missing: then the rubric that scores it is taken at
/// its word, and unknown questions are reported.
void read_reference(const Json& members, RubricReference& reference, Notes& notes) {
  if (!members.is_object())
    return notes.wrong_type("/rubric", message("an object with id and version"), members);
  for (const auto& [name, part] : members.items()) {
    if (name == "id")
      reference.id = text_in(part, "/rubric/id", notes);
    else if (name == "version")
      reference.version = text_in(part, "/rubric/version", notes);
    else
      notes.unknown_member("/rubric", name, kReferenceMembers);
  }
}

/// The text member of this name; nullptr for other members.
std::string* text_member(Proposal& proposal, std::string_view name) {
  if (name == "id") return &proposal.id;
  if (name == "title") return &proposal.title;
  if (name == "organization") return &proposal.organization;
  if (name == "assessor") return &proposal.assessor;
  if (name == "date") return &proposal.date;
  if (name == "language") return &proposal.language;
  return nullptr;
}

/// Adds what one member of a form's result says: an answer, its evidence or its note.
/// `places` remembers where each is: the library would search all of them.
void add_form_answer(Json& answers, std::map<std::string, std::size_t>& places, const std::string& column,
                     const Json& value) {
  const std::size_t colon = column.find(':');
  auto& members = answers.get_ref<Json::object_t&>();
  const auto [place, is_new] = places.emplace(column.substr(0, colon), members.size());
  if (is_new) members.Json::object_t::Container::emplace_back(place->first, Json::object());
  Json& answer = members.Json::object_t::Container::operator[](place->second).second;
  // Tools have no answer for "none of them".
  const bool is_none = value == Json::array({"|"}) || value == Json::array({kNoneOfForm});
  answer[colon == std::string::npos ? "value" : column.substr(colon + 1)] = is_none ? Json::array() : value;
}

/// A form that came back without any answer still names its rubric as forms do: "garden 1.0.0".
bool is_empty_form(const Json& document) {
  const auto rubric = document.find("rubric");
  return rubric != document.end() && rubric->is_string() && !document.contains("answers") &&
         rubric->get<std::string>().find(' ') != std::string::npos;
}

/// `id` holds the digits of the proposal's id if it is a whole number.
Proposal read_proposal(const Json& document, std::string_view id, const ProposalOptions& options,
                       Notes& notes) {
  Proposal proposal;
  // A result of a form tool has its answers beside one another, by the names of form_names.h.
  Json of_form = Json::object();
  std::map<std::string, std::size_t> places;
  if (!document.contains("answers"))
    for (const auto& [name, value] : document.items())
      if (const auto column = column_of_form_name(name)) add_form_answer(of_form, places, *column, value);
  bool has_answers = !of_form.empty() || is_empty_form(document);
  if (has_answers) read_answers(of_form, options.lenient, proposal, notes);
  for (const auto& [name, value] : document.items()) {
    const std::string pointer = "/" + pointer_token(name);
    if (name == "id" && value.is_number()) {
      proposal.id = id;
      if (id.empty()) notes.wrong_type(pointer, message("a text or a whole number"), value);
    } else if (std::string* text = text_member(proposal, name)) {
      *text = text_in(value, pointer, notes);
    } else if (name == "rubric" && has_answers && value.is_string()) {
      const std::string written = value.get<std::string>();
      const std::size_t blank = std::min(written.find(' '), written.size());
      proposal.rubric = {written.substr(0, blank), written.substr(std::min(blank + 1, written.size()))};
    } else if (name == "rubric") {
      read_reference(value, proposal.rubric, notes);
    } else if (name == "answers") {
      has_answers = true;
      read_answers(value, options.lenient, proposal, notes);
    } else if (!of_form.empty() && (column_of_form_name(name) || is_tool_column(name))) {
      continue;
    } else if (name != "format" && name != "context") {
      notes.unknown_member("", name, kMembers);
    }
  }
  if (!has_answers)
    notes.errors.push_back(error_at("/answers", "missing-member", message("member \"answers\" is missing")));
  proposal.digest = digest_of(proposal);
  return proposal;
}

/// Checks `format` if it is there. People who write proposals by hand leave it out.
std::optional<Diagnostic> check_proposal_format(const Json& document) {
  const auto format = document.find("format");
  if (format == document.end()) return std::nullopt;
  if (format->is_string()) return check_format(kProposalFormat, format->get<std::string>());
  return error_at("/format", Code::wrong_type, message("expected a text, found {0}", kind_of(*format)));
}

/// A whole number as id counts digit for digit, however long it is: portals number records with
/// more digits than a double can hold. Parsers would round or refuse it, so a short number padded
/// with blanks takes its place. Lines and columns stay the same.
struct NumberId {
  std::string_view digits;
  std::string text;  ///< empty when the document can be read as it is
};

NumberId number_id(std::string_view text) {
  // Every number of 18 digits fits 64 bits.
  constexpr std::size_t kMostDigits = 18;
  const std::optional<Span> id = whole_number_id(text);
  if (!id) return {};
  const std::size_t size = id->end - id->begin;
  NumberId number{text.substr(id->begin, size), {}};
  if (size <= kMostDigits) return number;
  number.text = text;
  number.text.replace(id->begin, size, "0" + std::string(size - 1, ' '));
  return number;
}

/// The id of the answer if the fault is a repeated member that `lenient` forgives.
std::optional<std::string> forgivable(const Diagnostic& fault) {
  const auto names = pointer_names(fault.pointer);
  if (!fault.is(Code::duplicate_member) || names.size() < 2 || names[0] != "answers") return std::nullopt;
  return names[1];
}

/// Answers that were given twice become open: nobody can know which one was meant.
void open_repeated(Proposal& proposal, const std::set<std::string>& repeated) {
  std::vector<std::pair<std::string, Answer>> kept;
  for (auto& answer : proposal.answers) {
    if (!repeated.contains(answer.first)) kept.push_back(std::move(answer));
  }
  proposal.answers = std::move(kept);
  proposal.digest = digest_of(proposal);
}

/// Each of these faults has a pointer only. The text is at hand here for the last time.
tl::unexpected<Diagnostics> fail_located(const NamedText& source, Diagnostics errors) {
  locate(source, errors);
  return fail(std::move(errors));
}

}  // namespace

// Stages, each of which ends the reading if it finds an error: bytes, JSON, format, members. A
// later stage would only report echoes. Within a stage all faults are collected.
Checked<Proposal> decode_proposal(const NamedText& source, const ProposalOptions& options,
                                  Diagnostics& warnings) {
  const Result<std::string_view> checked = precheck(source, phrase("a proposal object"));
  if (!checked) return fail(Diagnostics{checked.error()});
  const NumberId id = number_id(*checked);
  const std::string_view text = id.text.empty() ? *checked : id.text;
  std::set<std::string> repeated;
  Json document;
  Diagnostics faults = parse_json(source, text, document);
  if (options.lenient)
    for (Diagnostic& fault : faults)
      if (const auto answer = forgivable(fault)) {
        repeated.insert(*answer);
        fault.severity = Severity::warning;
        fault.message = message("{0}; taken as unanswered", std::move(fault.message));
      }
  // From here on the text is strict JSON, and every pointer can be located.
  if (has_errors(faults)) return fail(std::move(faults));
  Notes notes;
  if (!document.is_object()) notes.wrong_type("", message("a proposal object"), document);
  if (!notes.errors.empty()) return fail_located(source, std::move(notes.errors));
  if (auto fault = check_proposal_format(document)) return fail_located(source, {std::move(*fault)});
  Proposal proposal = read_proposal(document, id.digits, options, notes);
  if (!notes.errors.empty()) return fail_located(source, std::move(notes.errors));
  if (!repeated.empty()) open_repeated(proposal, repeated);
  locate(source, notes.warnings);
  warnings.append(std::move(faults));
  warnings.append(std::move(notes.warnings));
  return proposal;
}

}  // namespace ibtikar
