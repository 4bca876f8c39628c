// What sorts and filters the table of a portfolio's page: portfolio_script.js.
#pragma once

#include <string_view>

namespace ibtikar {

/// JavaScript, ready for a <script> element.
[[nodiscard]] std::string_view portfolio_script();

}  // namespace ibtikar
