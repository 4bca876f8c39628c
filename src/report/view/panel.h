// PanelView: what every report on a panel says, in the reader's language, before a format lays it
// out. Nothing is computed here.
#pragma once

#include <string>
#include <vector>

#include "ibtikar/panel.h"
#include "report/view/view.h"
#include "words/panel_words.h"

namespace ibtikar {

/// How a panel is to be shown.
struct PanelLook {
  std::string language;      ///< BCP 47; empty: the rubric's first language
  std::size_t columns = 80;  ///< of the text, clamped to [40, 120]
  bool color = false;        ///< of the text
  std::size_t talk = 3;      ///< most questions of a talk list
  bool status = false;       ///< only who still has to read what
  bool next = false;         ///< only what should be read next
};

/// A score with its verdict, of one assessor or of all together.
struct PanelScoreView {
  std::string name;
  ScoreView overall;
  std::string verdict;
  Standing standing = Standing::none;
  std::vector<ScoreView> dimensions;
};

/// One thing that some assessors said about a question.
struct SaidView {
  std::string answer;
  std::string who;  ///< their names
};

struct TalkView {
  std::string question;
  std::string width;  ///< "12.50"
  std::vector<SaidView> said;
  std::string together;
  bool tie = false;
};

/// One answer in a map of answers.
struct PanelAnswerView {
  std::string sign;             ///< a few signs: the level's number, yes, no; empty when open
  std::string words;            ///< the whole answer, with its evidence
  std::optional<double> share;  ///< utility in [0, 1]; none: not answered, or not scored
  bool is_apart = false;        ///< stated, and not what the assessors say together
};

struct PanelQuestionView {
  std::string question;
  std::vector<PanelAnswerView> answers;  ///< of the program's readings, in their order
  PanelAnswerView together;
  bool tie = false;
};

struct PanelCriterionView {
  std::string title;
  std::vector<PanelQuestionView> questions;
};

struct PanelProgramView {
  std::string id;
  std::string title;  ///< or the id
  PanelScoreView together;
  std::vector<PanelScoreView> readings;
  std::string spread;  ///< "51.20–70.33"; empty with fewer than two scores
  std::string deviation;
  std::vector<TalkView> talk;
  std::size_t talk_left_out = 0;
  std::vector<PanelCriterionView> answers;
  std::string missing;  ///< names; empty when nobody is
};

/// A table that every format can lay out. Cells are texts; numbers stand at the right.
struct PanelTableView {
  std::string title;
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
  std::size_t texts = 1;  ///< so many columns at the start are texts
  std::vector<std::string> remarks;
};

struct PanelView {
  Words words;
  const PanelWords* labels = nullptr;
  std::string language;
  std::string rubric;
  std::string counts;  ///< how many assessors, programs, readings
  std::vector<BandView> bands;
  std::vector<PanelProgramView> programs;
  std::vector<PanelTableView> tables;  ///< of the whole panel
  bool is_blind = false;
};

[[nodiscard]] PanelView panel_view(const Panel& panel, const PanelLook& look, Target target);

}  // namespace ibtikar
