// The style of every page: colours, type, tables, charts, print.
#pragma once

#include <string_view>

namespace ibtikar {

/// CSS, ready for a <style> element.
[[nodiscard]] std::string_view html_style();

}  // namespace ibtikar
