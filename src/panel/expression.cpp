// RankExpression: see ibtikar/ranking.h. A parser by descent and a stack machine.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/utf8.h"
#include "ibtikar/ranking.h"

namespace ibtikar {
namespace {

/// Deepest nesting of parentheses.
constexpr std::size_t kDeepest = 50;

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.';
}
bool is_digit_or_point(char c) { return (c >= '0' && c <= '9') || c == '.'; }

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

using Range = RankExpression::Range;

// The operations, on numbers and on ranges.
double minus(double a) { return -a; }
double plus(double a, double b) { return a + b; }
double times(double a, double b) { return a * b; }
double over(double a, double b) { return b == 0 ? kMissing : a / b; }
double lesser(double a, double b) { return std::isnan(a) || std::isnan(b) ? kMissing : std::min(a, b); }
double greater(double a, double b) { return std::isnan(a) || std::isnan(b) ? kMissing : std::max(a, b); }

Range minus(Range a) { return {-a.high, -a.low}; }
Range plus(Range a, Range b) { return {a.low + b.low, a.high + b.high}; }
Range times(Range a, Range b) {
  const auto [low, high] = std::minmax({a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high});
  return {low, high};
}
Range over(Range a, Range b) {
  if (b.low <= 0 && b.high >= 0) return {kMissing, kMissing};
  return times(a, {1 / b.high, 1 / b.low});
}
Range lesser(Range a, Range b) { return {lesser(a.low, b.low), lesser(a.high, b.high)}; }
Range greater(Range a, Range b) { return {greater(a.low, b.low), greater(a.high, b.high)}; }

bool exists(double value) { return std::isfinite(value); }
bool exists(Range range) { return std::isfinite(range.low) && std::isfinite(range.high); }

double constant(double number, double /*type*/) { return number; }
Range constant(double number, Range /*type*/) { return {number, number}; }

}  // namespace

/// Reads the text from left to right, and writes steps.
class ExpressionParser {
 public:
  ExpressionParser(std::string_view text, const Rubric& rubric) : text_(text), rubric_(rubric) {}

  Result<RankExpression> parse() {
    out_.scores_ = rubric_.dimensions().size() + 1;
    if (text_.size() > kMaxExpressionBytes) {
      fault(message("is longer than {0} bytes", kMaxExpressionBytes));
    } else {
      sum(0);
      skip_blanks();
      if (!fault_ && at_ < text_.size()) unexpected();
    }
    if (fault_) return fail(*fault_);
    const std::size_t first = text_.find_first_not_of(" \t");
    out_.text_ = text_.substr(first, text_.find_last_not_of(" \t") + 1 - first);
    if (out_.steps_.size() == 1 && out_.steps_[0].kind == Kind::score) {
      const std::size_t score = out_.steps_[0].score;
      out_.better_ =
          score + 1 == out_.scores_ ? rubric_.parts().overall_better : rubric_.dimensions()[score].better;
    }
    return std::move(out_);
  }

 private:
  using Kind = RankExpression::Kind;

