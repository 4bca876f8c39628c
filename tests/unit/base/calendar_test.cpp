// Days as dates, without a clock.
#include "base/calendar.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <utility>

namespace ibtikar {
namespace {

TEST(Calendar, CountsDaysFrom1970) {
  EXPECT_EQ(date_of_days(0), "1970-01-01");
  EXPECT_EQ(date_of_days(-1), "1969-12-31");
  EXPECT_EQ(date_of_days(59), "1970-03-01");
  EXPECT_EQ(date_of_days(11'016), "2000-02-29");
  EXPECT_EQ(date_of_days(47'541), "2100-03-01");
  EXPECT_EQ(date_of_days(2'932'896), "9999-12-31");
}

TEST(Calendar, CountsDaysAsSpreadsheetsDo) {
  EXPECT_EQ(date_of_serial(1), "1900-01-01");
  EXPECT_EQ(date_of_serial(59), "1900-02-28");
  EXPECT_EQ(date_of_serial(61), "1900-03-01") << "the day 60 never was";
  EXPECT_EQ(date_of_serial(25'569), "1970-01-01");
  EXPECT_EQ(date_of_serial(45'352), "2024-03-01");
}

TEST(Calendar, GivesLaterDaysLaterDates) {
  std::string before;
  std::size_t out_of_order = 0;
  for (int day = -200'000; day < 200'000; day += 3) {
    std::string date = date_of_days(day);
    if (date <= before) ++out_of_order;
    before = std::move(date);
  }
  EXPECT_EQ(out_of_order, 0U);
}

}  // namespace
}  // namespace ibtikar
