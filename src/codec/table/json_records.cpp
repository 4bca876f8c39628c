// See json_records.h.
#include "codec/table/json_records.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "base/typed_text.h"
#include "codec/json/document.h"
#include "codec/table/csv.h"
#include "codec/table/sheet_places.h"
#include "codec/table/typed_number.h"
#include "ibtikar/codec.h"

namespace ibtikar {
namespace {

constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);
/// So many members that no column names are remembered, to suggest one of them. Records can bring
/// new names without end.
constexpr std::size_t kMostOthers = 1000;

/// A value that is no object and no array.
std::string text_of_value(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return {};
  // dump() keeps every digit of a whole number of 64 bits: ids may have more than a double does.
  return value.is_number() ? number_text(value.dump()) : value.dump();
}

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) row += ',';
    append_csv(row, cell);
  }
  return row += '\n';
}

}  // namespace

/// One record on its way into cells.
struct JsonRecords::Walk {
  JsonRecords& records;
  std::vector<std::string> cells;
  std::vector<std::string> pointers;
  bool has_any = false;

  void put(const std::string& name, const std::string& pointer, std::string text) {
    const std::string key = folded(name);
    const std::size_t column = records.column_of(key);
    if (column == kNoColumn) {
      if (records.others_.size() < kMostOthers) records.others_.insert(key);
      return;
    }
    has_any = true;
    records.seen_[column] = true;
    // The same path can come twice: {"a": {"b": 1}, "a/b": 2}. The first value counts.
    if (cells[column].empty()) cells[column] = std::move(text), pointers[column] = pointer;
  }

  void walk(const Json& value, const std::string& name, const std::string& pointer) {
    const std::string before = name.empty() ? std::string() : name + "/";
    if (value.is_object()) {
      for (const auto& [member, inner] : value.items())
        walk(inner, before + member, pointer + "/" + pointer_token(member));
    } else if (value.is_array()) {
      walk_list(value, name, pointer);
    } else {
      put(name, pointer, text_of_value(value));
    }
  }

  void walk_list(const Json& list, const std::string& name, const std::string& pointer) {
    std::string all;
    bool has_parts = false;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Json& value = list[i];
      const std::string place = fmt::format("{}/{}", pointer, i);
      // Groups that repeat in Kobo and panels in SurveyJS are arrays of objects. Each has its
      // number.
      if (value.is_structured()) {
        has_parts = true;
        walk(value, fmt::format("{}/{}", name, i), place);
        continue;
      }
      const std::string text = text_of_value(value);
      if (!all.empty()) all += '|';
      all += text;
      // So that a mapping can name the option, as it does in the CSV of the same tool.
      put(fmt::format("{}/{}", name, text), place, "1");
    }
    // An empty list is an answer: none of them.
    put(name, pointer, list.empty() ? "|" : all);
    if (!has_parts) deny_others(name, pointer);
  }

  /// What a list of answers does not have was not chosen.
  void deny_others(const std::string& name, const std::string& pointer) {
    // The names are sorted: those with a common beginning are neighbors.
    const std::string beginning = folded(name) + "/";
    for (auto at = records.exact_.lower_bound(beginning);
         at != records.exact_.end() && at->first.starts_with(beginning); ++at) {
      // "panel/0/name" is a member of an element that the list does not have, and no answer.
      if (at->first.find('/', beginning.size()) != std::string::npos) continue;
      has_any = true;
      records.seen_[at->second] = true;
      if (cells[at->second].empty()) cells[at->second] = "0", pointers[at->second] = pointer;
    }
  }
};

JsonRecords::JsonRecords(const Mapping& mapping) : is_for_tables_(mapping.header.rows != 1) {
  for (const Mapping::Column& column : mapping.columns) add_column(column);
  for (const CellTest& test : mapping.leave_out) add_name(test.column);
  for (const std::vector<CellTest>& condition : mapping.conditions)
    for (const CellTest& test : condition) add_name(test.column);
  seen_.resize(names_.size());
  optional_.resize(names_.size());
  header_ = csv_row(names_);
}

void JsonRecords::add_column(const Mapping::Column& column) {
  const std::size_t number = names_.size();
  add_name(column.name);
  if (names_.size() == number) return;  // another one has this name
  optional_.resize(names_.size());
  optional_[number] = column.is_optional;
  // Its other names lead to the same cell.
  for (const ColumnName& other : column.other_names)
    if (!other.is_beginning)
      exact_.emplace(other.name.starts_with('/') ? other.name.substr(1) : other.name, number);
}

