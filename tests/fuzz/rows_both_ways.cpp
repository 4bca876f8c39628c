// Rows of tables by the short way of a batch and by the ordinary one: tables that are made and damaged
// by the input's choices; behind a form feed, rows that are the input itself.
#include "fuzz/chosen.h"
#include "fuzz/claims.h"
#include "fuzz/targets.h"
#include "ibtikar/mapping.h"
#include "support/both_ways.h"

namespace ibtikar::fuzz {
namespace {

constexpr std::size_t kRows = 4;

}  // namespace

void try_rows_both_ways(std::string_view input) {
  const std::vector<std::string> parts = parts_of(input, 2);
  test::Random random(parts[0]);
  const Rubric rubric = chosen_rubric(random);
  const test::TableWay way = test::random_table_way(rubric, random);
  BatchOptions options = chosen_options(random);
  options.max_record = random.chance(10) ? 300 : kMaxRecordBytes;
  Mapping mapping;
  if (way.is_mapped) {
    const std::string text = test::mapping_text(rubric, way, random);
    Checked<Mapping> read = decode_mapping({"m.json", text}, rubric);
    require(read.has_value(), "a mapping that is made is right", text);
    mapping = *std::move(read);
    options.mapping = &mapping;
  }
  test::BothWays ways(rubric, options);
  if (!ways.are_two()) return;
  const auto compare = [&](const std::string& rows) {
    const std::string difference = ways.difference_on(test::block_of_rows(way, rows));
    require(difference.empty(), "both ways say the same",
            difference + "\nof\n" + test::header_of(way) + "\n" + rows);
  };
  for (const std::size_t percent : {0U, 40U, 0U})
    compare(test::random_rows(rubric, way, kRows, percent, random));
  if (!parts[1].empty()) compare(parts[1]);
  const std::string difference = ways.difference_of_summaries();
  require(difference.empty(), "both ways count the same", difference);
}

}  // namespace ibtikar::fuzz
