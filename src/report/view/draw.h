// DrawView: what every page about a draw says, in the reader's language, before a format lays it
// out.
#pragma once

#include <string>
#include <vector>

#include "base/safe_targets.h"
#include "ibtikar/draw.h"
#include "words/report_words.h"

namespace ibtikar {

struct DrawRowView {
  std::string name;
  std::string id;
  std::string ground;   ///< what its chance follows from: its expected rank and interval, or its score
  std::string group;    ///< "funded without lots", "drew lots", "not funded"
  std::string chance;   ///< "66.6667 %"
  std::string ticket;   ///< whole
  std::string place;    ///< in the order of the tickets
  std::string stretch;  ///< linear rule: "0.000000–0.750000"
  std::string mark;     ///< linear rule
  std::string outcome;  ///< "funded", "not funded"
  bool wins = false;
  DrawGroup group_is = DrawGroup::drawn;
};

/// One step of repeating the draw: what to do, and a line that can be typed in a shell.
struct DrawStepView {
  std::string text;
  std::string command;  ///< may be empty
};

struct DrawView {
  std::string language;
  bool right_to_left = false;
  Words isolating;
  std::string title;
  std::vector<std::string> about;
  std::string ground_heading;
  std::string program_heading;
  std::string id_heading;
  std::string group_heading;
  std::string chance_heading;
  std::string outcome_heading;
  std::string ticket_heading;
  std::string place_heading;
  std::string stretch_heading;
  std::string mark_heading;
  bool is_linear = false;
  std::vector<DrawRowView> rows;   ///< in the order of the draw
  std::vector<DrawRowView> drawn;  ///< those that drew lots, by ticket
  std::string lots_heading;
  std::string replay_heading;
  std::vector<DrawStepView> steps;
};

/// Foreign texts are safe for `target`. An empty language is English.
[[nodiscard]] DrawView draw_view(const DrawRecord& record, const std::string& language, Target target);

}  // namespace ibtikar
