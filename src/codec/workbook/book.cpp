// See book.h.
#include "codec/workbook/book.h"

#include <algorithm>
#include <charconv>
#include <variant>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "base/typed_text.h"
#include "codec/workbook/bounds.h"
#include "codec/workbook/ods.h"
#include "codec/workbook/xlsx_sheet.h"

namespace ibtikar {
namespace {

using namespace std::string_view_literals;

/// "E\0n\0..." of "En...": how compound files write names.
std::string in_utf16(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide.append({c, '\0'});
  return wide;
}

/// Requires: `bytes` has `at` + `size` bytes.
std::size_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t number = 0;
  for (std::size_t i = size; i > 0; --i)
    number = number << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
  return number;
}

}  // namespace

WorkbookLook look_of(std::string_view beginning) {
  // The first part of an archive, or the end of an empty one. Any ZIP file looks so; whether it is
  // a workbook, its parts will tell.
  if (beginning.starts_with("PK\x03\x04"sv) || beginning.starts_with("PK\x05\x06"sv))
    return WorkbookLook::archive;
  return beginning.starts_with("\xD0\xCF\x11\xE0"sv) ? WorkbookLook::compound : WorkbookLook::none;
}

std::optional<Diagnostic> fault_of_compound(const RandomBytes& bytes) {
  // Such a file is a small file system. The names in its folder say what it is.
  std::string head(512, '\0');
  std::string folder(std::size_t{64} << 10, '\0');
  const Result<std::size_t> got = bytes.read(0, head.data(), head.size());
  if (!got) return got.error();
  head.resize(*got);
  if (head.size() == 512) {
    // The header has the size of a sector as a power of two at 30, and the sector where the folder
    // begins at 48; sector 0 follows the header. Real powers are 9 and 12. A larger one than 20 is
    // damage, and would shift bits out.
    const std::size_t shift = std::min<std::size_t>(little_endian(head, 30, 2), 20);
    const Result<std::size_t> read =
        bytes.read((std::uint64_t{little_endian(head, 48, 4)} + 1) << shift, folder.data(), folder.size());
    if (!read) return read.error();
    folder.resize(*read);
    // Office puts an encrypted .xlsx into such a file as one stream (MS-OFFCRYPTO).
    if (folder.find(in_utf16("EncryptedPackage")) != std::string::npos) return protected_workbook();
    if (folder.find(in_utf16("WordDocument")) != std::string::npos)
      return error_at("", "not-text",
                      message("this is an old Word document (.doc); expected a table: .xlsx, .ods or CSV"));
  }
  // Excel 97 and later; Excel 5 and 95.
  for (const std::string_view name : {"Workbook", "Book"})
    if (folder.find(in_utf16(name)) != std::string::npos)
      return error_at(
          "", "not-text",
          message("this is an old Excel workbook (.xls); expected .xlsx, .ods or CSV. Save it as .xlsx"));
  return std::nullopt;
}

struct WorkbookFile::Book {
  Archive archive;
  std::optional<XlsxBook> excel;  ///< none: OpenDocument
  std::vector<SheetInfo> sheets;

  explicit Book(Archive of) : archive(std::move(of)) {}
  Result<void> list();
  bool is_empty(std::size_t sheet);
  [[nodiscard]] std::string list_of_sheets() const;
};

WorkbookFile::WorkbookFile(std::unique_ptr<Book> book) : book_(std::move(book)) {}
WorkbookFile::WorkbookFile(WorkbookFile&&) noexcept = default;
WorkbookFile& WorkbookFile::operator=(WorkbookFile&&) noexcept = default;
WorkbookFile::~WorkbookFile() = default;

const std::vector<SheetInfo>& WorkbookFile::sheets() const { return book_->sheets; }

Result<WorkbookFile> WorkbookFile::open(RandomBytes bytes) {
  Result<Archive> archive = Archive::open(std::move(bytes));
  if (!archive) return fail(archive.error());
  auto book = std::make_unique<Book>(*std::move(archive));
  if (Result<void> listed = book->list(); !listed) return fail(listed.error());
  return WorkbookFile(std::move(book));
}

Result<void> WorkbookFile::Book::list() {
  // OpenDocument has this part at the top of the archive, Excel has none of this name.
  if (archive.has(kOdsContent)) {
    // Texts and drawings have a content.xml, too. The part with the type is not required; without
    // it the sheets decide. A template's type contains this word as well.
    if (archive.has("mimetype")) {
      const Result<std::string> type = archive.read_whole("mimetype", 1024);
      if (!type) return fail(type.error());
      if (type->find("spreadsheet") == std::string::npos)
        return fail(error_at("", "not-text",
                             message("this is an OpenDocument file, but no spreadsheet; "
                                     "expected .xlsx, .ods or CSV")));
    }
    Result<std::vector<SheetInfo>> found = read_ods_sheets(archive);
    if (!found) return fail(found.error());
    sheets = *std::move(found);
  } else {
    Result<XlsxBook> read = read_xlsx_book(archive);
    if (!read) return fail(read.error());
    sheets = read->sheets;
    excel = *std::move(read);
  }
  if (sheets.empty()) return fail(damaged_workbook(message("the workbook has no sheet with cells")));
  return {};
}

