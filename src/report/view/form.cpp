// See form.h.
#include "report/view/form.h"

#include <algorithm>
#include <cmath>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/typed_text.h"
#include "report/view/letter.h"
#include "report/view/value_text.h"
#include "words/condition_text.h"

namespace ibtikar {
namespace {

constexpr std::string_view kCodeMark = " · ";

std::string code_of(bool truth) { return truth ? "yes" : "no"; }

/// The code of what an answer states.
std::string stated_code(const Answer& answer) {
  return answer.not_applicable ? std::string("n/a") : value_text(answer.value);
}

class FormViewMaker {
 public:
  FormViewMaker(const Form& form, const std::string& language, Target target)
      : form_(form),
        text_(*form.rubric, language),
        target_(target),
        words_(letter_words(text_.language(), target)),
        labels_(form_words(text_.language())) {}

  FormView view() {
    FormView out{words_, &labels_, text_.language(), std::string(labels_.form_title), {}, {}, {}, {}, {}, {}};
    const RubricDraft& rubric = form_.rubric->parts();
    out.rubric = safe(fmt_rubric(rubric));
    if (form_.is_letter) out.title = labels_.letter_title;
    add_fields(out);
    if (form_.questions.empty())
      out.texts.push_back(words_.fill(labels_.nothing_to_ask, {}));
    else
      out.texts.push_back(words_.fill(form_.is_letter ? labels_.letter_opening : labels_.how_to_fill, {}));
    if (form_.is_letter) {
      add_reasons(out);
      if (!form_.questions.empty()) out.closing = labels_.letter_closing;
    } else {
      add_criteria(out);
    }
    if (form_.questions.empty()) return out;
    for (const EvidenceLevel& level : rubric.evidence.levels)
      out.evidence.push_back({safe(text_.title(level.title, level.id)), safe(text_.text(level.help))});
    return out;
  }

 private:
  [[nodiscard]] std::string safe(std::string_view text) const {
    return target_ == Target::html ? plain(text) : safe_for(target_, text);
  }
  [[nodiscard]] Sentence foreign(const std::string& text) const { return foreign_sentence(words_, text); }
  [[nodiscard]] std::string fmt_rubric(const RubricDraft& rubric) const {
    return text_.title(rubric.title, rubric.id) + " " + rubric.version;
  }

  void add_fields(FormView& out) const {
    const Proposal& known = form_.proposal;
    for (const auto& [label, value] : {std::pair{labels_.title, &known.title},
                                       {labels_.organization, &known.organization},
                                       {labels_.assessor, form_.is_letter ? nullptr : &known.assessor},
                                       {labels_.date, form_.is_letter ? nullptr : &known.date},
                                       {labels_.id, &known.id}})
      if (value != nullptr && (!form_.is_letter || !value->empty()))
        out.fields.push_back({std::string(label), foreign(safe(*value))});
  }

  /// All questions, under their sections and criteria.
  void add_criteria(FormView& out) {
    std::string section;
    const Criterion* criterion = nullptr;
    for (const FormQuestion& question : form_.questions) {
      const Criterion& own = form_.rubric->criterion_of(question.number);
      if (&own != criterion) {
        criterion = &own;
        const Section& in = form_.rubric->section_of(question.number);
        FormGroupView& group = out.groups.emplace_back();
        if (in.id != section) group.section = safe(text_.title(in.title, in.id));
        section = in.id;
        group.title = safe(text_.title(own.title, own.id));
        group.why = safe(text_.text(own.why));
        // A section of one criterion has its title.
        if (group.section == group.title) group.section.clear();
      }
      out.groups.back().questions.push_back(question_view(question));
    }
  }

  /// What is open, then what is to be shown: each by worth, as it comes.
  void add_reasons(FormView& out) {
    for (const auto& [why, title] : {std::pair{OpenQuestion::Why::open, labels_.open_part},
                                     {OpenQuestion::Why::weak, labels_.weak_part}}) {
      FormGroupView group;
      group.title = title;
      for (const FormQuestion& question : form_.questions)
        if (question.asked.why == why) group.questions.push_back(question_view(question));
      if (!group.questions.empty()) out.groups.push_back(std::move(group));
    }
  }

