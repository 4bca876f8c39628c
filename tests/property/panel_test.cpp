// The consensus and the talk list of random panels, against a plain reading of docs/scoring.md.
#include "ibtikar/panel.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "model/answer_check.h"
#include "support/assessed.h"
#include "support/random.h"
#include "support/random_proposal.h"

namespace ibtikar::test {
namespace {

/// What one assessor says about a question, in a form that can be compared: "n/a", "", or the answer.
std::string said(const Question& question, const Cell& cell) {
  if (cell.state == CellState::unanswered) return "";
  if (cell.state == CellState::not_applicable) return "n/a";
  if (question.type == QuestionType::text) return "text";
  if (question.type == QuestionType::choice) return question.options[cell.index].id;
  std::string text = "=";
  if (question.type == QuestionType::choices)
    for (const bool one : cell.chosen) text += one ? "x" : "-";
  else
    text += std::to_string(cell.number);
  return text;
}

struct PlainPanel {
  const Rubric& rubric;
  std::vector<AnswerSheet> sheets;

  [[nodiscard]] std::vector<const Cell*> answers(std::size_t question) const {
    std::vector<const Cell*> cells;
    for (const AnswerSheet& sheet : sheets)
      if (sheet.cells[question].state == CellState::answered) cells.push_back(&sheet.cells[question]);
    return cells;
  }

  [[nodiscard]] std::size_t count(std::size_t question, CellState state) const {
    std::size_t count = 0;
    for (const AnswerSheet& sheet : sheets) count += sheet.cells[question].state == state ? 1U : 0U;
    return count;
  }

  /// The least value that at least half of the values do not exceed, and whether exactly half do not.
  template <class Of>
  static auto median(const std::vector<const Cell*>& answers, Of of) {
    std::map<decltype(of(*answers.front())), std::size_t> counts;
    for (const Cell* answer : answers) ++counts[of(*answer)];
    std::size_t reached = 0;
    for (const auto& [value, count] : counts) {
      reached += count;
      if (2 * reached >= answers.size()) return std::pair(value, 2 * reached == answers.size());
    }
    return std::pair(counts.begin()->first, false);
  }

  [[nodiscard]] std::pair<Cell, bool> consensus(std::size_t q) const {
    const Question& question = rubric.question(q);
    Cell cell;
    const std::size_t all = sheets.size();
    if (count(q, CellState::not_applicable) > all / 2) {
      cell.state = CellState::not_applicable;
      return {cell, false};
    }
    const auto answers = this->answers(q);
    if (count(q, CellState::unanswered) > all / 2) return {cell, false};
    if (answers.empty()) return {cell, count(q, CellState::not_applicable) > 0};
    cell.state = CellState::answered;
    cell.evidence = median(answers, [](const Cell& one) { return one.evidence; }).first;
    const auto share = [&](const auto& has) {
      std::size_t count = 0;
      for (const Cell* answer : answers) count += has(*answer) ? 1U : 0U;
      return static_cast<double>(count) / static_cast<double>(answers.size());
    };
    cell.has_note = share([](const Cell& one) { return one.has_note; }) > 0.5;
    cell.has_link = share([](const Cell& one) { return one.has_link; }) > 0.5;
    bool is_tie = false;
    if (question.type == QuestionType::choices) {
      for (std::size_t option = 0; option < question.options.size(); ++option) {
        const double chosen = share([&](const Cell& one) { return one.chosen[option]; });
        cell.chosen.push_back(chosen > 0.5);
        is_tie = is_tie || chosen == 0.5;
      }
    } else if (question.type == QuestionType::choice) {
      std::map<double, std::vector<std::uint32_t>> by_share;
      for (std::uint32_t option = 0; option < question.options.size(); ++option)
        by_share[share([&](const Cell& one) { return one.index == option; })].push_back(option);
      const std::vector<std::uint32_t>& most = by_share.rbegin()->second;
      is_tie = most.size() > 1;
      std::map<std::pair<double, std::uint32_t>, std::uint32_t> worst_first;
      for (const std::uint32_t option : most)
        worst_first[{question.options[option].score.value_or(0), option}] = option;
      cell.index = worst_first.begin()->second;
      cell.number = cell.index;
    } else if (question.type != QuestionType::text) {
      std::tie(cell.number, is_tie) = median(answers, [](const Cell& one) { return one.number; });
      for (const Cell* answer : answers)
        if (answer->number == cell.number) cell.index = answer->index;
    }
    cell.utility = utility_of(question, cell);
    return {cell, is_tie};
  }

