// See form_names.h.
#include "codec/form_names.h"

#include <algorithm>
#include <array>
#include <vector>

namespace ibtikar {
namespace {

constexpr std::string_view kBetween = "__";
/// The group of what is about the proposal itself.
constexpr std::string_view kProposalGroup = "proposal";
constexpr std::array<std::string_view, 7> kFields = {"id",   "title",    "organization", "assessor",
                                                     "date", "language", "rubric"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_of_name(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || c == '_'; }

/// "final-goal" of "final_goal"; nothing if no id can have been called so.
std::optional<std::string> id_of(std::string_view name) {
  // form_name() puts an underscore before a digit: a name must not begin with one.
  if (name.size() > 1 && name.front() == '_' && is_digit(name[1])) name.remove_prefix(1);
  if (name.empty() || name.front() == '_' || name.back() == '_') return std::nullopt;
  std::string id(name);
  std::ranges::replace(id, '_', '-');
  return id;
}

/// What stands behind the last sign that no name has.
// Kobo puts "/" behind the name of a group, ODK Central "-".
std::string_view tail_of(std::string_view heading) {
  std::size_t begin = heading.size();
  while (begin > 0 && is_of_name(heading[begin - 1])) --begin;
  return heading.substr(begin);
}

}  // namespace

std::string form_name(std::string_view column) {
  std::string name;
  for (const char c : column)
    if (c == '.' || c == ':')
      name += kBetween;
    else
      name += c == '-' ? '_' : c;
  return !name.empty() && is_digit(name.front()) ? "_" + name : name;
}

std::optional<std::string> column_of_form_name(std::string_view heading) {
  const std::string_view name = tail_of(heading);
  if (name.find(kBetween) == std::string_view::npos) {
    const bool is_field = std::ranges::find(kFields, name) != kFields.end();
    const std::string_view group = heading.substr(0, heading.size() - name.size());
    // Columns called "id" or "date" are frequent. Only in our own group they are ours.
    const bool is_grouped =
        group.size() > kProposalGroup.size() && group.substr(0, group.size() - 1).ends_with(kProposalGroup);
    return is_field && is_grouped ? std::optional(std::string(name)) : std::nullopt;
  }
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= name.size();) {
    // A name that begins with a digit has an underscore before it, which belongs to it.
    const std::size_t end = std::min(name.find(kBetween, begin), name.size());
    parts.push_back(name.substr(begin, end - begin));
    begin = end + kBetween.size();
  }
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  const auto criterion = id_of(parts[0]);
  const auto question = id_of(parts[1]);
  if (!criterion || !question) return std::nullopt;
  const std::string id = *criterion + "." + *question;
  if (parts.size() == 2) return id;
  if (parts[2] != "evidence" && parts[2] != "note") return std::nullopt;
  return id + ":" + std::string(parts[2]);
}

std::optional<OptionName> option_of_form_name(std::string_view heading) {
  const std::size_t slash = heading.rfind('/');
  if (slash == std::string_view::npos || slash + 1 == heading.size()) return std::nullopt;
  const auto question = column_of_form_name(heading.substr(0, slash));
  if (!question || question->find(':') != std::string::npos || question->find('.') == std::string::npos)
    return std::nullopt;
  return OptionName{*question, std::string(heading.substr(slash + 1))};
}

bool is_tool_column(std::string_view heading) {
  // Kobo and ODK Collect on the device, ODK Central on the server. In small letters, as folded.
  constexpr std::array<std::string_view, 22> kNames = {"start",
                                                       "end",
                                                       "today",
                                                       "deviceid",
                                                       "devicephonenum",
                                                       "username",
                                                       "simserial",
                                                       "subscriberid",
                                                       "phonenumber",
                                                       "audit",
                                                       "key",
                                                       "submissiondate",
                                                       "submitterid",
                                                       "submittername",
                                                       "attachmentspresent",
                                                       "attachmentsexpected",
                                                       "status",
                                                       "reviewstate",
                                                       "edits",
                                                       "formversion",
                                                       "instanceid",
                                                       "instancename"};
  if (heading.starts_with('_') || heading.starts_with("meta/") || heading.starts_with("meta-") ||
      heading.starts_with("formhub/"))
    return true;
  // What our own forms compute, to decide what is asked, and what they only say.
  for (const char* ours : {"shown_", "group_", "proposal_"})
    if (tail_of(heading).starts_with(ours)) return true;
  return std::ranges::find(kNames, heading) != kNames.end();
}

}  // namespace ibtikar