  FormQuestionView question_view(const FormQuestion& asked) {
    const Question& question = form_.rubric->question(asked.number);
    FormQuestionView out;
    out.number = std::to_string(++count_);
    out.id = safe(form_.rubric->full_id(asked.number));
    out.ask = safe(text_.title(question.ask, form_.rubric->full_id(asked.number)));
    out.help = safe(text_.text(question.help));
    const bool is_weak = form_.is_letter && asked.asked.why == OpenQuestion::Why::weak;
    if (!is_weak) {
      for (const FormChoice& choice : form_choices(question, text_))
        out.choices.push_back({safe(choice.code), safe(choice.title)});
      add_how(question, out);
    }
    add_remarks(asked, question, is_weak, out);
    if (form_.rubric->is_scored(asked.number))
      for (const FormChoice& level : evidence_choices(text_))
        out.evidence.push_back({safe(level.code), safe(level.title)});
    return out;
  }

  void add_how(const Question& question, FormQuestionView& out) const {
    out.has_room = question.type == QuestionType::number || question.type == QuestionType::text;
    if (out.has_room)
      out.how = safe(entry_text(question, text_));
    else
      out.how = question.type == QuestionType::choices ? labels_.tick_several : labels_.tick_one;
  }

  void add_remarks(const FormQuestion& asked, const Question& question, bool is_weak,
                   FormQuestionView& out) const {
    const auto say = [&](std::string_view pattern, const std::string& text) {
      out.remarks.push_back(words_.fill(pattern, {foreign(safe(text))}));
    };
    if (!form_.is_letter)
      for (const Condition* condition : form_.rubric->conditions_of(asked.number))
        say(labels_.only_if, condition_text(*condition, *form_.rubric, text_.language()));
    if (is_weak) {
      say(labels_.so_far, said(question, asked.given));
      if (const EvidenceLevel* level = level_of(asked.given))
        say(labels_.shown_so_far, text_.title(level->title, level->id));
      if (!asked.asked.missing.empty()) say(labels_.full_credit, missing_text(question, asked.asked.missing));
    }
    if (!question.evidence_hint.empty()) say(labels_.hint, text_.text(question.evidence_hint));
    if (!form_.is_letter) return;
    if (asked.asked.may_not_apply) out.remarks.push_back(words_.fill(labels_.may_not_apply, {}));
    if (const double worth = rounded(asked.asked.worth); worth > 0)
      say(labels_.worth, stated_text(std::round(worth * 10) / 10));
  }

  [[nodiscard]] const EvidenceLevel* level_of(const Answer& answer) const {
    const Evidence& evidence = form_.rubric->parts().evidence;
    const std::string& id = answer.evidence.empty() ? evidence.default_level : answer.evidence;
    const auto found = std::ranges::find(evidence.levels, id, &EvidenceLevel::id);
    return found == evidence.levels.end() ? nullptr : &*found;
  }

  /// An answer in words: the titles of what was chosen.
  [[nodiscard]] std::string said(const Question& question, const Answer& answer) const {
    const std::vector<FormChoice> choices = form_choices(question, text_);
    std::vector<std::string> codes = {stated_code(answer)};
    if (const auto* ids = std::get_if<std::vector<std::string>>(&answer.value)) codes = *ids;
    std::string all;
    for (const std::string& code : codes) {
      const auto known = std::ranges::find(choices, code, &FormChoice::code);
      if (!all.empty()) all += words_(Word::list_comma);
      all += known == choices.end() || known->title.empty() ? code : known->title;
    }
    return all.empty() ? std::string(labels_.none_of_them) : all;
  }

  [[nodiscard]] std::string missing_text(const Question& question,
                                         const std::vector<std::string>& missing) const {
    std::string all;
    for (const std::string& one : missing) {
      if (!all.empty()) all += words_(Word::list_comma);
      if (one == "evidence" && question.needs) {
        const auto& levels = form_.rubric->parts().evidence.levels;
        const auto level = std::ranges::find(levels, question.needs->evidence, &EvidenceLevel::id);
        if (level != levels.end())
          all += words_.fill(labels_.better_evidence, {text_.title(level->title, level->id)}).text;
      } else {
        all += one == "note" ? labels_.a_note : labels_.a_link;
      }
    }
    return all;
  }

