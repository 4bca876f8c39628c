// The table of everything that can be typed.
#pragma once

#include <string>
#include <vector>

#include "cli/ask/ask.h"
#include "cli/command_line/command.h"
#include "cli/commands/batch.h"
#include "cli/commands/because.h"
#include "cli/commands/compare.h"
#include "cli/commands/draw.h"
#include "cli/commands/fill.h"
#include "cli/commands/form.h"
#include "cli/commands/improve.h"
#include "cli/commands/map.h"
#include "cli/commands/panel.h"
#include "cli/commands/rank.h"
#include "cli/commands/report.h"
#include "cli/commands/rubric.h"
#include "cli/commands/rubric_convert.h"
#include "cli/commands/rubric_new.h"
#include "cli/commands/rubric_sql.h"
#include "cli/commands/score.h"
#include "cli/commands/sensitivity.h"
#include "cli/commands/verify.h"
#include "cli/commands/weights.h"
#include "cli/completion/completion.h"

namespace ibtikar::cli {

/// The options of all commands.
struct ProgramOptions {
  std::string language;             ///< --lang before the command; a command's own counts more
  bool version = false;             ///< --version
  std::vector<std::string> helped;  ///< help COMMAND...
  std::string help_language;        ///< help --lang, as for every command
  bool man = false;                 ///< help --man
  bool names = false;               ///< help --commands
  std::string version_language;
  AskOptions ask;
  ScoreOptions score;
  ReportOptions report;
  BatchCommand batch;
  MapOptions map;
  CompareOptions compare;
  SensitivityCommandOptions sensitivity;
  WeightsOptions weights;
  ImproveCommandOptions improve;
  BecauseCommandOptions because;
  FormOptions form;
  FillOptions fill;
  PanelCommand panel;
  MergeOptions merge;
  VerifyOptions verify;
  RankOptions rank;
  DrawOptions draw;
  RubricOptions rubric;
  RubricNewOptions rubric_new;
  RubricConvertOptions rubric_convert;
  RubricSqlOptions rubric_sql;
  CompletionOptions completion;
};

/// `ibtikar` and its commands. `help` runs nothing: whoever has the table shows the page. `options` outlives
/// the result and stays where it is.
[[nodiscard]] Command program(ProgramOptions& options);

/// Gives the language named before the command to the command, unless that names another.
void pass_language_on(ProgramOptions& options);

/// "ibtikar 1.0.0", on a line.
[[nodiscard]] ExitStatus print_version(Environment& env);

}  // namespace ibtikar::cli
