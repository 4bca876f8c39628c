// See random_rubric.h.
#include "support/random_rubric.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "support/random_condition.h"
#include "support/random_language.h"

namespace ibtikar::test {
namespace {

/// Mostly small and whole; now and then the least or greatest allowed, or any other.
double random_weight(Random& random) {
  const std::size_t kind = random.below(20);
  if (kind < 14) return static_cast<double>(random.between(1, 5));
  if (kind < 15) return 1e6;
  if (kind < 16) return 1e-6;
  return 0.01 + random.unit() * 10;
}

double random_weight_or_0(std::size_t percent_0, Random& random) {
  return random.chance(percent_0) ? 0 : random_weight(random);
}

std::vector<Level> random_levels(Random& random) {
  std::vector<Level> levels;
  const std::size_t count = random.between(2, 5);
  const double first = static_cast<double>(random.below(3)) - 1;
  const double step = random.pick<double>({1, 1, 1, 0.5, 25, 0.1});
  const std::size_t percent_scored = random.pick<std::size_t>({0, 0, 50, 100});
  for (std::size_t i = 0; i < count; ++i) {
    Level level;
    level.value = first + step * static_cast<double>(i);
    if (random.chance(percent_scored)) level.score = random.fraction();
    level.title = in_any_language(fmt::format("level {}", i));
    levels.push_back(level);
  }
  if (percent_scored > 0 && !levels[0].score) levels[0].score = 0;
  if (percent_scored > 0) levels[1].score = levels[0].score == 1.0 ? 0.5 : 1;  // two scores must differ
  if (random.chance(20)) random.shuffle(levels);
  return levels;
}

std::vector<Option> random_options(bool several, Random& random) {
  std::vector<Option> options;
  const bool scored = random.chance(75);
  const std::size_t count = random.between(several ? 1 : 2, 5);
  for (std::size_t i = 0; i < count; ++i) {
    Option option;
    option.id = fmt::format("o{}", i);
    option.title = in_any_language(option.id);
    if (scored) option.score = several && random.chance(25) ? -random.fraction() : random.fraction();
    options.push_back(option);
  }
  if (several && random.chance(15)) options.front().id = "none";
  if (scored) options.back().score = count > 1 && options.front().score == 0.75 ? 0.5 : 0.75;
  return options;
}

void fill_number(Question& question, Random& random) {
  if (random.chance(40)) question.min = static_cast<double>(random.below(3)) * 5 - 5;
  if (random.chance(40))
    question.max = question.min.value_or(-5) + static_cast<double>(random.between(1, 6)) * 5;
  if (random.chance(20)) return;  // context
  double x = random.chance(50) ? 0 : static_cast<double>(random.below(20)) - 8;
  const std::size_t count = random.between(2, 5);
  for (std::size_t i = 0; i < count; ++i) {
    question.points.push_back({x, random.fraction()});
    x += random.chance(70) ? static_cast<double>(random.between(1, 8)) : 0.1 + random.unit() * 5;
  }
  question.points.back().utility = question.points.front().utility == 1 ? 0.25 : 1;
}

Question random_question(std::size_t number, const std::vector<Scale>& scales, bool must_score,
                         Random& random) {
  Question question;
  question.id = fmt::format("q{}", number);
  question.ask = in_any_language(question.id + "?");
  question.type =
      random.pick<QuestionType>({QuestionType::scale, QuestionType::scale, QuestionType::scale,
                                 QuestionType::yes_no, QuestionType::yes_no, QuestionType::choice,
                                 QuestionType::choices, QuestionType::number, QuestionType::text});
  if (must_score) question.type = random.chance(50) ? QuestionType::scale : QuestionType::yes_no;
  question.weight = random_weight_or_0(must_score ? 0 : 10, random);
  question.not_applicable = random.chance(35);
  if (question.type == QuestionType::scale && !scales.empty() && random.chance(60))
    question.scale = random.pick(scales).id;
  else if (question.type == QuestionType::scale)
    question.levels = random_levels(random);
  if (question.type == QuestionType::yes_no) question.good = random.chance(65);
  if (question.type == QuestionType::choice) question.options = random_options(false, random);
  if (question.type == QuestionType::choices) question.options = random_options(true, random);
  if (question.type == QuestionType::number) fill_number(question, random);
  return question;
}

/// Builds the parts of one draft, in the rubric's order.
class DraftMaker {
 public:
  /// `language` chooses what enrich() adds. Both must outlive this.
  DraftMaker(std::string id, Random& random, Random& language) : random_(random), language_(language) {
    draft_.id = std::move(id);
    draft_.version = "1.0.0";
    draft_.title = in_any_language(draft_.id);
    draft_.languages = {"en"};
  }

