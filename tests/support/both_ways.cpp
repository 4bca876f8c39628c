// See both_ways.h.
#include "support/both_ways.h"

#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "codec/proposal/record_decoder.h"
#include "support/builtin_rubric.h"
#include "support/random_rubric.h"

namespace ibtikar::test {

std::uint64_t first_seed() {
  const char* seed = std::getenv("IBTIKAR_SEED");
  return seed == nullptr ? 0 : std::stoull(seed);
}

Rubric rubric_of_seed(std::uint64_t seed) {
  static const Rubric whole = builtin_rubric();
  static const Rubric quick = builtin_rubric("social-innovation-quick");
  if (seed % 4 == 0) return whole;
  if (seed % 4 == 2) return quick;
  return random_rubric(seed).rubric;
}

Block block_of(Block::Part part, std::string text) {
  Block block;
  part.end = text.size();
  block.parts.push_back(std::move(part));
  block.bytes = std::move(text);
  block.bytes.append(kRecordPadding + 1, '\0');
  return block;
}

std::string said_by(BlockScorer& scorer, const Block& block) {
  scorer.score(block, 0);
  const BlockResult& result = scorer.result();
  std::string out = result.rows + format(result.faults) + format(result.warnings);
  for (const BlockIds::Entry& entry : scorer.ids().entries())
    out += fmt::format("{} {}\n", scorer.ids().id(entry), entry.record);
  std::string rejects;
  RejectsWriter(false).append(rejects, scorer.rejects());
  return out + rejects;
}

}  // namespace ibtikar::test
