// See sheet_blocks.h.
#include "batch/sheet_blocks.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/file_kind.h"
#include "base/safe_text.h"
#include "batch/record_names.h"
#include "codec/table/csv.h"
#include "codec/table/sheet_form.h"
#include "codec/table/sheet_places.h"

namespace ibtikar {
namespace {

/// Between the cells of rows as SheetReader gives them.
constexpr char kComma = ',';

}  // namespace

/// What the file is, where it is no workbook: a document, an archive of something else.
Diagnostic SheetBlocks::fault_of_file(Diagnostic why) const {
  std::string head(kKindBytes, '\0');
  const Result<std::size_t> got = bytes_.read(0, head.data(), head.size());
  head.resize(got.value_or(0));
  const bool is_compound = look_of(head) == WorkbookLook::compound;
  if (is_compound)
    if (auto fault = fault_of_compound(bytes_)) return *std::move(fault);
  if (is_compound || !may_be_workbook(head))
    if (auto fault = fault_of_kind(name_, head, phrase("proposals as JSON, CSV or a workbook")))
      return *std::move(fault);
  return why;
}

Result<SheetReader> SheetBlocks::open() {
  Result<WorkbookFile> book = WorkbookFile::open(bytes_);
  if (!book) return fail(fault_of_file(book.error()));
  const Result<std::size_t> sheet = book->choose(options_.sheet);
  if (!sheet) return fail(sheet.error());
  return SheetReader::open(*std::move(book), *sheet, options_.sizes.block);
}

bool SheetBlocks::next(Block& block) {
  if (is_over_) return false;
  if (!reader_) {
    Result<SheetReader> reader = open();
    if (!reader) return end_with(block, reader.error());
    reader_ = *std::move(reader);
  }
  const Result<bool> more = reader_->next(batch_);
  if (!more) return end_with(block, more.error());
  if (!*more && reader_->rows().header().empty())
    return end_with(
        block, error_at("", "empty",
                        message("the sheet {0} is empty: expected a header row with the names of columns",
                                ibtikar::quoted(reader_->sheet()))));
  is_over_ = !*more;
  if (is_first_) shape_header();
  if (is_first_ && is_sheet_form(header_, kComma)) return give_form(block);
  // A header without rows is still checked.
  if (!*more && !is_first_) return false;
  give(block, batch_);
  return true;
}

/// The header as the mapping has it: without a header row, that row remains a record; rows behind it
/// may belong to it.
void SheetBlocks::shape_header() {
  header_ = reader_->rows().header();
  if (options_.shape.rows == 0) {
    batch_.text.insert(0, header_);
    batch_.rows.insert(batch_.rows.begin(), reader_->rows().header_row());
    return;
  }
  const std::size_t more = std::min(options_.shape.rows - 1 + options_.shape.skip, batch_.rows.size());
  std::size_t end = 0;
  for (std::size_t i = 0; i < more; ++i)
    end = find_record_ends(batch_.text, end, kComma, Which::first, Extent::all).whole;
  header_.append(batch_.text, 0, end);
  batch_.text.erase(0, end);
  batch_.rows.erase(batch_.rows.begin(), batch_.rows.begin() + static_cast<std::ptrdiff_t>(more));
}

/// A form with a row for each question is one proposal: all of it is read, and becomes a row, as in
/// LineBlocks. Its places are lines, as if the sheet were a table of text: the cells are not where
/// those of a row would be.
bool SheetBlocks::give_form(Block& block) {
  std::string rows = batch_.text;
  while (!is_over_) {
    const Result<bool> more = reader_->next(batch_);
    if (!more) return end_with(block, more.error());
    is_over_ = !*more;
    rows += batch_.text;
    if (rows.size() > options_.sizes.record)
      return end_with(block, too_long_record(name_, {1, 1}, options_.sizes.record));
  }
  const std::string table = table_of_sheet(header_, rows, kComma);
  const std::size_t names = find_record_ends(table, 0, kComma, Which::first, Extent::all).whole;
  header_ = table.substr(0, names);
  give(block, {table.substr(names), {reader_->rows().header_row() + 1}});
  block.parts.back().sheet.clear();
  block.parts.back().rows.clear();
  return true;
}

void SheetBlocks::give(Block& block, const SheetBatch& batch) {
  Block::Part part;
  part.kind = Block::Part::Kind::rows;
  part.name = name_;
  part.header = header_;
  part.header_line = reader_->rows().header_row();
  part.decimals.stated = options_.decimal;
  part.sheet = reader_->sheet();
  part.first_column = reader_->rows().first_column();
  part.rows = batch.rows;
  if (!batch.rows.empty()) part.first_line = batch.rows.front();
  part.is_first = std::exchange(is_first_, false);
  part.begin = end_of(block);
  block.bytes.resize(part.begin);
  block.bytes += batch.text;
  part.end = part.begin + batch.text.size();
  block.parts.push_back(std::move(part));
}

bool SheetBlocks::end_with(Block& block, Diagnostic why) {
  is_over_ = true;
  why.file = name_;
  add_fault(block, name_, std::move(why), std::string(file_stem(name_)));
  return !block.parts.empty();
}

std::vector<Message> SheetBlocks::remarks() const {
  if (!reader_) return {};
  return reader_->remarks(fmt::format("{}:{}", visible(name_), visible(reader_->sheet())));
}

}  // namespace ibtikar
