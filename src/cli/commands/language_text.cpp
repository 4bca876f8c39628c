// See language_text.h.
#include "cli/commands/language_text.h"

#include <vector>

#include "base/decimal.h"
#include "ibtikar/message.h"

namespace ibtikar::cli {
namespace {

Message way_of(Joining how) {
  switch (how) {
    case Joining::mean:
      return message("combined by mean");
    case Joining::minimum:
      return message("combined by the lowest");
    case Joining::maximum:
      return message("combined by the highest");
    case Joining::sum:
      return message("combined by sum");
    case Joining::deductions:
      return message("combined by deductions");
    case Joining::in_order:
      return message("combined by steps in order");
  }
  return {};
}

Message text_of(const Adjustment& one) {
  const std::string amount = shortest(one.amount);
  switch (one.kind) {
    case Adjustment::Kind::multiply:
      return message("multiplies: {0} {1}", one.target, amount);
    case Adjustment::Kind::add:
      return message("adds: {0} {1}", one.target, amount);
    case Adjustment::Kind::floor:
      return message("raises to at least: {0} {1}", one.target, amount);
  }
  return {};
}

}  // namespace

std::string LanguageText::combination(const Combination& combination) const {
  if (combination.how == Joining::mean) return {};
  std::vector<MessageArgument> parts{way_of(combination.how)};
  if (combination.limit) parts.emplace_back(message("limit {0}", shortest(*combination.limit)));
  if (combination.start) parts.emplace_back(message("start {0}", shortest(*combination.start)));
  if (combination.how == Joining::in_order && combination.reached_at != 1)
    parts.emplace_back(message("reached at {0}", shortest(combination.reached_at)));
  return comma_separated(parts).in(language_);
}

std::string LanguageText::scale(const std::optional<DisplayScale>& scale) const {
  if (!scale) return {};
  std::vector<MessageArgument> parts{
      message("shown from {0} to {1}", shortest(scale->min), shortest(scale->max))};
  if (scale->rounded) parts.emplace_back(message("rounded"));
  return comma_separated(parts).in(language_);
}

std::string LanguageText::better(Better better) const {
  return better == Better::higher ? std::string() : message("lower is better").in(language_);
}

std::string LanguageText::needs(const std::optional<CreditNeeds>& needs) const {
  if (!needs) return {};
  std::vector<MessageArgument> what;
  if (needs->note) what.emplace_back(message("a note"));
  if (needs->link) what.emplace_back(message("a link"));
  if (!needs->evidence.empty()) what.emplace_back(message("evidence {0}", needs->evidence));
  return message("for credit: {0}; otherwise at most {1}", comma_separated(what), shortest(needs->otherwise))
      .in(language_);
}

std::string LanguageText::adjustments(const Gate& gate) const {
  std::string text;
  for (const Adjustment& one : gate.adjustments) text = dotted({text, text_of(one).in(language_)});
  return text;
}

std::string LanguageText::group() const { return message("group").in(language_); }

std::string dotted(std::initializer_list<std::string> parts) {
  std::string text;
  for (const std::string& part : parts)
    if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
  return text;
}

}  // namespace ibtikar::cli