  /// The widths of the talk list by question, each from all pairs of what was stated.
  [[nodiscard]] std::map<std::size_t, double> widths(const Scorer& scorer,
                                                     const AnswerSheet& together) const {
    std::map<std::size_t, double> widths;
    for (std::size_t q = 0; q < rubric.question_count(); ++q) {
      std::set<std::string> different;
      std::vector<double> scores;
      for (const AnswerSheet& sheet : sheets) {
        const std::string what = said(rubric.question(q), sheet.cells[q]);
        if (what.empty()) continue;
        different.insert(what);
        AnswerSheet changed = together;
        const Cell before = changed.cells[q];
        changed.cells[q] = sheet.cells[q];
        if (before.state == CellState::answered && sheet.cells[q].state == CellState::answered) {
          changed.cells[q].evidence = before.evidence;
          changed.cells[q].has_note = before.has_note;
          changed.cells[q].has_link = before.has_link;
        }
        // Where the consensus has no evidence for an answer, the first who stated it gives theirs.
        const bool is_known = before.state != CellState::answered && seen_before(q, sheet);
        if (const Score score = scorer.outlook(changed).overall.score; score && !is_known)
          scores.push_back(*score);
      }
      if (different.size() < 2) continue;
      double width = 0;
      for (const double a : scores)
        for (const double b : scores) width = std::max(width, a - b);
      widths[q] = std::round(width * 100) / 100;
    }
    return widths;
  }

  [[nodiscard]] bool seen_before(std::size_t q, const AnswerSheet& until) const {
    for (const AnswerSheet& sheet : sheets) {
      if (&sheet == &until) return false;
      if (said(rubric.question(q), sheet.cells[q]) == said(rubric.question(q), until.cells[q])) return true;
    }
    return false;
  }
};

PlainPanel random_panel(const RandomCase& one, std::uint64_t seed) {
  Random random(seed + 7'000'000);
  PlainPanel panel{one.source.rubric, {}};
  const std::size_t assessors = 1 + random.below(6);
  Proposal proposal = one.proposal;
  for (std::size_t a = 0; a < assessors; ++a) {
    Diagnostics warnings;
    panel.sheets.push_back(*one.scorer.encode(proposal, {.lenient = true, .rubric_by_hand = true}, warnings));
    // Some assessors share many answers, as people do, so that there are majorities.
    const Proposal other = random_proposal(one.source.rubric, random);
    for (const auto& [id, answer] : other.answers)
      if (random.below(2) == 0) answer_to(proposal, id) = answer;
  }
  return panel;
}

TEST(Panel, HasTheConsensusAndTheTalkListOfThePlainReading) {
  std::size_t ties = 0;
  std::size_t items = 0;
  for (std::uint64_t seed = 0; seed < cases(400) && !testing::Test::HasFailure(); ++seed) {
    const RandomCase one(seed);
    SCOPED_TRACE(one.text());
    const PlainPanel plain = random_panel(one, seed);
    std::vector<const AnswerSheet*> sheets;
    for (const AnswerSheet& sheet : plain.sheets) sheets.push_back(&sheet);
    const Consensus found = consensus_of(plain.rubric, sheets);
    for (std::size_t q = 0; q < plain.rubric.question_count(); ++q) {
      const auto [cell, is_tie] = plain.consensus(q);
      EXPECT_EQ(found.sheet.cells[q], cell) << plain.rubric.full_id(q);
      EXPECT_EQ(found.ties[q], is_tie) << plain.rubric.full_id(q);
      ties += is_tie ? 1U : 0U;
    }
    std::map<std::size_t, double> widths = plain.widths(one.scorer, found.sheet);
    const std::vector<TalkItem> talk = talk_list(plain.rubric, sheets, found);
    EXPECT_EQ(talk.size(), widths.size());
    for (std::size_t i = 0; i < talk.size(); ++i) {
      EXPECT_NEAR(talk[i].width, widths[talk[i].question], 1e-9) << plain.rubric.full_id(talk[i].question);
      if (i == 0) continue;
      const TalkItem& before = talk[i - 1];
      EXPECT_TRUE(before.width > talk[i].width ||
                  (before.width == talk[i].width && before.question < talk[i].question));
    }
    items += talk.size();
  }
  EXPECT_GT(ties, cases(100));
  EXPECT_GT(items, cases(400));
}

TEST(Panel, OfOneAssessorSaysWhatThatAssessorSays) {
  for (std::uint64_t seed = 0; seed < cases(200) && !testing::Test::HasFailure(); ++seed) {
    const RandomCase one(seed);
    SCOPED_TRACE(one.text());
    PlainPanel plain = random_panel(one, seed);
    plain.sheets.resize(1);
    const Consensus found = consensus_of(plain.rubric, {plain.sheets.data()});
    EXPECT_EQ(one.scorer.outlook(found.sheet).overall, one.scorer.outlook(plain.sheets.front()).overall);
    EXPECT_TRUE(talk_list(plain.rubric, {plain.sheets.data()}, found).empty());
  }
}

}  // namespace
}  // namespace ibtikar::test
