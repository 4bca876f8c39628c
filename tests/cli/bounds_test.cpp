// Every reader against every shape of hostile input: what it takes is bounded by what it reads.
//
// Each case runs at a size and at four times that size. The program may have 64 MiB of memory and ten
// times the input (docs/reliability.md): with more, it would end with status 70. No test asserts a time;
// four times the input may take ten times the work, which quadratic work exceeds.
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"
#include "support/workbooks.h"

namespace ibtikar::test {
namespace {

/// What a JSON object has in too great a number, `count` of them.
struct HostileShape {
  std::string name;
  std::function<std::string(std::size_t count)> members;
};

/// A reader: a document, the member of it that gets too much ("" for the document itself), and the command
/// that reads it from `input`.
struct JsonReaderCase {
  std::string name;
  std::string document;
  std::string into;
  std::vector<std::string> arguments;

  friend void PrintTo(const JsonReaderCase& reader, std::ostream* out) { *out << reader.name; }
};

std::string in_number(std::size_t count, const std::function<std::string(std::size_t)>& piece) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i > 0 ? "," : "") + piece(i);
  return out;
}

std::vector<HostileShape> hostile_shapes() {
  const auto list = [](std::string_view element) {
    return [element](std::size_t n) {
      return "\"x\": [" + in_number(n, [&](std::size_t) { return std::string(element); }) + "]";
    };
  };
  return {
      {"unknown members",
       [](std::size_t n) { return in_number(n, [](std::size_t i) { return fmt::format("\"m{}\":1", i); }); }},
      {"equal members", [](std::size_t n) { return in_number(n, [](std::size_t) { return "\"a\":1"; }); }},
      {"members in a free part",
       [](std::size_t n) {
         return "\"x-a\": {" + in_number(n, [](std::size_t i) { return fmt::format("\"k{}\":1", i); }) + "}";
       }},
      {"objects",
       [](std::size_t n) {
         return in_number(n, [](std::size_t i) { return fmt::format("\"o{}\":{{\"value\":[1]}}", i); });
       }},
      {"a list of lists", list("[]")},
      {"a list of texts", list("\"\"")},
      {"brackets", [](std::size_t n) { return "\"x\":" + std::string(n * 10, '['); }},
      {"a long text", [](std::size_t n) { return "\"x-a\":\"" + std::string(n * 10, 'x') + "\""; }},
      {"digits", [](std::size_t n) { return "\"x\":" + std::string(n * 10, '1'); }},
  };
}

std::string bounds_proposal() { return R"({"id": "p", "assessor": "a", "answers": {"goal.exists": true}})"; }

