// See draft.h. First what the rows behind the header are, then the columns, then their texts.
#include "codec/table/draft.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/blanks.h"
#include "base/safe_text.h"
#include "base/typed_text.h"
#include "codec/table/csv.h"
#include "codec/table/dates.h"
#include "codec/table/draft_codes.h"
#include "codec/table/heading_match.h"

namespace ibtikar {
namespace {

using What = ColumnUse::What;

/// Comparing every heading with every question by words costs their product: no more than this.
constexpr std::size_t kMostComparisons = 400'000;

/// Whether the row has content, and each filled cell begins so.
bool are_filled_all(const std::vector<std::string>& row, std::string_view beginning) {
  bool is_any = false;
  for (const std::string& cell : row) {
    if (cell.empty()) continue;
    if (!cell.starts_with(beginning)) return false;
    is_any = true;
  }
  return is_any;
}

class Drafter {
 public:
  Drafter(const Rubric& rubric, const TableSample& sample)
      : rubric_(rubric), sample_(sample), matcher_(rubric) {}

  MappingDraft draft() {
    read_rows();
    find_columns();
    for (DraftColumn& column : draft_.columns) draft_codes(column, draft_.rows, rubric_);
    find_dates();
    note_what_only_people_know();
    return std::move(draft_);
  }

 private:
  void read_rows() {
    CsvSplitter splitter(sample_.delimiter);
    // Faults of rows are not reported here: whoever reads the table for its records does that.
    for (std::size_t at = 0; at < sample_.rows.size() && draft_.rows.size() < kMostSampleRows;) {
      at = splitter.split(sample_.rows, at);
      if (splitter.is_blank() || splitter.bad_quote()) continue;
      std::vector<std::string>& row = draft_.rows.emplace_back();
      for (const CsvCell& cell : splitter.cells()) row.emplace_back(without_outer_blanks(cell.text));
    }
    static_cast<void>(splitter.split(sample_.header, 0));
    const std::size_t columns = splitter.cells().size();
    std::string header = sample_.header;
    // Qualtrics writes {"ImportId":"QID1"} into the second row behind the header.
    if (draft_.rows.size() > 1 && are_filled_all(draft_.rows[1], "{\"ImportId\"")) {
      draft_.shape.skip = 2;
      // The row behind the header has the texts of the questions.
      for (const std::string& text : draft_.rows[0]) asked_.push_back({text, folded(text), {}});
      draft_.rows.erase(draft_.rows.begin(), draft_.rows.begin() + 2);
    } else if (!draft_.rows.empty() && are_filled_all(draft_.rows[0], "#")) {
      // Tags of the Humanitarian Exchange Language, which Kobo writes if asked.
      draft_.skipped = "#*";
      draft_.rows.erase(draft_.rows.begin());
    } else if (has_second_row(splitter)) {
      draft_.shape.rows = 2;
      draft_.rows.erase(draft_.rows.begin());
      header += header.ends_with('\n') ? sample_.rows : "\n" + sample_.rows;
    }
    draft_.headings = headings_of(header, sample_.delimiter, draft_.shape, sample_.header_line);
    // Such rows are refused when the table is read. From here on, each row has a cell for each
    // column.
    std::erase_if(draft_.rows, [&](const auto& row) { return row.size() != columns; });
  }

  /// Whether columns without a heading have a text in the first row and stand behind one that has a
  /// heading: options under the question that they belong to.
  bool has_second_row(const CsvSplitter& header) const {
    if (draft_.rows.empty() || draft_.rows[0].size() != header.cells().size()) return false;
    std::size_t options = 0;
    for (std::size_t c = 1; c < header.cells().size(); ++c)
      if (without_outer_blanks(header.cells()[c].text).empty() && !draft_.rows[0][c].empty()) ++options;
    // One could be a missing heading beside a record.
    return options >= 2;
  }

