// See both_scorers.h.
#include "fuzz/both_scorers.h"

#include <cmath>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "fuzz/claims.h"
#include "support/plain_facts.h"
#include "support/plain_scorer.h"
#include "support/terminal_lines.h"

namespace ibtikar::fuzz {
namespace {

constexpr double kHundredth = 0.010'001;

std::vector<std::string> words_of(std::string line) {
  for (char& c : line)
    if (c == ' ' || c == '=') c = '\n';
  return test::lines_in(line);
}

bool are_alike(const std::string& got, const std::string& expected) {
  if (got == expected) return true;
  const std::vector<std::string> words = words_of(got);
  const std::vector<std::string> others = words_of(expected);
  if (!got.starts_with("question ") || words.size() != others.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == others[i]) continue;
    const auto one = parse_decimal(words[i]);
    const auto other = parse_decimal(others[i]);
    if (!one || !other || std::abs(*one - *other) > kHundredth) return false;
  }
  return true;
}

}  // namespace

void require_plain_scores(const Rubric& rubric, const Proposal& proposal, const Assessment& assessment) {
  const std::string facts = test::facts_of(assessment);
  const std::string plain = test::facts_of(test::score_plainly(rubric, proposal));
  const std::vector<std::string> got = test::lines_in(facts);
  const std::vector<std::string> expected = test::lines_in(plain);
  bool is_same = got.size() == expected.size();
  for (std::size_t i = 0; is_same && i < got.size(); ++i) is_same = are_alike(got[i], expected[i]);
  if (!is_same) require(false, "both scorers say the same", test::differences(plain, facts));
}

}  // namespace ibtikar::fuzz
