// RankingView: what every ranking says, in the reader's language, before a format lays it out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/safe_targets.h"
#include "ibtikar/panel_ranking.h"
#include "words/report_words.h"

namespace ibtikar {

/// The headings of columns, and other words that stand alone.
struct RankingWords {
  std::string title;
  std::string rank;
  std::string program;
  std::string score;
  std::string interval;
  std::string front;
  std::string on_front;  ///< in a cell
  std::string expected;
  std::string half;
  std::string ninety;
  std::string sucra;
  std::string first;
  std::string usual;
  std::string confidence;
  std::string weights;  ///< over the mean weights with which a program came first
};

struct RankingRowView {
  std::string rank;  ///< "2", or "–"
  std::string name;  ///< the title, or the id
  std::string id;    ///< empty where it is the name
  std::string score;
  std::string low;
  std::string high;
  const ProgramRank* program = nullptr;  ///< the numbers of charts
  bool on_front = false;
  std::vector<std::string> dimensions;
  // With several assessors
  std::string expected;
  std::string half;  ///< "2–4", or "3"
  std::string ninety;
  std::string sucra;
  // With a simulation
  std::string first;  ///< "57%"
  std::string usual;  ///< the ranks of 90 % of the draws
  std::string confidence;
  std::vector<std::string> central;  ///< by dimension; empty if it never came first
};

struct RankingView {
  std::string language;  ///< a language of our words; titles in it, too, where there are some
  bool right_to_left = false;
  Words isolating;  ///< for foreign texts beside ours
  RankingWords words;
  std::vector<std::string> about;       ///< sentences under the title
  std::vector<std::string> dimensions;  ///< titles
  std::vector<RankingRowView> rows;
  std::string expected_heading;  ///< empty where there are no expected ranks
  std::string expected_legend;   ///< also why there are none
  std::string robust_heading;    ///< empty where there was no simulation
  std::vector<std::string> robust_legend;
};

/// `ranking` must outlive it. Foreign texts are safe for `target`.
[[nodiscard]] RankingView ranking_view(const PanelRanking& ranking, const std::string& language,
                                       Target target);

/// "2–4", or "3" of 3 to 3.
[[nodiscard]] std::string ranks_text(std::size_t best, std::size_t worst);

/// The ranks that leave at most 5 % of the draws on each side. `row`: of Smaa::acceptability.
[[nodiscard]] RankInterval usual_ranks(const std::vector<double>& row);

}  // namespace ibtikar
