// MemberWriter: writes what assessment_members.h describes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "codec/json/writer.h"
#include "codec/results/assessment_members.h"
#include "codec/results/number_members.h"
#include "codec/results/scale_members.h"

namespace ibtikar {

/// Its functions have the names and arguments of MemberReader's, one for one. Arguments without a
/// name are defaults and bounds, which only reading needs.
class MemberWriter {
 public:
  /// Into the object that is open. `json` outlives this.
  explicit MemberWriter(JsonWriter& json) : json_(json) {}

  void required(std::string_view name, const std::string& text) { json_.text(name, text); }
  void text(std::string_view name, const std::string& text) { json_.text(name, text); }
  /// Members that came later, or that few rubrics use: all other assessments keep their bytes.
  void text_if_any(std::string_view name, const std::string& text) {
    if (!text.empty()) json_.text(name, text);
  }
  /// Null where there is none.
  void id(std::string_view name, const std::string& id) { write_text_or_null(json_, name, id); }
  void words(std::string_view name, const LocalizedText& text) {
    json_.member(name);
    json_.localized(text);
  }
  void title(std::string_view name, const LocalizedText& text) { words(name, text); }
  void value(std::string_view name, const AnswerValue& value) {
    json_.member(name);
    json_.answer(value);
  }
  void texts(std::string_view name, const std::vector<std::string>& texts, std::size_t = 0) {
    value(name, texts);
  }
  void texts_if_any(std::string_view name, const std::vector<std::string>& texts) {
    if (!texts.empty()) value(name, texts);
  }
  template <class Table, class Value>
  void required_name(std::string_view name, Value value, const Table& names) {
    json_.text(name, name_in(names, value));
  }
  /// By the tables of model/names.h, which the reader searches the other way.
  template <class Table, class Value>
  void name(std::string_view name, Value value, const Table& names, Value) {
    json_.text(name, name_in(names, value));
  }
  template <class Table, class Value>
  void name_unless(std::string_view name, Value value, const Table& names, Value usual) {
    if (value != usual) json_.text(name, name_in(names, value));
  }

  void score(std::string_view name, const Score& score, double) { write_score(json_, name, score); }
  void fixed(std::string_view name, double value, double, double) { write_fixed(json_, name, value); }
  void number(std::string_view name, double value, double, double) { number(name, value); }
  void count(std::string_view name, std::size_t count, std::size_t) {
    number(name, static_cast<double>(count));
  }
  void count_if_any(std::string_view name, std::size_t count, std::size_t most) {
    if (count > 0) this->count(name, count, most);
  }
  void place(std::string_view name, const std::optional<std::size_t>& place, std::size_t most) {
    if (place) return count(name, *place, most);
    json_.member(name);
    json_.null();
  }
  void flag(std::string_view name, bool flag, bool) { write_flag(json_, name, flag); }
  void flag_unless(std::string_view name, bool flag, bool usual) {
    if (flag != usual) write_flag(json_, name, flag);
  }
  /// A number for each id.
  template <class Parts>
  void numbers(std::string_view name, const Parts& parts, double) {
    line(name, [&] {
      for (const auto& [id, amount] : parts) number(id, amount);
    });
  }
  /// With two decimals, as reports show them.
  void points(std::string_view name, const PerDimension& points) {
    line(name, [&] {
      for (const auto& [id, amount] : points) write_fixed(json_, id, amount);
    });
  }
  /// Null where a score is missing before or after the step.
  void gains(std::string_view name, const Advice& advice) {
    line(name, [&] {
      write_score(json_, "overall", advice.overall_gain);
      for (const auto& [id, gain] : advice.dimension_gains) write_score(json_, id, gain);
    });
  }

  template <class Part, class... More>
  void object(std::string_view name, const Part& part, More... more) {
    json_.object(name, [&] { members(*this, part, more...); });
  }
  /// Null where it is empty.
  template <class Part>
  void object_unless(std::string_view name, const Part& part, bool is_empty) {
    if (!is_empty) return object(name, part);
    json_.member(name);
    json_.null();
  }
  template <class Part>
  void list(std::string_view name, const std::vector<Part>& parts, std::size_t) {
    json_.list(name, parts, [&](const Part& part) { json_.object([&] { members(*this, part); }); });
  }
  template <class Part>
  void list_if_any(std::string_view name, const std::vector<Part>& parts, std::size_t most) {
    if (!parts.empty()) list(name, parts, most);
  }

  /// The scorer has made them: nothing to check.
  void check_bounds(const Measure&) {}
  void engine(std::string_view name, const std::string& version);
  void citations(const std::vector<Citation>& citations);
  void combination(const Combination& combination) { write_combination(json_, combination); }
  void scaled(const Measure& measure, const std::optional<DisplayScale>& scale) {
    write_scaled(json_, measure, scale);
  }
  void adjustments(const std::vector<Adjustment>& adjustments) { write_adjustments(json_, adjustments); }

 private:
  void number(std::string_view name, double value) {
    json_.member(name);
    json_.number(value);
  }
  /// An object on one line.
  template <class Body>
  void line(std::string_view name, const Body& body) {
    json_.object(name, [&] {
      json_.inline_from_here();
      body();
    });
  }

  JsonWriter& json_;
};

}  // namespace ibtikar
