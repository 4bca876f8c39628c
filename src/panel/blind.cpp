// See blind.h.
#include "panel/blind.h"

#include <algorithm>
#include <numeric>

#include "base/counter_random.h"

namespace ibtikar {
namespace {

/// Where each of `count` goes: all orders are equally likely (Fisher and Yates).
std::vector<std::size_t> drawn_order(std::size_t count, std::uint64_t seed) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const CounterRandom random(seed, 0);
  for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random.below(i, i)]);
  return order;
}

}  // namespace

std::string letter_name(std::size_t number) {
  constexpr std::size_t kLetters = 26;
  std::string name;
  for (std::size_t rest = number + 1; rest > 0; rest = (rest - 1) / kLetters)
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % kLetters));
  return name;
}

void make_blind(Panel& panel, std::uint64_t seed) {
  const std::vector<std::size_t> order = drawn_order(panel.assessors.size(), seed);
  // A conflict of somebody who has no part in the panel has no letter.
  std::erase_if(panel.conflicts, [&](Conflict& conflict) {
    const auto known = std::find(panel.assessors.begin(), panel.assessors.end(), conflict.assessor);
    if (known == panel.assessors.end()) return true;
    conflict.assessor = letter_name(order[static_cast<std::size_t>(known - panel.assessors.begin())]);
    conflict.reason.clear();
    return false;
  });
  std::sort(panel.conflicts.begin(), panel.conflicts.end(), [](const Conflict& a, const Conflict& b) {
    return std::pair(a.assessor.size(), a.assessor) < std::pair(b.assessor.size(), b.assessor);
  });
  for (PanelProgram& program : panel.programs) {
    for (PanelReading& reading : program.readings) {
      reading.assessor = order[reading.assessor];
      reading.digest.clear();
    }
    std::sort(program.readings.begin(), program.readings.end(),
              [](const PanelReading& a, const PanelReading& b) { return a.assessor < b.assessor; });
    for (std::size_t& assessor : program.missing) assessor = order[assessor];
    std::sort(program.missing.begin(), program.missing.end());
  }
  for (std::size_t i = 0; i < panel.assessors.size(); ++i) panel.assessors[i] = letter_name(i);
  panel.is_blind = true;
}

}  // namespace ibtikar
