// See panel.h.
#include "report/view/panel.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/decimal.h"
#include "panel/stated_cells.h"
#include "report/view/parts.h"
#include "score/explain.h"

namespace ibtikar {
namespace {

class PanelBuilder {
 public:
  PanelBuilder(const Panel& panel, const PanelLook& look, Target target)
      : panel_(panel),
        look_(look),
        formatter_(panel.frame, look.language, target),
        labels_(panel_words(formatter_.language())) {}

  [[nodiscard]] PanelView view() const {
    PanelView view{.words = formatter_.words()};
    view.labels = &labels_;
    view.language = formatter_.language();
    view.rubric = head_view(panel_.frame, formatter_).rubric;
    view.counts = counts();
    view.bands = verdict_view(panel_.frame, formatter_).bands;
    view.is_blind = panel_.is_blind;
    if (look_.status) {
      view.tables.push_back(status_view(panel_, formatter_));
      return view;
    }
    if (look_.next) {
      view.tables.push_back(next());
      return view;
    }
    for (const PanelProgram& program : panel_.programs) view.programs.push_back(this->program(program));
    view.tables.push_back(severity());
    if (!panel_.conflicts.empty()) view.tables.push_back(conflicts());
    return view;
  }

 private:
  [[nodiscard]] std::string counts() const {
    std::size_t readings = 0;
    for (const PanelProgram& program : panel_.programs) readings += program.readings.size();
    const Message programs = counted("{0} program", "{0} programs", panel_.programs.size());
    const Message assessors = counted("{0} assessor", "{0} assessors", panel_.assessors.size());
    const Message all = counted("{0} reading", "{0} readings", readings);
    return comma_separated(std::vector<MessageArgument>{programs, assessors, all}).in(formatter_.language());
  }

  [[nodiscard]] std::string name(std::size_t assessor) const {
    return formatter_.foreign(panel_.assessors[assessor]);
  }

  [[nodiscard]] std::string names(const std::vector<std::size_t>& assessors) const {
    std::vector<Argument> parts;
    for (const std::size_t assessor : assessors) parts.emplace_back(name(assessor));
    return formatter_.words().joined(parts, formatter_.words()(Word::list_comma)).text;
  }

  [[nodiscard]] ScoreView score(DimensionScore frame, const Measure& measure) const {
    frame.measure = measure;
    frame.band.clear();
    frame.applicable = true;
    if (measure.score)
      if (const Band* band = band_of(panel_.frame.rubric.bands, *measure.score)) frame.band = band->id;
    return score_view(panel_.frame, formatter_, frame);
  }

  [[nodiscard]] PanelScoreView score(std::string name, const PanelScore& score) const {
    PanelScoreView view;
    view.name = std::move(name);
    view.overall = this->score(panel_.frame.overall, score.overall);
    for (std::size_t d = 0; d < score.dimensions.size(); ++d)
      view.dimensions.push_back(this->score(panel_.frame.dimensions[d], score.dimensions[d]));
    const auto& bands = panel_.frame.rubric.bands;
    const auto band = std::ranges::find(bands, score.verdict, &Band::id);
    view.verdict = band == bands.end() ? std::string(formatter_.words()(Word::insufficient))
                                       : formatter_.band(score.verdict);
    if (band != bands.end()) view.standing = formatter_.standing(&*band);
    return view;
  }

  [[nodiscard]] PanelProgramView program(const PanelProgram& program) const {
    PanelProgramView view;
    view.id = formatter_.foreign(program.program.id);
    view.title = program.program.title.empty() ? view.id : formatter_.foreign(program.program.title);
    view.together = score(std::string(labels_.together), program.score);
    for (const PanelReading& reading : program.readings)
      view.readings.push_back(score(name(reading.assessor), reading.score));
    if (program.spread && program.spread->standard_deviation) {
      const auto& scale = panel_.frame.overall.scale;
      view.spread = score_text(scale, placed_on(scale, program.spread->lowest)) + "–" +
                    score_text(scale, placed_on(scale, program.spread->highest));
      view.deviation = amount_text(scale, *program.spread->standard_deviation);
    }
    for (std::size_t i = 0; i < std::min(look_.talk, program.talk.size()); ++i)
      view.talk.push_back(talk(program, program.talk[i]));
    view.talk_left_out = program.talk.size() - view.talk.size();
    add_answers(program, view.answers);
    view.missing = names(program.missing);
    return view;
  }

