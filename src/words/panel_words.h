// The words of panels, in every language.
#pragma once

#include <string_view>

namespace ibtikar {

template <class Text>
struct PanelTexts {
  Text panel;
  Text programs;
  Text program;
  Text together;
  Text assessor;
  Text talk;
  Text talk_legend;
  Text nothing_to_talk;
  Text further_items;
  Text spread;
  Text lowest;
  Text highest;
  Text deviation;
  Text points;
  Text tie;
  Text tie_legend;
  Text not_applicable;
  Text open;
  Text said;
  Text conflicts;
  Text missing;
  Text nothing_missing;
  Text status;
  Text read;
  Text scores;
  Text answers;
  Text heat_legend;
  Text no_reading;
  Text blind;
  Text severity;
  Text severity_legend;
  Text readings;
  Text raw;
  Text shrunk;
  Text plus_minus;
  Text next;
  Text next_legend;
  Text fewer_wrong;
  Text changes;
  Text funded;
  Text settled;
  Text nobody_left;
  Text reason;
  Text all_questions;
  Text alphas;
  Text ordinal;
  Text nominal;
  Text interval;
  Text ratio;
  Text interval_95;
  Text alpha_legend;
  Text other_agreement;
  Text same;
  Text kappa;
  Text answered_at_all;
  Text score_agreement;
  Text coefficient;
  Text value;
  Text icc_legend;
  Text by_likelihood;
};

using PanelWords = PanelTexts<std::string_view>;

/// Of a language (BCP 47), else English.
[[nodiscard]] const PanelWords& panel_words(std::string_view language);

}  // namespace ibtikar
