// Names of questions in form tools, both ways.
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "codec/form_names.h"
#include "support/builtin_rubric.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

std::string random_id(Random& random) {
  std::string id;
  const std::size_t parts = 1 + random.below(3);
  for (std::size_t i = 0; i < parts; ++i) {
    if (i > 0) id += '-';
    const std::size_t size = 1 + random.below(4);
    for (std::size_t c = 0; c < size; ++c) id += random.pick<char>({'a', 'b', 'z', '0', '9', 'q'});
  }
  return id;
}

TEST(FormNames, LeadBackAndAreTakenByEveryTool) {
  Random random(7);
  std::set<std::string> names;
  std::set<std::string> columns;
  for (int i = 0; i < 5000; ++i) {
    std::string column = random_id(random) + "." + random_id(random);
    if (random.chance(50)) column += random.chance(50) ? ":note" : ":evidence";
    const std::string name = form_name(column);
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"), std::string::npos) << name;
    EXPECT_FALSE(name.front() >= '0' && name.front() <= '9') << name;
    for (const char* before : {"", "group_goal/", "group_goal-", "a/b-c/", "Abschnitt: "})
      EXPECT_EQ(column_of_form_name(before + name), column) << before << name;
    names.insert(name);
    columns.insert(column);
  }
  EXPECT_EQ(names.size(), columns.size());
}

TEST(FormNames, AreNotSeenInOtherHeadings) {
  for (const char* heading :
       {"", "a", "__", "a__", "__a", "a___b", "a__b__c", "a__b__note__note", "goal.written",
        "_submission_time", "meta/instanceID", "a__-b", "title", "my-title"})
    EXPECT_EQ(column_of_form_name(heading), std::nullopt) << heading;
  EXPECT_EQ(column_of_form_name("proposal/title"), "title");
  EXPECT_EQ(column_of_form_name("proposal-id"), "id");
}

TEST(FormNames, TellOptionsAndColumnsOfTools) {
  const auto option = option_of_form_name("group_people/people__who/over-70");
  ASSERT_TRUE(option);
  EXPECT_EQ(option->question, "people.who");
  EXPECT_EQ(option->option, "over-70");
  EXPECT_FALSE(option_of_form_name("people__who__note/users"));
  EXPECT_FALSE(option_of_form_name("people__who"));
  for (const char* heading : {"_id", "_uuid", "__version__", "meta/instanceid", "formhub/uuid", "start",
                              "key", "submissiondate", "group_goal/shown_goal__written"})
    EXPECT_TRUE(is_tool_column(heading)) << heading;
  for (const char* heading : {"colour", "goal.writen", "notes", "started"})
    EXPECT_FALSE(is_tool_column(heading)) << heading;
}

}  // namespace
}  // namespace ibtikar::test
