// Rubric: what is asked, and how answers count. The format `ibtikar-rubric/1`.
//
// A RubricDraft is what a file claimed; any field may be wrong. validate() is
// the only door to a Rubric, which promises everything that later layers rely
// on: ids are unique, references resolve, conditions have no cycle and ask
// only what their question can answer, weights are finite and not negative,
// every dimension is contributed to, points and bands rise. A Rubric is
// immutable and may be read from many threads.
//
//   Diagnostics warnings;
//   Checked<Rubric> rubric = validate(std::move(draft), warnings);
//   if (!rubric) return fail(rubric.error());   // every error found, by JSON pointer
//   Scorer scorer(*rubric);                     // cannot fail, by type
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ibtikar/condition.h"
#include "ibtikar/localized.h"
#include "ibtikar/result.h"

namespace ibtikar {

inline constexpr std::string_view kRubricFormat = "ibtikar-rubric/1";

/// Most questions in one rubric.
inline constexpr std::size_t kMaxQuestions = 10'000;

/// A work that the rubric draws on; criteria cite it by id.
struct Source {
  std::string id;
  LocalizedText citation;
  std::string url;

  friend bool operator==(const Source&, const Source&) = default;
};

/// A place in a source: {"ref": "article", "at": "P2"}.
struct Citation {
  std::string ref;  ///< a Source's id
  std::string at;

  friend bool operator==(const Citation&, const Citation&) = default;
};

/// A range of scores with a name; the verdict is a band. A band ends where the next begins.
struct Band {
  std::string id;
  double from = 0;  ///< the lowest score in it, in [0, 100]
  LocalizedText title;
  LocalizedText meaning;
  std::optional<Condition> when =
      {};                      ///< what the verdict needs besides the score; it asks scores after gates
  LocalizedText message = {};  ///< what is missing while `when` does not hold

  friend bool operator==(const Band&, const Band&) = default;
};

/// How well an answer is shown, and what that does to its interval.
struct EvidenceLevel {
  std::string id;
  double margin = 0;   ///< half-width of the answer's interval, in [0, 1]
  double ceiling = 1;  ///< most that an answer with this evidence earns, in [0, 1]
  LocalizedText title;
  LocalizedText help;

  friend bool operator==(const EvidenceLevel&, const EvidenceLevel&) = default;
};

/// The evidence table; without levels every answer has margin 0 and ceiling 1.
struct Evidence {
  std::string default_level;  ///< of an answer that names none
  std::vector<EvidenceLevel> levels;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// One state of affairs on a scale, anchored by its title.
struct Level {
  double value = 0;             ///< what an answer states
  std::optional<double> score;  ///< its utility in [0, 1]; without one, linear between the scale's values
  LocalizedText title;

  friend bool operator==(const Level&, const Level&) = default;
};

/// A scale that several questions share, by name.
struct Scale {
  std::string id;
  std::vector<Level> levels;

  friend bool operator==(const Scale&, const Scale&) = default;
};

/// One thing to choose. Either all options of a question have scores, or none has.
struct Option {
  std::string id;
  std::optional<double> score;  ///< utility in [0, 1] (a `choices` option may be negative, in [-1, 1])
  LocalizedText title;

  friend bool operator==(const Option&, const Option&) = default;
};

/// A corner of the line from a number to its utility: linear between corners, constant outside.
struct Point {
  double x = 0;
  double utility = 0;  ///< in [0, 1]

  friend bool operator==(const Point&, const Point&) = default;
};

/// How several values in [0, 1] become one (docs/scoring.md, "Other ways to combine").
enum class Joining { mean, minimum, maximum, sum, deductions, in_order };

/// How the parts of a question group, a criterion or a dimension become its value.
struct Combination {
  Joining how = Joining::mean;
  std::optional<double> limit =
      {};  ///< sum, deductions: points that are full score; none: all weights together
  std::optional<double> start = {};  ///< sum, deductions: points to begin with; none: 0, or the limit
  double reached_at = 1;             ///< in_order: the value in (0, 1] at which a step is reached

  friend bool operator==(const Combination&, const Combination&) = default;
};

/// The numbers that a score is shown as: 0 as `min`, 100 as `max`.
struct DisplayScale {
  double min = 0;
  double max = 100;
  int decimals = 0;      ///< 0 to 3
  bool rounded = false;  ///< the score itself is the number shown

