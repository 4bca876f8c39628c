// See portfolio_words.h.
#include "words/portfolio_words.h"

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
    .insufficient = "Not enough information",
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
    .proposals = "Proposals",
    .count = "Number",
    .share = "Share",
    .spread = "How the scores are spread",
    .map = "Where each program stands",
    .upward = "Upward",
    .across = "Across",
    .size = "Size",
    .no_map = "without a score in one of these",
    .program = "Program",
    .filter = "Name or id contains",
    .every_verdict = "Every verdict",
    .shown = "Shown",
    .left_out = "More",
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
    .insufficient = "المعلومات غير كافية",
    .scores = "الدرجات",
    .overall = "الإجمالي",
    .completeness = "الاكتمال",
    .mean = "المتوسط",
    .deviation = "الانحراف المعياري",
    .middle = "الوسيط",
    .quarters = "النصف الأوسط",
    .gates = "السقوف المطبَّقة",
    .most_open = "الأكثر تركًا بلا جواب",
    .most_lost = "أين تُفقد أكثر النقاط",
    .proposals = "المقترحات",
    .count = "العدد",
    .share = "النسبة",
    .spread = "توزّع الدرجات",
    .map = "موقع كل برنامج",
    .upward = "إلى الأعلى",
    .across = "أفقيًا",
    .size = "الحجم",
    .no_map = "بلا درجة في أحدها",
    .program = "البرنامج",
    .filter = "الاسم أو المعرّف يحتوي على",
    .every_verdict = "كل الأحكام",
    .shown = "المعروض",
    .left_out = "سواها",
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
