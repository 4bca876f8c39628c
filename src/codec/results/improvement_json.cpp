// encode_improvement(): plans as JSON, see docs/formats.md.
#include <cmath>

#include "codec/json/writer.h"
#include "codec/results/number_members.h"
#include "codec/results/result_head.h"

namespace ibtikar {
namespace {

std::string_view kind_name(AdviceKind kind) {
  return kind == AdviceKind::raise ? "raise" : kind == AdviceKind::document ? "document" : "supply";
}

/// Costs are compared to the millionth.
void write_cost(JsonWriter& json, std::string_view name, double cost) {
  // Sums of costs such as 0.1 end in noise, which the search ignores as well.
  constexpr double kMillion = 1e6;
  json.member(name);
  json.number(std::round(cost * kMillion) / kMillion);
}

/// A band, or a score that must be reached. Where less is better, it is a number not to be
/// exceeded, and the member says so.
void write_target(JsonWriter& json, const Improvement& found, const ImproveTarget& target) {
  json.begin_object();
  json.inline_from_here();
  if (!target.band.empty()) {
    json.text("band", target.band);
  } else {
    Better better = found.today.overall.better;
    // A dimension may run the other way than the overall score.
    for (const DimensionScore& dimension : found.today.dimensions)
      if (dimension.id == target.dimension) better = dimension.better;
    json.text("score", target.dimension);
    json.member(better == Better::higher ? "at_least" : "at_most");
    json.number(target.number);
  }
  json.end_object();
}

void write_improved_measure(JsonWriter& json, std::string_view id, const Measure& measure) {
  json.begin_object();
  json.inline_from_here();
  json.text("id", id);
  write_score(json, "score", measure.score);
  write_fixed(json, "low", measure.low);
  write_fixed(json, "high", measure.high);
  json.end_object();
}

void write_improved_scores(JsonWriter& json, std::string_view name, const Improvement& found,
                           const ImprovedScores& scores) {
  json.member(name);
  json.begin_object();
  json.text("verdict", scores.verdict);
  json.member("overall");
  write_improved_measure(json, "overall", scores.overall);
  json.member("dimensions");
  json.begin_array();
  // Dimensions are in the order of the rubric here and there, so the names of today's serve.
  for (std::size_t d = 0; d < scores.dimensions.size(); ++d)
    write_improved_measure(json, found.today.dimensions[d].id, scores.dimensions[d]);
  json.end_array();
  json.end_object();
}

void write_step(JsonWriter& json, const PlannedStep& step) {
  json.begin_object();
  json.inline_from_here();
  json.text("kind", kind_name(step.kind));
  write_whole(json, "levels", step.levels);
  write_cost(json, "cost", step.cost);
  json.member("from");
  json.answer(step.from);
  json.member("to");
  json.answer(step.to);
  json.end_object();
}

/// `phases` names questions only: what changes in each stands in `changes`, once.
void write_plan(JsonWriter& json, const Improvement& found, const ImprovePlan& plan) {
  json.begin_object();
  write_cost(json, "cost", plan.cost);
  write_whole(json, "steps", plan.steps);
  json.list("changes", plan.changes, [&](const PlannedChange& change) {
    json.begin_object();
    json.text("question", change.question);
    write_cost(json, "cost", change.cost);
    json.list("steps", change.steps, [&](const PlannedStep& step) { write_step(json, step); });
    json.end_object();
  });
  json.list("phases", plan.phases, [&](const ImprovePhase& phase) {
    json.begin_object();
    json.member("questions");
    json.begin_array();
    json.inline_from_here();
    for (const std::size_t change : phase.changes) json.string(plan.changes[change].question);
    json.end_array();
    write_cost(json, "cost", phase.cost);
    write_improved_scores(json, "reached", found, phase.reached);
    json.end_object();
  });
  write_improved_scores(json, "reached", found, plan.reached);
  json.end_object();
}

/// If even the best answers miss the target: how far they get, and what that takes.
void write_best(JsonWriter& json, const Improvement& found, const BestReachable& best) {
  json.begin_object();
  json.member("target");
  write_target(json, found, best.target);
  write_or_null(json, "best", best.best, [&](const auto& given) { write_target(json, found, given); });
  write_or_null(json, "plan", best.plan, [&](const auto& given) { write_plan(json, found, given); });
  json.end_object();
}

}  // namespace

// `plans` has the cheapest first; `proved` says whether there can be no cheaper one, or none at all
// if the list is empty. Programs must not have to guess that from the number of plans.
std::string encode_improvement(const Improvement& found, JsonStyle style) {
  JsonWriter json(style);
  json.begin_object();
  json.text("format", kImprovementFormat);
  write_result_head(json, found.today);
  json.list("targets", found.options.targets,
            [&](const ImproveTarget& target) { write_target(json, found, target); });
  // What the user ruled out belongs to the result: without it, another plan may be cheaper.
  json.member("locked");
  json.answer(found.options.locked);
  write_cost(json, "evidence_cost", found.options.evidence_cost);
  write_or_null(json, "budget", found.options.budget, [&](const auto& given) { json.number(given); });
  write_flag(json, "reached_today", found.reached_today);
  write_flag(json, "proved", found.proved);
  write_improved_scores(json, "today", found, found.now);
  json.list("plans", found.plans, [&](const ImprovePlan& plan) { write_plan(json, found, plan); });
  // Each target by itself: several together may fail although each can be reached.
  json.list("unreachable", found.unreachable,
            [&](const BestReachable& best) { write_best(json, found, best); });
  json.end_object();
  return std::move(json).take();
}

}  // namespace ibtikar
