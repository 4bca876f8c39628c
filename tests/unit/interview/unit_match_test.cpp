// Which words behind a number name the unit that is asked in.
#include "interview/unit_match.h"

#include <gtest/gtest.h>

namespace ibtikar {
namespace {

LocalizedText unit(const char* english, const char* arabic) { return {{{"en", english}, {"ar", arabic}}}; }

TEST(UnitMatch, TakesOtherFormsOfTheUnitAndNoOtherUnit) {
  const LocalizedText people = unit("people a year", "شخص في السنة");
  for (const char* words :
       {"", "people", "People a year", "people per year", "شخص", "أشخاص", "شخصًا في السنة"})
    EXPECT_TRUE(names_unit(words, people)) << words;
  for (const char* words : {"years", "a year", "thousand", "households", "سنة", "ألف", "people thousand"})
    EXPECT_FALSE(names_unit(words, people)) << words;
  const LocalizedText hours = unit("hours", "ساعة");
  for (const char* words : {"hour", "HOURS", "ساعات", "ساعه"}) EXPECT_TRUE(names_unit(words, hours)) << words;
  for (const char* words : {"h", "minutes", "days", "دقائق", "%"})
    EXPECT_FALSE(names_unit(words, hours)) << words;
  for (const char* words : {"%", "٪", "per cent", "percent", "بالمئة", "في المائة"})
    EXPECT_TRUE(names_unit(words, unit("%", "%"))) << words;
}

}  // namespace
}  // namespace ibtikar
