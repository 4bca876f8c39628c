// See places.h. The paths are compiled in here alone, so that objects of the tests do not depend on them.
#include "support/places.h"

#include <cstdlib>

namespace ibtikar::test {

std::string failing_calls() { return IBTIKAR_FAILING_CALLS; }
std::string failing_memory() { return IBTIKAR_FAILING_MEMORY; }
std::string project_dir() { return IBTIKAR_SOURCE_DIR; }
std::string program() {
  const char* other = std::getenv("IBTIKAR_PROGRAM");
  return other == nullptr ? IBTIKAR_PROGRAM : other;
}

}  // namespace ibtikar::test
