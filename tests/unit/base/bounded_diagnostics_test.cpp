// Diagnostics: the first are kept, all others counted.
#include "ibtikar/diagnostic.h"

#include <gtest/gtest.h>

namespace ibtikar {
namespace {

Diagnostics many_warnings(std::size_t count) {
  Diagnostics all;
  for (std::size_t i = 0; i < count; ++i)
    all.push_back(warning_at("/m" + std::to_string(i), "unknown-member", message("there is none")));
  return all;
}

TEST(Diagnostics, KeepTheFirstAndCountTheOthers) {
  Diagnostics all = many_warnings(Diagnostics::kMost + 5);
  EXPECT_TRUE(all.is_full());
  EXPECT_EQ(all.size(), Diagnostics::kMost);
  EXPECT_EQ(all.total(), Diagnostics::kMost + 5);
  EXPECT_EQ(all.back().pointer, "/m9999");
  const std::vector<Diagnostics::LeftOut> expected = {{Severity::warning, "unknown-member", 5}};
  EXPECT_EQ(all.left_out(), expected);
  EXPECT_TRUE(format(all).ends_with("and 9905 more\n"));
  EXPECT_TRUE(format(all, "ar").find("9905") != std::string::npos);
}

TEST(Diagnostics, NeverLoseThatThereIsAnError) {
  Diagnostics all = many_warnings(Diagnostics::kMost);
  EXPECT_FALSE(has_errors(all));
  all.push_back(error_at("/x", "wrong-type", message("wrong")));
  EXPECT_TRUE(has_errors(all));
}

TEST(Diagnostics, CountWhatWasLeftOutOfTheirParts) {
  Diagnostics all = many_warnings(3);
  all.append(many_warnings(Diagnostics::kMost + 2));
  EXPECT_EQ(all.total(), Diagnostics::kMost + 5);
  all.leave_out(Severity::error, "bad-id", 7);
  EXPECT_EQ(all.total(), Diagnostics::kMost + 12);
  all.forget("unknown-member");
  EXPECT_EQ(all.total(), 7U);
  EXPECT_FALSE(all.empty());
  all.clear();
  EXPECT_TRUE(all.empty());
}

}  // namespace
}  // namespace ibtikar
