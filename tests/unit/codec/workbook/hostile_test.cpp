// Workbooks that somebody made to do harm, or that are damaged: each is refused with a code, and
// none needs much memory. What is read before a fault is given.
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "codec/workbook/book.h"
#include "support/random.h"
#include "support/workbooks.h"

namespace ibtikar::test {
namespace {

/// The code of what is wrong, and how many bytes of rows came before.
struct Refused {
  std::string code;
  std::size_t bytes = 0;
};

Refused refused(const std::string& bytes) {
  Result<WorkbookFile> book = WorkbookFile::open(bytes_of(bytes));
  if (!book) return {book.error().code, 0};
  const Result<std::size_t> sheet = book->choose("");
  if (!sheet) return {sheet.error().code, 0};
  Result<SheetReader> reader = SheetReader::open(*std::move(book), *sheet, 1 << 16);
  if (!reader) return {reader.error().code, 0};
  Refused out;
  for (SheetBatch batch;;) {
    const Result<bool> more = reader->next(batch);
    if (!more) return {more.error().code, out.bytes};
    if (!*more) return out;
    out.bytes += batch.text.size();
  }
}

std::string many(std::string_view unit, std::size_t times) {
  std::string all;
  all.reserve(unit.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += unit;
  return all;
}

const std::string kHead = text_row({"id", "q"});
const std::string kOpenHead = ods_text_row({"id", "q"});

TEST(HostileWorkbook, IsRefusedByACode) {
  const std::string value = R"(<c><v>1</v></c>)";
  const std::string long_text = std::string(900'000, 'x');
  const std::vector<std::pair<std::string, std::string>> books = {
      {"damaged-workbook", "PK\x03\x04 and nothing else"},
      {"damaged-workbook", zipped({{"content.xml", "<a/>"}})},
      {"damaged-workbook", zipped({{"xl/workbook.xml", "<a/>"}, {"XL/Workbook.xml", "<b/>"}})},
      {"not-text", zipped({{"word/document.xml", "<a/>"}})},
      {"not-text", zipped({{"../../../etc/passwd", "x"}, {"/etc/passwd", "x"}, {"C:\\x", "x"}})},
      {"not-text", zipped({{"xl/workbook.bin", "x"}})},
      {"damaged-workbook",
       zipped({{"xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"}})},
      {"damaged-workbook", zipped({{"xl/workbook.xml", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"}})},
      {"damaged-workbook", xlsx(kHead + many("<a>", 1000))},
      {"damaged-workbook", xlsx(kHead + R"(<row><c r="ABCDEFG1"><v>1</v></c></row>)")},
      {"damaged-workbook", xlsx(kHead + R"(<row><c r="A99999999999"><v>1</v></c></row>)")},
      {"damaged-workbook", xlsx(kHead + R"(<row><c t="s"><v>5</v></c></row>)")},
      {"damaged-workbook", xlsx(kHead + R"(<row><c t="s"><v>-1</v></c></row>)")},
      {"damaged-workbook", xlsx(kHead + "<row x=\"" + std::string(2'000'000, 'y') + "\"/>")},
      {"too-large", xlsx(kHead + R"(<row r="1048577"><c><v>1</v></c></row>)")},
      {"too-many-columns", xlsx(kHead + "<row>" + many(value, 40'001) + "</row>")},
      {"too-large",
       xlsx({.sheets = {{"S", kHead + "<row>" + many(R"(<c t="s"><v>0</v></c>)", 20) + "</row>"}},
             .shared_texts = "<si><t>" + long_text + "</t></si>"})},
      {"too-large", xlsx(std::string(std::size_t{70} << 20, ' '))},
      {"too-many-columns",
       ods_sheet(
           kOpenHead +
           R"(<table:table-row><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="1000000000"/></table:table-row>)")},
      {"too-large",
       ods_sheet(
           kOpenHead +
           R"(<table:table-row table:number-rows-repeated="1000000000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>)")},
      {"too-large",
       ods_sheet(
           kOpenHead +
           R"(<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="21"/></table:table-row>)")},
      {"too-large",
       ods_sheet(
           kOpenHead +
           R"(<table:table-row table:number-rows-repeated="99999999999999999999999"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>)")},
      {"damaged-workbook", ods_sheet("<table:table-row table:number-rows-repeated=\"5\"><table:table-cell "
                                     "office:value-type=\"float\" office:value=\"1\"/></table:table-row>")},
      {"protected-workbook",
       zipped({{"content.xml", "x"}, {"META-INF/manifest.xml", "<m><encryption-data/></m>"}})},
      {"not-text",
       zipped({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<a/>"}})},
  };
  for (std::size_t i = 0; i < books.size(); ++i)
    EXPECT_EQ(refused(books[i].second).code, books[i].first) << i;
}

TEST(HostileWorkbook, HasBlanksAndEmptyCellsWithoutEnd) {
  const Refused blanks = refused(ods_sheet(
      kOpenHead + "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a" +
      many("<text:s text:c=\"1000000000\"/>", 100) + "</text:p></table:table-cell></table:table-row>"));
  EXPECT_EQ(blanks.code, "");
  EXPECT_LT(blanks.bytes, std::size_t{2} << 21) << "more than a cell may have, which is refused later";
  const Refused empty = refused(ods_sheet(
      kOpenHead +
      many(
          R"(<table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"/></table:table-row>)",
          50)));
  EXPECT_EQ(empty.code, "");
  EXPECT_EQ(empty.bytes, 0U);
}

/// A workbook that was changed or cut anywhere is read, or refused by a code: it never does harm.
TEST(HostileWorkbook, IsReadOrRefusedWhereverItIsChanged) {
  const std::vector<std::string> sound = {
      xlsx({.sheets = {{"S", kHead + R"(<row><c t="s"><v>0</v></c><c s="0"><v>1.5</v></c></row>)"}},
            .shared_texts = "<si><t>text</t></si>",
            .styles = R"(<xf numFmtId="14"/>)"}),
      ods_sheet(kOpenHead + ods_text_row({"a", "b"}))};
  Random random(14);
  for (const std::string& bytes : sound) {
    for (std::size_t size = 0; size < bytes.size(); size += 13)
      static_cast<void>(refused(bytes.substr(0, size)));
    for (int i = 0; i < 300; ++i) {
      std::string changed = bytes;
      for (std::uint64_t k = random.below(4) + 1; k > 0; --k)
        changed[random.below(changed.size())] = static_cast<char>(random.below(256));
      static_cast<void>(refused(changed));
    }
  }
}

TEST(HostileWorkbook, GivesTheRowsBeforeTheDamage) {
  const Refused read = refused(xlsx(kHead + text_row({"a", "1"}) + "<row><c r=\"?\"/></row>"));
  EXPECT_EQ(read.code, "damaged-workbook");
  EXPECT_EQ(read.bytes, 4U);
}

}  // namespace
}  // namespace ibtikar::test
