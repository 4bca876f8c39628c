// The part of XPath that our XLSForms use, computed by code that shares nothing with what writes it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace ibtikar::test {

/// The value of `expression` as a text; of a comparison "true" or "false". `value_of` gives the
/// value of ${NAME}; what is missing or not relevant is empty, as in ODK. Throws std::logic_error if
/// this is no such expression.
[[nodiscard]] std::string xpath_value(std::string_view expression,
                                      const std::function<std::string(const std::string&)>& value_of);

}  // namespace ibtikar::test
