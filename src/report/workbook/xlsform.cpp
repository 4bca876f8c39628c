// See xlsform.h. https://xlsform.org says what the columns mean. Names are those of form_names.h,
// names of choices are the codes of a table of proposals: so the export needs no mapping.
#include "report/workbook/xlsform.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/decimal.h"
#include "codec/form_names.h"
#include "report/view/form.h"
#include "report/view/form_conditions.h"
#include "report/view/value_text.h"

namespace ibtikar {
namespace {

constexpr auto kDialect = FormDialect::xpath;

/// "English (en)": what tools show to choose a language by.
std::string language_column(std::string_view tag) {
  const std::string_view primary = primary_language(tag);
  if (primary == "en") return fmt::format("English ({})", tag);
  if (primary == "ar") return fmt::format("العربية ({})", tag);
  if (primary == "fr") return fmt::format("Français ({})", tag);
  return fmt::format("{0} ({0})", tag);
}

/// A text in each language of the form.
using Texts = std::vector<std::string>;

class XlsForm {
 public:
  XlsForm(Workbook& book, const Form& form, const std::string& language)
      : form_(form),
        rubric_(*form.rubric),
        survey_(book.add("survey")),
        choices_(book.add("choices")),
        settings_(book.add("settings")) {
    languages_ = rubric_.parts().languages;
    if (languages_.empty()) languages_.emplace_back(rubric_.fallback_language());
    const auto first = std::ranges::find_if(languages_, [&](const std::string& tag) {
      return primary_language(tag) == primary_language(language);
    });
    if (first != languages_.end()) std::rotate(languages_.begin(), first, first + 1);
    for (const std::string& tag : languages_) texts_.emplace_back(rubric_, tag);
  }

  void write() {
    write_heads();
    write_proposal();
    std::string group;
    for (const FormQuestion& asked : form_.questions) {
      const Criterion& criterion = rubric_.criterion_of(asked.number);
      // A letter goes by worth: each question there has a page of its own.
      if (const std::string wanted = form_.is_letter ? rubric_.full_id(asked.number) : criterion.id;
          wanted != group) {
        if (!group.empty()) end_group();
        group = wanted;
        begin_group("group_" + form_name(wanted), of(criterion.title, criterion.id), of(criterion.why, ""));
      }
      write_question(asked);
    }
    if (!group.empty()) end_group();
    write_settings();
  }

 private:
  /// The columns of the survey behind label and hint in each language.
  enum Column : std::uint16_t { relevant, calculation, constraint, appearance, required, initial, count };

  [[nodiscard]] std::uint16_t place(Column column) const {
    return static_cast<std::uint16_t>(2 + 2 * languages_.size() + column);
  }
  [[nodiscard]] Texts of(const LocalizedText& text, std::string_view id) const {
    return in_each(texts_, text, id);
  }
  /// A word of ours in each language.
  [[nodiscard]] Texts word(std::string_view FormWords::*text) const { return in_each(texts_, text); }

  void write_heads() {
    std::uint16_t column = 0;
    const auto add = [&](Sheet& sheet, const std::string& name) {
      sheet.text(0, column, name, Look::heading);
      sheet.width(column++, 24);
    };
    add(survey_, "type");
    add(survey_, "name");
    for (const char* what : {"label", "hint"})
      for (const std::string& tag : languages_)
        add(survey_, fmt::format("{}::{}", what, language_column(tag)));
    for (const char* name : {"relevant", "calculation", "constraint", "appearance", "required", "default"})
      add(survey_, name);
    survey_.freeze(1, 2);
    column = 0;
    add(choices_, "list_name");
    add(choices_, "name");
    for (const std::string& tag : languages_) add(choices_, "label::" + language_column(tag));
    choices_.freeze(1);
  }

  void row(const std::string& type, const std::string& name, const Texts& label = {},
           const Texts& hint = {}) {
    ++row_;
    survey_.text(row_, 0, type);
    survey_.text(row_, 1, name);
    for (std::size_t i = 0; i < label.size(); ++i)
      survey_.text(row_, static_cast<std::uint16_t>(2 + i), label[i]);
    for (std::size_t i = 0; i < hint.size(); ++i)
      survey_.text(row_, static_cast<std::uint16_t>(2 + languages_.size() + i), hint[i]);
  }
  void also(Column column, const std::string& text) { survey_.text(row_, place(column), text); }

  void begin_group(const std::string& name, const Texts& label, const Texts& hint) {
    row("begin_group", name, label);
    also(appearance, "field-list");
    if (std::ranges::any_of(hint, [](const std::string& text) { return !text.empty(); }))
      row("note", name + "_why", hint);
  }
  void end_group() { row("end_group", {}); }

  void write_proposal() {
    begin_group("proposal", word(form_.is_letter ? &FormWords::letter_title : &FormWords::form_title),
                word(form_.is_letter ? &FormWords::letter_opening : &FormWords::how_to_fill));
    const Proposal& known = form_.proposal;
    const auto field = [&](const char* type, const char* name, std::string_view FormWords::*label,
                           const std::string& value) {
      row(type, name, word(label));
      also(initial, value);
    };
    field("text", "id", &FormWords::id, known.id);
    field("text", "title", &FormWords::title, known.title);
    field("text", "organization", &FormWords::organization, known.organization);
    if (!form_.is_letter) {
      field("text", "assessor", &FormWords::assessor, {});
      field("date", "date", &FormWords::date, {});
    }
    row("calculate", "rubric");
    also(calculation, fmt::format("'{} {}'", rubric_.id(), rubric_.version()));
    end_group();
  }

