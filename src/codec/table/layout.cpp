// See layout.h. A header may have 40,000 columns and be hostile, so nothing here compares every
// column with every other: names are sorted once, and suggestions are limited to the faults that
// are shown.
#include "codec/table/layout.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "base/blanks.h"
#include "base/safe_text.h"
#include "base/search_key.h"
#include "base/suggest.h"
#include "base/typed_text.h"
#include "codec/form_names.h"
#include "codec/table/codes.h"
#include "codec/table/heading_row.h"
#include "codec/table/labels.h"
#include "codec/table/value.h"

namespace ibtikar {
namespace {

using What = ColumnUse::What;

constexpr std::string_view kEvidence = ":evidence";
constexpr std::string_view kNote = ":note";

/// In the order of ColumnUse::What, beginning with `id`.
const std::vector<std::string> kFieldNames = {"id",   "title",    "organization", "assessor",
                                              "date", "language", "rubric"};

/// The field of a proposal that a column of this name fills.
std::optional<What> field_named(std::string_view name) {
  const auto found = std::find(kFieldNames.begin(), kFieldNames.end(), name);
  if (found == kFieldNames.end()) return std::nullopt;
  return static_cast<What>(static_cast<int>(What::id) + static_cast<int>(found - kFieldNames.begin()));
}

std::string_view delimiter_words(char delimiter) {
  if (delimiter == '\t') return "a tab";
  return delimiter == ';' ? "\";\"" : "\",\"";
}

class Layout {
 public:
  Layout(std::string_view header, char delimiter, const HeaderShape& shape, const std::string& name,
         std::size_t first_line, const Rubric& rubric)
      : delimiter_(delimiter),
        name_(name),
        rubric_(rubric),
        cells_(headings_of(header, delimiter, shape, first_line)) {}

  /// Decides the decimal mark of each column: what the user said, else the mapping, else what the
  /// cells show. A guess is noted, because a wrong guess changes scores.
  void settle_decimals(const TableDecimals& decimals, const Mapping* mapping) {
    // The header was refused before all columns had a meaning.
    if (out_.columns.size() != cells_.size()) return;
    for (std::size_t c = 0; c < cells_.size(); ++c) {
      ColumnUse& use = out_.columns[c];
      if (use.what != What::answer || (use.codes && !use.reads_plain)) continue;
      if (decimals.stated != DecimalMark::unknown) use.decimal = decimals.stated;
      if (use.decimal == DecimalMark::unknown && mapping != nullptr)
        use.decimal = mapping->decimal.value_or(DecimalMark::unknown);
      if (use.decimal != DecimalMark::unknown) continue;
      use.decimal = decimals.shown_in(c);
      const QuestionType type = rubric_.question(use.question).type;
      if (use.decimal == DecimalMark::unknown ||
          (type != QuestionType::number && type != QuestionType::scale))
        continue;
      out_.notes.push_back(message("{0}: column {1} has \"{2}\" before decimals, as its cells show", name_,
                                   ibtikar::quoted(cells_[c].text), std::string(1, sign_of(use.decimal))));
    }
  }

  TableLayout take() && { return std::move(out_); }

  void by_names() {
    if (is_too_large()) return;
    for (std::size_t c = 0; c < cells_.size(); ++c) {
      const Cell& cell = cells_[c];
      out_.columns.push_back(use_of_name(cell.folded, rubric_));
      if (out_.columns.back().what != What::passed_over) continue;
      if (!labels_) labels_.emplace(rubric_);
      out_.columns.back() = labels_->use_of(cell.folded);
      if (out_.columns.back().what == What::passed_over && !is_of_tool(cell.folded)) warn_of(cell);
    }
    drop_options_of_whole_answers();
    refuse_twins();
    refuse_without_answers(
        message("expected columns named after questions of the rubric, such as {0}",
                rubric_.question_count() > 0 ? ibtikar::quoted(rubric_.full_id(0)) : std::string("none")));
  }

  void by_mapping(const Mapping& mapping) {
    if (is_too_large()) return;
    out_.columns.resize(cells_.size());
    // By column of the table: which column of the mapping took it, so that a second one can be
    // named.
    std::vector<const Mapping::Column*> taken(cells_.size(), nullptr);
    const HeadingIndex index(cells_);
    for (const Mapping::Column& column : mapping.columns) {
      bool is_there = false;
      for (const std::size_t c : meant_by(column, index)) {
        // A mapping is written once for one form. If it does not fit exactly, the form has changed,
        // and reading on would put answers under the wrong questions.
        if (is_there || taken[c] != nullptr)
          fault(cells_[c], "duplicate-column",
                is_there ? message("the mapping's column {0} is here a second time", shown(column.name))
                         : message("two columns of the mapping mean this one: {0} and {1}",
                                   shown(taken[c]->name), shown(column.name)));
        is_there = true;
        taken[c] = &column;
        out_.columns[c] = column.use;
      }
      if (!is_there && !column.is_optional) refuse_missing(column.name);
    }
    // A mapping of optional columns alone would otherwise read any table, as rows without content.
    if (std::ranges::all_of(taken, [](const Mapping::Column* column) { return column == nullptr; }) &&
        out_.faults.empty())
      refuse_missing(mapping.columns.front().name);
    out_.leave_out = placed(mapping.leave_out, index);
    for (const std::vector<CellTest>& tests : mapping.conditions)
      out_.conditions.push_back(placed(tests, index));
  }