void JsonRecords::add_name(const ColumnName& column) {
  is_for_tables_ = is_for_tables_ || column.position > 0 || column.occurrence > 0 || !column.below.empty();
  if (column.is_beginning) {
    // Columns, conditions and rows to leave out may ask for the same name. It becomes one column.
    const bool is_known =
        std::ranges::any_of(beginnings_, [&](std::size_t known) { return names_[known] == column.name; });
    if (is_known) return;
    beginnings_.push_back(names_.size());
  } else if (!exact_
                  .emplace(column.name.starts_with('/') ? column.name.substr(1) : column.name, names_.size())
                  .second) {
    return;
  }
  names_.push_back(column.name);
}

std::size_t JsonRecords::column_of(const std::string& name) const {
  // A whole name counts more than a beginning, as it does in tables.
  if (const auto found = exact_.find(name); found != exact_.end()) return found->second;
  for (const std::size_t column : beginnings_)
    if (name.starts_with(names_[column])) return column;
  return kNoColumn;
}

JsonRow JsonRecords::read(std::string_view text) {
  JsonRow row;
  // Not refused when the mapping is read: the same mapping may serve CSV files beside this one.
  if (is_for_tables_) {
    row.faults.push_back(
        error_at("", "other-form",
                 message("the mapping is for tables: in JSON, columns are named, not found by "
                         "position, occurrence or a second row of headings")));
    row.faults.back().position = {1, 1};
    return row;
  }
  const NamedText source{"", std::string(text)};
  const Checked<Json> document = parse_document(source, phrase("a record of a form, as a JSON object"));
  if (!document) {
    row.faults = document.error();
    return row;
  }
  Walk walk{*this, std::vector<std::string>(names_.size()), std::vector<std::string>(names_.size())};
  if (document->is_object()) walk.walk(*document, "", "");
  // Otherwise any JSON object would become an empty proposal, and be scored.
  if (!walk.has_any) {
    Diagnostic fault =
        error_at("", "other-form",
                 message("this record has no member that the mapping names; expected one such as {0}",
                         ibtikar::quoted(names_.empty() ? std::string() : names_.front())));
    fault.position = {1, 1};
    row.faults.push_back(std::move(fault));
    return row;
  }
  has_read_ = true;
  row.text = csv_row(walk.cells);
  row.pointers = std::move(walk.pointers);
  return row;
}

void JsonRecords::locate_cells(Diagnostics& faults, const JsonRow& row, std::string_view text) {
  if (faults.empty()) return;
  // The row was decoded as CSV, so faults have places in it. From the place comes the cell, from
  // the cell the pointer, and from the pointer the place in the JSON text.
  const std::vector<Position> begins = cell_positions(row.text, 1);
  Diagnostics located;
  for (const Diagnostic& fault : faults) {
    const auto behind = std::ranges::upper_bound(begins, fault.position);
    const std::size_t cell =
        behind == begins.begin() ? 0 : static_cast<std::size_t>(behind - begins.begin()) - 1;
    located.push_back(error_at(cell < row.pointers.size() ? row.pointers[cell] : "", "", {}));
  }
  // All at once: each walk through the text costs as much as reading it.
  locate({"", std::string(text)}, located);
  for (std::size_t i = 0; i < faults.size(); ++i) faults[i].position = located[i].position;
}

void JsonRecords::join(const JsonRecords& other) {
  // Blocks are read in parallel, each by a reader of its own.
  for (std::size_t i = 0; i < seen_.size(); ++i) seen_[i] = seen_[i] || other.seen_[i];
  others_.insert(other.others_.begin(), other.others_.end());
  has_read_ = has_read_ || other.has_read_;
}

std::vector<Message> JsonRecords::unseen() const {
  std::vector<Message> remarks;
  if (!has_read_) return remarks;
  const std::vector<std::string> known(others_.begin(), others_.end());
  for (std::size_t i = 0; i < names_.size() && remarks.size() < kMaxDiagnostics; ++i)
    if (!seen_[i] && !optional_[i])
      remarks.push_back(message("no record has {0}, which the mapping names{1}", ibtikar::quoted(names_[i]),
                                suggestion(names_[i], known)));
  return remarks;
}

}  // namespace ibtikar
