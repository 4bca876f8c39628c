// What a mapping says about rows and headers: see mapping_reader.h.
#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "base/typed_text.h"
#include "codec/table/codes.h"
#include "codec/table/csv.h"
#include "codec/table/mapping_reader.h"

namespace ibtikar {
namespace {

/// Tools write one or two such rows. A large number is more likely a slip.
constexpr std::size_t kMostSkipped = 1000;

}  // namespace

void MappingReader::read_header(ObjectReader& reader) {
  // Before all columns: what a column's name may say depends on it.
  mapping_.header.rows = reader.whole("header_rows", 1, 2);
  const auto node = reader.node("skip_rows");
  if (!node) return;
  if (node->value->is_number())
    mapping_.header.skip = reader.whole("skip_rows", 0, kMostSkipped);
  else
    read_skipped(*node);
  if (mapping_.header.rows == 0 && mapping_.header.skip > 0)
    error(node->pointer, "no-header", message("the table has no header to skip rows behind"));
}

/// A text or several that the cells of such a row have.
void MappingReader::read_skipped(const JsonNode& node) {
  if (!node.value->is_string() && !node.value->is_array())
    return note_wrong_type(node, message("a number of rows, or what the cells of such rows say"), faults_);
  read_texts(mapping_.skipped, node);
  // "*" alone has an empty text, too.
  if (std::ranges::any_of(mapping_.skipped, [](const CellCode& one) { return one.text.empty(); }))
    error(node.pointer, "empty", message("this skips every row; expected a text, or its beginning and *"));
}

void MappingReader::read_dates(ObjectReader& reader) {
  const auto node = reader.node("dates");
  if (!node) return;
  const std::string order = read_text(*node, faults_);
  if (order == "year-month-day")
    mapping_.dates = DateOrder::year_first;
  else if (order == "day-month-year")
    mapping_.dates = DateOrder::day_first;
  else if (order == "month-day-year")
    mapping_.dates = DateOrder::month_first;
  else if (node->value->is_string())
    error(node->pointer, "bad-dates",
          message("no order of dates that is known; expected `day-month-year`, `month-day-year` or "
                  "`year-month-day`"));
}

/// The mark before decimals, said as such or by the mark between groups.
std::optional<DecimalMark> MappingReader::read_decimal(ObjectReader& reader) {
  const auto mark_in = [&](const JsonNode& node) {
    const auto mark = decimal_mark_named(read_text(node, faults_));
    if (!mark && node.value->is_string())
      error(node.pointer, "bad-decimal", message("no decimal mark that is known; expected \".\" or \",\""));
    return mark;
  };
  const auto decimal_node = reader.node("decimal");
  const auto decimal = decimal_node ? mark_in(*decimal_node) : std::nullopt;
  const auto group_node = reader.node("group");
  const auto group = group_node ? mark_in(*group_node) : std::nullopt;
  if (!group) return decimal;
  if (decimal == group)
    error(group_node->pointer, "bad-decimal",
          message("one mark cannot stand both before decimals and between groups of digits"));
  // Of two marks, the one that does not separate groups stands before decimals.
  return *group == DecimalMark::point ? DecimalMark::comma : DecimalMark::point;
}

/// A name as it stands in the file: only a star at the end has a meaning. Headers may contain stars.
ColumnName MappingReader::named(const std::string& text) const {
  ColumnName column;
  std::string_view inner = text;
  column.is_beginning = inner.ends_with('*');
  if (column.is_beginning) inner.remove_suffix(1);
  column.name = folded(inner);
  return column;
}

/// `text` names the column unless the members of `object`, which may be null, say more.
/// If `others` is not null, "header" may be a list: the names behind the first go there.
ColumnName MappingReader::read_name(const std::string& text, ObjectReader* object, const std::string& pointer,
                                    std::vector<ColumnName>* others) {
  ColumnName column = named(text);
  if (object != nullptr) {
    if (const auto header = object->node("header")) {
      std::vector<ColumnName> names;
      if (others != nullptr && header->value->is_array())
        names = read_headers(*header);
      else
        names.push_back(named(read_text(*header, faults_)));
      if (!names.empty()) column = names.front();
      if (others != nullptr && names.size() > 1) others->assign(names.begin() + 1, names.end());
    }
    column.below = folded(object->text("below"));
    column.occurrence = object->whole("occurrence", 0, kMaxColumns);
    column.position = object->whole("position", 0, kMaxColumns);
    if (!column.below.empty() && mapping_.header.rows < 2)
      error(pointer + "/below", "no-second-row",
            message("the header has one row; \"header_rows\": 2 says that it has two"));
    // Whoever gives the place means it whatever the header says, so nothing else is compared.
    if (column.position > 0) column = {.position = column.position};
    const bool has_place = column.position > 0 || column.occurrence > 0 || !column.below.empty();
    if (has_place && others != nullptr && !others->empty())
      error(pointer + "/header", "given-twice",
            message("a column is found by one of several names, or by its place; expected one of the two"));
  }
  if (mapping_.header.rows == 0 && column.position == 0)
    error(pointer, "no-header",
          message("the table has no header; expected \"position\", the column's place counted from 1"));
  else if (column.position == 0 && column.name.empty() && column.below.empty())
    error(pointer, "empty-name",
          message("a column's name is empty; expected a header, its beginning and *, or \"position\""));
  return column;
}

std::vector<ColumnName> MappingReader::read_headers(const JsonNode& list) {
  std::vector<ColumnName> names;
  for (std::size_t i = 0; i < list.value->size(); ++i) {
    const JsonNode one{&(*list.value)[i], fmt::format("{}/{}", list.pointer, i)};
    names.push_back(named(read_text(one, faults_)));
    // A beginning among several names could mean what another of them means whole.
    if (names.back().is_beginning || (one.value->is_string() && names.back().name.empty()))
      error(one.pointer, "empty-name",
            message("in a list, each name is a whole header, without * at the end"));
  }
  if (names.empty())
    error(list.pointer, "empty", message("the list is empty; expected the names that the column may have"));
  return names;
}

/// A text, a number or a truth, or a list of them.
void MappingReader::read_texts(CodeList& texts, const JsonNode& node) {
  const Json& value = *node.value;
  if (value.is_array()) {
    // One level of lists only: a list in a list has no meaning here, and depth needs no bound.
    for (std::size_t i = 0; i < value.size(); ++i) {
      const JsonNode one{&value[i], fmt::format("{}/{}", node.pointer, i)};
      if (one.value->is_array())
        note_wrong_type(one, message("a text that a cell may have"), faults_);
      else
        read_texts(texts, one);
    }
  } else if (value.is_number()) {
    // Cells are text, and find_code() also compares them as numbers: 1 matches "1.0".
    texts.push_back(code_of(shortest(value.get<double>())));
  } else if (value.is_boolean()) {
    texts.push_back(code_of(value.get<bool>() ? "true" : "false"));
  } else if (value.is_string()) {
    texts.push_back(code_of(value.get<std::string>()));
  } else {
    note_wrong_type(node, message("a text that a cell may have"), faults_);
  }
}

/// By column: what its cell must say.
std::vector<CellTest> MappingReader::read_tests(const JsonNode& node) {
  std::vector<CellTest> tests;
  ObjectReader reader(node, faults_);
  for (const auto& [name, value] : reader.members()) {
    CellTest& test = tests.emplace_back();
    if (value.value->is_object()) {
      ObjectReader object(value, faults_);
      test.column = read_name(name, &object, value.pointer);
      test.is_negated = object.has("not");
      const auto is = object.node("is");
      const auto is_not = object.node("not");
      if (is.has_value() == is_not.has_value())
        error(value.pointer, "no-test", message("expected one of the two: \"is\" or \"not\""));
      else
        read_texts(test.texts, is ? *is : *is_not);
      object.refuse_unknown();
    } else {
      test.column = read_name(name, nullptr, value.pointer);
      read_texts(test.texts, value);
    }
  }
  return tests;
}

void MappingReader::read_conditions(ObjectReader& reader) {
  for (const auto& [name, node] : reader.map("conditions")) {
    mapping_.conditions.push_back(read_tests(node));
    conditions_.emplace(name, mapping_.conditions.size());
  }
}

/// The number of a condition, from 1, by its name or as it stands.
std::size_t MappingReader::read_condition_of(const JsonNode& node) {
  // A condition in place gets a number of its own. 0 stays free for "none".
  if (!node.value->is_string()) {
    mapping_.conditions.push_back(read_tests(node));
    return mapping_.conditions.size();
  }
  const std::string name = node.value->get<std::string>();
  const auto found = conditions_.find(name);
  if (found != conditions_.end()) return found->second;
  std::vector<std::string> names;
  for (const auto& [one, number] : conditions_) names.push_back(one);
  error(node.pointer, "unknown-condition",
        message("there is no condition {0}{1}", ibtikar::quoted(name), suggestion(name, names)));
  return 0;
}

}  // namespace ibtikar
