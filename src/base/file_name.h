// A file name made from a text that somebody wrote: an id, a title.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ibtikar {

/// Letters and digits of any script with their marks, "_" and single points; everything else becomes "-".
/// Neither hidden nor taken for an option, nor a device of any system; at most `most_bytes`. Whatever the
/// text says, it names no other folder. Empty when nothing of it is left.
[[nodiscard]] std::string file_stem(std::string_view text, std::size_t most_bytes);

/// Two names with one key may be one file where case or the way of writing an accent does not count.
[[nodiscard]] std::string file_name_key(std::string_view name);

}  // namespace ibtikar
