// Rankings as JSON (`ibtikar-ranking/1`, see docs/formats.md), and what a draw reads of them.
#pragma once

#include <string>

#include "codec/json/document.h"
#include "ibtikar/codec.h"
#include "ibtikar/panel_ranking.h"

namespace ibtikar {

/// The complete ranking, without a line end at the end. Equal rankings give equal bytes.
[[nodiscard]] std::string encode_ranking(const PanelRanking& ranking, JsonStyle style);

/// How the simulation of a saved ranking was made.
struct SavedSimulation {
  std::size_t draws = 0;
  std::optional<double> within_percent;
  std::string seed;
};

/// A saved ranking, as far as a draw needs it, and what it takes to compute it again.
struct SavedRanking {
  std::string rubric;  ///< "social-innovation 2.0.0"
  std::string rubric_id;
  std::string rubric_digest;
  std::string by;
  std::vector<ProgramRank> programs;  ///< with scores and expected ranks
  Better better = Better::higher;
  std::vector<Conflict> conflicts;
  std::optional<SavedSimulation> robust;
};

[[nodiscard]] Checked<SavedRanking> decode_ranking(const NamedText& source);

/// Whether a text is a JSON object whose "format" begins so: "ibtikar-ranking/".
[[nodiscard]] bool declares_format(const NamedText& source, std::string_view family);

}  // namespace ibtikar
