// Where two JSON documents differ, as they are written. No function here requires valid JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/verification.h"

namespace ibtikar {

/// The values that differ, in the order of `saved`, at most kMostValuesDescribed; then those that
/// only `recomputed` has. Numbers differ if their digits do. Empty if only bytes between values, or
/// the order of members, differ. If a text is no JSON: the first byte that differs.
[[nodiscard]] std::vector<ValueDifference> json_value_differences(std::string_view saved,
                                                                  std::string_view recomputed);

/// The same, and where no value differs, the first byte that does. Empty if the texts are equal.
[[nodiscard]] std::vector<ValueDifference> json_differences(std::string_view saved,
                                                            std::string_view recomputed);

/// The text of a member of an object, without quotation marks if it is a string; nothing if the
/// text is no object or lacks it.
[[nodiscard]] std::optional<std::string> json_member(std::string_view object, std::string_view name);

/// The names of the members of an object, in order; none if the text is no object.
[[nodiscard]] std::vector<std::string> json_member_names(std::string_view object);

/// The elements of an array as they are written; none if the text is no array.
[[nodiscard]] std::vector<std::string> json_elements(std::string_view array);

/// Line and column of the first byte that differs, as a difference of its own.
[[nodiscard]] ValueDifference byte_difference(std::string_view saved, std::string_view recomputed);

}  // namespace ibtikar
