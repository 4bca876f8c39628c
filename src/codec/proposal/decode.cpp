// decode_proposal(): see ibtikar/codec.h. Values come from simdjson's DOM.
//
// check_json() runs first and says where a text is not strict JSON: simdjson reports no place and
// lets repeated members pass. A proposal is small, so parsing twice is cheap; batches have a
// quicker way (see record_decoder.h) and come here only if something is unusual.
#include <algorithm>

#include <fmt/format.h>
#include <simdjson.h>

#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "codec/json/document.h"
#include "codec/json/precheck.h"
#include "codec/proposal/digest.h"
#include "codec/proposal/identity.h"
#include "codec/rubric/format.h"

namespace ibtikar {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

const std::vector<std::string> kMembers = {"format",   "rubric", "id",       "title",   "organization",
                                           "assessor", "date",   "language", "context", "answers"};
const std::vector<std::string> kAnswerMembers = {"value", "not_applicable", "evidence", "note", "links"};
const std::vector<std::string> kReferenceMembers = {"id", "version"};

/// In the same words as kind_of() of the other JSON reader.
Message kind_of(const element& value) {
  switch (value.type()) {
    case element_type::OBJECT:
      return message("an object");
    case element_type::ARRAY:
      return message("a list");
    case element_type::STRING:
      return message("a text");
    case element_type::BOOL:
      return message("true or false");
    case element_type::NULL_VALUE:
      return Message::verbatim("null");
    default:
      return message("a number");
  }
}

/// What was found wrong while a proposal was read. Unknown members are warnings here and errors in
/// a rubric: other programs add members to proposals, while a misspelled member of a rubric changes
/// scores.
struct Notes {
  Diagnostics errors;
  Diagnostics warnings;

  void wrong_type(std::string pointer, const Message& expected, const element& found) {
    errors.push_back(error_at(std::move(pointer), Code::wrong_type,
                              message("expected {0}, found {1}", expected, kind_of(found))));
  }
  void unknown_member(const std::string& pointer, std::string_view name,
                      const std::vector<std::string>& known) {
    if (name.substr(0, 2) == "x-" || name == "$schema") return;
    const Message hint = warnings.size() < kMaxDiagnostics ? suggestion(name, known) : Message();
    Diagnostic warning = warning_at(pointer + "/" + pointer_token(name), "unknown-member",
                                    message("there is no member {0}{1}", ibtikar::quoted(name), hint));
    warning.at_member = true;
    warnings.push_back(std::move(warning));
  }
};

std::string read_text(const element& value, const std::string& pointer, Notes& notes) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  if (!value.is_null()) notes.wrong_type(pointer, message("a text"), value);
  return {};
}

std::optional<double> read_number(const element& value) {
  double number = 0;
  if (!value.is_number() || value.get(number) != simdjson::SUCCESS) return std::nullopt;
  return number == 0 ? 0 : number;  // -0 is 0
}

std::vector<std::string> read_texts(const element& value, const std::string& pointer, Notes& notes) {
  std::vector<std::string> texts;
  simdjson::dom::array list;
  if (value.get(list) != simdjson::SUCCESS) {
    if (!value.is_null()) notes.wrong_type(pointer, message("a list of texts"), value);
    return texts;
  }
  std::size_t index = 0;
  for (const element one : list) {
    std::string_view text;
    if (one.get(text) == simdjson::SUCCESS)
      texts.emplace_back(text);
    else
      notes.wrong_type(fmt::format("{}/{}", pointer, index), message("a text"), one);
    ++index;
  }
  return texts;
}

/// Reads any value that some question could have. Whether it fits its question is checked later,
/// against the rubric, which this function does not know.
AnswerValue read_value(const element& value, const std::string& pointer, Notes& notes) {
  if (const auto number = read_number(value)) return *number;
  bool truth = false;
  if (value.get(truth) == simdjson::SUCCESS) return truth;
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  if (value.is_array()) return read_texts(value, pointer, notes);
  if (!value.is_null()) notes.wrong_type(pointer, message("an answer's value"), value);
  return std::monostate{};
}

Answer read_answer_object(const object& members, const std::string& pointer, Notes& notes) {
  Answer answer;
  for (const auto& [name, value] : members) {
    const std::string at = pointer + "/" + pointer_token(name);
    if (name == "value")
      answer.value = read_value(value, at, notes);
    else if (name == "evidence")
      answer.evidence = read_text(value, at, notes);
    else if (name == "note")
      answer.note = read_text(value, at, notes);
    else if (name == "links")
      answer.links = read_texts(value, at, notes);
    else if (name != "not_applicable")
      notes.unknown_member(pointer, name, kAnswerMembers);
    else if (value.get(answer.not_applicable) != simdjson::SUCCESS && !value.is_null())
      notes.wrong_type(at, message("true or false"), value);
  }
  return answer;
}

Answer read_answer(const element& value, const std::string& pointer, Notes& notes) {
  object members;
  if (value.get(members) == simdjson::SUCCESS) return read_answer_object(members, pointer, notes);
  Answer answer;
  answer.value = read_value(value, pointer, notes);
  return answer;
}

