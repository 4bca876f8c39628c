// See ibtikar/undefined.h.
#include "ibtikar/undefined.h"

namespace ibtikar {

Message reason_of(Undefined undefined) {
  switch (undefined) {
    case Undefined::no_pairs:
      return message("nothing was rated by two assessors");
    case Undefined::few_programs:
      return message("fewer than two programs were rated");
    case Undefined::few_assessors:
      return message("fewer than two assessors gave ratings");
    case Undefined::constant:
      return message("all ratings are the same");
    case Undefined::no_variance:
      return message("programs differ no more than by chance");
    case Undefined::below_zero:
      return message("a ratio needs ratings of 0 or more");
  }
  return {};
}

std::string_view code_of(Undefined undefined) {
  switch (undefined) {
    case Undefined::no_pairs:
      return "no-pairs";
    case Undefined::few_programs:
      return "few-programs";
    case Undefined::few_assessors:
      return "few-assessors";
    case Undefined::constant:
      return "constant";
    case Undefined::no_variance:
      return "no-variance";
    case Undefined::below_zero:
      return "below-zero";
  }
  return "";
}

}  // namespace ibtikar