  void find_columns() {
    std::vector<HeadingMatcher::Match> found(draft_.headings.size());
    asked_.resize(found.size());
    for (std::size_t c = 0; c < found.size(); ++c) {
      // Qualtrics' headings are "Q4"; the text of the question stands in the row below.
      found[c] = matcher_.match(draft_.headings[c]);
      if (found[c].certainty == Guess::unknown) found[c] = matcher_.match(asked_[c]);
    }
    // The order matters: what is certain takes its question first. Only questions that are then
    // still open are compared by words.
    find_fields(found);
    drop_twins(found);
    find_open(found);
    if (draft_.headings.size() * draft_.open.size() <= kMostComparisons) {
      for (std::size_t c = 0; c < found.size(); ++c)
        if (found[c].certainty == Guess::unknown && !settled_.contains(c))
          found[c] = matcher_.nearest(asked_[c].folded.empty() ? draft_.headings[c] : asked_[c], draft_.open);
      drop_twins(found);
      find_open(found);
    } else {
      draft_.remarks.push_back(
          message("there are too many columns and questions to compare their words one by one; only equal "
                  "names and texts were looked for"));
    }
    for (std::size_t c = 0; c < found.size(); ++c) {
      if (found[c].certainty == Guess::unknown)
        draft_.unread.push_back(c);
      else
        draft_.columns.push_back({c, found[c].use, found[c].certainty, {}, {}});
    }
  }

  /// Of several columns that may be the id, the best one is taken.
  void find_fields(std::vector<HeadingMatcher::Match>& found) const {
    struct Best {
      std::size_t order = 0;
      std::size_t column = 0;
    };
    std::map<What, Best> best;
    for (std::size_t c = 0; c < found.size(); ++c) {
      // What is surely about an answer stays so: a rubric may ask for a date. (Fields come before
      // answers among the kinds of columns.)
      const auto guess = field_guess(draft_.headings[c].folded);
      if (!guess || (found[c].certainty == Guess::sure && found[c].use.what >= What::answer)) continue;
      found[c] = {};
      const auto known = best.find(guess->what);
      if (known == best.end() || guess->order < known->second.order) best[guess->what] = {guess->order, c};
    }
    for (const auto& [what, one] : best) {
      found[one.column].use.what = what;
      found[one.column].certainty = Guess::sure;
    }
  }

  /// Of several columns for one thing the first sure one is kept; which of them is meant, nobody
  /// can know.
  void drop_twins(std::vector<HeadingMatcher::Match>& found) {
    std::map<std::tuple<What, std::size_t, std::size_t>, std::size_t> taken;
    std::map<std::size_t, bool> whole;  // by question: answered as a whole
    // A doubtful column never takes the place of a sure one, wherever it stands.
    for (const Guess certainty : {Guess::sure, Guess::doubtful})
      for (std::size_t c = 0; c < found.size(); ++c) {
        if (found[c].certainty != certainty) continue;
        const ColumnUse& use = found[c].use;
        const bool is_part = use.what == What::option;
        if (use.what == What::answer || is_part) {
          const auto [known, is_new] = whole.emplace(use.question, !is_part);
          // Kobo writes a question as a whole and by its options. The options are certain.
          if (!is_new && known->second != !is_part) {
            if (is_part)
              drop_whole(found, use.question), known->second = false;
            else {
              drop(found, c);
              continue;
            }
          }
        }
        const auto [known, is_new] = taken.emplace(std::tuple(use.what, use.question, use.option), c);
        // The column that took the place may have been dropped since, with all of its question.
        if (is_new || found[known->second].certainty == Guess::unknown) continue;
        if (use.what >= What::answer)
          draft_.remarks.push_back(message(
              "columns {0} and {1} both look like {2}; the first is taken (`first_filled` reads both)",
              ibtikar::quoted(draft_.headings[known->second].text), ibtikar::quoted(draft_.headings[c].text),
              ibtikar::quoted(rubric_.full_id(use.question))));
        drop(found, c);
      }
  }

  /// What a column says is known: the same as others. Nothing else is looked for.
  void drop(std::vector<HeadingMatcher::Match>& found, std::size_t column) {
    found[column] = {};
    settled_.insert(column);
  }