std::vector<JsonReaderCase> json_readers() {
  const std::vector<std::string> scored = {"score", "-q", "-r", "r.json", "input"};
  const std::vector<std::string> batched = {"batch",          "-q",   "-j", "1",     "-r",   "r.json",
                                            "--input-format", "json", "-o", "o.csv", "input"};
  const std::string mapping = R"({"format": "ibtikar-mapping/1", "columns": {"q": "goal.exists"}})";
  const std::vector<std::string> mapped = {"batch", "-q", "-r", "r.json", "--map", "input", "t.csv"};
  return {
      {"Proposal", bounds_proposal(), "", scored},
      {"Answers", bounds_proposal(), "\"answers\": {", scored},
      {"Record", bounds_proposal(), "", batched},
      {"AnswersOfARecord", bounds_proposal(), "\"answers\": {", batched},
      {"Rubric", "RUBRIC", "", {"rubric", "check", "input"}},
      {"Assessment", "ASSESSMENT", "", {"report", "input", "-o", "o.html"}},
      {"Summary", "SUMMARY", "", {"merge", "input", "-o", "o.json"}},
      {"WarningsOfASummary", "SUMMARY", "\"warnings\": {", {"merge", "input", "-o", "o.json"}},
      {"Ranking", "RANKING", "", {"draw", "input", "--fund", "1", "--seed", "s", "-o", "o.json"}},
      {"Mapping", mapping, "", mapped},
      {"ColumnsOfAMapping", mapping, "\"columns\": {", mapped},
      {"Judgements",
       R"({"format": "ibtikar-judgements/1", "method": "ahp"})",
       "",
       {"weights", "ahp", "--judgements", "input", "-r", "r.json"}},
      {"Form", bounds_proposal(), "", {"fill", "-r", "r.json", "input", "t.csv", "-o", "o.json"}},
      {"Interview", bounds_proposal(), "", {"ask", "--plain", "-r", "r.json", "input"}},
      {"Baseline", bounds_proposal(), "", {"score", "-q", "-r", "r.json", "p.json", "--baseline", "input"}},
      {"Conversion", bounds_proposal(), "", {"rubric", "convert", "input", "-o", "o.json"}},
      {"MappedRecord",
       bounds_proposal(),
       "",
       {"batch", "-q", "-j", "1", "-r", "r.json", "--map", "m.json", "--input-format", "json", "-o", "o.csv",
        "input"}},
      {"VerifiedAssessment", "ASSESSMENT", "", {"verify", "-q", "-r", "r.json", "input", "p.json"}},
      {"VerifiedSummary", "SUMMARY", "", {"verify", "-q", "-r", "r.json", "input", "p.json"}},
      {"VerifiedRanking", "RANKING", "", {"verify", "-q", "-r", "r.json", "input", "p.json", "q.json"}},
      {"VerifiedPanel", "PANEL", "", {"verify", "-q", "-r", "r.json", "input", "p.json", "q.json"}},
      {"ProgramsOfAVerifiedPanel",
       "PANEL",
       "\"consensus\": {",
       {"verify", "-q", "-r", "r.json", "input", "p.json", "q.json"}},
  };
}

class Bounds : public testing::Test {
 protected:
  Bounds() {
    here_.write("r.json", read_file(project_dir() + "/tests/data/valid/small.json"));
    here_.write("p.json", bounds_proposal());
    here_.write("q.json", R"({"id": "q", "assessor": "a", "answers": {"goal.exists": false}})");
    here_.write("t.csv", "id,q\np,yes\n");
    here_.write("m.json", R"({"format": "ibtikar-mapping/1", "columns": {"answers.q": "goal.exists"}})");
  }

  /// What the program wrote, which it must have done.
  std::string made(std::vector<std::string> arguments) {
    return run_process({.program = program(), .arguments = std::move(arguments), .directory = here_.path()})
        .out;
  }