  void write_question(const FormQuestion& asked) {
    const Question& question = rubric_.question(asked.number);
    const std::string& id = rubric_.full_id(asked.number);
    const std::string name = form_name(id);
    const std::string condition = asked_expression(rubric_, asked.number, kDialect);
    if (!condition.empty()) {
      row("calculate", shown_variable(rubric_, asked.number));
      also(calculation, shown_expression(rubric_, asked.number, kDialect));
    }
    row(type_of(question), name, of(question.ask, id), hint_of(question));
    also(relevant, condition);
    if (question.type == QuestionType::number) also(constraint, bounds_of(question));
    if (form_.is_letter) also(initial, value_of(asked.given));
    const std::string has_answer = answered_expression(rubric_, asked.number, kDialect);
    if (rubric_.is_scored(asked.number) && !rubric_.parts().evidence.levels.empty()) {
      row("select_one evidence", name + "__evidence", word(&FormWords::shown_by));
      also(relevant, has_answer);
      also(appearance, "minimal");
      write_evidence();
    }
    row("text", name + "__note", word(&FormWords::room));
    also(relevant, condition);
    also(appearance, "multiline");
  }

  std::string type_of(const Question& question) {
    switch (question.type) {
      case QuestionType::text:
        return "text";
      case QuestionType::number:
        // A field for numbers takes no "n/a".
        return question.not_applicable ? "text" : question.whole ? "integer" : "decimal";
      default:
        break;
    }
    const bool is_several = question.type == QuestionType::choices;
    return (is_several ? "select_multiple " : "select_one ") + list_of(question);
  }

  [[nodiscard]] Texts hint_of(const Question& question) const {
    Texts hint;
    for (const RubricText& in : texts_) {
      std::string text = in.text(question.help);
      const auto add = [&](const std::string& more) {
        if (!more.empty()) text += (text.empty() ? "" : " ") + more;
      };
      if (question.type == QuestionType::number) add(possible_answers_of(question, in));
      if (!question.evidence_hint.empty())
        add(Words(in.language())
                .fill(form_words(in.language()).hint, {in.text(question.evidence_hint)})
                .text);
      hint.push_back(std::move(text));
    }
    return hint;
  }

  [[nodiscard]] static std::string possible_answers_of(const Question& question, const RubricText& in) {
    std::string text = entry_text(question, in);
    for (const FormChoice& choice : form_choices(question, in)) text += " / " + choice_text(choice);
    return text;
  }

  static std::string bounds_of(const Question& question) {
    std::string bounds;
    if (question.min) bounds = ". >= " + shortest(*question.min);
    if (question.max) bounds += (bounds.empty() ? "" : " and ") + (". <= " + shortest(*question.max));
    if (question.not_applicable)
      return bounds.empty() ? ". = 'n/a' or number(.) = number(.)" : ". = 'n/a' or (" + bounds + ")";
    return bounds;
  }

  /// As tools state it: options with blanks between.
  static std::string value_of(const Answer& answer) {
    if (answer.not_applicable) return "n/a";
    if (const auto* ids = std::get_if<std::vector<std::string>>(&answer.value);
        ids != nullptr && ids->empty())
      return "|";
    return value_text(answer.value);
  }

  /// The list of what can be chosen: equal lists are one.
  std::string list_of(const Question& question) {
    std::vector<std::pair<std::string, Texts>> list;
    for (const RubricText& in : texts_) {
      const std::vector<FormChoice> choices = form_choices(question, in);
      list.resize(choices.size());
      for (std::size_t i = 0; i < choices.size(); ++i) {
        list[i].first = choices[i].code;
        list[i].second.push_back(choices[i].title.empty() ? choices[i].code : choices[i].title);
      }
    }
    const auto [known, is_new] = lists_.try_emplace(list, fmt::format("list_{}", lists_.size() + 1));
    if (is_new)
      for (const auto& [code, titles] : list) write_choice(known->second, code, titles);
    return known->second;
  }

  void write_evidence() {
    if (has_evidence_) return;
    has_evidence_ = true;
    for (const EvidenceLevel& level : rubric_.parts().evidence.levels)
      write_choice("evidence", level.id, of(level.title, level.id));
  }

  void write_choice(const std::string& list, const std::string& code, const Texts& titles) {
    ++choice_;
    choices_.text(choice_, 0, list);
    choices_.text(choice_, 1, code);
    for (std::size_t i = 0; i < titles.size(); ++i)
      choices_.text(choice_, static_cast<std::uint16_t>(2 + i), titles[i]);
  }

  void write_settings() {
    const std::string title = texts_.front().title(rubric_.parts().title, rubric_.id());
    const std::vector<std::pair<const char*, std::string>> settings = {
        {"form_title", title},
        {"form_id", "ibtikar_" + form_name(rubric_.id())},
        {"version", rubric_.version()},
        {"default_language", language_column(languages_.front())}};
    for (std::size_t i = 0; i < settings.size(); ++i) {
      settings_.text(0, static_cast<std::uint16_t>(i), settings[i].first, Look::heading);
      settings_.text(1, static_cast<std::uint16_t>(i), settings[i].second);
      settings_.width(static_cast<std::uint16_t>(i), 30);
    }
  }

  const Form& form_;
  const Rubric& rubric_;
  Sheet& survey_;
  Sheet& choices_;
  Sheet& settings_;
  std::vector<std::string> languages_;
  std::vector<RubricText> texts_;
  std::map<std::vector<std::pair<std::string, Texts>>, std::string> lists_;
  std::uint32_t row_ = 0;
  std::uint32_t choice_ = 0;
  bool has_evidence_ = false;
};

}  // namespace

void add_xlsform(Workbook& book, const Form& form, const std::string& language) {
  XlsForm(book, form, language).write();
}

}  // namespace ibtikar
