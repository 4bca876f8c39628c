// render_form_surveyjs(): see ibtikar/form.h. A definition for SurveyJS (survey-core). Names are
// those of form_names.h, values those of a proposal: so a result needs no mapping.
#include <algorithm>

#include <fmt/format.h>

#include "codec/form_names.h"
#include "codec/json/writer.h"
#include "ibtikar/form.h"
#include "report/view/form.h"
#include "report/view/form_conditions.h"

namespace ibtikar {
namespace {

constexpr auto kSurvey = FormDialect::surveyjs;

class SurveyDefinition {
 public:
  SurveyDefinition(const Form& form, const std::string& language) : form_(form), rubric_(*form.rubric) {
    languages_ = rubric_.parts().languages;
    if (languages_.empty()) languages_.emplace_back(rubric_.fallback_language());
    locale_ = std::string(primary_language(language.empty() ? languages_.front() : language));
    for (const std::string& tag : languages_) texts_.emplace_back(rubric_, tag);
  }

  std::string json() && {
    json_.object([&] {
      localized("title", of(rubric_.parts().title, rubric_.id()));
      localized("description", word(form_.is_letter ? &FormWords::letter_opening : &FormWords::how_to_fill));
      json_.text("locale", locale_);
      json_.text("clearInvisibleValues", "onComplete");
      json_.member("pages");
      json_.begin_array();
      write_proposal();
      write_questions();
      json_.end_array();
      write_variables();
    });
    return std::move(json_).take() + "\n";
  }

 private:
  using Texts = std::vector<std::string>;

  [[nodiscard]] Texts of(const LocalizedText& text, std::string_view id) const {
    return in_each(texts_, text, id);
  }
  [[nodiscard]] Texts word(std::string_view FormWords::*text) const { return in_each(texts_, text); }

  /// {"default": "...", "ar": "..."}: the first language is the default.
  void localized(std::string_view name, const Texts& texts) {
    if (texts.empty() || std::ranges::all_of(texts, [](const std::string& one) { return one.empty(); }))
      return;
    json_.object(name, [&] {
      json_.text("default", texts.front());
      for (std::size_t i = 0; i < texts.size(); ++i) json_.text(primary_language(languages_[i]), texts[i]);
    });
  }

  void write_proposal() {
    const Proposal& known = form_.proposal;
    json_.object([&] {
      json_.text("name", "proposal");
      json_.member("elements");
      json_.begin_array();
      const auto field = [&](const char* name, std::string_view FormWords::*label, const std::string& value,
                             const char* kind) {
        json_.object([&] {
          json_.text("type", "text");
          json_.text("name", name);
          localized("title", word(label));
          if (*kind != '\0') json_.text("inputType", kind);
          if (!value.empty()) json_.text("defaultValue", value);
        });
      };
      field("id", &FormWords::id, known.id, "");
      field("title", &FormWords::title, known.title, "");
      field("organization", &FormWords::organization, known.organization, "");
      if (!form_.is_letter) {
        field("assessor", &FormWords::assessor, {}, "");
        field("date", &FormWords::date, {}, "date");
      }
      json_.end_array();
    });
  }

  void write_questions() {
    const Criterion* page = nullptr;
    for (const FormQuestion& asked : form_.questions) {
      const Criterion& criterion = rubric_.criterion_of(asked.number);
      const bool is_new = form_.is_letter ? page == nullptr : &criterion != page;
      if (is_new) {
        if (page != nullptr) end_page();
        begin_page(criterion);
        page = &criterion;
      }
      write_question(asked);
    }
    if (page != nullptr) end_page();
  }

  void begin_page(const Criterion& criterion) {
    json_.begin_object();
    json_.text("name", form_.is_letter ? "page_open" : "page_" + form_name(criterion.id));
    if (form_.is_letter) {
      localized("title", word(&FormWords::letter_title));
    } else {
      localized("title", of(criterion.title, criterion.id));
      localized("description", of(criterion.why, ""));
    }
    json_.member("elements");
    json_.begin_array();
  }
  void end_page() {
    json_.end_array();
    json_.end_object();
  }

  void write_question(const FormQuestion& asked) {
    const Question& question = rubric_.question(asked.number);
    const std::string& id = rubric_.full_id(asked.number);
    const std::string name = form_name(id);
    const std::string condition = asked_expression(rubric_, asked.number, kSurvey);
    json_.object([&] {
      json_.text("type", type_of(question));
      json_.text("name", name);
      localized("title", of(question.ask, id));
      localized("description", help_of(question));
      if (!condition.empty()) json_.text("visibleIf", condition);
      write_choices(question);
      if (question.type == QuestionType::number) write_bounds(question, name);
      if (form_.is_letter) write_value(asked.given);
    });
    if (rubric_.is_scored(asked.number) && !rubric_.parts().evidence.levels.empty())
      write_evidence(asked.number);
    json_.object([&] {
      json_.text("type", "comment");
      json_.text("name", name + "__note");
      localized("title", word(&FormWords::room));
      json_.member("rows");
      json_.number(2);
      if (!condition.empty()) json_.text("visibleIf", condition);
    });
  }

