// See ibtikar/interview.h. Visibility is settled again after every change; a
// `when` asks earlier questions only, so what a change opens stands behind it.
#include "ibtikar/interview.h"

#include <algorithm>
#include <utility>

#include "model/answer_check.h"
#include "model/condition_plan.h"

namespace ibtikar {

Interview::Interview(const Rubric& rubric, Proposal proposal)
    : rubric_(rubric),
      conditions_(std::make_unique<const ConditionPlan>(rubric)),
      proposal_(std::move(proposal)),
      slots_(rubric.question_count()),
      skipped_(rubric.question_count(), false) {
  sheet_.cells.resize(rubric.question_count());
  for (std::size_t slot = 0; slot < proposal_.answers.size(); ++slot) {
    const auto& [id, answer] = proposal_.answers[slot];
    const auto number = rubric.find(id);
    if (!number) continue;
    slots_[*number] = slot;
    if (auto cell = check_answer(rubric.question(*number), rubric.parts().evidence, answer))
      sheet_.cells[*number] = *std::move(cell);
  }
  conditions_->settle(sheet_, visible_);
  go_to_open_from(0);
}

Interview::Interview(Interview&&) noexcept = default;
Interview::~Interview() = default;

bool Interview::is_answered(std::size_t number) const {
  return sheet_.cells[number].state != CellState::unanswered;
}

const Answer* Interview::answer(std::size_t number) const {
  return slots_[number] ? &proposal_.answers[*slots_[number]].second : nullptr;
}

Progress Interview::progress() const {
  Progress progress;
  for (std::size_t number = 0; number < slots_.size(); ++number) {
    if (is_hidden(number)) continue;
    ++progress.total;
    if (is_answered(number)) ++progress.answered;
    if (at_hand_ == number) progress.position = progress.total;
  }
  return progress;
}

Effect Interview::take(const Reply& reply) {
  struct Taking {
    Interview& interview;
    Effect operator()(const AnswerReply& r) const { return interview.give(r); }
    Effect operator()(const RemarkReply& r) const { return interview.remark(r); }
    Effect operator()(const SkipReply&) const { return interview.skip(); }
    Effect operator()(const BackReply& r) const { return interview.back(r); }
    Effect operator()(const HelpReply&) const { return Effect::stayed; }
    Effect operator()(const StopReply&) const { return Effect::stopped; }
    Effect operator()(const Misreading&) const { return Effect::stayed; }
  };
  return std::visit(Taking{*this}, reply);
}

Effect Interview::give(const AnswerReply& reply) {
  if (!at_hand_) return Effect::refused;
  const std::size_t number = *at_hand_;
  Answer answer = answer_before(number);
  answer.value = reply.value;
  answer.not_applicable = reply.not_applicable;
  if (reply.evidence) answer.evidence = *reply.evidence;
  if (reply.note) answer.note = *reply.note;
  if (answer.not_applicable) answer.evidence.clear();  // nothing is left that it could show
  auto cell = check_answer(rubric_.question(number), rubric_.parts().evidence, answer);
  if (!cell) return Effect::refused;
  keep(number, std::move(answer), *std::move(cell));
  go_to_open_from(number + 1);
  return Effect::changed;
}

Effect Interview::remark(const RemarkReply& reply) {
  if (!at_hand_) return Effect::refused;
  Answer answer = answer_before(*at_hand_);
  if (reply.evidence) answer.evidence = *reply.evidence;
  if (reply.note) answer.note = *reply.note;
  auto cell = check_answer(rubric_.question(*at_hand_), rubric_.parts().evidence, answer);
  // An old value may not fit this rubric: it stays, with the remark, and the question stays open.
  if (!cell) cell = Cell{};
  keep(*at_hand_, std::move(answer), *std::move(cell));
  return Effect::changed;
}

Effect Interview::skip() {
  if (!at_hand_) return Effect::refused;
  if (!is_answered(*at_hand_)) skipped_[*at_hand_] = true;
  go_to_open_from(*at_hand_ + 1);
  return Effect::moved;
}

Effect Interview::back(const BackReply& reply) {
  std::size_t position = 0;
  const std::size_t here = at_hand_.value_or(slots_.size());
  std::optional<std::size_t> target;
  for (std::size_t number = 0; number < slots_.size(); ++number) {
    if (is_hidden(number)) continue;
    ++position;
    if (reply.position ? position == *reply.position : number < here) target = number;
  }
  if (!target) return reply.position ? Effect::refused : Effect::stayed;
  if (target == at_hand_) return Effect::stayed;
  at_hand_ = target;
  return Effect::moved;
}

/// The answer that a new one is laid over: its note and links stay. Evidence
/// that this rubric does not know cannot stay.
Answer Interview::answer_before(std::size_t number) const {
  Answer answer = slots_[number] ? proposal_.answers[*slots_[number]].second : Answer{};
  const Evidence& evidence = rubric_.parts().evidence;
  if (!evidence.levels.empty() && !find_evidence(evidence, answer.evidence)) answer.evidence.clear();
  return answer;
}

void Interview::keep(std::size_t number, Answer answer, Cell cell) {
  if (!slots_[number]) {
    slots_[number] = proposal_.answers.size();
    proposal_.answers.emplace_back(rubric_.full_id(number), Answer{});
  }
  proposal_.answers[*slots_[number]].second = std::move(answer);
  sheet_.cells[number] = std::move(cell);
  conditions_->settle(sheet_, visible_);
}

bool Interview::is_open(std::size_t number) const {
  return !is_hidden(number) && !is_answered(number) && !skipped_[number];
}

/// To the first open question from `number` on, else to the first one before it.
void Interview::go_to_open_from(std::size_t number) {
  const std::size_t count = slots_.size();
  for (std::size_t step = 0; step < count; ++step) {
    const std::size_t candidate = (number + step) % count;
    if (!is_open(candidate)) continue;
    at_hand_ = candidate;
    return;
  }
  at_hand_ = std::nullopt;
}

}  // namespace ibtikar