std::string WorkbookFile::Book::list_of_sheets() const {
  // The list becomes one line of a message, and a file can have 10,000 sheets.
  constexpr std::size_t kMostShown = 20;
  std::string list;
  for (std::size_t i = 0; i < std::min(sheets.size(), kMostShown); ++i)
    list += fmt::format("{}{} {}", i > 0 ? ", " : "", i + 1, ibtikar::quoted(sheets[i].name));
  return sheets.size() > kMostShown ? list + ", ..." : list;
}

/// Whether the sheet holds nothing. If that cannot be found out, it does not: reading it will tell.
bool WorkbookFile::Book::is_empty(std::size_t sheet) {
  // OpenDocument has all sheets in one part, which was read for their names already.
  if (!excel) return sheets[sheet].is_empty;
  if (!archive.enter(sheets[sheet].part)) return false;
  // Whatever the texts and styles are: a cell with a value has content.
  bool has_content = false;
  Xml xml({[&](std::string_view name, const XmlAttributes&) {
             if (name != "v" && name != "t") return;
             has_content = true;
           },
           {},
           {}});
  std::vector<char> bytes(std::size_t{64} << 10);
  for (;;) {
    const Result<std::size_t> got = archive.read(bytes.data(), bytes.size());
    if (!got || !xml.feed({bytes.data(), *got}, *got == 0)) return false;
    // The first value ends the search, so a full sheet costs one read.
    if (has_content || *got == 0) return !has_content;
  }
}

Result<std::size_t> WorkbookFile::choose(std::string_view wanted) {
  const std::vector<SheetInfo>& sheets = book_->sheets;
  const auto named = [&](const auto& fits) {
    return static_cast<std::size_t>(std::ranges::find_if(sheets, fits) - sheets.begin());
  };
  // The exact name, then the name without case, then the number: a sheet may be called "2".
  if (!wanted.empty()) {
    std::size_t at = named([&](const SheetInfo& sheet) { return sheet.name == wanted; });
    if (at == sheets.size())
      at = named([&](const SheetInfo& sheet) { return folded(sheet.name) == folded(std::string(wanted)); });
    if (at < sheets.size()) return at;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    if (error == std::errc() && end == wanted.data() + wanted.size() && number >= 1 &&
        number <= sheets.size())
      return number - 1;
    return fail(error_at("", "unknown-sheet",
                         message("the workbook has no sheet {0}; it has {1}", ibtikar::quoted(wanted),
                                 book_->list_of_sheets())));
  }
  std::vector<std::size_t> visible;
  for (std::size_t i = 0; i < sheets.size(); ++i)
    if (sheets[i].is_visible) visible.push_back(i);
  if (visible.size() > 1) {
    // Spreadsheets used to make three sheets of which people use one.
    std::vector<std::size_t> filled;
    for (const std::size_t i : visible)
      if (!book_->is_empty(i)) filled.push_back(i);
    if (!filled.empty()) visible = filled;
  }
  // If the only sheet is hidden, there is still no doubt.
  if (visible.empty() && sheets.size() == 1) visible.push_back(0);
  if (visible.size() == 1) return visible.front();
  // A guess could score the wrong year without a word.
  return fail(error_at(
      "", "which-sheet",
      message("the workbook has several sheets: {0}; --sheet says which one to read, by name or number",
              book_->list_of_sheets())));
}

struct SheetReader::Work {
  // The order matters: the handlers in `xml` refer to `content`, which refers to `rows` and
  // `context`. Work stays where it is, behind a pointer.
  WorkbookFile book;
  std::string name;
  XlsxCellContext context;
  SheetRows rows;
  std::variant<std::monostate, XlsxSheet, OdsSheet> content;
  std::optional<Xml> xml;
  std::vector<char> bytes = std::vector<char>(std::size_t{64} << 10);
  bool is_over = false;
  std::optional<Diagnostic> failure;

  Work(WorkbookFile of, std::size_t sheet, std::size_t enough)
      : book(std::move(of)), name(book.book_->sheets[sheet].name), rows(enough) {
    // Where a sheet has no name, its number is one.
    if (name.empty()) name = std::to_string(sheet + 1);
  }