  [[nodiscard]] std::string answer(std::size_t question, const Cell& cell) const {
    if (cell.state == CellState::not_applicable) return std::string(labels_.not_applicable);
    if (cell.state == CellState::unanswered) return std::string(labels_.open);
    const Question& asked = panel_.rubric.question(question);
    std::string words = formatter_.text(in_words(panel_.rubric, asked, cell));
    if (!words.empty()) return words;
    if (asked.type == QuestionType::scale)
      return formatter_.value(panel_.rubric.question(question).levels[cell.index].value);
    return asked.type == QuestionType::text ? "✓" : formatter_.value(stated(asked, cell));
  }

  [[nodiscard]] TalkView talk(const PanelProgram& program, const TalkItem& item) const {
    TalkView view;
    const QuestionResult& asked = panel_.frame.questions[item.question];
    view.question = formatter_.title(asked.ask, asked.id);
    view.width = amount_text(panel_.frame.overall.scale, item.width);
    std::vector<std::pair<std::string, std::vector<std::size_t>>> said;
    for (const PanelReading& reading : program.readings) {
      const std::string words = answer(item.question, reading.sheet.cells[item.question]);
      auto known = std::ranges::find(said, words, &decltype(said)::value_type::first);
      if (known == said.end()) known = said.insert(said.end(), {words, {}});
      known->second.push_back(reading.assessor);
    }
    for (const auto& [words, who] : said) view.said.push_back({words, names(who)});
    view.together = answer(item.question, program.consensus.sheet.cells[item.question]);
    view.tie = program.consensus.ties[item.question];
    return view;
  }

  [[nodiscard]] PanelAnswerView answer_view(std::size_t question, const Cell& cell) const {
    PanelAnswerView view;
    view.words = answer(question, cell);
    if (cell.state == CellState::unanswered) return view;
    view.sign = "–";
    if (cell.state == CellState::not_applicable) return view;
    const Question& asked = panel_.rubric.question(question);
    if (gives_utility(asked)) view.share = cell.utility;
    const auto& levels = panel_.rubric.parts().evidence.levels;
    if (!levels.empty() && gives_utility(asked))
      view.words =
          formatter_.words()
              .say(Word::remarked,
                   {view.words, formatter_.words().say(Word::evidence_is,
                                                       {formatter_.evidence(levels[cell.evidence].id)})})
              .text;
    switch (asked.type) {
      case QuestionType::scale:
        view.sign = std::to_string(level_key(asked, cell.index));
        break;
      case QuestionType::choices:
        view.sign = std::to_string(std::ranges::count(cell.chosen, true));
        break;
      case QuestionType::choice:
        view.sign = std::to_string(cell.index + 1);
        break;
      case QuestionType::yes_no:
      case QuestionType::number:
        view.sign = formatter_.value(stated(asked, cell));
        break;
      case QuestionType::text:
        view.sign = "✓";
        break;
    }
    return view;
  }

  void add_answers(const PanelProgram& program, std::vector<PanelCriterionView>& out) const {
    std::string_view criterion;
    for (std::size_t q = 0; q < panel_.rubric.question_count(); ++q) {
      const QuestionResult& asked = panel_.frame.questions[q];
      if (out.empty() || criterion != asked.criterion) {
        criterion = asked.criterion;
        const auto& criteria = panel_.frame.criteria;
        const auto found = std::ranges::find(criteria, criterion, &CriterionScore::id);
        out.push_back({found == criteria.end() ? formatter_.foreign(criterion)
                                               : formatter_.title(found->title, found->id),
                       {}});
      }
      const Cell& together = program.consensus.sheet.cells[q];
      PanelQuestionView view{formatter_.title(asked.ask, asked.id), {}, answer_view(q, together), false};
      for (const PanelReading& reading : program.readings) {
        const Cell& cell = reading.sheet.cells[q];
        view.answers.push_back(answer_view(q, cell));
        view.answers.back().is_apart = is_stated(cell) && !say_the_same(cell, together);
      }
      view.tie = program.consensus.ties[q];
      out.back().questions.push_back(std::move(view));
    }
  }

  [[nodiscard]] static std::string number(double value) {
    const double shown = rounded(value);
    return (shown < 0 ? "−" : "") + score_text(std::abs(shown));
  }

