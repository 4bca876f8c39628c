// See fill.h.
#include "codec/proposal/fill.h"

#include <algorithm>

#include "score/plan.h"

namespace ibtikar {
namespace {

using Change = FillChange::What;

const Answer* answer_in(const Proposal& proposal, const std::string& id) {
  const auto found =
      std::ranges::find_if(proposal.answers, [&](const auto& named) { return named.first == id; });
  return found == proposal.answers.end() ? nullptr : &found->second;
}

// Cells, not texts: "2", 2 and "2 · Fully" are one answer.
bool is_same_value(const Cell& a, const Cell& b) {
  return a.state == b.state && a.index == b.index && a.number == b.number && a.chosen == b.chosen;
}

/// Whether one of the lines of `notes` is `note`.
bool has_note(const std::string& notes, const std::string& note) {
  return ("\n" + notes + "\n").find("\n" + note + "\n") != std::string::npos;
}

class Filling {
 public:
  Filling(AnswersFile& file, const FilledSheet& before, const FilledSheet& form, const Scorer& scorer,
          bool overwrite)
      : file_(file), before_(before), form_(form), plan_(scorer.plan()), overwrite_(overwrite) {}

  std::vector<FillChange> changes() && {
    add_field("title", before_.proposal.title, form_.proposal.title);
    add_field("organization", before_.proposal.organization, form_.proposal.organization);
    add_field("assessor", before_.proposal.assessor, form_.proposal.assessor);
    add_field("date", before_.proposal.date, form_.proposal.date);
    // An answer to a question that the rubric does not have was reported when the form was read.
    for (const auto& [id, answer] : form_.proposal.answers)
      if (const auto number = plan_.rubric.find(id)) add_answer(*number, id, answer);
    return std::move(changes_);
  }

 private:
  void add_field(const char* name, const std::string& before, const std::string& after) {
    if (after.empty() || after == before) return;
    // A form that came back never takes away what somebody wrote. `overwrite` is the user's word
    // for it.
    const Change what = before.empty() ? Change::answered : overwrite_ ? Change::replaced : Change::kept;
    changes_.push_back({what, name, {before, false, {}, {}, {}}, {after, false, {}, {}, {}}});
    if (what != Change::kept) file_.set_text(name, after);
  }

  void add_answer(std::size_t number, const std::string& id, const Answer& after) {
    const Answer* known = answer_in(before_.proposal, id);
    const Answer before = known != nullptr ? *known : Answer{};
    Answer merged = before;
    // Whatever changes the file is in the list, and the other way round.
    const std::size_t already = changes_.size();
    if (take_value(number, id, before, after, merged)) {
      take_evidence(number, id, before, after, merged);
      take_note(id, before, after, merged);
    }
    if (merged != before && changes_.size() > already) file_.set_answer(id, merged);
  }

  /// Whether the form's evidence and note are about the answer that is there now.
  bool take_value(std::size_t number, const std::string& id, const Answer& before, const Answer& after,
                  Answer& merged) {
    const Cell& was = before_.sheet.cells[number];
    const Cell& is = form_.sheet.cells[number];
    // A form with evidence or a note alone is about the answer that it was sent out for.
    if (is.state == CellState::unanswered || is_same_value(was, is)) return true;
    const Change what = was.state == CellState::unanswered ? Change::answered
                        : overwrite_                       ? Change::replaced
                                                           : Change::kept;
    changes_.push_back({what, id, before, after});
    if (what == Change::kept) return false;
    merged.value = after.value;
    merged.not_applicable = after.not_applicable || is.state == CellState::not_applicable;
    // A proposal that says both would be refused.
    if (merged.not_applicable) merged.value = std::monostate{};
    // The evidence was that of the answer before.
    merged.evidence = after.evidence;
    return true;
  }

  void take_evidence(std::size_t number, const std::string& id, const Answer& before, const Answer& after,
                     Answer& merged) {
    if (after.evidence.empty() || merged.evidence == after.evidence || merged.not_applicable) return;
    const auto& levels = plan_.rubric.parts().evidence.levels;
    const auto place_of = [&](const std::string& level) {
      return static_cast<std::size_t>(std::ranges::find(levels, level, &EvidenceLevel::id) - levels.begin());
    };
    const std::size_t was = before_.sheet.cells[number].evidence;
    const std::size_t is = place_of(after.evidence);
    // A level that the rubric does not have was reported when the form was checked.
    if (is >= levels.size()) return;
    // By what the levels earn, not by their order in the rubric.
    const bool is_better = before.evidence.empty() || plan_.is_lower_evidence(was, is);
    changes_.push_back({is_better || overwrite_ ? Change::shown : Change::kept, id, before, after});
    if (is_better || overwrite_) merged.evidence = after.evidence;
  }

  void take_note(const std::string& id, const Answer& before, const Answer& after, Answer& merged) {
    if (after.note.empty() || has_note(before.note, after.note)) return;
    // Notes are added, never replaced: both sides may have said something that counts.
    changes_.push_back({Change::noted, id, before, after});
    merged.note = before.note.empty() ? after.note : before.note + "\n" + after.note;
  }

  AnswersFile& file_;
  const FilledSheet& before_;
  const FilledSheet& form_;
  const ScorerPlan& plan_;
  bool overwrite_;
  std::vector<FillChange> changes_;
};

}  // namespace

std::vector<FillChange> fill_in(AnswersFile& file, const FilledSheet& before, const FilledSheet& form,
                                const Scorer& scorer, bool overwrite) {
  return Filling(file, before, form, scorer, overwrite).changes();
}

}  // namespace ibtikar
