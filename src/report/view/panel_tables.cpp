// See panel_tables.h. Agreement is in panel_agreement.cpp.
#include "report/view/panel_tables.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/decimal.h"

namespace ibtikar {
namespace {

std::string signed_score(double value) {
  const double shown = rounded(value);
  return (shown < 0 ? "−" : "") + score_text(std::abs(shown));
}

std::string assessor_name(const Panel& panel, const Formatter& formatter, std::size_t assessor) {
  return formatter.foreign(panel.assessors[assessor]);
}

std::string program_name(const Panel& panel, const Formatter& formatter, std::size_t program) {
  return formatter.foreign(panel.programs[program].program.id);
}

std::string undefined_sentence(Undefined why, const Formatter& formatter) {
  return message("Not defined: {0}.", reason_of(why)).in(formatter.language());
}

}  // namespace

PanelTableView status_table(const Panel& panel, const Formatter& formatter) {
  const PanelWords& labels = panel_words(formatter.language());
  const Words& words = formatter.words();
  std::vector<std::size_t> read(panel.assessors.size(), 0);
  std::vector<std::vector<Argument>> missing(panel.assessors.size());
  for (std::size_t p = 0; p < panel.programs.size(); ++p) {
    for (const PanelReading& reading : panel.programs[p].readings) ++read[reading.assessor];
    for (const std::size_t assessor : panel.programs[p].missing)
      missing[assessor].emplace_back(program_name(panel, formatter, p));
  }
  PanelTableView table;
  table.title = labels.status;
  table.head = {std::string(labels.assessor), std::string(labels.missing), std::string(labels.read)};
  table.texts = 2;
  for (std::size_t a = 0; a < panel.assessors.size(); ++a)
    table.rows.push_back({assessor_name(panel, formatter, a),
                          words.joined(missing[a], words(Word::list_comma)).text, std::to_string(read[a])});
  if (std::ranges::all_of(missing, [](const auto& programs) { return programs.empty(); }))
    table.remarks.emplace_back(labels.nothing_missing);
  return table;
}

PanelTableView next_table(const Panel& panel, const Formatter& formatter) {
  constexpr std::size_t kMostNext = 10;
  const PanelWords& labels = panel_words(formatter.language());
  PanelTableView table;
  table.title = labels.next;
  if (!panel.next) {
    if (panel.model.undefined) table.remarks.push_back(undefined_sentence(*panel.model.undefined, formatter));
    return table;
  }
  const NextReading& next = *panel.next;
  table.texts = 2;
  if (!next.settled)
    table.head = {std::string(labels.program), std::string(labels.assessor), std::string(labels.fewer_wrong),
                  std::string(labels.changes)};
  std::vector<ReadingValue> values = next.values;
  std::ranges::stable_sort(values, std::ranges::greater(), &ReadingValue::fewer_wrong);
  for (const ReadingValue& value : values) {
    if (!value.assessor || table.rows.size() == kMostNext || next.settled) break;
    if (rounded(100 * value.changes) == 0) continue;
    table.rows.push_back({program_name(panel, formatter, value.item),
                          assessor_name(panel, formatter, *value.assessor), signed_score(value.fewer_wrong),
                          percent_text(rounded(value.changes))});
  }
  const bool is_all_read =
      std::ranges::none_of(next.values, [](const ReadingValue& one) { return one.assessor.has_value(); });
  table.remarks.emplace_back(is_all_read    ? labels.nobody_left
                             : next.settled ? labels.settled
                                            : labels.next_legend);
  std::vector<Argument> funded;
  for (const std::size_t item : next.funded) funded.emplace_back(program_name(panel, formatter, item));
  table.remarks.push_back(std::string(labels.funded) + ": " +
                          formatter.words().joined(funded, formatter.words()(Word::list_comma)).text);
  return table;
}

PanelTableView severity_table(const Panel& panel, const Formatter& formatter) {
  const PanelWords& labels = panel_words(formatter.language());
  PanelTableView table;
  table.title = labels.severity;
  if (panel.model.undefined) {
    table.remarks.push_back(undefined_sentence(*panel.model.undefined, formatter));
    return table;
  }
  table.head = {std::string(labels.assessor), std::string(labels.readings), std::string(labels.raw),
                std::string(labels.shrunk), std::string(labels.plus_minus)};
  for (std::size_t a = 0; a < panel.model.assessors.size(); ++a) {
    const SeverityEstimate& one = panel.model.assessors[a];
    table.rows.push_back({assessor_name(panel, formatter, a), std::to_string(one.readings),
                          one.raw ? signed_score(*one.raw) : std::string(kNoNumber), signed_score(one.shrunk),
                          signed_score(one.shrunk_sd)});
  }
  table.remarks.emplace_back(labels.severity_legend);
  return table;
}

PanelTableView conflict_table(const Panel& panel, const Formatter& formatter) {
  const PanelWords& labels = panel_words(formatter.language());
  PanelTableView table;
  table.title = labels.conflicts;
  table.head = {std::string(labels.assessor), std::string(labels.program), std::string(labels.reason)};
  table.texts = 3;
  for (const Conflict& conflict : panel.conflicts)
    table.rows.push_back({formatter.foreign(conflict.assessor), formatter.foreign(conflict.program),
                          formatter.foreign(conflict.reason)});
  return table;
}

}  // namespace ibtikar
