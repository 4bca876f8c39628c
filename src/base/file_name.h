// A file name made from a text that somebody wrote: an id, a title.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ibtikar {

/// Letters and digits of any script with their marks, "_" and single dots; everything else becomes
/// "-". The result is not hidden, cannot be read as an option and is no device on any system. It
/// has at most `most_bytes` and names no other folder, whatever the text says. Empty if nothing
/// remains.
[[nodiscard]] std::string file_stem(std::string_view text, std::size_t most_bytes);

/// Two names with one key may be one file where case or the way of writing an accent does not
/// count.
[[nodiscard]] std::string file_name_key(std::string_view name);

}  // namespace ibtikar
