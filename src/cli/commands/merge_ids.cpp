// See merge_ids.h. Rows come by the million, and were written by this program: what has to be known of
// a line of JSON is found by looking for its members' names.
#include "cli/commands/merge_ids.h"

#include <algorithm>
#include <utility>

namespace ibtikar::cli {
namespace {

constexpr std::string_view kNoText = "null";

/// The value of a member as it is written; empty if there is no such member. Inside a text every
/// quotation mark has a backslash before it, so the name with its marks is found nowhere else.
std::string_view member_in(std::string_view line, std::string_view name) {
  for (std::size_t at = line.find(name); at != std::string_view::npos; at = line.find(name, at + 1)) {
    if (at == 0 || (line[at - 1] != '{' && line[at - 1] != ',')) continue;
    const std::string_view value = line.substr(at + name.size());
    if (!value.starts_with('"')) return value.substr(0, value.find_first_of(",}"));
    std::size_t end = 1;
    while (end < value.size() && value[end] != '"') end += value[end] == '\\' ? 2U : 1U;
    return value.substr(0, std::min(end + 1, value.size()));
  }
  return {};
}

/// A text of JSON without its marks. Escapes that stand for control characters stay as they are: what a
/// message shows is made visible anyway.
std::string text_in(std::string_view value) {
  std::string text;
  for (std::size_t i = 1; i + 1 < value.size(); ++i) {
    if (value[i] == '\\' && i + 2 < value.size() && (value[i + 1] == '"' || value[i + 1] == '\\')) ++i;
    text += value[i];
  }
  return text;
}

}  // namespace

RowIds::RowIds(const std::string& format, std::string_view header, const HashKey& key)
    : key_(key), is_csv_(format == "csv") {
  if (!is_csv_) return;
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (header.starts_with(kMark)) header.remove_prefix(kMark.size());
  static_cast<void>(splitter_.split(header, 0));
  const std::vector<CsvCell>& names = splitter_.cells();
  const auto column = [&](std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(names, name, &CsvCell::text) - names.begin());
  };
  id_column_ = column("id");
  proof_is_error_ = column("error") < names.size();
  proof_column_ = proof_is_error_ ? column("error") : column("verdict");
  can_tell_ = !header.empty() && id_column_ < names.size() && proof_column_ < names.size();
}

void RowIds::add(std::string_view bytes, std::vector<Repeated>& repeated) {
  if (!can_tell_) return;
  block_.clear();
  in_block_ = 0;
  rest_ += bytes;
  const std::size_t whole =
      is_csv_ ? find_record_ends(rest_, 0, ',', Which::last, Extent::some).whole : rest_.rfind('\n') + 1;
  add_rows(std::string_view(rest_).substr(0, whole));
  rest_.erase(0, whole);
  seen_.add(block_, records_ + 1, repeated);
  records_ += in_block_;
}

void RowIds::add_rows(std::string_view rows) {
  for (std::size_t at = 0; at < rows.size() && can_tell_;) {
    if (!is_csv_) {
      const std::size_t end = std::min(rows.find('\n', at), rows.size());
      add_line(rows.substr(at, end - at));
      at = end + 1;
      continue;
    }
    at = splitter_.split(rows, at);
    const std::vector<CsvCell>& cells = splitter_.cells();
    if (std::max(id_column_, proof_column_) >= cells.size()) continue;
    add_record(cells[id_column_].text, cells[proof_column_].text.empty() != proof_is_error_);
  }
}

void RowIds::add_line(std::string_view line) {
  const std::string_view id = member_in(line, "\"id\":");
  const std::string_view error = member_in(line, "\"error\":");
  const std::string_view verdict = member_in(line, "\"verdict\":");
  can_tell_ = !id.empty() && !(error.empty() && verdict.empty());
  if (can_tell_) add_record(text_in(id), error.empty() ? verdict == kNoText : error != kNoText);
}

void RowIds::add_record(std::string_view id, bool is_rejected) {
  ++in_block_;
  if (!is_rejected) block_.add(id, in_block_, key_);
}

}  // namespace ibtikar::cli
