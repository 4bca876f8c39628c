// The parts of a page about one assessment. See html.cpp for their order.
#pragma once

#include <string>
#include <string_view>

#include "report/html/writer.h"
#include "report/view/details.h"
#include "report/view/sentences.h"

namespace ibtikar {

/// A report on its way into a page.
struct HtmlReport {
  const ReportView& view;
  const DetailsView& details;
  const Words& words;
  std::string prefix;     ///< of ids: unique among the reports of a page
  std::size_t level = 1;  ///< of the heading that names the program; parts stand one under it

  [[nodiscard]] std::string id(std::string_view part) const { return prefix + std::string(part); }
};

/// "h1" to "h6"
[[nodiscard]] std::string_view heading_element(std::size_t level);

/// A list of facts; one without a label belongs to the one before.
void write_html_facts(HtmlWriter& html, const std::vector<Fact>& facts);

void write_html_head(HtmlWriter& html, const HtmlReport& report);
/// Each writes what stands under its heading.
void write_html_verdict(HtmlWriter& html, const HtmlReport& report);
void write_html_dimensions(HtmlWriter& html, const HtmlReport& report);
void write_html_criteria(HtmlWriter& html, const HtmlReport& report);
void write_html_grid(HtmlWriter& html, const HtmlReport& report);
void write_html_means(HtmlWriter& html, const HtmlReport& report);
void write_html_caps_applied(HtmlWriter& html, const HtmlReport& report);
void write_html_caps_pending(HtmlWriter& html, const HtmlReport& report);
void write_html_losses(HtmlWriter& html, const HtmlReport& report);
void write_html_steps(HtmlWriter& html, const HtmlReport& report);
void write_html_answers(HtmlWriter& html, const HtmlReport& report);
void write_html_open(HtmlWriter& html, const HtmlReport& report);
void write_html_warnings(HtmlWriter& html, const HtmlReport& report);
void write_html_origin(HtmlWriter& html, const HtmlReport& report);

}  // namespace ibtikar
