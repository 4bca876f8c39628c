// See spelled.h.
#include "support/spelled.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"

namespace ibtikar::test {
namespace {

const std::vector<std::string> kTitles = {"Evening school",
                                          "مدرسة مسائية",
                                          "زيارات منزلية لكبار السنّ، ٢٠٢٦",
                                          "A \"quoted\" title \\ with / signs",
                                          "tab\tand\nline",
                                          "😀 beyond the plane",
                                          "",
                                          "=1+1",
                                          "x\xD8\x9Cy",
                                          "e\xCC\x81"};

void append_escape(std::string& out, char32_t c) {
  out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
}

std::string json_text(const std::string& text, bool is_ascii) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const auto point = code_point_at(text, at);
    const char32_t c = point ? point->value : U'?';
    const std::size_t next = point ? point->next : at + 1;
    if (c == '"' || c == '\\')
      out.append("\\") += static_cast<char>(c);
    else if (c == '\n')
      out += "\\n";
    else if (c < 0x20 || (is_ascii && c > 0x7F && c <= 0xFFFF))
      append_escape(out, c);
    else if (is_ascii && c > 0xFFFF) {
      append_escape(out, 0xD800 + ((c - 0x10000) >> 10U));
      append_escape(out, 0xDC00 + ((c - 0x10000) & 0x3FFU));
    } else
      out += text.substr(at, next - at);
    at = next;
  }
  return out + "\"";
}

using Members = std::vector<std::pair<std::string, std::string>>;

std::string object_of(Members members, const Spelling& how, Random& random) {
  if (how.is_shuffled) random.shuffle(members);
  std::string out = how.open;
  for (std::size_t i = 0; i < members.size(); ++i)
    out += (i > 0 ? how.comma : "") + "\"" + members[i].first + "\"" + how.colon + members[i].second;
  return out + how.close;
}

std::string value_text(const AnswerValue& value, const Spelling& how) {
  struct Words {
    const Spelling& how;
    std::string operator()(std::monostate) const { return "null"; }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(const std::string& text) const { return json_text(text, how.is_ascii); }
    std::string operator()(const std::vector<std::string>& list) const {
      std::string out = "[";
      for (const std::string& one : list) out += (out.size() > 1 ? how.comma : "") + json_text(one, false);
      return out + "]";
    }
  };
  return std::visit(Words{how}, value);
}

std::string answer_text(const Answer& answer, const Spelling& how, Random& random) {
  const bool is_short = answer.evidence.empty() && !answer.not_applicable && answer.note.empty();
  if (is_short && !how.has_long_answers) return value_text(answer.value, how);
  Members members;
  if (!answer.not_applicable || random.chance(50))
    members.emplace_back("value", answer.not_applicable ? "null" : value_text(answer.value, how));
  if (answer.not_applicable || random.chance(5))
    members.emplace_back("not_applicable", answer.not_applicable ? "true" : "false");
  if (!answer.evidence.empty()) members.emplace_back("evidence", json_text(answer.evidence, how.is_ascii));
  if (!answer.note.empty() || (how.has_notes && random.chance(30)))
    members.emplace_back("note",
                         json_text(answer.note.empty() ? random.pick(kTitles) : answer.note, how.is_ascii));
  if (how.has_notes && random.chance(20))
    members.emplace_back("links",
                         random.pick<std::string>({"[]", "[\"minutes.pdf\"]", "[ \"a\" , \"\\u0628\" ]"}));
  return object_of(std::move(members), how, random);
}

}  // namespace

Spelling random_spelling(Random& random) {
  Spelling how;
  if (random.chance(40)) {
    how.comma = ", ";
    how.colon = ": ";
  }
  if (random.chance(15)) {
    how.comma = random.pick<std::string>({" , ", ",\t", ",  "});
    how.colon = random.pick<std::string>({" :", ":\t ", " : "});
    how.open = random.pick<std::string>({"{ ", "{\t", "{"});
    how.close = random.pick<std::string>({" }", "\t}", "}"});
  }
  how.is_ascii = random.chance(30);
  how.is_shuffled = random.chance(25);
  how.has_notes = random.chance(40);
  how.has_reference = random.chance(80);
  how.has_long_answers = random.chance(30);
  return how;
}

