// Typed lines: what each question makes of them, and what the interview makes of that.
#include <algorithm>

#include "cli/ask/overview_text.h"
#include "cli/ask/question_text.h"
#include "fuzz/claims.h"
#include "fuzz/targets.h"
#include "ibtikar/interview.h"
#include "ibtikar/scorer.h"
#include "support/garden_rubric.h"
#include "support/terminal_lines.h"

namespace ibtikar::fuzz {
namespace {

/// The answers that count, and where they stand.
void require_sound(const Rubric& rubric, const Scorer& scorer, const Interview& interview) {
  const Progress progress = interview.progress();
  require(progress.position <= progress.total && progress.answered <= progress.total &&
              progress.total <= rubric.question_count(),
          "progress is within the questions");
  require(!interview.at_hand() || !interview.is_hidden(*interview.at_hand()), "no hidden question is asked");
  Diagnostics warnings;
  const Checked<AnswerSheet> sheet = scorer.encode(interview.proposal(), {}, warnings);
  require(sheet.has_value(), "an answer that was taken fits", sheet ? "" : format(sheet.error()));
  require(*sheet == interview.sheet(), "the answers that count are those of the proposal");
}

void require_shown(const cli::QuestionText& screen, const Rubric& rubric, const Scorer& scorer,
                   const Interview& interview) {
  if (interview.at_hand()) require_harmless(screen.question(interview));
  std::vector<std::size_t> all(rubric.question_count());
  for (std::size_t number = 0; number < all.size(); ++number) all[number] = number;
  require_harmless(
      cli::list_page(screen, rubric, interview, scorer.outlook(interview.sheet()), all, true, screen.look()));
}

}  // namespace

void try_interview_lines(std::string_view input) {
  static const Rubric rubric = test::garden_rubric();
  static const Scorer scorer(rubric);
  static const cli::QuestionText english(rubric, "en", 80, false);
  static const cli::QuestionText arabic(rubric, "ar", 40, false);
  Interview interview(rubric, {});
  for (const std::string& line : test::lines_in(std::string(input))) {
    for (std::size_t number = 0; number < rubric.question_count(); ++number) {
      const Reply reply = parse_reply(rubric, number, line);
      const auto* misread = std::get_if<ParseError>(&reply);
      if (misread == nullptr) continue;
      require_harmless(english.explain(*misread, number));
      require_harmless(arabic.explain(*misread, number));
    }
    const std::size_t number = interview.at_hand().value_or(0);
    const Effect effect = interview.take(parse_reply(rubric, number, line));
    require_sound(rubric, scorer, interview);
    if (effect == Effect::changed) require_harmless(english.saved(interview, number));
    require_shown(fingerprint(input) % 2 == 0 ? english : arabic, rubric, scorer, interview);
  }
}

}  // namespace ibtikar::fuzz
