// Files that are something else than what a command reads: workbooks, documents, pictures, packed files,
// other encodings, and documents of ours in the wrong place. Each command names each in one message.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/places.h"
#include "support/process.h"
#include "support/random.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

using namespace std::string_literals;

struct WrongFile {
  const char* what;  ///< what the message says that it is
  std::string bytes;

  friend void PrintTo(const WrongFile& file, std::ostream* out) { *out << file.what; }
};

/// ASCII and Arabic, as `width` bytes a unit.
std::string wide(const std::u32string& text, std::size_t width, bool is_little) {
  std::string out;
  for (const char32_t c : text)
    for (std::size_t i = 0; i < width; ++i)
      out += static_cast<char>(c >> 8U * (is_little ? i : width - 1 - i) & 0xFFU);
  return out;
}

const std::u32string kTable = U"id;title;goal.years\r\nP-1;مدرسة مسائية;3\r\n";
const std::u32string kTableOfLineFeeds = U"id,title,goal.years\nP-1,Evening school,3\n";
const std::u32string kDocument = U"{\"id\": \"P-1\", \"answers\": {\"goal.years\": 3}}\n";

std::vector<WrongFile> wrong_files() {
  const std::string noise = "\n\0\x01\x80\xFF,;{}[]\n\x93\n\n\"\n"s;
  std::vector<WrongFile> files = {
      {"an Excel workbook",
       "PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml....PK\x03\x04xl/workbook.xml"s + noise},
      {"an OpenDocument spreadsheet",
       "PK\x03\x04\x14\0\0\x08\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK"s + noise},
      {"an old Office file", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + noise},
      {"a PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<< /Type, /Catalog >>\n"s + noise},
      {"a PDF", "%PDF-1.4\n1 0 obj, all of it ASCII\n"},
      {"a Word document", "PK\x03\x04\x14\0\x06\0[Content_Types].xmlPK\x03\x04word/document.xml"s + noise},
      {"an RTF document", "{\\rtf1\\ansi, hello;}\n}\n"},
      {"a picture (PNG)", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s + noise},
      {"a picture (JPEG)", "\xFF\xD8\xFF\xE0\0\x10JFIF"s + noise},
      {"packed with xz",
       "\xFD"
       "7zXZ\0\0\x04"s +
           noise},
      {"packed with bzip2", "BZh91AY&SY"s + noise},
      {"a ZIP archive", "PK\x03\x04\x14\0\0\0\0\0proposals.csv"s + noise},
      {"a 7-Zip archive", "7z\xBC\xAF\x27\x1C\0\x04"s + noise},
      {"a SQLite database", "SQLite format 3\0\x10\0"s + noise},
      {"a Parquet file", "PAR1\x15\0"s + noise},
      {"a web page", "<!DOCTYPE html>\n<html><body><table><tr><td>id, a</td></tr></table>\n"},
      {"an XML file", "<?xml version=\"1.0\"?>\n<rows><row id=\"1,2\"/></rows>\n"},
      {"a program",
       "\x7F"
       "ELF\x02\x01\x01\0"s +
           noise},
      {"a binary file", "\x03\x01\0\0\x07\0\0\0id,title\n\x01\0\0\0\x02\0\0\0\n"s + noise},
  };
  for (const std::u32string& text : {kTable, kTableOfLineFeeds, kDocument})
    for (const bool is_little : {true, false})
      for (const bool has_mark : {true, false}) {
        const std::u32string whole = (has_mark ? U"\uFEFF" : U"") + text;
        files.push_back({"text in UTF-16", wide(whole, 2, is_little)});
        files.push_back({"text in UTF-32", wide(whole, 4, is_little)});
      }
  return files;
}

/// A command that is given FILE, and the name that it has there.
struct Reader {
  std::vector<std::string> arguments;
  std::string file = "file.json";
};

const std::vector<Reader> kReaders = {
    {{"score", "FILE"}},
    {{"score", "FILE"}, "file"},
    {{"report", "FILE"}},
    {{"compare", "FILE", "good.json"}},
    {{"merge", "FILE"}},
    {{"rubric", "check", "FILE"}},
    {{"score", "--rubric", "FILE", "good.json"}},
    {{"batch", "--map", "FILE", "good.json", "-q", "-f", "csv", "--columns", "id"}},
    {{"ask", "--plain", "FILE"}},
    {{"batch", "FILE", "-q", "-f", "csv", "--columns", "id"}},
    {{"batch", "FILE", "-q", "-f", "csv", "--columns", "id"}, "file.csv"},
    {{"batch", "FILE", "-q", "-f", "csv", "--columns", "id"}, "file.tsv"},
    {{"batch", "FILE", "-q", "-f", "csv", "--columns", "id"}, "file.ndjson"},
    {{"batch", "FILE", "-q", "-f", "csv", "--columns", "id"}, "file.xlsx"},
    {{"batch", "FILE", "-q", "-f", "csv", "--columns", "id"}, "file"},
};

class WrongFiles : public testing::Test {
 protected:
  Finished run(const Reader& reader) {
    std::vector<std::string> arguments = reader.arguments;
    for (std::string& argument : arguments)
      if (argument == "FILE") argument = reader.file;
    Command command{.program = test::program(), .arguments = arguments};
    command.directory = here_.path();
    command.timeout = std::chrono::minutes(10);
    return run_process(command);
  }

  TempDir here_;
};

