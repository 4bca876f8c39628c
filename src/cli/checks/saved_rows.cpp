// See saved_rows.h.
#include "cli/checks/saved_rows.h"

#include <utility>
#include <vector>

#include "codec/table/csv.h"
#include "ibtikar/batch.h"
#include "io/files/input_blocks.h"

namespace ibtikar::cli {
namespace {

using Take = std::function<void(SavedRow&&)>;

/// Moves faults from a record to its place in the file.
Diagnostics moved(Diagnostics faults, const std::string& name, Position begin) {
  for (Diagnostic& fault : faults) {
    fault.file = name;
    if (fault.position.line <= 1)
      fault.position = {begin.line,
                        begin.column + (fault.position.line == 0 ? 0 : fault.position.column - 1)};
    else
      fault.position.line += begin.line - 1;
  }
  return faults;
}

std::optional<Diagnostics> take_json(std::string_view text, const std::string& name, Position begin,
                                     const Take& take) {
  Checked<SavedRow> row = decode_saved_row(NamedText{name, std::string(text)});
  if (!row) return moved(std::move(row.error()), name, begin);
  take(*std::move(row));
  return std::nullopt;
}

std::optional<Diagnostics> take_lines(const Block& block, const Block::Part& part, const Take& take) {
  std::size_t line = part.first_line;
  for (std::size_t at = part.begin; at < part.end; ++line) {
    const std::size_t end = std::min(block.bytes.find('\n', at), part.end);
    const std::string_view text = std::string_view(block.bytes).substr(at, end - at);
    at = end + 1;
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (auto faults = take_json(text, part.name, {line, 1}, take)) return faults;
  }
  return std::nullopt;
}

std::optional<Diagnostics> take_documents(const Block& block, const Block::Part& part, const Take& take) {
  for (const Block::Part::Document& document : part.documents) {
    const auto text = std::string_view(block.bytes).substr(document.begin, document.end - document.begin);
    if (auto faults = take_json(text, part.name, {document.line, document.column}, take)) return faults;
  }
  return std::nullopt;
}

std::optional<Diagnostics> take_rows(const Block& block, const Block::Part& part, const Take& take) {
  CsvSplitter splitter(part.delimiter);
  splitter.split(part.header, 0);
  std::vector<std::string> columns;
  for (const CsvCell& cell : splitter.cells()) columns.emplace_back(cell.text);
  const std::string_view text = std::string_view(block.bytes).substr(part.begin, part.end - part.begin);
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t begin = at;
    at = splitter.split(text, at);
    if (splitter.is_blank()) continue;
    std::vector<std::string_view> cells;
    for (const CsvCell& cell : splitter.cells()) cells.push_back(cell.text);
    Checked<SavedRow> row = decode_saved_row(columns, cells);
    if (!row && number < part.rows.size())
      return moved(std::move(row.error()), part.name, {part.rows[number], 1});
    if (!row) return moved(std::move(row.error()), part.name, position_in(text, begin, part.first_line));
    take(*std::move(row));
  }
  return std::nullopt;
}

}  // namespace

Checked<SavedRows> read_saved_rows(const std::string& path, const Take& take) {
  // A workbook of results has the rows on its first sheet.
  io::InputBlocks input({path}, {.sheet = "1"});
  SavedRows all;
  for (Block block; input.next(block); block.parts.clear()) {
    for (const Block::Part& part : block.parts) {
      if (part.kind == Block::Part::Kind::fault) return fail(part.faults);
      std::optional<Diagnostics> faults;
      if (part.kind == Block::Part::Kind::lines) faults = take_lines(block, part, take);
      if (part.kind == Block::Part::Kind::documents) faults = take_documents(block, part, take);
      if (part.kind == Block::Part::Kind::rows) faults = take_rows(block, part, take);
      if (faults) return fail(*std::move(faults));
    }
  }
  all.are_cells = input.had_tables();
  return all;
}

}  // namespace ibtikar::cli
