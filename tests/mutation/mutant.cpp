// The tests of the mutants: which mutant is switched on, and which mutants each test reaches.
#include "mutation/mutant.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <string>

namespace ibtikar {
namespace {

int chosen() {
  const char* number = std::getenv("IBTIKAR_MUTANT");
  return number == nullptr ? 0 : std::atoi(number);
}

std::set<int>& reached() {
  static std::set<int> numbers;
  return numbers;
}

/// After each test, a line: its name, its milliseconds, the mutants that it reached.
class Reach : public testing::EmptyTestEventListener {
 public:
  explicit Reach(const std::string& file) : out_(file) {}

 private:
  void OnTestStart(const testing::TestInfo& /*test*/) override { reached().clear(); }
  void OnTestEnd(const testing::TestInfo& test) override {
    out_ << test.test_suite_name() << '.' << test.name() << ' ' << test.result()->elapsed_time();
    for (const int number : reached()) out_ << ' ' << number;
    out_ << '\n';
  }

  std::ofstream out_;
};

}  // namespace

bool is_mutant(int number) {
  static const int kChosen = chosen();
  static const bool kListed = std::getenv("IBTIKAR_REACHED") != nullptr;
  if (kListed) reached().insert(number);
  return number == kChosen;
}

}  // namespace ibtikar

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (const char* file = std::getenv("IBTIKAR_REACHED"))
    testing::UnitTest::GetInstance()->listeners().Append(new ibtikar::Reach(file));
  return RUN_ALL_TESTS();
}
