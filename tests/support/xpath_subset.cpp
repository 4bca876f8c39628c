// See xpath_subset.h.
#include "support/xpath_subset.h"

#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <vector>

#include "base/decimal.h"

namespace ibtikar::test {
namespace {

struct Value {
  enum class Kind { text, number, truth } kind = Kind::text;
  std::string text;
  double number = 0;
  bool truth = false;
};

bool is_true(const Value& value) {
  if (value.kind == Value::Kind::truth) return value.truth;
  return value.kind == Value::Kind::number ? value.number != 0 : !value.text.empty();
}

double number_of(const Value& value) {
  if (value.kind == Value::Kind::number) return value.number;
  return parse_decimal(value.text).value_or(std::numeric_limits<double>::quiet_NaN());
}

class Reader {
 public:
  Reader(std::string_view text, const std::function<std::string(const std::string&)>& value_of)
      : text_(text), value_of_(value_of) {}

  Value all() {
    Value value = either();
    blanks();
    if (at_ != text_.size()) fail();
    return value;
  }

 private:
  [[noreturn]] void fail() const {
    throw std::logic_error("no such expression: " + std::string(text_.substr(at_)));
  }
  void blanks() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool take(std::string_view what) {
    blanks();
    if (!text_.substr(at_).starts_with(what)) return false;
    at_ += what.size();
    return true;
  }
  void need(std::string_view what) {
    if (!take(what)) fail();
  }

  Value either() {
    Value value = both();
    while (take("or ")) {
      const Value next = both();
      value = {Value::Kind::truth, {}, 0, is_true(value) || is_true(next)};
    }
    return value;
  }
  Value both() {
    Value value = compared();
    while (take("and ")) {
      const Value next = compared();
      value = {Value::Kind::truth, {}, 0, is_true(value) && is_true(next)};
    }
    return value;
  }
  Value compared() {
    Value a = single();
    for (const char* sign : {"!=", ">=", "<=", "=", ">", "<"}) {
      if (!take(sign)) continue;
      const Value b = single();
      return {Value::Kind::truth, {}, 0, holds(sign, a, b)};
    }
    return a;
  }
  static bool holds(std::string_view sign, const Value& a, const Value& b) {
    const bool by_number =
        a.kind == Value::Kind::number || b.kind == Value::Kind::number || (sign != "=" && sign != "!=");
    const double x = number_of(a);
    const double y = number_of(b);
    if (sign == "=") return by_number ? x == y : a.text == b.text;
    if (sign == "!=") return by_number ? x != y : a.text != b.text;
    if (sign == ">=") return x >= y;
    if (sign == "<=") return x <= y;
    return sign == ">" ? x > y : x < y;
  }

  Value single() {
    if (take("(")) {
      Value value = either();
      need(")");
      return value;
    }
    if (take("${")) {
      const std::size_t end = text_.find('}', at_);
      const std::string name(text_.substr(at_, end - at_));
      at_ = end + 1;
      return {Value::Kind::text, value_of_(name), 0, false};
    }
    if (take("'")) {
      const std::size_t end = text_.find('\'', at_);
      const std::string text(text_.substr(at_, end - at_));
      at_ = end + 1;
      return {Value::Kind::text, text, 0, false};
    }
    for (const char* function : {"if(", "not(", "number(", "selected("})
      if (take(function)) return called(function);
    const std::size_t begin = at_;
    while (at_ < text_.size() &&
           std::string_view("0123456789.-+e").find(text_[at_]) != std::string_view::npos)
      ++at_;
    const auto number = parse_decimal(text_.substr(begin, at_ - begin));
    if (!number) fail();
    return {Value::Kind::number, {}, *number, false};
  }

  Value called(std::string_view function) {
    std::vector<Value> with = {either()};
    while (take(",")) with.push_back(either());
    need(")");
    if (function == "if(") return is_true(with.at(0)) ? with.at(1) : with.at(2);
    if (function == "not(") return {Value::Kind::truth, {}, 0, !is_true(with.at(0))};
    if (function == "number(") return {Value::Kind::number, {}, number_of(with.at(0)), false};
    const std::string list = " " + with.at(0).text + " ";
    return {Value::Kind::truth, {}, 0, list.find(" " + with.at(1).text + " ") != std::string::npos};
  }

  std::string_view text_;
  const std::function<std::string(const std::string&)>& value_of_;
  std::size_t at_ = 0;
};

}  // namespace

std::string xpath_value(std::string_view expression,
                        const std::function<std::string(const std::string&)>& value_of) {
  const Value value = Reader(expression, value_of).all();
  if (value.kind == Value::Kind::truth) return value.truth ? "true" : "false";
  return value.kind == Value::Kind::number ? shortest(value.number) : value.text;
}

}  // namespace ibtikar::test
