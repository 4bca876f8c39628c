// What comes back on a form fills a proposal and harms nothing in it.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "codec/proposal/fill.h"
#include "ibtikar/codec.h"
#include "support/assessed.h"

namespace ibtikar::test {
namespace {

struct ReadCase {
  Proposal proposal;
  AnswerSheet sheet;
};

ReadCase read(const Scorer& scorer, const std::string& text) {
  Diagnostics none;
  Checked<Proposal> proposal = decode_proposal({"p", text}, {}, none);
  EXPECT_TRUE(proposal) << text;
  Checked<AnswerSheet> sheet = scorer.encode(*proposal, {}, none);
  EXPECT_TRUE(sheet) << text;
  return {*std::move(proposal), *std::move(sheet)};
}

std::string document_of(const Proposal& proposal) {
  AnswersFile file;
  file.set_text("x-else", "kept");
  for (const auto& [id, answer] : proposal.answers) file.set_answer(id, answer);
  return file.text();
}

std::string filled(const Scorer& scorer, const std::string& text, const std::string& form, bool overwrite) {
  const ReadCase before = read(scorer, text);
  const ReadCase after = read(scorer, form);
  AnswersFile file(text);
  const auto changes =
      fill_in(file, {before.proposal, before.sheet}, {after.proposal, after.sheet}, scorer, overwrite);
  const bool is_changed =
      std::ranges::any_of(changes, [](const auto& one) { return one.what != FillChange::What::kept; });
  return is_changed ? file.text() : text;
}

bool is_same(const Cell& a, const Cell& b) {
  return a.state == b.state && a.index == b.index && a.number == b.number && a.chosen == b.chosen;
}

TEST(Fill, FillsWhatIsOpenAndLeavesTheRest) {
  std::size_t taken = 0;
  std::size_t kept = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    RandomCase one(seed);
    const std::string text = document_of(one.proposal);
    const std::string form = document_of(random_proposal(one.source.rubric, one.random));
    const ReadCase before = read(one.scorer, text);
    const ReadCase said = read(one.scorer, form);
    const std::string now = filled(one.scorer, text, form, false);
    EXPECT_EQ(filled(one.scorer, now, form, false), now) << "twice is once" << one.text() << form;
    EXPECT_NE(now.find("\"x-else\": \"kept\""), std::string::npos);
    const ReadCase after = read(one.scorer, now);
    const ReadCase forced = read(one.scorer, filled(one.scorer, text, form, true));
    for (std::size_t q = 0; q < before.sheet.cells.size(); ++q) {
      const Cell& was = before.sheet.cells[q];
      const Cell& is = said.sheet.cells[q];
      const bool is_open = was.state == CellState::unanswered;
      EXPECT_TRUE(is_same(after.sheet.cells[q], is_open ? is : was)) << one.text() << form << now;
      EXPECT_TRUE(is_same(forced.sheet.cells[q], is.state == CellState::unanswered ? was : is)) << form;
      taken += is_open && is.state != CellState::unanswered ? 1U : 0U;
      kept += !is_open && is.state != CellState::unanswered && !is_same(was, is) ? 1U : 0U;
    }
    for (const auto& [id, answer] : before.proposal.answers) {
      const auto same = std::ranges::find_if(
          after.proposal.answers, [&, name = id](const auto& named) { return named.first == name; });
      ASSERT_NE(same, after.proposal.answers.end()) << id;
      EXPECT_NE(same->second.note.find(answer.note), std::string::npos) << "no note is lost";
      EXPECT_EQ(same->second.links, answer.links);
    }
  }
  EXPECT_GT(taken, 300U);
  EXPECT_GT(kept, 300U);
}

}  // namespace
}  // namespace ibtikar::test
