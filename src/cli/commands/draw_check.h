// What a draw is made of: a saved ranking or the proposals themselves; and a draw that is checked.
#pragma once

#include <optional>
#include <string>

#include "cli/commands/draw.h"
#include "ibtikar/panel_ranking.h"

namespace ibtikar::cli {

struct DrawSource {
  std::string rubric;  ///< "social-innovation 2.0.0"
  std::string rubric_digest;
  std::string by;
  DrawField field;
};

/// Reads what options.readings names. What is wrong is shown, and makes `status` worse.
[[nodiscard]] std::optional<DrawSource> read_draw_source(const DrawOptions& options, const std::string& by,
                                                         DrawRule rule, Environment& env, ExitStatus& status);

/// Draws again what the file of --verify says, and from the inputs, if there are some. Status
/// threshold_not_met (1) if something differs.
[[nodiscard]] ExitStatus verify_draw(const DrawOptions& options, Environment& env);

}  // namespace ibtikar::cli
