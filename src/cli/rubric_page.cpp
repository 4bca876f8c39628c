// See rubric_page.h.
#include "cli/rubric_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/utf8.h"
#include "cli/text_page.h"

namespace ibtikar::cli {
namespace {

/// The few words around a rubric's own texts.
struct PageWords {
  const char* questions;
  const char* contributes;
  const char* gates;
  const char* bands;
  const char* evidence;
  const char* yes;
  const char* no;
  const char* from;
  const char* cap;
  const char* may_not_apply;
  const char* conditional;
};

constexpr PageWords kEnglish = {"Questions",
                                "contributes to",
                                "Gates",
                                "Bands",
                                "Evidence levels",
                                "yes",
                                "no",
                                "from",
                                "caps",
                                "may not apply",
                                "asked only after certain answers"};
constexpr PageWords kArabic = {
    "الأسئلة", "يسهم في",     "القيود الحاسمة",           "النطاقات", "مستويات الأدلة", "نعم", "لا", "من",
    "يحدّ",     "قد لا ينطبق", "يُسأل بعد إجابات معيّنة فقط"};

class RubricPage {
 public:
  RubricPage(const Rubric& rubric, const std::string& language, std::size_t columns)
      : rubric_(rubric),
        language_(language.empty() ? std::string(rubric.fallback_language()) : language),
        mirrored_(is_right_to_left(language_)),
        words_(primary_language(language_) == "ar" ? kArabic : kEnglish),
        page_(std::clamp<std::size_t>(columns, 20, 120), mirrored_) {}

  std::string text() {
    write_head();
    for (const Section& section : rubric_.sections()) write_section(section);
    write_gates();
    write_bands();
    write_evidence();
    return page_.text();
  }

 private:
  [[nodiscard]] std::string say(const LocalizedText& text) const {
    return foreign(text.in(language_, rubric_.fallback_language()), mirrored_);
  }

  void write_head() {
    page_.paragraph(say(rubric_.parts().title));
    page_.paragraph(fmt::format("{} {} · {}: {}", rubric_.id(), foreign(rubric_.version(), mirrored_),
                                words_.questions, rubric_.question_count()));
    page_.paragraph(say(rubric_.parts().description));
    page_.blank_line();
    for (const Dimension& dimension : rubric_.dimensions())
      page_.item(dimension.id, id_column(rubric_.dimensions()),
                 say(dimension.title) + ": " + say(dimension.asks));
  }

  template <class Parts>
  static std::size_t id_column(const Parts& parts) {
    std::size_t widest = 0;
    for (const auto& part : parts) widest = std::max(widest, display_width(part.id));
    return widest + 2;
  }

  void write_section(const Section& section) {
    page_.blank_line();
    page_.paragraph("== " + say(section.title) + " ==");
    for (const Criterion& criterion : section.criteria) write_criterion(criterion);
  }

  void write_criterion(const Criterion& criterion) {
    page_.blank_line();
    std::string sources;
    for (const Citation& citation : criterion.sources)
      sources += (sources.empty() ? "" : ", ") + plain(citation.at);
    page_.paragraph(say(criterion.title) + (sources.empty() ? "" : " (" + sources + ")"));
    std::string contributions;
    for (const Contribution& part : criterion.contributes)
      contributions +=
          fmt::format("{}{} {}", contributions.empty() ? "" : ", ", part.dimension, shortest(part.weight));
    if (!contributions.empty()) page_.paragraph(fmt::format("{}: {}", words_.contributes, contributions));
    page_.paragraph(say(criterion.why));
    for (const Question& question : criterion.questions) write_question(criterion, question);
  }

  void write_question(const Criterion& criterion, const Question& question) {
    constexpr std::size_t kMarkColumn = 5;
    page_.blank_line();
    page_.paragraph(fmt::format("{}.{}", criterion.id, question.id));
    page_.paragraph(say(question.ask));
    for (const Level& level : question.levels)
      page_.item("  " + shortest(level.value), kMarkColumn, say(level.title));
    for (const Option& option : question.options)
      page_.item(
          "  -", kMarkColumn,
          option.id + ": " + say(option.title) + (option.score ? " = " + shortest(*option.score) : ""));
    if (question.type == QuestionType::yes_no)
      page_.item("  -", kMarkColumn,
                 fmt::format("{} = {}, {} = {}", words_.yes, question.good ? 1 : 0, words_.no,
                             question.good ? 0 : 1));
    if (question.type == QuestionType::number) page_.item("  -", kMarkColumn, number_line(question));
    if (question.not_applicable) page_.item("  -", kMarkColumn, words_.may_not_apply);
    if (question.when) page_.item("  -", kMarkColumn, words_.conditional);
  }

  [[nodiscard]] std::string number_line(const Question& question) const {
    std::string line = (question.min ? shortest(*question.min) : "…") + " – " +
                       (question.max ? shortest(*question.max) : "…");
    line += " " + say(question.unit);
    for (const Point& point : question.points)
      line += fmt::format(", {} = {}", shortest(point.x), shortest(point.utility));
    return line;
  }

  void write_gates() {
    if (rubric_.parts().gates.empty()) return;
    page_.blank_line();
    page_.paragraph(fmt::format("== {} ==", words_.gates));
    for (const Gate& gate : rubric_.parts().gates) {
      page_.blank_line();
      std::string caps;
      for (const Cap& cap : gate.caps)
        caps += fmt::format("{}{} {}", caps.empty() ? "" : ", ", cap.target, shortest(cap.limit));
      page_.paragraph(fmt::format("{} · {}: {}", gate.id, words_.cap, caps));
      page_.paragraph(say(gate.message));
    }
  }

  void write_bands() {
    page_.blank_line();
    page_.paragraph(fmt::format("== {} ==", words_.bands));
    for (const Band& band : rubric_.parts().bands)
      page_.item(fmt::format("{} {}", words_.from, shortest(band.from)), 8,
                 say(band.title) + (band.meaning.empty() ? "" : ": " + say(band.meaning)));
  }

  void write_evidence() {
    const Evidence& evidence = rubric_.parts().evidence;
    if (evidence.levels.empty()) return;
    page_.blank_line();
    page_.paragraph(fmt::format("== {} ==", words_.evidence));
    for (const EvidenceLevel& level : evidence.levels)
      page_.item(level.id, id_column(evidence.levels),
                 fmt::format("{} (±{}, ≤{}): {}", say(level.title), shortest(level.margin),
                             shortest(level.ceiling), say(level.help)));
  }

  const Rubric& rubric_;  // outlives the page
  std::string language_;
  bool mirrored_;
  PageWords words_;
  TextPage page_;
};

}  // namespace

std::string rubric_page(const Rubric& rubric, const std::string& language, std::size_t columns) {
  return RubricPage(rubric, language, columns).text();
}

}  // namespace ibtikar::cli
