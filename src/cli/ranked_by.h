// `--by`: what programs are ranked by, for the commands that rank.
#pragma once

#include <optional>
#include <string>

#include "cli/command_line/command.h"
#include "cli/environment.h"
#include "ibtikar/ranking.h"

namespace ibtikar::cli {

[[nodiscard]] CommandOption by_option(std::string& by);

/// The expression; nothing, with what is wrong shown, if it is none.
[[nodiscard]] std::optional<RankExpression> ranked_by(const std::string& by, const Rubric& rubric,
                                                      Environment& env);

}  // namespace ibtikar::cli
