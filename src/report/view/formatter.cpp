// See formatter.h.
#include "report/view/formatter.h"

#include <algorithm>
#include <cmath>

#include "base/decimal.h"
#include "model/display_scale.h"

namespace ibtikar {
namespace {

std::string first_language(const RubricSummary& rubric) {
  return rubric.languages.empty() ? "en" : rubric.languages.front();
}

template <class Named>
const Named* find_id(const std::vector<Named>& all, std::string_view id) {
  const auto found = std::ranges::find(all, id, &Named::id);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::string score_text(const Score& score) {
  if (!score || !std::isfinite(*score)) return std::string(kNoNumber);
  return two_decimals(*score);
}

std::string score_text(const std::optional<DisplayScale>& scale, const Score& number) {
  if (!scale) return score_text(number);
  if (!number || !std::isfinite(*number)) return std::string(kNoNumber);
  return scale_text(*scale, *number);
}

ShownTexts shown_texts(const Measure& measure, const std::optional<DisplayScale>& scale) {
  if (!scale || !measure.shown)
    return {score_text(measure.score), score_text(measure.low), score_text(measure.high)};
  return {score_text(scale, measure.shown->score), score_text(scale, measure.shown->low),
          score_text(scale, measure.shown->high)};
}

std::string amount_text(const std::optional<DisplayScale>& scale, double points) {
  if (!scale) return score_text(std::abs(points));
  DisplayScale finer = *scale;  // what changes little is still to be seen
  if (!scale->rounded) finer.decimals = std::max(finer.decimals, 2);
  return scale_text(finer, width_on_scale(finer, std::abs(points) / 100));
}

Score placed_on(const std::optional<DisplayScale>& scale, const Score& score) {
  if (!scale || !score) return score;
  return on_scale(*scale, *score / 100);
}

std::string percent_text(double share) {
  if (!std::isfinite(share)) return std::string(kNoNumber);
  return shortest(rounded(100 * share)) + "%";
}

std::string stated_text(double number) {
  return std::isfinite(number) ? shortest(number) : std::string(kNoNumber);
}

Formatter::Formatter(const Assessment& assessment, std::string_view language, Target target)
    : assessment_(assessment),
      target_(target),
      language_(language.empty() ? first_language(assessment.rubric) : std::string(language)),
      fallback_(first_language(assessment.rubric)),
      words_(language_, target == Target::markdown ? Isolation::by_marks : Isolation::as_needed) {}

std::string Formatter::text(const LocalizedText& text) const {
  return foreign(text.in(language_, fallback_));
}

std::string Formatter::title(const LocalizedText& text, std::string_view id) const {
  std::string found = this->text(text);
  return found.empty() ? foreign(id) : found;
}

std::string Formatter::band(std::string_view id) const {
  const Band* band = find_id(assessment_.rubric.bands, id);
  return band != nullptr ? title(band->title, id) : foreign(id);
}

std::string Formatter::evidence(std::string_view id) const {
  const EvidenceLevel* level = find_id(assessment_.rubric.evidence.levels, id);
  return level != nullptr ? title(level->title, id) : foreign(id);
}

std::string Formatter::dimension(std::string_view id) const {
  if (id == "overall") return std::string(words_(Word::overall));
  const DimensionScore* dimension = find_id(assessment_.dimensions, id);
  return dimension != nullptr ? title(dimension->title, id) : foreign(id);
}

std::string Formatter::answer(const QuestionResult& question) const {
  if (std::string words = text(question.answer); !words.empty()) return words;
  const std::string* stated = std::get_if<std::string>(&question.value);
  if (question.type == QuestionType::yes_no && stated != nullptr) return yes_or_no(*stated == "yes");
  return value(question.value);
}

std::string Formatter::yes_or_no(bool truth) const {
  return std::string(words_(truth ? Word::yes : Word::no));
}

std::string Formatter::value(const AnswerValue& value) const {
  if (const bool* truth = std::get_if<bool>(&value)) return yes_or_no(*truth);
  if (const double* number = std::get_if<double>(&value)) return stated_text(*number);
  if (const std::string* text = std::get_if<std::string>(&value)) return foreign(*text);
  const auto* ids = std::get_if<std::vector<std::string>>(&value);
  if (ids == nullptr) return {};
  std::string all;
  for (const std::string& id : *ids) {
    if (!all.empty()) all += words_(Word::list_comma);
    all += foreign(id);
  }
  return all.empty() ? std::string(words_(Word::none_of_them)) : all;
}

Standing Formatter::standing(const Band* band, std::optional<Better> better) const {
  return band_standing(assessment_.rubric.bands, band, better.value_or(assessment_.overall.better));
}

Standing band_standing(const std::vector<Band>& bands, const Band* band, Better better) {
  if (band == nullptr) return Standing::none;
  const auto place = static_cast<std::size_t>(band - bands.data());
  return band_standing(better == Better::lower ? bands.size() - 1 - place : place, bands.size());
}

Standing band_standing(std::size_t index, std::size_t count) {
  if (count < 2) return Standing::none;
  constexpr std::size_t kSteps = static_cast<std::size_t>(Standing::high) - 1;
  const std::size_t last = count - 1;
  // To the nearest step, halves down: three bands are low, one left of the middle, high.
  return static_cast<Standing>(1 + (2 * index * kSteps + last - 1) / (2 * last));
}

}  // namespace ibtikar
