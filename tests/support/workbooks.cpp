// See workbooks.h.
#include "support/workbooks.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include <fmt/format.h>
#include <zlib.h>

namespace ibtikar::test {
namespace {

constexpr std::string_view kSheetSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string little(std::uint64_t number, std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(number >> 8U * i & 0xFFU);
  return bytes;
}

std::string deflated(const std::string& bytes) {
  z_stream stream{};
  if (::deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("deflateInit2");
  std::string out(::deflateBound(&stream, bytes.size()), '\0');
  std::string in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  if (::deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("deflate");
  out.resize(stream.total_out);
  ::deflateEnd(&stream);
  return out;
}

std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
  return fmt::format(R"(<Relationship Id="{}" Type="{}/{}" Target="{}"/>)", id, kTypes, type, target);
}

std::string relationships(const std::string& inner) {
  return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" + inner +
         "</Relationships>";
}

}  // namespace

std::string zipped(const std::vector<ArchivePart>& parts) {
  std::string archive;
  std::string list;
  for (const auto& [name, bytes] : parts) {
    const std::string packed = deflated(bytes);
    const auto check =
        ::crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
    const std::string common = little(20, 2) + little(0, 2) + little(8, 2) + little(0, 4) + little(check, 4) +
                               little(packed.size(), 4) + little(bytes.size(), 4) + little(name.size(), 2) +
                               little(0, 2);
    list += "PK\x01\x02" + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) +
            little(0, 4) + little(archive.size(), 4) + name;
    archive += "PK\x03\x04" + common + name + packed;
  }
  const std::size_t begin = archive.size();
  return archive + list + "PK\x05\x06" + little(0, 4) + little(parts.size(), 2) + little(parts.size(), 2) +
         little(list.size(), 4) + little(begin, 4) + little(0, 2);
}

std::string xlsx(const MadeBook& book) {
  std::vector<ArchivePart> parts = {
      {"[Content_Types].xml",
       R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)"},
      {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"))}};
  std::string sheets;
  std::string targets = relationship("texts", "sharedStrings", "sharedStrings.xml") +
                        relationship("styles", "styles", "/xl/styles.xml");
  std::size_t number = 0;
  for (const MadeSheet& sheet : book.sheets) {
    const std::string id = fmt::format("sheet{}", ++number);
    sheets += fmt::format(R"(<sheet name="{}" sheetId="{}" r:id="{}"{}/>)", sheet.name, number, id,
                          sheet.state.empty() ? "" : fmt::format(R"( state="{}")", sheet.state));
    targets += relationship(id, "worksheet", fmt::format("worksheets/{}.xml", id));
    parts.emplace_back(fmt::format("xl/worksheets/{}.xml", id),
                       fmt::format(R"(<worksheet xmlns="{}">{}<sheetData>{}</sheetData>{}</worksheet>)",
                                   kSheetSpace, sheet.before, sheet.rows, sheet.behind));
  }
  parts.emplace_back(
      "xl/workbook.xml",
      fmt::format(
          R"(<workbook xmlns="{}" xmlns:r="{}"><workbookPr date1904="{}"/><sheets>{}</sheets></workbook>)",
          kSheetSpace, kTypes, book.from_1904 ? 1 : 0, sheets));
  parts.emplace_back("xl/_rels/workbook.xml.rels", relationships(targets));
  parts.emplace_back("xl/sharedStrings.xml",
                     fmt::format(R"(<sst xmlns="{}">{}</sst>)", kSheetSpace, book.shared_texts));
  parts.emplace_back(
      "xl/styles.xml",
      fmt::format(
          R"(<styleSheet xmlns="{}"><numFmts>{}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>{}</cellXfs></styleSheet>)",
          kSheetSpace, book.formats, book.styles));
  return zipped(parts);
}

std::string xlsx(std::string_view rows) { return xlsx({.sheets = {{"Answers", std::string(rows)}}}); }

std::string text_row(const std::vector<std::string>& cells) {
  std::string row = "<row>";
  for (const std::string& cell : cells)
    row += cell.empty() ? "<c/>" : fmt::format(R"(<c t="inlineStr"><is><t>{}</t></is></c>)", cell);
  return row + "</row>";
}

std::string ods(std::string_view tables, std::string_view styles) {
  const std::string space = "urn:oasis:names:tc:opendocument:xmlns:";
  return zipped(
      {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
       {"content.xml",
        fmt::format(
            R"(<office:document-content xmlns:office="{0}office:1.0" xmlns:table="{0}table:1.0" )"
            R"(xmlns:text="{0}text:1.0" xmlns:style="{0}style:1.0" xmlns:draw="{0}drawing:1.0" )"
            R"(xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">)"
            R"(<office:automatic-styles>{1}</office:automatic-styles>)"
            R"(<office:body><office:spreadsheet>{2}</office:spreadsheet></office:body></office:document-content>)",
            space, styles, tables)}});
}

std::string ods_sheet(std::string_view rows) {
  return ods(fmt::format(R"(<table:table table:name="Answers">{}</table:table>)", rows));
}

std::string ods_text_row(const std::vector<std::string>& cells) {
  std::string row = "<table:table-row>";
  for (const std::string& cell : cells)
    row += cell.empty()
               ? std::string("<table:table-cell/>")
               : fmt::format(
                     R"(<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>)",
                     cell);
  return row + "</table:table-row>";
}

RandomBytes bytes_of(const std::string& bytes) {
  return {bytes.size(), [&bytes](std::uint64_t at, char* into, std::size_t most) -> Result<std::size_t> {
            if (at >= bytes.size()) return std::size_t{0};
            const std::size_t size = std::min(most, bytes.size() - static_cast<std::size_t>(at));
            std::memcpy(into, bytes.data() + at, size);
            return size;
          }};
}

}  // namespace ibtikar::test
