// A page seen as its tags: what is structure in it, and whether that is whole.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibtikar::test {

/// What a page says; its head has a style that is the same everywhere.
[[nodiscard]] std::string body_of(const std::string& page);

/// Every tag as it is written, "<p class=\"by\">", "</p>", in order; also those of a DOCTYPE and comments.
[[nodiscard]] std::vector<std::string> tags_of(std::string_view html);

/// What is wrong with the nesting: an end that closes nothing, an element never closed. Empty when all is
/// well.
[[nodiscard]] std::string nesting_fault(const std::vector<std::string>& tags);

/// The values of an attribute, in order.
[[nodiscard]] std::vector<std::string> attribute_values(const std::vector<std::string>& tags,
                                                        std::string_view name);

}  // namespace ibtikar::test
