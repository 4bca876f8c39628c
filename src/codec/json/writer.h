// Writes JSON member by member, in exactly the order and form that we promise.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/codec.h"
#include "ibtikar/localized.h"
#include "ibtikar/proposal.h"

namespace ibtikar {

/// A text as a JSON string with its quotation marks. Control characters, DEL, and characters that
/// move text around (bidi controls, line separators) are escaped, so the file is harmless on a
/// terminal and reads back exactly.
[[nodiscard]] std::string json_string(std::string_view text);

/// Appends the same to `out`. Faster if nothing must be escaped.
void append_json_string(std::string& out, std::string_view text);

/// Call order is the caller's duty: a name before each value in an object, as many ends as begins.
/// Nothing checks it; the tests read back all that is written. Numbers must be finite.
class JsonWriter {
 public:
  explicit JsonWriter(JsonStyle style) : indented_(style == JsonStyle::indented) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  /// The name of the next value. Names are escaped like texts.
  void member(std::string_view name);
  /// An object with what `body()` writes, as a value or as a member.
  template <class Body>
  void object(const Body& body) {
    begin_object();
    body();
    end_object();
  }
  template <class Body>
  void object(std::string_view name, const Body& body) {
    member(name);
    object(body);
  }
  /// An array with what `write(part)` writes.
  template <class Parts, class Write>
  void list(std::string_view name, const Parts& parts, const Write& write) {
    member(name);
    begin_array();
    for (const auto& part : parts) write(part);
    end_array();
  }

  void string(std::string_view text) { scalar(json_string(text)); }
  void boolean(bool truth) { scalar(truth ? "true" : "false"); }
  void null() { scalar("null"); }
  void number(double value);        ///< shortest form: 2, 0.25
  void two_decimals(double value);  ///< exactly two: 60.00
  /// A value that is JSON already: whole numbers beyond 2^53, numbers with a fixed form.
  void raw(std::string_view json) { scalar(json); }

  void text(std::string_view name, std::string_view value) {
    member(name);
    string(value);
  }
  void localized(const LocalizedText& text);  ///< a string, or an object by language; null when empty
  void answer(const AnswerValue& value);

  /// Writes the rest of the innermost object or array on one line.
  void inline_from_here();

  /// The document so far. Leaves the writer empty.
  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  struct Level {
    bool empty = true;
    bool one_line = false;
  };
  void open(char bracket);
  void close(char bracket);
  void scalar(std::string_view json);
  void before_value();
  void new_line(std::size_t depth);
  [[nodiscard]] bool on_one_line() const {
    return !indented_ || (!levels_.empty() && levels_.back().one_line);
  }

  bool indented_;
  bool after_name_ = false;
  std::string out_;
  std::vector<Level> levels_;
};

}  // namespace ibtikar