 private:
  using Cell = Heading;

  /// The columns of the table that have the first of the names that any has.
  static std::vector<std::size_t> meant_by(const Mapping::Column& column, const HeadingIndex& index) {
    std::vector<std::size_t> meant = index.meant_by(column.name);
    for (const ColumnName& other : column.other_names)
      if (meant.empty()) meant = index.meant_by(other);
    return meant;
  }

  /// The cells that tests are about. One that is missing refuses the table, as a missing answer
  /// would: nobody knows which rows were meant.
  std::vector<PlacedTest> placed(const std::vector<CellTest>& tests, const HeadingIndex& index) {
    std::vector<PlacedTest> out;
    for (const CellTest& test : tests) {
      const std::vector<std::size_t> meant = index.meant_by(test.column);
      if (meant.empty())
        refuse_missing(test.column);
      else if (meant.size() > 1)
        fault(cells_[meant[1]], "duplicate-column",
              message("the mapping's column {0} is here a second time", shown(test.column)));
      else
        out.push_back({meant.front(), &test});
    }
    return out;
  }

  static std::string shown(const ColumnName& column) { return shown_name_of(column); }
  /// Gives a diagnostic the place of a cell in the header.
  Diagnostic place(Diagnostic diagnostic, const Cell& cell) const {
    diagnostic.file = name_;
    diagnostic.position = cell.position;
    return diagnostic;
  }

  void fault(const Cell& cell, CodeName code, Message message) {
    out_.faults.push_back(place(error_at("", std::move(code), std::move(message)), cell));
  }

  bool is_too_large() {
    const auto longest = std::find_if(cells_.begin(), cells_.end(),
                                      [](const Cell& cell) { return cell.text.size() > kMaxCellBytes; });
    if (longest != cells_.end()) {
      fault(*longest, Code::too_large,
            message("a cell of more than {0} bytes; expected at most that", kMaxCellBytes));
      return true;
    }
    if (cells_.size() <= kMaxColumns) return false;
    fault(cells_[kMaxColumns], "too-many-columns", message("more than {0} columns", kMaxColumns));
    return true;
  }

  /// Warns of an unknown column. Finding the nearest name takes a pass over all names, so only the
  /// warnings that are shown get a suggestion.
  void warn_of(const Cell& cell) {
    Message why = message("this column has no name; it is passed over");
    if (!cell.folded.empty()) {
      const Message hint =
          out_.warnings.size() < kMaxDiagnostics ? suggestion(cell.folded, known_names()) : Message();
      why = message("the rubric has no question {0}; the column is passed over{1}",
                    ibtikar::quoted(cell.text), hint);
    }
    out_.warnings.push_back(place(warning_at("", "unknown-column", std::move(why)), cell));
  }

  /// Built only when something must be suggested: a right header never needs it.
  const std::vector<std::string>& known_names() {
    if (known_.empty()) known_ = column_names(rubric_);
    return known_;
  }

  /// Columns that form tools add: of no question, or of an option that is none of the rubric's.
  [[nodiscard]] bool is_of_tool(const std::string& name) const {
    if (is_tool_column(name)) return true;
    for (std::size_t slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1))
      if (const auto column = column_of_form_name(name.substr(0, slash)); column && rubric_.find(*column))
        return true;
    return false;
  }

  /// Form tools write an answer of several options as a whole, and each option beside it.
  void drop_options_of_whole_answers() {
    std::vector<bool> is_whole(rubric_.question_count());
    for (const ColumnUse& use : out_.columns)
      if (use.what == What::answer) is_whole[use.question] = true;
    for (ColumnUse& use : out_.columns)
      if (use.what == What::option && is_whole[use.question]) use = {};
  }

  /// Refuses a column that occurs twice, by whatever name: which of the two answers counts, nobody
  /// can know.
  void refuse_twins() {
    std::vector<std::size_t> order;
    for (std::size_t c = 0; c < cells_.size(); ++c)
      if (out_.columns[c].what != What::passed_over) order.push_back(c);
    // Two names may say the same: an id, and the text of its question.
    const auto key = [&](std::size_t c) {
      const ColumnUse& use = out_.columns[c];
      return std::tuple(use.what, use.question, use.option);
    };
    std::ranges::stable_sort(order, {}, key);
    for (std::size_t i = 1; i < order.size(); ++i)
      if (key(order[i]) == key(order[i - 1])) {
        fault(cells_[order[i]], "duplicate-column",
              message("column {0} is given twice", ibtikar::quoted(cells_[order[i]].text)));
        out_.faults.back().related_position = cells_[order[i - 1]].position;
      }
  }

