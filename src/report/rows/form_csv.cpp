// render_form_csv(): see ibtikar/form.h.
#include "base/safe_targets.h"
#include "base/utf8.h"
#include "ibtikar/form.h"
#include "report/rows/form_table.h"

namespace ibtikar {
namespace {

void append_line(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i)
    out.append(i > 0 ? "," : "").append(safe_for(Target::csv, cells[i]));
  out += "\r\n";
}

std::string value_of(const FormEntry* entry) { return entry == nullptr ? std::string() : entry->value; }

}  // namespace

std::string render_form_csv(const Form& form, const FormTableOptions& options) {
  const RubricText text(*form.rubric, options.language);
  const std::vector<FormEntry> entries = form_entries(form, text, options.layout);
  std::string out(options.byte_order_mark ? kByteOrderMark : std::string_view());
  if (options.layout == FormLayout::sheet) {
    const FormWords& labels = form_words(text.language());
    std::vector<std::string> head;
    for (const std::string_view name :
         {labels.question, labels.answer, labels.evidence, labels.note, labels.possible, labels.question_id})
      head.emplace_back(name);
    append_line(out, head);
    for (const FormSheetRow& row : sheet_rows(entries, form, text))
      append_line(out, {row.question, row.answer->value, value_of(row.evidence), value_of(row.note),
                        row.possible, row.answer->name});
    return out;
  }
  std::vector<std::string> names;
  std::vector<std::string> values;
  for (const FormEntry& entry : entries) {
    names.push_back(entry.name);
    values.push_back(entry.value);
  }
  append_line(out, names);
  if (form.is_letter) append_line(out, values);
  return out;
}

}  // namespace ibtikar
