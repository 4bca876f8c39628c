// What is said of a whole portfolio, in English and in Arabic, whatever the format.
#pragma once

#include <string>
#include <string_view>

#include "ibtikar/rubric.h"

namespace ibtikar {

struct PortfolioWords {
  std::string_view best;
  std::string_view last;
  std::string_view portfolio;
  std::string_view scored;
  std::string_view rejected;
  std::string_view reasons;
  std::string_view warnings;
  std::string_view verdicts;
  std::string_view insufficient;
  std::string_view scores;
  std::string_view overall;
  std::string_view completeness;
  std::string_view mean;
  std::string_view deviation;
  std::string_view middle;
  std::string_view quarters;
  std::string_view gates;
  std::string_view most_open;
  std::string_view most_lost;
  // Pages
  std::string_view proposals;
  std::string_view count;
  std::string_view share;
  std::string_view spread;
  std::string_view map;
  std::string_view upward;
  std::string_view across;
  std::string_view size;
  std::string_view no_map;
  std::string_view program;
  std::string_view filter;
  std::string_view every_verdict;
  std::string_view shown;
  std::string_view left_out;
};

/// Arabic for "ar" and its regions, English for every other language.
[[nodiscard]] const PortfolioWords& portfolio_words(std::string_view language);

/// A text of the rubric in the reader's language, plain(); its id when there is none.
[[nodiscard]] std::string rubric_title(const Rubric& rubric, std::string_view language,
                                       const LocalizedText& text, std::string_view id);

}  // namespace ibtikar
