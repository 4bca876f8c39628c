// See too_many.h.
#include "model/too_many.h"

#include <utility>

namespace ibtikar {

Diagnostic too_many(std::string pointer, std::size_t count, const Phrase& things, std::size_t most) {
  return error_at(std::move(pointer), std::string("too-many-") + things.text,
                  message("{0} {1}; expected at most {2}", count, things, most));
}

}  // namespace ibtikar
