// reasons_letter(): see letter.h. A letter of feedback: what was decided, and the answers on which
// alone it rests.
#include <algorithm>

#include "report/view/letter.h"
#include "report/view/parts.h"

namespace ibtikar {
namespace {

/// Most open questions that are listed.
constexpr std::size_t kMostOpenShown = 10;

class ReasonsLetter {
 public:
  ReasonsLetter(const Because& why, const std::string& language, Target target)
      : why_(why),
        formatter_(why.today, language, target == Target::html ? Target::terminal : target),
        words_(letter_words(formatter_.language(), target)),
        index_(why.today) {}

  LetterView letter() {
    const VerdictView verdict = verdict_view(why_.today, formatter_);
    LetterView out{words_,
                   formatter_.language(),
                   std::string(words_(Word::reasons)),
                   head_view(why_.today, formatter_),
                   opening(verdict),
                   verdict.standing,
                   {},
                   {}};
    if (!why_.is_forced) {
      add_missing(verdict, out);
      return out;
    }
    out.texts.push_back(words_.say(why_.gate.empty() ? Word::reasons_for_verdict : Word::reasons_for_gate));
    out.texts.push_back(
        words_.say(Word::reasons_count, {std::to_string(why_.answers.size()), std::to_string(why_.given)}));
    if (why_.answers.empty()) {
      out.texts.push_back(words_.say(Word::reasons_none_needed));
      return out;
    }
    out.texts.push_back(words_.say(why_.is_smallest ? Word::reasons_smallest : Word::reasons_minimal));
    out.texts.push_back(words_.say(Word::reasons_appeal));
    LetterPart part{words_.say(Word::deciding_answers), {}, {}, {}};
    add_answers(part.groups);
    out.parts.push_back(std::move(part));
    return out;
  }

 private:
  [[nodiscard]] const GateResult* gate() const {
    for (const GateResult& gate : why_.today.gates)
      if (gate.id == why_.gate) return &gate;
    return nullptr;
  }

  [[nodiscard]] Sentence opening(const VerdictView& verdict) const {
    if (const GateResult* gate = this->gate())
      return foreign_sentence(words_, formatter_.title(gate->message, gate->id));
    const ShownTexts shown = shown_texts(why_.today.overall.measure, why_.today.overall.scale);
    return words_.say(Word::verdict_is,
                      {foreign_sentence(words_, verdict.title), foreign_sentence(words_, shown.score)});
  }

  /// Answers by criterion, in the rubric's order.
  void add_answers(std::vector<LetterGroup>& groups) const {
    std::string last;
    for (const std::string& id : why_.answers) {
      const QuestionResult* question = index_.find(id);
      if (question == nullptr) continue;
      if (groups.empty() || question->criterion != last)
        groups.push_back(
            {foreign_sentence(words_, criterion_title(formatter_, why_.today, question->criterion)), {}, {}});
      last = question->criterion;
      groups.back().entries.push_back(entry(*question));
    }
  }

  [[nodiscard]] LetterEntry entry(const QuestionResult& question) const {
    const AnswerView answer = answer_view(formatter_, question);
    LetterEntry out{{}, foreign_sentence(words_, answer.question), {}};
    out.lines.push_back(question.state == QuestionState::not_applicable
                            ? words_.say(Word::answer_is, {words_.say(Word::does_not_apply)})
                            : answer_text(words_, answer));
    if (!answer.note.empty()) out.lines.push_back(words_.say(Word::note_is, {answer.note}));
    if (!answer.links.empty()) {
      const std::vector<Argument> links(answer.links.begin(), answer.links.end());
      out.lines.push_back(words_.say(Word::links_are, {words_.joined(links, words_(Word::list_comma))}));
    }
    return out;
  }

  void add_missing(const VerdictView& verdict, LetterView& out) const {
    out.texts.push_back(words_.say(why_.gate.empty() ? Word::verdict_not_forced : Word::gate_not_forced));
    if (why_.gate.empty() && !verdict.settled)
      out.texts.push_back(
          words_.say(Word::band_needs, {words_.say(Word::verdict), settled_text(words_, verdict)}));
    if (why_.open.empty()) {
      out.texts.push_back(words_.say(Word::nothing_open_forces));
      return;
    }
    LetterPart part{words_.say(Word::open_could_settle, {std::to_string(why_.open.size())}), {}, {}, {}};
    LetterGroup group;
    const std::size_t shown = std::min(why_.open.size(), kMostOpenShown);
    for (std::size_t i = 0; i < shown; ++i)
      group.entries.push_back(
          {{}, foreign_sentence(words_, question_title(formatter_, index_, why_.open[i])), {}});
    part.groups.push_back(std::move(group));
    if (shown < why_.open.size())
      part.groups.push_back(
          {{}, {words_.say(Word::not_shown, {std::to_string(why_.open.size() - shown)})}, {}});
    out.parts.push_back(std::move(part));
  }

  const Because& why_;
  Formatter formatter_;
  Words words_;
  QuestionIndex index_;
};

}  // namespace

LetterView reasons_letter(const Because& why, const std::string& language, Target target) {
  return ReasonsLetter(why, language, target).letter();
}

}  // namespace ibtikar
