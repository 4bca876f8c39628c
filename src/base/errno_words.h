// What the system says of a failure, as a message.
#pragma once

#include "ibtikar/message.h"

namespace ibtikar {

/// strerror() of it; the common ones can be translated.
[[nodiscard]] Message words_of_errno(int number);

}  // namespace ibtikar