/// With `lenient`, an answer that cannot be read stays open, and its faults become warnings. Its
/// faults are collected separately, because which answers are broken is known only afterwards.
void read_answers(const element& value, bool lenient, Proposal& proposal, Notes& notes) {
  object answers;
  if (value.get(answers) != simdjson::SUCCESS) {
    notes.wrong_type("/answers", message("an object of answers"), value);
    return;
  }
  for (const auto& [id, answer] : answers) {
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
    notes.errors.insert(notes.errors.end(), own.errors.begin(), own.errors.end());
    notes.warnings.insert(notes.warnings.end(), own.warnings.begin(), own.warnings.end());
    proposal.answers.emplace_back(std::string(id), std::move(read));
  }
}

void read_reference(const element& value, RubricReference& reference, Notes& notes) {
  object members;
  if (value.get(members) != simdjson::SUCCESS) {
    notes.wrong_type("/rubric", message("an object with id and version"), value);
    return;
  }
  for (const auto& [name, part] : members) {
    if (name == "id")
      reference.id = read_text(part, "/rubric/id", notes);
    else if (name == "version")
      reference.version = read_text(part, "/rubric/version", notes);
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

/// `id` holds the digits of the proposal's id if it is a whole number.
Proposal read_proposal(const object& document, std::string_view id, const ProposalOptions& options,
                       Notes& notes) {
  Proposal proposal;
  bool has_answers = false;
  for (const auto& [name, value] : document) {
    const std::string pointer = "/" + pointer_token(name);
    if (name == "id" && value.is_number()) {
      proposal.id = id;
      if (id.empty()) notes.wrong_type(pointer, message("a text or a whole number"), value);
    } else if (std::string* text = text_member(proposal, name)) {
      *text = read_text(value, pointer, notes);
    } else if (name == "rubric") {
      read_reference(value, proposal.rubric, notes);
    } else if (name == "answers") {
      has_answers = true;
      read_answers(value, options.lenient, proposal, notes);
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
std::optional<Diagnostic> check_proposal_format(const element& document) {
  std::string_view format;
  element value;
  if (document["format"].get(value) != simdjson::SUCCESS) return std::nullopt;
  if (value.get(format) != simdjson::SUCCESS)
    return error_at("/format", Code::wrong_type, message("expected a text, found {0}", kind_of(value)));
  return check_format(kProposalFormat, std::string(format));
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
void open_repeated(Proposal& proposal, const std::vector<std::string>& repeated) {
  std::vector<std::pair<std::string, Answer>> kept;
  for (auto& answer : proposal.answers) {
    const bool is_repeated = std::find(repeated.begin(), repeated.end(), answer.first) != repeated.end();
    if (!is_repeated) kept.push_back(std::move(answer));
  }
  proposal.answers = std::move(kept);
  proposal.digest = digest_of(proposal);
}

tl::unexpected<Diagnostics> fail_located(const NamedText& source, Diagnostics errors) {
  locate(source, errors);
  return fail(std::move(errors));
}

}  // namespace

Checked<Proposal> decode_proposal(const NamedText& source, const ProposalOptions& options,
                                  Diagnostics& warnings) {
  const Result<std::string_view> checked = precheck(source, phrase("a proposal object"));
  if (!checked) return fail(Diagnostics{checked.error()});
  const NumberId id = number_id(*checked);
  const std::string_view text = id.text.empty() ? *checked : id.text;
  std::vector<std::string> repeated;
  Diagnostics faults = check_json(source, text);
  if (options.lenient)
    for (Diagnostic& fault : faults)
      if (const auto answer = forgivable(fault)) {
        repeated.push_back(*answer);
        fault.severity = Severity::warning;
        fault.message = message("{0}; taken as unanswered", std::move(fault.message));
      }
  // From here on the text is strict JSON, and every pointer can be located.
  if (has_errors(faults)) return fail(std::move(faults));
  simdjson::dom::parser parser(kMaxDocumentBytes);
  element document;
  if (const auto error = parser.parse(text.data(), text.size()).get(document); error != simdjson::SUCCESS)
    return fail_located(source,
                        {error_at("", Code::bad_json, Message::verbatim(simdjson::error_message(error)))});
  object members;
  if (document.get(members) != simdjson::SUCCESS)
    return fail_located(source,
                        {error_at("", Code::wrong_type,
                                  message("expected a proposal object, found {0}", kind_of(document)))});
  if (auto fault = check_proposal_format(document)) return fail_located(source, {std::move(*fault)});
  Notes notes;
  Proposal proposal = read_proposal(members, id.digits, options, notes);
  if (!notes.errors.empty()) return fail_located(source, std::move(notes.errors));
  if (!repeated.empty()) open_repeated(proposal, repeated);
  locate(source, notes.warnings);
  warnings.insert(warnings.end(), faults.begin(), faults.end());
  warnings.insert(warnings.end(), notes.warnings.begin(), notes.warnings.end());
  return proposal;
}

}  // namespace ibtikar
