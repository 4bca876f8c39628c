// WorkbookFile: the sheets of an Excel workbook or an OpenDocument spreadsheet, and the rows of
// one of them.
//
//   Result<WorkbookFile> book = WorkbookFile::open(bytes);
//   Result<std::size_t> sheet = book->choose("Answers");
//   Result<SheetReader> reader = SheetReader::open(*std::move(book), *sheet);
//   for (SheetBatch batch; *reader->next(batch);) ...   // CSV, about a MiB at a time
//
// Faults have no file: the caller knows its name. Memory: an Excel workbook's shared texts, and one
// batch.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codec/workbook/archive.h"
#include "codec/workbook/rows.h"
#include "codec/workbook/sheet_info.h"
#include "ibtikar/message.h"

namespace ibtikar {

/// What a file is that begins so: it may be a workbook, or what Office wrote before there were
/// archives and whenever there is a password.
enum class WorkbookLook { none, archive, compound };
[[nodiscard]] WorkbookLook look_of(std::string_view beginning);

/// What is wrong with a file of the look `compound`, if it is seen what it is.
[[nodiscard]] std::optional<Diagnostic> fault_of_compound(const RandomBytes& bytes);

class WorkbookFile {
 public:
  WorkbookFile(WorkbookFile&&) noexcept;
  WorkbookFile& operator=(WorkbookFile&&) noexcept;
  ~WorkbookFile();

  /// Fails if this is no workbook, protected by a password, damaged or too large.
  [[nodiscard]] static Result<WorkbookFile> open(RandomBytes bytes);

  [[nodiscard]] const std::vector<SheetInfo>& sheets() const;
  /// The sheet that is called so, or has this number, counted from 1. Without a name, the only
  /// visible sheet that holds something. Fails with a list of the sheets.
  [[nodiscard]] Result<std::size_t> choose(std::string_view wanted);

 private:
  friend class SheetReader;
  struct Book;
  explicit WorkbookFile(std::unique_ptr<Book> book);
  std::unique_ptr<Book> book_;
};

class SheetReader {
 public:
  /// `enough`: so many bytes of rows are given at a time, and the row that is too much.
  [[nodiscard]] static Result<SheetReader> open(WorkbookFile book, std::size_t sheet, std::size_t enough);
  SheetReader(SheetReader&&) noexcept;
  SheetReader& operator=(SheetReader&&) noexcept;
  ~SheetReader();

  /// The next rows; false at the end. The header row is known when the first call returns.
  [[nodiscard]] Result<bool> next(SheetBatch& batch);
  [[nodiscard]] const SheetRows& rows() const;
  [[nodiscard]] const std::string& sheet() const;
  /// What is to be told at the end: hidden, merged, erroneous cells and so on. `place` is where.
  [[nodiscard]] std::vector<Message> remarks(const std::string& place) const;

 private:
  struct Work;
  explicit SheetReader(std::unique_ptr<Work> work);
  std::unique_ptr<Work> work_;
};

}  // namespace ibtikar
