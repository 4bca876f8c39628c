// See heading_match.h.
#include "codec/table/heading_match.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/search_key.h"
#include "base/typed_text.h"
#include "codec/table/layout.h"
#include "model/operand.h"

namespace ibtikar {
namespace {

using What = ColumnUse::What;

/// Marks that stand between the parts of names: "goal/written", "goal_written", "goal-written".
bool is_name_mark(char c) { return std::string_view(" ./_-:[]()").find(c) != std::string_view::npos; }

// Tools replace the marks in an id, each by a mark of its own choice.
std::string name_key(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (!is_name_mark(c))
      out += c;
    else if (!out.empty() && !out.ends_with('-'))
      out += '-';
  while (out.ends_with('-')) out.pop_back();
  return out;
}

std::vector<std::string> words_of(std::string_view key) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    // In bytes. Shorter words stand in nearly every question, and would make all of them alike.
    constexpr std::size_t kShortest = 3;
    if (word.size() >= kShortest) words.push_back(word);
    word.clear();
  };
  for (const char c : key) {
    // Bytes of other scripts all count as letters. The key has no case and no accents any more.
    const bool is_letter = (c & 0x80) != 0 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_letter)
      word += c;
    else
      end_word();
  }
  end_word();
  // Sorted and without doubles, as likeness() needs them.
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

/// How much two texts have in common, from 0 to 1 (Dice).
double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<std::string> common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

struct KnownField {
  std::string_view heading;
  What what;
};

/// As form tools call them, the better ones first. An id that the tool made is unique; a column that
/// is only called "id" may hold anything. The day of submission is taken before those of the
/// beginning and the end.
constexpr std::array kKnownFields = std::to_array<KnownField>({
    {"_uuid", What::id},
    {"meta-instanceid", What::id},
    {"instanceid", What::id},
    {"key", What::id},
    {"responseid", What::id},
    {"response id", What::id},
    {"id. response id", What::id},
    {"respondent id", What::id},
    {"record_id", What::id},
    {"_id", What::id},
    {"id", What::id},
    {"title", What::title},
    {"name of the program", What::title},
    {"name of your program", What::title},
    {"program name", What::title},
    {"project name", What::title},
    {"program", What::title},
    {"project", What::title},
    {"organization", What::organization},
    {"organisation", What::organization},
    {"assessor", What::assessor},
    {"reviewer", What::assessor},
    {"date", What::date},
    {"submissiondate", What::date},
    {"submitdate", What::date},
    {"submitdate. date submitted", What::date},
    {"_submission_time", What::date},
    {"completion time", What::date},
    {"timestamp", What::date},
    {"طابع زمني", What::date},
    {"end", What::date},
    {"enddate", What::date},
    {"start", What::date},
    {"startdate", What::date},
    {"start date", What::date},
    {"start time", What::date},
});

}  // namespace

std::optional<FieldGuess> field_guess(std::string_view folded_heading) {
  const auto found = std::ranges::find(kKnownFields, folded_heading, &KnownField::heading);
  if (found == kKnownFields.end()) return std::nullopt;
  return FieldGuess{found->what, static_cast<std::size_t>(found - kKnownFields.begin()) + 1};
}

HeadingMatcher::HeadingMatcher(const Rubric& rubric) : rubric_(rubric), labels_(rubric) {
  // Two ids may differ in their marks alone. Such a name stands for neither.
  std::set<std::string> twice;
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    const std::string key = name_key(rubric.full_id(q));
    if (!by_id_.emplace(key, q).second) twice.insert(key);
    for (const Translation& one : rubric.question(q).ask.translations) {
      std::string text = search_key(folded(one.text));
      std::vector<std::string> words = words_of(text);
      texts_.push_back({std::move(text), std::move(words), q});
    }
  }
  for (const std::string& key : twice) by_id_.erase(key);
}

