// One answer of a record, for record_walker.h: in short form, or as an object with its evidence.
#include <cmath>

#include "codec/proposal/record_walker.h"

namespace ibtikar {

// What is inline makes the way through a hole one piece of code: the place in the text stays in a
// register from hole to hole.
[[gnu::always_inline]] inline bool RecordWalker::walk_evidence(JsonCursor& cursor, std::size_t& evidence) {
  std::string_view id;
  if (!has_evidence_) return cursor.take_text(id, unescaped_);
  evidence = evidence_.take(cursor);
  if (evidence != QuotedNames::kNone) return true;
  // An empty name means the usual level.
  evidence = default_evidence_;
  return cursor.take_word("\"\"");
}

[[gnu::always_inline]] inline AnswerCode RecordWalker::code_of(Value kind, std::size_t answer,
                                                               std::size_t evidence) const {
  if (kind == Value::answered) return book_.code(answer, evidence);
  return kind == Value::not_applicable ? kNotApplicableCode : kOpenCode;
}

[[gnu::always_inline]] inline RecordWalker::Value RecordWalker::walk_number(JsonCursor& cursor,
                                                                            const Asked& asked,
                                                                            std::size_t& answer) {
  double number = 0;
  if (!cursor.take_number(number)) return Value::declined;
  const Question& of = *asked.question;
  if (of.type == QuestionType::scale) {
    for (answer = 0; answer < of.levels.size(); ++answer)
      if (of.levels[answer].value == number) return Value::answered;
    return Value::declined;
  }
  if (of.type != QuestionType::number) return Value::declined;
  if ((of.min && number < *of.min) || (of.max && number > *of.max)) return Value::declined;
  if (of.whole && number != std::floor(number)) return Value::declined;
  answer = 0;
  answers_.numbers[asked.number] = number;
  return Value::answered;
}

[[gnu::always_inline]] inline RecordWalker::Value RecordWalker::walk_choices(JsonCursor& cursor,
                                                                             const Asked& asked) {
  const QuotedNames& options = options_[asked.options];
  std::uint64_t set = 0;
  if (!cursor.take_sign('[')) return Value::declined;
  for (bool is_end = cursor.take(']'); !is_end; is_end = cursor.take(']')) {
    if (set != 0 && !cursor.take_sign(',')) return Value::declined;
    const std::size_t option = options.take(cursor);
    // A repeated option is a fault.
    if (option == QuotedNames::kNone || (set >> option & 1U) != 0) return Value::declined;
    set |= std::uint64_t{1} << option;
    cursor.skip_blanks();
  }
  answers_.sets[asked.number] = set;
  return Value::answered;
}

[[gnu::always_inline]] inline RecordWalker::Value RecordWalker::walk_other_value(JsonCursor& cursor,
                                                                                 const Asked& asked,
                                                                                 std::size_t& answer) {
  const QuestionType type = asked.question->type;
  std::string_view text;
  switch (cursor.peek()) {
    case 'n':
      return cursor.take_word("null") ? Value::open : Value::declined;
    case 't':
      answer = 1;
      return type == QuestionType::yes_no && cursor.take_word("true") ? Value::answered : Value::declined;
    case 'f':
      return type == QuestionType::yes_no && cursor.take_word("false") ? Value::answered : Value::declined;
    case '[':
      return type == QuestionType::choices ? walk_choices(cursor, asked) : Value::declined;
    case '"':
      if (type == QuestionType::text)
        return cursor.take_text(text, unescaped_) ? Value::answered : Value::declined;
      if (cursor.take_word("\"n/a\""))
        return asked.question->not_applicable ? Value::not_applicable : Value::declined;
      if (type != QuestionType::choice) return Value::declined;
      answer = options_[asked.options].take(cursor);
      return answer == QuotedNames::kNone ? Value::declined : Value::answered;
    default:
      return walk_number(cursor, asked, answer);
  }
}

bool RecordWalker::walk_answer(JsonCursor& cursor, std::size_t question) {
  if (cursor.peek() == '{') return walk_answer_object(cursor, question);
  std::size_t answer = 0;
  const Value kind = walk_value(cursor, question, answer);
  answers_.codes[question] = code_of(kind, answer, default_evidence_);
  return kind != Value::declined;
}

bool RecordWalker::walk_answer_object(JsonCursor& cursor, std::size_t question) {
  enum Member : std::size_t { kValue, kEvidence, kNote, kLinks, kNotApplicable };  // as parts_ has them
  using Hole = KnownRecord::Hole;
  if (!cursor.take_sign('{')) return false;
  unsigned found = 0;
  std::size_t answer = 0;
  std::size_t level = default_evidence_;
  Value kind = Value::open;
  bool does_not_apply = false;
  std::string_view text;
  while (!cursor.take('}')) {
    if (found != 0 && !cursor.take_sign(',')) return false;
    const std::size_t part = parts_.take(cursor);
    if (part == QuotedNames::kNone || (found & 1U << part) != 0 || !cursor.take_sign(':')) return false;
    found |= 1U << part;
    const char* const begin = cursor.at();
    // What is learned are answers that may have evidence behind their value.
    const bool is_learned = is_learning_ && part != kNotApplicable && (found & 1U << kValue) != 0;
    if (is_learning_ && !is_learned) learned_.drop_answer();
    if (part == kValue) {
      kind = walk_value(cursor, question, answer);
      if (kind == Value::declined) return false;
    } else if (part == kEvidence) {
      if (!walk_evidence(cursor, level)) return false;
      if (is_learned) learn_evidence(begin, cursor.at(), question, level);
    } else if (part == kNote) {
      if (!cursor.take_text(text, unescaped_)) return false;
      if (is_learned) learned_.add_hole(begin, cursor.at(), Hole::text);
    } else if (part == kLinks) {
      if (!walk_links(cursor)) return false;
      if (is_learned) learned_.add_hole(begin, cursor.at(), Hole::links);
    } else {
      does_not_apply = cursor.take_word("true");
      if (!does_not_apply && !cursor.take_word("false")) return false;
    }
    cursor.skip_blanks();
  }
  if (is_learning_ && (found & 1U << kValue) == 0) learned_.drop_answer();  // it may be empty
  if (does_not_apply && (kind != Value::open || !asked_[question].question->not_applicable)) return false;
  answers_.codes[question] = does_not_apply ? kNotApplicableCode : code_of(kind, answer, level);
  return true;
}

bool RecordWalker::walk_links(JsonCursor& cursor) {
  if (!cursor.take_sign('[')) return false;
  if (cursor.take(']')) return true;
  for (;;) {
    std::string_view text;
    if (!cursor.take_text(text, unescaped_)) return false;
    cursor.skip_blanks();
    if (cursor.take(']')) return true;
    if (!cursor.take(',')) return false;
    cursor.skip_blanks();
  }
}

RecordWalker::Value RecordWalker::walk_value(JsonCursor& cursor, std::size_t question, std::size_t& answer) {
  const Asked& asked = asked_[question];
  const char* const begin = cursor.at();
  if (is_json_digit(*begin) && ends_value(begin[1])) {
    answer = asked.levels[static_cast<unsigned char>(*begin) & 0xFU];
    if (answer != kNoLevel) {
      cursor.skip(1);
      if (is_learning_) learned_.add_digit(begin, question, default_evidence_);
      return Value::answered;
    }
  }
  const Value kind = walk_other_value(cursor, asked, answer);
  if (is_learning_)
    learned_.add_hole(begin, cursor.at(), KnownRecord::Hole::value, question, default_evidence_);
  return kind;
}

void RecordWalker::learn_evidence(const char* begin, const char* end, std::size_t question,
                                  std::size_t level) {
  is_mixed_ |= seen_evidence_ != kNoLevel && seen_evidence_ != level;
  seen_evidence_ = level;
  if (level == expected_evidence_)
    learned_.set_evidence(level);
  else
    learned_.add_hole(begin, end, KnownRecord::Hole::evidence, question);
}

/// Takes what stands in a hole. Gives where it ends, or null: something else stands there.
const char* RecordWalker::take_hole(const char* at, const KnownRecord::Step& step) {
  using Hole = KnownRecord::Hole;
  AnswerCode* const codes = answers_.codes.data();
  JsonCursor cursor(at);
  std::string_view text;
  bool is_taken = false;
  // Not a switch: which of so many places comes next is hard to foresee.
  if (step.hole == Hole::evidence) {
    std::size_t level = 0;
    is_taken = walk_evidence(cursor, level);
    AnswerCode& code = codes[step.question];
    if (code >= kAnswerCodes) code = static_cast<AnswerCode>(code + level - default_evidence_);
  } else if (step.hole == Hole::value) {
    std::size_t answer = 0;
    is_faulty_ |= codes[step.question] != kAbsentCode;
    const Value kind = walk_other_value(cursor, asked_[step.question], answer);
    codes[step.question] = code_of(kind, answer, step.evidence);
    is_taken = kind != Value::declined;
  } else if (step.hole == Hole::text) {
    is_taken = cursor.take_text(text, unescaped_);
  } else if (step.hole == Hole::links) {
    is_taken = walk_links(cursor);
  } else if (step.hole == Hole::title) {
    is_taken = cursor.take_text(title_, unescaped_title_);
  } else if (step.hole == Hole::id) {
    is_taken = walk_id(cursor);
  }
  return is_taken ? cursor.at() : nullptr;
}

}  // namespace ibtikar
