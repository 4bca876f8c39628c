// See draft_codes.h.
#include "codec/table/draft_codes.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/search_key.h"
#include "base/suggest.h"
#include "base/typed_text.h"
#include "codec/table/labels.h"
#include "codec/table/row_proposal.h"
#include "codec/table/value.h"
#include "model/answer_check.h"

namespace ibtikar {
namespace {

using What = ColumnUse::What;

/// What form tools and people write where they do not know. Negative numbers and 999 are customs of
/// surveys, "-oth-" is LimeSurvey's "other". Each may mean something else in a given form, so what
/// they give is doubtful.
constexpr std::array kNoAnswers = std::to_array<std::string_view>(
    {"don't know", "do not know", "dk", "unknown", "not sure", "no answer", "-99", "-98", "-97", "-999", "-9",
     "999", "-oth-", "prefer not to say", "لا اعرف", "لا ادري", "غير معروف"});
constexpr std::array kDoesNotApply =
    std::to_array<std::string_view>({"na", "n.a.", "not applicable", "does not apply", "غير منطبق"});

bool is_said(std::string_view key, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return search_key(word) == key; });
}

using TextCounts = std::map<std::string, std::size_t>;

TextCounts texts_in(const std::vector<std::vector<std::string>>& rows, std::size_t column) {
  TextCounts counts;
  for (const std::vector<std::string>& row : rows) {
    const std::string& cell = row[column];
    // A column of free text has as many texts as rows. No more codes are proposed than a person
    // reads.
    if (cell.empty() || (counts.size() >= kMostSampleTexts && !counts.contains(cell))) continue;
    ++counts[cell];
  }
  return counts;
}

class CodeDrafter {
 public:
  CodeDrafter(DraftColumn& column, const Rubric& rubric)
      : column_(column),
        rubric_(rubric),
        question_(rubric.question(column.use.question)),
        labels_(rubric, {column.use}),
        // The reader of rows itself, without a mapping: what it understands needs no code.
        reader_(rubric, nullptr, labels_),
        titles_(answer_labels(question_)) {
    for (const CellCode& one : titles_) names_.push_back(one.text);
  }

  void draft(const TextCounts& texts) {
    if (column_.use.what == What::option) return options(texts);
    // Every text is an answer.
    if (question_.type == QuestionType::text) return;
    if (question_.type == QuestionType::choices) find_separator(texts);
    const CodeList* const lists[] = {&titles_};
    for (const auto& [text, count] : texts) {
      if (column_.separator.empty()) {
        if (!is_read(text)) add(text, count);
        continue;
      }
      for (const CellPart& part : parts_of_cell(text, column_.separator, lists))
        if (part.code == nullptr) add(part.text, count);
    }
  }

 private:
  [[nodiscard]] bool is_read(const std::string& text) const {
    const Result<Answer> answer = reader_.answer_of(column_.use, text);
    return answer && check_answer(question_, rubric_.parts().evidence, *answer).has_value();
  }

  void options(const TextCounts& texts) {
    for (const auto& [text, count] : texts) {
      if (truth_of_cell(text) || is_known(text, count)) continue;
      DraftCode code{text, count, true, Guess::unknown};
      // The title of the option itself, or its id, is written where it was ticked.
      const std::string& id = question_.options[column_.use.option].id;
      const CellCode* const known = find_whole_code(titles_, CellText(text));
      if (known != nullptr && std::get<std::string>(known->value) == id) code.certainty = Guess::sure;
      const std::string word = folded(text);
      if (word == "x" || word == "✓" || word == "✔" || word == "checked") code.certainty = Guess::sure;
      if (word == "unchecked") code.certainty = Guess::sure, code.value = false;
      column_.codes.push_back(std::move(code));
    }
  }

  /// The separator that leaves the fewest parts unknown; none if cells can be read without.
  void find_separator(const TextCounts& texts) {
    // Ids between blanks, bars, commas or semicolons are read without a separator.
    if (std::ranges::all_of(texts, [&](const auto& one) { return is_read(one.first); })) return;
    const CodeList* const lists[] = {&titles_};
    std::size_t best = 0;
    // Of equally good ones the first counts. A comma with a blank comes before one without, because
    // titles contain commas.
    for (const std::string_view separator : {", ", ";", ",", "|", "\n", "؛", "،", " "}) {
      std::size_t known = 0;
      std::size_t unknown = 0;
      bool separates = false;
      for (const auto& [text, count] : texts) {
        const std::vector<CellPart> parts = parts_of_cell(text, separator, lists);
        // Microsoft Forms puts the mark behind every answer, the last one too.
        separates = separates || parts.size() > 1 || text.ends_with(separator);
        for (const CellPart& part : parts) ++(part.code != nullptr ? known : unknown);
      }
      // Text that no separator splits into known parts is better left whole.
      if (!separates || known <= unknown) continue;
      const std::size_t worth = 1000 * known / (known + unknown);
      if (worth <= best) continue;
      best = worth;
      column_.separator = separator;
    }
  }

  /// Codes are compared in folded form: texts that differ in case alone are one.
  [[nodiscard]] bool is_known(const std::string& text, std::size_t count) {
    const std::string wanted = folded(text);
    for (DraftCode& code : column_.codes)
      if (folded(code.text) == wanted) {
        code.count += count;
        return true;
      }
    return false;
  }

  void add(const std::string& text, std::size_t count) {
    if (is_known(text, count)) return;
    DraftCode code{text, count, {}, Guess::unknown};
    const std::string key = search_key(folded(text));
    if (is_said(key, kNoAnswers)) {
      // The value stays empty: an open answer.
      code.certainty = Guess::doubtful;
    } else if (is_said(key, kDoesNotApply) || key == "n/a") {
      code.certainty = Guess::doubtful;
      // Where the rubric does not allow it, the answer is open.
      if (question_.not_applicable) code.value = std::string("n/a");
    } else if (const auto near = nearest(text)) {
      code.certainty = Guess::doubtful;
      code.value = *near;
    }
    column_.codes.push_back(std::move(code));
  }

  /// The answer whose title is spelled nearly so, or that begins so.
  [[nodiscard]] std::optional<AnswerValue> nearest(const std::string& text) const {
    const std::string word = folded(text);
    std::optional<AnswerValue> found;
    if (const auto name = nearest_name(word, names_))
      found = titles_[static_cast<std::size_t>(std::ranges::find(names_, *name) - names_.begin())].value;
    constexpr std::size_t kLongEnough = 4;
    std::optional<AnswerValue> begun;
    for (const CellCode& one : titles_) {
      const bool is_near = word.size() >= kLongEnough && one.text.size() >= kLongEnough &&
                           (one.text.starts_with(word) || word.starts_with(one.text));
      if (!is_near) continue;
      // Two answers begin alike: the beginning tells nothing.
      if (begun && *begun != one.value) return found;
      begun = one.value;
    }
    return found ? found : begun;
  }

  DraftColumn& column_;
  const Rubric& rubric_;
  const Question& question_;
  TableLabels labels_;
  RowProposal reader_;
  CodeList titles_;
  std::vector<std::string> names_;
};

}  // namespace

void draft_codes(DraftColumn& column, const std::vector<std::vector<std::string>>& rows,
                 const Rubric& rubric) {
  if (column.use.what != What::answer && column.use.what != What::option) return;
  CodeDrafter(column, rubric).draft(texts_in(rows, column.column));
}

}  // namespace ibtikar