HeadingMatcher::Match HeadingMatcher::base_match(std::string_view heading) const {
  const std::string text = folded(heading);
  Match match;
  // From the strictest comparison to the loosest: a heading that is an id must not be taken for the
  // text of another question.
  match.use = use_of_name(text, rubric_);
  if (match.use.what == What::passed_over) match.use = labels_.use_of(text);
  if (match.use.what == What::passed_over)
    if (const auto known = by_id_.find(name_key(text)); known != by_id_.end()) {
      match.use.what = What::answer;
      match.use.question = known->second;
    }
  if (match.use.what != What::passed_over) {
    match.certainty = Guess::sure;
    return match;
  }
  // "Q4. How far is it written down?": the text of a question inside the heading. Short texts may
  // stand there for other reasons.
  constexpr std::size_t kLongEnough = 12;
  const std::string key = search_key(text);
  const QuestionText* longest = nullptr;
  bool is_one = true;
  for (const QuestionText& one : texts_) {
    if (one.key.size() < kLongEnough || key.find(one.key) == std::string::npos) continue;
    // A text can be a part of another one: then the longer is meant. Two questions with one text
    // are no match.
    if (longest != nullptr && one.key.size() < longest->key.size()) continue;
    is_one = longest == nullptr || one.key.size() > longest->key.size() || one.question == longest->question;
    longest = &one;
  }
  if (longest == nullptr || !is_one) return match;
  match.use.what = What::answer;
  match.use.question = longest->question;
  match.certainty = Guess::sure;
  return match;
}

HeadingMatcher::Match HeadingMatcher::option_match(std::string_view base, std::string_view option) const {
  Match match = base_match(base);
  if (match.use.what != What::answer) return {};
  const Question& question = rubric_.question(match.use.question);
  // Tools make a column of each option only where several can be chosen.
  if (question.type != QuestionType::choices) return {};
  const CodeList titles = answer_labels(question);
  const CellCode* const code = find_whole_code(titles, CellText(option));
  if (code == nullptr) return {};
  const auto number = find_option(question, std::get<std::string>(code->value));
  if (!number) return {};
  match.use.what = What::option;
  match.use.option = *number;
  return match;
}

HeadingMatcher::Match HeadingMatcher::match(const Heading& heading) const {
  // SurveyMonkey writes the question above, and its options in the row below.
  if (!heading.below.empty() && !heading.above.empty()) {
    if (const Match option = option_match(heading.above, heading.below); option.certainty != Guess::unknown)
      return option;
    if (heading.folded.empty()) return {};
  }
  const std::string& text = heading.folded;
  // "who___1" of REDCap, "people/who/users" of Kobo, "who[SQ1]" of LimeSurvey, "Who? [Users]" of
  // Google Forms. Both sides must be known, so a mark that is part of a text does no harm.
  for (const std::string_view mark : {"___", "/", " [", "[", " (", ": ", " - ", "."}) {
    const std::size_t at = text.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    std::string_view option = std::string_view(text).substr(at + mark.size());
    while (option.ends_with(']') || option.ends_with(')')) option.remove_suffix(1);
    if (const Match found = option_match(std::string_view(text).substr(0, at), option);
        found.certainty != Guess::unknown)
      return found;
  }
  return base_match(text);
}

HeadingMatcher::Match HeadingMatcher::nearest(const Heading& heading,
                                              const std::vector<std::size_t>& open) const {
  // Half of the words in common, and clearly more than with any other question. A person confirms
  // each of these matches, so a miss costs less than a wrong proposal.
  constexpr double kLikeEnough = 0.5;
  constexpr double kAhead = 0.1;
  const std::vector<std::string> words = words_of(search_key(heading.folded));
  std::map<std::size_t, double> by_question;
  for (const QuestionText& one : texts_)
    // The numbers in `open` ascend.
    if (std::ranges::binary_search(open, one.question)) {
      // A question has a text in each language. The one that fits best counts.
      double& best = by_question[one.question];
      best = std::max(best, likeness(words, one.words));
    }
  Match match;
  double first = 0;
  double second = 0;
  for (const auto& [question, like] : by_question) {
    if (like <= first) {
      second = std::max(second, like);
      continue;
    }
    second = std::exchange(first, like);
    match.use.question = question;
  }
  if (first < kLikeEnough || first - second < kAhead) return {};
  match.use.what = What::answer;
  match.certainty = Guess::doubtful;
  return match;
}

}  // namespace ibtikar
