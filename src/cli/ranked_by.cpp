// See ranked_by.h.
#include "cli/ranked_by.h"

namespace ibtikar::cli {

CommandOption by_option(std::string& by) {
  return {.names = "--by",
          .value = "EXPRESSION",
          .description = message("`overall` (default), a dimension, or an expression that combines them with "
                                 "numbers, + - * / ( ), min and max"),
          .target = &by,
          .group = Group::assessment};
}

std::optional<RankExpression> ranked_by(const std::string& by, const Rubric& rubric, Environment& env) {
  Result<RankExpression> expression = RankExpression::parse(by, rubric);
  if (expression) return *std::move(expression);
  const Diagnostic& fault = expression.error();
  env.err.say(message("--by, character {0}: {1}", fault.position.column, fault.message));
  return std::nullopt;
}

}  // namespace ibtikar::cli
