// What a script cannot do: found before anything is written.
#pragma once

#include "ibtikar/rubric_sql.h"

namespace ibtikar {

/// An error for each part of the rubric that is not translated, by JSON pointer into the rubric, and
/// for names that cannot be used.
[[nodiscard]] Diagnostics untranslated(const Rubric& rubric, const SqlOptions& options);

}  // namespace ibtikar