  friend bool operator==(const DisplayScale&, const DisplayScale&) = default;
};

/// Which end of a score is the good one.
enum class Better { higher, lower };

/// What an answer needs for full credit.
struct CreditNeeds {
  bool note = false;
  bool link = false;
  std::string evidence;  ///< the lowest evidence level that will do; empty: any
  double otherwise = 0;  ///< the most that an answer earns without, in [0, 1)

  friend bool operator==(const CreditNeeds&, const CreditNeeds&) = default;
};

enum class QuestionType { scale, yes_no, choice, choices, number, text };

struct Question {
  std::string id;  ///< within its criterion; the full id is "criterion.question"
  LocalizedText ask;
  LocalizedText help;                ///< what is meant, in a few words
  std::vector<LocalizedText> rules;  ///< how to decide in doubt, the one that decides most first
  LocalizedText example;             ///< one line
  LocalizedText evidence_hint;       ///< which document or record would show the answer
  LocalizedText advice;              ///< one step that raises the answer by one level
  QuestionType type = QuestionType::scale;
  std::string scale;              ///< a Scale's id; empty when the question has levels of its own
  std::vector<Level> levels;      ///< scale; after validate() always filled, from the named scale too
  std::vector<Option> options;    ///< choice, choices
  bool good = true;               ///< yes_no: the answer with utility 1
  LocalizedText unit;             ///< number
  std::optional<double> min;      ///< number: least answer accepted
  std::optional<double> max;      ///< number: greatest answer accepted
  bool whole = false;             ///< number: what is counted; only whole numbers are accepted
  std::vector<Point> points;      ///< number; none: the number is context, not scored
  double weight = 1;              ///< w(q) >= 0 within its criterion
  bool not_applicable = false;    ///< whether "does not apply" is an answer
  std::optional<Condition> when;  ///< asked only if this holds
  double effort = 1;              ///< cost of the advised step, in the rubric's own unit, > 0
  std::vector<Citation> sources;
  std::string group = {};                 ///< the id of one of its criterion's groups; empty: none
  std::optional<CreditNeeds> needs = {};  ///< "requires"

  friend bool operator==(const Question&, const Question&) = default;
};

/// k(c,d): how much a criterion counts in a dimension.
struct Contribution {
  std::string dimension;
  double weight = 0;  ///< >= 0

  friend bool operator==(const Contribution&, const Contribution&) = default;
};

/// Questions of a criterion that become one value first.
struct QuestionGroup {
  std::string id;
  LocalizedText title;
  double weight = 1;  ///< within its criterion
  Combination combination = {};

  friend bool operator==(const QuestionGroup&, const QuestionGroup&) = default;
};

struct Criterion {
  std::string id;
  LocalizedText title;
  LocalizedText why;
  std::vector<Citation> sources;
  std::vector<Contribution> contributes;  ///< empty for context that is never scored
  std::vector<Question> questions;
  std::optional<Condition> when;  ///< its questions are asked only if this holds
  Combination combination = {};
  std::vector<QuestionGroup> groups = {};
  std::optional<DisplayScale> scale = {};

  friend bool operator==(const Criterion&, const Criterion&) = default;
};

struct Section {
  std::string id;
  LocalizedText title;
  std::vector<Criterion> criteria;
  std::optional<Condition> when;  ///< all its questions are asked only if this holds

  friend bool operator==(const Section&, const Section&) = default;
};

/// What a program is scored for: sustainability, user involvement, feasibility.
struct Dimension {
  std::string id;
  double weight = 1;  ///< W(d) >= 0 in the overall score
  LocalizedText title;
  LocalizedText asks;
  Combination combination = {};  ///< of its criteria
  std::optional<DisplayScale> scale = {};
  Better better = Better::higher;

  friend bool operator==(const Dimension&, const Dimension&) = default;
};

/// The most that a dimension, or "overall", may score while a gate applies.
struct Cap {
  std::string target;
  double limit = 100;  ///< in [0, 100]

  friend bool operator==(const Cap&, const Cap&) = default;
};

/// Another change of a dimension's score, or of "overall", while a gate applies.
struct Adjustment {
  enum class Kind { multiply, add, floor };  ///< in the order in which they take effect, before caps

  Kind kind = Kind::multiply;
  std::string target;
  double amount = 1;  ///< a factor in [0, 10]; points in [-100, 100]; the least score in (0, 100]

