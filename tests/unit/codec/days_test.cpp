// The day in a cell of a column of days.
#include <gtest/gtest.h>

#include "codec/table/dates.h"

namespace ibtikar {
namespace {

TEST(DayOfCell, TakesDatesWithAndWithoutTime) {
  EXPECT_EQ(day_of_cell("2024-03-01"), "2024-03-01");
  EXPECT_EQ(day_of_cell("2024-03-01T10:30:00+00:00"), "2024-03-01");
  EXPECT_EQ(day_of_cell("2024/3/1 10:30"), "2024-03-01");
  EXPECT_EQ(day_of_cell("٢٠٢٤-٠٣-٠١"), "2024-03-01");
}

TEST(DayOfCell, TakesTheNumbersOfSpreadsheets) {
  EXPECT_EQ(day_of_cell("45352"), "2024-03-01");
  EXPECT_EQ(day_of_cell("٤٥٣٥٢"), "2024-03-01");
  EXPECT_EQ(day_of_cell("10000"), "1927-05-18");
}

TEST(DayOfCell, LeavesWhatIsNoDay) {
  for (const char* text :
       {"", "soon", "2024", "4535", "453520", "09999", "-45352", "45352.5", "2024-02-30", "20240301"})
    EXPECT_EQ(day_of_cell(text), text);
}

}  // namespace
}  // namespace ibtikar