  /// Runs the program in bounded memory, and returns the work that it took.
  double work_on(const std::string& input, std::vector<std::string> arguments, const std::string& what) {
    here_.write("input", input);
    Command command{program(), std::move(arguments)};
#ifndef __SANITIZE_ADDRESS__  // which reserves terabytes
    const std::size_t most = (std::size_t{64} << 10) + 10 * input.size() / 1024;
    command.arguments.insert(command.arguments.begin(),
                             {"-c", fmt::format("ulimit -d {}; exec \"$0\" \"$@\"", most), program()});
    command.program = "sh";
#endif
    command.directory = here_.path();
    const Finished finished = run_process(command);
    EXPECT_FALSE(finished.timed_out) << what;
    EXPECT_EQ(finished.signal, 0) << what;
    EXPECT_LE(finished.status, 3) << what << finished.err.substr(0, 500);
    EXPECT_LT(finished.err.size(), 200'000) << what;
    return std::chrono::duration<double>(finished.work).count();
  }

  void expect_bounded(const std::function<std::string(std::size_t)>& input, std::size_t count,
                      const std::vector<std::string>& arguments, const std::string& what) {
    const double once = work_on(input(count), arguments, what);
    const double fourfold = work_on(input(4 * count), arguments, what);
    constexpr double kStart = 0.5;  // a busy machine may take so long to start a program
    EXPECT_LE(fourfold, 10 * once + kStart) << what;
  }

  const TempDir here_;
};

class JsonBounds : public Bounds, public testing::WithParamInterface<JsonReaderCase> {
 protected:
  std::string whole_document() {
    const std::string& document = GetParam().document;
    if (document == "RUBRIC") return here_.read("r.json");
    if (document == "ASSESSMENT") return made({"score", "-r", "r.json", "p.json", "-f", "json"});
    if (document == "SUMMARY") {
      made({"batch", "-q", "-r", "r.json", "p.json", "--summary", "s.json"});
      std::string summary = here_.read("s.json");
      return summary.replace(summary.find("\"warnings\": {}"), 14, "\"warnings\": {\"z\": 1}");
    }
    if (document == "PANEL") return made({"panel", "-r", "r.json", "p.json", "q.json", "-f", "json"});
    if (document == "RANKING") return made({"rank", "-r", "r.json", "p.json", "q.json", "-f", "json"});
    return document;
  }
};

TEST_P(JsonBounds, HoldForEveryShape) {
  constexpr std::size_t kCount = 40'000;
  const JsonReaderCase& reader = GetParam();
  const std::string whole = whole_document();
  const std::string_view into = reader.into.empty() ? "{" : std::string_view(reader.into);
  const std::size_t at = whole.find(into);
  ASSERT_NE(at, std::string::npos) << whole;
  for (const HostileShape& shape : hostile_shapes())
    expect_bounded(
        [&](std::size_t count) {
          return std::string(whole).insert(at + into.size(), shape.members(count) + ",");
        },
        kCount, reader.arguments, reader.name + ": " + shape.name);
}

INSTANTIATE_TEST_SUITE_P(OfReaders, JsonBounds, testing::ValuesIn(json_readers()),
                         [](const auto& one) { return one.param.name; });

struct TextReaderCase {
  std::string name;
  std::function<std::string(std::size_t)> input;
  std::size_t count = 0;
  std::vector<std::string> arguments;

