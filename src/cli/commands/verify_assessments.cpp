// Saved assessments, scored again from their proposals.
#include <algorithm>
#include <utility>

#include "cli/commands/verify_kinds.h"
#include "cli/load.h"
#include "cli/output/report_outputs.h"
#include "cli/scoring.h"
#include "codec/results/json_difference.h"
#include "io/files/files.h"

namespace ibtikar::cli {
namespace {

/// How the proposals are scored: what the saved run may have been told.
struct ScoredLike {
  std::string rubric;
  bool lenient = false;
  std::vector<std::string> found;  ///< what of this the user did not say
};

struct ScoredAgain {
  std::vector<Assessment> assessments;
  ExitStatus status = ExitStatus::done;
};

ScoredAgain score_again(const std::vector<NamedText>& proposals, const VerifyOptions& options,
                        const ScoredLike& like, Environment& env) {
  CommonOptions common = options.common;
  common.rubric = like.rubric;
  common.quiet = true;
  ScoredAgain again;
  Scoring scoring(common, {.lenient = like.lenient}, env);
  for (std::size_t i = 0; i < proposals.size(); ++i)
    if (std::optional<Assessment> one = scoring.score(options.inputs[i], proposals[i]))
      again.assessments.push_back(*std::move(one));
  again.status = scoring.status();
  return again;
}

/// The assessments in the order of the saved ones, by the ids of their proposals, and the others
/// behind them. Nothing stands for one that the inputs do not give.
std::vector<const Assessment*> matched(const std::vector<Assessment>& saved,
                                       const std::vector<Assessment>& now) {
  std::vector<const Assessment*> in_order;
  std::vector<bool> used(now.size(), false);
  for (const Assessment& one : saved) {
    std::size_t best = now.size();
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (used[i] || now[i].proposal.id != one.proposal.id) continue;
      if (best == now.size() || now[i].proposal.digest == one.proposal.digest) best = i;
      if (now[i].proposal.digest == one.proposal.digest) break;
    }
    in_order.push_back(best < now.size() ? &now[best] : nullptr);
    if (best < now.size()) used[best] = true;
  }
  for (std::size_t i = 0; i < now.size(); ++i)
    if (!used[i]) in_order.push_back(&now[i]);
  return in_order;
}

void add_causes(const Assessment& saved, const Assessment& now, Verification& verification) {
  using Of = VerificationCause::Of;
  const std::string& id = saved.proposal.id;
  if (saved.engine_version != now.engine_version)
    add(verification, VerificationCause{Of::engine, id, saved.engine_version, now.engine_version, 1});
  if (saved.rubric.digest != now.rubric.digest)
    add(verification, VerificationCause{Of::rubric, id, saved.rubric.digest, now.rubric.digest, 1});
  if (saved.proposal.digest != now.proposal.digest)
    add(verification, VerificationCause{Of::proposal, id, saved.proposal.digest, now.proposal.digest, 1});
}

/// Causes are told as such, unless nothing else differs.
void drop_causes(std::vector<ValueDifference>& values) {
  const auto is_cause = [](const ValueDifference& value) {
    return value.at == "/engine/version" || value.at == "/rubric/digest" || value.at == "/proposal/digest";
  };
  if (!std::all_of(values.begin(), values.end(), is_cause)) std::erase_if(values, is_cause);
}

/// The saved assessments in pieces, as they are written; and whether they are lines.
struct SavedTexts {
  std::vector<std::string> pieces;
  bool are_lines = false;
  bool is_one = false;  ///< an object, not an array of one
};

SavedTexts texts_of(const std::string& text) {
  SavedTexts texts;
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos || text[first] == '[') {
    texts.pieces = json_elements(text);
    return texts;
  }
  // Indented objects begin with a line end.
  texts.are_lines = text.substr(first, 2) == "{\"";
  texts.is_one = !texts.are_lines;
  if (texts.is_one) texts.pieces.push_back(text);
  for (std::size_t at = 0; texts.are_lines && at < text.size();) {
    const std::size_t stop = std::min(text.find('\n', at), text.size());
    if (text.find_first_not_of(" \t\r\n", at) < stop) texts.pieces.push_back(text.substr(at, stop - at));
    at = stop + 1;
  }
  return texts;
}

