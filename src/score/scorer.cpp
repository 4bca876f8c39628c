// See ibtikar/scorer.h: construction, and checking a proposal against the rubric. All misfits are
// reported at once, because a person corrects the file in one go.
#include "ibtikar/scorer.h"

#include <fmt/format.h>

#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "model/answer_check.h"
#include "score/plan.h"

namespace ibtikar {

Scorer::Scorer(const Rubric& rubric) : plan_(std::make_unique<const ScorerPlan>(rubric)) {}
Scorer::Scorer(Scorer&&) noexcept = default;
Scorer& Scorer::operator=(Scorer&&) noexcept = default;
Scorer::~Scorer() = default;

namespace {

/// Checks that the proposal was written for this rubric and this version. A minor version asks the
/// same questions; a major one does not, so its answers must be converted first.
void check_reference(const Rubric& rubric, const Proposal& proposal, const EncodeOptions& options,
                     Diagnostics& errors, Diagnostics& warnings) {
  const RubricReference& written = proposal.rubric;
  if (!written.id.empty() && written.id != rubric.id()) {
    Message other =
        message("written for rubric {0}, asked to score with \"{1}\"", quoted(written.id), rubric.id());
    if (options.rubric_by_hand)
      warnings.push_back(warning_at("/rubric/id", "other-rubric", std::move(other)));
    else
      errors.push_back(
          error_at("/rubric/id", "other-rubric",
                   message("{0}; name a rubric by hand to score with it all the same", std::move(other))));
    return;
  }
  // A proposal that names no version claims nothing that could differ.
  if (written.version.empty() || written.version == rubric.version()) return;
  const std::optional<std::size_t> before = major_version(written.version);
  const std::optional<std::size_t> now = major_version(rubric.version());
  if (before && now && before != now) {
    const Message what = *before < *now ? message("`ibtikar rubric convert FILE` carries its answers over")
                                        : message("expected a rubric of that version");
    errors.push_back(
        error_at("/rubric/version", "rubric-major",
                 message("written for version {0} of the rubric, whose questions are not those of {1}; {2}",
                         quoted(written.version), rubric.version(), what)));
    return;
  }
  warnings.push_back(warning_at("/rubric/version", "rubric-version",
                                message("written for version {0} of the rubric, scored with {1} ({2})",
                                        quoted(written.version), rubric.version(), rubric.parts().digest)));
}

/// A suggestion takes a pass over the whole rubric, so only warnings that are shown get one.
Diagnostic unknown_question(const ScorerPlan& plan, const std::string& id, bool with_suggestion) {
  const Message hint = with_suggestion ? suggestion(id, plan.full_ids) : Message();
  Diagnostic warning = warning_at("/answers/" + pointer_token(id), "unknown-question",
                                  message("the rubric has no question {0}{1}", quoted(id), hint));
  warning.at_member = true;
  return warning;
}

/// Reports an answer that does not fit: as an error, or with `lenient` as a warning that it counts
/// as open.
void report_misfit(Diagnostic misfit, const std::string& id, bool lenient, Diagnostics& errors,
                   Diagnostics& warnings) {
  misfit.pointer = "/answers/" + pointer_token(id) + misfit.pointer;
  if (!lenient) {
    errors.push_back(std::move(misfit));
    return;
  }
  misfit.severity = Severity::warning;
  misfit.message = message("{0}; taken as unanswered", std::move(misfit.message));
  warnings.push_back(std::move(misfit));
}

/// Warns of answers to hidden questions. They are not errors: somebody may have changed the answer
/// that hides them, and may change it back.
void warn_of_hidden(const ScorerPlan& plan, const AnswerSheet& sheet, Diagnostics& warnings) {
  std::vector<Truth> visible;
  plan.conditions.settle(sheet, visible);
  for (std::size_t q = 0; q < visible.size(); ++q) {
    if (visible[q] != Truth::no || sheet.cells[q].state == CellState::unanswered) continue;
    warnings.push_back(
        warning_at("/answers/" + pointer_token(plan.rubric.full_id(q)), Code::hidden_answer,
                   message("this question does not apply given the other answers; its answer is kept and "
                           "does not count")));
  }
}

}  // namespace

Checked<AnswerSheet> Scorer::encode(const Proposal& proposal, const EncodeOptions& options,
                                    Diagnostics& warnings) const {
  const Rubric& rubric = plan_->rubric;
  AnswerSheet sheet;
  sheet.cells.resize(rubric.question_count());
  Diagnostics errors;
  check_reference(rubric, proposal, options, errors, warnings);
  for (const auto& [id, answer] : proposal.answers) {
    const auto question = rubric.find(id);
    if (!question) {
      // Not an error: form tools and newer versions of a rubric have questions that this one lacks.
      warnings.push_back(unknown_question(*plan_, id, warnings.size() < kMaxDiagnostics));
      continue;
    }
    Result<Cell> cell = check_answer(rubric.question(*question), rubric.parts().evidence, answer);
    if (cell)
      sheet.cells[*question] = std::move(*cell);
    else
      report_misfit(std::move(cell.error()), id, options.lenient, errors, warnings);
  }
  // Hidden answers are looked for only in a sheet that is complete: an invalid answer might be what
  // hides them.
  if (!errors.empty()) return fail(std::move(errors));
  warn_of_hidden(*plan_, sheet, warnings);
  return sheet;
}

}  // namespace ibtikar
