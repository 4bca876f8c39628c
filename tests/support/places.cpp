// See places.h. The paths are compiled in here alone, so that objects of the tests do not depend on them.
#include "support/places.h"

namespace ibtikar::test {

std::string project_dir() { return IBTIKAR_SOURCE_DIR; }
std::string program() { return IBTIKAR_PROGRAM; }

}  // namespace ibtikar::test