  friend bool operator==(const Adjustment&, const Adjustment&) = default;
};

/// While its condition holds, scores are capped or changed otherwise, or the verdict is limited.
struct Gate {
  std::string id;
  Condition when;
  std::vector<Cap> caps;
  LocalizedText message;
  std::string verdict;  ///< the best band that the verdict may have, whatever the score; empty: any
  std::vector<Adjustment> adjustments = {};  ///< by kind, within one in the file's order

  friend bool operator==(const Gate&, const Gate&) = default;
};

enum class Combine { arithmetic_mean, geometric_mean, minimum };

/// What a rubric file claimed, shape checked, meaning not yet.
struct RubricDraft {
  std::string id;
  std::string version;
  LocalizedText title;
  LocalizedText description;
  std::vector<std::string> languages;  ///< BCP 47; the first is the fallback
  std::vector<Source> sources;
  Combine combine = Combine::arithmetic_mean;
  std::optional<DisplayScale> overall_scale = {};
  Better overall_better = Better::higher;
  double min_completeness = 0;  ///< in [0, 1]; below it the verdict is "insufficient-information"
  std::vector<Band> bands;
  Evidence evidence;
  std::vector<Scale> scales;
  std::vector<Dimension> dimensions;
  std::vector<Section> sections;
  std::vector<Gate> gates;
  std::string digest;  ///< "sha256:..." of the rubric's content, by the codec

  friend bool operator==(const RubricDraft&, const RubricDraft&) = default;
};

/// Where a question stands: sections()[section].criteria[criterion].questions[question].
struct QuestionPlace {
  std::size_t section = 0;
  std::size_t criterion = 0;
  std::size_t question = 0;
};

/// A checked rubric. See the top of this file for what it promises.
class Rubric {
 public:
  [[nodiscard]] const RubricDraft& parts() const { return draft_; }
  [[nodiscard]] const std::string& id() const { return draft_.id; }
  [[nodiscard]] const std::string& version() const { return draft_.version; }
  [[nodiscard]] const std::vector<Section>& sections() const { return draft_.sections; }
  [[nodiscard]] const std::vector<Dimension>& dimensions() const { return draft_.dimensions; }

  /// The questions of all sections in the rubric's order; an index into this is "the question's number".
  [[nodiscard]] std::size_t question_count() const { return places_.size(); }
  [[nodiscard]] const Question& question(std::size_t number) const;
  [[nodiscard]] const Criterion& criterion_of(std::size_t number) const;
  [[nodiscard]] const Section& section_of(std::size_t number) const;
  [[nodiscard]] const QuestionPlace& place(std::size_t number) const { return places_[number]; }
  /// "criterion.question"
  [[nodiscard]] const std::string& full_id(std::size_t number) const { return full_ids_[number]; }
  /// The question with this full id, if there is one.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view full_id) const;
  /// What must all hold for it to be asked: the conditions of its section, its criterion and its own.
  [[nodiscard]] std::vector<const Condition*> conditions_of(std::size_t number) const;
  /// Whether answers to it enter scores: it gives a utility, and its weight is over 0.
  [[nodiscard]] bool is_scored(std::size_t number) const;
  /// The language that texts fall back to: the first of `languages`, or "en".
  [[nodiscard]] std::string_view fallback_language() const;

 private:
  explicit Rubric(RubricDraft draft);
  friend Checked<Rubric> validate(RubricDraft draft, Diagnostics& warnings);
  friend Rubric approved(RubricDraft draft);  // what validate() let pass when the program was built

  RubricDraft draft_;
  std::vector<QuestionPlace> places_;
  std::vector<std::string> full_ids_;
  std::unordered_map<std::string, std::size_t> numbers_;
};

/// Checks a draft. Errors are returned all at once, each with a JSON pointer
/// into the rubric's document; warnings are appended.
[[nodiscard]] Checked<Rubric> validate(RubricDraft draft, Diagnostics& warnings);

/// Whether a question of this shape gives a utility (scale, yes_no, options with scores, points).
[[nodiscard]] bool gives_utility(const Question& question);

/// The number that a person types for a level, and reads beside it: its value where all values are
/// single digits, else its place in the list, from 1.
[[nodiscard]] std::size_t level_key(const Question& question, std::size_t level);
/// The level with this key, if there is one.
[[nodiscard]] std::optional<std::size_t> find_level(const Question& question, std::size_t key);

/// The major version: 2 of "2.0.1"; nothing when the text does not begin with a number.
[[nodiscard]] std::optional<std::size_t> major_version(std::string_view version);

}  // namespace ibtikar
