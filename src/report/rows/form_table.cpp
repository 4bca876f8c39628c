// See form_table.h.
#include "report/rows/form_table.h"

namespace ibtikar {
namespace {

using Entry = FormEntry::What;

void add_fields(std::vector<FormEntry>& entries, const Form& form, const FormWords& labels,
                FormLayout layout) {
  const Proposal& known = form.proposal;
  const auto add = [&](const char* name, const std::string& value, std::string_view text) {
    entries.push_back({Entry::field, {}, name, value, std::string(text)});
  };
  add("id", known.id, labels.id);
  add("title", known.title, labels.title);
  add("organization", known.organization, labels.organization);
  // A sheet says itself which questions it has; the columns of rows do.
  if (layout == FormLayout::sheet)
    add("rubric", form.rubric->id() + " " + form.rubric->version(), labels.rubric);
  // Whoever answers a letter is not the assessor of the proposal.
  if (form.is_letter) return;
  add("assessor", known.assessor, labels.assessor);
  add("date", known.date, labels.date);
}

}  // namespace

std::vector<FormEntry> form_entries(const Form& form, const RubricText& text, FormLayout layout) {
  const FormWords& labels = form_words(text.language());
  std::vector<FormEntry> entries;
  add_fields(entries, form, labels, layout);
  for (const FormQuestion& asked : form.questions) {
    const Question& question = form.rubric->question(asked.number);
    const std::string& id = form.rubric->full_id(asked.number);
    entries.push_back({Entry::answer, asked.number, id, answer_cell(question, asked.given, text),
                       text.title(question.ask, id)});
    if (form.rubric->is_scored(asked.number) && !form.rubric->parts().evidence.levels.empty())
      entries.push_back({Entry::evidence, asked.number, id + ":evidence", {}, std::string(labels.evidence)});
    entries.push_back({Entry::note, asked.number, id + ":note", {}, std::string(labels.note)});
  }
  return entries;
}

std::vector<FormSheetRow> sheet_rows(const std::vector<FormEntry>& entries, const Form& form,
                                     const RubricText& text) {
  std::vector<FormSheetRow> rows;
  for (const FormEntry& entry : entries) {
    if (entry.what == Entry::evidence) {
      rows.back().evidence = &entry;
    } else if (entry.what == Entry::note) {
      rows.back().note = &entry;
    } else {
      rows.push_back({entry.text, {}, &entry});
      if (entry.question)
        rows.back().possible = possible_answers(form.rubric->question(*entry.question), text, " / ");
    }
  }
  return rows;
}

std::string possible_answers(const Question& question, const RubricText& text, std::string_view between) {
  std::string all = entry_text(question, text);
  for (const FormChoice& choice : form_choices(question, text))
    all.append(all.empty() ? std::string_view() : between).append(choice_text(choice));
  return all;
}

std::string form_help(const Question& question, const RubricText& text) {
  const FormWords& labels = form_words(text.language());
  const Words words(text.language());
  std::string help = text.text(question.ask);
  const auto add = [&](const std::string& line) {
    if (!line.empty()) help += "\n" + line;
  };
  add(text.text(question.help));
  if (question.type == QuestionType::choices) add(std::string(labels.tick_several) + ":");
  add(possible_answers(question, text, "\n"));
  if (!question.evidence_hint.empty()) add(words.fill(labels.hint, {text.text(question.evidence_hint)}).text);
  if (!question.rules.empty()) add(std::string(labels.in_doubt) + ":");
  for (const LocalizedText& rule : question.rules) add("- " + text.text(rule));
  return help;
}

}  // namespace ibtikar
