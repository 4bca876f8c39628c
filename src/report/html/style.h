// The style of every page: style.css.
#pragma once

#include <string_view>

namespace ibtikar {

/// CSS, ready for a <style> element.
[[nodiscard]] std::string_view html_style();

}  // namespace ibtikar