  [[nodiscard]] PanelTableView severity() const {
    PanelTableView table;
    table.title = labels_.severity;
    if (panel_.model.undefined) {
      table.remarks.push_back(undefined_text(*panel_.model.undefined));
      return table;
    }
    table.head = {std::string(labels_.assessor), std::string(labels_.readings), std::string(labels_.raw),
                  std::string(labels_.shrunk), std::string(labels_.plus_minus)};
    for (std::size_t a = 0; a < panel_.model.assessors.size(); ++a) {
      const SeverityEstimate& one = panel_.model.assessors[a];
      table.rows.push_back({name(a), std::to_string(one.readings),
                            one.raw ? number(*one.raw) : std::string(kNoNumber), number(one.shrunk),
                            number(one.shrunk_sd)});
    }
    table.remarks.emplace_back(labels_.severity_legend);
    return table;
  }

  [[nodiscard]] std::string undefined_text(Undefined why) const {
    return message("Not defined: {0}.", reason_of(why)).in(formatter_.language());
  }

  /// The readings that would do most, the best first.
  [[nodiscard]] PanelTableView next() const {
    constexpr std::size_t kMostNext = 10;
    PanelTableView table;
    table.title = labels_.next;
    if (!panel_.next) {
      if (panel_.model.undefined) table.remarks.push_back(undefined_text(*panel_.model.undefined));
      return table;
    }
    const NextReading& next = *panel_.next;
    table.texts = 2;
    if (!next.settled)
      table.head = {std::string(labels_.program), std::string(labels_.assessor),
                    std::string(labels_.fewer_wrong), std::string(labels_.changes)};
    std::vector<ReadingValue> values = next.values;
    std::ranges::stable_sort(values, std::ranges::greater(), &ReadingValue::fewer_wrong);
    for (const ReadingValue& value : values) {
      if (!value.assessor || table.rows.size() == kMostNext || next.settled) break;
      if (rounded(100 * value.changes) == 0) continue;
      table.rows.push_back({program_name(value.item), name(*value.assessor), number(value.fewer_wrong),
                            percent_text(value.changes)});
    }
    const bool is_read =
        std::ranges::none_of(next.values, [](const ReadingValue& one) { return one.assessor.has_value(); });
    table.remarks.emplace_back(is_read        ? labels_.nobody_left
                               : next.settled ? labels_.settled
                                              : labels_.next_legend);
    std::vector<Argument> funded;
    for (const std::size_t item : next.funded) funded.emplace_back(program_name(item));
    table.remarks.push_back(std::string(labels_.funded) + ": " +
                            formatter_.words().joined(funded, formatter_.words()(Word::list_comma)).text);
    return table;
  }

  [[nodiscard]] std::string program_name(std::size_t program) const {
    return formatter_.foreign(panel_.programs[program].program.id);
  }

  [[nodiscard]] PanelTableView conflicts() const {
    PanelTableView table;
    table.title = labels_.conflicts;
    table.head = {std::string(labels_.assessor), std::string(labels_.program), std::string(labels_.reason)};
    table.texts = 3;
    for (const Conflict& conflict : panel_.conflicts)
      table.rows.push_back({formatter_.foreign(conflict.assessor), formatter_.foreign(conflict.program),
                            formatter_.foreign(conflict.reason)});
    return table;
  }

  const Panel& panel_;
  const PanelLook& look_;
  Formatter formatter_;
  const PanelWords& labels_;
};

}  // namespace

PanelView panel_view(const Panel& panel, const PanelLook& look, Target target) {
  return PanelBuilder(panel, look, target).view();
}

PanelTableView status_view(const Panel& panel, const Formatter& formatter) {
  const PanelWords& labels = panel_words(formatter.language());
  const Words& words = formatter.words();
  std::vector<std::size_t> read(panel.assessors.size(), 0);
  std::vector<std::vector<Argument>> missing(panel.assessors.size());
  for (const PanelProgram& program : panel.programs) {
    for (const PanelReading& reading : program.readings) ++read[reading.assessor];
    for (const std::size_t assessor : program.missing)
      missing[assessor].emplace_back(formatter.foreign(program.program.id));
  }
  PanelTableView table;
  table.title = labels.status;
  table.head = {std::string(labels.assessor), std::string(labels.missing), std::string(labels.read)};
  table.texts = 2;
  bool is_complete = true;
  for (std::size_t a = 0; a < panel.assessors.size(); ++a) {
    table.rows.push_back({formatter.foreign(panel.assessors[a]),
                          words.joined(missing[a], words(Word::list_comma)).text, std::to_string(read[a])});
    is_complete = is_complete && missing[a].empty();
  }
  if (is_complete) table.remarks.emplace_back(labels.nothing_missing);
  return table;
}

}  // namespace ibtikar
