// What is read from the sheets of workbooks: every type of cell, from both kinds of file, and the
// rows that come of it.
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "codec/workbook/book.h"
#include "support/workbooks.h"

namespace ibtikar::test {
namespace {

struct ReadSheet {
  std::string header;
  std::string rows;  ///< CSV
  std::vector<std::size_t> numbers;
  std::size_t first_column = 0;
  std::vector<std::string> remarks;
  std::string fault;  ///< empty: none
};

ReadSheet read_sheet(const std::string& bytes, const std::string& wanted = "", std::size_t enough = 1 << 20) {
  ReadSheet read;
  Result<WorkbookFile> book = WorkbookFile::open(bytes_of(bytes));
  if (!book) return read.fault = book.error().code, read;
  const Result<std::size_t> sheet = book->choose(wanted);
  if (!sheet) return read.fault = format(sheet.error()), read;
  Result<SheetReader> reader = SheetReader::open(*std::move(book), *sheet, enough);
  if (!reader) return read.fault = reader.error().code, read;
  SheetBatch batch;
  for (;;) {
    const Result<bool> more = reader->next(batch);
    if (!more) read.fault = more.error().code;
    if (!more || !*more) break;
    read.rows += batch.text;
    read.numbers.insert(read.numbers.end(), batch.rows.begin(), batch.rows.end());
  }
  read.header = reader->rows().header();
  read.first_column = reader->rows().first_column();
  for (const Message& remark : reader->remarks("b")) read.remarks.push_back(remark.in("en"));
  return read;
}

std::string excel_cell(const std::string& cell, const MadeBook& with = {}) {
  MadeBook book = with;
  book.sheets = {{"Answers", text_row({"a", "b"}) + "<row>" + cell +
                                 R"(<c t="inlineStr"><is><t>end</t></is></c></row>)"}};
  return read_sheet(xlsx(book)).rows;
}

TEST(ExcelSheet, GivesEveryTypeOfCellAsText) {
  const MadeBook with{.sheets = {},
                      .shared_texts =
                          "<si><t>plain</t></si><si><r><t>ri</t></r><r><rPr><b/></rPr><t>ch, \"too\"</t></r>"
                          "<rPh><t>spoken</t></rPh></si><si><t xml:space=\"preserve\">a_x000A_b</t></si>",
                      .formats = R"(<numFmt numFmtId="164" formatCode="dd\/mm\/yyyy\ hh:mm"/>)"
                                 R"(<numFmt numFmtId="165" formatCode="[$-F800]&quot;day&quot;\ 0.00"/>)",
                      .styles =
                          R"(<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>)"
                          R"(<xf numFmtId="10"/><xf numFmtId="46"/><xf numFmtId="20"/>)"};
  const std::vector<std::pair<std::string, std::string>> cells = {
      {R"(<c t="s"><v>0</v></c>)", "plain"},
      {R"(<c t="s"><v>1</v></c>)", "\"rich, \"\"too\"\"\""},
      {R"(<c t="s"><v>2</v></c>)", "\"a\nb\""},
      {R"(<c t="inlineStr"><is><t>in </t></is></c>)", "in "},
      {R"(<c t="str"><f>"x"</f><v>made</v></c>)", "made"},
      {R"(<c><f>1+1</f><v>2</v></c>)", "2"},
      {R"(<c><v>3.0</v></c>)", "3"},
      {R"(<c><v>0.10000000000000001</v></c>)", "0.1"},
      {R"(<c><v>0.30000000000000004</v></c>)", "0.3"},
      {R"(<c><v>1.234</v></c>)", "1.2340"},
      {R"(<c><v>1234567890123456789</v></c>)", "1234567890123456789"},
      {R"(<c><v>1.5E3</v></c>)", "1500"},
      {R"(<c><v>1.5E-5</v></c>)", "0.000015"},
      {R"(<c><v>-0</v></c>)", "-0"},
      {R"(<c t="b"><v>1</v></c>)", "true"},
      {R"(<c t="b"><v>0</v></c>)", "false"},
      {R"(<c t="e"><v>#REF!</v></c>)", "#REF!"},
      {R"(<c t="d"><v>2026-11-30</v></c>)", "2026-11-30"},
      {R"(<c s="1"><v>46356</v></c>)", "2026-11-30"},
      {R"(<c s="2"><v>46356.395833333336</v></c>)", "2026-11-30T09:30:00"},
      {R"(<c s="3"><v>46356</v></c>)", "46356"},
      {R"(<c s="4"><v>0.5</v></c>)", "50%"},
      {R"(<c s="5"><v>1.1041666667</v></c>)", "26:30:00"},
      {R"(<c s="6"><v>0.395833333333</v></c>)", "09:30:00"},
      {R"(<c s="1"><v>59</v></c>)", "1900-02-28"},
      {R"(<c s="1"><v>61</v></c>)", "1900-03-01"},
      {R"(<c s="99"><v>7</v></c>)", "7"},
  };
  for (const auto& [cell, text] : cells) EXPECT_EQ(excel_cell(cell, with), text + ",end\n") << cell;
  MadeBook later = with;
  later.from_1904 = true;
  EXPECT_EQ(excel_cell(R"(<c s="1"><v>44894</v></c>)", later), "2026-11-30,end\n");
}

std::string open_cell(const std::string& cell) {
  return read_sheet(
             ods_sheet(
                 ods_text_row({"a", "b"}) + "<table:table-row>" + cell +
                 "<table:table-cell office:value-type=\"string\"><text:p>end</text:p></table:table-cell>"
                 "</table:table-row>"))
      .rows;
}

TEST(OpenSheet, GivesEveryTypeOfCellAsText) {
  const auto of = [](const std::string& attributes, const std::string& inner = "") {
    return fmt::format("<table:table-cell {}>{}</table:table-cell>", attributes, inner);
  };
  const std::vector<std::pair<std::string, std::string>> cells = {
      {of(R"(office:value-type="float" office:value="0.1")", "<text:p>0,10 EUR</text:p>"), "0.1"},
      {of(R"(office:value-type="currency" office:value="3")", "<text:p>3 EUR</text:p>"), "3"},
      {of(R"(office:value-type="percentage" office:value="0.5")", "<text:p>50%</text:p>"), "50%"},
      {of(R"(office:value-type="date" office:date-value="2026-11-30")", "<text:p>30.11.</text:p>"),
       "2026-11-30"},
      {of(R"(office:value-type="time" office:time-value="PT09H30M00S")"), "09:30:00"},
      {of(R"(office:value-type="boolean" office:boolean-value="true")", "<text:p>WAHR</text:p>"), "true"},
      {of(R"(office:value-type="string")", "<text:p>two</text:p><text:p>lines</text:p>"), "\"two\nlines\""},
      {of(R"(office:value-type="string")",
          "<text:p>a<text:s text:c=\"2\"/>b<text:tab/><text:span>c</text:span></text:p>"),
       "a  b\tc"},
      {of(R"(office:value-type="string")",
          "<office:annotation><text:p>note</text:p></office:annotation><text:p>x</text:p>"),
       "x"},
      {of(R"(office:value-type="string" office:string-value="kept")"), "kept"},
      {of(R"(office:value-type="string" office:string-value="" calcext:value-type="error")",
          "<text:p>#N/A</text:p>"),
       "#N/A"},
      {of(""), ""},
  };
  for (const auto& [cell, text] : cells) EXPECT_EQ(open_cell(cell), text + ",end\n") << cell;
}

TEST(Sheets, CountErrorsOfTheSpreadsheet) {
  const std::vector<std::string> expected = {"b: 1 cell holds an error of the spreadsheet, such as #REF!"};
  MadeBook book;
  book.sheets = {{"Answers", text_row({"a"}) + R"(<row><c t="e"><v>#DIV/0!</v></c></row>)"}};
  EXPECT_EQ(read_sheet(xlsx(book)).remarks, expected);
  const std::string cell =
      R"(<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error">)"
      R"(<text:p>#DIV/0!</text:p></table:table-cell>)";
  const std::string row = "<table:table-row>" + cell + "</table:table-row>";
  EXPECT_EQ(read_sheet(ods_sheet(ods_text_row({"a"}) + row)).remarks, expected);
}

/// The same table in both kinds of workbook, with gaps.
const std::string kExcelRows =
    R"(<row r="3"><c r="B3" t="inlineStr"><is><t>id</t></is></c><c r="C3" t="inlineStr"><is><t>q</t></is></c></row>)"
    R"(<row r="5"><c r="B5"><v>7</v></c></row><row r="6" hidden="1"><c r="C6"><v>1</v></c>)"
    R"(<c r="A6"><v>9</v></c></row><row r="9"><c r="B9"/></row>)";
const std::string kOpenRows =
    R"(<table:table-row table:number-rows-repeated="2"/><table:table-row><table:table-cell/>)"
    R"(<table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell>)"
    R"(<table:table-cell office:value-type="string"><text:p>q</text:p></table:table-cell></table:table-row>)"
    R"(<table:table-row/><table:table-row><table:table-cell/><table:table-cell office:value-type="float" office:value="7"/>)"
    R"(<table:table-cell table:number-columns-repeated="16382"/></table:table-row>)"
    R"(<table:table-row table:visibility="collapse"><table:table-cell office:value-type="float" office:value="9"/>)"
    R"(<table:table-cell/><table:table-cell office:value-type="float" office:value="1"/></table:table-row>)"
    R"(<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>)";

TEST(Sheets, BeginWhereTheHeadingsAreAndLeaveEmptyRowsOut) {
  for (const std::string& bytes : {xlsx(kExcelRows), ods_sheet(kOpenRows)})
    for (const std::size_t enough : {std::size_t{1}, std::size_t{1} << 20}) {
      const ReadSheet read = read_sheet(bytes, "", enough);
      EXPECT_EQ(read.fault, "");
      EXPECT_EQ(read.header, "id,q\n");
      EXPECT_EQ(read.first_column, 2U);
      EXPECT_EQ(read.rows, "7,\n,1\n");
      EXPECT_EQ(read.numbers, (std::vector<std::size_t>{5, 6}));
      EXPECT_EQ(read.remarks,
                (std::vector<std::string>{
                    "b: 1 hidden row was read, too",
                    "b: 1 cell beside the table, in a column without a heading, was passed over"}));
    }
}

TEST(Sheets, TellWhatMayHaveBeenMeantOtherwise) {
  const ReadSheet read = read_sheet(xlsx(
      {.sheets = {{.name = "S",
                   .rows = text_row({"id", "q"}) + R"(<row><c t="e"><v>#N/A</v></c><c><f>A1</f></c></row>)",
                   .before = R"(<cols><col min="2" max="9" hidden="1"/></cols>)",
                   .behind = R"(<mergeCells><mergeCell ref="A2:A4"/></mergeCells>)"}}}));
  EXPECT_EQ(
      read.remarks,
      (std::vector<std::string>{
          "b: 1 hidden column was read, too",
          "b: 1 range of merged cells; its content counts for its first cell only",
          "b: 1 cell holds an error of the spreadsheet, such as #REF!",
          "b: 1 formula without a result was read as an empty cell; open the workbook and save it, then it "
          "has one"}));
}

TEST(Sheets, AreRepeatedAsOftenAsTheFileSays) {
  const std::string row =
      R"(<table:table-row table:number-rows-repeated="5">)"
      R"(<table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell></table:table-row>)";
  for (const std::size_t enough : {std::size_t{1}, std::size_t{9}, std::size_t{1} << 20}) {
    const ReadSheet read =
        read_sheet(ods_sheet(ods_text_row({"a", "b"}) + row + ods_text_row({"y", "z"})), "", enough);
    EXPECT_EQ(read.rows, "x,x\nx,x\nx,x\nx,x\nx,x\ny,z\n") << enough;
    EXPECT_EQ(read.numbers, (std::vector<std::size_t>{2, 3, 4, 5, 6, 7}));
  }
}

TEST(Sheets, AreChosenByNameNumberAndSight) {
  const auto rows = [](const char* id) { return text_row({"id", "q"}) + text_row({id, "1"}); };
  const MadeBook book{.sheets = {{"Empty", ""}, {"First", rows("a")}, {"2", rows("b"), "", "", "hidden"}}};
  EXPECT_EQ(read_sheet(xlsx(book)).rows, "a,1\n");
  EXPECT_EQ(read_sheet(xlsx(book), "first").rows, "a,1\n");
  EXPECT_EQ(read_sheet(xlsx(book), "2").rows, "b,1\n") << "a name counts more than a number";
  EXPECT_EQ(read_sheet(xlsx(book), "3").rows, "b,1\n");
  EXPECT_EQ(
      read_sheet(xlsx(book), "4").fault,
      "error: the workbook has no sheet \"4\"; it has 1 \"Empty\", 2 \"First\", 3 \"2\" [unknown-sheet]");
  const MadeBook two{.sheets = {{"A", rows("a")}, {"B", rows("b")}}};
  EXPECT_EQ(
      read_sheet(xlsx(two)).fault,
      "error: the workbook has several sheets: 1 \"A\", 2 \"B\"; --sheet says which one to read, by name or "
      "number [which-sheet]");
  const std::string tables = R"(<table:table table:name="A" table:style-name="ta1">)" + ods_text_row({"id"}) +
                             R"(</table:table><table:table table:name="B" table:style-name="ta2">)" +
                             ods_text_row({"id"}) + ods_text_row({"b"}) + "</table:table>";
  const std::string styles =
      R"(<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>)"
      R"(<style:style style:name="ta2" style:family="table"><style:table-properties table:display="true"/></style:style>)";
  EXPECT_EQ(read_sheet(ods(tables, styles)).rows, "b\n");
  EXPECT_EQ(read_sheet(ods(tables, styles), "A").header, "id\n");
}

}  // namespace
}  // namespace ibtikar::test
