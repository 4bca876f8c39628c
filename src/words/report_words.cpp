// See report_words.h. The readers of the Arabic: practitioners, in plain Modern Standard;
// the terms are those of the glossary in rubrics/README.md.
#include "words/report_words.h"

#include <iterator>

#include "base/direction.h"
#include "ibtikar/localized.h"

namespace ibtikar {
namespace {

struct Phrase {
  Word word;
  std::string_view english;
  std::string_view arabic;
};

constexpr Phrase kPhrases[] = {
    {Word::untitled, "Untitled program", "برنامج بلا عنوان"},
    {Word::assessor_is, "Assessed by {0}", "جهة التقييم: {0}"},
    {Word::readiness, "Readiness as described, not a prediction", "الجاهزية كما وُصِفت، لا تنبؤ"},
    {Word::list_comma, ", ", "، "},
    {Word::remarked, "{0} ({1})", "{0} ({1})"},

    {Word::insufficient, "Not enough information", "المعلومات غير كافية"},
    {Word::of_hundred, "{0} of 100", "{0} من 100"},
    {Word::of_whole, "{0} of {1}", "{0} من {1}"},
    {Word::no_score, "no score yet", "لا درجة بعد"},
    {Word::interval, "Interval", "المدى"},
    {Word::from_to, "from {0} to {1}", "من {0} إلى {1}"},
    {Word::completeness, "Completeness", "الاكتمال"},
    {Word::completeness_of, "{0}; a verdict needs {1}", "{0}؛ والحد المطلوب للحكم {1}"},
    {Word::verdict, "Verdict", "الحكم"},
    {Word::settled, "settled: the whole interval lies in one band", "محسوم: المدى كله في فئة واحدة"},
    {Word::settled_otherwise, "settled: by gates and conditions, no other band is possible",
     "محسوم: لا تُبقي القيود والشروط إلا فئة واحدة"},
    {Word::unsettled, "not settled; still possible: {0}", "غير محسوم؛ ما زال ممكنًا: {0}"},
    {Word::settled_so_far, "none yet; whatever the open answers are, it can only be: {0}",
     "لم يصدر بعد؛ ومهما تكن الإجابات الباقية فلن يكون إلا: {0}"},
    {Word::score_so_far, "Score so far", "الدرجة حتى الآن"},
    {Word::why, "Why", "السبب"},
    {Word::too_incomplete, "completeness is {0}, under the {1} that a verdict needs",
     "الاكتمال {0}، وهو دون الحد المطلوب للحكم: {1}"},
    {Word::without_score, "without a score: {0}", "بلا درجة: {0}"},
    {Word::nothing_applies, "nothing that this rubric scores applies", "لا ينطبق شيء مما يقيّمه هذا النموذج"},
    {Word::requirement, "Condition of a band", "شرط الفئة"},
    {Word::band_needs, "{0}: {1}", "{0}: {1}"},
    {Word::requirement_unmet, "not met", "غير مستوفى"},
    {Word::requirement_open, "not certain yet", "لم يتأكد بعد"},
    {Word::lower_is_better, "Lower is better", "الأقل أفضل"},

    {Word::overall, "Overall", "الإجمالي"},
    {Word::dimensions, "Dimensions", "الأبعاد"},
    {Word::criteria, "Criteria", "المعايير"},
    {Word::legend_low, "to the low end", "حتى أدنى المدى"},
    {Word::legend_score, "to the score", "حتى الدرجة"},
    {Word::legend_high, "to the high end", "حتى أعلى المدى"},
    {Word::legend_all, "all answered", "أُجيب عنه كله"},
    {Word::legend_part, "in part", "أُجيب عن بعضه"},
    {Word::legend_none, "nothing yet", "لم يُجَب عنه"},
    {Word::does_not_apply, "does not apply", "لا ينطبق"},
    {Word::before_caps, "Before caps", "قبل السقف"},
    {Word::score_before_caps, "before caps: {0}", "قبل السقف: {0}"},
    {Word::before_gates, "Before gates", "قبل القيود"},
    {Word::on_its_scale, "On its own scale", "على مقياسها"},

    {Word::caps_applied, "What was capped, and why", "السقوف المطبَّقة وأسبابها"},
    {Word::cap_decides, "{0}: from {1} to {2}", "{0}: من {1} إلى {2}"},
    {Word::cap_beaten, "{0}: at most {1}, and another cap is lower",
     "{0}: {1} على الأكثر، وثمة سقف أدنى منه"},
    {Word::cap_idle, "{0}: at most {1}, which took nothing away", "{0}: {1} على الأكثر، ولم يُنقص ذلك شيئًا"},
    {Word::caps_pending, "What may still be capped", "سقوف لم يُحسم أمرها"},
    {Word::question_mark, "?", "؟"},
    {Word::cap_possible, "{0}: at most {1}", "{0}: {1} على الأكثر"},
    {Word::cap_settled_by, "Answers that would settle it:", "ما يحسمه هو الإجابة عن:"},
    {Word::gates_applied, "What gates changed, and why", "ما غيّرته القيود وأسبابه"},
    {Word::gates_pending, "What gates may still change", "ما قد تغيّره القيود"},
    {Word::gate_multiplies, "{0}: multiplied by {1}", "{0}: يُضرب في {1}"},
    {Word::gate_adds, "{0}: points added: {1}", "{0}: النقاط المضافة: {1}"},
    {Word::gate_raises, "{0}: at least {1}", "{0}: {1} على الأقل"},

    {Word::losses, "Where points were lost", "أين فُقدت النقاط"},
    {Word::losses_legend, "The number: points lost in the dimension that lost most.",
     "الرقم: النقاط المفقودة في أكثر الأبعاد خسارةً."},
    {Word::no_losses, "No points were lost in what was answered.", "لم تُفقد أي نقاط فيما أُجيب عنه."},
    {Word::costs, "What makes scores worse", "ما يجعل الدرجات أسوأ"},
    {Word::costs_legend, "The number: points in the dimension where the answer costs most.",
     "الرقم: النقاط في أكثر الأبعاد تضررًا من الإجابة."},
    {Word::no_costs, "Nothing that was answered makes a score worse.", "لا شيء مما أُجيب عنه يجعل درجة أسوأ."},
    {Word::answer_is, "Answer: {0}", "الإجابة: {0}"},
    {Word::level_of, "level {0} of {1}", "المستوى {0} من {1}"},
    {Word::evidence_is, "evidence: {0}", "الدليل: {0}"},
    {Word::credit_needs, "for more credit: {0}", "لاحتساب المزيد: {0}"},
    {Word::a_note, "a note", "ملاحظة"},
    {Word::a_link, "a link", "رابط"},
    {Word::better_evidence, "better evidence", "دليل أقوى"},
    {Word::yes, "Yes", "نعم"},
    {Word::no, "No", "لا"},
    {Word::none_of_them, "None of them", "لا شيء منها"},

    {Word::steps, "Best next steps", "أجدى الخطوات التالية"},
    {Word::steps_legend, "The number: the gain in the overall score.", "الرقم: المكسب في الدرجة الإجمالية."},
    {Word::no_steps,
     "No single step raises a score: no better answer to one question, and no better evidence for it.",
     "لا خطوة منفردة ترفع درجة: لا إجابة أفضل عن سؤال واحد، ولا دليل أقوى عليها."},
    {Word::no_overall_step, "No single step raises the overall score. These raise a dimension:",
     "لا خطوة منفردة ترفع الدرجة الإجمالية. وهذه ترفع درجة بُعد:"},
    {Word::better_steps_legend, "The number: the change of the overall score.", "الرقم: التغيّر في الدرجة الإجمالية."},
    {Word::no_better_steps,
     "No single step betters a score: no better answer to one question, and no better evidence for it.",
     "لا خطوة منفردة تحسّن درجة: لا إجابة أفضل عن سؤال واحد، ولا دليل أقوى عليها."},
    {Word::no_better_overall_step, "No single step betters the overall score. These better a dimension:",
     "لا خطوة منفردة تحسّن الدرجة الإجمالية. وهذه تحسّن درجة بُعد:"},
    {Word::raise_answer, "Improve the answer to this question", "تحسين الإجابة عن هذا السؤال"},
    {Word::document_answer, "Show the answer by better evidence", "إثبات الإجابة بدليل أقوى"},
    {Word::document_with, "Show it: {0}", "إثبات ذلك: {0}"},
    {Word::supply_answer, "Add what this answer needs for credit", "إضافة ما يلزم لاحتساب هذه الإجابة"},
    {Word::supplies, "To add: {0}", "ما يُضاف: {0}"},
    {Word::question_is, "Question: {0}", "السؤال: {0}"},
    {Word::leads_to, "If the answer becomes: {0}", "إذا صارت الإجابة: {0}"},
    {Word::evidence_then, "If the evidence becomes: {0}", "إذا صار الدليل: {0}"},
    {Word::effort_is, "effort: {0}", "الجهد: {0}"},

    {Word::still_open, "Still open: {0}", "أسئلة مفتوحة: {0}"},
    {Word::nothing_open, "No question that counts is open.", "لم يبقَ سؤال مفتوح يدخل في الدرجة."},
    {Word::open_unscored, "Open and not scored: {0}", "مفتوحة ولا تدخل في الدرجة: {0}"},
    {Word::decides_cap, "decides a cap", "يتوقف عليه سقف"},
    {Word::may_not_apply, "may not apply", "قد لا ينطبق"},
    {Word::not_shown, "Not shown here: {0}", "لم يُعرض هنا: {0}"},

    {Word::warnings, "Warnings", "تنبيهات"},
    {Word::warn_other_rubric, "The proposal was written for another rubric.",
     "كُتب المقترح لنموذج تقييم آخر."},
    {Word::warn_rubric_version, "The proposal was written for another version of the rubric.",
     "كُتب المقترح لإصدار آخر من نموذج التقييم."},
    {Word::warn_unknown_question, "The rubric has no such question.",
     "ليس في نموذج التقييم سؤال بهذا الاسم."},
    {Word::warn_hidden_answer,
     "This question does not apply given the other answers; its answer does not count.",
     "لا ينطبق هذا السؤال بحسب الإجابات الأخرى، فلا تُحسب إجابته."},
    {Word::warn_unknown_member, "There is no member of this name.", "لا يوجد حقل بهذا الاسم."},
    {Word::warn_misfit, "The answer does not fit its question; it counts as open.",
     "الإجابة لا توافق سؤالها، فعُدَّ السؤال مفتوحًا."},
    {Word::warn_given_twice, "The answer is given twice; it counts as open.",
     "وردت الإجابة مرتين، فعُدَّ السؤال مفتوحًا."},

    {Word::warnings_are, "Warnings: {0}", "تنبيهات: {0}"},
    {Word::short_form,
     "Short form. The full report has the criteria, every answer with its evidence, and how it was scored.",
     "صيغة مختصرة. وفي التقرير الكامل المعايير وكل إجابة ودليلها وكيف حُسبت الدرجة."},
    {Word::origin, "How this was scored", "كيف حُسبت الدرجة"},
    {Word::rubric, "Rubric", "نموذج التقييم"},
    {Word::proposal, "Proposal", "المقترح"},
    {Word::combined, "Overall by", "جمع الأبعاد"},
    {Word::arithmetic_mean, "arithmetic mean of the dimensions", "المتوسط الحسابي للأبعاد"},
    {Word::geometric_mean, "geometric mean: a dimension that fails is not bought back by another",
     "المتوسط الهندسي: إخفاق بُعد لا يعوّضه بُعد آخر"},
    {Word::minimum, "the lowest dimension", "أدنى الأبعاد درجةً"},
    {Word::evidence, "Evidence", "الدليل"},
    {Word::evidence_default, "an answer that names none counts as: {0}",
     "الإجابة التي لا تذكر دليلًا تُعدّ: {0}"},
    {Word::evidence_counts, "it earns at most {0} of its points; margin {1}",
     "تنال {0} من نقاطها على الأكثر، بهامش {1}"},
    {Word::engine, "Engine", "محرك الحساب"},

    {Word::contents, "Contents", "المحتويات"},
    {Word::skip_to_report, "Skip to the report", "الانتقال إلى التقرير"},
    {Word::bands, "Bands", "الفئات"},
    {Word::band_from, "{0} from {1}", "{0} من {1}"},
    {Word::score, "Score", "الدرجة"},
    {Word::band, "Band", "الفئة"},
    {Word::criterion, "Criterion", "المعيار"},
    {Word::dimension, "Dimension", "البُعد"},
    {Word::scale_is, "Scale from 0 to 100", "مقياس من 0 إلى 100"},
    {Word::bar_says, "Score {0} of 100, interval from {1} to {2}",
     "الدرجة {0} من 100، والمدى من {1} إلى {2}"},
    {Word::bar_says_of, "Score {0} of {3}, interval from {1} to {2}",
     "الدرجة {0} من {3}، والمدى من {1} إلى {2}"},
    {Word::bar_says_unknown, "No score yet, interval from {0} to {1}", "لا درجة بعد، والمدى من {0} إلى {1}"},
    {Word::means, "The dimensions as one number", "الأبعاد في رقم واحد"},
    {Word::means_legend, "The further apart these numbers are, the more a mean hides.",
     "كلما تباعدت هذه الأرقام زاد ما يخفيه المتوسط."},
    {Word::mean_arithmetic, "Arithmetic mean", "المتوسط الحسابي"},
    {Word::mean_geometric, "Geometric mean", "المتوسط الهندسي"},
    {Word::mean_lowest, "Lowest dimension", "أدنى الأبعاد"},
    {Word::mean_counts, "the overall score, before its caps", "الدرجة الإجمالية قبل سقوفها"},
    {Word::means_unknown, "A dimension has no score yet, and so there is no mean.",
     "لأحد الأبعاد لا توجد درجة بعد، فلا متوسط."},
    {Word::grid_legend, "One row a question, from the lowest level to the highest.",
     "لكل سؤال صف، من أدنى مستوى إلى أعلاه."},
    {Word::weakest, "Weakest", "الأضعف"},
    {Word::question, "Question", "السؤال"},
    {Word::level, "Level", "المستوى"},
    {Word::lowest_level, "lowest", "الأدنى"},
    {Word::highest_level, "highest", "الأعلى"},
    {Word::answers, "Every answer and its evidence", "كل إجابة ودليلها"},
    {Word::other_questions, "Other questions", "أسئلة أخرى"},
    {Word::state_open, "Open: not answered yet", "مفتوح: لم يُجَب عنه بعد"},
    {Word::state_hidden, "Does not apply, given other answers", "لا ينطبق بحسب الإجابات الأخرى"},
    {Word::note_is, "Note: {0}", "ملاحظة: {0}"},
    {Word::links_are, "Shown by: {0}", "المرجع: {0}"},
    {Word::points_are, "Points: {0}", "النقاط: {0}"},
    {Word::points_missed, "Lost: {0}", "المفقود: {0}"},
    {Word::gain, "Gain", "المكسب"},
    {Word::digest, "Digest", "البصمة"},
    {Word::repeat_by,
     "The same answers, scored by the same rubric and engine, give the same numbers. The digests tell "
     "whether "
     "they are the same.",
     "الإجابات نفسها تعطي الأرقام نفسها متى حُسبت بنموذج التقييم نفسه وبالمحرك نفسه. والبصمات تُظهر إن كانت هي "
     "نفسها."},
    {Word::reports_of, "Reports: {0}", "التقارير: {0}"},

    {Word::low_to_high, "{0}–{1}", "من {0} إلى {1}"},
    {Word::not_scored, "not scored", "لا تدخل في الدرجة"},

    {Word::comparison, "Comparison", "مقارنة"},
    {Word::change_is, "From {0} to {1}: {2}", "من {0} إلى {1}: {2}"},
    {Word::spread_is, "Highest less lowest: {0}", "الأعلى ناقص الأدنى: {0}"},
    {Word::apart, "settled: the intervals lie apart", "محسوم: لا تداخل بين المديين"},
    {Word::overlapping, "not settled: the intervals overlap", "غير محسوم: المديان متداخلان"},
    {Word::gates, "Caps", "السقوف"},
    {Word::gate_applies, "applies", "مطبَّق"},
    {Word::gate_unknown, "may apply", "قد يُطبَّق"},
    {Word::same_in_all, "The same in all, and not shown: {0}", "متطابقة في الجميع، ولم تُعرض: {0}"},
    {Word::nothing_differs, "Nothing differs.", "لا يوجد فرق."},
};

constexpr bool is_complete() {
  if (std::size(kPhrases) != kWordCount) return false;
  for (std::size_t i = 0; i < kWordCount; ++i)
    if (kPhrases[i].word != static_cast<Word>(i) || kPhrases[i].english.empty() || kPhrases[i].arabic.empty())
      return false;
  return true;
}
static_assert(is_complete(), "every Word has its two phrases, in the order of the Words");

}  // namespace

Words::Words(std::string_view language, Isolation isolation)
    : right_to_left_(primary_language(language) == "ar"),
      isolates_all_(right_to_left_ || isolation == Isolation::always),
      by_marks_(isolation == Isolation::by_marks) {}

std::string_view Words::operator()(Word word) const {
  const Phrase& phrase = kPhrases[static_cast<std::size_t>(word)];
  return right_to_left_ ? phrase.arabic : phrase.english;
}

Sentence Words::say(Word word, std::initializer_list<Argument> arguments) const {
  const std::string_view pattern = (*this)(word);
  Sentence sentence;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool is_place = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
    if (!is_place) {
      sentence.text += pattern[at];
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[at + 1] - '0');
    if (index < arguments.size()) sentence.text += embedded(arguments.begin()[index]);
    at += 2;
  }
  return sentence;
}

Sentence Words::joined(const std::vector<Argument>& parts, std::string_view separator) const {
  Sentence sentence;
  for (const Argument& part : parts) {
    if (!sentence.text.empty()) sentence.text += separator;
    sentence.text += embedded(part);
  }
  return sentence;
}

std::string Words::embedded(const Argument& argument) const {
  if (!argument.is_ours() && by_marks_)
    return marked_in(right_to_left_ ? Direction::right_to_left : Direction::left_to_right, argument.text());
  if (argument.is_ours() || (!isolates_all_ && !may_turn(argument.text()))) return argument.text();
  return std::string(kFirstStrongIsolate).append(argument.text()).append(kPopIsolate);
}

}  // namespace ibtikar
