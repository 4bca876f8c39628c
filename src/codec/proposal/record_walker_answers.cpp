// One answer of a record, for record_walker.h: in short form, or as an object with its evidence.
#include <cmath>

#include "codec/proposal/record_walker.h"

namespace ibtikar {

bool RecordWalker::walk_answer(JsonCursor& cursor, const Asked& asked) {
  if (cursor.peek() == '{') return walk_answer_object(cursor, asked);
  std::size_t answer = 0;
  AnswerCode& code = answers_.codes[asked.number];
  switch (walk_value(cursor, asked, answer)) {
    case Value::declined:
      return false;
    case Value::open:
      code = kOpenCode;
      return true;
    case Value::not_applicable:
      code = kNotApplicableCode;
      return true;
    case Value::answered:
      code = book_.code(answer, default_evidence_);
      return true;
  }
  return false;
}

bool RecordWalker::walk_answer_object(JsonCursor& cursor, const Asked& asked) {
  unsigned found = 0;
  std::size_t answer = 0;
  std::size_t level = default_evidence_;
  Value kind = Value::open;
  bool does_not_apply = false;
  std::string_view text;
  for (Part part = kValue;; part = static_cast<Part>(part + 1)) {
    bool is_end = false;
    const bool is_first = found == 0;
    // Nearly always what is expected is there, so this is no call.
    if (part < kPartCount && is_known(parts_[is_first ? 0 : 1][part], cursor.at())) {
      cursor.skip(parts_[is_first ? 0 : 1][part].size());
    } else {
      if (!walk_part_name(cursor, is_first, part, is_end)) return false;
      if (is_end) break;
    }
    if ((found & 1U << part) != 0) return false;
    found |= 1U << part;
    bool is_fine = true;
    if (part == kValue)
      is_fine = (kind = walk_value(cursor, asked, answer)) != Value::declined;
    else if (part == kEvidence)
      is_fine = walk_evidence(cursor, level);
    else if (part == kNote)
      is_fine = cursor.take_text(text, unescaped_);
    else if (part == kLinks)
      is_fine = walk_links(cursor);
    else
      is_fine = (does_not_apply = cursor.take_word("true")) || cursor.take_word("false");
    if (!is_fine) return false;
  }
  if (does_not_apply && (kind != Value::open || !asked.question->not_applicable)) return false;
  if (does_not_apply) kind = Value::not_applicable;
  answers_.codes[asked.number] = kind == Value::answered         ? book_.code(answer, level)
                                 : kind == Value::not_applicable ? kNotApplicableCode
                                                                 : kOpenCode;
  return true;
}

/// Reads a name that was not expected, and the signs around it, or the end of the answer.
bool RecordWalker::walk_part_name(JsonCursor& cursor, bool is_first, Part& part, bool& is_end) {
  std::array<KnownBytes, kPartCount>& known = parts_[is_first ? 0 : 1];
  const char* const begin = cursor.at();
  if (is_first && !cursor.take_sign('{')) return false;
  cursor.skip_blanks();
  is_end = cursor.take('}');
  if (is_end) return true;
  if (!is_first && !cursor.take_sign(',')) return false;
  std::string_view name;
  if (!cursor.take_plain_text(name) || !cursor.take_sign(':')) return false;
  static constexpr std::array<std::string_view, kPartCount> kNames = {"value", "evidence", "note", "links",
                                                                      "not_applicable"};
  std::size_t which = 0;
  while (which < kNames.size() && kNames[which] != name) ++which;
  if (which == kNames.size()) return false;
  part = static_cast<Part>(which);
  known[part].set({begin, static_cast<std::size_t>(cursor.at() - begin)});
  return true;
}

bool RecordWalker::walk_evidence(JsonCursor& cursor, std::size_t& evidence) {
  std::string_view id;
  if (book_.rubric().parts().evidence.levels.empty()) return cursor.take_text(id, unescaped_);
  evidence = evidence_.take(cursor);
  if (evidence != QuotedNames::kNone) return true;
  // An empty name means the usual level.
  evidence = default_evidence_;
  return cursor.take_word("\"\"");
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

RecordWalker::Value RecordWalker::walk_value(JsonCursor& cursor, const Asked& asked, std::size_t& answer) {
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

RecordWalker::Value RecordWalker::walk_number(JsonCursor& cursor, const Asked& asked, std::size_t& answer) {
  if (is_json_digit(cursor.peek()) && ends_value(cursor.at()[1])) {
    answer = asked.levels[static_cast<unsigned char>(cursor.peek()) & 0xFU];
    if (answer != kNoLevel) {
      cursor.skip(1);
      return Value::answered;
    }
  }
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

RecordWalker::Value RecordWalker::walk_choices(JsonCursor& cursor, const Asked& asked) {
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

}  // namespace ibtikar
