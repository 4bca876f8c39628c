// See panel.h.
#include "report/view/panel.h"

#include <algorithm>

#include "panel/stated_cells.h"
#include "report/view/panel_tables.h"
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
      view.tables.push_back(status_table(panel_, formatter_));
      return view;
    }
    if (look_.next) {
      view.tables.push_back(next_table(panel_, formatter_));
      return view;
    }
    for (const PanelProgram& program : panel_.programs) view.programs.push_back(this->program(program));
    view.tables = agreement_tables(panel_, formatter_);
    view.tables.push_back(severity_table(panel_, formatter_));
    if (!panel_.conflicts.empty()) view.tables.push_back(conflict_table(panel_, formatter_));
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

  const Panel& panel_;
  const PanelLook& look_;
  Formatter formatter_;
  const PanelWords& labels_;
};

}  // namespace

PanelView panel_view(const Panel& panel, const PanelLook& look, Target target) {
  return PanelBuilder(panel, look, target).view();
}

}  // namespace ibtikar
