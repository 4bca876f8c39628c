// See row_proposal.h. The careful way of a table: it builds the proposal that the same content in
// JSON would give, and remembers which cell each part came from, so that messages can name the
// cell.
#include "codec/table/row_proposal.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "base/typed_text.h"
#include "codec/proposal/digest.h"
#include "codec/table/listed_text.h"
#include "codec/table/value.h"

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

Result<Answer> RowProposal::answer_of(const ColumnUse& use, std::string_view cell) const {
  Answer answer;
  const std::string_view inner = without_outer_blanks(cell);
  if (use.codes) {
    const CodeList& codes = mapping_->codes[*use.codes];
    // Cells and codes are both folded, so that case and blanks do not matter.
    const std::string code = folded(inner);
    const auto found =
        std::find_if(codes.begin(), codes.end(), [&](const auto& c) { return c.first == code; });
    if (found != codes.end()) {
      answer.value = found->second;
    } else if (!inner.empty()) {
      std::vector<std::string> known;
      for (const auto& one : codes) known.push_back(one.first);
      return fail(error_at("/answers/" + pointer_token(rubric_.full_id(use.question)) + "/value",
                           "unknown-code",
                           message("the mapping has no code {0} for this column{1}", ibtikar::quoted(inner),
                                   suggestion(code, known))));
    }
  } else if (use.what == What::option) {
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
  } else {
    const Question& question = rubric_.question(use.question);
    if (question.type == QuestionType::number || question.type == QuestionType::scale)
      if (auto fault = fault_of_two_numbers(inner, use.decimal)) {
        fault->pointer = "/answers/" + pointer_token(rubric_.full_id(use.question)) + "/value";
        return fail(*std::move(fault));
      }
    answer = answer_of_cell(question, cell, use.decimal);
  }
  answer.evidence = evidence_of(use);
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
  if (!std::holds_alternative<std::vector<std::string>>(into.value)) into.value = std::vector<std::string>();
  into.evidence = evidence_of(use);
  if (*is_chosen)
    std::get<std::vector<std::string>>(into.value)
        .push_back(rubric_.question(use.question).options[use.option].id);
}

Diagnostics RowProposal::read(const std::vector<ColumnUse>& uses, std::span<const CsvCell> cells,
                              const EncodeOptions& options) {
  Diagnostics faults;
  proposal_ = mapping_ != nullptr ? mapping_->fixed : Proposal{};
  for (auto& [id, answer] : proposal_.answers)
    if (answer.evidence.empty()) answer.evidence = mapping_->evidence;
  for (std::size_t c = 0; c < uses.size(); ++c) {
    const ColumnUse& use = uses[c];
    if (std::string* field = field_of(proposal_, use.what)) *field = without_outer_blanks(cells[c].text);
    if (use.what != What::answer && use.what != What::option) continue;
    Answer& into = answer_to(use.question, use, c);
    Result<Answer> answer = answer_of(use, cells[c].text);
    if (!answer) {
      faults.push_back(std::move(answer.error()));
      places_[use.question].value = c;
      // Keep the text as it is, so that check_answer() reports it with the same words as for JSON.
      if (use.what == What::answer && !options.lenient)
        into.value = std::string(without_outer_blanks(cells[c].text));
    } else if (use.what == What::option) {
      read_option(use, *answer, into);
    } else {
      into = *std::move(answer);
    }
  }
  for (std::size_t c = 0; c < uses.size(); ++c) {
    const ColumnUse& use = uses[c];
    // In a second pass, because these columns may stand before the answer that they belong to.
    if (use.what != What::evidence && use.what != What::note) continue;
    const std::string_view text = without_outer_blanks(cells[c].text);
    if (text.empty()) continue;
    Answer& answer = answer_to(use.question, use, c);
    if (use.what == What::note) {
      answer.note = text;
      continue;
    }
    answer.evidence = evidence_of_cell(rubric_.parts().evidence, text);
    places_[use.question].evidence = c;
    places_[use.question].has_evidence = true;
  }
  return faults;
}

std::size_t RowProposal::cell_of(std::string_view pointer) const {
  const std::vector<std::string> names = pointer_names(pointer);
  const auto question = names.size() > 1 ? rubric_.find(names[1]) : std::nullopt;
  const auto place = question ? places_.find(*question) : places_.end();
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
