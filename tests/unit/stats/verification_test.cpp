// What a verification keeps: the first differences, and each kind of cause once.
#include "ibtikar/verification.h"

#include <gtest/gtest.h>

namespace ibtikar::test {
namespace {

using Of = VerificationCause::Of;

TEST(Verification, DescribesTheFirstRecordsAndCountsAll) {
  Verification verification;
  for (std::size_t i = 0; i <= kMostRecordsDescribed; ++i)
    add(verification, RecordDifference{std::to_string(i), RecordDifference::What::not_saved, {}});
  EXPECT_EQ(verification.differing, kMostRecordsDescribed + 1);
  ASSERT_EQ(verification.differences.size(), kMostRecordsDescribed);
  EXPECT_EQ(verification.differences.back().record, std::to_string(kMostRecordsDescribed - 1));
  EXPECT_FALSE(verification.same());
}

TEST(Verification, DescribesTheFirstValuesOfARecord) {
  Verification verification;
  for (const std::size_t count : {std::size_t{3}, kMostValuesDescribed, kMostValuesDescribed + 1})
    add(verification, RecordDifference{"p", RecordDifference::What::values,
                                       std::vector<ValueDifference>(count, ValueDifference{"/a", "1", "2"})});
  EXPECT_EQ(verification.differences[0].values.size(), 3U);
  EXPECT_EQ(verification.differences[1].values.size(), kMostValuesDescribed);
  EXPECT_EQ(verification.differences[2].values.size(), kMostValuesDescribed);
}

TEST(Verification, CountsRecordsOfEachCause) {
  Verification verification;
  add(verification, VerificationCause{Of::rubric, "first", "1", "2"});
  add(verification, VerificationCause{Of::engine, "first", "0.1.0", "0.2.0"});
  add(verification, VerificationCause{Of::rubric, "second", "1", "2"});
  EXPECT_EQ(verification.causes,
            (std::vector<VerificationCause>{{Of::rubric, "first", "1", "2", 2},
                                            {Of::engine, "first", "0.1.0", "0.2.0", 1}}));
}

}  // namespace
}  // namespace ibtikar::test
