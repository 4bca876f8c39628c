// See tabled.h.
#include "support/tabled.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"

namespace ibtikar::test {
namespace {

std::string as_cell(const std::string& text, const TableWay& way, Random& random) {
  const bool needs_quotes = text.find_first_of(std::string("\"\r\n") + way.delimiter) != std::string::npos;
  if (!needs_quotes && !way.quotes_all && !random.chance(2)) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string title_or(const LocalizedText& text, const std::string& otherwise, Random& random) {
  return text.translations.empty() ? otherwise : random.pick(text.translations).text;
}

std::string random_value_cell(const Question& question, bool in_words, Random& random) {
  if (question.not_applicable && random.chance(5))
    return random.pick<std::string>({"n/a", "N/A", "لا ينطبق"});
  switch (question.type) {
    case QuestionType::scale: {
      const Level& level = random.pick(question.levels);
      const std::string number = shortest(level.value);
      return in_words ? title_or(level.title, number, random) : number;
    }
    case QuestionType::yes_no:
      return random.pick<std::string>({"true", "false", "yes", "no", "1", "0", "نعم", "لا", "Yes "});
    case QuestionType::choice: {
      const Option& option = random.pick(question.options);
      return in_words ? title_or(option.title, option.id, random) : option.id;
    }
    case QuestionType::choices: {
      std::string out;
      for (const Option& option : question.options)
        if (random.chance(40)) out += (out.empty() ? "" : random.chance(80) ? " " : "|") + option.id;
      return out;
    }
    case QuestionType::number: {
      const double low = question.min.value_or(0);
      const double high = question.max.value_or(1000);
      const double number = low + random.fraction() * (high - low);
      if (question.whole || random.chance(30)) return fmt::format("{:.0f}", number);
      return fmt::format("{:.{}f}", number, random.between(1, 4));
    }
    case QuestionType::text:
      return random.pick<std::string>({"some words", "a, b; c\td", "two\nlines", "\"quoted\"", "كلمات"});
  }
  return "";
}

std::string cell_of(const Rubric& rubric, const TableWay& way, const std::string& column, std::size_t number,
                    Random& random) {
  if (column == "id")
    return random.chance(5) ? random.pick<std::string>({"", " ", "p 1", "\u200Fp-7 ", "p-\"8\""})
                            : fmt::format("p-{}", number);
  if (column == "title")
    return random.pick<std::string>({"Evening school", "مدرسة مسائية", " blanks ", "\"quoted\"", "a, b; c\td",
                                     "two\nlines", "\u00A0wide\u00A0", "x", ""});
  if (column == "language") return random.pick<std::string>({"en", "ar", ""});
  if (column == "rubric")
    return random.chance(95) ? rubric.id() + " " + rubric.version()
                             : random.pick<std::string>({"", "other 1"});
  if (random.chance(way.empty_percent)) return random.chance(90) ? "" : " ";
  const std::size_t colon = column.find(':');
  const std::size_t slash = column.find('/');
  if (slash != std::string::npos) return random.pick<std::string>({"1", "0", "TRUE", "no", ""});
  const auto question = rubric.find(column.substr(0, colon));
  if (!question) return random.pick<std::string>({"", "a remark", "\"Well\", they said.", "7"});
  if (colon == std::string::npos)
    return random_value_cell(rubric.question(*question), way.has_words && random.chance(50), random);
  if (column.ends_with(":note"))
    return random.pick<std::string>({"a note", "with \"quotes\"", "of\ntwo lines", ""});
  const std::vector<EvidenceLevel>& levels = rubric.parts().evidence.levels;
  if (levels.empty()) return "";
  const EvidenceLevel& level = random.pick(levels);
  return way.has_words && random.chance(30) ? title_or(level.title, level.id, random) : level.id;
}

}  // namespace

TableWay random_table_way(const Rubric& rubric, Random& random) {
  TableWay way;
  way.delimiter = random.pick<char>({',', ',', ';', '\t'});
  way.line_end = random.chance(70) ? "\n" : "\r\n";
  way.quotes_all = random.chance(20);
  way.has_words = random.chance(30);
  way.is_mapped = random.chance(25);
  way.empty_percent = random.pick<std::size_t>({0, 10, 60});
  way.columns = {"id", "title"};
  for (const char* name : {"language", "rubric", "remarks"})
    if (random.chance(20)) way.columns.emplace_back(name);
  const std::size_t asked = random.pick<std::size_t>({100, 100, 70});
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    if (q > 0 && !random.chance(asked)) continue;  // a mapping without any question is refused
    const std::string id = rubric.full_id(q);
    if (rubric.question(q).type == QuestionType::choices && random.chance(40) && !way.is_mapped)
      for (const Option& option : rubric.question(q).options) way.columns.push_back(id + "/" + option.id);
    else
      way.columns.push_back(id);
    if (random.chance(40)) way.columns.push_back(id + ":evidence");
    if (random.chance(10)) way.columns.push_back(id + ":note");
  }
  if (random.chance(40)) random.shuffle(way.columns);
  return way;
}

std::string header_of(const TableWay& way) {
  std::string out;
  for (std::size_t i = 0; i < way.columns.size(); ++i)
    out += (i > 0 ? std::string(1, way.delimiter) : "") +
           (way.is_mapped ? fmt::format("c{}", i) : way.columns[i]);
  return out + way.line_end;
}

std::string mapping_text(const Rubric& rubric, const TableWay& way, Random& random) {
  std::string out = R"({"format":"ibtikar-mapping/1",)";
  if (!rubric.parts().evidence.levels.empty() && random.chance(50))
    out += fmt::format(R"("evidence":"{}",)", random.pick(rubric.parts().evidence.levels).id);
  if (random.chance(30)) out += R"("title":"One for all",)";
  out += R"("columns":{)";
  std::string columns;
  for (std::size_t i = 0; i < way.columns.size(); ++i) {
    const std::string& name = way.columns[i];
    if (name == "remarks" || (name == "title" && out.find("One for all") != std::string::npos)) continue;
    const std::size_t colon = name.find(':');
    const std::string id = name.substr(0, colon);
    std::string use = "\"" + name + "\"";
    if (const auto question = rubric.find(id); question && colon == std::string::npos) {
      use = fmt::format(R"({{"question":"{}")", id);
      if (rubric.question(*question).type == QuestionType::scale && random.chance(30))
        use += fmt::format(R"(,"codes":{{"{}":{},"3":null}})", random.chance(50) ? "1" : "low",
                           shortest(rubric.question(*question).levels.front().value));
      use += "}";
    }
    columns += fmt::format(R"({}"c{}":{})", columns.empty() ? "" : ",", i, use);
  }
  return out + columns + "}}";
}

std::string row_of(const Rubric& rubric, const TableWay& way, std::size_t number, Random& random) {
  std::string out;
  for (std::size_t i = 0; i < way.columns.size(); ++i)
    out += (i > 0 ? std::string(1, way.delimiter) : "") +
           as_cell(cell_of(rubric, way, way.columns[i], number, random), way, random);
  return out + way.line_end;
}

std::string torn_row(std::string row, Random& random) {
  static const std::vector<std::string> pieces = {
      "\"", "\"\"", "\n",   "\r\n",  "\r",   ",",  ";",   "\t",  " ",   "x", "\x80", "\xD8",
      "7",  "10",   "1,25", "1.250", "2.50", "-0", "1e1", "n/a", "yes", "|", "٣",    "\u200F"};
  const std::size_t at = random.below(row.size());
  switch (random.below(6)) {
    case 0:  // a cell twice, or none
    case 1: {
      const std::size_t begin = row.find_first_of(",;\t", at);
      const std::size_t end = begin == std::string::npos ? begin : row.find_first_of(",;\t\n", begin + 1);
      if (end == std::string::npos) return row;
      if (random.chance(50)) return row.erase(begin, end - begin);
      return row.insert(end, row.substr(begin, end - begin));
    }
    case 2: {
      const std::size_t digit = row.find_first_of("0123456789", at);
      if (digit != std::string::npos) row[digit] = static_cast<char>('0' + random.below(10));
      return row;
    }
    case 3:  // cells without anything
      for (char& c : row)
        if (random.chance(30) && c >= '0' && c <= '9') c = ' ';
      return row;
    default:
      return row.replace(at, std::min(random.below(3), row.size() - at), random.pick(pieces));
  }
}

}  // namespace ibtikar::test
