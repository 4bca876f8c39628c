// render_text(): see ibtikar/report.h. What the report says is view.h, how a
// line is laid out is page.h; here is the order of its parts.
#include <algorithm>

#include "ibtikar/report.h"
#include "report/text/page.h"
#include "report/text/scores.h"
#include "report/text/sections.h"
#include "report/view/sentences.h"
#include "report/view/view.h"

namespace ibtikar {
namespace {

constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidest = 120;

}  // namespace

std::string render_text(const Assessment& assessment, const TextOptions& options) {
  const ReportView view = view_of(assessment, {.language = options.language,
                                               .losses = options.losses,
                                               .steps = options.steps,
                                               .open = options.open,
                                               .is_short = options.is_short});
  Page page({.columns = std::clamp(options.columns, kNarrowest, kWidest),
             .mirrored = view.words.right_to_left(),
             .color = options.color});
  write_head(page, view.head, view.words);
  write_verdict(page, view);
  write_dimensions(page, view);
  write_caps_applied(page, view);
  write_caps_pending(page, view);
  write_criteria(page, view);
  write_losses(page, view);
  write_steps(page, view);
  write_open(page, view);
  write_warnings(page, view);
  if (view.is_short) {
    page.blank();
    for (const Sentence& line : short_form_ending(view)) page.paragraph(0, line.text, kFaint);
  } else {
    write_origin(page, view);
  }
  return page.text();
}

}  // namespace ibtikar
