// Formatter: an assessment's texts and numbers as one reader sees them.
//
// Foreign texts come out safe for the target: one line, harmless. A text that the
// file lacks is stood in for by its id, a number that there is none of by "–".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/safe_targets.h"
#include "ibtikar/assessment.h"
#include "words/report_words.h"

namespace ibtikar {

/// Where a band stands among its rubric's: the first is low, the last high, others between. Up to
/// eight bands have a standing each; `middle` is that of warnings too.
enum class Standing { none, low, lower, middle, central, upper, higher, near_top, high };

/// That of band number `index` among `count`.
[[nodiscard]] Standing band_standing(std::size_t index, std::size_t count);
/// That of one of these bands, by which end of the score is the good one; none of nullptr.
[[nodiscard]] Standing band_standing(const std::vector<Band>& bands, const Band* band, Better better);

inline constexpr std::string_view kNoNumber = "–";

/// "63.41", or "–" without a number.
[[nodiscard]] std::string score_text(const Score& score);
/// The same on a scale, of a number on it.
[[nodiscard]] std::string score_text(const std::optional<DisplayScale>& scale, const Score& number);
/// A score as the rubric shows it: on its own scale, or from 0 to 100; and its bounds.
struct ShownTexts {
  std::string score;
  std::string low;
  std::string high;
};
[[nodiscard]] ShownTexts shown_texts(const Measure& measure, const std::optional<DisplayScale>& scale);
/// A gain, a loss or a difference in points, without its sign; on a scale in its numbers.
[[nodiscard]] std::string amount_text(const std::optional<DisplayScale>& scale, double points);
/// The place of a score from 0 to 100 on its scale.
[[nodiscard]] Score placed_on(const std::optional<DisplayScale>& scale, const Score& score);
/// "93%" of 0.93
[[nodiscard]] std::string percent_text(double share);
/// "50" of 50.0: a number that someone stated.
[[nodiscard]] std::string stated_text(double number);

class Formatter {
 public:
  /// `assessment` must outlive the reader. An empty language: the rubric's first.
  Formatter(const Assessment& assessment, std::string_view language, Target target = Target::terminal);

  [[nodiscard]] const Assessment& assessment() const { return assessment_; }
  [[nodiscard]] const Words& words() const { return words_; }
  [[nodiscard]] const std::string& language() const { return language_; }

  /// A text from a file as it may stand in the report.
  [[nodiscard]] std::string foreign(std::string_view text) const { return safe_for(target_, text); }
  [[nodiscard]] std::string text(const LocalizedText& text) const;
  /// The text, or `id` when there is none.
  [[nodiscard]] std::string title(const LocalizedText& text, std::string_view id) const;

  [[nodiscard]] std::string band(std::string_view id) const;
  [[nodiscard]] std::string evidence(std::string_view id) const;
  /// A dimension's title, or the word for the overall score.
  [[nodiscard]] std::string dimension(std::string_view id) const;
  /// What the question was answered, in words.
  [[nodiscard]] std::string answer(const QuestionResult& question) const;
  /// An answer's value where no title says it: yes and no, a number, option ids.
  [[nodiscard]] std::string value(const AnswerValue& value) const;

  /// `better`: which end of the score is the good one; nothing: that of the overall.
  [[nodiscard]] Standing standing(const Band* band, std::optional<Better> better = {}) const;

 private:
  [[nodiscard]] std::string yes_or_no(bool truth) const;

  const Assessment& assessment_;
  Target target_;
  std::string language_;
  std::string fallback_;
  Words words_;
};

}  // namespace ibtikar
