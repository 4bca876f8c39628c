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
      parts_({"value", "evidence", "note", "links", "not_applicable"}),
      answers_(book.no_answers()) {
  const Rubric& of = book.rubric();
  has_evidence_ = !of.parts().evidence.levels.empty();
  default_evidence_ = find_evidence(of.parts().evidence, {}).value_or(0);
  const std::size_t levels = std::max<std::size_t>(1, of.parts().evidence.levels.size());
  digits_.resize(levels * of.question_count() * kDigits, kAbsentCode);
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
            for (std::size_t level = 0; level < levels; ++level)
              digits_[(level * of.question_count() + q) * kDigits + value] = book.code(i, level);
          }
    asked.options = options_.size();
    if (!asked.question->options.empty()) options_.emplace_back(ids_of(asked.question->options));
    asked_.push_back(asked);
  }
}

bool RecordWalker::is_quick() const { return questions_.is_quick(); }

bool RecordWalker::walk(std::string_view text) {
  // Where each record is written in a way of its own, few are learned.
  constexpr std::size_t kLongestWait = 64;
  if (text.size() > kMaxTextBytes) return false;
  if (wait_ > 0) {
    --wait_;
    return walk_members(text);
  }
  if (walk_as_known(text)) {
    strange_ = 0;
    return true;
  }
  wait_ = std::min(strange_, kLongestWait);
  strange_ = 2 * wait_ + 1;
  return learn(text);
}

/// Reads a record and learns it. Where all its evidence is the same, that of others is expected to
/// be, and it is read once more.
bool RecordWalker::learn(std::string_view text) {
  is_learning_ = true;
  seen_evidence_ = expected_evidence_ = kNoLevel;
  is_mixed_ = false;
  learned_.begin(text.data(), asked_.size());
  bool is_walked = walk_members(text);
  if (is_walked && seen_evidence_ != kNoLevel && !is_mixed_) {
    expected_evidence_ = seen_evidence_;
    learned_.begin(text.data(), asked_.size());
    is_walked = walk_members(text);
  }
  is_learning_ = false;
  if (is_walked) std::swap(known_, learned_);
  return is_walked;
}

bool RecordWalker::walk_members(std::string_view text) {
  std::ranges::fill(answers_.codes, kAbsentCode);
  id_ = title_ = {};
  JsonCursor cursor(text.data());
  unsigned found = 0;
  if (!cursor.take_sign('{')) return false;
  for (;;) {
    std::string_view name;
    if (!cursor.take_plain_text(name) || !cursor.take_sign(':')) return false;
    const std::size_t member = members_.find(name);
    // A repeated member is a fault.
    if (member == NameTable::kNone || (found & 1U << member) != 0) return false;
    found |= 1U << member;
    if (!walk_member(cursor, member)) return false;
    cursor.skip_blanks();
    if (cursor.take('}')) break;
    if (!cursor.take(',')) return false;
    cursor.skip_blanks();
  }
  if (is_learning_) learned_.end(cursor.at());
  return (found & 1U << kAnswersMember) != 0 && cursor.ends_at(text.data() + text.size());
}

bool RecordWalker::walk_member(JsonCursor& cursor, std::size_t member) {
  using Hole = KnownRecord::Hole;
  const char* const begin = cursor.at();
  std::string_view text;
  switch (member) {
    case kFormat:
      return cursor.take_plain_text(text) && text == kProposalFormat;
    case kRubric:
      return walk_reference(cursor);
    case kContext:
      return false;  // may be anything, and has rules of its own
    case kAnswersMember:
      return walk_answers(cursor);
    case kId:
      if (!walk_id(cursor)) return false;
      break;
    case kTitle:
      if (!cursor.take_text(title_, unescaped_title_)) return false;
      break;
    default:
      if (!cursor.take_text(text, unescaped_)) return false;
  }
  if (is_learning_)
    learned_.add_hole(begin, cursor.at(),
                      member == kId      ? Hole::id
                      : member == kTitle ? Hole::title
                                         : Hole::text);
  return true;
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
  const char* const begin = cursor.at();
  cursor.skip_blanks();
  bool is_last = cursor.take('}');
  if (!is_last) cursor.move_to(begin);
  std::size_t question = 0;
  while (!is_last) {
    if (!is_learning_) walk_levels(cursor, is_last);
    if (!is_last && !walk_named_answer(cursor, question, is_last)) return false;
  }
  if (is_learning_) learned_.end_answers(cursor.at());
  return true;
}

/// Reads answers while they are levels of one digit, from behind the comma before each.
void RecordWalker::walk_levels(JsonCursor& cursor, bool& is_last) {
  // In variables of their own: a store of one byte could change any member, says the compiler.
  const AnswerCode* const table = &digits_[default_evidence_ * asked_.size() * kDigits];
  AnswerCode* const codes = answers_.codes.data();
  for (const char* at = cursor.at(); !is_last;) {
    if (*at == ' ') ++at;
    const NameTable::Found question = questions_.find_quoted(at);
    if (question.name == NameTable::kNone) return;
    at += question.size;
    if (*at != ':') return;
    ++at;
    if (*at == ' ') ++at;
    const AnswerCode code = table[question.name * kDigits + (static_cast<unsigned char>(*at) & 0xFU)];
    if (!is_json_digit(*at) || (at[1] != ',' && at[1] != '}')) return;
    if (code == kAbsentCode || codes[question.name] != kAbsentCode) return;
    codes[question.name] = code;
    is_last = at[1] == '}';
    at += 2;
    cursor.move_to(at);
  }
}

/// Reads an answer from behind the comma before it to its own comma, or to the end of the answers.
bool RecordWalker::walk_named_answer(JsonCursor& cursor, std::size_t& question, bool& is_last) {
  const char* const begin = cursor.at();
  cursor.skip_blanks();
  std::string_view name;
  if (!cursor.take_plain_text(name) || !cursor.take_sign(':')) return false;
  question = questions_.find(name);
  // An answer given twice is a fault.
  if (question == NameTable::kNone || answers_.codes[question] != kAbsentCode) return false;
  if (is_learning_) learned_.begin_answer(begin, question);
  if (!walk_answer(cursor, question)) return false;
  cursor.skip_blanks();
  is_last = cursor.peek() == '}';
  if (!is_last && cursor.peek() != ',') return false;
  cursor.skip(1);
  if (is_learning_) learned_.end_answer(cursor.at());
  return true;
}

}  // namespace ibtikar