  Result<void> begin(std::size_t sheet) {
    if (book.book_->excel) {
      // Before the sheet: the archive reads one part at a time, and cells refer to these texts.
      if (Result<void> read = read_context(*book.book_->excel); !read) return read;
      if (Result<void> entered = book.book_->archive.enter(book.book_->sheets[sheet].part); !entered)
        return entered;
      read_by(content.emplace<XlsxSheet>(rows, context));
    } else {
      if (Result<void> entered = book.book_->archive.enter(kOdsContent); !entered) return entered;
      read_by(content.emplace<OdsSheet>(rows, sheet));
    }
    return {};
  }

  template <class Sheet>
  void read_by(Sheet& sheet) {
    xml.emplace(sheet.handlers());
    sheet.read_by(*xml);
  }

  Result<void> read_context(const XlsxBook& excel) {
    context.dates = excel.dates;
    Result<std::vector<NumberKind>> kinds = read_xlsx_styles(book.book_->archive, excel.styles);
    if (!kinds) return fail(kinds.error());
    context.kinds = *std::move(kinds);
    // Excel writes no such part if no cell has a text. A cell that names one all the same is a
    // fault of that cell.
    if (excel.shared_texts.empty() || !book.book_->archive.has(excel.shared_texts)) return {};
    Result<SharedTexts> texts = read_shared_texts(book.book_->archive, excel.shared_texts);
    if (!texts) return fail(texts.error());
    context.texts = *std::move(texts);
    return {};
  }

  /// Reads a little more.
  Result<void> step() {
    if (xml->is_paused()) return xml->resume();
    const Result<std::size_t> got = book.book_->archive.read(bytes.data(), bytes.size());
    if (!got) return fail(got.error());
    // The empty read at the end is fed, too: it tells expat that nothing follows.
    is_over = *got == 0;
    return xml->feed({bytes.data(), *got}, is_over);
  }
};

SheetReader::SheetReader(std::unique_ptr<Work> work) : work_(std::move(work)) {}
SheetReader::SheetReader(SheetReader&&) noexcept = default;
SheetReader& SheetReader::operator=(SheetReader&&) noexcept = default;
SheetReader::~SheetReader() = default;

Result<SheetReader> SheetReader::open(WorkbookFile book, std::size_t sheet, std::size_t enough) {
  auto work = std::make_unique<Work>(std::move(book), sheet, enough);
  if (Result<void> begun = work->begin(sheet); !begun) return fail(begun.error());
  return SheetReader(std::move(work));
}

Result<bool> SheetReader::next(SheetBatch& batch) {
  // The last bytes may hold more rows than one batch. Their reading is then paused, and goes on
  // although the part is over.
  // What came before a failure is given first.
  while (!work_->failure && !work_->rows.is_full() && !(work_->is_over && !work_->xml->is_paused()) &&
         !work_->xml->is_stopped())
    if (Result<void> read = work_->step(); !read) work_->failure = read.error();
  if (work_->rows.take(batch)) return true;
  if (work_->failure) return fail(*work_->failure);
  return false;
}

const SheetRows& SheetReader::rows() const { return work_->rows; }
const std::string& SheetReader::sheet() const { return work_->name; }

std::vector<Message> SheetReader::remarks(const std::string& place) const {
  // None of these is a fault. Each is a case where what a person sees in the spreadsheet differs
  // from what was read.
  const SheetCounts& counts = work_->rows.counts;
  std::vector<Message> remarks;
  const auto add = [&](std::uint64_t count, auto make) {
    if (count > 0) remarks.push_back(make(count));
  };
  add(counts.hidden_rows, [&](std::uint64_t n) {
    return counted("{1}: {0} hidden row was read, too", "{1}: {0} hidden rows were read, too", n, place);
  });
  add(counts.hidden_columns, [&](std::uint64_t n) {
    return counted("{1}: {0} hidden column was read, too", "{1}: {0} hidden columns were read, too", n,
                   place);
  });
  add(counts.merged, [&](std::uint64_t n) {
    return counted("{1}: {0} range of merged cells; its content counts for its first cell only",
                   "{1}: {0} ranges of merged cells; the content of each counts for its first cell only", n,
                   place);
  });
  add(counts.beside, [&](std::uint64_t n) {
    return counted("{1}: {0} cell beside the table, in a column without a heading, was passed over",
                   "{1}: {0} cells beside the table, in columns without a heading, were passed over", n,
                   place);
  });
  add(counts.errors, [&](std::uint64_t n) {
    return counted("{1}: {0} cell holds an error of the spreadsheet, such as #REF!",
                   "{1}: {0} cells hold an error of the spreadsheet, such as #REF!", n, place);
  });
  add(counts.uncached, [&](std::uint64_t n) {
    return counted(
        "{1}: {0} formula without a result was read as an empty cell; open the workbook and save it, "
        "then it has one",
        "{1}: {0} formulas without a result were read as empty cells; open the workbook and save it, "
        "then they have one",
        n, place);
  });
  return remarks;
}

}  // namespace ibtikar
