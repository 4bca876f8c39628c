// PanelRanking: everything that `ibtikar rank` says of a set of programs, as one value.
//
// Ranks by a score (ranking.h); what they would be without chance and severity, where there are
// several assessors (severity.h); and how far they depend on weights and open answers (smaa.h).
// Every output of `ibtikar rank` is a view of this value, and `ibtikar draw` decides by it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/draw.h"
#include "ibtikar/ranking.h"
#include "ibtikar/readings.h"
#include "ibtikar/severity.h"
#include "ibtikar/smaa.h"

namespace ibtikar {

inline constexpr std::string_view kRankingFormat = "ibtikar-ranking/1";

/// A program with its place. Programs are the best first.
struct ProgramRank {
  Program program;
  std::vector<std::string> digests;  ///< of its proposals, one for each reading
  RankedProgram ranked;
  std::optional<RankEstimate> expected;  ///< none without several assessors
};

/// What the expected ranks come from.
struct RankingModelFacts {
  double mean = 0;
  double program_sd = 0;
  double assessor_sd = 0;
  double error_sd = 0;
};

struct PanelRanking {
  Rubric rubric;
  RankExpression by;
  std::size_t assessors = 0;  ///< who gave a reading
  bool is_panel = false;      ///< some program has several readings
  std::vector<ProgramRank> programs;
  std::vector<Conflict> conflicts;  ///< they are in no rank
  std::optional<RankingModelFacts> model;
  std::optional<Undefined> without_model;  ///< why a panel has no model
  std::optional<SmaaOptions> robust;       ///< how the simulation was made, if there was one
  Smaa smaa;                               ///< its programs are those above, in their order
};

/// Ranks everything that was read. `robust`: simulate, too. Requires: readings fit the rubric; with
/// `robust` at most kMostSimulated programs. A program without a reading comes last, without a rank.
[[nodiscard]] PanelRanking rank_readings(const Rubric& rubric, const Readings& readings,
                                         const RankExpression& by, const std::optional<SmaaOptions>& robust);

/// What a draw needs of ranked programs; and the programs that have no score, or no expected rank where
/// the rule goes by it, by id. Expected ranks are rounded to two decimals, as they are shown: so
/// everyone who sees them can draw again.
struct DrawField {
  std::vector<DrawEntry> entries;
  std::vector<std::string> left_out;
};
[[nodiscard]] DrawField draw_field(const std::vector<ProgramRank>& programs, Better better, DrawRule rule);

}  // namespace ibtikar
