// See ways_in.h.
#include "support/ways_in.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/utf8.h"
#include "codec/proposal/answers_file.h"
#include "ibtikar/proposal.h"
#include "support/process.h"

namespace ibtikar::test {
namespace {

struct Asked {
  const char* id;
  Answer answer;
};

struct Given {
  std::string id;
  std::string title;
  std::vector<Asked> answers;
};

Answer answered_as(AnswerValue value, std::string evidence = {}, std::string note = {}) {
  return {std::move(value), false, std::move(evidence), std::move(note), {}};
}

Answer does_not_apply() { return {{}, true, {}, {}, {}}; }

using List = std::vector<std::string>;

const std::vector<Given> kGiven = {
    {"P-1",
     "Evening school, \"spring\"",
     {{"c.s", answered_as(2.0, "measured", "Minutes, page 4; \"approved\"")},
      {"c.y", answered_as(true)},
      {"c.n", answered_as(2.5, "claimed")},
      {"c.o", answered_as(std::string("two"))},
      {"c.m", answered_as(List{"x", "z"}, "measured")},
      {"c.t", answered_as(std::string("An evening school; for all"))}}},
    {"42",
     "A number as its id",
     {{"c.s", answered_as(0.0)}, {"c.y", answered_as(false, "measured")}, {"c.m", answered_as(List{})}}},
    {"ص-٣",
     "مدرسة مسائية، للجميع",
     {{"c.s", answered_as(1.0, {}, "ورد في المحضر")},
      {"c.y", does_not_apply()},
      {"c.t", answered_as(std::string("نص حر"))}}},
    {"F-4", "Faulty, and told", {{"c.s", answered_as(1.0)}, {"c.n", answered_as(700.0)}}},
    {"=5+5",
     "<b>no markup</b>",
     {{"c.n", answered_as(10.0)}, {"c.o", answered_as(std::string("one"), "measured")}}},
    {"", "Without an id", {{"c.s", answered_as(2.0)}, {"c.n", answered_as(0.0)}}},
    {"P-7", "Nothing is known of it", {}},
};
constexpr std::size_t kNameless = 5;
const std::vector<std::string> kQuestions = {"c.s", "c.y", "c.n", "c.o", "c.m", "c.t"};

bool is_number(const std::string& id) { return !id.empty() && id.find_first_not_of("0123456789") == id.npos; }

std::string json_of(const Given& given) {
  AnswersFile file;
  if (!given.id.empty()) file.set_text("id", given.id);
  file.set_text("title", given.title);
  for (const Asked& asked : given.answers) file.set_answer(asked.id, asked.answer);
  std::string text = file.text();
  const std::string id = "\"id\": \"" + given.id + "\"";
  if (is_number(given.id)) text.replace(text.find(id), id.size(), "\"id\": " + given.id);
  return text;
}

std::string line_of(const Given& given) {
  std::string text = json_of(given);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// Those from `first` up to `end`.
std::string ndjson(std::size_t first = 0, std::size_t end = kGiven.size()) {
  std::string text;
  for (std::size_t i = first; i < end; ++i) text += line_of(kGiven[i]) + "\n";
  return text;
}

std::string array(const char* between, std::size_t first = 0, std::size_t end = kGiven.size()) {
  std::string text = "[";
  for (std::size_t i = first; i < end; ++i) text += (i > first ? between : "\n") + json_of(kGiven[i]);
  return text + "]\n";
}

const Answer* answer_of(const Given& given, const std::string& question) {
  for (const Asked& asked : given.answers)
    if (asked.id == question) return &asked.answer;
  return nullptr;
}

std::string written_cell(const Answer* answer) {
  if (answer == nullptr) return {};
  if (answer->not_applicable) return "n/a";
  if (const auto* number = std::get_if<double>(&answer->value)) return shortest(*number);
  if (const auto* truth = std::get_if<bool>(&answer->value)) return *truth ? "yes" : "no";
  if (const auto* text = std::get_if<std::string>(&answer->value)) return *text;
  const auto* list = std::get_if<List>(&answer->value);
  if (list == nullptr) return {};
  std::string cell;
  for (const std::string& id : *list) cell += (cell.empty() ? "" : " ") + id;
  return cell.empty() ? "|" : cell;
}

std::string quoted_for_csv(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string row(const List& cells, char delimiter) {
  std::string out;
  for (const std::string& cell : cells)
    out += (out.empty() ? "" : std::string(1, delimiter)) + quoted_for_csv(cell);
  return out + "\r\n";
}

std::string table(char delimiter, std::size_t first = 0, std::size_t end = kGiven.size()) {
  List header = {"id", "title"};
  for (const std::string& question : kQuestions)
    for (const char* part : {"", ":evidence", ":note"}) header.push_back(question + part);
  std::string text = row(header, delimiter);
  for (std::size_t i = first; i < end; ++i) {
    List cells = {kGiven[i].id, kGiven[i].title};
    for (const std::string& question : kQuestions) {
      const Answer* answer = answer_of(kGiven[i], question);
      cells.push_back(written_cell(answer));
      cells.push_back(answer == nullptr ? "" : answer->evidence);
      cells.push_back(answer == nullptr ? "" : answer->note);
    }
    text += row(cells, delimiter);
  }
  return text;
}

constexpr const char* kMapping = R"({
  "format": "ibtikar-mapping/1",
  "codes": {"extent": {"Not at all": 0, "In part": 1, "Fully": 2}, "truth": {"Ja": true, "Nein": false, "trifft nicht zu": "n/a"}},
  "columns": {
    "Number": "id", "Name of it": "title",
    "s*": {"question": "c.s", "codes": "extent"}, "Evidence of s": "c.s:evidence", "Note on s": "c.s:note",
    "y": {"question": "c.y", "codes": "truth"}, "Evidence of y": "c.y:evidence",
    "n": "c.n", "Evidence of n": "c.n:evidence", "o": "c.o", "Evidence of o": "c.o:evidence",
    "m/x": {"question": "c.m", "option": "x"}, "m/z": {"question": "c.m", "option": "z"}, "Evidence of m": "c.m:evidence",
    "t": "c.t"
  }
})";

std::string mapped_table() {
  std::string text =
      row({"Number", "Name of it", "s. How far?", "Evidence of s", "Note on s", "y", "Evidence of y", "n",
           "Evidence of n", "o", "Evidence of o", "m/x", "m/z", "Evidence of m", "t", "Received"},
          ',');
  for (const Given& given : kGiven) {
    const auto evidence = [&](const char* question) {
      const Answer* answer = answer_of(given, question);
      return answer == nullptr ? std::string() : answer->evidence;
    };
    const Answer* s = answer_of(given, "c.s");
    const Answer* y = answer_of(given, "c.y");
    const Answer* m = answer_of(given, "c.m");
    const List* chosen = m == nullptr ? nullptr : std::get_if<List>(&m->value);
    const auto option = [&](const char* id) {
      if (chosen == nullptr) return std::string();
      return std::string(std::find(chosen->begin(), chosen->end(), id) == chosen->end() ? "0" : "1");
    };
    const List levels = {"Not at all", "In part", "Fully"};
    text += row({given.id, given.title,
                 s == nullptr ? "" : levels[static_cast<std::size_t>(std::get<double>(s->value))],
                 evidence("c.s"), s == nullptr ? "" : s->note,
                 y == nullptr               ? ""
                 : y->not_applicable        ? "trifft nicht zu"
                 : std::get<bool>(y->value) ? "Ja"
                                            : "Nein",
                 evidence("c.y"), written_cell(answer_of(given, "c.n")), evidence("c.n"),
                 written_cell(answer_of(given, "c.o")), evidence("c.o"), option("x"), option("z"),
                 evidence("c.m"), written_cell(answer_of(given, "c.t")), "2026-01-01"},
                ',');
  }
  return text;
}

std::size_t line_of_nameless(const std::string& text) {
  const std::size_t at = text.find("Without an id");
  return 1 + static_cast<std::size_t>(
                 std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

/// A stream: the proposal without an id is named by its line.
GivenInput stream(const TempDir& here, const std::string& name, const std::string& text) {
  here.write(name, text);
  return {{name}, {}, fmt::format("{}:{}", name, line_of_nameless(text))};
}

/// An array's elements begin before their titles.
GivenInput array_file(const TempDir& here, const std::string& name, const std::string& text) {
  GivenInput given = stream(here, name, text);
  const std::size_t begin = text.rfind('{', text.rfind("\"format\"", text.find("Without an id")));
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n');
  const std::size_t line_begin = text.rfind('\n', begin) + 1;
  const bool is_alone = text.substr(line_begin, begin - line_begin).find('}') == std::string::npos;
  given.nameless = is_alone ? fmt::format("{}:{}", name, line)
                            : fmt::format("{}:{}:{}", name, line,
                                          1 + count_code_points(text.substr(line_begin, begin - line_begin)));
  return given;
}

GivenInput packed(const TempDir& here, GivenInput given, const char* program, const char* extension) {
  const std::string name = given.arguments.back();
  const Finished made =
      run_process({.program = program, .arguments = {"-q", "-f", name}, .directory = here.path()});
  if (made.status != 0) throw std::runtime_error(std::string(program) + ": " + made.err);
  given.arguments.back() += extension;
  given.nameless.insert(given.nameless.find(name) + name.size(), extension);
  return given;
}

std::string given_name(std::size_t i) {
  return fmt::format("{}-{}", i, i == kNameless ? "nameless" : "given");
}

void write_given(const TempDir& here, std::size_t i) {
  here.write("in/" + given_name(i) + ".json", json_of(kGiven[i]));
}

GivenInput folder(const TempDir& here) {
  for (std::size_t i = 0; i < kGiven.size(); ++i) write_given(here, i);
  return {{"in"}, {}, given_name(kNameless)};
}

GivenInput mixed(const TempDir& here) {
  write_given(here, 0);
  here.write("b.csv", table(',', 1, 3));
  here.write("c.json", array(",\n", 3, 4));
  here.write("d.tsv", table('\t', 4, 5));
  GivenInput given = stream(here, "e.ndjson", ndjson(5));
  given.arguments = {"in/" + given_name(0) + ".json", "b.csv", "c.json", "d.tsv", "e.ndjson"};
  return given;
}

GivenInput from_standard_input(std::string text) {
  const std::string name = fmt::format("standard input:{}", line_of_nameless(text));
  return {{"-"}, std::move(text), name};
}

GivenInput mapped(const TempDir& here) {
  here.write("map.json", kMapping);
  GivenInput given = stream(here, "form.csv", mapped_table());
  given.arguments.insert(given.arguments.begin(), {"--map", "map.json"});
  return given;
}

}  // namespace

const std::vector<WayIn>& ways_in() {
  static const std::vector<WayIn> kWays = {
      {"Files", folder},
      {"Array", [](const TempDir& here) { return array_file(here, "all.json", array(",\n  ")); }},
      {"ArrayOnOneLine",
       [](const TempDir& here) {
         std::string text = array(",");
         std::replace(text.begin(), text.end(), '\n', ' ');
         return array_file(here, "all.json", text);
       }},
      {"Ndjson", [](const TempDir& here) { return stream(here, "all.ndjson", ndjson()); }},
      {"NdjsonStandardInput", [](const TempDir&) { return from_standard_input(ndjson()); }},
      {"Csv", [](const TempDir& here) { return stream(here, "all.csv", table(',')); }},
      {"CsvStandardInput", [](const TempDir&) { return from_standard_input(table(';')); }},
      {"Tsv", [](const TempDir& here) { return stream(here, "all.tsv", table('\t')); }},
      {"MappedCsv", mapped},
      {"PackedNdjson",
       [](const TempDir& here) { return packed(here, stream(here, "all.ndjson", ndjson()), "gzip", ".gz"); }},
      {"PackedArray",
       [](const TempDir& here) {
         return packed(here, array_file(here, "all.json", array(",\n")), "gzip", ".gz");
       }},
      {"PackedCsv",
       [](const TempDir& here) { return packed(here, stream(here, "all.csv", table(',')), "zstd", ".zst"); }},
      {"Mixed", mixed},
  };
  return kWays;
}

std::string matrix_rubric() {
  return R"({
  "format": "ibtikar-rubric/1", "id": "matrix", "version": "1", "title": "Matrix", "languages": ["en"],
  "bands": [{"id": "low", "from": 0, "title": "Low"}, {"id": "high", "from": 50, "title": "High"}],
  "evidence": {"default": "claimed", "levels": [
    {"id": "claimed", "margin": 0.25, "ceiling": 0.75, "title": "Claimed"},
    {"id": "measured", "margin": 0, "ceiling": 1, "title": "Measured"}]},
  "dimensions": [{"id": "d", "title": "D"}, {"id": "e", "title": "E"}],
  "gates": [{"id": "no", "when": {"question": "c.y", "is": false}, "cap": {"overall": 40}, "message": "No"}],
  "sections": [{"id": "s", "title": "S", "criteria": [{"id": "c", "title": "C", "contributes": {"d": 1, "e": 2}, "questions": [
    {"id": "s", "ask": "How far?", "type": "scale", "levels": [
      {"value": 0, "title": "Not at all"}, {"value": 1, "title": "In part"}, {"value": 2, "title": "Fully"}]},
    {"id": "y", "ask": "Is it?", "type": "yes_no", "not_applicable": true},
    {"id": "n", "ask": "How many?", "type": "number", "min": 0, "max": 10, "points": [[0, 0], [10, 1]]},
    {"id": "o", "ask": "Which?", "type": "choice", "options": [
      {"id": "one", "title": "One", "score": 0}, {"id": "two", "title": "Two", "score": 1}]},
    {"id": "m", "ask": "Which of them?", "type": "choices", "options": [
      {"id": "x", "title": "X", "score": 0.5}, {"id": "z", "title": "Z", "score": 0.5}]},
    {"id": "t", "ask": "In your words?", "type": "text"}]}]}]
})";
}

}  // namespace ibtikar::test
