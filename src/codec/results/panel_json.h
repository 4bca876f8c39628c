// A Panel as JSON (`ibtikar-panel/1`, see docs/formats.md), and what it takes to compute it again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ibtikar/codec.h"
#include "ibtikar/panel.h"

namespace ibtikar {

/// The complete panel, without a line end at the end. Equal panels give equal bytes.
[[nodiscard]] std::string encode_panel(const Panel& panel, JsonStyle style);

/// How a saved panel was computed.
struct SavedPanel {
  std::string rubric;  ///< its id
  bool is_blind = false;
  std::vector<Conflict> conflicts;    ///< of a blind panel: by letters, and not all
  std::optional<std::uint64_t> seed;  ///< a blind panel does not tell it
  std::size_t replicates = 0;
  std::optional<std::size_t> funded;
  std::optional<double> risk;
};

[[nodiscard]] Checked<SavedPanel> decode_panel(const NamedText& source);

}  // namespace ibtikar
