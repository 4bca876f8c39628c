// parse_reply: the grammar of a typed line; see ibtikar/interview.h.
//
// A line is a command, or VALUE @LEVEL # NOTE with any of the three left out.
// It is cut from the right: first the note, then the evidence; what is left is
// the value, read as the question's type says.
#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>

#include "base/decimal.h"
#include "base/number_reading.h"
#include "base/safe_text.h"
#include "base/typed_text.h"
#include "base/utf8.h"
#include "ibtikar/interview.h"
#include "interview/evidence_match.h"
#include "interview/unit_match.h"

namespace ibtikar {
namespace {

using Kind = ParseError::Kind;

Reply misread(Kind kind, std::string_view typed) { return ParseError{kind, std::string(typed)}; }

Reply answered(AnswerValue value) { return AnswerReply{std::move(value), false, {}, {}}; }

/// The commands by their words; "<12" is read apart.
std::optional<Reply> parse_command(std::string_view words) {
  const auto is_one_of = [&](auto... names) { return ((words == std::string_view(names)) || ...); };
  if (words.empty()) return SkipReply{};
  if (is_one_of("<", "＜", "رجوع")) return BackReply{};
  if (is_one_of("?", "؟", "？", "مساعدة")) return HelpReply{};
  if (is_one_of("q", "خروج")) return StopReply{};
  if (is_one_of(">", "＞", "تقدم")) return ForwardReply{};
  if (is_one_of("m", "علامة")) return MarkReply{};
  if (is_one_of("r", "مراجعة")) return ShowReply{ShowReply::What::review, {}};
  if (is_one_of("s", "الدرجة")) return ShowReply{ShowReply::What::score, {}};
  if (is_one_of("a", "الخطوة", "نصيحة")) return ShowReply{ShowReply::What::advice, {}};
  if (is_one_of("e", "محرر")) return EditReply{};
  if (is_one_of("قائمة")) return ShowReply{};
  if (words.starts_with('/') || words.starts_with("／"))
    return ShowReply{ShowReply::What::list, std::string(trimmed(words.substr(words[0] == '/' ? 1 : 3)))};
  if (!words.starts_with('<')) return std::nullopt;
  const auto position = parse_count(trimmed(words.substr(1)));
  if (!position) return std::nullopt;
  return BackReply{position};
}

/// The three parts of a line that is not a command.
struct Parts {
  std::string value;
  std::optional<std::string> evidence;  ///< as typed, without the "@"
  std::optional<std::string> note;
};

/// The first place of `mark`; in a text answer, only at the start or after a space.
std::size_t find_mark(std::string_view line, char mark, bool needs_space) {
  for (std::size_t at = line.find(mark); at != std::string_view::npos; at = line.find(mark, at + 1))
    if (!needs_space || at == 0 || line[at - 1] == ' ') return at;
  return std::string_view::npos;
}

/// In a text answer "@" is evidence only as the last word, and only if a level
/// is called so: people write addresses and names with it.
std::size_t find_evidence_mark(std::string_view line, bool is_text, const Evidence& evidence) {
  if (!is_text) return line.find('@');
  const std::size_t at = line.rfind('@');
  if (at == std::string_view::npos || (at > 0 && line[at - 1] != ' ')) return std::string_view::npos;
  return match_evidence(evidence, line.substr(at + 1)) ? at : std::string_view::npos;
}

Parts split(std::string_view line, const Question& question, const Evidence& evidence) {
  const bool is_text = question.type == QuestionType::text;
  Parts parts;
  if (const std::size_t at = find_mark(line, '#', is_text); at != std::string_view::npos) {
    parts.note = std::string(trimmed(line.substr(at + 1)));
    line = trimmed(line.substr(0, at));
  }
  if (const std::size_t at = find_evidence_mark(line, is_text, evidence); at != std::string_view::npos) {
    parts.evidence = std::string(trimmed(line.substr(at + 1)));
    line = line.substr(0, at);
  }
  parts.value = std::string(trimmed(line));
  return parts;
}

bool says_does_not_apply(std::string_view folded_value, QuestionType type) {
  if (folded_value == "n/a" || folded_value == "لا ينطبق") return true;
  return folded_value == "n" && type != QuestionType::yes_no;
}

Reply parse_scale(const Question& question, std::string_view value) {
  const auto count = parse_count(value);
  if (!count) return misread(Kind::not_an_answer, value);
  const auto level = find_level(question, *count);
  if (!level) return misread(Kind::not_in_list, value);
  return answered(question.levels[*level].value);
}

Reply parse_yes_no(std::string_view value) {
  static constexpr std::array<std::string_view, 5> kYes = {"1", "y", "yes", "نعم", "ن"};
  static constexpr std::array<std::string_view, 4> kNo = {"2", "n", "no", "لا"};
  if (std::find(kYes.begin(), kYes.end(), value) != kYes.end()) return answered(true);
  if (std::find(kNo.begin(), kNo.end(), value) != kNo.end()) return answered(false);
  return misread(Kind::not_an_answer, value);
}

/// The option of this number in the list, else of this id.
std::variant<std::size_t, ParseError> find_listed(const Question& question, std::string_view word) {
  const auto count = parse_count(word);
  if (count && *count >= 1 && *count <= question.options.size()) return *count - 1;
  for (std::size_t i = 0; i < question.options.size(); ++i)
    if (question.options[i].id == word) return i;
  return ParseError{count ? Kind::not_in_list : Kind::not_an_answer, std::string(word)};
}

Reply parse_choice(const Question& question, std::string_view value) {
  auto option = find_listed(question, value);
  if (auto* misreading = std::get_if<ParseError>(&option)) return std::move(*misreading);
  return answered(question.options[std::get<std::size_t>(option)].id);
}

Reply parse_choices(const Question& question, std::string_view value) {
  if (value == "0") return answered(std::vector<std::string>{});
  std::vector<bool> chosen(question.options.size(), false);
  for (const std::string& word : listed_words(value)) {
    auto option = find_listed(question, word);
    if (auto* misreading = std::get_if<ParseError>(&option)) return std::move(*misreading);
    const std::size_t index = std::get<std::size_t>(option);
    if (chosen[index]) return misread(Kind::given_twice, word);
    chosen[index] = true;
  }
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < chosen.size(); ++i)
    if (chosen[i]) ids.push_back(question.options[i].id);
  if (ids.empty()) return misread(Kind::not_an_answer, value);  // commas alone
  return answered(std::move(ids));
}

bool is_whole(const std::optional<double>& number) { return number && *number == std::floor(*number); }

/// Counted things need a whole number, so only one of two readings is possible.
void keep_whole(NumberReadings& readings) {
  if (readings.are_two() && is_whole(readings.with_point) != is_whole(readings.with_comma))
    (is_whole(readings.with_point) ? readings.with_comma : readings.with_point).reset();
}

/// `value` without the sign for a hundredth that some write in front.
std::string_view behind_per_cent(std::string_view value, const LocalizedText& unit) {
  for (const std::string_view sign : {"%", "٪"})
    if (is_per_cent(unit) && value.starts_with(sign)) return trimmed(value.substr(sign.size()));
  return value;
}

Reply parse_number(const Question& question, std::string_view value, std::string_view folded_value) {
  NumberReadings readings = read_number(behind_per_cent(value, question.unit));
  if (question.whole) keep_whole(readings);
  if (!names_unit(readings.rest, question.unit)) return misread(Kind::not_an_answer, folded_value);
  if (readings.are_two()) {
    const std::string_view digits = value.substr(0, value.size() - readings.rest.size());
    return misread(Kind::two_meanings, trimmed(digits));
  }
  const std::optional<double> number = readings.only();
  if (!number) return misread(Kind::not_an_answer, folded_value);
  if ((question.min && *number < *question.min) || (question.max && *number > *question.max))
    return misread(Kind::out_of_range, folded_value);
  if (question.whole && !is_whole(number)) return misread(Kind::not_whole, folded_value);
  return answered(*number);
}

Reply parse_value(const Question& question, std::string_view value, std::string_view folded_value) {
  switch (question.type) {
    case QuestionType::scale:
      return parse_scale(question, folded_value);
    case QuestionType::yes_no:
      return parse_yes_no(folded_value);
    case QuestionType::choice:
      return parse_choice(question, folded_value);
    case QuestionType::choices:
      return parse_choices(question, folded_value);
    case QuestionType::number:
      return parse_number(question, value, folded_value);
    case QuestionType::text:
      return answered(std::string(value));
  }
  return misread(Kind::not_an_answer, value);
}

}  // namespace

