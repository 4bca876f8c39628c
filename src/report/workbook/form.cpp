// See form.h. A cell of a drop-down list says code and title ("4 · They decide"): people choose by
// the title, and the reader of tables goes by the code. The lists stand on a hidden sheet, because
// a list in the cell itself may have 255 characters at most.
#include "report/workbook/form.h"

#include <map>

#include "report/rows/form_table.h"

namespace ibtikar {
namespace {

/// Rows that are ready for answers where each proposal has one.
constexpr std::uint32_t kBlankRows = 500;
constexpr double kAskWidth = 60;
constexpr double kEntryWidth = 34;
constexpr double kNoteWidth = 40;
constexpr double kColumnWidth = 18;

class FormSheets {
 public:
  FormSheets(Workbook& book, const Form& form, const FormTableOptions& options)
      : form_(form),
        text_(*form.rubric, options.language),
        labels_(form_words(text_.language())),
        sheet_(book.add(std::string(labels_.form_sheet))),
        lists_(book.add(std::string(labels_.lists_sheet))),
        entries_(form_entries(form, text_, options.layout)) {
    sheet_.landscape();
    if (options.layout == FormLayout::sheet)
      write_sheet();
    else
      write_rows();
    lists_.hide();
  }

 private:
  void write_rows() {
    sheet_.freeze(1, 2);
    std::uint16_t column = 0;
    for (const FormEntry& entry : entries_) {
      sheet_.text(0, column, entry.name, Look::heading);
      sheet_.text(1, column, entry.value, Look::wrapped);
      sheet_.width(column, entry.what == FormEntry::What::note ? kEntryWidth : kColumnWidth);
      sheet_.comment(0, column, help_of(entry));
      prepare(entry, {1, column, kBlankRows, column});
      ++column;
    }
    sheet_.height(0, 3);
  }

  void write_sheet() {
    sheet_.freeze(1);
    std::uint16_t column = 0;
    for (const auto& [heading, width] : {std::pair{labels_.question, kAskWidth},
                                         {labels_.answer, kEntryWidth},
                                         {labels_.evidence, kColumnWidth},
                                         {labels_.note, kNoteWidth},
                                         {labels_.possible, kAskWidth},
                                         {labels_.question_id, kColumnWidth}}) {
      sheet_.text(0, column, heading, Look::heading);
      sheet_.width(column++, width);
    }
    std::uint32_t at = 1;
    for (const FormSheetRow& row : sheet_rows(entries_, form_, text_)) {
      sheet_.text(at, 0, row.question, Look::wrapped);
      std::uint16_t cell = 1;
      for (const FormEntry* entry : {row.answer, row.evidence, row.note}) {
        if (entry != nullptr) {
          sheet_.text(at, cell, entry->value, Look::wrapped);
          prepare(*entry, {at, cell, at, cell});
        }
        ++cell;
      }
      sheet_.text(at, 4, row.possible, Look::wrapped);
      sheet_.text(at, 5, row.answer->name);
      if (row.answer->question) sheet_.comment(at, 0, help_of(*row.answer));
      sheet_.height(
          at, static_cast<double>(std::max({std::size_t{2}, lines_of(row.question, kAskWidth),
                                            std::min<std::size_t>(8, lines_of(row.possible, kAskWidth))})));
      ++at;
    }
  }

  [[nodiscard]] std::string help_of(const FormEntry& entry) const {
    switch (entry.what) {
      case FormEntry::What::answer:
        return form_help(form_.rubric->question(*entry.question), text_);
      case FormEntry::What::evidence: {
        std::string help(labels_.evidence_levels);
        for (const EvidenceLevel& level : form_.rubric->parts().evidence.levels)
          help += "\n" + text_.title(level.title, level.id) + ": " + text_.text(level.help);
        return help;
      }
      case FormEntry::What::note:
        return std::string(labels_.room);
      case FormEntry::What::field:
        break;
    }
    return entry.text;
  }

  /// What the cells take.
  void prepare(const FormEntry& entry, const CellRange& cells) {
    if (entry.what == FormEntry::What::evidence) return offer(cells, evidence_choices(text_));
    if (entry.what != FormEntry::What::answer) return;
    const Question& question = form_.rubric->question(*entry.question);
    // Of several options a list would take one only.
    if (question.type == QuestionType::choices || question.type == QuestionType::text) return;
    if (question.type == QuestionType::number) {
      sheet_.expect_number(cells, question.min, question.max, question.whole);
      return;
    }
    offer(cells, form_choices(question, text_));
  }

  void offer(const CellRange& cells, const std::vector<FormChoice>& choices) {
    std::vector<std::string> texts;
    for (const FormChoice& choice : choices) texts.push_back(choice_text(choice));
    if (texts.empty()) return;
    auto [known, is_new] = columns_.try_emplace(texts, static_cast<std::uint16_t>(columns_.size()));
    if (is_new)
      for (std::size_t i = 0; i < texts.size(); ++i)
        lists_.text(static_cast<std::uint32_t>(i), known->second, texts[i]);
    sheet_.offer(cells, lists_,
                 {0, known->second, static_cast<std::uint32_t>(texts.size() - 1), known->second});
  }

  const Form& form_;
  RubricText text_;
  const FormWords& labels_;
  Sheet& sheet_;
  Sheet& lists_;
  std::vector<FormEntry> entries_;
  std::map<std::vector<std::string>, std::uint16_t> columns_;  ///< of the lists
};

}  // namespace

void add_form(Workbook& book, const Form& form, const FormTableOptions& options) {
  FormSheets(book, form, options);
}

}  // namespace ibtikar
