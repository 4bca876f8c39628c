// The stage for tests that drive `ibtikar ask`: a folder with the garden rubric,
// a script of lines that answers all of it, and what then must be in the file.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "ibtikar/proposal.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {

using Answers = std::vector<std::pair<std::string, Answer>>;

/// An answer that is a value and nothing else.
[[nodiscard]] Answer stated(AnswerValue value);

[[nodiscard]] bool contains(const std::string& text, std::string_view part);

/// One line for each of the garden's eight questions, and the answers that they are.
[[nodiscard]] const std::vector<std::string>& garden_lines();
[[nodiscard]] const Answers& garden_answers();

class AskStage : public testing::Test {
 protected:
  AskStage();

  /// What a new file would be asked about first, as options.
  [[nodiscard]] static std::vector<std::string> about();
  /// ask p.json -r garden.json, and more
  [[nodiscard]] static std::vector<std::string> arguments(std::vector<std::string> more = {});
  /// Runs that with these lines on standard input.
  [[nodiscard]] Finished ask(const std::string& input, std::vector<std::string> more = {}) const;
  [[nodiscard]] Finished run(std::vector<std::string> all, const std::string& input = {}) const;

  [[nodiscard]] bool exists(const std::string& name) const;
  /// What an answers file says; it must be a whole proposal.
  [[nodiscard]] Proposal saved(const std::string& name = "p.json") const;

  const TempDir here_;
};

}  // namespace ibtikar::test
