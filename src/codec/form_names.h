// The names of questions in form tools. Tools take letters, digits and underscores, so
// "final-goal.written:note" is called "final_goal__written__note". No id has an underscore: the way
// back is certain.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ibtikar {

/// What "none of them" is in a survey. SurveyJS takes the `|` of tables for a mark between a value and
/// its text, and no option has an underscore in its id.
inline constexpr std::string_view kNoneOfForm = "__none";

/// The name of a question's full id, or of a column that belongs to one.
[[nodiscard]] std::string form_name(std::string_view column);

/// The column that a tool's heading names, in folded form: the groups before the name do not count
/// ("group_goal/final_goal__written" of Kobo, "group_goal-final_goal__written" of ODK). Nothing if
/// it is no name of ours.
[[nodiscard]] std::optional<std::string> column_of_form_name(std::string_view heading);

/// An option's column, which tools write beside that of the whole answer:
/// "group/people__who/users" is "users" of "people.who". Empty if it is none.
struct OptionName {
  std::string question;
  std::string option;
};
[[nodiscard]] std::optional<OptionName> option_of_form_name(std::string_view heading);

/// Whether tools of forms add a column of this name by themselves, so that nobody needs to hear
/// that it is passed over. In folded form.
[[nodiscard]] bool is_tool_column(std::string_view heading);

}  // namespace ibtikar
