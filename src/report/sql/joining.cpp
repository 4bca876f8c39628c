// See joining.h. The formulas are those of model/joining.cpp.
#include "report/sql/joining.h"

#include <fmt/format.h>

#include "model/nearly.h"

namespace ibtikar {
namespace {

/// The columns of one value. Each function adds what one step knows of it.
class WholeColumns {
 public:
  WholeColumns(const SqlContext& context, const SqlWhole& whole, Layers& layers)
      : sql_(context.sql), whole_(whole), layers_(layers), zero_(sql_.number(0)), one_(sql_.number(1)) {}

  /// `in_order`: the place of the first step that is not reached, from 1.
  void add_ends() {
    if (whole_.joint.how != Joining::in_order) return;
    const SqlText reached = sql_.number(whole_.joint.reached_at - kNearly);
    const auto first = [&](const auto& value) {
      SqlText text = "CASE";
      for (std::size_t i = 0; i < whole_.parts.size(); ++i)
        text += fmt::format(" WHEN {} AND {} < {} THEN {}", whole_.parts[i].on, value(whole_.parts[i]),
                            reached, i + 1);
      return text + fmt::format(" ELSE {} END", whole_.parts.size() + 1);
    };
    add("end_low", first([&](const SqlPart& part) { return low_of(part); }));
    add("end_high", first([&](const SqlPart& part) { return high_of(part); }));
    add("end_point", first([](const SqlPart& part) { return part.point; }));
  }

  void add_sums() {
    add("weight", sum([](const SqlPart&) { return SqlText(); }));
    add("complete", sum([](const SqlPart& part) { return part.completeness; }));
    add("with_point", sum_of_points([](const SqlPart&) { return SqlText(); }));
    add("points", sum_of_points([](const SqlPart& part) { return part.point; }));
    add("lows", sum([&](const SqlPart& part) { return low_of(part); }));
    add("highs", sum([&](const SqlPart& part) { return high_of(part); }));
    std::vector<SqlText> leave, keeps;
    for (const SqlPart& part : whole_.parts) {
      leave.push_back(sql_if(part.on, part.leave, "1"));
      keeps.push_back(sql_if(fmt::format("{} AND {} IS NOT NULL AND {} = 0", part.on, part.point, part.leave),
                             part.keeps, "0"));
    }
    add("leave", leave.empty() ? "1" : sql_.smallest(leave));
    add("keeps", keeps.empty() ? "0" : sql_.largest(keeps));
    if (is_extreme()) add_extremes();
    if (whole_.joint.how == Joining::in_order) add_climbs();
  }

  /// `in_order`: up to the last step that has a point and is reached.
  void add_reached() {
    if (whole_.joint.how != Joining::in_order) return;
    add("reached",
        sum_of_steps([&](std::size_t i) { return fmt::format("{} <= {}", i + 1, column("last")); }));
  }

  void add_values() {
    const SqlText some = fmt::format("{} > {}", column("weight"), zero_);
    const SqlText sure = fmt::format("{} AND {} = 1", some, column("keeps"));
    add("on", sql_if(some, "1", "0"));
    add("completeness", sql_if(some, quotient("complete", "weight"), zero_));
    add("low", sql_if(sure, value_of("low"), zero_));
    add("high", sql_if(sure, value_of("high"), one_));
    add("point",
        fmt::format("CASE WHEN {} > {} THEN {} END", column("with_point"), zero_, value_of("point")));
  }

 private:
  [[nodiscard]] std::string column(std::string_view what) const {
    return column_name(whole_.kind, whole_.number, what);
  }
  void add(std::string_view what, SqlText expression) { layers_.add(column(what), std::move(expression)); }

  [[nodiscard]] SqlText low_of(const SqlPart& part) const {
    return "(" + sql_if(part.leave + " = 1", zero_, part.low) + ")";
  }
  [[nodiscard]] SqlText high_of(const SqlPart& part) const {
    return "(" + sql_if(part.leave + " = 1", one_, part.high) + ")";
  }
  [[nodiscard]] SqlText quotient(std::string_view a, std::string_view b) const {
    return fmt::format("{} / {}", column(a), column(b));
  }
  [[nodiscard]] bool is_extreme() const {
    return whole_.joint.how == Joining::minimum || whole_.joint.how == Joining::maximum;
  }

  /// The weights of all parts that apply, each times a value if there is one.
  [[nodiscard]] SqlText sum(const auto& value) const {
    std::vector<SqlText> terms;
    for (const SqlPart& part : whole_.parts)
      terms.push_back(sql_if(part.on, weighted(part, value(part)), zero_));
    return sql_sum(sql_, terms);
  }
  [[nodiscard]] SqlText sum_of_points(const auto& value) const {
    std::vector<SqlText> terms;
    for (const SqlPart& part : whole_.parts)
      terms.push_back(sql_if(fmt::format("{} AND {} IS NOT NULL", part.on, part.point),
                             weighted(part, value(part)), zero_));
    return sql_sum(sql_, terms);
  }
  [[nodiscard]] SqlText sum_of_steps(const auto& counts) const {
    std::vector<SqlText> terms;
    for (std::size_t i = 0; i < whole_.parts.size(); ++i)
      terms.push_back(sql_if(fmt::format("{} AND {}", whole_.parts[i].on, counts(i)),
                             sql_.number(whole_.parts[i].weight), zero_));
    return sql_sum(sql_, terms);
  }
  [[nodiscard]] SqlText weighted(const SqlPart& part, const SqlText& value) const {
    return value.empty() ? sql_.number(part.weight) : fmt::format("{} * {}", sql_.number(part.weight), value);
  }

