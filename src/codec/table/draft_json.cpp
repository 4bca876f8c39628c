// encode_mapping(): see draft.h.
#include <algorithm>

#include "base/typed_text.h"
#include "codec/json/writer.h"
#include "codec/table/draft.h"

namespace ibtikar {
namespace {

using What = ColumnUse::What;

class DraftWriter {
 public:
  DraftWriter(const MappingDraft& draft, const TableSample& sample, const Rubric& rubric)
      : draft_(draft), sample_(sample), rubric_(rubric) {
    // Names without case: this is how a mapping compares them.
    for (const Heading& heading : draft.headings) ++times_[heading.folded];
  }

  std::string write() {
    json_.begin_object();
    json_.text("format", kMappingFormat);
    json_.text("rubric", rubric_.id());
    if (sample_.delimiter == '\t')
      json_.text("delimiter", "tab");
    else
      json_.text("delimiter", std::string(1, sample_.delimiter));
    if (draft_.shape.rows != 1) json_.member("header_rows"), json_.raw(std::to_string(draft_.shape.rows));
    if (draft_.shape.skip > 0) json_.member("skip_rows"), json_.raw(std::to_string(draft_.shape.skip));
    // A draft has a number of rows to skip or a text, never both: the member takes one.
    if (!draft_.skipped.empty()) json_.text("skip_rows", draft_.skipped);
    if (draft_.dates != DateOrder::as_written)
      json_.text("dates", draft_.dates == DateOrder::year_first  ? "year-month-day"
                          : draft_.dates == DateOrder::day_first ? "day-month-year"
                                                                 : "month-day-year");
    json_.object("columns", [&] { write_columns(Guess::sure); });
    // The reader of mappings passes over members that begin with "x-". Whoever agrees with a
    // proposal moves it to "columns".
    if (std::ranges::any_of(draft_.columns, has_doubt))
      json_.object("x-doubtful", [&] { write_columns(Guess::doubtful); });
    json_.end_object();
    return std::move(json_).take() + "\n";
  }

 private:
  static bool has_doubt(const DraftColumn& column) {
    return column.certainty == Guess::doubtful || std::ranges::any_of(column.codes, [](const DraftCode& one) {
             return one.certainty == Guess::doubtful;
           });
  }

  /// The sure columns with their sure codes; or all that has something doubtful, with that.
  void write_columns(Guess certainty) {
    for (const DraftColumn& column : draft_.columns)
      if (certainty == Guess::sure ? column.certainty == Guess::sure : has_doubt(column))
        write_column(column, certainty);
  }

  void write_column(const DraftColumn& column, Guess certainty) {
    const Heading& heading = draft_.headings[column.column];
    // A star at the end would be read as "begins so", and an empty name is none.
    const bool by_position = heading.folded.empty() || heading.text.ends_with('*');
    const bool is_below = by_position && !heading.above.empty() && !heading.below.empty();
    const bool is_repeated = !by_position && times_.at(heading.folded) > 1;
    const std::string number = std::to_string(column.column + 1);
    // Members of one object need names of their own. If the heading cannot be the name, it stands
    // inside the column's object, and the name is only for people.
    const std::string name = is_below      ? heading.above + " / " + heading.below
                             : by_position ? "column " + number
                             : is_repeated ? heading.text + " (" + number + ")"
                                           : heading.text;
    std::vector<const DraftCode*> codes;
    for (const DraftCode& code : column.codes)
      if (code.certainty == Guess::sure || (code.certainty == certainty)) codes.push_back(&code);
    const std::string use = use_name(column.use, rubric_);
    const bool is_option = column.use.what == What::option;
    // Most columns need only "heading": "question".
    if (!by_position && !is_repeated && !is_option && codes.empty() && column.separator.empty()) {
      json_.text(name, use);
      return;
    }
    json_.member(name);
    json_.begin_object();
    json_.inline_from_here();
    if (is_below) {
      json_.text("header", heading.above);
      json_.text("below", heading.below);
    } else if (by_position) {
      json_.member("position"), json_.raw(number);
    } else if (is_repeated) {
      json_.text("header", heading.text);
      json_.member("occurrence"), json_.raw(std::to_string(occurrence_of(column.column)));
    }
    if (column.use.what == What::answer || is_option)
      json_.text("question", rubric_.full_id(column.use.question));
    else
      json_.text("is", use);
    if (is_option) json_.text("option", rubric_.question(column.use.question).options[column.use.option].id);
    if (!column.separator.empty()) json_.text("separator", column.separator);
    if (!codes.empty()) write_codes(column, codes);
    json_.end_object();
  }

  void write_codes(const DraftColumn& column, const std::vector<const DraftCode*>& codes) {
    // Texts that can be read by themselves need no code.
    if (column.use.what == What::answer && column.separator.empty())
      json_.member("plain"), json_.boolean(true);
    json_.object("codes", [&] {
      if (column.use.what == What::option) {
        // With codes, the words of form tools are no longer known by themselves.
        for (const auto& [word, value] : {std::pair{"1", true}, {"0", false}, {"yes", true}, {"no", false}})
          json_.member(word), json_.boolean(value);
      }
      for (const DraftCode* code : codes) {
        json_.member(code->text.ends_with('*') ? code->text + "*" : code->text);
        write_value(code->value);
      }
    });
  }

  void write_value(const AnswerValue& value) {
    if (const auto* const truth = std::get_if<bool>(&value))
      json_.boolean(*truth);
    else if (const auto* const number = std::get_if<double>(&value))
      json_.number(*number);
    else if (const auto* const text = std::get_if<std::string>(&value))
      json_.string(*text);
    else
      json_.null();
  }

  [[nodiscard]] std::size_t occurrence_of(std::size_t column) const {
    std::size_t times = 0;
    for (std::size_t c = 0; c <= column; ++c)
      if (draft_.headings[c].folded == draft_.headings[column].folded) ++times;
    return times;
  }

  const MappingDraft& draft_;
  const TableSample& sample_;
  const Rubric& rubric_;
  std::map<std::string, std::size_t> times_;
  JsonWriter json_{JsonStyle::indented};
};

}  // namespace

std::string encode_mapping(const MappingDraft& draft, const TableSample& sample, const Rubric& rubric) {
  return DraftWriter(draft, sample, rubric).write();
}

}  // namespace ibtikar
