// See details.h.
#include "cli/ask/details.h"

#include <array>
#include <utility>

#include "base/safe_text.h"
#include "cli/ask/day.h"
#include "ibtikar/interview.h"

namespace ibtikar::cli {

std::vector<Detail> details_to_ask(const AskOptions& options, const AskWords& words) {
  const std::array<std::pair<Detail, const std::string*>, 4> all = {{
      {{"title", std::string(words.title_prompt)}, &options.title},
      {{"organization", std::string(words.organization_prompt)}, &options.organization},
      {{"assessor", std::string(words.assessor_prompt)}, &options.assessor},
      {{"date", std::string(words.date_prompt), true}, &options.date},
  }};
  std::vector<Detail> wanted;
  for (const auto& [detail, given] : all)
    if (given->empty() && !(options.title_was_asked && given == &options.title)) wanted.push_back(detail);
  return wanted;
}

std::variant<std::string, DetailFault> read_detail(const Detail& detail, std::string_view typed) {
  if (const auto fault = fault_of_text(typed))
    return fault->kind == ParseError::Kind::too_long ? DetailFault::too_long : DetailFault::unreadable;
  std::string text = plain(kept_text(typed));
  if (!detail.is_day || text.empty()) return text;
  const Day day = read_day(text);
  if (day.kind == Day::Kind::hijri) return DetailFault::hijri;
  if (day.kind == Day::Kind::none) return DetailFault::not_a_day;
  return day.text;
}

std::string explain(DetailFault fault, std::string_view typed, const AskWords& words) {
  switch (fault) {
    case DetailFault::unreadable:
      return std::string(words.unreadable);
    case DetailFault::too_long:
      return filled(words.too_long, {std::to_string(kMaxReplyBytes)});
    case DetailFault::not_a_day:
      return filled(words.not_a_day, {isolated(typed)});
    case DetailFault::hijri:
      return filled(words.hijri_day, {isolated(typed)});
  }
  return {};
}

}  // namespace ibtikar::cli