  void drop_whole(std::vector<HeadingMatcher::Match>& found, std::size_t question) {
    for (std::size_t c = 0; c < found.size(); ++c)
      if (found[c].use.what == What::answer && found[c].use.question == question) drop(found, c);
  }

  void find_open(const std::vector<HeadingMatcher::Match>& found) {
    std::vector<bool> has_column(rubric_.question_count());
    for (const HeadingMatcher::Match& one : found)
      if (one.certainty != Guess::unknown && (one.use.what == What::answer || one.use.what == What::option))
        has_column[one.use.question] = true;
    draft_.open.clear();
    for (std::size_t q = 0; q < has_column.size(); ++q)
      if (!has_column[q]) draft_.open.push_back(q);
  }

  /// The one order in which all dates of the column can be read.
  void find_dates() {
    const auto column = std::ranges::find_if(
        draft_.columns, [](const DraftColumn& one) { return one.use.what == What::date; });
    if (column == draft_.columns.end()) return;
    std::vector<DateOrder> fitting;
    bool is_any = false;
    for (const DateOrder order : {DateOrder::year_first, DateOrder::day_first, DateOrder::month_first}) {
      // One date with a day over 12 settles the order for all.
      const bool fits = std::ranges::all_of(draft_.rows, [&](const auto& row) {
        const std::string& cell = row[column->column];
        is_any = is_any || !cell.empty();
        return cell.empty() || iso_date(cell, order).has_value();
      });
      if (fits) fitting.push_back(order);
    }
    if (fitting.size() == 1) draft_.dates = fitting.front();
    if (fitting.size() > 1 && is_any)
      draft_.remarks.push_back(
          message("the dates in {0} can be read with the day or the month first; \"dates\" says which it is",
                  ibtikar::quoted(draft_.headings[column->column].text)));
  }

  void note_what_only_people_know() {
    for (const std::size_t c : draft_.unread) {
      const std::string& name = draft_.headings[c].folded;
      // Qualtrics, Kobo, ODK Central, REDCap and LimeSurvey mark tests, rejected and unfinished
      // answers in these columns. Which values count is a decision, so they are only named.
      for (const std::string_view known : {"status", "finished", "_validation_status", "reviewstate",
                                           "redcap_repeat_instrument", "submitdate"})
        if (name == known || name.starts_with(std::string(known) + ". "))
          draft_.remarks.push_back(
              message("{0} may say which rows are tests or incomplete; \"leave_out\" leaves out rows by it",
                      ibtikar::quoted(draft_.headings[c].text)));
      // REDCap has such a column for each form, and writes zeros into forms that nobody opened.
      if (name.ends_with("_complete"))
        draft_.remarks.push_back(
            message("{0} may say which forms were filled in; \"open_unless\" reads zeros as open by it",
                    ibtikar::quoted(draft_.headings[c].text)));
    }
  }

  const Rubric& rubric_;
  const TableSample& sample_;
  HeadingMatcher matcher_;
  MappingDraft draft_;
  std::set<std::size_t> settled_;  ///< columns that say the same as others
  std::vector<Heading> asked_;     ///< the texts of questions, where headings are only their numbers
};

}  // namespace

MappingDraft draft_mapping(const Rubric& rubric, const TableSample& sample) {
  return Drafter(rubric, sample).draft();
}

std::string use_name(const ColumnUse& use, const Rubric& rubric) {
  switch (use.what) {
    case What::passed_over:
      return {};
    case What::id:
      return "id";
    case What::title:
      return "title";
    case What::organization:
      return "organization";
    case What::assessor:
      return "assessor";
    case What::date:
      return "date";
    case What::language:
      return "language";
    case What::rubric:
      return "rubric";
    case What::answer:
      return rubric.full_id(use.question);
    case What::option:
      return rubric.full_id(use.question) + ": " + rubric.question(use.question).options[use.option].id;
    case What::evidence:
      return rubric.full_id(use.question) + ":evidence";
    case What::note:
      return rubric.full_id(use.question) + ":note";
  }
  return {};
}

}  // namespace ibtikar