/// `batch` converts UTF-16 unless the name says JSON: see batch_encodings.test. It reads workbooks
/// whatever their name: see batch_workbooks.test.
bool is_read_as_it_is(const Reader& reader, const WrongFile& wrong) {
  const std::string_view what = wrong.what;
  if (reader.arguments[0] == "batch" && reader.arguments[1] == "FILE" &&
      (what == "an Excel workbook" || what == "an OpenDocument spreadsheet"))
    return true;
  return reader.arguments[0] == "batch" && reader.file.find("json") == std::string::npos &&
         what == "text in UTF-16";
}

TEST_F(WrongFiles, AreNamedOnceByEveryCommand) {
  here_.write("good.json", R"({"answers":{}})");
  std::size_t index = 0;
  for (const Reader& reader : kReaders)
    for (const WrongFile& wrong : wrong_files()) {
      if (is_read_as_it_is(reader, wrong) || !is_tried(index++)) continue;
      here_.write(reader.file, wrong.bytes);
      const Finished finished = run(reader);
      const std::string where = fmt::format("{} {} {}", reader.arguments[0], reader.file, wrong.what);
      EXPECT_EQ(finished.status, 3) << where << finished.err;
      EXPECT_TRUE(finished.err.starts_with(fmt::format("{}:1:1: error: this is {}", reader.file, wrong.what)))
          << where << "\n"
          << finished.err;
      EXPECT_EQ(std::count(finished.err.begin(), finished.err.end(), '\n'), 1) << where << "\n"
                                                                               << finished.err;
      std::filesystem::remove(here_.path() / reader.file);
    }
}

TEST_F(WrongFiles, AreNamedWhateverTheirSize) {
  here_.write("big.json", "%PDF-1.7\n" + std::string(std::size_t{17} << 20U, '\x80'));
  for (const Reader& reader :
       {Reader{{"score", "FILE"}, "big.json"}, Reader{{"batch", "FILE", "-q"}, "big.json"},
        Reader{{"rubric", "check", "FILE"}, "big.json"}}) {
    const Finished finished = run(reader);
    EXPECT_EQ(finished.status, 3);
    EXPECT_NE(finished.err.find("this is a PDF"), std::string::npos) << finished.err;
  }
}

/// Documents of ours, the commands that do not read them, and what those say.
struct Misplaced {
  const char* content;
  const char* says;
  std::vector<std::vector<std::string>> commands;
};

TEST_F(WrongFiles, OfOursAreToldByWhichCommandTheyAreRead) {
  const std::vector<std::string> score = {"score"}, report = {"report"}, compare = {"compare", "good.json"},
                                 merge = {"merge"}, check = {"rubric", "check"}, ask = {"ask", "--plain"};
  const std::vector<Misplaced> cases = {
      {"{\"answers\":{}}\n{\"answers\":{}}\n",
       "`ibtikar batch --input-format ndjson` scores those",
       {score, report, compare, merge, check, ask}},
      {"[{\"answers\":{}},{\"answers\":{}}]",
       "`ibtikar batch` scores those",
       {score, report, compare, merge, check, ask}},
      {"id,goal.years\nP-1,3\n",
       "`ibtikar batch` scores tables",
       {score, report, compare, merge, check, ask}},
      {"id;goal.years\r\nP-1;3\r\n",
       "`ibtikar batch` scores tables",
       {score, report, compare, merge, check, ask}},
      {"{\"format\":\"ibtikar-assessment/1\"}\n{\"format\":\"ibtikar-assessment/1\"}\n",
       "`ibtikar report` and `ibtikar compare` read those",
       {score, merge, check, ask}},
      {"[{\"format\":\"ibtikar-assessment/1\"}]",
       "`ibtikar report` and `ibtikar compare` read those",
       {score, merge, check, ask}},
      {R"({"format":"ibtikar-rubric/1"})", "`rubric check` read those", {score, report, compare, merge, ask}},
      {R"({"format":"ibtikar-proposal/1","answers":{}})", "`score` reads those", {report, merge, check}},
      {R"({"format":"ibtikar-assessment/1"})",
       "`report` and `compare` read those",
       {score, merge, check, ask}},
      {R"({"format":"ibtikar-mapping/1"})",
       "`batch --map` reads those",
       {score, report, compare, merge, check, ask}},
      {R"({"format":"ibtikar-summary/1"})", "`merge` reads those", {score, report, compare, check, ask}},
      {R"({"format":"ibtikar-comparison/1"})",
       "no command reads those",
       {score, report, compare, merge, check, ask}},
  };
  here_.write("good.json", R"({"answers":{}})");
  for (const Misplaced& one : cases) {
    here_.write("file.json", one.content);
    for (std::vector<std::string> arguments : one.commands) {
      arguments.emplace_back("file.json");
      const Finished finished = run({arguments, "file.json"});
      EXPECT_EQ(finished.status, 3) << arguments[0] << one.content << finished.err;
      EXPECT_NE(finished.err.find(one.says), std::string::npos)
          << arguments[0] << one.content << finished.err;
      EXPECT_EQ(std::count(finished.err.begin(), finished.err.end(), '\n'), 1)
          << arguments[0] << finished.err;
    }
  }
}

TEST_F(WrongFiles, ThatAreTextsWithASlipAreStillReadRecordByRecord) {
  here_.write("slip.csv", "id,final-goal.written\nP-1,3\nP-2\x80,3\nP-3,2\n");
  const Finished finished = run({{"batch", "FILE", "-q", "-f", "csv", "--columns", "id"}, "slip.csv"});
  EXPECT_EQ(finished.status, 3);
  EXPECT_NE(finished.out.find("P-1"), std::string::npos);
  EXPECT_NE(finished.out.find("P-3"), std::string::npos);
}

}  // namespace
}  // namespace ibtikar::test
