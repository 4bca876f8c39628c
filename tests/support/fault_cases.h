// What is run while system calls fail: every command, with every kind of file that it reads and writes.
#pragma once

#include <filesystem>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "support/temp_dir.h"

namespace ibtikar::test {

struct FaultCase {
  std::string name;       ///< "BatchDatabase"
  std::string arguments;  ///< words; what is read is in in/, what is written in out/
  int status = 0;         ///< when nothing fails
  std::string input = {};
  /// What is in out/ before, by names of files in in/; other outputs hold something old, or nothing.
  std::map<std::string, std::string> begins_as = {};
  /// It says what failed and tries again at the end, so that a fault may pass; and what it has saved in
  /// between is neither old nor new, but whole.
  bool tries_again = false;
  /// A file of a name that must be new: nothing lies there before.
  bool is_new = false;
  /// What could be read is written all the same when the rest could not: outputs are whole, but other ones.
  bool writes_the_rest = false;

  [[nodiscard]] std::vector<std::string> words() const;
  friend void PrintTo(const FaultCase& one, std::ostream* out) { *out << one.name; }
};

[[nodiscard]] std::vector<FaultCase> fault_cases();

/// Makes in/ with all that the cases read.
void write_fault_inputs(const TempDir& here);

}  // namespace ibtikar::test
