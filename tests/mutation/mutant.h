// Whether a mutant is switched on: what instrument.py puts into its copies of sources.
#pragma once

#include <type_traits>

namespace ibtikar {

/// Whether IBTIKAR_MUTANT names this one. Notes that it was asked for.
bool is_mutant(int number);

/// A constant expression has no mutants.
constexpr bool mutant(int number) { return !std::is_constant_evaluated() && is_mutant(number); }

}  // namespace ibtikar