std::string spelled(const Rubric& rubric, const Proposal& proposal, const Spelling& how, std::size_t number,
                    Random& random) {
  Members members;
  members.emplace_back("format", "\"ibtikar-proposal/1\"");
  if (how.has_reference)
    members.emplace_back("rubric", object_of({{"id", json_text(rubric.id(), false)},
                                              {"version", json_text(rubric.version(), false)}},
                                             how, random));
  if (!random.chance(5))
    members.emplace_back("id", random.chance(10) ? fmt::format("{}", number)
                                                 : json_text(fmt::format("p-{}", number), how.is_ascii));
  if (!random.chance(5)) members.emplace_back("title", json_text(random.pick(kTitles), how.is_ascii));
  members.emplace_back("language", random.chance(50) ? "\"ar\"" : "\"en\"");
  Members answers;
  for (const auto& [id, answer] : proposal.answers)
    answers.emplace_back(id, answer_text(answer, how, random));
  members.emplace_back("answers", object_of(std::move(answers), how, random));
  return object_of(std::move(members), how, random);
}

std::string damaged(std::string record, const Rubric& rubric, Random& random) {
  const std::vector<std::string> pieces = {"\"",
                                           "{",
                                           "}",
                                           "[",
                                           "]",
                                           ",",
                                           ":",
                                           "0",
                                           "-0",
                                           "1e400",
                                           "true",
                                           "null",
                                           "\\u0000",
                                           "\x80",
                                           "\xFF",
                                           "\"x\":1,",
                                           "\"a\"",
                                           "9e9",
                                           "n/a",
                                           " ",
                                           "\\ud800",
                                           "\\x",
                                           "1.0",
                                           "00",
                                           "\t",
                                           "\\",
                                           "\"n/a\"",
                                           "-",
                                           "2.50",
                                           "\"id\":1,",
                                           "\x01",
                                           "5",
                                           "\"value\":1,",
                                           "1,",
                                           "\xD8",
                                           "18446744073709551616",
                                           "\\u0061",
                                           "\"context\":{\"a\":1},",
                                           "\"title\":\"twice\",",
                                           "#",
                                           "\r",
                                           "\"note\":\"\","};
  const std::size_t at = random.below(record.size());
  switch (random.below(8)) {
    case 0:  // a piece of it twice
    case 1: {
      const std::size_t begin = record.find("\"", at);
      const std::size_t end = begin == std::string::npos ? begin : record.find(',', begin);
      if (end != std::string::npos) record.insert(begin, record.substr(begin, end + 1 - begin));
      return record;
    }
    case 2:  // or left out
    {
      const std::size_t begin = record.find("\"", at);
      const std::size_t end = begin == std::string::npos ? begin : record.find(',', begin);
      if (end != std::string::npos) record.erase(begin, end + 1 - begin);
      return record;
    }
    case 3:  // another question's name, or none's
    {
      const std::size_t begin = record.find('"', at);
      const std::size_t end = begin == std::string::npos ? begin : record.find('"', begin + 1);
      const std::string name = rubric.full_id(random.below(rubric.question_count()));
      if (end != std::string::npos) record.replace(begin + 1, end - begin - 1, name);
      return record;
    }
    case 4: {
      const std::size_t digit = record.find_first_of("0123456789", at);
      if (digit != std::string::npos) record[digit] = static_cast<char>('0' + random.below(10));
      return record;
    }
    case 5:  // cut off, or followed by something
      if (random.chance(50))
        record.resize(at);
      else
        record += random.pick<std::string>({" ", "}", record, ",", "\r", "  \t"});
      return record;
    default: {
      const std::size_t gone = random.below(3);
      return record.replace(at, std::min(gone, record.size() - at), random.pick(pieces));
    }
  }
}

}  // namespace ibtikar::test
