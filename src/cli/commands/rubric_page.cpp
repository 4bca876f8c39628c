// See rubric_page.h.
#include "cli/commands/rubric_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/utf8.h"
#include "cli/commands/language_text.h"
#include "report/text/page.h"
#include "words/condition_text.h"
#include "words/in_languages.h"
#include "words/rubric_text.h"

namespace ibtikar::cli {
namespace {

/// The few words around a rubric's own texts.
template <class Text>
struct PageTexts {
  Text questions = phrase("Questions");
  Text contributes = phrase("contributes to");
  Text gates = phrase("Gates");
  Text bands = phrase("Bands");
  Text evidence = phrase("Evidence levels");
  Text yes = phrase("yes");
  Text no = phrase("no");
  Text from = phrase_in("page of a rubric", "from");
  Text cap = phrase_in("page of a rubric", "caps");
  Text verdict = phrase("verdict at most");
  Text may_not_apply = phrase("may not apply");
  Text asked_if = phrase("asked only if");
  Text applies_if = phrase("applies if");
  Text example = phrase("Example");
  Text rules = phrase("In doubt");
  Text evidence_hint = phrase("What would show it");
};

const PageTexts<std::string_view>& page_words(std::string_view language) {
  static const InLanguages<PageTexts> kAll;
  return kAll.of(language);
}

class RubricPage {
 public:
  RubricPage(const Rubric& rubric, const std::string& language, std::size_t columns)
      : rubric_(rubric),
        text_(rubric, language),
        words_(page_words(text_.language())),
        more_(text_.language()),
        page_({.columns = std::clamp<std::size_t>(columns, 40, 120),
               .mirrored = is_right_to_left(text_.language())}) {}

  std::string text() {
    write_head();
    for (const Section& section : rubric_.sections()) write_section(section);
    write_gates();
    write_bands();
    write_evidence();
    return page_.text();
  }

 private:
  [[nodiscard]] std::string say(const LocalizedText& text) const { return text_.text(text); }

  /// A label in a column of its own, and a text beside it over as many lines as it needs.
  void item(std::string_view label, std::size_t label_columns, std::string_view text) {
    const std::size_t width = std::min(label_columns, page_.columns() / 2);
    page_.row({{.text = std::string(label), .width = width},
               {.text = std::string(text), .width = page_.columns() - width, .max_lines = kManyLines}});
  }

  /// "TITLE: TEXT", or the title alone.
  [[nodiscard]] std::string titled(const LocalizedText& title, const LocalizedText& text) const {
    return say(title) + (text.empty() ? "" : ": " + say(text));
  }

  void write_head() {
    page_.paragraph(0, say(rubric_.parts().title));
    page_.paragraph(0, fmt::format("{} {} · {}: {}", rubric_.id(), plain(rubric_.version()), words_.questions,
                                   rubric_.question_count()));
    page_.paragraph(0, say(rubric_.parts().description));
    page_.paragraph(0, dotted({more_.better(rubric_.parts().overall_better),
                               more_.scale(rubric_.parts().overall_scale)}));
    page_.blank();
    for (const Dimension& dimension : rubric_.dimensions()) {
      item(dimension.id, id_column(rubric_.dimensions()), titled(dimension.title, dimension.asks));
      if (const std::string more = dotted({more_.combination(dimension.combination),
                                           more_.better(dimension.better), more_.scale(dimension.scale)});
          !more.empty())
        item("", id_column(rubric_.dimensions()), more);
    }
  }

  template <class Parts>
  static std::size_t id_column(const Parts& parts) {
    std::size_t widest = 0;
    for (const auto& part : parts) widest = std::max(widest, display_width(part.id));
    return widest + 2;
  }

  void write_section(const Section& section) {
    page_.heading(say(section.title));
    if (section.when)
      page_.paragraph(0, fmt::format("{}: {}", words_.asked_if,
                                     condition_text(*section.when, rubric_, text_.language())));
    for (const Criterion& criterion : section.criteria) write_criterion(criterion);
  }

  void write_criterion(const Criterion& criterion) {
    page_.blank();
    std::string sources;
    for (const Citation& citation : criterion.sources)
      sources += (sources.empty() ? "" : ", ") + plain(citation.at);
    page_.paragraph(0, say(criterion.title) + (sources.empty() ? "" : " (" + sources + ")"));
    std::string contributions;
    for (const Contribution& part : criterion.contributes)
      contributions +=
          fmt::format("{}{} {}", contributions.empty() ? "" : ", ", part.dimension, shortest(part.weight));
    if (!contributions.empty()) page_.paragraph(0, fmt::format("{}: {}", words_.contributes, contributions));
    page_.paragraph(0, dotted({more_.combination(criterion.combination), more_.scale(criterion.scale)}));
    for (const QuestionGroup& group : criterion.groups)
      item("  " + group.id, id_column(criterion.groups) + 2,
           dotted({say(group.title), more_.combination(group.combination),
                   group.weight == 1 ? std::string() : "× " + shortest(group.weight)}));
    page_.paragraph(0, say(criterion.why));
    if (criterion.when)
      page_.paragraph(0, fmt::format("{}: {}", words_.asked_if,
                                     condition_text(*criterion.when, rubric_, text_.language())));
    for (const Question& question : criterion.questions) write_question(criterion, question);
  }

