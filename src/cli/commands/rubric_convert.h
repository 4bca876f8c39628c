// `ibtikar rubric convert`: proposals of an older major version of their rubric, carried over to today's.
#pragma once

#include <string>
#include <vector>

#include "cli/environment.h"

namespace CLI {
class App;
}

namespace ibtikar::cli {

struct RubricConvertOptions {
  CommonOptions common;
  std::vector<std::string> files;
  std::string output;  ///< a file; a folder for several
  std::string table;   ///< empty: the one that is built in
};

CLI::App* add_rubric_convert(CLI::App& rubric, RubricConvertOptions& options);
[[nodiscard]] ExitStatus run_rubric_convert(const RubricConvertOptions& options, Environment& env);

}  // namespace ibtikar::cli
