// The reader's language, known before the command line is: what is wrong with it is said in that
// language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibtikar::cli {

/// A language tag as it is usually written: "ar" for "AR", "ar-EG" for "ar_eg", "zh-Hant" for
/// "ZH-hant".
[[nodiscard]] std::string usual_tag(std::string_view tag);

/// What --lang or -l says somewhere before "--", as usual_tag() writes it; empty when nothing does.
/// Nothing else of the command line needs to be right.
[[nodiscard]] std::string typed_language(const std::vector<std::string>& arguments);

}  // namespace ibtikar::cli