  RubricDraft make() {
    make_frame();
    make_evidence();
    make_criteria();
    make_gates();
    if (language_.chance(50)) enrich(draft_, askable_, language_);
    return std::move(draft_);
  }

 private:
  void make_frame() {
    draft_.combine =
        random_.pick<Combine>({Combine::arithmetic_mean, Combine::geometric_mean, Combine::minimum});
    draft_.min_completeness = random_.pick<double>({0, 0, 0.5, 0.8, 1, random_.fraction()});
    double from = 0;
    for (std::size_t b = 0; from < 100 && b < 4; ++b) {
      draft_.bands.push_back({fmt::format("b{}", b), from, in_any_language("band"), {}});
      from += random_.chance(50) ? 25 : 0.01 * static_cast<double>(random_.between(1, 6000));
    }
    for (std::size_t s = random_.below(3); s > 0; --s)
      draft_.scales.push_back({fmt::format("s{}", s), random_levels(random_)});
    const std::size_t dimensions = random_.between(1, 4);
    for (std::size_t d = 0; d < dimensions; ++d)
      draft_.dimensions.push_back({fmt::format("d{}", d),
                                   random_weight_or_0(d == 0 ? 0 : 15, random_),
                                   in_any_language("dimension"),
                                   {}});
    random_.shuffle(draft_.dimensions);
  }

  void make_evidence() {
    if (random_.chance(25)) return;
    const std::size_t levels = random_.between(1, 4);
    for (std::size_t i = 0; i < levels; ++i) {
      EvidenceLevel level;
      level.id = fmt::format("e{}", i);
      const double widest = random_.pick<double>({0, 0.25, 0.5, 1});
      level.margin = widest * random_.fraction();
      level.ceiling = random_.chance(40) ? 1 : random_.fraction();
      level.title = in_any_language(level.id);
      draft_.evidence.levels.push_back(level);
    }
    draft_.evidence.default_level = random_.pick(draft_.evidence.levels).id;
  }

  /// k(c,d), so that each dimension has at least one over 0.
  void make_contributions(std::vector<Criterion>& criteria) {
    for (Criterion& criterion : criteria) {
      if (random_.chance(10)) continue;
      for (const Dimension& dimension : draft_.dimensions)
        if (random_.chance(50))
          criterion.contributes.push_back({dimension.id, random_weight_or_0(15, random_)});
    }
    for (const Dimension& dimension : draft_.dimensions) {
      std::vector<Contribution>& some = criteria[random_.below(criteria.size())].contributes;
      const auto there = std::find_if(some.begin(), some.end(),
                                      [&](const Contribution& one) { return one.dimension == dimension.id; });
      if (there == some.end())
        some.push_back({dimension.id, random_weight(random_)});
      else
        there->weight = random_weight(random_);
    }
  }

