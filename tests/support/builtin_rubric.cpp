// See builtin_rubric.h.
#include "support/builtin_rubric.h"

#include <stdexcept>

#include "ibtikar/codec.h"
#include "io/builtin.h"
#include "support/fixtures.h"

namespace ibtikar::test {

Rubric builtin_rubric() {
  Diagnostics warnings;
  const NamedText source{"social-innovation",
                         std::string(io::builtin_text("social-innovation.json").value())};
  Checked<Rubric> rubric = decode_rubric(source, find_fixture, warnings);
  if (!rubric) throw std::logic_error(format(rubric.error()));
  return *std::move(rubric);
}

}  // namespace ibtikar::test
