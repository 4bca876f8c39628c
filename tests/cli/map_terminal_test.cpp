// `ibtikar map` at a terminal: what is doubtful is asked, and what is confirmed becomes part of the mapping.
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "support/dialogue.h"
#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

class MapAtTerminal : public testing::Test {
 protected:
  MapAtTerminal() {
    const std::filesystem::path exports = std::filesystem::path(project_dir()) / "tests/data/exports";
    for (const char* name : {"google-forms.csv", "rubric.json"})
      std::filesystem::copy_file(exports / name, here_.path() / name);
  }

  [[nodiscard]] Dialogue::Start start() const {
    return {.arguments = {"map", "google-forms.csv", "-r", "rubric.json", "-o", "m.json"},
            .directory = here_.path(),
            .at_terminal = true};
  }

  TempDir here_;
};

TEST_F(MapAtTerminal, TakesWhatIsConfirmedAndDropsWhatIsDenied) {
  Dialogue dialogue(start());
  ASSERT_TRUE(dialogue.hears("\"don't know\" mean null?")) << dialogue.heard();
  dialogue.says("y\n");
  ASSERT_TRUE(dialogue.hears("\"Not applicable\" mean n/a?")) << dialogue.heard();
  dialogue.says("n\n");
  EXPECT_EQ(dialogue.finish().status, 0);
  const std::string mapping = here_.read("m.json");
  EXPECT_NE(mapping.find("\"codes\": {\"don't know\": null}"), std::string::npos) << mapping;
  EXPECT_NE(mapping.find("\"Who decides?\": \"people.seats\""), std::string::npos) << mapping;
  EXPECT_EQ(mapping.find("Not applicable"), std::string::npos) << mapping;
}

TEST_F(MapAtTerminal, AsksNothingWithoutATerminal) {
  Command map{program(), {"map", "google-forms.csv", "-r", "rubric.json", "-o", "m.json", "-q"}};
  map.directory = here_.path();
  map.input = "y\ny\n";
  const Finished finished = run_process(map);
  EXPECT_EQ(finished.status, 0) << finished.err;
  EXPECT_NE(here_.read("m.json").find("x-doubtful"), std::string::npos);
}

}  // namespace
}  // namespace ibtikar::test