  void fault(Message told) {
    if (fault_) return;
    fault_ = error_at({}, "bad-expression", std::move(told));
    fault_->position = {1, count_code_points(text_.substr(0, at_)) + 1};
  }
  void unexpected() {
    if (at_ >= text_.size())
      return fault(message("ends too early; expected a number, a dimension, `overall` or `(`"));
    const std::size_t size = std::max<std::size_t>(1, first_code_point_size());
    fault(message("unexpected {0}; expected a number, a dimension, `overall`, + - * / or ( )",
                  ibtikar::quoted(text_.substr(at_, size))));
  }
  [[nodiscard]] std::size_t first_code_point_size() const {
    std::size_t size = 1;
    while (at_ + size < text_.size() && (static_cast<unsigned char>(text_[at_ + size]) & 0xC0U) == 0x80U)
      ++size;
    return size;
  }

  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }
  bool take(char sign) {
    skip_blanks();
    if (fault_ || at_ >= text_.size() || text_[at_] != sign) return false;
    ++at_;
    return true;
  }
  void step(Kind kind, double number = 0, std::size_t score = 0) {
    out_.steps_.push_back({kind, number, score});
  }

  void sum(std::size_t depth) {
    product(depth);
    while (!fault_) {
      const bool is_plus = take('+');
      if (!is_plus && !take('-')) return;
      product(depth);
      step(is_plus ? Kind::add : Kind::subtract);
    }
  }
  void product(std::size_t depth) {
    factor(depth);
    while (!fault_) {
      const bool is_times = take('*');
      if (!is_times && !take('/')) return;
      factor(depth);
      step(is_times ? Kind::multiply : Kind::divide);
    }
  }
  void factor(std::size_t depth) {
    bool is_negative = false;
    while (take('-')) is_negative = !is_negative;
    if (depth > kDeepest) return fault(message("has more than {0} parentheses in one another", kDeepest));
    if (take('(')) {
      sum(depth + 1);
      close();
    } else {
      operand(depth);
    }
    if (is_negative) step(Kind::negative);
  }
  void close() {
    if (!fault_ && !take(')')) fault(message("`)` is missing"));
  }

  void operand(std::size_t depth) {
    skip_blanks();
    if (fault_) return;
    if (at_ >= text_.size() || !is_name_character(text_[at_])) return unexpected();
    std::size_t size = 0;
    while (at_ + size < text_.size() && is_name_character(text_[at_ + size])) ++size;
    const std::string_view run = text_.substr(at_, size);
    if (name(run, depth)) return;
    if (is_digit_or_point(run[0])) return number(run);
    fault(message("{0} is no dimension of this rubric; there are {1}", ibtikar::quoted(run), known_names()));
  }

  /// A score or a function. An id may have hyphens, so the longest name wins, and the rest is a
  /// subtraction: `overall-feasibility`.
  bool name(std::string_view run, std::size_t depth) {
    for (std::size_t size = run.size(); size > 0;) {
      const std::string_view word = run.substr(0, size);
      if (const auto score = score_named(word)) {
        at_ += size;
        step(Kind::score, 0, *score);
        return true;
      }
      if ((word == "min" || word == "max") && size == run.size()) {
        function(word == "min" ? Kind::least : Kind::most, size, depth);
        return true;
      }
      const std::size_t hyphen = word.rfind('-');
      size = hyphen == std::string_view::npos ? 0 : hyphen;
    }
    return false;
  }
  [[nodiscard]] std::optional<std::size_t> score_named(std::string_view word) const {
    for (std::size_t d = 0; d + 1 < out_.scores_; ++d)
      if (rubric_.dimensions()[d].id == word) return d;
    if (word == "overall") return out_.scores_ - 1;
    return std::nullopt;
  }
  [[nodiscard]] Message known_names() const {
    std::vector<MessageArgument> names = {MessageArgument("overall")};
    for (const Dimension& dimension : rubric_.dimensions()) names.emplace_back(visible(dimension.id));
    return comma_separated(names);
  }

  void function(Kind kind, std::size_t size, std::size_t depth) {
    at_ += size;
    if (depth > kDeepest) return fault(message("has more than {0} parentheses in one another", kDeepest));
    if (!take('(')) return fault(message("`(` is missing"));
    sum(depth + 1);
    while (take(',')) {
      sum(depth + 1);
      step(kind);
    }
    close();
  }

  void number(std::string_view run) {
    std::size_t size = 0;
    while (size < run.size() && is_digit_or_point(run[size])) ++size;
    const std::optional<double> value = parse_decimal(run.substr(0, size));
    if (!value || (size < run.size() && run[size] != '-'))
      return fault(message("{0} is not a number", ibtikar::quoted(run)));
    at_ += size;
    step(Kind::number, *value);
  }

  std::string_view text_;
  const Rubric& rubric_;
  std::size_t at_ = 0;
  RankExpression out_;
  std::optional<Diagnostic> fault_;
};

Result<RankExpression> RankExpression::parse(std::string_view text, const Rubric& rubric) {
  return ExpressionParser(text, rubric).parse();
}

namespace {

/// Runs the steps. Each operand is a number or a range.
template <class Value, class Steps>
Value calculated(const Steps& steps, std::span<const Value> scores) {
  // At most one operand waits for each of +, * and ( on each level, and for the arguments of a
  // function; the text is short.
  std::array<Value, 4 * (kDeepest + 2)> stack{};
  std::size_t top = 0;
  for (const auto& step : steps) {
    using Kind = std::decay_t<decltype(step.kind)>;
    if (step.kind == Kind::number || step.kind == Kind::score) {
      stack[top++] = step.kind == Kind::number ? constant(step.number, Value{}) : scores[step.score];
      continue;
    }
    Value& last = stack[top - 1];
    if (step.kind == Kind::negative) {
      last = minus(last);
      continue;
    }
    Value& first = stack[top - 2];
    switch (step.kind) {
      case Kind::add:
        first = plus(first, last);
        break;
      case Kind::subtract:
        first = plus(first, minus(last));
        break;
      case Kind::multiply:
        first = times(first, last);
        break;
      case Kind::divide:
        first = over(first, last);
        break;
      case Kind::least:
        first = lesser(first, last);
        break;
      default:
        first = greater(first, last);
        break;
    }
    --top;
  }
  return stack[0];
}

}  // namespace

double RankExpression::value(std::span<const double> scores) const {
  const double value = calculated(steps_, scores);
  return exists(value) ? value : kMissing;
}

std::optional<RankExpression::Range> RankExpression::range(std::span<const Range> scores) const {
  const Range range = calculated(steps_, scores);
  return exists(range) ? std::optional(range) : std::nullopt;
}

bool RankExpression::is_overall() const {
  return steps_.size() == 1 && steps_[0].kind == Kind::score && steps_[0].score + 1 == scores_;
}

}  // namespace ibtikar
