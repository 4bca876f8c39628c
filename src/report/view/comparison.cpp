// See comparison.h.
#include "report/view/comparison.h"

#include <algorithm>
#include <array>

#include "report/view/parts.h"

namespace ibtikar {
namespace {

constexpr std::array<std::string_view, kMostCompared> kLetters = {"A", "B", "C", "D", "E", "F"};
constexpr std::array<std::string_view, kMostCompared> kArabicLetters = {"أ", "ب", "ج", "د", "هـ", "و"};

std::string change_text(const std::optional<DisplayScale>& scale, double amount) {
  return (amount > 0 ? "+" : amount < 0 ? "−" : "") + amount_text(scale, amount);
}

class ComparisonBuilder {
 public:
  ComparisonBuilder(const Comparison& comparison, const ComparisonOptions& options, Target target)
      : comparison_(comparison), all_(options.all) {
    for (const Assessment& assessment : comparison.assessments)
      readers_.emplace_back(assessment, options.language, target);
  }

  [[nodiscard]] ComparisonView view() {
    ComparisonView out{.words = words()};
    for (std::size_t i = 0; i < readers_.size(); ++i) out.proposals.push_back(proposal(i));
    out.rubric = out.proposals.front().head.rubric;
    out.bands = verdict_view(assessment(0), readers_.front()).bands;
    out.overall = score(comparison_.overall, [&](std::size_t i) {
      return score_view(assessment(i), readers_[i], assessment(i).overall);
    });
    for (std::size_t d = 0; d < comparison_.dimensions.size(); ++d)
      if (is_shown(comparison_.dimensions[d].differs))
        out.dimensions.push_back(score(comparison_.dimensions[d], [&](std::size_t i) {
          return score_view(assessment(i), readers_[i], assessment(i).dimensions[d]);
        }));
    for (std::size_t c = 0; c < comparison_.criteria.size(); ++c)
      if (!assessment(0).criteria[c].contributes.empty() && is_shown(comparison_.criteria[c].differs))
        out.criteria.push_back(score(comparison_.criteria[c], [&](std::size_t i) {
          return criterion_view(assessment(i), readers_[i], assessment(i).criteria[c]);
        }));
    for (std::size_t g = 0; g < comparison_.gates.size(); ++g)
      if (is_shown(comparison_.gates[g].differs)) out.gates.push_back(gate(g));
    add_answers(out.answers);
    out.left_out = left_out_;
    out.nothing_differs = differing_ == 0 && !comparison_.overall.differs && !comparison_.verdict_differs;
    return out;
  }

 private:
  [[nodiscard]] const Assessment& assessment(std::size_t i) const { return comparison_.assessments[i]; }
  [[nodiscard]] const Words& words() const { return readers_.front().words(); }
  [[nodiscard]] std::string letter(std::size_t i) const {
    return std::string(words().right_to_left() ? kArabicLetters[i] : kLetters[i]);
  }

  bool is_shown(bool differs) {
    if (differs) ++differing_;
    if (!differs && !all_) ++left_out_;
    return differs || all_;
  }

  [[nodiscard]] ComparedProposalView proposal(std::size_t i) const {
    const VerdictView verdict = verdict_view(assessment(i), readers_[i]);
    return {letter(i), head_view(assessment(i), readers_[i]),
            score_view(assessment(i), readers_[i], assessment(i).overall), verdict.title, verdict.standing};
  }

  template <class Part>
  [[nodiscard]] ComparedScoreView score(const ScoreDifference& difference, const Part& part) const {
    ComparedScoreView out;
    for (std::size_t i = 0; i < readers_.size(); ++i) out.scores.push_back(part(i));
    out.title = out.scores.front().title;
    const std::optional<DisplayScale>& scale = out.scores.front().scale;
    if (difference.certainty == Certainty::same || !difference.spread) return out;
    const Sentence amount =
        readers_.size() == 2 && difference.changes[1]
            ? words().say(Word::change_is, {letter(0), letter(1), change_text(scale, *difference.changes[1])})
            : words().say(Word::spread_is, {amount_text(scale, *difference.spread)});
    const bool settled = difference.certainty == Certainty::settled;
    out.difference =
        words().say(Word::remarked, {amount, words().say(settled ? Word::apart : Word::overlapping)});
    return out;
  }

  [[nodiscard]] ComparedGateView gate(std::size_t number) const {
    const GateResult& first = assessment(0).gates[number];
    ComparedGateView out{readers_.front().title(first.message, first.id), {}};
    for (const Assessment& one : comparison_.assessments) {
      const GateState state = one.gates[number].state;
      out.states.push_back(state == GateState::applies   ? Word::gate_applies
                           : state == GateState::unknown ? Word::gate_unknown
                                                         : Word::does_not_apply);
    }
    return out;
  }

  /// The answer of one proposal, or why there is none, then note and links where these differ.
  [[nodiscard]] std::vector<std::string> lines(const AnswerView& answer, bool with_note) const {
    std::vector<std::string> out;
    switch (answer.state) {
      case QuestionState::answered:
        out.push_back(answer_words(words(), answer).text);
        break;
      case QuestionState::unanswered:
        out.emplace_back(words()(Word::state_open));
        break;
      case QuestionState::hidden:
        out.emplace_back(words()(Word::state_hidden));
        break;
      case QuestionState::not_applicable:
        out.emplace_back(words()(Word::does_not_apply));
        break;
    }
    if (!with_note) return out;
    if (!answer.note.empty()) out.push_back(words().say(Word::note_is, {answer.note}).text);
    const std::vector<Argument> links(answer.links.begin(), answer.links.end());
    if (!links.empty())
      out.push_back(words().say(Word::links_are, {words().joined(links, words()(Word::list_comma))}).text);
    return out;
  }

  void add_answers(std::vector<ComparedCriterionView>& out) {
    std::string_view criterion;
    for (std::size_t q = 0; q < comparison_.questions.size(); ++q) {
      const AnswerDifference& difference = comparison_.questions[q];
      if (!is_shown(difference.any())) continue;
      const QuestionResult& first = assessment(0).questions[q];
      if (out.empty() || criterion != first.criterion) {
        criterion = first.criterion;
        const auto& criteria = assessment(0).criteria;
        const auto found = std::ranges::find(criteria, criterion, &CriterionScore::id);
        out.push_back({found == criteria.end() ? readers_.front().foreign(criterion)
                                               : readers_.front().title(found->title, found->id),
                       {}});
      }
      ComparedAnswersView answers{readers_.front().title(first.ask, first.id), {}};
      for (std::size_t i = 0; i < readers_.size(); ++i)
        answers.lines.push_back(
            lines(answer_view(readers_[i], assessment(i).questions[q]), difference.note || all_));
      out.back().questions.push_back(std::move(answers));
    }
  }

  const Comparison& comparison_;
  bool all_;
  std::vector<Formatter> readers_;
  std::size_t left_out_ = 0;
  std::size_t differing_ = 0;
};

}  // namespace

ComparisonView comparison_view(const Comparison& comparison, const ComparisonOptions& options,
                               Target target) {
  return ComparisonBuilder(comparison, options, target).view();
}

}  // namespace ibtikar
