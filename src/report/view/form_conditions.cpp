// See form_conditions.h.
#include "report/view/form_conditions.h"

#include <vector>

#include <fmt/format.h>

#include "base/decimal.h"
#include "codec/form_names.h"

namespace ibtikar {
namespace {

std::string quoted_text(const std::string& text) { return "'" + text + "'"; }

/// Writes when a condition is certainly true, and when it is certainly false.
class CertainText {
 public:
  CertainText(const Rubric& rubric, FormDialect dialect) : rubric_(rubric), dialect_(dialect) {}

  /// Certainly true, or certainly false.
  [[nodiscard]] std::string is(bool truth, const Condition& condition) const {
    switch (condition.kind) {
      case Condition::Kind::atom:
        return truth ? atom_true(condition.atom) : atom_false(condition.atom);
      case Condition::Kind::negation:
        return is(!truth, condition.parts.front());
      case Condition::Kind::all:
      case Condition::Kind::any:
        break;
    }
    // All are true, or one is false; and the reverse.
    const bool is_joined_by_and = (condition.kind == Condition::Kind::all) == truth;
    std::vector<std::string> parts;
    for (const Condition& part : condition.parts) parts.push_back(is(truth, part));
    return joined_by(is_joined_by_and ? " and " : " or ", parts);
  }

  [[nodiscard]] std::string joined_by(std::string_view word, const std::vector<std::string>& parts) const {
    if (parts.size() == 1) return parts.front();
    std::string all;
    for (const std::string& part : parts) all.append(all.empty() ? std::string_view() : word).append(part);
    return "(" + all + ")";
  }

  [[nodiscard]] std::string value(const std::string& name) const { return form_variable(name, dialect_); }

  /// Has an answer that states something.
  [[nodiscard]] std::string answered(const std::string& id) const {
    const std::string name = value(form_name(id));
    return dialect_ == FormDialect::xpath ? fmt::format("({0} != '' and {0} != 'n/a')", name)
                                          : fmt::format("({0} notempty and {0} <> 'n/a')", name);
  }

  [[nodiscard]] std::string equals(const std::string& name, const char* text, bool truth = true) const {
    const char* unlike = dialect_ == FormDialect::xpath ? "!=" : "<>";
    return fmt::format("{} {} '{}'", value(name), truth ? "=" : unlike, text);
  }

 private:
  [[nodiscard]] std::string atom_true(const Atom& atom) const {
    std::vector<std::string> parts = {answered(atom.question), test(atom, true)};
    if (const auto variable = variable_of(atom.question)) parts.push_back(equals(*variable, "yes"));
    return joined_by(" and ", parts);
  }

  [[nodiscard]] std::string atom_false(const Atom& atom) const {
    std::vector<std::string> parts = {equals(form_name(atom.question), "n/a"),
                                      joined_by(" and ", {answered(atom.question), test(atom, false)})};
    if (const auto variable = variable_of(atom.question)) parts.push_back(equals(*variable, "no"));
    return joined_by(" or ", parts);
  }

  [[nodiscard]] std::optional<std::string> variable_of(const std::string& id) const {
    const auto number = rubric_.find(id);
    if (!number || rubric_.conditions_of(*number).empty()) return std::nullopt;
    return shown_variable(rubric_, *number);
  }

  /// What the atom asks of an answer that is there, or the opposite.
  [[nodiscard]] std::string test(const Atom& atom, bool truth) const {
    const std::string name = value(form_name(atom.question));
    const bool is_xpath = dialect_ == FormDialect::xpath;
    const std::string_view unlike = is_xpath ? "!=" : "<>";
    const auto compare = [&](std::string_view sign, std::string_view opposite, const Operand& operand) {
      return fmt::format("{} {} {}", number(name, operand), truth ? sign : opposite, said(operand));
    };
    switch (atom.test) {
      case Test::is:
        return compare("=", unlike, atom.operands.front());
      case Test::is_not:
        return compare(unlike, "=", atom.operands.front());
      case Test::at_least:
        return compare(">=", "<", atom.operands.front());
      case Test::at_most:
        return compare("<=", ">", atom.operands.front());
      case Test::above:
        return compare(">", "<=", atom.operands.front());
      case Test::below:
        return compare("<", ">=", atom.operands.front());
      case Test::includes: {
        const std::string option = said(atom.operands.front());
        if (!is_xpath) return fmt::format("{} {} {}", name, truth ? "contains" : "notcontains", option);
        return truth ? fmt::format("selected({}, {})", name, option)
                     : fmt::format("not(selected({}, {}))", name, option);
      }
      case Test::one_of:
        break;
    }
    std::vector<std::string> parts;
    for (const Operand& operand : atom.operands) parts.push_back(compare("=", unlike, operand));
    return joined_by(truth ? " or " : " and ", parts);
  }

  /// The value as what it is compared with: numbers are texts in XPath.
  [[nodiscard]] std::string number(const std::string& name, const Operand& operand) const {
    const bool is_number = std::holds_alternative<double>(operand);
    return is_number && dialect_ == FormDialect::xpath ? "number(" + name + ")" : name;
  }

  static std::string said(const Operand& operand) {
    if (const bool* truth = std::get_if<bool>(&operand)) return quoted_text(*truth ? "yes" : "no");
    if (const double* number = std::get_if<double>(&operand)) return shortest(*number);
    return quoted_text(std::get<std::string>(operand));
  }

  const Rubric& rubric_;
  FormDialect dialect_;
};

}  // namespace

std::string form_variable(const std::string& name, FormDialect dialect) {
  return dialect == FormDialect::xpath ? "${" + name + "}" : "{" + name + "}";
}

std::string shown_variable(const Rubric& rubric, std::size_t question) {
  return "shown_" + form_name(rubric.full_id(question));
}

std::string shown_expression(const Rubric& rubric, std::size_t question, FormDialect dialect) {
  const std::vector<const Condition*> conditions = rubric.conditions_of(question);
  if (conditions.empty()) return {};
  const CertainText certainty(rubric, dialect);
  std::vector<std::string> is_true;
  std::vector<std::string> is_false;
  for (const Condition* condition : conditions) {
    is_true.push_back(certainty.is(true, *condition));
    is_false.push_back(certainty.is(false, *condition));
  }
  return fmt::format("{0}({1}, 'no', {0}({2}, 'yes', 'maybe'))", dialect == FormDialect::xpath ? "if" : "iif",
                     certainty.joined_by(" or ", is_false), certainty.joined_by(" and ", is_true));
}

std::string asked_expression(const Rubric& rubric, std::size_t question, FormDialect dialect) {
  if (rubric.conditions_of(question).empty()) return {};
  return CertainText(rubric, dialect).equals(shown_variable(rubric, question), "no", false);
}

std::string answered_expression(const Rubric& rubric, std::size_t question, FormDialect dialect) {
  return CertainText(rubric, dialect).answered(rubric.full_id(question));
}

}  // namespace ibtikar
