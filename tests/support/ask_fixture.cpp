// See ask_fixture.h.
#include "support/ask_fixture.h"

#include <filesystem>

#include "ibtikar/codec.h"
#include "support/garden_rubric.h"
#include "support/places.h"

namespace ibtikar::test {

Answer stated(AnswerValue value) { return {std::move(value), false, {}, {}, {}}; }

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

const std::vector<std::string>& garden_lines() {
  static const std::vector<std::string> kLines = {
      "y", "3 @documented # minutes", "school", "1 3", "12,5", "n", "no", "It grew."};
  return kLines;
}

const Answers& garden_answers() {
  static const Answers kAnswers = {
      {"goal.exists", stated(true)},    {"goal.written", {3.0, false, "documented", "minutes", {}}},
      {"people.who", stated("school")}, {"people.tools", stated(std::vector<std::string>{"spade", "cart"})},
      {"run.hours", stated(12.5)},      {"run.waste", {std::monostate{}, true, {}, {}, {}}},
      {"run.fence", stated(false)},     {"run.story", stated("It grew.")}};
  return kAnswers;
}

AskStage::AskStage() { here_.write("garden.json", kGardenRubric); }

std::vector<std::string> AskStage::about() {
  return {"--title", "Roof", "--organization", "City", "--assessor", "A.", "--date", "2026-11-01"};
}

std::vector<std::string> AskStage::arguments(std::vector<std::string> more) {
  std::vector<std::string> all = {"ask", "p.json", "-r", "garden.json"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

Finished AskStage::ask(const std::string& input, std::vector<std::string> more) const {
  return run(arguments(std::move(more)), input);
}

Finished AskStage::run(std::vector<std::string> all, const std::string& input) const {
  Command command{test::program(), std::move(all)};
  command.input = input;
  command.directory = here_.path();
  return run_process(command);
}

bool AskStage::exists(const std::string& name) const { return std::filesystem::exists(here_.path() / name); }

Proposal AskStage::saved(const std::string& name) const {
  Diagnostics warnings;
  Checked<Proposal> proposal = decode_proposal({name, here_.read(name)}, {}, warnings);
  EXPECT_TRUE(proposal) << format(proposal.error());
  return proposal ? *std::move(proposal) : Proposal{};
}

}  // namespace ibtikar::test