  const Form& form_;
  RubricText text_;
  Target target_;
  Words words_;
  const FormWords& labels_;
  std::size_t count_ = 0;
};

}  // namespace

std::vector<std::string> in_each(const std::vector<RubricText>& languages, const LocalizedText& text,
                                 std::string_view id) {
  std::vector<std::string> all;
  for (const RubricText& in : languages) all.push_back(id.empty() ? in.text(text) : in.title(text, id));
  return all;
}

std::vector<std::string> in_each(const std::vector<RubricText>& languages,
                                 std::string_view FormWords::*word) {
  std::vector<std::string> all;
  for (const RubricText& in : languages) all.emplace_back(form_words(in.language()).*word);
  return all;
}

std::vector<FormChoice> form_choices(const Question& question, const RubricText& text) {
  const FormWords& labels = form_words(text.language());
  std::vector<FormChoice> choices;
  for (const Level& level : question.levels)
    choices.push_back({shortest(level.value), text.text(level.title)});
  for (const Option& option : question.options) choices.push_back({option.id, text.text(option.title)});
  if (question.type == QuestionType::choices &&
      std::ranges::find(question.options, "none", &Option::id) == question.options.end())
    choices.push_back({"|", std::string(labels.none_of_them)});
  if (question.type == QuestionType::yes_no)
    for (const bool truth : {true, false})
      choices.push_back({code_of(truth), std::string(truth ? labels.yes : labels.no)});
  if (question.not_applicable) choices.push_back({"n/a", std::string(labels.does_not_apply)});
  return choices;
}

std::vector<FormChoice> evidence_choices(const RubricText& text) {
  std::vector<FormChoice> choices;
  for (const EvidenceLevel& level : text.rubric().parts().evidence.levels)
    choices.push_back({level.id, text.text(level.title)});
  return choices;
}

std::string choice_text(const FormChoice& choice) {
  const bool says_same = choice.title.empty() || folded(choice.title) == folded(choice.code);
  return says_same ? choice.code : choice.code + std::string(kCodeMark) + choice.title;
}

std::string answer_cell(const Question& question, const Answer& answer, const RubricText& text) {
  const std::string code = stated_code(answer);
  if (question.type == QuestionType::choices || code.empty()) {
    const auto* ids = std::get_if<std::vector<std::string>>(&answer.value);
    return ids != nullptr && ids->empty() ? "|" : code;
  }
  for (const FormChoice& choice : form_choices(question, text))
    if (choice.code == code) return choice_text(choice);
  // Three decimals could be a group of thousands, four could not.
  const std::size_t point = question.type == QuestionType::number ? code.find('.') : std::string::npos;
  return point != std::string::npos && code.size() - point == 4 ? code + "0" : code;
}

std::string entry_text(const Question& question, const RubricText& text) {
  const FormWords& labels = form_words(text.language());
  const Words words(text.language());
  if (question.type == QuestionType::text) return std::string(labels.in_words);
  if (question.type != QuestionType::number) return {};
  std::string range;
  if (question.min && question.max)
    range = words.fill(labels.number_from_to, {shortest(*question.min), shortest(*question.max)}).text;
  else if (question.min)
    range = words.fill(labels.number_from, {shortest(*question.min)}).text;
  else if (question.max)
    range = words.fill(labels.number_up_to, {shortest(*question.max)}).text;
  if (const std::string unit = text.text(question.unit); !unit.empty())
    range += (range.empty() ? "" : " ") + unit;
  if (range.empty()) return std::string(labels.number);
  return words.fill(labels.number_in, {Sentence{range}}).text;
}

FormView form_view(const Form& form, const std::string& language, Target target) {
  return FormViewMaker(form, language, target).view();
}

Form blank_form(const Rubric& rubric) {
  Form form{&rubric, {}, false, {}};
  for (std::size_t q = 0; q < rubric.question_count(); ++q)
    form.questions.push_back({q, {}, {q, OpenQuestion::Why::open, 0, false, {}}});
  return form;
}

Form form_of(const Rubric& rubric, const Proposal& proposal, const std::vector<OpenQuestion>& asked) {
  Form form{&rubric, {}, true, proposal};
  form.proposal.answers.clear();
  for (const OpenQuestion& one : asked) {
    FormQuestion& question = form.questions.emplace_back(FormQuestion{one.number, {}, one});
    for (const auto& [id, answer] : proposal.answers)
      if (id == rubric.full_id(one.number)) question.given = answer;
  }
  return form;
}

}  // namespace ibtikar
