// See ibtikar/version.h.
#include "ibtikar/version.h"

namespace ibtikar {

std::string_view version() { return IBTIKAR_VERSION; }

}  // namespace ibtikar
