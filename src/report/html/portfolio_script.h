// What sorts and filters the table of a portfolio's page.
#pragma once

#include <string_view>

namespace ibtikar {

/// JavaScript, ready for a <script> element. It changes the order of rows and which are shown, and fetches,
/// keeps and sends nothing. Without it the page says all that it says with it.
[[nodiscard]] std::string_view portfolio_script();

}  // namespace ibtikar
