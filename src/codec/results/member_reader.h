// MemberReader: reads what assessment_members.h describes.
//
// A saved assessment must still be readable years later, so members that an older version did not write have
// defaults, and members of newer versions are ignored. But the file may also have been edited, or made to do
// harm. Renderers trust an Assessment, so numbers that cannot occur and lists longer than a rubric may have
// are refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/safe_text.h"
#include "codec/json/reader.h"
#include "codec/results/assessment_members.h"
#include "codec/results/scale_members.h"

namespace ibtikar {

class MemberReader {
 public:
  /// Both outlive this.
  MemberReader(ObjectReader& object, Diagnostics& faults) : object_(object), faults_(faults) {}

  void required(std::string_view name, std::string& text) { text = object_.text(name, Need::required); }
  void text(std::string_view name, std::string& text) { text = object_.text(name); }
  void text_if_any(std::string_view name, std::string& text) { text = object_.text(name); }
  /// Empty for null.
  void id(std::string_view name, std::string& id);
  /// Older versions wrote null where there was none.
  void words(std::string_view name, LocalizedText& text);
  /// Reports repeat titles of bands and levels, perhaps ten thousand times, so they must be short.
  void title(std::string_view name, LocalizedText& text);
  void value(std::string_view name, AnswerValue& value);
  void texts(std::string_view name, std::vector<std::string>& texts) { texts = object_.texts(name); }
  void texts(std::string_view name, std::vector<std::string>& texts, std::size_t most);
  void texts_if_any(std::string_view name, std::vector<std::string>& texts) { texts = object_.texts(name); }

  /// Without a known name nothing else about the part can be understood: it has no default.
  template <class Table, class Value>
  void required_name(std::string_view name, Value& value, const Table& names) {
    const std::string found = object_.text(name, Need::required);
    const auto known = find_in(names, found);
    value = known.value_or(names.front().second);
    if (!known)
      faults_.push_back(
          error_at(place_of(name), "unknown-name", message("{0} is not known here", ibtikar::quoted(found))));
  }
  template <class Table, class Value>
  void name(std::string_view name, Value& value, const Table& names, Value otherwise) {
    value = find_in(names, object_.text(name)).value_or(otherwise);
  }
  template <class Table, class Value>
  void name_unless(std::string_view name, Value& value, const Table& names, Value usual) {
    this->name(name, value, names, usual);
  }

  /// A number from 0 to `greatest`; empty for null and for a missing member.
  void score(std::string_view name, Score& score, double greatest);
  /// A number from 0 to `greatest`, or `otherwise`.
  void number(std::string_view name, double& number, double otherwise, double greatest) {
    number = object_.number_within(name, otherwise, 0, greatest);
  }
  void fixed(std::string_view name, double& number, double otherwise, double greatest) {
    this->number(name, number, otherwise, greatest);
  }
  void count(std::string_view name, std::size_t& count, std::size_t most) {
    count = object_.whole(name, 0, most);
  }
  void count_if_any(std::string_view name, std::size_t& count, std::size_t most) {
    this->count(name, count, most);
  }
  void place(std::string_view name, std::optional<std::size_t>& place, std::size_t most);
  void flag(std::string_view name, bool& flag, bool otherwise) { flag = object_.boolean(name, otherwise); }
  void flag_unless(std::string_view name, bool& flag, bool usual) { flag = object_.boolean(name, usual); }
  /// Numbers from -`greatest` to `greatest`, by id.
  template <class Parts>
  void numbers(std::string_view name, Parts& parts, double greatest) {
    for (const auto& [id, node] : object_.map(name)) parts.push_back({id, amount(node, greatest)});
  }
  void points(std::string_view name, PerDimension& points);
  void gains(std::string_view name, Advice& advice);

  template <class Part, class... More>
  void object(std::string_view name, Part& part, More... more) {
    if (const auto node = object_.node(name, Need::required)) read(*node, part, more...);
  }
  template <class Part>
  void object_unless(std::string_view name, Part& part, bool) {
    const auto node = object_.node(name);
    if (node && !node->value->is_null()) read(*node, part);
  }
  /// Nothing of a list that is longer than `most`: that is noted.
  template <class Part>
  void list(std::string_view name, std::vector<Part>& parts, std::size_t most) {
    const std::vector<JsonNode> nodes = object_.list(name);
    if (is_too_many(nodes.size(), most, name)) return;
    for (const JsonNode& node : nodes) read(node, parts.emplace_back());
  }
  template <class Part>
  void list_if_any(std::string_view name, std::vector<Part>& parts, std::size_t most) {
    list(name, parts, most);
  }

  /// Charts draw from low to high. A reversed interval would draw a negative width.
  void check_bounds(const Measure& measure);
  void engine(std::string_view name, std::string& version);
  void citations(std::vector<Citation>& citations);
  void combination(Combination& combination) { combination = read_combination_of_score(object_); }
  void scaled(Measure& measure, std::optional<DisplayScale>& scale) {
    read_scaled(object_, measure, scale, faults_);
  }
  void adjustments(std::vector<Adjustment>& adjustments) {
    adjustments = read_adjustments_of_gate(object_, faults_);
  }

 private:
  [[nodiscard]] std::string place_of(std::string_view name) const;
  /// Notes a list that is longer than a rubric allows. Reports grow with their lists: a file of 8.5 MB with
  /// 200,000 bands would make a gigabyte of pages.
  bool is_too_many(std::size_t count, std::size_t most, std::string_view name);
  /// 0 if it is no such number, which is noted.
  double amount(const JsonNode& node, double greatest);
  /// A member that is there and not null.
  [[nodiscard]] std::optional<JsonNode> given(std::string_view name);

  template <class Part, class... More>
  void read(const JsonNode& node, Part& part, More... more) {
    ObjectReader object(node, faults_);
    MemberReader reader(object, faults_);
    members(reader, part, more...);
  }

  ObjectReader& object_;
  Diagnostics& faults_;
};

}  // namespace ibtikar
