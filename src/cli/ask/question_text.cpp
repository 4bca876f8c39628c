// See question_text.h.
#include "cli/ask/question_text.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/number_reading.h"
#include "base/safe_text.h"
#include "base/utf8.h"

namespace ibtikar::cli {
namespace {

/// Between keys, and between an answer and its remarks.
constexpr std::string_view kDot = " · ";

constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kWidest = 120;

/// Nothing that is asked is cut: a rubric may be wordy.
constexpr std::size_t kAnyLines = 10'000;

void add_text(Page& page, std::string_view text, const Style& style = kPlain) {
  page.paragraph(0, text, style, kAnyLines);
}

/// The least and the greatest key of a scale's levels.
std::pair<std::size_t, std::size_t> ends_of_keys(const Question& question) {
  std::size_t least = level_key(question, 0);
  std::size_t greatest = least;
  for (std::size_t i = 1; i < question.levels.size(); ++i) {
    least = std::min(least, level_key(question, i));
    greatest = std::max(greatest, level_key(question, i));
  }
  return {least, greatest};
}

/// "  1  Not at all"
void add_item(Page& page, std::size_t label_columns, std::string label, std::string text) {
  const std::size_t start = label_columns + 2;
  page.row({{std::move(label), label_columns, kPlain, Align::right},
            gap(2),
            {std::move(text), page.columns() - start, kPlain, Align::start, kAnyLines}});
}

}  // namespace

std::string keys_text(const Question& question) {
  std::size_t least = 1;
  std::size_t greatest = question.type == QuestionType::yes_no ? 2 : list_of(question).size();
  if (question.type == QuestionType::scale) std::tie(least, greatest) = ends_of_keys(question);
  return std::to_string(least) + "-" + std::to_string(std::min<std::size_t>(greatest, 9));
}

QuestionText::QuestionText(const Rubric& rubric, std::string_view language, std::size_t columns, bool color)
    : rubric_(rubric), reader_(rubric, language), words_(reader_.words()), color_(color) {
  fit(columns);
}

void QuestionText::fit(std::size_t columns) { columns_ = std::clamp(columns, kNarrowest, kWidest); }

std::string QuestionText::rules(std::size_t number) const { return rules(number, columns_); }

std::string QuestionText::lines(std::string_view sentence) const {
  Page out = page();
  add_text(out, sentence);
  return out.text();
}

std::string QuestionText::opening(std::string_view path, bool is_new, const Progress& progress) const {
  Page out = page();
  if (is_new)
    add_text(out, reader_.sentence(words_.new_file, {path}));
  else
    add_text(out, reader_.sentence(words_.resumed_file, {path, std::to_string(progress.answered),
                                                         std::to_string(progress.total)}));
  add_text(out, reader_.sentence(words_.rubric_is, {reader_.text(rubric_.parts().title),
                                                    rubric_.id() + " " + rubric_.version()}));
  add_text(out, words_.saved_as_you_go);
  return out.text();
}

std::string QuestionText::place_of(std::size_t number) const {
  const std::string section = reader_.text(rubric_.section_of(number).title);
  const std::string criterion = reader_.text(rubric_.criterion_of(number).title);
  return section == criterion ? section : reader_.sentence("{0}: {1}", {section, criterion});
}

std::string QuestionText::question(const Interview& interview) const {
  const std::size_t number = interview.at_hand().value_or(0);
  const Question& question = rubric_.question(number);
  const Progress progress = interview.progress();
  Page out = page();
  out.blank();
  add_text(out, filled(words_.progress, {std::to_string(rubric_.place(number).section + 1),
                                         std::to_string(rubric_.sections().size()),
                                         std::to_string(progress.position), std::to_string(progress.total)}));
  add_text(out, place_of(number));
  out.blank();
  add_text(out, reader_.text(question.ask), kBold);
  add_choices(out, question);
  add_text(out, what_to_type(question));
  if (interview.may_not_apply(number)) add_text(out, words_.may_not_apply);
  if (const std::string present = present_answer(interview, number); !present.empty()) add_text(out, present);
  add_text(out, keys(number, interview.is_answered(number)));
  return out.text();
}

void QuestionText::add_choices(Page& page, const Question& question) const {
  if (question.type == QuestionType::yes_no) {
    add_item(page, 3, "1", std::string(words_.yes));
    add_item(page, 3, "2", std::string(words_.no));
  }
  const auto titles = list_of(question);
  const std::size_t label_columns = 2 + std::to_string(titles.size()).size();
  for (std::size_t i = 0; i < titles.size(); ++i)
    add_item(page, label_columns, key_text(question, i), reader_.text(*titles[i]));
  if (question.type == QuestionType::choices)
    add_item(page, label_columns, "0", std::string(words_.none_of_them));
}

std::string QuestionText::what_to_type(const Question& question) const {
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

std::string QuestionText::number_words(const Question& question) const {
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
  const std::string unit = reader_.text(question.unit);
  return unit.empty() ? out + "." : reader_.sentence(out + " ({0}).", {unit});
}

std::string QuestionText::present_answer(const Interview& interview, std::size_t number) const {
  const Answer* answer = interview.answer(number);
  if (answer == nullptr) return {};
  const bool is_answered = interview.is_answered(number);
  const bool has_value = answer->not_applicable || !std::holds_alternative<std::monostate>(answer->value);
  std::vector<std::string> parts;
  if (is_answered)
    parts.push_back(
        reader_.sentence(words_.present_answer, {reader_.answer(rubric_.question(number), *answer)}));
  else if (has_value)
    parts.emplace_back(words_.unfitting_answer);
  for (std::string& remark : reader_.remarks(*answer)) parts.push_back(std::move(remark));
  return joined(parts, kDot);
}

std::string QuestionText::saved(const Interview& interview, std::size_t number) const {
  const Answer* answer = interview.answer(number);
  if (answer == nullptr || !interview.is_answered(number)) return lines(words_.saved_remark);
  std::vector<std::string> parts = reader_.remarks(*answer);
  parts.insert(parts.begin(),
               reader_.sentence(words_.saved, {reader_.answer(rubric_.question(number), *answer)}));
  return lines(joined(parts, kDot));
}

/// As many keys as fit on one line: remarks go first, help names them; then "does not apply".
std::string QuestionText::keys(std::size_t number, bool is_answered) const {
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

std::string QuestionText::explanation(std::size_t number, std::size_t columns) const {
  const Question& question = rubric_.question(number);
  Page out({columns, reader_.right_to_left(), color_});
  out.blank();
  add_text(out, reader_.text(rubric_.criterion_of(number).why));
  add_text(out, reader_.text(question.help));
  if (!question.example.empty())
    add_text(out, reader_.sentence(words_.example, {reader_.text(question.example)}));
  if (!question.evidence_hint.empty())
    add_text(out, reader_.sentence(words_.evidence_hint, {reader_.text(question.evidence_hint)}));
  if (question.needs) add_text(out, reader_.sentence(words_.credit_needs, {needs_list(*question.needs)}));
  return out.text();
}

std::string QuestionText::needs_list(const CreditNeeds& needs) const {
  std::string list;
  const auto add = [&](std::string_view one) {
    if (!list.empty()) list += reader_.right_to_left() ? "، " : ", ";
    list += one;
  };
  if (needs.note) add(words_.needs_note);
  if (needs.link) add(words_.needs_link);
  if (!needs.evidence.empty())
    add(reader_.sentence(words_.needs_evidence, {reader_.evidence(needs.evidence)}));
  return list;
}

std::string QuestionText::rules(std::size_t number, std::size_t columns) const {
  const Question& question = rubric_.question(number);
  if (question.rules.empty()) return {};
  Page out({columns, reader_.right_to_left(), color_});
  out.blank();
  add_text(out, words_.rules);
  for (const LocalizedText& rule : question.rules) add_item(out, 3, "-", reader_.text(rule));
  return out.text();
}

std::string QuestionText::help(std::size_t number) const {
  const Question& question = rubric_.question(number);
  Page out = page();
  if (!question.rules.empty()) add_text(out, words_.more_rules);
  add_evidence_levels(out);
  add_text(out, reader_.sentence(words_.example, {example(question)}));
  if (question.not_applicable)
    add_text(out, question.type == QuestionType::yes_no ? words_.key_not_applicable_yes_no
                                                        : words_.key_not_applicable);
  add_text(out, words_.back_far);
  return explanation(number, columns_) + out.text();
}

void QuestionText::add_evidence_levels(Page& page) const {
  const auto& levels = rubric_.parts().evidence.levels;
  if (levels.empty()) return;
  add_text(page, words_.evidence_levels);
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const std::string help = reader_.text(levels[i].help);
    add_item(page, 4, "@" + std::to_string(i + 1),
             reader_.evidence(levels[i].id) + (help.empty() ? "" : ": ") + help);
  }
}

/// A line as it could be typed: "2 @2 # Board minutes of 3 May".
std::string QuestionText::example(const Question& question) const {
  std::string out = "1";
  if (question.type == QuestionType::choices) out = "1 2";
  if (question.type == QuestionType::number) out = shortest(question.min.value_or(question.max.value_or(12)));
  if (question.type == QuestionType::text) out = "...";
  const std::size_t levels = rubric_.parts().evidence.levels.size();
  if (levels > 0) out += " @" + std::to_string(std::min<std::size_t>(levels, 2));
  return out + " # " + std::string(words_.example_note);
}

std::string QuestionText::would_be_right(const Question& question) const {
  if (question.type == QuestionType::scale) {
    const auto [least, greatest] = ends_of_keys(question);
    return filled(words_.type_level, {std::to_string(least), std::to_string(greatest)});
  }
  const std::string list_size = std::to_string(question.options.size());
  if (question.type == QuestionType::number) return number_words(question);
  if (question.type == QuestionType::yes_no) return std::string(words_.type_yes_no);
  if (question.type == QuestionType::choices) return filled(words_.type_several, {list_size});
  return filled(words_.type_list_number, {list_size});
}

std::string QuestionText::explain(const ParseError& misreading, std::size_t number) const {
  using Fault = ParseError::Kind;
  const std::string typed = AnswerText::excerpt(misreading.typed);
  const std::string right = " " + would_be_right(rubric_.question(number));
  switch (misreading.kind) {
    case Fault::unreadable:
      return std::string(words_.unreadable);
    case Fault::too_long:
      return filled(words_.too_long, {std::to_string(kMaxReplyBytes)});
    case Fault::not_an_answer:
      return reader_.sentence(words_.not_an_answer, {typed}) + right;
    case Fault::not_in_list:
      return reader_.sentence(words_.not_in_list, {typed}) + right;
    case Fault::given_twice:
      return reader_.sentence(words_.given_twice, {typed}) + right;
    case Fault::out_of_range:
      return reader_.sentence(words_.out_of_range, {typed}) + right;
    case Fault::two_meanings: {
      const NumberReadings readings = read_number(misreading.typed);
      return reader_.sentence(words_.two_meanings, {typed, shortest(readings.with_point.value_or(0)),
                                                    shortest(readings.with_comma.value_or(0))});
    }
    case Fault::not_whole:
      return reader_.sentence(words_.not_whole, {typed}) + right;
    case Fault::nothing_ticked:
      return std::string(words_.nothing_ticked);
    case Fault::always_applies:
      return std::string(words_.always_applies);
    case Fault::no_evidence:
      return std::string(words_.no_evidence);
    case Fault::unknown_evidence:
      return reader_.sentence(words_.unknown_evidence, {typed, reader_.evidence_list()});
  }
  return {};
}

}  // namespace ibtikar::cli
