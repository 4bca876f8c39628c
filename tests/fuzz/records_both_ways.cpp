// JSON records by the short way of a batch and by the ordinary one: records that are made and
// damaged by the input's choices, or that are the input itself.
#include <algorithm>

#include "fuzz/chosen.h"
#include "fuzz/claims.h"
#include "fuzz/targets.h"
#include "support/both_ways.h"

namespace ibtikar::fuzz {
namespace {

constexpr std::size_t kRecords = 6;
/// So many bytes of the input choose the rubric and the options of raw records.
constexpr std::size_t kChoices = 8;

}  // namespace

void try_records_both_ways(std::string_view input) {
  const bool is_raw = input.starts_with('r');
  test::Random random(is_raw ? input.substr(1, kChoices) : input);
  const Rubric rubric = chosen_rubric(random);
  const BatchOptions options = chosen_options(random);
  test::BothWays ways(rubric, options);
  if (!ways.are_two()) return;
  const auto kind = random.chance(70) ? Block::Part::Kind::lines : Block::Part::Kind::documents;
  const auto compare = [&](const std::string& text) {
    const std::string difference = ways.difference_on(test::block_of_records(text, kind));
    require(difference.empty(), "both ways say the same", difference + "\nof\n" + text);
  };
  if (is_raw) {
    compare(std::string(input.substr(std::min(1 + kChoices, input.size()))));
  } else {
    compare(test::random_records(rubric, kRecords, 0, random));
    compare(test::random_records(rubric, kRecords, 40, random));
  }
  const std::string difference = ways.difference_of_summaries();
  require(difference.empty(), "both ways count the same", difference);
}

}  // namespace ibtikar::fuzz
