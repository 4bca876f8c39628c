// See ibtikar/interview.h. Visibility is computed again after every change. A `when` asks only
// about earlier questions, so the questions that a change opens come after it.
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
      skipped_(rubric.question_count(), false),
      marked_(rubric.question_count(), false),
      wanted_(rubric.question_count(), true) {
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

std::size_t Interview::open_count() const {
  std::size_t count = 0;
  for (std::size_t number = 0; number < slots_.size(); ++number) count += is_open(number) ? 1U : 0U;
  return count;
}

std::string Interview::text_answer(std::size_t number) const {
  const Answer* given = answer(number);
  const auto* text = given != nullptr ? std::get_if<std::string>(&given->value) : nullptr;
  return text != nullptr ? *text : std::string();
}

std::string Interview::note(std::size_t number) const {
  const Answer* given = answer(number);
  return given != nullptr ? given->note : std::string();
}

Effect Interview::take(const Reply& reply) {
  struct Taking {
    Interview& interview;
    Effect operator()(const AnswerReply& r) const { return interview.give(r); }
    Effect operator()(const RemarkReply& r) const { return interview.remark(r); }
    Effect operator()(const ClearReply&) const { return interview.clear(); }
    Effect operator()(const SkipReply&) const { return interview.skip(); }
    Effect operator()(const BackReply& r) const { return interview.back(r); }
    Effect operator()(const ForwardReply&) const { return interview.forward(); }
    Effect operator()(const MarkReply&) const { return interview.mark(); }
    Effect operator()(const ShowReply&) const { return Effect::stayed; }
    Effect operator()(const EditReply&) const { return Effect::stayed; }
    Effect operator()(const HelpReply&) const { return Effect::stayed; }
    Effect operator()(const StopReply&) const { return Effect::stopped; }
    Effect operator()(const ParseError&) const { return Effect::stayed; }
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
  marked_[number] = false;  // what was put off is done
  go_to_open_from(number + 1);
  return Effect::changed;
}

Effect Interview::clear() {
  if (!at_hand_) return Effect::refused;
  const std::size_t number = *at_hand_;
  if (answer(number) == nullptr) return skip();
  Answer answer = answer_before(number);
  answer.value = std::monostate{};
  answer.not_applicable = false;
  answer.evidence.clear();
  keep(number, std::move(answer), Cell{});
  skipped_[number] = true;
  go_to_open_from(number + 1);
  return Effect::changed;
}

Effect Interview::remark(const RemarkReply& reply) {
  if (!at_hand_) return Effect::refused;
  Answer answer = answer_before(*at_hand_);
  if (reply.evidence && answer.not_applicable) return Effect::refused;  // nothing that it could show
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

Effect Interview::forward() {
  const std::size_t here = at_hand_.value_or(slots_.size());
  for (std::size_t number = here + 1; number < slots_.size(); ++number)
    if (!is_hidden(number)) {
      at_hand_ = number;
      return Effect::moved;
    }
  return Effect::stayed;
}

Effect Interview::mark() {
  if (!at_hand_) return Effect::refused;
  marked_[*at_hand_] = !marked_[*at_hand_];
  return Effect::marked;
}

Effect Interview::go_to(std::size_t number) {
  if (number >= slots_.size() || is_hidden(number)) return Effect::refused;
  at_hand_ = number;
  return Effect::moved;
}

void Interview::choose_by(Chooser chooser) {
  chooser_ = std::move(chooser);
  go_to_open_from(at_hand_.value_or(0));
}

void Interview::ask_only(std::vector<bool> wanted) {
  wanted_ = std::move(wanted);
  go_to_open_from(at_hand_.value_or(0));
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
  const std::vector<Truth> before = visible_;
  conditions_->settle(sheet_, visible_);
  note_what_is_hidden(before);
}

void Interview::note_what_is_hidden(const std::vector<Truth>& before) {
  hidden_by_change_.clear();
  for (std::size_t number = 0; number < visible_.size(); ++number)
    if (is_hidden(number) && before[number] != Truth::no && is_answered(number))
      hidden_by_change_.push_back(number);
}

bool Interview::is_open(std::size_t number) const {
  return wanted_[number] && !is_hidden(number) && !is_answered(number) && !skipped_[number];
}

/// To the one that is chosen among all open; else to the first open question from `number` on, else
/// to the first one before it.
void Interview::go_to_open_from(std::size_t number) {
  const std::size_t count = slots_.size();
  if (chooser_) {
    std::vector<std::size_t> open;
    for (std::size_t candidate = 0; candidate < count; ++candidate)
      if (is_open(candidate)) open.push_back(candidate);
    at_hand_ = open.empty() ? std::nullopt : std::optional<std::size_t>(chooser_(open));
    return;
  }
  for (std::size_t step = 0; step < count; ++step) {
    const std::size_t candidate = (number + step) % count;
    if (!is_open(candidate)) continue;
    at_hand_ = candidate;
    return;
  }
  at_hand_ = std::nullopt;
}

}  // namespace ibtikar
