// Names that meet when sources of one folder are compiled in a batch: all of them then share one anonymous
// namespace and all of their includes.
//
// It reads declarations as text, without a compiler: enough for the few forms that our sources use. A name
// that it overlooks costs nothing but a compiler's error on the day when two such sources come into one
// batch.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "support/house_rules.h"

namespace ibtikar::test {

/// What is declared outside of classes and functions.
struct Declaration {
  enum class Kind { type, alias, function, value };
  std::string name;
  Kind kind = Kind::value;
  bool is_anonymous = false;  ///< in an anonymous namespace
  std::size_t line = 0;       ///< from 1
  std::string text;           ///< up to its body, without blanks

  friend bool operator==(const Declaration&, const Declaration&) = default;
};
[[nodiscard]] std::vector<Declaration> declarations_of(std::string_view source);

struct Meeting {
  std::string path;
  std::size_t line = 0;
  std::string why;

  friend bool operator==(const Meeting&, const Meeting&) = default;
};

/// Each name of an anonymous namespace that another source of its folder has too (equal aliases may stand
/// twice), or that is a function in a header which a source of the folder includes: it would hide it.
[[nodiscard]] std::vector<Meeting> names_that_meet(const std::vector<SourceFile>& files);

}  // namespace ibtikar::test
