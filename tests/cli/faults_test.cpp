// Every command while the system fails it: the Nth open, read, write, fsync, rename, close and so on, and
// each allocation. What must hold is in tests/support/fault_sweep.h, what is run in fault_cases.cpp.
//
// `./dev test` tries every thirteenth call of a kind in the first of the ways in which it can fail and in a
// third of the others, and fewer of many. `./dev test faults` sets IBTIKAR_FAULTS=all: each call, and of
// allocations by operator new, which all end in one handler, more and more sparsely. It prints what was
// tried.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/fault_cases.h"
#include "support/fault_sweep.h"
#include "support/places.h"
#include "support/process.h"

namespace ibtikar::test {
namespace {

bool is_full_sweep() { return std::getenv("IBTIKAR_FAULTS") != nullptr; }

/// Sanitizers have a malloc() of their own.
bool has_sanitizer() { return std::getenv("ASAN_OPTIONS") != nullptr; }

/// With IBTIKAR_CASES (`./dev test quick`) the first way to fail of each call, at a few places.
bool is_quick() { return std::getenv("IBTIKAR_CASES") != nullptr && !is_full_sweep(); }

FaultSteps steps_of(const FaultKind& kind, int way) {
  if (kind.is_memory()) {
    if (is_quick()) return {.step = 97, .share = 2};
    if (!is_full_sweep()) return {.step = 61, .share = 2};
    return {.share = kind.call == "new" ? 40 : 200};
  }
  if (is_full_sweep()) return {};
  if (is_quick()) return {.step = 29, .share = 2};
  return {.first = 1 + way, .step = 13, .share = 3};
}

/// In a sample, each case tries every third of the ways in which a call can fail, besides the first.
bool is_left_to_others(int way) {
  return !is_full_sweep() &&
         (std::hash<std::string>()(testing::UnitTest::GetInstance()->current_test_info()->name()) +
          static_cast<std::size_t>(way)) %
                 3 !=
             0;
}

std::string statuses_in_words(const std::map<int, int>& by_status) {
  std::string out;
  for (const auto& [status, count] : by_status)
    out += fmt::format("{}{}: {}", out.empty() ? "" : ", ", status, count);
  return out;
}

class Faults : public testing::TestWithParam<FaultCase> {};

TEST_P(Faults, AreToldAndLeaveOutputsWhole) {
  const FaultSweep sweep(GetParam());
  std::string last_call;
  bool has_call = true;
  int way = 0;
  int total = 0;
  for (const FaultKind& kind : fault_kinds()) {
    if (kind.call == "malloc" && has_sanitizer()) continue;
    way = kind.call == last_call ? way + 1 : 0;
    if (way > 0 && (!has_call || is_quick() || is_left_to_others(way))) continue;
    const FaultTally tally = sweep.sweep(kind, steps_of(kind, way));
    if (way == 0) has_call = tally.calls > 0;
    last_call = kind.call;
    total += tally.calls;
    for (const std::string& fault : tally.faults) ADD_FAILURE() << GetParam().arguments << "\n" << fault;
    if (tally.calls > 0)
      std::printf("| %s | %s | %d | %s |\n", GetParam().name.c_str(), kind.name().c_str(), tally.calls,
                  statuses_in_words(tally.by_status).c_str());
  }
  EXPECT_GT(total, 0) << "no call failed";
}

INSTANTIATE_TEST_SUITE_P(Of, Faults, testing::ValuesIn(fault_cases()),
                         [](const auto& one) { return one.param.name; });

TEST(FaultCases, HaveEveryCommand) {
  std::set<std::string> tried;
  for (const FaultCase& one : fault_cases()) {
    const std::vector<std::string> words = one.words();
    tried.insert("ibtikar " + words[0]);
    tried.insert("ibtikar " + words[0] + " " + (words.size() > 1 ? words[1] : ""));
  }
  const Finished commands = run_process({program(), {"help", "--commands"}});
  std::size_t begin = commands.out.find('\n') + 1;  // the program itself
  for (std::size_t end = 0; (end = commands.out.find('\n', begin)) != std::string::npos; begin = end + 1)
    EXPECT_TRUE(tried.contains(commands.out.substr(begin, end - begin)))
        << commands.out.substr(begin, end - begin) << " has no line in fault_cases()";
}

}  // namespace
}  // namespace ibtikar::test
