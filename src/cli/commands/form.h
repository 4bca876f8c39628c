// `ibtikar form`: the questions of a rubric to hand out, or those that a proposal leaves open.
#pragma once

#include <cstdint>
#include <string>

#include "cli/command_line/command.h"
#include "cli/environment.h"
#include "cli/output/documents.h"

namespace ibtikar::cli {

struct FormOptions {
  CommonOptions common;
  std::string open;        ///< a proposal, of which what is open is asked; empty: all of the rubric
  std::string layout;      ///< rows or sheet; empty: by what is asked
  std::uint64_t most = 0;  ///< of an open form: so many questions; 0: all
  bool lenient = false;
  bool byte_order_mark = false;
  DocumentOptions documents;
};

[[nodiscard]] Command form_command(FormOptions& options);
[[nodiscard]] ExitStatus run_form(const FormOptions& options, Environment& env);

}  // namespace ibtikar::cli
