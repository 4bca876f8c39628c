// What one more reading is worth, for beliefs that are given: worked examples, ties and limits.
#include <gtest/gtest.h>

#include <cmath>

#include "ibtikar/next_reading.h"

namespace ibtikar {
namespace {

struct Known {
  double merit;
  double sd;
};

/// A model that knows so much of each item; each assessor with this unsure severity, and no readings.
RankingModel model_of(const std::vector<Known>& items, const std::vector<double>& severity_sds,
                      double error_sd) {
  RankingModel model;
  model.error_sd = error_sd;
  for (const Known& item : items) {
    model.items.emplace_back();
    model.items.back().merit = item.merit;
    model.items.back().contrast_sd = item.sd;
  }
  for (const double sd : severity_sds) {
    model.assessors.emplace_back();
    model.assessors.back().shrunk_sd = sd;
  }
  return model;
}

/// Five items, two funded: numbers 1 and 2. The figures were computed apart from the program, with 4,001
/// points in place of 9.
const std::vector<Known> kFive = {{48, 6}, {70, 4}, {55, 8}, {40, 5}, {52, 3}};

NextReading reading_of_five(double risk) {
  // Items 1 and 3 were read by the first assessor. So the second, who is less well known, reads them.
  const std::vector<Rating> ratings = {{1, 0, 70}, {3, 0, 40}};
  return next_reading(model_of(kFive, {2, 3}, 5), ratings, {.funded = 2, .risk = risk});
}

TEST(ReadingValue, IsThatOfTheWorkedExample) {
  const NextReading next = reading_of_five(0.05);
  EXPECT_EQ(next.funded, (std::vector<std::size_t>{1, 2}));
  EXPECT_NEAR(next.wrong, 0.5632192587, 1e-9);
  const double changes[] = {0.0584801072, 0.0000000000, 0.3256178755, 0.0000020261, 0.0199489376};
  const double fewer[] = {0.015075, -0.000350, 0.189459, 0.000614, 0.002186};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(next.values[i].item, i);
    EXPECT_EQ(next.values[i].assessor, i % 2 == 1 ? 1u : 0u) << i;
    EXPECT_NEAR(next.values[i].changes, changes[i], 1e-9) << i;
    EXPECT_NEAR(next.values[i].fewer_wrong, fewer[i], i == 2 ? 0.01 : 0.002) << i;
  }
  EXPECT_EQ(next.changes, next.values[2].changes) << "the greatest, though not the last";
  ASSERT_TRUE(next.next);
  EXPECT_EQ(*next.next, next.values[2]);
  EXPECT_FALSE(next.settled);
}

TEST(ReadingValue, IsSettledBelowTheRiskAndNotAtIt) {
  const double changes = reading_of_five(0).changes;
  EXPECT_FALSE(reading_of_five(changes).settled);
  EXPECT_TRUE(reading_of_five(std::nextafter(changes, 1)).settled);
}

/// With so large an error no value moves a merit: nobody crosses the line, and as many are wrong as before.
TEST(ReadingValue, OfAReadingThatSaysNothingIsNothing) {
  const NextReading next = next_reading(model_of(kFive, {0}, 1e12), {}, {.funded = 2, .risk = 0});
  for (const ReadingValue& value : next.values) {
    EXPECT_NEAR(value.fewer_wrong, 0, 1e-9) << value.item;
    EXPECT_EQ(value.changes, 0) << value.item;
  }
}

/// Nor does a tie at the line change places. Items 0 and 1 are not equally well known, so it would matter.
TEST(ReadingValue, OfATieThatAReadingCannotBreakIsNothing) {
  const NextReading next =
      next_reading(model_of({{50, 8}, {50, 1}, {45, 2}}, {0}, 1e100), {}, {.funded = 1, .risk = 0});
  for (const ReadingValue& value : next.values) EXPECT_NEAR(value.fewer_wrong, 0, 1e-12) << value.item;
}

/// Nothing is unsure: nobody is wrong, and a reading cannot help.
TEST(ReadingValue, OfMeritsThatAreKnownIsNothing) {
  const NextReading next = next_reading(model_of({{60, 0}, {50, 0}, {40, 0}}, {0}, 0), {}, {.funded = 1});
  EXPECT_EQ(next.wrong, 0);
  for (const ReadingValue& value : next.values) EXPECT_EQ(value.fewer_wrong, 0);
  EXPECT_TRUE(next.settled);
}

TEST(ReadingValue, OfEqualsChoosesTheFirst) {
  const auto not_the_first = [](std::size_t item, std::size_t) { return item == 0; };
  const NextReading next = next_reading(model_of({{60, 5}, {55, 5}, {55, 5}}, {1}, 5), {},
                                        {.funded = 1, .risk = 0, .excluded = not_the_first});
  EXPECT_EQ(next.values[1].fewer_wrong, next.values[2].fewer_wrong);
  ASSERT_TRUE(next.next);
  EXPECT_EQ(next.next->item, 1u);
  EXPECT_EQ(next.values[0].changes, 0);
}

/// Two equal merits at the line: it is the flip of a coin which is funded, and the one that is stays so
/// unless the other is better. So both readings are worth the same if both are equally well known.
TEST(ReadingValue, OfATieAtTheLineIsTheSameOnBothSides) {
  const NextReading next = next_reading(model_of({{50, 6}, {50, 6}}, {0}, 3), {}, {.funded = 1, .risk = 0});
  EXPECT_EQ(next.funded, std::vector<std::size_t>{0});
  EXPECT_NEAR(next.wrong, 0.5, 1e-12);
  EXPECT_NEAR(next.values[0].changes, 0.5, 1e-12);
  EXPECT_NEAR(next.values[0].fewer_wrong, next.values[1].fewer_wrong, 1e-12);
  EXPECT_GT(next.values[0].fewer_wrong, 0.15);
}

TEST(ReadingValue, RemembersWhoReadWhatAmongMoreAssessorsThanItems) {
  const std::size_t assessors = 300;
  std::vector<Rating> ratings;
  for (std::size_t j = 0; j + 1 < assessors; ++j) ratings.push_back({1, j, 50});
  const NextReading next = next_reading(model_of({{60, 5}, {50, 5}}, std::vector<double>(assessors, 1), 5),
                                        ratings, {.funded = 1});
  EXPECT_EQ(next.values[0].assessor, 0u);
  EXPECT_EQ(next.values[1].assessor, assessors - 1);
}

}  // namespace
}  // namespace ibtikar