  /// A part that does not apply is as if it were not the least, or not the greatest.
  void add_extremes() {
    const bool is_least = whole_.joint.how == Joining::minimum;
    const SqlText otherwise = is_least ? one_ : zero_;
    std::vector<SqlText> low, high, point;
    for (const SqlPart& part : whole_.parts) {
      low.push_back(sql_if(part.on, low_of(part), otherwise));
      high.push_back(sql_if(part.on, high_of(part), otherwise));
      point.push_back(
          sql_if(fmt::format("{} AND {} IS NOT NULL", part.on, part.point), part.point, otherwise));
    }
    const auto extreme = [&](const std::vector<SqlText>& values) {
      if (values.empty()) return otherwise;
      return is_least ? sql_.smallest(values) : sql_.largest(values);
    };
    add("extreme_low", extreme(low));
    add("extreme_high", extreme(high));
    add("extreme_point", extreme(point));
  }

  void add_climbs() {
    add("climb_low",
        sum_of_steps([&](std::size_t i) { return fmt::format("{} < {}", i + 1, column("end_low")); }));
    add("climb_high",
        sum_of_steps([&](std::size_t i) { return fmt::format("{} < {}", i + 1, column("end_high")); }));
    add("leaving", sum_of_steps([&](std::size_t i) {
          return fmt::format("{} >= {} AND {} = 1", i + 1, column("end_high"), whole_.parts[i].leave);
        }));
    SqlText last = "CASE";
    for (std::size_t i = whole_.parts.size(); i-- > 0;)
      last += fmt::format(" WHEN {} AND {} IS NOT NULL AND {} < {} THEN {}", whole_.parts[i].on,
                          whole_.parts[i].point, i + 1, column("end_point"), i + 1);
    add("last", whole_.parts.empty() ? "0" : last + " ELSE 0 END");
  }

  [[nodiscard]] SqlText clamped(const SqlText& value) const {
    return sql_.largest({zero_, sql_.smallest({one_, value})});
  }

  /// `side`: "low", "high" or "point".
  [[nodiscard]] SqlText value_of(std::string_view side) const {
    const bool is_point = side == "point";
    const SqlText mean = quotient("points", "with_point");
    const SqlText bound = column(fmt::format("{}s", side));
    const SqlText start = sql_.number(whole_.joint.start), limit = sql_.number(whole_.joint.limit);
    switch (whole_.joint.how) {
      case Joining::minimum:
      case Joining::maximum:
        return column(fmt::format("extreme_{}", side));
      case Joining::sum:
        return clamped(fmt::format("({} + {}) / {}", start,
                                   is_point ? fmt::format("{} * ({})", column("weight"), mean) : bound,
                                   limit));
      case Joining::deductions:
        return clamped(fmt::format("({} - {}) / {}", start,
                                   is_point ? fmt::format("{} * ({} - {})", column("weight"), one_, mean)
                                            : fmt::format("({} - {})", column("weight"), bound),
                                   limit));
      case Joining::in_order:
        if (is_point) return quotient("reached", "weight");
        if (side == "low") return quotient("climb_low", "weight");
        return fmt::format("{} / ({} - {})", column("climb_high"), column("weight"), column("leaving"));
      case Joining::mean:
        break;
    }
    return is_point ? mean : fmt::format("{} / {}", bound, column("weight"));
  }

  const Dialect& sql_;  // all three outlive it
  const SqlWhole& whole_;
  Layers& layers_;
  SqlText zero_;
  SqlText one_;
};

}  // namespace

SqlPart question_part(const SqlContext& context, std::size_t question) {
  const auto column = [&](std::string_view what) { return column_name('q', question, what); };
  const SqlText zero = context.sql.number(0);
  const SqlText answered = fmt::format("{} > {}", column("answered"), zero);
  return {context.plan.questions[question].weight,
          fmt::format("{} > {}", column("weight"), zero),
          column("leave"),
          "1",
          fmt::format("(CASE WHEN {} THEN {} END)", answered, column("credited")),
          column("low"),
          column("high"),
          "(" + sql_if(answered, context.sql.number(1), zero) + ")"};
}

SqlPart whole_part(char kind, std::size_t number, double weight) {
  const auto column = [&](std::string_view what) { return column_name(kind, number, what); };
  return {weight,          column("on") + " = 1", column("leave"), column("keeps"),
          column("point"), column("low"),         column("high"),  column("completeness")};
}

void add_joined(const SqlContext& context, const std::string& step, const std::vector<SqlWhole>& wholes,
                Layers& layers) {
  if (wholes.empty()) return;
  const auto add_step = [&](std::string_view what, auto add) {
    layers.begin(step + std::string(what));
    for (const SqlWhole& whole : wholes) (WholeColumns(context, whole, layers).*add)();
  };
  add_step("_ends", &WholeColumns::add_ends);
  add_step("_sums", &WholeColumns::add_sums);
  add_step("_reached", &WholeColumns::add_reached);
  add_step("", &WholeColumns::add_values);
}

}  // namespace ibtikar
