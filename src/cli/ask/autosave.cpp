// See autosave.h.
#include "cli/ask/autosave.h"

namespace ibtikar::cli {

Autosave::Autosave(const QuestionText& screen, const Rubric& rubric, Interview& interview,
                   AnswersStore& store)
    : screen_(screen), rubric_(rubric), interview_(interview), store_(store) {
  for (const std::string& id : store.document().marks())
    if (const auto number = rubric.find(id)) interview.set_mark(*number, true);
}

Autosave::Kept Autosave::keep_answer(std::size_t number) {
  if (const Answer* answer = interview_.answer(number))
    store_.document().set_answer(rubric_.full_id(number), *answer);
  set_marks();  // an answer takes the question's away
  Kept kept = save();
  if (kept.may_go_on && unsaved_) kept.sentences.emplace_back(screen_.words().kept_in_memory);
  return kept;
}

Autosave::Kept Autosave::keep_marks() {
  set_marks();
  return save();
}

/// Those of questions that this rubric does not have stay: another version may have them again.
void Autosave::set_marks() {
  const std::vector<std::string> before = store_.document().marks();
  std::vector<std::string> ids;
  for (const std::string& id : before)
    if (!rubric_.find(id)) ids.push_back(id);
  for (std::size_t number = 0; number < rubric_.question_count(); ++number)
    if (interview_.is_marked(number)) ids.push_back(rubric_.full_id(number));
  if (ids != before) store_.document().set_marks(ids);
}

Autosave::Kept Autosave::keep_detail(std::string_view member, std::string_view text) {
  store_.document().set_text(member, text);
  return save();
}

Autosave::Kept Autosave::save() {
  const AskWords& words = screen_.words();
  const auto sentence = [&](std::string_view pattern, const std::string& text) {
    return screen_.reader().sentence(pattern, {text});
  };
  Kept kept;
  switch (store_.save()) {
    case AnswersStore::Saving::done:
      if (unsaved_) kept.sentences.emplace_back(words.saved_after_all);
      unsaved_ = false;
      return kept;
    case AnswersStore::Saving::failed:
      unsaved_ = true;
      kept.sentences.push_back(sentence(words.not_saved, screen_.reader().fault(store_.failure())));
      return kept;
    case AnswersStore::Saving::changed_by_other:
      break;
  }
  kept.may_go_on = false;
  kept.sentences.push_back(sentence(words.changed_by_other, store_.path()));
  const Result<std::string> beside = store_.save_beside();
  unsaved_ = !beside;
  kept.sentences.push_back(beside ? sentence(words.saved_beside, *beside)
                                  : sentence(words.not_saved, screen_.reader().fault(beside.error())));
  return kept;
}

Autosave::Kept Autosave::save_the_rest() {
  if (!unsaved_) return {};
  if (store_.save() == AnswersStore::Saving::done) {
    unsaved_ = false;
    return {true, {std::string(screen_.words().saved_after_all)}};
  }
  return {true, {screen_.reader().sentence(screen_.words().lost_at_end, {store_.path()})}};
}

Autosave::Kept Autosave::save_as(const std::string& path) {
  const Result<void> saved = store_.save_as(path);
  unsaved_ = !saved;
  if (saved) return {};
  return {true,
          {screen_.reader().sentence(screen_.words().not_saved, {screen_.reader().fault(saved.error())})}};
}

}  // namespace ibtikar::cli
