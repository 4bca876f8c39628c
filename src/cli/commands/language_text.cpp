// See language_text.h.
#include "cli/commands/language_text.h"

#include <array>

#include <fmt/format.h>

#include "base/decimal.h"
#include "ibtikar/localized.h"

namespace ibtikar::cli {
namespace {

struct Pair {
  const char* english;
  const char* arabic;
};

/// In the order of Joining.
constexpr std::array<Pair, 6> kJoinings = {{{"combined by mean", "يُجمع بالمتوسط"},
                                            {"combined by the lowest", "يُؤخذ الأدنى"},
                                            {"combined by the highest", "يُؤخذ الأعلى"},
                                            {"combined by sum", "تُجمع النقاط"},
                                            {"combined by deductions", "تُخصم النقاط"},
                                            {"combined by steps in order", "تُعدّ الدرجات المتتابعة المبلوغة"}}};
constexpr std::array<Pair, 3> kAdjustments = {
    {{"multiplies", "يضرب"}, {"adds", "يضيف"}, {"raises to at least", "يرفع إلى ما لا يقل عن"}}};

}  // namespace

LanguageText::LanguageText(const std::string& language) : arabic_(primary_language(language) == "ar") {}

std::string LanguageText::combination(const Combination& combination) const {
  if (combination.how == Joining::mean) return {};
  const Pair& how = kJoinings[static_cast<std::size_t>(combination.how)];
  std::string text = arabic_ ? how.arabic : how.english;
  const std::string comma = arabic_ ? "، " : ", ";
  if (combination.limit) text += comma + (arabic_ ? "الحد " : "limit ") + shortest(*combination.limit);
  if (combination.start) text += comma + (arabic_ ? "البداية " : "start ") + shortest(*combination.start);
  if (combination.how == Joining::in_order && combination.reached_at != 1)
    text += comma + (arabic_ ? "تُبلغ عند " : "reached at ") + shortest(combination.reached_at);
  return text;
}

std::string LanguageText::scale(const std::optional<DisplayScale>& scale) const {
  if (!scale) return {};
  std::string text = fmt::format(fmt::runtime(arabic_ ? "تُعرض من {} إلى {}" : "shown from {} to {}"),
                                 shortest(scale->min), shortest(scale->max));
  if (scale->rounded) text += arabic_ ? "، مقرّبة" : ", rounded";
  return text;
}

std::string LanguageText::better(Better better) const {
  if (better == Better::higher) return {};
  return arabic_ ? "الأقل أفضل" : "lower is better";
}

std::string LanguageText::needs(const std::optional<CreditNeeds>& needs) const {
  if (!needs) return {};
  std::string what;
  const auto add = [&](const std::string& one) { what += (what.empty() ? "" : arabic_ ? "، " : ", ") + one; };
  if (needs->note) add(arabic_ ? "ملاحظة" : "a note");
  if (needs->link) add(arabic_ ? "رابط" : "a link");
  if (!needs->evidence.empty()) add((arabic_ ? "دليل " : "evidence ") + needs->evidence);
  return fmt::format(fmt::runtime(arabic_ ? "لاحتساب الإجابة: {}؛ وإلا فعلى الأكثر {}"
                                          : "for credit: {}; otherwise at most {}"),
                     what, shortest(needs->otherwise));
}

std::string LanguageText::adjustments(const Gate& gate) const {
  std::string text;
  for (const Adjustment& one : gate.adjustments) {
    const Pair& kind = kAdjustments[static_cast<std::size_t>(one.kind)];
    text += fmt::format("{}{}: {} {}", text.empty() ? "" : " · ", arabic_ ? kind.arabic : kind.english,
                        one.target, shortest(one.amount));
  }
  return text;
}

std::string LanguageText::group() const { return arabic_ ? "المجموعة" : "group"; }

std::string dotted(std::initializer_list<std::string> parts) {
  std::string text;
  for (const std::string& part : parts)
    if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
  return text;
}

}  // namespace ibtikar::cli
