// See possible_moves.h. Cells come from Scorer::encode() alone: a move is an answer that somebody
// could have given.
#include "support/possible_moves.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include "model/condition_plan.h"

namespace ibtikar::test {
namespace {

/// An answer and by how many levels it is better.
struct BetterAnswer {
  Answer answer;
  std::size_t levels = 0;
};

class Moves {
 public:
  Moves(const Rubric& rubric, const Scorer& scorer, const Proposal& proposal, double evidence_cost)
      : rubric_(rubric), scorer_(scorer), evidence_cost_(evidence_cost) {
    for (const auto& [id, answer] : proposal.answers) given_.push_back({id, answer});
    for (const Gate& gate : rubric.parts().gates)
      for (const std::string& id : questions_named(gate.when)) deciding_.insert(id);
    for (const Band& band : rubric.parts().bands)
      if (band.when)
        for (const std::string& id : questions_named(*band.when)) deciding_.insert(id);
  }

  std::vector<PossibleMove> of(std::size_t q) {
    std::vector<PossibleMove> moves;
    const std::string& id = rubric_.full_id(q);
    const auto at = std::ranges::find_if(given_, [&](const auto& one) { return one.first == id; });
    if (at == given_.end() || cell_of(q, at->second).state != CellState::answered) return moves;
    const bool scored = rubric_.is_scored(q);
    if (!scored && !deciding_.contains(id)) return moves;
    std::vector<BetterAnswer> answers{{at->second, 0}};
    for (BetterAnswer& better : scored ? better_answers(q, at->second) : other_answers(q, at->second))
      answers.push_back(std::move(better));
    const Question& question = rubric_.question(q);
    for (const BetterAnswer& one : answers)
      for (const auto& [level, climbed] : evidence_of(q, at->second, scored))
        for (const bool supply : {false, true}) {
          Answer answer = one.answer;
          answer.evidence = level;
          if (supply && (!scored || !question.needs || !add_words(*question.needs, answer))) continue;
          const std::size_t steps = (one.levels > 0 ? 1U : 0U) + (climbed > 0 ? 1U : 0U) + (supply ? 1U : 0U);
          if (steps == 0) continue;
          const double cost = question.effort * static_cast<double>(one.levels) +
                              evidence_cost_ * static_cast<double>(climbed + (supply ? 1 : 0));
          moves.push_back({cell_of(q, answer), cost, steps});
        }
    return moves;
  }

 private:
  Cell cell_of(std::size_t q, const Answer& answer) const {
    Proposal single;
    single.answers.emplace_back(rubric_.full_id(q), answer);
    Diagnostics warnings;
    const Checked<AnswerSheet> sheet = scorer_.encode(single, {}, warnings);
    if (!sheet) throw std::logic_error("not an answer: " + format(sheet.error()));
    return sheet->cells[q];
  }

  [[nodiscard]] bool lower(std::size_t q) const {
    for (const Contribution& to : rubric_.criterion_of(q).contributes)
      for (const Dimension& dimension : rubric_.dimensions())
        if (dimension.id == to.dimension && to.weight > 0) return dimension.better == Better::lower;
    return false;
  }

  /// Every value that the question's steps know.
  std::vector<AnswerValue> values(const Question& question) const {
    std::vector<AnswerValue> all;
    for (const Level& level : question.levels) all.emplace_back(level.value);
    if (question.type == QuestionType::yes_no) all = {true, false};
    if (question.type == QuestionType::choice)
      for (const Option& option : question.options) all.emplace_back(option.id);
    if (question.type != QuestionType::number || question.points.empty()) return all;
    const bool whole =
        std::ranges::all_of(question.points, [](const Point& p) { return std::floor(p.x) == p.x; });
    std::set<double> stops;
    for (std::size_t i = 0; i < question.points.size(); ++i) {
      const double from = question.points[i].x;
      stops.insert(from);
      if (i + 1 == question.points.size()) break;
      const double to = question.points[i + 1].x;
      for (int k = 1; k <= 9; ++k) {
        const double exact = from + (to - from) * k / 10;
        const double mark = whole ? std::round(exact) : std::stod(fixed(exact));
        if (mark > from && mark < to) stops.insert(mark);
      }
    }
    if (question.min) stops.insert(*question.min);
    if (question.max) stops.insert(*question.max);
    for (const double x : stops)
      if ((!question.min || x >= *question.min) && (!question.max || x <= *question.max)) all.emplace_back(x);
    return all;
  }

  static std::string fixed(double value) {
    char text[64];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
  }

  std::vector<BetterAnswer> better_answers(std::size_t q, const Answer& today) {
    const Question& question = rubric_.question(q);
    if (question.type == QuestionType::choices) return more_options(q, today);
    const double sign = lower(q) ? -1 : 1;
    const double now = sign * cell_of(q, today).utility;
    std::set<double> levels;
    std::vector<std::pair<double, Answer>> better;
    for (const AnswerValue& value : values(question)) {
      Answer answer = today;
      answer.value = value;
      const double utility = sign * cell_of(q, answer).utility;
      if (utility <= now) continue;
      levels.insert(utility);
      better.emplace_back(utility, answer);
    }
    std::vector<BetterAnswer> all;
    for (const auto& [utility, answer] : better)
      all.push_back(
          {answer, static_cast<std::size_t>(std::distance(levels.begin(), levels.find(utility))) + 1});
    return all;
  }

