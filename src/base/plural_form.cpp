// Finds the plural form for a count by evaluating the C expression in a catalogue's Plural-Forms.
#include "base/catalogue.h"

namespace ibtikar {
namespace {

/// Binary operators, the weakest binding first.
constexpr std::string_view kLevels[][4] = {{"||"},     {"&&"},         {"==", "!="}, {"<=", ">=", "<", ">"},
                                           {"+", "-"}, {"*", "/", "%"}};

class Reader {
 public:
  Reader(std::string_view expression, std::uint64_t n) : rest_(expression), n_(n) {}

  std::uint64_t choice() {
    const std::uint64_t condition = level(0);
    if (!take("?")) return condition;
    const std::uint64_t yes = choice();
    take(":");
    const std::uint64_t no = choice();
    return condition != 0 ? yes : no;
  }

 private:
  std::uint64_t level(std::size_t index) {
    if (index == std::size(kLevels)) return value();
    std::uint64_t left = level(index + 1);
    for (std::string_view sign = taken(index); !sign.empty(); sign = taken(index))
      left = applied(sign, left, level(index + 1));
    return left;
  }

  std::string_view taken(std::size_t index) {
    for (const std::string_view sign : kLevels[index])
      if (!sign.empty() && take(sign)) return sign;
    return {};
  }

  static std::uint64_t applied(std::string_view sign, std::uint64_t a, std::uint64_t b) {
    if (sign == "||") return a != 0 || b != 0 ? 1 : 0;
    if (sign == "&&") return a != 0 && b != 0 ? 1 : 0;
    if (sign == "==") return a == b ? 1 : 0;
    if (sign == "!=") return a != b ? 1 : 0;
    if (sign == "<=") return a <= b ? 1 : 0;
    if (sign == ">=") return a >= b ? 1 : 0;
    if (sign == "<") return a < b ? 1 : 0;
    if (sign == ">") return a > b ? 1 : 0;
    if (sign == "+") return a + b;
    if (sign == "-") return a - b;
    if (sign == "*") return a * b;
    if (b == 0) return 0;
    return sign == "/" ? a / b : a % b;
  }

  std::uint64_t value() {
    if (take("!")) return value() == 0 ? 1 : 0;
    if (take("n")) return n_;
    if (take("(")) {
      const std::uint64_t inner = choice();
      take(")");
      return inner;
    }
    std::uint64_t number = 0;
    for (; !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; rest_.remove_prefix(1))
      number = number * 10 + static_cast<std::uint64_t>(rest_.front() - '0');
    return number;
  }

  bool take(std::string_view sign) {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }

  std::string_view rest_;
  std::uint64_t n_;
};

}  // namespace

std::uint64_t plural_form(std::string_view expression, std::uint64_t n) {
  return Reader(expression, n).choice();
}

}  // namespace ibtikar