  void make_criteria() {
    std::vector<Criterion> criteria(random_.between(1, 6));
    for (std::size_t c = 0; c < criteria.size(); ++c) {
      criteria[c].id = fmt::format("c{}", c);
      criteria[c].title = in_any_language(criteria[c].id);
    }
    make_contributions(criteria);
    std::size_t left_in_section = 0;
    for (Criterion& criterion : criteria) {
      if (left_in_section == 0) {
        draft_.sections.push_back(
            {fmt::format("part{}", draft_.sections.size()), in_any_language("part"), {}, {}});
        if (!askable_.empty() && random_.chance(8))
          draft_.sections.back().when = random_condition(askable_, 1, random_);
        left_in_section = random_.between(1, 3);
      }
      if (!askable_.empty() && random_.chance(10)) criterion.when = random_condition(askable_, 1, random_);
      make_questions(criterion);
      --left_in_section;
      draft_.sections.back().criteria.push_back(std::move(criterion));
    }
  }

  void make_questions(Criterion& criterion) {
    const std::size_t count = random_.between(1, 4);
    const std::size_t surely_scored = random_.below(count);
    for (std::size_t q = 0; q < count; ++q) {
      Question question = random_question(q, draft_.scales, q == surely_scored, random_);
      if (!askable_.empty() && random_.chance(40)) question.when = random_condition(askable_, 3, random_);
      criterion.questions.push_back(question);
      if (question.type == QuestionType::text) continue;
      for (const Scale& scale : draft_.scales)
        if (scale.id == question.scale) question.levels = scale.levels;
      askable_.push_back({criterion.id + "." + question.id, std::move(question)});
    }
  }

  void make_gates() {
    std::vector<std::string> targets{"overall"};
    for (const Dimension& dimension : draft_.dimensions) targets.push_back(dimension.id);
    const std::size_t gates = askable_.empty() ? 0 : random_.below(4);
    for (std::size_t g = 0; g < gates; ++g) {
      Gate gate;
      gate.id = fmt::format("g{}", g);
      gate.when = random_.chance(40) ? random_score_condition(draft_, askable_, random_)
                                     : random_condition(askable_, 2, random_);
      gate.message = in_any_language("no");
      random_.shuffle(targets);
      const std::size_t caps = random_.between(1, std::min<std::size_t>(2, targets.size()));
      for (std::size_t i = 0; i < caps; ++i) gate.caps.push_back({targets[i], 99.99 * random_.fraction()});
      if (random_.chance(60)) gate.caps.front().limit = static_cast<double>(random_.between(0, 90));
      if (draft_.bands.size() > 1 && random_.chance(35)) {
        gate.verdict = draft_.bands[random_.below(draft_.bands.size() - 1)].id;
        if (random_.chance(50)) gate.caps.clear();
      }
      draft_.gates.push_back(std::move(gate));
    }
  }

  Random& random_;
  Random& language_;
  RubricDraft draft_;
  std::vector<Askable> askable_;  ///< questions so far that a condition may name
};

}  // namespace

RubricDraft random_draft(std::uint64_t seed) {
  Random random(seed);
  // With random choices of its own, so that the others are what they were.
  Random language(seed + 1'000'003);
  return DraftMaker(fmt::format("random-{}", seed), random, language).make();
}

RubricDraft random_draft(Random& random) { return DraftMaker("random", random, random).make(); }

RandomRubric random_rubric(std::uint64_t seed) {
  for (std::size_t refused = 0;; ++refused) {
    const std::uint64_t draft_seed = seed * 100 + refused;
    RubricDraft draft = random_draft(draft_seed);
    Diagnostics warnings;
    Checked<Rubric> rubric = validate(draft, warnings);
    if (rubric) return {draft_seed, refused, std::move(draft), *std::move(rubric)};
    if (refused == 99) throw std::logic_error("no valid rubric for this seed: " + format(rubric.error()));
  }
}

Rubric checked(const RubricDraft& draft) {
  Diagnostics warnings;
  Checked<Rubric> rubric = validate(draft, warnings);
  if (!rubric) throw std::logic_error(format(rubric.error()));
  return *std::move(rubric);
}

}  // namespace ibtikar::test
