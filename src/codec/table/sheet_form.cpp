// See sheet_form.h.
#include "codec/table/sheet_form.h"

#include <algorithm>
#include <optional>

#include "base/blanks.h"
#include "base/catalogue.h"
#include "base/typed_text.h"
#include "codec/table/csv.h"
#include "words/form_words.h"

namespace ibtikar {
namespace {

/// The columns that count, by their places.
struct SheetColumns {
  std::optional<std::size_t> id;
  std::optional<std::size_t> answer;
  std::optional<std::size_t> evidence;
  std::optional<std::size_t> note;
};

SheetColumns columns_of(std::string_view header, char delimiter) {
  CsvSplitter splitter(delimiter);
  static_cast<void>(splitter.split(header, 0));
  SheetColumns columns;
  for (std::size_t c = 0; c < splitter.cells().size(); ++c) {
    const std::string name = folded(without_outer_blanks(splitter.cells()[c].text));
    // The form may be in another language than the reader's, and its header does not name it.
    for (const std::string& language : spoken_languages()) {
      const FormWords& words = form_words(language);
      for (const auto& [heading, place] : {std::pair{words.question_id, &columns.id},
                                           {words.answer, &columns.answer},
                                           {words.evidence, &columns.evidence},
                                           {words.note, &columns.note}})
        if (!*place && name == folded(heading)) *place = c;
    }
  }
  return columns;
}

// Every cell is quoted: the form may have had another delimiter, and answers have line breaks.
std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  return out + "\"";
}

std::size_t line_ends(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// Grows by one answer after the other.
class OneRow {
 public:
  void add(std::string_view name, std::string_view cell) {
    if (!names_.empty()) names_ += ',', cells_ += ',';
    names_ += in_quotes(name);
    cells_ += in_quotes(cell);
    lines_ += line_ends(cell);
  }
  /// Adds a note, with as many empty lines behind it as lead to line `line` of the rows. Blanks at
  /// the ends of a note do not count.
  void add_note(std::string_view name, std::string_view note, std::size_t line) {
    // The rows become one record. Its line breaks stand where those of the rows were, so the
    // decoder counts lines of the form without knowing of it.
    const std::size_t at = lines_ + line_ends(note);
    add(name, std::string(note) + std::string(line > at ? line - at : 0, '\n'));
  }
  [[nodiscard]] std::string text() const { return names_ + "\n" + cells_ + "\n"; }

 private:
  std::string names_;
  std::string cells_;
  std::size_t lines_ = 0;
};

}  // namespace

bool is_sheet_form(std::string_view header, char delimiter) {
  const SheetColumns columns = columns_of(header, delimiter);
  return columns.id && columns.answer;
}

std::string table_of_sheet(std::string_view header, std::string_view rows, char delimiter) {
  const SheetColumns columns = columns_of(header, delimiter);
  OneRow row;
  CsvSplitter splitter(delimiter);
  std::string note_of;  // the question whose note is still to be added
  std::string note;
  std::size_t line = 0;
  // A note is written when the next question begins, because only then it is known how many lines
  // of the form to make up for.
  const auto finish_note = [&] {
    if (!note_of.empty()) row.add_note(note_of + ":note", note, line);
    note_of.clear();
  };
  for (std::size_t at = 0; at < rows.size();) {
    const std::size_t behind = splitter.split(rows, at);
    const auto cell = [&](const std::optional<std::size_t>& place) {
      return place && *place < splitter.cells().size() ? splitter.cells()[*place].text : std::string_view();
    };
    if (const std::string id(without_outer_blanks(cell(columns.id))); !id.empty()) {
      finish_note();
      row.add(id, cell(columns.answer));
      // What is about the proposal itself has neither evidence nor note.
      if (id.find('.') != std::string::npos) {
        if (const std::string_view evidence = cell(columns.evidence); !without_outer_blanks(evidence).empty())
          row.add(id + ":evidence", evidence);
        note_of = id;
        note = cell(columns.note);
      }
    }
    line += line_ends(rows.substr(at, behind - at));
    at = behind;
  }
  finish_note();
  return row.text();
}

}  // namespace ibtikar
