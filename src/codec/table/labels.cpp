// See labels.h. Texts are compared by their search keys: without case, accents, hamza and what else
// writers leave out.
#include "codec/table/labels.h"

#include <algorithm>
#include <limits>

#include "base/search_key.h"
#include "base/typed_text.h"

namespace ibtikar {
namespace {

using What = ColumnUse::What;

/// Kept in the table, so that a third question with this text does not count as the only one.
constexpr std::size_t kOfSeveral = std::numeric_limits<std::size_t>::max();

std::string label_key(std::string_view text) { return search_key(folded(text)); }

/// Adds the code unless its text has another meaning already. Then neither counts.
class LabelCollector {
 public:
  void add(std::string_view text, const AnswerValue& value) {
    CellCode code = code_of(text, value);
    code.is_beginning = false;  // a title may end in a star
    code.text = folded(text);
    code.key = search_key(code.text);
    if (code.key.empty()) return;
    const auto [known, is_new] = by_key_.emplace(code.key, codes_.size());
    // A title with two meanings is only marked: a third answer with it must not be taken either.
    if (is_new)
      codes_.push_back(std::move(code));
    else if (codes_[known->second].value != value)
      is_ambiguous_[known->second] = true;
  }
  void add(const LocalizedText& texts, const AnswerValue& value) {
    for (const Translation& one : texts.translations) add(one.text, value);
  }

  CodeList take() && {
    CodeList out;
    for (std::size_t i = 0; i < codes_.size(); ++i)
      if (!is_ambiguous_.contains(i)) out.push_back(std::move(codes_[i]));
    return out;
  }

 private:
  CodeList codes_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::unordered_map<std::size_t, bool> is_ambiguous_;
};

struct FieldLabel {
  std::string_view heading;
  What what;
};

/// As offices write them in tables that people make by hand. In English, most of these words are
/// names of columns already.
constexpr FieldLabel kFieldLabels[] = {{"المعرف", What::id},
                                       {"اسم البرنامج", What::title},
                                       {"عنوان البرنامج", What::title},
                                       {"العنوان", What::title},
                                       {"الجهة", What::organization},
                                       {"المؤسسة", What::organization},
                                       {"المقيم", What::assessor},
                                       {"التاريخ", What::date},
                                       {"اللغة", What::language},
                                       {"program name", What::title},
                                       {"name of the program", What::title}};

struct Ending {
  std::string_view text;
  What what;
};
constexpr Ending kEndings[] = {{":evidence", What::evidence}, {": evidence", What::evidence},
                               {":الدليل", What::evidence},   {": الدليل", What::evidence},
                               {":note", What::note},         {": note", What::note},
                               {":ملاحظة", What::note},       {": ملاحظة", What::note}};

}  // namespace

CodeList answer_labels(const Question& question) {
  LabelCollector labels;
  for (const Option& option : question.options) labels.add(option.id, option.id);
  for (const Option& option : question.options) labels.add(option.title, option.id);
  for (const Level& level : question.levels) labels.add(level.title, level.value);
  return std::move(labels).take();
}

CodeList evidence_labels(const Evidence& evidence) {
  LabelCollector labels;
  for (const EvidenceLevel& level : evidence.levels) labels.add(level.id, level.id);
  for (const EvidenceLevel& level : evidence.levels) labels.add(level.title, level.id);
  return std::move(labels).take();
}

HeadingLabels::HeadingLabels(const Rubric& rubric) {
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    for (const Translation& one : rubric.question(q).ask.translations) add(one.text, q);
    const Criterion& criterion = rubric.criterion_of(q);
    // With one question, people write the short title of the criterion above its column.
    if (criterion.questions.size() == 1)
      for (const Translation& one : criterion.title.translations) add(one.text, q);
  }
}

void HeadingLabels::add(std::string_view text, std::size_t question) {
  const std::string key = label_key(text);
  if (key.empty()) return;
  const auto [known, is_new] = questions_.emplace(key, question);
  if (!is_new && known->second != question) known->second = kOfSeveral;
}

std::optional<std::size_t> HeadingLabels::question_of(std::string_view heading) const {
  const auto found = questions_.find(label_key(heading));
  if (found == questions_.end() || found->second == kOfSeveral) return std::nullopt;
  return found->second;
}

ColumnUse HeadingLabels::use_of(std::string_view heading) const {
  ColumnUse use;
  if (const auto question = question_of(heading)) {
    use.what = What::answer;
    use.question = *question;
    return use;
  }
  const std::string text = folded(heading);
  // After whole texts: a question may end in these words itself.
  for (const Ending& ending : kEndings) {
    if (!text.ends_with(ending.text)) continue;
    const auto question = question_of(std::string_view(text).substr(0, text.size() - ending.text.size()));
    if (!question) continue;
    use.what = ending.what;
    use.question = *question;
    return use;
  }
  const std::string key = label_key(heading);
  for (const FieldLabel& field : kFieldLabels)
    if (label_key(field.heading) == key) use.what = field.what;
  return use;
}

}  // namespace ibtikar
