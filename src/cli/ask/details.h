// What a new answers file says about the program in addition to its answers: title, organization,
// assessor, day.
//
// It is asked once, at a terminal, before the first question, in lines and on a screen alike. Each
// detail may be left out. From a pipe nothing is asked: there, every line answers a question.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/ask/ask.h"
#include "words/interview_words.h"

namespace ibtikar::cli {

struct Detail {
  std::string member;  ///< of the proposal
  std::string prompt;
  bool is_day = false;
};

/// Those that the command line does not give.
[[nodiscard]] std::vector<Detail> details_to_ask(const AskOptions& options, const AskWords& words);

/// Why a text cannot be kept as a detail.
enum class DetailFault { unreadable, too_long, not_a_day, hijri };
/// The text as it is stored. Empty if the detail is left out.
[[nodiscard]] std::variant<std::string, DetailFault> read_detail(const Detail& detail,
                                                                 std::string_view typed);
/// What is wrong, in a sentence.
[[nodiscard]] std::string explain(DetailFault fault, std::string_view typed, const AskWords& words);

}  // namespace ibtikar::cli
