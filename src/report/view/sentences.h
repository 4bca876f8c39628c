// What reports say in sentences, whatever they are written in: the view's parts put into words.
//
// A Sentence holds foreign texts as the view has them, safe for its target, each in an isolate.
#pragma once

#include <string>
#include <vector>

#include "report/view/view.h"

namespace ibtikar {

/// A label and what it is: "Interval", "from 48.20 to 80.95". An empty label belongs to the one
/// before.
struct Fact {
  std::string label;
  Sentence text;
  bool stands_out = false;
};

/// "63.41 of 100", "12.5 of 15"
[[nodiscard]] Sentence of_whole(const Words& words, const MeasureView& measure);
[[nodiscard]] std::string score_of_hundred(const ReportView& view);
/// "Assessed by Amal Mansour · 2026-11-01"; may be empty.
[[nodiscard]] Sentence by_line(const Words& words, const HeadView& head);
/// Whether open answers can still change the band. Without a verdict, which one is possible.
[[nodiscard]] Sentence settled_text(const Words& words, const VerdictView& verdict);
/// Why there is no verdict, whether it is settled, interval, completeness.
[[nodiscard]] std::vector<Fact> verdict_facts(const ReportView& view);

/// "Gold: each criterion at 60 or more (not met)"
[[nodiscard]] Sentence requirement_text(const Words& words, const RequirementView& one);
/// "Sustainability −0.63 · Feasibility −1.88"; a dimension and its number stay on one line.
[[nodiscard]] Sentence amounts_text(const Words& words, const std::vector<AmountView>& amounts);
/// A foreign text alone on its line, with its direction its own.
[[nodiscard]] std::string alone(const Words& words, const std::string& foreign);
/// "Feasibility: from 72.10 to 35.00"
[[nodiscard]] Sentence cap_text(const Words& words, const CapView& cap);
/// "They are asked (level 3 of 5, evidence: Claimed)"
[[nodiscard]] Sentence answer_words(const Words& words, const AnswerView& answer);
/// "Answer: They are asked (level 3 of 5, evidence: Claimed)"
[[nodiscard]] Sentence answer_text(const Words& words, const AnswerView& answer);

/// What stands over losses, and over gates: it depends on what there is.
[[nodiscard]] Word losses_heading(const ReportView& view);
[[nodiscard]] Word losses_legend(const ReportView& view);
[[nodiscard]] Word caps_heading(const ReportView& view, bool applied);
/// What stands over the steps: what their numbers are, or that none lifts a score.
[[nodiscard]] Word steps_legend(const ReportView& view);
/// What a document step asks for, or a raise step advises.
[[nodiscard]] std::string step_text(const Words& words, const StepView& step);
/// "Leads to: They work on drafts"; may be empty.
[[nodiscard]] Sentence step_target(const Words& words, const StepView& step);
/// "Sustainability +0.72 · effort: 2"
[[nodiscard]] Sentence step_worth(const Words& words, const StepView& step);

/// "Are they paid? (decides a cap)"
[[nodiscard]] Sentence open_text(const Words& words, const OpenQuestionView& question);

/// The end of the short form: warnings, if any, and what the full form has in addition.
[[nodiscard]] std::vector<Sentence> short_form_ending(const ReportView& view);

enum class Digests { shortened, whole };
/// Rubric, proposal, how dimensions are combined, evidence, engine.
[[nodiscard]] std::vector<Fact> origin_facts(const Words& words, const OriginView& origin, Digests digests);

}  // namespace ibtikar
