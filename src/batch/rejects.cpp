// See rejects.h.
#include "batch/rejects.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/typed_text.h"
#include "codec/table/csv.h"
#include "ibtikar/mapping.h"

namespace ibtikar {
namespace {

/// The tag behind the marks of a frame: empty, or the first free number. It ensures that no line of
/// the record can be taken for the end of the frame, so the record can be kept byte for byte.
std::string tag_for(std::string_view text) {
  std::set<std::string_view> taken;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (!line.starts_with(kFrameEnd)) continue;
    line.remove_prefix(kFrameEnd.size());
    taken.insert(line.substr(0, line.find_last_not_of(" \t\r") + 1));
  }
  std::string tag;
  for (std::size_t number = 1; taken.contains(tag); ++number) tag = std::to_string(number);
  return tag;
}

void append_frame(std::string& out, std::string_view what, std::string_view text) {
  const std::string tag = tag_for(text);
  out += fmt::format("{}{} {}\n", kFrameBegin, tag, what);
  out += text;
  out += fmt::format("\n{}{}\n", kFrameEnd, tag);
}

/// Whether a record can stand on a line by itself and is then read as the same record. A record
/// whose name comes from its place needs a frame that carries this name.
bool is_plain_line(const BlockRejects::Rejected& record) {
  const std::string& text = record.text;
  if (record.table || !record.stand_in.empty()) return false;
  const std::size_t first = text.find_first_not_of(" \t\r");
  return first != std::string::npos && text[first] == '{' && text.find('\n') == std::string::npos &&
         !text.ends_with('\r');
}

/// A row needs the header of its table to be read again, exactly as it was written.
std::string with_header(const TableHeader& table, std::string_view row) {
  std::string text = table.text;
  if (!text.ends_with('\n')) text += '\n';
  return text += row;
}

void append_record(std::string& out, const BlockRejects::Rejected& record,
                   const std::vector<TableHeader>& tables) {
  // The reason is a comment above the record, where whoever corrects it looks. format() has made it
  // one line.
  out += "# " + record.reason + "\n";
  const std::string name = record.stand_in.empty() ? std::string() : " " + visible(record.stand_in);
  if (!record.is_kept) {
    out += fmt::format("{}{}{}\n", kNotKept, record.code, name);
  } else if (record.table) {
    const TableHeader& table = tables[*record.table];
    append_frame(out, fmt::format("{} {}{}", kFramedRow, table_words(table), name),
                 with_header(table, record.text));
  } else if (is_plain_line(record)) {
    out += record.text + "\n";
  } else {
    append_frame(out, std::string(kFramedJson) + name, record.text);
  }
}

}  // namespace

void BlockRejects::clear() {
  records_.clear();
  tables_.clear();
}

void BlockRejects::add(const Record& record, bool is_kept) {
  Rejected rejected{format(record.faults.front()),
                    record.faults.front().code,
                    is_kept ? std::string(record.text) : std::string(),
                    record.id.empty() ? record.stand_in : std::string(),
                    is_kept,
                    {}};
  if (!is_kept) rejected.stand_in = record.name();
  if (is_kept && record.table != nullptr) {
    TableHeader table = *record.table;
    // How much of the table's beginning was known by then depends on the sizes of reads. Such a row
    // must not depend on it.
    if (!is_in_doubt(rejected.text, table.delimiter)) table.decimals.shown.clear();
    if (tables_.empty() || tables_.back() != table) tables_.push_back(std::move(table));
    rejected.table = tables_.size() - 1;
  }
  records_.push_back(std::move(rejected));
}

void RejectsWriter::append(std::string& out, const BlockRejects& rejects) {
  for (const BlockRejects::Rejected& record : rejects.records()) {
    if (!std::exchange(is_begun_, true))
      out += fmt::format("{}: correct the records below and score this file again\n", kRejectsMark);
    append_record(out, record, rejects.tables());
  }
}

std::string table_words(const TableHeader& table) {
  std::string decimals = table.decimals.shown;
  // Whoever reads this again must know how much of it is the header.
  const std::size_t rows = count_rows(table.text, table.delimiter);
  // A blank would end the word.
  std::replace(decimals.begin(), decimals.end(), ' ', '_');
  return fmt::format("{}{} {}", table.delimiter == '\t' ? "tab" : std::string(1, table.delimiter),
                     rows > 1 ? fmt::format("+{}", rows - 1) : std::string(),
                     decimals.empty() ? "_" : decimals);
}

std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

TableWords take_table_words(std::string_view& text) {
  std::string_view delimiter = take_word(text);
  TableWords words;
  if (const std::size_t plus = delimiter.find('+'); plus != std::string_view::npos) {
    words.more_rows = parse_count(delimiter.substr(plus + 1)).value_or(0);
    delimiter = delimiter.substr(0, plus);
  }
  words.delimiter = delimiter_named(delimiter).value_or(',');
  words.shown_decimals = take_word(text);
  std::replace(words.shown_decimals.begin(), words.shown_decimals.end(), '_', ' ');
  return words;
}

}  // namespace ibtikar
