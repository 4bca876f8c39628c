// See ask_screen.h.
#include "cli/ask_screen.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/utf8.h"

namespace ibtikar::cli {
namespace {

/// Between keys, and between an answer and its remarks.
constexpr std::string_view kDot = " · ";

constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kWidest = 120;

/// Longest text answer or note shown back, in columns.
constexpr std::size_t kMaxShownText = 160;

/// Nothing that is asked is cut: a rubric may be wordy.
constexpr std::size_t kAnyLines = 10'000;

void add_text(Page& page, std::string_view text, const Style& style = kPlain) {
  page.paragraph(0, text, style, kAnyLines);
}

/// "  1  Not at all"
void add_item(Page& page, std::size_t label_columns, std::string label, std::string text) {
  const std::size_t start = label_columns + 2;
  page.row({{std::move(label), label_columns, kPlain, Align::right},
            gap(2),
            {std::move(text), page.columns() - start, kPlain, Align::start, kAnyLines}});
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

std::vector<const LocalizedText*> list_of(const Question& question) {
  std::vector<const LocalizedText*> titles;
  for (const Level& level : question.levels) titles.push_back(&level.title);
  for (const Option& option : question.options) titles.push_back(&option.title);
  return titles;
}

/// The number a person types for this answer in the question's list.
std::size_t list_number(const Question& question, const AnswerValue& value) {
  const double* number = std::get_if<double>(&value);
  for (std::size_t i = 0; number != nullptr && i < question.levels.size(); ++i)
    if (question.levels[i].value == *number) return i + 1;
  const std::string* id = std::get_if<std::string>(&value);
  for (std::size_t i = 0; id != nullptr && i < question.options.size(); ++i)
    if (question.options[i].id == *id) return i + 1;
  return 0;
}

}  // namespace

AskScreen::AskScreen(const Rubric& rubric, std::string language, std::size_t columns, bool color)
    : rubric_(rubric),
      language_(std::move(language)),
      words_(ask_words(language_)),
      columns_(std::clamp(columns, kNarrowest, kWidest)),
      color_(color),
      right_to_left_(primary_language(language_) == "ar") {}

std::string AskScreen::text_of(const LocalizedText& text) const {
  return plain(text.in(language_, rubric_.fallback_language()));
}

/// In an isolate where it could turn what stands beside it.
std::string AskScreen::foreign(std::string_view text) const {
  return right_to_left_ || may_turn(text) ? isolated(text) : plain(text);
}

std::string AskScreen::sentence(std::string_view pattern,
                                std::initializer_list<std::string_view> foreign_texts) const {
  std::vector<std::string> safe;
  for (const std::string_view text : foreign_texts) safe.push_back(foreign(text));
  safe.resize(4);
  return filled(pattern, {safe[0], safe[1], safe[2], safe[3]});
}

std::string AskScreen::lines(std::string_view sentence) const {
  Page out = page();
  add_text(out, sentence);
  return out.text();
}

std::string AskScreen::opening(std::string_view path, bool is_new, const Progress& progress) const {
  Page out = page();
  if (is_new)
    add_text(out, sentence(words_.new_file, {path}));
  else
    add_text(out, sentence(words_.resumed_file,
                           {path, std::to_string(progress.answered), std::to_string(progress.total)}));
  add_text(out, sentence(words_.rubric_is,
                         {text_of(rubric_.parts().title), rubric_.id() + " " + rubric_.version()}));
  add_text(out, words_.saved_as_you_go);
  return out.text();
}

std::string AskScreen::question(const Interview& interview) const {
  const std::size_t number = interview.at_hand().value_or(0);
  const Question& question = rubric_.question(number);
  const Progress progress = interview.progress();
  Page out = page();
  out.blank();
  add_text(out, filled(words_.progress, {std::to_string(rubric_.place(number).section + 1),
                                         std::to_string(rubric_.sections().size()),
                                         std::to_string(progress.position), std::to_string(progress.total)}));
  add_text(out, sentence("{0}: {1}", {text_of(rubric_.section_of(number).title),
                                      text_of(rubric_.criterion_of(number).title)}));
  out.blank();
  add_text(out, text_of(question.ask), kBold);
  add_choices(out, question);
  add_text(out, what_to_type(question));
  if (interview.may_not_apply(number)) add_text(out, words_.may_not_apply);
  add_present_answer(out, interview, number);
  add_text(out, keys(number, interview.is_answered(number)));
  return out.text();
}

void AskScreen::add_choices(Page& page, const Question& question) const {
  if (question.type == QuestionType::yes_no) {
    add_item(page, 3, "1", std::string(words_.yes));
    add_item(page, 3, "2", std::string(words_.no));
  }
  const auto titles = list_of(question);
  const std::size_t label_columns = 2 + std::to_string(titles.size()).size();
  for (std::size_t i = 0; i < titles.size(); ++i)
    add_item(page, label_columns, std::to_string(i + 1), text_of(*titles[i]));
  if (question.type == QuestionType::choices)
    add_item(page, label_columns, "0", std::string(words_.none_of_them));
}

std::string AskScreen::what_to_type(const Question& question) const {
  switch (question.type) {
    case QuestionType::number:
      return number_words(question);
    case QuestionType::choices:
      return std::string(words_.several_numbers);
    case QuestionType::text:
      return std::string(words_.some_words);
    case QuestionType::scale:
    case QuestionType::yes_no:
    case QuestionType::choice:
      break;  // the list says it
  }
  return {};
}

std::string AskScreen::number_words(const Question& question) const {
  const std::string least = question.min ? shortest(*question.min) : std::string();
  const std::string greatest = question.max ? shortest(*question.max) : std::string();
  std::string out;
  if (question.min && question.max)
    out = filled(words_.number_between, {least, greatest});
  else if (question.min)
    out = filled(words_.number_at_least, {least});
  else if (question.max)
    out = filled(words_.number_at_most, {greatest});
  else
    out = words_.number_any;
  const std::string unit = text_of(question.unit);
  return unit.empty() ? out : sentence(out + " ({0})", {unit});
}

void AskScreen::add_present_answer(Page& page, const Interview& interview, std::size_t number) const {
  const Answer* answer = interview.answer(number);
  if (answer == nullptr) return;
  const bool is_answered = interview.is_answered(number);
  const bool has_value = answer->not_applicable || !std::holds_alternative<std::monostate>(answer->value);
  if (!is_answered && has_value) add_text(page, words_.unfitting_answer);
  std::string words;
  if (is_answered)
    words = filled(words_.present_answer, {foreign(answer_words(rubric_.question(number), *answer))});
  add_text(page, with_remarks(std::move(words), *answer));
}

std::string AskScreen::answer_words(const Question& question, const Answer& answer) const {
  if (answer.not_applicable) return std::string(words_.does_not_apply);
  struct Words {
    const AskScreen& screen;
    const Question& question;
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(bool truth) const {
      return std::string(truth ? screen.words_.yes : screen.words_.no);
    }
    std::string operator()(double number) const {
      if (question.type == QuestionType::scale) return listed(number);
      const std::string unit = screen.text_of(question.unit);
      return shortest(number) + (unit.empty() ? "" : " ") + unit;
    }
    std::string operator()(const std::string& text) const {
      if (question.type == QuestionType::choice) return listed(text);
      if (question.type != QuestionType::text && text == "n/a")
        return std::string(screen.words_.does_not_apply);
      if (question.type == QuestionType::yes_no)
        return std::string(text == "yes" ? screen.words_.yes : screen.words_.no);
      return shorten(plain(text), kMaxShownText);
    }
    std::string operator()(const std::vector<std::string>& ids) const {
      std::vector<std::string> titles;
      for (const std::string& id : ids) titles.push_back(listed(id));
      return titles.empty() ? std::string(screen.words_.none_of_them) : joined(titles, "; ");
    }
    std::string listed(const AnswerValue& value) const {
      const std::size_t number = list_number(question, value);
      const auto titles = list_of(question);
      if (number == 0) return std::string(screen.words_.does_not_apply);  // "n/a": all else is in the list
      return std::to_string(number) + " " + screen.text_of(*titles[number - 1]);
    }
  };
  return std::visit(Words{*this, question}, answer.value);
}

std::string AskScreen::with_remarks(std::string words, const Answer& answer) const {
  std::vector<std::string> parts;
  if (!words.empty()) parts.push_back(std::move(words));
  if (!answer.evidence.empty())
    parts.push_back(sentence(words_.evidence_is, {evidence_title(answer.evidence)}));
  if (!answer.note.empty())
    parts.push_back(sentence(words_.note_is, {shorten(plain(answer.note), kMaxShownText)}));
  return joined(parts, kDot);
}

std::string AskScreen::saved(const Interview& interview, std::size_t number) const {
  const Answer* answer = interview.answer(number);
  if (answer == nullptr || !interview.is_answered(number)) return lines(words_.saved_remark);
  const std::string words = filled(words_.saved, {foreign(answer_words(rubric_.question(number), *answer))});
  return lines(with_remarks(words, *answer));
}

std::string AskScreen::evidence_title(const std::string& id) const {
  for (const EvidenceLevel& level : rubric_.parts().evidence.levels)
    if (level.id == id && !level.title.empty()) return text_of(level.title);
  return plain(id);
}

/// As many keys as fit on one line: remarks go first, help names them; then "does not apply".
std::string AskScreen::keys(std::size_t number, bool is_answered) const {
  const Question& question = rubric_.question(number);
  std::vector<std::string> first = {std::string(is_answered ? words_.key_keep : words_.key_skip),
                                    std::string(words_.key_back), std::string(words_.key_help)};
  std::vector<std::string> remarks;
  if (!rubric_.parts().evidence.levels.empty()) remarks.emplace_back(words_.key_evidence);
  remarks.emplace_back(words_.key_note);
  std::vector<std::string> does_not_apply;
  if (question.not_applicable)
    does_not_apply.emplace_back(question.type == QuestionType::yes_no ? words_.key_not_applicable_yes_no
                                                                      : words_.key_not_applicable);
  const std::vector<std::string> stop = {std::string(words_.key_stop)};
  const std::vector<std::string> none;
  for (const auto& [left, middle] : {std::pair(remarks, does_not_apply), std::pair(none, does_not_apply)}) {
    std::vector<std::string> all = first;
    for (const auto* part : {&left, &middle, &stop}) all.insert(all.end(), part->begin(), part->end());
    const std::string line = joined(all, kDot);
    if (display_width(line) <= columns_) return line;
  }
  first.push_back(stop.front());
  return joined(first, kDot);
}

std::string AskScreen::help(std::size_t number) const {
  const Question& question = rubric_.question(number);
  Page out = page();
  out.blank();
  add_text(out, text_of(rubric_.criterion_of(number).why));
  add_text(out, text_of(question.help));
  if (!question.evidence_hint.empty())
    add_text(out, sentence(words_.evidence_hint, {text_of(question.evidence_hint)}));
  add_evidence_levels(out);
  add_text(out, sentence(words_.example, {example(question)}));
  if (question.not_applicable)
    add_text(out, question.type == QuestionType::yes_no ? words_.key_not_applicable_yes_no
                                                        : words_.key_not_applicable);
  add_text(out, words_.back_far);
  return out.text();
}

void AskScreen::add_evidence_levels(Page& page) const {
  const auto& levels = rubric_.parts().evidence.levels;
  if (levels.empty()) return;
  add_text(page, words_.evidence_levels);
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const std::string help = text_of(levels[i].help);
    add_item(page, 4, "@" + std::to_string(i + 1),
             evidence_title(levels[i].id) + (help.empty() ? "" : ": ") + help);
  }
}

/// A line as it could be typed: "2 @2 # Board minutes of 3 May".
std::string AskScreen::example(const Question& question) const {
  std::string out = "1";
  if (question.type == QuestionType::choices) out = "1 2";
  if (question.type == QuestionType::number) out = shortest(question.min.value_or(question.max.value_or(12)));
  if (question.type == QuestionType::text) out = "...";
  const std::size_t levels = rubric_.parts().evidence.levels.size();
  if (levels > 0) out += " @" + std::to_string(std::min<std::size_t>(levels, 2));
  return out + " # " + std::string(words_.example_note);
}

std::string AskScreen::evidence_choices() const {
  std::vector<std::string> choices;
  const auto& levels = rubric_.parts().evidence.levels;
  for (std::size_t i = 0; i < levels.size(); ++i)
    choices.push_back(std::to_string(i + 1) + " " + evidence_title(levels[i].id));
  return joined(choices, right_to_left_ ? "، " : ", ");
}

std::string AskScreen::would_be_right(const Question& question) const {
  const std::string list_size = std::to_string(std::max(question.levels.size(), question.options.size()));
  if (question.type == QuestionType::number) return number_words(question);
  if (question.type == QuestionType::yes_no) return std::string(words_.type_yes_no);
  if (question.type == QuestionType::choices) return filled(words_.type_several, {list_size});
  return filled(words_.type_list_number, {list_size});
}

std::string AskScreen::explain(const Misreading& misreading, std::size_t number) const {
  using Kind = Misreading::Kind;
  const std::string typed = shorten(plain(misreading.typed), kMaxShownText);
  const std::string right = " " + would_be_right(rubric_.question(number));
  switch (misreading.kind) {
    case Kind::unreadable:
      return std::string(words_.unreadable);
    case Kind::too_long:
      return filled(words_.too_long, {std::to_string(kMaxReplyBytes)});
    case Kind::not_an_answer:
      return sentence(words_.not_an_answer, {typed}) + right;
    case Kind::not_in_list:
      return sentence(words_.not_in_list, {typed}) + right;
    case Kind::given_twice:
      return sentence(words_.given_twice, {typed}) + right;
    case Kind::out_of_range:
      return sentence(words_.out_of_range, {typed}) + right;
    case Kind::two_meanings: {
      std::string together = misreading.typed;
      std::string pointed = misreading.typed;
      std::erase(together, ',');
      std::replace(pointed.begin(), pointed.end(), ',', '.');
      return sentence(words_.two_meanings, {typed, together, pointed});
    }
    case Kind::always_applies:
      return std::string(words_.always_applies);
    case Kind::no_evidence:
      return std::string(words_.no_evidence);
    case Kind::unknown_evidence:
      return sentence(words_.unknown_evidence, {typed, evidence_choices()});
  }
  return {};
}

}  // namespace ibtikar::cli