std::string written(const std::vector<const Assessment*>& assessments, const SavedTexts& texts) {
  std::vector<Assessment> all;
  for (const Assessment* one : assessments)
    if (one != nullptr) all.push_back(*one);
  return assessments_as_json(all, texts.are_lines ? Format::ndjson : Format::json, texts.is_one);
}

Verification compared(const SavedFile& file, const std::string& text, const std::vector<Assessment>& saved,
                      const ScoredAgain& again) {
  Verification verification = verification_of(file, "assessments");
  verification.records = saved.size();
  const std::vector<const Assessment*> now = matched(saved, again.assessments);
  const SavedTexts texts = texts_of(text);
  const std::string whole = written(now, texts);
  if (whole == text) return verification;
  const JsonStyle style = texts.are_lines ? JsonStyle::compact : JsonStyle::indented;
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (i >= saved.size()) {
      add(verification, RecordDifference{now[i]->proposal.id, RecordDifference::What::not_saved, {}});
      continue;
    }
    const std::string& id = saved[i].proposal.id;
    if (now[i] == nullptr) {
      add(verification, RecordDifference{id, RecordDifference::What::not_recomputed, {}});
      continue;
    }
    add_causes(saved[i], *now[i], verification);
    if (i >= texts.pieces.size()) continue;
    std::vector<ValueDifference> values =
        json_value_differences(texts.pieces[i], encode_assessment(*now[i], style));
    drop_causes(values);
    if (!values.empty())
      add(verification, RecordDifference{id, RecordDifference::What::values, std::move(values)});
  }
  if (verification.differing == 0)
    add(verification, RecordDifference{"", RecordDifference::What::values, {byte_difference(text, whole)}});
  return verification;
}

std::vector<ScoredLike> ways(const VerifyOptions& options, const std::vector<Assessment>& saved) {
  std::vector<ScoredLike> ways = {{options.common.rubric, options.run.lenient, {}}};
  const std::string& id = saved.front().rubric.id;
  if (options.common.rubric.empty() && is_builtin_rubric(id))
    ways.push_back({id, options.run.lenient, {"--rubric " + id}});
  if (options.run.lenient) return ways;
  for (std::size_t i = 0, count = ways.size(); i < count; ++i) {
    ScoredLike lenient = ways[i];
    lenient.lenient = true;
    lenient.found.emplace_back("--lenient");
    ways.push_back(std::move(lenient));
  }
  return ways;
}

}  // namespace

Verified verify_assessments(const SavedFile& file, const VerifyOptions& options, Environment& env) {
  const Result<std::string> text = file.whole(kMaxAssessmentsBytes);
  if (!text) return {std::nullopt, env.report(text.error())};
  const Checked<std::vector<Assessment>> saved = decode_assessments({shown_name(file.path()), *text});
  if (!saved) return {std::nullopt, env.report(saved.error())};
  if (saved->empty()) return {verification_of(file, "assessments"), ExitStatus::done};
  std::vector<NamedText> proposals;
  for (const std::string& input : options.inputs) {
    Result<std::string> read = io::read_whole(input, kMaxDocumentBytes);
    if (!read) return {std::nullopt, env.report(read.error())};
    proposals.push_back({shown_name(input), *std::move(read)});
  }
  for (const ScoredLike& like : ways(options, *saved)) {
    TextSink nothing;
    ScoredAgain again;
    static_cast<void>(run_captured(nothing, env, [&](Environment& inner) {
      again = score_again(proposals, options, like, inner);
      return again.status;
    }));
    if (again.status != ExitStatus::done) continue;
    Verification verification = compared(file, *text, *saved, again);
    if (!verification.same()) continue;
    verification.found = like.found;
    return {std::move(verification), ExitStatus::done};
  }
  // Nothing gives these bytes: what differs is told of the run as the user described it.
  const ScoredAgain again = score_again(proposals, options, ways(options, *saved).front(), env);
  return {compared(file, *text, *saved, again), again.status};
}

}  // namespace ibtikar::cli
