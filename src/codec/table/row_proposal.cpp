// See row_proposal.h. The careful way of a table: it builds the proposal that the same content in
// JSON would give, and remembers which cell each part came from, so that messages can name the
// cell.
#include "codec/table/row_proposal.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "base/typed_text.h"
#include "codec/proposal/digest.h"
#include "codec/table/dates.h"
#include "codec/table/listed_text.h"
#include "codec/table/value.h"
#include "model/answer_check.h"
#include "model/operand.h"

namespace ibtikar {
namespace {

using What = ColumnUse::What;

/// The field of the proposal that this kind of column fills; nullptr for columns about answers.
std::string* field_of(Proposal& proposal, What what) {
  switch (what) {
    case What::id:
      return &proposal.id;
    case What::title:
      return &proposal.title;
    case What::organization:
      return &proposal.organization;
    case What::assessor:
      return &proposal.assessor;
    case What::date:
      return &proposal.date;
    case What::language:
      return &proposal.language;
    default:
      return nullptr;
  }
}

/// Whether the answer says "does not apply" in its short form.
bool is_not_applicable_text(const Question& question, const Answer& answer) {
  const auto* const text = std::get_if<std::string>(&answer.value);
  return text != nullptr && *text == "n/a" && question.type != QuestionType::text;
}

}  // namespace

std::string RowProposal::evidence_of(const ColumnUse& use) const {
  return use.evidence.empty() && mapping_ != nullptr ? mapping_->evidence : use.evidence;
}

TableLabels::TableLabels(const Rubric& rubric, const std::vector<ColumnUse>& uses)
    : evidence(evidence_labels(rubric.parts().evidence)) {
  for (const ColumnUse& use : uses)
    if (use.what == What::answer && !answers.contains(use.question))
      answers.emplace(use.question, answer_labels(rubric.question(use.question)));
}

std::string RowProposal::evidence_in(std::string_view cell) const {
  std::string text = evidence_of_cell(rubric_.parts().evidence, without_outer_blanks(cell));
  // An id counts more than a title: a level's title may be the id of another.
  if (text.empty() || labels_.evidence.empty() || find_evidence(rubric_.parts().evidence, text)) return text;
  const CellCode* const code = find_whole_code(labels_.evidence, CellText(text));
  return code != nullptr ? std::get<std::string>(code->value) : text;
}

Diagnostic RowProposal::unknown_code(const ColumnUse& use, std::string_view text) const {
  std::vector<std::string> known;
  for (const CellCode& one : mapping_->codes[*use.codes]) known.push_back(one.text);
  return error_at("/answers/" + pointer_token(rubric_.full_id(use.question)) + "/value", "unknown-code",
                  message("the mapping has no code {0} for this column{1}", ibtikar::quoted(text),
                          suggestion(folded(text), known)));
}

/// Several answers in one cell, by the mapping's codes and by the ids and titles of the options.
Result<Answer> RowProposal::answer_of_parts(const ColumnUse& use, std::string_view cell) const {
  const CodeList none;
  Answer answer;
  const CodeList& codes = use.codes ? mapping_->codes[*use.codes] : none;
  const CellText whole(cell);
  // "None" and "do not know" are whole cells, also where they contain the separator.
  if (const CellCode* code = find_whole_code(codes, whole)) {
    answer.value = for_question(rubric_.question(use.question), code->value);
    return answer;
  }
  if (whole.text.empty()) return answer;
  // The mapping counts more than the rubric: it may give a title another meaning.
  const CodeList* const lists[] = {&codes, &labels_.answers.at(use.question)};
  std::vector<std::string> ids;
  bool is_answered = false;
  const std::vector<CellPart> parts = parts_of_cell(cell, use.separator, lists);
  for (const CellPart& part : parts) {
    if (part.code == nullptr) {
      if (use.codes) return fail(unknown_code(use, part.text));
      return fail(
          error_at("/answers/" + pointer_token(rubric_.full_id(use.question)) + "/value", "unknown-option",
                   message("{0} is neither the id nor the title of an option", ibtikar::quoted(part.text))));
    }
    const AnswerValue& value = part.code->value;
    if (const auto* const id = std::get_if<std::string>(&value)) {
      if (*id == "n/a" && parts.size() == 1) {
        answer.value = *id;
        return answer;
      }
      if (*id == "n/a")
        return fail(error_at("/answers/" + pointer_token(rubric_.full_id(use.question)) + "/value",
                             "contradiction",
                             message("{0} says that the question does not apply, beside other answers",
                                     ibtikar::quoted(part.text))));
      is_answered = true;
      if (std::ranges::find(ids, *id) == ids.end()) ids.push_back(*id);
    } else if (const auto* const several = std::get_if<std::vector<std::string>>(&value)) {
      is_answered = true;
      for (const std::string& one : *several)
        if (std::ranges::find(ids, one) == ids.end()) ids.push_back(one);
    }
  }
  // Parts without a meaning (code null) alone leave the question open; they are not "none of them".
  if (is_answered) answer.value = std::move(ids);
  return answer;
}

/// Titles of options in a cell, between the marks that people put between them; empty if any part
/// is unknown.
AnswerValue RowProposal::labeled_choices(const ColumnUse& use, std::string_view cell) const {
  const auto labels = labels_.answers.find(use.question);
  if (labels == labels_.answers.end()) return {};
  const CodeList* const lists[] = {&labels->second};
  // Marks that titles rarely contain come first. The first that explains all parts is taken.
  for (const std::string_view separator : {";", "؛", "|", "،", ","}) {
    std::vector<std::string> ids;
    const std::vector<CellPart> parts = parts_of_cell(cell, separator, lists);
    const bool is_known =
        std::ranges::all_of(parts, [](const CellPart& part) { return part.code != nullptr; });
    if (!is_known) continue;
    for (const CellPart& part : parts)
      if (const std::string& id = std::get<std::string>(part.code->value);
          std::ranges::find(ids, id) == ids.end())
        ids.push_back(id);
    return ids;
  }
  return {};
}

/// What a cell says without codes: a value as in a table of our own, or the title of an answer.
Result<Answer> RowProposal::plain_answer(const ColumnUse& use, std::string_view cell) const {
  const std::string_view inner = without_outer_blanks(cell);
  const Question& question = rubric_.question(use.question);
  const bool is_numeric = question.type == QuestionType::number || question.type == QuestionType::scale;
  // Such a number would only be refused as "no number". This message says what it could be.
  if (is_numeric)
    if (auto fault = fault_of_two_numbers(inner, use.decimal)) {
      fault->pointer = "/answers/" + pointer_token(rubric_.full_id(use.question)) + "/value";
      return fail(*std::move(fault));
    }
  Answer answer = answer_of_cell(question, cell, use.decimal);
  // Titles are tried only where the cell is no value, so a table of our own is read as ever.
  const bool has_titles = question.type == QuestionType::scale || question.type == QuestionType::choice;
  if (has_titles && std::holds_alternative<std::string>(answer.value)) {
    if (const auto labels = labels_.answers.find(use.question); labels != labels_.answers.end())
      if (const CellCode* const code = find_whole_code(labels->second, CellText(inner)))
        answer.value = code->value;
  } else if (const auto* const ids = std::get_if<std::vector<std::string>>(&answer.value)) {
    const bool are_known = std::ranges::all_of(
        *ids, [&](const std::string& id) { return find_option(question, id).has_value(); });
    if (!are_known)
      if (AnswerValue value = labeled_choices(use, inner); !std::holds_alternative<std::monostate>(value))
        answer.value = std::move(value);
  }
  return answer;
}

Result<Answer> RowProposal::coded_answer(const ColumnUse& use, std::string_view cell) const {
  Answer answer;
  const CodeList& codes = mapping_->codes[*use.codes];
  const CellText text(cell);
  const CellCode* code = use.reads_plain ? find_whole_code(codes, text) : find_code(codes, text);
  // A whole code, then the plain value, then the beginning of a code: `*` must not take the numbers
  // beside which it stands.
  if (code == nullptr && use.reads_plain && !text.text.empty()) {
    Result<Answer> plain = plain_answer(use, cell);
    if (plain && check_answer(rubric_.question(use.question), rubric_.parts().evidence, *plain)) return plain;
    code = find_code(codes, text);
    if (code == nullptr) return plain;
  }
  if (code != nullptr)
    answer.value = for_question(rubric_.question(use.question), code->value);
  else if (!text.text.empty())
    return fail(unknown_code(use, without_outer_blanks(cell)));
  return answer;
}

Result<Answer> RowProposal::answer_of(const ColumnUse& use, std::string_view cell) const {
  const std::string_view inner = without_outer_blanks(cell);
  if (use.what == What::option && !use.codes) {
    Answer answer;
    // Form tools leave the cells of options empty that nobody ticked, and of questions nobody saw.
    // Only a filled cell says something.
    if (inner.empty()) return answer;
    const auto truth = truth_of_cell(inner);
    if (!truth)
      return fail(error_at("/answers/" + pointer_token(rubric_.full_id(use.question)) + "/value",
                           Code::wrong_type,
                           message("expected 1 or 0, yes or no, true or false for an option, found {0}",
                                   ibtikar::quoted(inner))));
    answer.value = *truth;
    answer.evidence = evidence_of(use);
    return answer;
  }
  // Blanks at the ends belong to a text answer, and to nothing else.
  Result<Answer> answer = !use.separator.empty() ? answer_of_parts(use, inner)
                          : use.codes            ? coded_answer(use, use.reads_plain ? cell : inner)
                                                 : plain_answer(use, cell);
  if (answer) answer->evidence = evidence_of(use);
  return answer;
}

Proposal RowProposal::take() && {
  std::vector<bool> is_open(proposal_.answers.size());
  for (const auto& [question, place] : places_) {
    Answer& answer = proposal_.answers[place.answer].second;
    if (is_not_applicable_text(rubric_.question(question), answer)) {
      answer.value = std::monostate{};
      answer.not_applicable = true;
    }
    // An answer without a value may still have a note or evidence. Then it stays.
    is_open[place.answer] = std::holds_alternative<std::monostate>(answer.value) && !answer.not_applicable &&
                            !place.has_evidence && answer.note.empty();
  }
  // An empty cell is no answer. Keeping it as null would change the digest of the proposal.
  std::vector<std::pair<std::string, Answer>> given;
  for (std::size_t i = 0; i < is_open.size(); ++i)
    if (!is_open[i]) given.push_back(std::move(proposal_.answers[i]));
  proposal_.answers = std::move(given);
  proposal_.digest = digest_of(proposal_);
  return std::move(proposal_);
}

/// The answer to a question, created when its first column is read. Several columns may contribute
/// to it: its value, options, evidence and note.
Answer& RowProposal::answer_to(std::size_t question, const ColumnUse& use, std::size_t cell) {
  const auto [place, is_new] = places_.emplace(question, Place{proposal_.answers.size(), cell, cell, false});
  if (is_new) {
    Answer answer;
    answer.evidence = evidence_of(use);
    proposal_.answers.emplace_back(rubric_.full_id(question), std::move(answer));
  }
  return proposal_.answers[place->second.answer].second;
}

void RowProposal::read_option(const ColumnUse& use, const Answer& truth, Answer& into) const {
  const bool* is_chosen = std::get_if<bool>(&truth.value);
  if (is_chosen == nullptr) return;
  // The first option with a filled cell makes the question answered, even if it says "no": none of
  // several is an answer.
  if (!std::holds_alternative<std::vector<std::string>>(into.value)) into.value = std::vector<std::string>();
  into.evidence = evidence_of(use);
  std::vector<std::string>& ids = std::get<std::vector<std::string>>(into.value);
  const std::string& id = rubric_.question(use.question).options[use.option].id;
  if (*is_chosen && std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
}

Diagnostics RowProposal::read(const std::vector<ColumnUse>& uses, std::span<const CsvCell> cells,
                              const std::vector<bool>& holds, const EncodeOptions& options) {
  Diagnostics faults;
  // Columns come after what the mapping fixes, and no column says the same: the reader of mappings
  // has refused that.
  proposal_ = mapping_ != nullptr ? mapping_->fixed : Proposal{};
  for (auto& [id, answer] : proposal_.answers)
    if (answer.evidence.empty()) answer.evidence = mapping_->evidence;
  // Of several columns for one thing the first of the mapping is read first.
  std::vector<std::size_t> order(uses.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t c) { return uses[c].rank; });
  for (const std::size_t c : order) {
    const ColumnUse& use = uses[c];
    if (std::string* field = field_of(proposal_, use.what);
        field != nullptr && (use.rank <= 1 || field->empty())) {
      *field = without_outer_blanks(cells[c].text);
      if (use.is_day) *field = day_of_cell(*field);
      if (use.what == What::date && mapping_ != nullptr)
        // What is no date in this order stays as it was written.
        if (auto date = iso_date(*field, mapping_->dates)) *field = *std::move(date);
    }
    if (use.what == What::rubric)
      if (const std::string_view named = without_outer_blanks(cells[c].text); !named.empty())
        proposal_.rubric = reference_of_cell(named);
    if (use.what != What::answer && use.what != What::option) continue;
    if (use.open_unless > 0 && !holds[use.open_unless - 1])
      // The question keeps its place, so that a note or evidence beside it has an answer to belong
      // to.
      static_cast<void>(answer_to(use.question, use, c));
    else
      read_answer(use, c, cells[c].text, options.lenient, faults);
  }
  // In a second pass, because these columns may stand before the answer that they belong to.
  for (const std::size_t c : order)
    if (uses[c].what == What::evidence || uses[c].what == What::note)
      read_about_answer(uses[c], c, without_outer_blanks(cells[c].text));
  return faults;
}

void RowProposal::read_answer(const ColumnUse& use, std::size_t cell, std::string_view text, bool is_lenient,
                              Diagnostics& faults) {
  const bool is_filled = !without_outer_blanks(text).empty();
  if (use.what == What::answer && use.rank > 1 && filled_.contains(use.question)) return;
  if (use.rank > 0 && is_filled) filled_.insert(use.question);
  Answer& into = answer_to(use.question, use, cell);
  Result<Answer> answer = answer_of(use, text);
  if (!answer) {
    faults.push_back(std::move(answer.error()));
    places_[use.question].value = cell;
    // Keep the text as it is, so that check_answer() reports it with the same words as for JSON.
    if (use.what == What::answer && !is_lenient) into.value = std::string(without_outer_blanks(text));
  } else if (use.what == What::option) {
    read_option(use, *answer, into);
  } else if (use.rank <= 1 || is_filled) {
    into = *std::move(answer);
    places_[use.question].value = cell;
  }
}

void RowProposal::read_about_answer(const ColumnUse& use, std::size_t cell, std::string_view text) {
  if (text.empty()) return;
  Answer& answer = answer_to(use.question, use, cell);
  if (use.what == What::note) {
    const std::string said = use.is_day ? day_of_cell(text) : std::string(text);
    if (!use.label.empty())
      answer.note += fmt::format("{}{}: {}", answer.note.empty() ? "" : "; ", use.label, said);
    else if (use.rank <= 1 || answer.note.empty())
      answer.note = said;
    return;
  }
  Place& place = places_[use.question];
  if (use.rank > 1 && place.has_evidence) return;
  answer.evidence = evidence_in(text);
  place.evidence = cell;
  place.has_evidence = true;
}

std::size_t RowProposal::cell_of(std::string_view pointer) const {
  const std::vector<std::string> names = pointer_names(pointer);
  const auto question = names.size() > 1 ? rubric_.find(names[1]) : std::nullopt;
  const auto place = question ? places_.find(*question) : places_.end();
  // A fault of the proposal as a whole is shown at the beginning of the row.
  if (place == places_.end()) return 0;
  return names.size() > 2 && names[2] == "evidence" ? place->second.evidence : place->second.value;
}

Message RowProposal::hint(const Diagnostic& fault, const ColumnUse& use, std::string_view cell) const {
  if (fault.is(Code::not_applicable_forbidden)) return message("an empty cell is null");
  if (!fault.is(Code::wrong_type)) return {};
  const std::vector<std::string> names = pointer_names(fault.pointer);
  const auto question = names.size() > 1 ? rubric_.find(names[1]) : std::nullopt;
  if (!question) return {};
  const QuestionType type = rubric_.question(*question).type;
  if (type != QuestionType::scale && type != QuestionType::number) return {};
  return number_hint(cell, use.decimal);
}

}  // namespace ibtikar