std::optional<ParseError> fault_of_text(std::string_view text) {
  if (text.size() > kMaxReplyBytes) return ParseError{Kind::too_long, {}};
  std::string one_line(text);
  std::replace(one_line.begin(), one_line.end(), '\n', ' ');
  if (!is_readable(one_line)) return ParseError{Kind::unreadable, std::string(text)};
  return std::nullopt;
}

std::string kept_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (at > 0) out += '\n';
    out += plain(text.substr(at, end - at));
    at = end + 1;
  }
  const std::size_t start = out.find_first_not_of(" \n");
  if (start == std::string::npos) return {};
  return out.substr(start, out.find_last_not_of(" \n") - start + 1);
}

Reply read_text_answer(std::string_view text) {
  if (const auto fault = fault_of_text(text)) return *fault;
  std::string kept = kept_text(text);
  return kept.empty() ? Reply(ClearReply{}) : answered(std::move(kept));
}

Reply read_note(std::string_view text) {
  if (const auto fault = fault_of_text(text)) return *fault;
  return RemarkReply{std::nullopt, kept_text(text)};
}

Reply parse_reply(const Rubric& rubric, std::size_t number, std::string_view line) {
  if (const auto fault = fault_of_text(line)) return *fault;
  if (line.find('\n') != std::string_view::npos) return misread(Kind::unreadable, line);
  const std::string tidy = plain(line);
  const Question& question = rubric.question(number);
  const std::string words = folded(tidy);
  const bool is_option = std::any_of(question.options.begin(), question.options.end(),
                                     [&](const Option& option) { return option.id == words; });
  if (auto command = is_option ? std::nullopt : parse_command(words)) return *std::move(command);

  const Evidence& evidence = rubric.parts().evidence;
  const Parts parts = split(trimmed(tidy), question, evidence);
  const auto no_evidence = [&](Kind kind) { return ParseError{kind, *parts.evidence, parts.value.empty()}; };
  std::optional<std::string> level;
  if (parts.evidence) {
    if (evidence.levels.empty()) return no_evidence(Kind::no_evidence);
    level = match_evidence(evidence, *parts.evidence);
    if (!level) return no_evidence(Kind::unknown_evidence);
  }
  if (parts.value.empty()) return RemarkReply{level, parts.note};

  Reply reply;
  const std::string folded_value = folded(parts.value);
  if (!says_does_not_apply(folded_value, question.type))
    reply = parse_value(question, parts.value, folded_value);
  else if (!question.not_applicable)
    return misread(Kind::always_applies, parts.value);
  else
    reply = AnswerReply{std::monostate{}, true, {}, {}};

  if (auto* answer = std::get_if<AnswerReply>(&reply)) {
    answer->evidence = level;
    answer->note = parts.note;
  }
  return reply;
}

}  // namespace ibtikar
