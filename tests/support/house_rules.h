// The rules of the sources that a machine can check by reading them.
//
// Each rule looks at one file and gives every place that breaks it. The maps it reads (layers, modules,
// folders, libraries, words) stand at the top of house_rules.cpp; CONTRIBUTING.md says why the rules are
// there.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace ibtikar::test {

struct SourceFile {
  std::string path;  ///< from the project's folder, with '/': "src/score/plan.cpp"
  std::string text;
};

struct Fault {
  std::size_t line = 1;
  std::string why;

  friend bool operator==(const Fault&, const Fault&) = default;
};

struct HouseRule {
  const char* name;  ///< as a test's name
  std::vector<Fault> (*check)(const SourceFile& file);
};

/// All of them.
[[nodiscard]] std::span<const HouseRule> house_rules();

/// The rule called `name`. Fails the program when there is none: it is a test's typing error.
[[nodiscard]] const HouseRule& house_rule(const std::string& name);

/// Every .h and .cpp under include, src and tests of `root`, and what src embeds (.css, .js, .html, .sql),
/// sorted by path.
[[nodiscard]] std::vector<SourceFile> read_sources(const std::filesystem::path& root);

}  // namespace ibtikar::test
