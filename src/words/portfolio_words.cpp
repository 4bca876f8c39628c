// See portfolio_words.h.
#include "words/portfolio_words.h"

#include "base/safe_text.h"
#include "words/in_languages.h"

namespace ibtikar {
namespace {

constexpr PortfolioTexts<RequiredPhrase> kEnglishPortfolio{
    .best = phrase("First"),
    .last = phrase("Last"),
    .portfolio = phrase("Portfolio"),
    .scored = phrase("Scored"),
    .rejected = phrase("Rejected"),
    .reasons = phrase("Rejected, by reason"),
    .warnings = phrase("Warnings"),
    .verdicts = phrase("Verdicts"),
    .insufficient = phrase("Not enough information"),
    .scores = phrase("Scores"),
    .overall = phrase("Overall"),
    .completeness = phrase("Completeness"),
    .mean = phrase("mean"),
    .deviation = phrase("s.d."),
    .middle = phrase("median"),
    .quarters = phrase("middle half"),
    .gates = phrase("Caps applied"),
    .most_open = phrase("Most often open"),
    .most_lost = phrase("Where most points are lost"),
    .proposals = phrase("Proposals"),
    .count = phrase("Number"),
    .share = phrase("Share"),
    .spread = phrase("How the scores are spread"),
    .map = phrase("Where each program stands"),
    .upward = phrase("Upward"),
    .across = phrase("Across"),
    .size = phrase("Size"),
    .no_map = phrase("without a score in one of these"),
    .program = phrase("Program"),
    .filter = phrase("Name or id contains"),
    .every_verdict = phrase("Every verdict"),
    .shown = phrase("Shown"),
    .left_out = phrase("More"),
};

}  // namespace

const PortfolioWords& portfolio_words(std::string_view language) {
  static const InLanguages<PortfolioTexts> kAll(kEnglishPortfolio);
  return kAll.of(language);
}

}  // namespace ibtikar
