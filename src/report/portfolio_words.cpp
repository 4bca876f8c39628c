// See portfolio_words.h.
#include "report/portfolio_words.h"

#include "base/safe_text.h"
#include "ibtikar/localized.h"

namespace ibtikar {
namespace {

constexpr PortfolioWords kEnglish{
    .best = "First",
    .last = "Last",
    .portfolio = "Portfolio",
    .scored = "Scored",
    .rejected = "Rejected",
    .reasons = "Rejected, by reason",
    .warnings = "Warnings",
    .verdicts = "Verdicts",
    .insufficient = "Insufficient information",
    .scores = "Scores",
    .overall = "Overall",
    .completeness = "Completeness",
    .mean = "mean",
    .deviation = "s.d.",
    .middle = "median",
    .quarters = "middle half",
    .gates = "Caps applied",
    .most_open = "Most often open",
    .most_lost = "Where most points are lost",
};

constexpr PortfolioWords kArabic{
    .best = "الأوائل",
    .last = "الأواخر",
    .portfolio = "مجموعة المقترحات",
    .scored = "مقيَّمة",
    .rejected = "مرفوضة",
    .reasons = "المرفوضة بحسب السبب",
    .warnings = "تنبيهات",
    .verdicts = "الأحكام",
    .insufficient = "معلومات غير كافية",
    .scores = "الدرجات",
    .overall = "الإجمالي",
    .completeness = "الاكتمال",
    .mean = "المتوسط",
    .deviation = "الانحراف",
    .middle = "الوسيط",
    .quarters = "النصف الأوسط",
    .gates = "السقوف المطبَّقة",
    .most_open = "الأكثر تركًا بلا جواب",
    .most_lost = "أين تُفقد أكثر النقاط",
};

}  // namespace

const PortfolioWords& portfolio_words(std::string_view language) {
  return primary_language(language) == "ar" ? kArabic : kEnglish;
}

std::string rubric_title(const Rubric& rubric, std::string_view language, const LocalizedText& text,
                         std::string_view id) {
  const std::string found = plain(text.in(language, rubric.fallback_language()));
  return found.empty() ? plain(id) : found;
}

}  // namespace ibtikar
