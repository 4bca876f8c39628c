// Answers in tables for programs, as proposals state them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/proposal.h"

namespace ibtikar {

[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// The answer as a proposal states it, choices as a CSV of proposals has them.
[[nodiscard]] std::string value_text(const AnswerValue& value);

}  // namespace ibtikar
