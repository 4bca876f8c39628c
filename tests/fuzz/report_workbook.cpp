// Saved assessments as workbooks, which our own reader opens again.
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "codec/workbook/book.h"
#include "fuzz/claims.h"
#include "fuzz/targets.h"
#include "ibtikar/codec.h"
#include "report/workbook/report.h"
#include "support/workbooks.h"

namespace ibtikar::fuzz {
namespace {

/// A file in memory that has a path.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("workbook", MFD_CLOEXEC)) {}
  MemoryFile(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(descriptor_); }

  [[nodiscard]] std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }
  [[nodiscard]] std::string bytes() const {
    struct stat about {};
    require(::fstat(descriptor_, &about) == 0, "the file is there");
    std::string all(static_cast<std::size_t>(about.st_size), '\0');
    const ssize_t got = ::pread(descriptor_, all.data(), all.size(), 0);
    require(got == about.st_size, "the file can be read");
    return all;
  }

 private:
  int descriptor_;
};

void require_sheets(const std::string& bytes) {
  const Result<WorkbookFile> sheets = WorkbookFile::open(test::bytes_of(bytes));
  require(sheets.has_value(), "our own reader opens the workbook");
  const std::size_t count = sheets->sheets().size();
  require(count >= 6, "a report has six sheets");
  for (std::size_t sheet = 0; sheet < count; ++sheet) {
    Result<WorkbookFile> book = WorkbookFile::open(test::bytes_of(bytes));
    Result<SheetReader> reader = SheetReader::open(*std::move(book), sheet, 1 << 16);
    require(reader.has_value(), "its sheets can be read");
    SheetBatch batch;
    for (;;) {
      const Result<bool> more = reader->next(batch);
      require(more.has_value(), "its rows can be read", more ? "" : format(more.error()));
      if (!*more) break;
      require_harmless(batch.text);
    }
  }
}

}  // namespace

void try_report_workbook(std::string_view input) {
  const Checked<Assessment> read = decode_assessment({"a.json", std::string(input)});
  if (!read) return;
  const MemoryFile file;
  const std::string language = fingerprint(input) % 2 == 0 ? "en" : "ar";
  Workbook book({.path = file.path(), .scratch = "/dev/shm", .shown = "a.xlsx"});
  add_report_sheets(book, {*read}, language);
  const Result<void> closed = book.close();
  require(closed.has_value(), "a workbook can be written", closed ? "" : format(closed.error()));
  require_sheets(file.bytes());
}

}  // namespace ibtikar::fuzz
