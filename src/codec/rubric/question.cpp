// See question.h. Members that belong to another type than the question has are unknown members:
// "points" on a scale is a mistake that would otherwise have no effect, and no message.
#include "codec/rubric/question.h"

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "codec/rubric/combination.h"
#include "codec/rubric/document.h"
#include "model/limits.h"
#include "model/names.h"

namespace ibtikar {
namespace {

/// Rules tell two readers apart the same way what counts. They are shown, never computed with.
std::vector<LocalizedText> read_rules(ObjectReader& reader, Diagnostics& faults) {
  std::vector<LocalizedText> rules;
  for (const JsonNode& node : reader.list("rules")) rules.push_back(read_localized(node, faults));
  return rules;
}

std::vector<Option> read_options(ObjectReader& reader) {
  const auto read = [](ObjectReader& part) {
    Option option;
    option.id = part.text("id", Need::required);
    option.title = part.localized("title", Need::required);
    option.score = part.number("score");
    return option;
  };
  return reader.objects("options", Need::required, read, {kMaxOptions, phrase_in("how many", "options")});
}

std::vector<Point> read_points(ObjectReader& reader, Diagnostics& faults) {
  std::vector<Point> points;
  for (const JsonNode& node :
       reader.list("points", Need::optional, {kMaxPoints, phrase_in("how many", "points")})) {
    const bool is_pair = node.value->is_array() && node.value->size() == 2;
    if (!is_pair) {
      note_wrong_type(node, message("a pair [number, utility]"), faults);
      // Keep the place of the point, so that later messages name the right one.
      points.emplace_back();
      continue;
    }
    Point point;
    point.x = read_number({&(*node.value)[0], node.pointer + "/0"}, faults).value_or(0);
    point.utility = read_number({&(*node.value)[1], node.pointer + "/1"}, faults).value_or(0);
    points.push_back(point);
  }
  return points;
}

/// A typing error gets the nearest name; anything else the list of all types, which is short.
std::optional<QuestionType> read_type(ObjectReader& reader, Diagnostics& faults) {
  const auto node = reader.node("type", Need::required);
  if (!node) return std::nullopt;
  const std::string name = read_text(*node, faults);
  if (const auto type = find_in(kQuestionTypes, name)) return type;
  const std::vector<std::string> known = names_in(kQuestionTypes);
  if (node->value->is_string())
    faults.push_back(
        error_at(node->pointer, "unknown-type",
                 message("there is no question type {0}{1}", ibtikar::quoted(name),
                         nearest_name(name, known) ? suggestion(name, known)
                                                   : message("; expected {0}", alternatives(known)))));
  return std::nullopt;
}

bool read_good(ObjectReader& reader, Diagnostics& faults) {
  const auto node = reader.node("good");
  if (!node) return true;
  if (node->value->is_boolean()) return node->value->get<bool>();
  const bool is_word = node->value->is_string() && (*node->value == "yes" || *node->value == "no");
  // Authors write either; the JSON Schema allows both.
  if (is_word) return *node->value == "yes";
  note_wrong_type(*node, message("\"yes\" or \"no\""), faults);
  return true;
}

/// Reads the members that only this type has.
void read_by_type(ObjectReader& reader, Question& question, Diagnostics& faults) {
  switch (question.type) {
    case QuestionType::scale:
      question.scale = reader.text("scale");
      // Which of the two a scale has, its own levels or a scale's name, validate() checks.
      question.levels = read_levels(reader, Need::optional);
      if (reader.has("levels") && question.levels.empty())
        faults.push_back(error_at(reader.pointer() + "/levels", "too-few-levels",
                                  message("a scale must leave a choice; expected at least two levels")));
      return;
    case QuestionType::yes_no:
      question.good = read_good(reader, faults);
      return;
    case QuestionType::choice:
    case QuestionType::choices:
      question.options = read_options(reader);
      return;
    case QuestionType::number:
      question.unit = reader.localized("unit");
      question.min = reader.number("min");
      question.max = reader.number("max");
      question.whole = reader.boolean("whole", false);
      question.points = read_points(reader, faults);
      return;
    case QuestionType::text:
      return;
  }
}

}  // namespace

std::vector<Level> read_levels(ObjectReader& reader, Need need) {
  const auto read = [](ObjectReader& part) {
    Level level;
    level.value = part.number("value", Need::required).value_or(0);
    level.title = part.localized("title", Need::required);
    level.score = part.number("score");
    return level;
  };
  return reader.objects("levels", need, read, {kMaxLevels, phrase_in("how many", "levels")});
}

std::vector<Citation> read_citations(ObjectReader& reader) {
  const auto read_one = [](ObjectReader& part) {
    return Citation{part.text("ref", Need::required), part.text("at")};
  };
  const auto node = reader.node("source");
  if (!node) return {};
  // One citation is common, so it may stand without a list around it.
  if (!node->value->is_array()) return {*reader.object("source", read_one)};
  return reader.objects("source", Need::optional, read_one);
}

Question read_question(const JsonNode& node, Diagnostics& faults) {
  ObjectReader reader(node, faults);
  Question question;
  question.id = reader.text("id", Need::required);
  question.ask = reader.localized("ask", Need::required);
  question.help = reader.localized("help");
  question.rules = read_rules(reader, faults);
  question.example = reader.localized("example");
  question.evidence_hint = reader.localized("evidence_hint");
  question.advice = reader.localized("advice");
  const std::optional<QuestionType> type = read_type(reader, faults);
  // Text has no members of its own, so nothing is reported as missing because the type is wrong.
  question.type = type.value_or(QuestionType::text);
  read_by_type(reader, question, faults);
  question.weight = reader.number("weight", 1);
  question.not_applicable = reader.boolean("not_applicable", false);
  question.effort = reader.number("effort", 1);
  question.sources = read_citations(reader);
  question.group = reader.text("group");
  question.needs = read_needs(reader);
  question.when = read_when(reader, faults);
  if (type) reader.refuse_unknown();  // without a type nobody knows which members belong
  return question;
}

}  // namespace ibtikar