  friend void PrintTo(const TextReaderCase& reader, std::ostream* out) { *out << reader.name; }
};

/// "BEGIN", then `count` times `piece`.
std::function<std::string(std::size_t)> repeated(std::string begin, std::string piece) {
  return [begin = std::move(begin), piece = std::move(piece)](std::size_t count) {
    std::string out = begin;
    for (std::size_t i = 0; i < count; ++i) out += piece;
    return out + "\n";
  };
}

std::vector<TextReaderCase> text_readers() {
  const std::vector<std::string> table = {"batch",          "-q",  "-j",        "1",  "-r",    "r.json",
                                          "--input-format", "csv", "--lenient", "-o", "o.csv", "input"};
  const std::vector<std::string> panel = {"panel",  "-r",     "r.json",       "-o",
                                          "o.json", "p.json", "--exclusions", "input"};
  const std::vector<std::string> page = {"score", "-r",    "r.json",     "p.json",
                                         "-o",    "o.txt", "--template", "input"};
  const std::vector<std::string> records = {"batch",          "-q",     "-j", "1",     "-r",   "r.json",
                                            "--input-format", "ndjson", "-o", "o.csv", "input"};
  std::vector<std::string> pages = records;
  pages.insert(pages.end(), {"--reports", "pages"});
  const std::vector<std::string> verified = {"verify", "-q", "-r", "r.json", "input", "p.json"};
  const std::string head = "id,goal.exists,goal.written\n";
  return {
      {"Cells", repeated(head + "p,yes", ","), 1'000'000, table},
      {"QuotationMarks", repeated(head + "p,yes,", "\""), 400'000, table},
      {"OpenCell", repeated(head + "p,yes,\"", "x\n"), 20'000, table},
      {"Columns", repeated("id,goal.exists", ",goal.exist"), 9'000, table},
      {"BadRows", repeated(head, "p,perhaps,7\n"), 10'000, table},
      {"EmptyLines", repeated(head, "\n"), 400'000, table},
      {"EqualIds",
       repeated("", R"({"id": "p", "answers": {"goal.exists": true}})"
                    "\n"),
       20'000, records},
      {"EqualPages",
       repeated("", R"({"id": "p", "answers": {"goal.exists": true}})"
                    "\n"),
       500, pages},
      {"SavedRows",
       repeated("", R"({"id": "p", "title": null, "verdict": "low"})"
                    "\n"),
       10'000, verified},
      {"Exclusions", repeated("a:p\n", "a:q\n"), 40'000, panel},
      {"BadExclusions", repeated("", "nobody\n"), 40'000, panel},
      {"TagsOfATemplate", repeated("", "{{title}}"), 20'000, page},
      {"UnknownTags", repeated("", "{{titel}}"), 4'000, page},
      {"OpenTags", repeated("", "{{"), 100'000, page},
      {"NestedTags", repeated("", "{{#answers}}"), 4'000, page},
  };
}

class TextBounds : public Bounds, public testing::WithParamInterface<TextReaderCase> {};

TEST_P(TextBounds, Hold) {
  const TextReaderCase& reader = GetParam();
  expect_bounded(reader.input, reader.count, reader.arguments, reader.name);
}

INSTANTIATE_TEST_SUITE_P(OfReaders, TextBounds, testing::ValuesIn(text_readers()),
                         [](const auto& one) { return one.param.name; });

/// A list of a rubric with too many elements: where it begins, and one of them, with its number for {0}.
struct LongListCase {
  std::string name;
  std::string into;
  std::string element;

  friend void PrintTo(const LongListCase& list, std::ostream* out) { *out << list.name; }
};

std::vector<LongListCase> long_lists() {
  return {
      {"Languages", "\"languages\": [", R"("l{0}")"},
      {"Sources", "\"sources\": [", R"({{"id": "s{0}", "citation": "c"}})"},
      {"Bands", "\"bands\": [", R"({{"id": "s{0}", "from": 1, "title": "t"}})"},
      {"Scales", "\"scales\": {",
       R"("s{0}": {{"levels": [{{"value": 0, "title": "a"}}, {{"value": 1, "title": "b"}}]}})"},
      {"Levels", "\"levels\": [", R"({{"id": "s{0}", "margin": 0, "title": "t"}})"},
      {"Dimensions", "\"dimensions\": [", R"({{"id": "s{0}", "weight": 1, "title": "t"}})"},
      {"Sections", "\"sections\": [", R"({{"id": "s{0}", "title": "t", "criteria": []}})"},
      {"Criteria", "\"criteria\": [", R"({{"id": "s{0}", "title": "t", "questions": []}})"},
      {"Questions", "\"questions\": [", R"({{"id": "s{0}", "ask": "?", "type": "yes_no"}})"},
      {"Options", "\"options\": [", R"({{"id": "s{0}", "title": "t", "score": 1}})"},
      {"Points", "\"points\": [", "[{0}, 1]"},
      {"Contributions", "\"contributes\": {", R"("s{0}": 1)"},
      {"Conditions", "\"when\": {", R"("x{0}": {{"question": "goal.exists", "is": true}})"},
      {"Gates", "{\n  \"format\"",
       R"({{"id": "s{0}", "message": "m", "cap": {{"overall": 10}}, "when": )"
       R"({{"question": "goal.exists", "is": false}}}})"},
  };
}

class LongLists : public Bounds, public testing::WithParamInterface<LongListCase> {};

TEST_P(LongLists, OfARubricTakeNoMoreThanTheyMay) {
  const LongListCase& list = GetParam();
  const std::string rubric = here_.read("r.json");
  const bool is_new = list.name == "Gates";  // this rubric has none
  const std::size_t at = is_new ? 1 : rubric.find(list.into) + list.into.size();
  ASSERT_LT(at, rubric.size());
  const auto input = [&](std::size_t count) {
    const std::string elements =
        in_number(count, [&](std::size_t i) { return fmt::format(fmt::runtime(list.element), i); });
    return std::string(rubric).insert(at, (is_new ? "\"gates\": [" + elements + "]" : elements) + ",");
  };
  // Of 160,000 scales the document alone takes what is promised: docs/reliability.md says so.
  const std::size_t count = list.name == "Scales" ? 10'000 : 40'000;
  expect_bounded(input, count, {"rubric", "check", "input"}, list.name);
}

INSTANTIATE_TEST_SUITE_P(Of, LongLists, testing::ValuesIn(long_lists()),
                         [](const auto& one) { return one.param.name; });

/// Workbooks, which are packed: what they unpack to takes bounded memory, too.
struct WorkbookCase {
  std::string name;
  std::function<std::string(std::size_t)> input;
  std::size_t count = 0;

  friend void PrintTo(const WorkbookCase& book, std::ostream* out) { *out << book.name; }
};

std::vector<WorkbookCase> workbook_cases() {
  const std::string head = text_row({"id", "goal.exists"});
  const auto rows_of = [head](const std::string& row) {
    return [head, row](std::size_t count) {
      std::string rows = head;
      for (std::size_t i = 0; i < count; ++i) rows += row;
      return xlsx(rows);
    };
  };
  const auto shared = [head](std::size_t count) {
    std::string texts;
    for (std::size_t i = 0; i < count; ++i) texts += fmt::format("<si><t>text {}</t></si>", i);
    return xlsx(MadeBook{{{"Answers", head + R"(<row><c t="s"><v>1</v></c></row>)"}}, texts});
  };
  const auto sheets = [head](std::size_t count) {
    MadeBook book;
    for (std::size_t i = 0; i < count; ++i) book.sheets.push_back({fmt::format("s{}", i), head});
    return xlsx(book);
  };
  const auto wide = [](std::size_t count) {
    return xlsx(text_row({"id", "goal.exists"}) + "<row>" + [&] {
      std::string cells;
      for (std::size_t i = 0; i < count; ++i) cells += "<c><v>1</v></c>";
      return cells;
    }() + "</row>");
  };
  const auto ods_rows = [](std::size_t count) {
    std::string rows = ods_text_row({"id", "goal.exists"});
    for (std::size_t i = 0; i < count; ++i)
      rows +=
          R"(<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>)";
    return ods_sheet(rows);
  };
  const auto ods_cells = [](std::size_t count) {
    std::string cells;
    for (std::size_t i = 0; i < count; ++i)
      cells += R"(<table:table-cell table:number-columns-repeated="1000000"/>)";
    return ods_sheet(ods_text_row({"id", "goal.exists"}) + "<table:table-row>" + cells +
                     "</table:table-row>");
  };
  return {
      {"Rows", rows_of(text_row({"p", "yes"})), 5'000},
      {"BadRows", rows_of(text_row({"p", "perhaps"})), 2'000},
      {"EmptyRows", rows_of("<row/>"), 40'000},
      {"FarRows", rows_of(R"(<row r="1000000"/>)"), 20'000},
      {"NestedTags", [head](std::size_t count) { return xlsx(head + std::string(count, '<')); }, 20'000},
      {"Cells", wide, 40'000},
      {"SharedTexts", shared, 10'000},
      {"Sheets", sheets, 100},
      {"RepeatedRowsOfOds", ods_rows, 1'000},
      {"RepeatedCellsOfOds", ods_cells, 1'000},
  };
}

class WorkbookBounds : public Bounds, public testing::WithParamInterface<WorkbookCase> {};

TEST_P(WorkbookBounds, Hold) {
  const WorkbookCase& book = GetParam();
  expect_bounded(book.input, book.count, {"batch", "-q", "-j", "1", "-r", "r.json", "-o", "o.csv", "input"},
                 book.name);
}

INSTANTIATE_TEST_SUITE_P(OfReaders, WorkbookBounds, testing::ValuesIn(workbook_cases()),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace ibtikar::test
