// The parts of the terminal's report that consist of words: head and verdict before the scores,
// findings and origin after them. Each writes nothing if it has nothing to say.
#pragma once

#include "report/text/page.h"
#include "report/view/view.h"

namespace ibtikar {

void write_head(Page& page, const HeadView& head, const Words& words);
/// Band, score and bar between two rules; interval, completeness and whether it is settled below.
void write_verdict(Page& page, const ReportView& view);

void write_caps_applied(Page& page, const ReportView& view);
void write_caps_pending(Page& page, const ReportView& view);
void write_losses(Page& page, const ReportView& view);
void write_steps(Page& page, const ReportView& view);
void write_open(Page& page, const ReportView& view);
void write_warnings(Page& page, const ReportView& view);
void write_origin(Page& page, const ReportView& view);

/// Label and text beside each other, the label in a column of its own.
struct Field {
  std::string label;
  std::string text;
  Style style;
};
void write_fields(Page& page, const std::vector<Field>& fields);

}  // namespace ibtikar