  /// Ticked or unticked; "none" and the others exclude each other.
  static std::set<std::string> toggled(std::set<std::string> chosen, const std::string& option) {
    if (chosen.erase(option) > 0) return chosen;
    if (option == "none") chosen.clear();
    chosen.erase("none");
    chosen.insert(option);
    return chosen;
  }

  static double sum_of(const Question& question, const std::set<std::string>& chosen) {
    double sum = 0;
    for (const Option& option : question.options)
      if (chosen.contains(option.id)) sum += option.score.value_or(0);
    return sum;
  }

  static Answer with(Answer answer, const Question& question, const std::set<std::string>& chosen) {
    std::vector<std::string> list;
    for (const Option& option : question.options)
      if (chosen.contains(option.id)) list.push_back(option.id);
    answer.value = list;
    return answer;
  }

  std::vector<BetterAnswer> more_options(std::size_t q, const Answer& today) {
    const Question& question = rubric_.question(q);
    const double sign = lower(q) ? -1 : 1;
    const double now = sign * cell_of(q, today).utility;
    std::set<std::string> chosen;
    for (const std::string& id : std::get<std::vector<std::string>>(today.value)) chosen.insert(id);
    std::vector<BetterAnswer> all;
    for (std::size_t level = 1; level <= question.options.size(); ++level) {
      // By what is ticked minus what is unticked.
      const auto change = [&](const std::string& option) {
        double sum = 0;
        const std::set<std::string> next = toggled(chosen, option);
        double ticked = 0, unticked = 0;
        for (const Option& one : question.options) {
          const double score = one.score.value_or(0);
          if (next.contains(one.id) && !chosen.contains(one.id)) ticked += score;
          if (!next.contains(one.id) && chosen.contains(one.id)) unticked += score;
        }
        sum = ticked - unticked;
        return sign * sum;
      };
      std::string best = question.options.front().id;
      for (const Option& option : question.options)
        if (change(option.id) > change(best)) best = option.id;
      const std::set<std::string> next = toggled(chosen, best);
      if (sign * sum_of(question, next) <= sign * sum_of(question, chosen)) break;
      chosen = next;
      Answer answer = with(today, question, chosen);
      if (sign * cell_of(q, answer).utility > now) all.push_back({std::move(answer), level});
    }
    return all;
  }

  std::vector<BetterAnswer> other_answers(std::size_t q, const Answer& today) {
    const Question& question = rubric_.question(q);
    const Cell now = cell_of(q, today);
    std::vector<BetterAnswer> all;
    if (question.type == QuestionType::choices) {
      std::set<std::string> chosen;
      for (const std::string& id : std::get<std::vector<std::string>>(today.value)) chosen.insert(id);
      for (const Option& option : question.options)
        all.push_back({with(today, question, toggled(chosen, option.id)), 1});
      return all;
    }
    if (question.type == QuestionType::number) return all;
    for (const AnswerValue& value : values(question)) {
      Answer answer = today;
      answer.value = value;
      if (cell_of(q, answer).number != now.number) all.push_back({std::move(answer), 1});
    }
    return all;
  }

  /// Levels of evidence, today's first, and how far each is.
  std::vector<std::pair<std::string, std::size_t>> evidence_of(std::size_t q, const Answer& today,
                                                               bool scored) {
    const std::vector<EvidenceLevel>& levels = rubric_.parts().evidence.levels;
    std::vector<std::pair<std::string, std::size_t>> all{{today.evidence, 0}};
    if (levels.empty() || !scored) return all;
    const EvidenceLevel& now = levels[cell_of(q, today).evidence];
    std::vector<const EvidenceLevel*> better;
    for (const EvidenceLevel& level : levels)
      if (level.ceiling > now.ceiling || (level.ceiling == now.ceiling && level.margin < now.margin))
        better.push_back(&level);
    std::stable_sort(better.begin(), better.end(), [](const EvidenceLevel* a, const EvidenceLevel* b) {
      return a->ceiling != b->ceiling ? a->ceiling < b->ceiling : a->margin > b->margin;
    });
    for (std::size_t i = 0; i < better.size(); ++i) all.emplace_back(better[i]->id, i + 1);
    return all;
  }

  /// False if nothing is lacking.
  static bool add_words(const CreditNeeds& needs, Answer& answer) {
    const auto says = [](const std::string& text) {
      return text.find_first_not_of(" ") != std::string::npos;
    };
    const bool note = needs.note && !says(answer.note);
    const bool link = needs.link && std::ranges::none_of(answer.links, says);
    if (note) answer.note = "said";
    if (link) answer.links = {"file.pdf"};
    return note || link;
  }

  const Rubric& rubric_;
  const Scorer& scorer_;
  double evidence_cost_;
  std::vector<std::pair<std::string, Answer>> given_;
  std::set<std::string> deciding_;
};

}  // namespace

std::vector<std::vector<PossibleMove>> possible_moves(const Rubric& rubric, const Scorer& scorer,
                                                      const Proposal& proposal, double evidence_cost) {
  Moves moves(rubric, scorer, proposal, evidence_cost);
  std::vector<std::vector<PossibleMove>> all;
  for (std::size_t q = 0; q < rubric.question_count(); ++q) all.push_back(moves.of(q));
  return all;
}

}  // namespace ibtikar::test
