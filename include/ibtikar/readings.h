// Readings: what several assessors answered for several programs, as panels and rankings need it.
//
// Programs and assessors are numbered in the order in which they first occur. An assessor has at most
// one reading of a program.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ibtikar/answer_sheet.h"

namespace ibtikar {

/// A program that is assessed.
struct Program {
  std::string id;     ///< its proposals' id, else their title, else the name of a file
  std::string title;  ///< of the first reading that has one; may be empty

  friend bool operator==(const Program&, const Program&) = default;
};

/// The answers of one assessor for one program.
struct Reading {
  std::size_t program = 0;   ///< of Readings::programs
  std::size_t assessor = 0;  ///< of Readings::assessors
  AnswerSheet sheet;
  std::string digest;  ///< "sha256:..." of the proposal's content
  std::string file;    ///< where it was read, as messages name it
  std::size_t line = 1;

  friend bool operator==(const Reading&, const Reading&) = default;
};

/// An assessor who has no say on a program.
struct Conflict {
  std::string assessor;
  std::string program;
  std::string reason;        ///< may be empty
  bool had_reading = false;  ///< there was one, and it was taken out of all sums

  friend bool operator==(const Conflict&, const Conflict&) = default;
};

struct Readings {
  std::vector<Program> programs;
  std::vector<std::string> assessors;  ///< one empty name where readings name none
  std::vector<Reading> all;            ///< without those of assessors in conflict
  std::vector<Conflict> conflicts;     ///< as they were named

  friend bool operator==(const Readings&, const Readings&) = default;
};

/// Collects readings one by one.
class ReadingCollector {
 public:
  /// The first reading of the same program by the same assessor, if there is one: `reading` is then
  /// left out.
  std::optional<Reading> add(const Program& program, const std::string& assessor, Reading reading);

  /// All readings, without those that `conflicts` name. Programs and assessors stay, even when no
  /// reading of theirs is left.
  [[nodiscard]] Readings take(std::vector<Conflict> conflicts) &&;

 private:
  [[nodiscard]] std::size_t program_number(const Program& program);
  [[nodiscard]] std::size_t assessor_number(const std::string& name);

  Readings readings_;
  std::map<std::string, std::size_t> programs_;                         ///< by id
  std::map<std::string, std::size_t> assessors_;                        ///< by name
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> numbers_;  ///< by program and assessor
};

}  // namespace ibtikar