  static std::string_view type_of(const Question& question) {
    switch (question.type) {
      case QuestionType::choices:
        return "checkbox";
      case QuestionType::number:
        return "text";
      case QuestionType::text:
        return "comment";
      default:
        return "radiogroup";
    }
  }

  [[nodiscard]] Texts help_of(const Question& question) const {
    Texts all;
    for (const RubricText& in : texts_) {
      std::string text = in.text(question.help);
      if (question.type == QuestionType::number) text += (text.empty() ? "" : " ") + entry_text(question, in);
      if (!question.evidence_hint.empty())
        text +=
            (text.empty() ? "" : " ") +
            Words(in.language()).fill(form_words(in.language()).hint, {in.text(question.evidence_hint)}).text;
      all.push_back(std::move(text));
    }
    return all;
  }

  /// As a proposal states it: the value of a level is a number.
  void write_choice(const Question& question, std::size_t index) {
    Texts titles;
    std::string code;
    for (const RubricText& in : texts_) {
      const FormChoice choice = form_choices(question, in)[index];
      code = choice.code;
      titles.push_back(choice.title.empty() ? choice.code : choice.title);
    }
    json_.object([&] {
      json_.member("value");
      if (index < question.levels.size())
        json_.number(question.levels[index].value);
      else
        json_.string(code == "|" ? kNoneOfForm : std::string_view(code));
      localized("text", titles);
    });
  }

  void write_choices(const Question& question) {
    const std::size_t count = form_choices(question, texts_.front()).size();
    if (count == 0 || question.type == QuestionType::number || question.type == QuestionType::text) return;
    json_.member("choices");
    json_.begin_array();
    for (std::size_t i = 0; i < count; ++i) write_choice(question, i);
    json_.end_array();
  }

  void write_bounds(const Question& question, const std::string& name) {
    // A field for numbers takes no "n/a".
    if (!question.not_applicable) {
      json_.text("inputType", "number");
      if (!question.whole) json_.text("step", "any");
      if (question.min) {
        json_.member("min");
        json_.number(*question.min);
      }
      if (question.max) {
        json_.member("max");
        json_.number(*question.max);
      }
      return;
    }
    std::string bounds;
    const std::string value = form_variable(name, kSurvey);
    if (question.min) bounds = fmt::format("{} >= {}", value, *question.min);
    if (question.max)
      bounds += fmt::format("{}{} <= {}", bounds.empty() ? "" : " and ", value, *question.max);
    if (bounds.empty()) return;
    json_.member("validators");
    json_.begin_array();
    json_.object([&] {
      json_.text("type", "expression");
      json_.text("expression", fmt::format("{0} empty or {0} = 'n/a' or ({1})", value, bounds));
    });
    json_.end_array();
  }

  void write_value(const Answer& answer) {
    if (answer.not_applicable) return json_.text("defaultValue", "n/a");
    if (std::holds_alternative<std::monostate>(answer.value)) return;
    json_.member("defaultValue");
    if (const bool* truth = std::get_if<bool>(&answer.value)) return json_.string(*truth ? "yes" : "no");
    if (const auto* ids = std::get_if<std::vector<std::string>>(&answer.value);
        ids != nullptr && ids->empty())
      return json_.answer(std::vector<std::string>{std::string(kNoneOfForm)});
    json_.answer(answer.value);
  }

  void write_evidence(std::size_t number) {
    json_.object([&] {
      json_.text("type", "dropdown");
      json_.text("name", form_name(rubric_.full_id(number)) + "__evidence");
      localized("title", word(&FormWords::shown_by));
      json_.text("visibleIf", answered_expression(rubric_, number, kSurvey));
      json_.member("choices");
      json_.begin_array();
      for (const EvidenceLevel& level : rubric_.parts().evidence.levels)
        json_.object([&] {
          json_.text("value", level.id);
          localized("text", of(level.title, level.id));
        });
      json_.end_array();
    });
  }

  /// Whether conditional questions are shown, and which rubric it is: both come back in the result
  /// or are computed in it.
  void write_variables() {
    json_.member("calculatedValues");
    json_.begin_array();
    json_.object([&] {
      json_.text("name", "rubric");
      json_.text("expression", fmt::format("'{} {}'", rubric_.id(), rubric_.version()));
      json_.member("includeIntoResult");
      json_.boolean(true);
    });
    for (std::size_t q = 0; q < rubric_.question_count(); ++q) {
      const std::string expression = shown_expression(rubric_, q, kSurvey);
      if (expression.empty()) continue;
      json_.object([&] {
        json_.text("name", shown_variable(rubric_, q));
        json_.text("expression", expression);
      });
    }
    json_.end_array();
  }

  const Form& form_;
  const Rubric& rubric_;
  std::string locale_;
  std::vector<std::string> languages_;
  std::vector<RubricText> texts_;
  JsonWriter json_{JsonStyle::indented};
};

}  // namespace

std::string render_form_surveyjs(const Form& form, const std::string& language) {
  return SurveyDefinition(form, language).json();
}

}  // namespace ibtikar
