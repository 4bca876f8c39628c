// Files of tests/data as the codec reads them.
#pragma once

#include <string>

#include "ibtikar/codec.h"

namespace ibtikar::test {

/// tests/data/NAME, named "NAME".
[[nodiscard]] NamedText read_fixture(const std::string& name);

/// A look-up for `extends` among the fixtures, relative to the file that extends.
[[nodiscard]] Result<NamedText> find_fixture(std::string_view reference, std::string_view from);

/// A rubric of tests/data that must be valid.
[[nodiscard]] Rubric valid_rubric(const std::string& name);

}  // namespace ibtikar::test
