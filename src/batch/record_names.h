// What a record without an id is called: its file's name, and in a stream its place there.
#pragma once

#include <string>
#include <string_view>

#include "ibtikar/batch.h"
#include "ibtikar/diagnostic.h"

namespace ibtikar {

/// The name of a record without an id. File names may contain any bytes, but rows are UTF-8.
[[nodiscard]] std::string stand_in_of(const Block::Part& part, Position position, bool shares_line = false);

/// "p-12" of "data/p-12.json" and of "data/p-12.json.gz".
[[nodiscard]] std::string_view file_stem(std::string_view name);

/// "all.ndjson:7" of line 7 of "data/all.ndjson"; with its column where the line alone does not
/// tell which.
[[nodiscard]] std::string place_name(std::string_view name, Position position, bool with_column = false);

}  // namespace ibtikar
