// See garden_rubric.h.
#include "support/garden_rubric.h"

#include <cstdio>
#include <cstdlib>

#include "ibtikar/codec.h"

namespace ibtikar::test {

const std::string_view kGardenRubric = R"json({
  "format": "ibtikar-rubric/1",
  "id": "garden", "version": "1.0.0",
  "title": {"en": "Community garden", "ar": "حديقة مجتمعية"},
  "languages": ["en", "ar"],
  "bands": [
    {"id": "rethink", "from": 0, "title": {"en": "Rethink", "ar": "إعادة نظر"}},
    {"id": "ready", "from": 70, "title": {"en": "Ready", "ar": "جاهز"}}
  ],
  "evidence": {"default": "claimed", "levels": [
    {"id": "claimed", "margin": 0.2, "ceiling": 0.8, "title": {"en": "Claimed", "ar": "قول"}},
    {"id": "documented", "margin": 0.1, "title": {"en": "Documented", "ar": "موثق"}},
    {"id": "measured", "margin": 0, "title": {"en": "Measured", "ar": "مقيس"}}
  ]},
  "scales": {"extent": {"levels": [
    {"value": 1, "title": {"en": "Not at all", "ar": "لا يوجد"}},
    {"value": 2, "title": {"en": "In part", "ar": "جزئيًا"}},
    {"value": 3, "title": {"en": "Fully", "ar": "كليًا"}}
  ]}},
  "dimensions": [{"id": "lasting", "title": {"en": "Lasting", "ar": "الاستدامة"}}],
  "sections": [
    {"id": "ground", "title": {"en": "Ground", "ar": "الأساس"}, "criteria": [
      {"id": "goal", "title": {"en": "Goal", "ar": "الهدف"}, "contributes": {"lasting": 1}, "questions": [
        {"id": "exists", "type": "yes_no", "ask": {"en": "Is there a goal?", "ar": "هل هناك هدف؟"},
         "help": {"en": "A goal says what will be different.", "ar": "الهدف يقول ما الذي سيتغير."}},
        {"id": "written", "type": "scale", "scale": "extent", "when": {"question": "goal.exists", "is": true},
         "ask": {"en": "Is the goal written down?", "ar": "هل الهدف مكتوب؟"},
         "evidence_hint": {"en": "The board's minutes.", "ar": "محضر مجلس الإدارة."}}
      ]},
      {"id": "people", "title": {"en": "People", "ar": "الناس"}, "contributes": {"lasting": 1}, "questions": [
        {"id": "who", "type": "choice", "ask": {"en": "Who digs?", "ar": "من يحفر؟"}, "options": [
          {"id": "neighbours", "score": 1, "title": {"en": "Neighbours", "ar": "الجيران"}},
          {"id": "school", "score": 0.5, "title": {"en": "A school", "ar": "مدرسة"}},
          {"id": "nobody", "score": 0, "title": {"en": "Nobody yet", "ar": "لا أحد بعد"}}
        ]},
        {"id": "tools", "type": "choices", "ask": {"en": "Which tools are there?", "ar": "ما الأدوات المتوفرة؟"},
         "options": [
          {"id": "spade", "score": 0.5, "title": {"en": "Spades", "ar": "مجارف"}},
          {"id": "hose", "score": 0.3, "title": {"en": "A hose", "ar": "خرطوم"}},
          {"id": "cart", "score": 0.2, "title": {"en": "A cart", "ar": "عربة"}}
        ]}
      ]}
    ]},
    {"id": "running", "title": {"en": "Running", "ar": "التشغيل"}, "criteria": [
      {"id": "run", "title": {"en": "Running it", "ar": "التشغيل اليومي"}, "contributes": {"lasting": 1}, "questions": [
        {"id": "hours", "type": "number", "unit": {"en": "hours", "ar": "ساعة"}, "min": 0, "max": 40,
         "points": [[0, 0], [20, 1]],
         "ask": {"en": "How many hours a week?", "ar": "كم ساعة في الأسبوع؟"}},
        {"id": "waste", "type": "scale", "scale": "extent", "not_applicable": true,
         "ask": {"en": "Is waste composted?", "ar": "هل تُحوَّل النفايات إلى سماد؟"}},
        {"id": "fence", "type": "yes_no", "not_applicable": true,
         "ask": {"en": "Is there a fence?", "ar": "هل هناك سياج؟"}},
        {"id": "story", "type": "text", "ask": {"en": "What is its story?", "ar": "ما قصتها؟"}}
      ]}
    ]}
  ]
}
)json";

namespace {

Rubric decoded(std::string text) {
  Diagnostics warnings;
  const RubricLookup no_bases = [](std::string_view, std::string_view) -> Result<NamedText> {
    return fail(error_at("", "no-base", Message::verbatim("there is no other rubric")));
  };
  Checked<Rubric> rubric = decode_rubric({"garden.json", std::move(text)}, no_bases, warnings);
  if (!rubric) {
    std::fputs(format(rubric.error()).c_str(), stderr);
    std::abort();
  }
  return *std::move(rubric);
}

}  // namespace

Rubric garden_rubric() { return decoded(std::string(kGardenRubric)); }

Rubric garden_rubric_without_evidence() {
  std::string text(kGardenRubric);
  const std::size_t begin = text.find("  \"evidence\": {");
  const std::size_t end = text.find("  \"scales\"");
  return decoded(text.erase(begin, end - begin));
}

Rubric garden_rubric_with_rules() {
  std::string text(kGardenRubric);
  const std::string_view first = "\"id\": \"exists\", ";
  text.insert(text.find(first) + first.size(), R"(
         "example": {"en": "Ten families eat from it.", "ar": "تأكل منه عشر أسر."},
         "rules": [{"en": "A wish is no goal.", "ar": "الأمنية ليست هدفًا."},
                   {"en": "A goal on a poster counts.", "ar": "الهدف المكتوب على ملصق يُعتد به."}],
         )");
  return decoded(text);
}

}  // namespace ibtikar::test
