// See record_walker.h. Every `false` means that the ordinary way must look at the record.
#include "codec/proposal/record_walker.h"

#include <algorithm>
#include <utility>

#include "ibtikar/codec.h"
#include "ibtikar/proposal.h"
#include "model/answer_check.h"

namespace ibtikar {
namespace {

/// The members of a proposal, in the order of the names that RecordWalker::members_ has.
enum ProposalMember : std::size_t {
  kFormat,
  kRubric,
  kId,
  kTitle,
  kOrganization,
  kAssessor,
  kDate,
  kLanguage,
  kContext,
  kAnswersMember
};

std::vector<std::string> ids_of_questions(const Rubric& rubric) {
  std::vector<std::string> ids;
  for (std::size_t q = 0; q < rubric.question_count(); ++q) ids.push_back(rubric.full_id(q));
  return ids;
}

template <class Named>
std::vector<std::string> ids_of(const std::vector<Named>& list) {
  std::vector<std::string> ids;
  for (const Named& one : list) ids.push_back(one.id);
  return ids;
}

}  // namespace

RecordWalker::RecordWalker(const Codebook& book)
    : book_(book),
      members_({"format", "rubric", "id", "title", "organization", "assessor", "date", "language", "context",
                "answers"}),
      questions_(ids_of_questions(book.rubric())),
      evidence_(ids_of(book.rubric().parts().evidence.levels)),
      answers_(book.no_answers()) {
  const Rubric& of = book.rubric();
  default_evidence_ = find_evidence(of.parts().evidence, {}).value_or(0);
  for (std::size_t q = 0; q < of.question_count(); ++q) {
    Asked asked;
    asked.question = &of.question(q);
    asked.number = q;
    asked.levels.fill(kNoLevel);
    if (asked.question->type == QuestionType::scale)
      for (std::size_t value = 0; value < 10; ++value)
        for (std::size_t i = asked.question->levels.size(); i-- > 0;)
          if (asked.question->levels[i].value == static_cast<double>(value)) {
            asked.levels[value] = static_cast<std::uint8_t>(i);
            asked.digits[value] = book.code(i, default_evidence_);
          }
    asked.name.set("\"" + of.full_id(q) + "\":");
    asked.options = options_.size();
    if (!asked.question->options.empty()) options_.emplace_back(ids_of(asked.question->options));
    asked_.push_back(asked);
  }
  for (std::size_t q = 0; q < asked_.size(); ++q) asked_[q].next = &asked_[(q + 1) % asked_.size()];
  first_ = asked_.data();
}

bool RecordWalker::is_quick() const { return questions_.is_quick(); }

bool RecordWalker::walk(std::string_view text) {
  if (text.size() > kMaxTextBytes) return false;
  std::ranges::fill(answers_.codes, kAbsentCode);
  id_ = title_ = {};
  JsonCursor cursor(text.data());
  if (!walk_members(cursor, text)) return false;
  const char* const end = text.data() + text.size();
  while (cursor.at() < end &&
         (cursor.peek() == ' ' || cursor.peek() == '\n' || cursor.peek() == '\r' || cursor.peek() == '\t'))
    cursor.skip(1);
  return cursor.at() == end;
}

bool RecordWalker::walk_members(JsonCursor& cursor, std::string_view text) {
  unsigned found = 0;
  std::size_t member = kId;
  bool is_at_value = begins_as_known(cursor, text, found);
  if (!is_at_value) {
    if (!cursor.take_sign('{')) return false;
  }
  for (;;) {
    if (!is_at_value) {
      std::string_view name;
      if (!cursor.take_plain_text(name) || !cursor.take_sign(':')) return false;
      member = members_.find(name);
      // A repeated member is a fault.
      if (member == NameTable::kNone || (found & 1U << member) != 0) return false;
      if (member == kId) learn_beginning(cursor, text, found);
    }
    is_at_value = false;
    found |= 1U << member;
    if (!walk_member(cursor, member)) return false;
    cursor.skip_blanks();
    if (cursor.take('}')) return (found & 1U << kAnswersMember) != 0;
    if (!cursor.take(',')) return false;
    cursor.skip_blanks();
  }
}

bool RecordWalker::begins_as_known(JsonCursor& cursor, std::string_view text, unsigned& found) const {
  if (beginning_.empty() || !text.starts_with(beginning_)) return false;
  cursor.skip(beginning_.size());
  found = found_in_beginning_;
  return true;
}

/// If nothing before the id differs from record to record, the next one is likely to begin with the
/// same bytes.
void RecordWalker::learn_beginning(const JsonCursor& cursor, std::string_view text, unsigned found) {
  constexpr std::size_t kLongest = 512;
  const auto size = static_cast<std::size_t>(cursor.at() - text.data());
  if ((found & ~(1U << kFormat | 1U << kRubric)) != 0 || size > std::min(kLongest, text.size())) return;
  beginning_ = text.substr(0, size);
  found_in_beginning_ = found;
}

bool RecordWalker::walk_member(JsonCursor& cursor, std::size_t member) {
  std::string_view text;
  switch (member) {
    case kFormat:
      return cursor.take_plain_text(text) && text == kProposalFormat;
    case kRubric:
      return walk_reference(cursor);
    case kId:
      return walk_id(cursor);
    case kTitle:
      return cursor.take_text(title_, unescaped_title_);
    case kContext:
      return false;  // may be anything, and has rules of its own
    case kAnswersMember:
      return walk_answers(cursor);
    default:
      return cursor.take_text(text, unescaped_);
  }
}

bool RecordWalker::walk_reference(JsonCursor& cursor) {
  if (!cursor.take_sign('{')) return false;
  bool has_id = false;
  bool has_version = false;
  for (;;) {
    std::string_view name;
    std::string_view text;
    if (!cursor.take_plain_text(name) || !cursor.take_sign(':') || !cursor.take_plain_text(text))
      return false;
    const bool is_id = name == "id";
    // Another rubric or version is a fault or a warning.
    if (text != (is_id ? book_.rubric().id() : book_.rubric().version())) return false;
    if ((!is_id && name != "version") || std::exchange(is_id ? has_id : has_version, true)) return false;
    cursor.skip_blanks();
    if (cursor.take('}')) return true;
    if (!cursor.take(',')) return false;
    cursor.skip_blanks();
  }
}

/// A whole number counts digit for digit.
bool RecordWalker::walk_id(JsonCursor& cursor) {
  constexpr std::ptrdiff_t kMostDigits = 18;
  if (cursor.peek() == '"') return cursor.take_text(id_, unescaped_id_);
  const char* const begin = cursor.at();
  static_cast<void>(cursor.take('-'));
  const char* const digits = cursor.at();
  while (is_json_digit(cursor.peek())) cursor.skip(1);
  const std::ptrdiff_t count = cursor.at() - digits;
  if (count == 0 || count > kMostDigits || *digits == '0' || !ends_value(cursor.peek())) return false;
  id_ = {begin, static_cast<std::size_t>(cursor.at() - begin)};
  return true;
}

bool RecordWalker::walk_answers(JsonCursor& cursor) {
  if (!cursor.take('{')) return false;
  // In variables of their own: a store of one byte could change any member, says the compiler.
  AnswerCode* const codes = answers_.codes.data();
  const char* at = cursor.at();
  Asked** guess = &first_;
  if (!first_->name.are_at(at)) {
    cursor.skip_blanks();
    if (cursor.take('}')) return true;
    cursor.move_to(at);
  }
  for (;;) {
    Asked* asked = *guess;
    if (is_known(asked->name, at)) {
      at += asked->name.size();
    } else {
      cursor.move_to(at);
      asked = walk_name(cursor);
      if (asked == nullptr) return false;
      *guess = asked;
      at = cursor.at();
    }
    guess = &asked->next;
    AnswerCode& answer = codes[asked->number];
    // An answer given twice is a fault.
    if (answer != kAbsentCode) return false;
    const AnswerCode code = asked->digits[static_cast<unsigned char>(*at) & 0xFU];
    if (is_json_digit(*at) && code != 0 && (at[1] == ',' || at[1] == '}')) {
      answer = code;
      at += 2;
    } else {
      cursor.move_to(at);
      if (!walk_answer(cursor, *asked)) return false;
      cursor.skip_blanks();
      if (cursor.peek() != ',' && cursor.peek() != '}') return false;
      at = cursor.at() + 1;
    }
    if (at[-1] == '}') break;
  }
  cursor.move_to(at);
  return true;
}

/// Reads the name of a question that was not expected, and remembers how it is written. Null for
/// other names.
RecordWalker::Asked* RecordWalker::walk_name(JsonCursor& cursor) {
  const char* const begin = cursor.at();
  cursor.skip_blanks();
  std::string_view name;
  if (!cursor.take_plain_text(name) || !cursor.take_sign(':')) return nullptr;
  const std::size_t question = questions_.find(name);
  if (question == NameTable::kNone) return nullptr;
  Asked& asked = asked_[question];
  const auto size = static_cast<std::size_t>(cursor.at() - begin);
  if (!asked.name.are_at(begin) || asked.name.size() != size) asked.name.set({begin, size});
  return &asked;
}

}  // namespace ibtikar