  void write_question(const Criterion& criterion, const Question& question) {
    constexpr std::size_t kMarkColumn = 5;
    page_.blank();
    page_.paragraph(0, fmt::format("{}.{}", criterion.id, question.id));
    page_.paragraph(0, say(question.ask));
    for (const Level& level : question.levels)
      item("  " + shortest(level.value), kMarkColumn, say(level.title));
    for (const Option& option : question.options)
      item("  -", kMarkColumn,
           option.id + ": " + say(option.title) + (option.score ? " = " + shortest(*option.score) : ""));
    if (question.type == QuestionType::yes_no)
      item("  -", kMarkColumn,
           fmt::format("{} = {}, {} = {}", words_.yes, question.good ? 1 : 0, words_.no,
                       question.good ? 0 : 1));
    if (question.type == QuestionType::number) item("  -", kMarkColumn, number_line(question));
    if (question.not_applicable) item("  -", kMarkColumn, words_.may_not_apply);
    if (question.when)
      item("  -", kMarkColumn,
           fmt::format("{}: {}", words_.asked_if, condition_text(*question.when, rubric_, text_.language())));
    if (!question.group.empty())
      item("  -", kMarkColumn, fmt::format("{}: {}", more_.group(), question.group));
    if (const std::string needs = more_.needs(question.needs); !needs.empty())
      item("  -", kMarkColumn, needs);
    write_help(question);
  }

  void write_help(const Question& question) {
    page_.paragraph(0, say(question.help));
    if (!question.evidence_hint.empty())
      page_.paragraph(0, fmt::format("{}: {}", words_.evidence_hint, say(question.evidence_hint)));
    if (!question.example.empty())
      page_.paragraph(0, fmt::format("{}: {}", words_.example, say(question.example)));
    if (question.rules.empty()) return;
    page_.paragraph(0, fmt::format("{}:", words_.rules));
    for (const LocalizedText& rule : question.rules) item("  -", 5, say(rule));
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
    page_.heading(words_.gates);
    for (const Gate& gate : rubric_.parts().gates) {
      page_.blank();
      std::string caps;
      for (const Cap& cap : gate.caps)
        caps += fmt::format("{}{} {}", caps.empty() ? "" : ", ", cap.target, shortest(cap.limit));
      std::string line = gate.id;
      if (!caps.empty()) line += fmt::format(" · {}: {}", words_.cap, caps);
      if (!gate.adjustments.empty()) line += " · " + more_.adjustments(gate);
      if (!gate.verdict.empty()) line += fmt::format(" · {}: {}", words_.verdict, gate.verdict);
      page_.paragraph(0, line);
      page_.paragraph(
          0, fmt::format("{}: {}", words_.applies_if, condition_text(gate.when, rubric_, text_.language())));
      page_.paragraph(0, say(gate.message));
    }
  }

  void write_bands() {
    page_.heading(words_.bands);
    for (const Band& band : rubric_.parts().bands) {
      item(fmt::format("{} {}", words_.from, shortest(band.from)), 9, titled(band.title, band.meaning));
      if (!band.when) continue;
      item("", 9,
           fmt::format("{}: {}", words_.applies_if, condition_text(*band.when, rubric_, text_.language())));
      if (!band.message.empty()) item("", 9, say(band.message));
    }
  }

  void write_evidence() {
    const Evidence& evidence = rubric_.parts().evidence;
    if (evidence.levels.empty()) return;
    page_.heading(words_.evidence);
    for (const EvidenceLevel& level : evidence.levels)
      item(level.id, id_column(evidence.levels),
           fmt::format("±{}, ≤{} · {}", shortest(level.margin), shortest(level.ceiling),
                       titled(level.title, level.help)));
  }

  const Rubric& rubric_;  // outlives the page
  RubricText text_;
  const PageTexts<std::string_view>& words_;
  LanguageText more_;
  Page page_;
};

}  // namespace

std::string rubric_page(const Rubric& rubric, const std::string& language, std::size_t columns) {
  return RubricPage(rubric, language, columns).text();
}

}  // namespace ibtikar::cli