  /// Refuses a table in which no column answers a question. Usually the delimiter was taken for
  /// another one, so the message names it.
  void refuse_without_answers(const Message& expected) {
    const bool has_answers = std::any_of(out_.columns.begin(), out_.columns.end(), [](const ColumnUse& use) {
      return use.what == What::answer || use.what == What::option;
    });
    if (has_answers || !out_.faults.empty()) return;
    fault(cells_.front(), "no-answers",
          message("no column answers a question; {0}. Cells were taken to be separated by {1}; --delimiter "
                  "says otherwise, --map reads other names",
                  expected, delimiter_words(delimiter_)));
  }

  void refuse_missing(const ColumnName& column) {
    if (column.position > 0) {
      fault(cells_.front(), "missing-column",
            counted("the table has {0} column, and the mapping means column {1}",
                    "the table has {0} columns, and the mapping means column {1}", cells_.size(),
                    column.position));
      return;
    }
    if (known_.empty())
      for (const Cell& cell : cells_) known_.push_back(cell.folded);
    const Message hint = out_.faults.size() < kMaxDiagnostics ? suggestion(column.name, known_) : Message();
    fault(cells_.front(), "missing-column",
          message("the table has no column {0}, which the mapping names{1}", shown(column), hint));
  }

  char delimiter_;
  const std::string& name_;
  const Rubric& rubric_;
  std::vector<Cell> cells_;
  std::vector<std::string> known_;  ///< names to look for the nearest among
  /// Made only for a heading that is no id: most tables need none.
  std::optional<HeadingLabels> labels_;
  TableLayout out_;
};

bool does_hold(const PlacedTest& one, std::span<const CsvCell> cells) {
  return (find_code(one.test->texts, CellText(cells[one.cell].text)) != nullptr) != one.test->is_negated;
}

}  // namespace

bool all_hold(std::span<const PlacedTest> tests, std::span<const CsvCell> cells) {
  return std::ranges::all_of(tests, [&](const PlacedTest& one) { return does_hold(one, cells); });
}

bool any_holds(std::span<const PlacedTest> tests, std::span<const CsvCell> cells) {
  return std::ranges::any_of(tests, [&](const PlacedTest& one) { return does_hold(one, cells); });
}

std::vector<std::string> column_names(const Rubric& rubric) {
  std::vector<std::string> names = kFieldNames;
  for (std::size_t q = 0; q < rubric.question_count(); ++q)
    for (const std::string_view ending : {std::string_view(), kEvidence, kNote})
      names.push_back(rubric.full_id(q) + std::string(ending));
  return names;
}

namespace {

/// By our own names.
ColumnUse use_of_own_name(const std::string& folded_name, const Rubric& rubric) {
  ColumnUse use;
  if (const auto field = field_named(folded_name)) {
    use.what = *field;
    return use;
  }
  std::string_view id = folded_name;
  What what = What::answer;
  for (const auto& [ending, kind] : {std::pair{kEvidence, What::evidence}, {kNote, What::note}})
    if (id.ends_with(ending)) {
      id.remove_suffix(ending.size());
      what = kind;
      break;
    }
  if (const auto question = rubric.find(id)) {
    use.what = what;
    use.question = *question;
  }
  return use;
}

/// By the name of an option's column in a form tool.
ColumnUse use_of_option(const std::string& folded_name, const Rubric& rubric) {
  ColumnUse use;
  const auto named = option_of_form_name(folded_name);
  const auto question = named ? rubric.find(named->question) : std::nullopt;
  if (!question || rubric.question(*question).type != QuestionType::choices) return use;
  const std::vector<Option>& options = rubric.question(*question).options;
  const auto option = std::ranges::find(options, named->option, &Option::id);
  if (option == options.end()) return use;
  use.what = What::option;
  use.question = *question;
  use.option = static_cast<std::size_t>(option - options.begin());
  return use;
}

}  // namespace

ColumnUse use_of_name(const std::string& folded_name, const Rubric& rubric) {
  const ColumnUse own = use_of_own_name(folded_name, rubric);
  if (own.what != What::passed_over) return own;
  if (const auto column = column_of_form_name(folded_name)) return use_of_own_name(*column, rubric);
  return use_of_option(folded_name, rubric);
}

TableLayout lay_out(std::string_view header, char delimiter, const TableDecimals& decimals,
                    const std::string& name, std::size_t first_line, const Rubric& rubric,
                    const Mapping* mapping) {
  Layout layout(header, delimiter, mapping != nullptr ? mapping->header : HeaderShape{}, name, first_line,
                rubric);
  if (mapping == nullptr)
    layout.by_names();
  else
    layout.by_mapping(*mapping);
  layout.settle_decimals(decimals, mapping);
  return std::move(layout).take();
}

}  // namespace ibtikar
