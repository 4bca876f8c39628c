// See interview_words.h. In Arabic, keys stand between LRI and PDI (U+2066, U+2069),
// so that "<" is not mirrored into ">".
#include "words/interview_words.h"

#include "ibtikar/localized.h"

namespace ibtikar::cli {
namespace {

constexpr AskWords kEnglish{
    .new_file = "New answers file: {0}",
    .resumed_file = "Going on with {0}. Answered: {1} of {2}.",
    .rubric_is = "Rubric: {0} ({1})",
    .saved_as_you_go = "Every answer is saved at once. Stop with q whenever you like, and go on later.",
    .title_prompt = "Title of the program (Enter leaves it out):",
    .file_prompt = "File for the answers (Enter takes {0}):",
    .none_here = "There is no proposal in this folder.",
    .kept_unread =
        "What does not fit this rubric is kept in the file under x-unmatched, as it was; questions that "
        "still exist are asked again.",

    .progress = "Section {0} of {1}, question {2} of {3}",
    .may_not_apply = "This question may not apply: it depends on one that is still open.",
    .present_answer = "Answer so far: {0}",
    .evidence_is = "Evidence: {0}",
    .note_is = "Note: {0}",
    .unfitting_answer =
        "The file has an answer that does not fit this question; it stays until you give another.",
    .yes = "Yes",
    .no = "No",
    .none_of_them = "None of them",
    .does_not_apply = "Does not apply",

    .several_numbers = "Type one number or several, for example: 1 3",
    .some_words = "Type a few words, on one line.",
    .number_any = "Type a number",
    .number_between = "Type a number from {0} to {1}",
    .number_at_least = "Type a number, {0} or more",
    .number_at_most = "Type a number, {0} or less",
    .key_skip = "Enter skips",
    .key_keep = "Enter keeps",
    .key_back = "< back",
    .key_help = "? help",
    .key_evidence = "@ evidence",
    .key_note = "# note",
    .key_not_applicable = "n does not apply",
    .key_not_applicable_yes_no = "n/a does not apply",
    .key_stop = "q stops",

    .key_choose = "↑↓ or 1-{0} choose",
    .key_tick = "1-{0} or Space tick",
    .key_number = "digits",
    .key_write = "Enter writes",
    .key_enter_next = "Enter takes it",
    .key_back_forward = "←→ back, on",
    .key_list = "/ find",
    .key_review = "r review",
    .key_score = "s score",
    .key_mark = "m later",
    .key_advice = "a advice",
    .key_editor = "e editor",
    .key_close = "Esc closes",
    .key_go = "Enter goes there",
    .key_find = "type to find",
    .key_finish = "Enter shows the report",

    .place = "{0} of {1}",
    .minutes_left = "about {0} min left",
    .soon_done = "nearly done",
    .unsaved = "NOT SAVED",
    .marked_for_later = "Marked for later",
    .urgent = "A cap hangs on this question: while it is open, the lower bound stays under the cap.",
    .more_below = "more: PgDn",
    .all_shown = "Every question was shown.",
    .note_prompt = "Note: ",
    .text_prompt = "Text: ",
    .choose_evidence = "How is the answer shown?",

    .list_title = "Questions",
    .review_title = "All answers",
    .find = "Find: {0}",
    .count_found = "Found: {0}",
    .is_open = "open",
    .score_title = "The score so far",
    .overall = "Overall",
    .no_score_yet = "no score yet",
    .interval = "{0} to {1}",
    .completeness = "Completeness: {0}",
    .settled =
        "Whatever the open answers are, the overall score stays in \"{0}\". q stops; going on is welcome "
        "too.",
    .verdict_is = "Verdict so far: {0}",
    .insufficient = "not enough information",
    .next_step = "Next step: {0}",
    .no_advice = "This question has no advised step.",
    .mark_set = "Marked for later; it stays open.",
    .mark_gone = "No longer marked.",
    .kept_hidden = "No longer asked after this answer, and kept in the file: {0}",
    .editor_failed = "The editor could not be used: {0}",
    .last_question = "This is the last question.",
    .no_editor = "An editor needs a terminal. Type the note behind #.",
    .go_by_number = "<12 goes to question 12.",

    .evidence_hint = "What would show it: {0}",
    .rules = "In doubt:",
    .more_rules = "? once more shows the rules for doubtful cases.",
    .evidence_levels = "Evidence levels, typed behind the answer:",
    .example = "Example: {0}",
    .example_note = "Board minutes of 3 May",
    .back_far = "< goes one question back, <12 to question 12.",

    .saved = "Saved: {0}",
    .saved_remark = "Saved. The question itself is still open.",
    .at_line = "line {0}: {1}",
    .unreadable = "That line holds characters that cannot be kept. Please type it again.",
    .too_long = "That line is too long: at most {0} bytes fit.",
    .not_an_answer = "\"{0}\" is not an answer to this question.",
    .not_in_list = "\"{0}\" is not in the list.",
    .given_twice = "\"{0}\" is named twice.",
    .out_of_range = "\"{0}\" is out of range.",
    .two_meanings = "\"{0}\" can be read in two ways. Type {1} or {2}.",
    .always_applies = "This question always applies. Type an answer, or press Enter to leave it open.",
    .no_evidence = "This rubric has no evidence levels; leave out the @.",
    .unknown_evidence = "\"@{0}\" is not one evidence level. Type @ and one of: {1}.",
    .no_such_question = "There is no such question; they are numbered 1 to {0}.",
    .first_question = "This is the first question.",
    .type_list_number = "Type a number from 1 to {0}.",
    .type_several = "Type numbers from 1 to {0} with spaces between, or 0 for none of them.",
    .type_yes_no = "Type 1 or yes, 2 or no.",
    .lines_dropped =
        "What was typed or pasted ahead, before this question showed, is not taken as its answer.",

    .not_saved = "NOT SAVED: {0}.",
    .kept_in_memory = "The answer is kept in memory; saving is tried again with the next one.",
    .saved_after_all = "Saved now, with all that was not saved before.",
    .changed_by_other = "{0} was changed by another program since it was last saved. It is left as it is.",
    .saved_beside = "Your answers are in {0}",
    .read_again = "r reads the file as it is now and goes on with it; Enter stops here.",
    .save_elsewhere = "Enter tries again, the name of another file saves there, q leaves without saving.",

    .nothing_open = "Every question was shown. Enter shows the report, < goes back.",
    .count_answered = "Answered: {0} of {1}.",
    .saved_in = "Your answers are in {0}",
    .nothing_written = "Nothing was answered; no file was written.",
    .lost_at_end = "NOT SAVED: the last answers are not in {0}",
    .go_on_with = "Go on with:",
    .score_with = "The report again:",
    .save_report_with = "The report as a file:",
    .review_with = "All answers once more:",
};

constexpr AskWords kArabic{
    .new_file = "ملف إجابات جديد: {0}",
    .resumed_file = "متابعة الملف {0}. الأسئلة المجاب عنها: {1} من {2}.",
    .rubric_is = "نموذج التقييم: {0} ({1})",
    .saved_as_you_go = "تُحفظ كل إجابة فور كتابتها. للتوقف في أي وقت: \u2066q\u2069، ويمكن المتابعة لاحقًا.",
    .title_prompt = "عنوان البرنامج (أو Enter لتركه فارغًا):",
    .file_prompt = "ملف الإجابات (لاعتماد {0}: Enter):",
    .none_here = "لا مقترح في هذا المجلد.",
    .kept_unread =
        "ما لا يناسب نموذج التقييم هذا يُحفظ في الملف تحت \u2066x-unmatched\u2069 كما كان، وتُطرح أسئلته من "
        "جديد "
        "إن كانت ما زالت موجودة.",

    .progress = "القسم {0} من {1}، السؤال {2} من {3}",
    .may_not_apply = "قد لا ينطبق هذا السؤال: فهو مرتبط بسؤال ما زال مفتوحًا.",
    .present_answer = "الإجابة الحالية: {0}",
    .evidence_is = "الدليل: {0}",
    .note_is = "ملاحظة: {0}",
    .unfitting_answer = "في الملف إجابة لا تناسب هذا السؤال، وتبقى فيه حتى كتابة إجابة أخرى.",
    .yes = "نعم",
    .no = "لا",
    .none_of_them = "لا شيء منها",
    .does_not_apply = "لا ينطبق",

    .several_numbers = "يُكتب رقم واحد أو أكثر، مثل: \u20661 3\u2069",
    .some_words = "تُكتب بضع كلمات في سطر واحد.",
    .number_any = "يُكتب عدد",
    .number_between = "يُكتب عدد من {0} إلى {1}",
    .number_at_least = "يُكتب عدد لا يقل عن {0}",
    .number_at_most = "يُكتب عدد لا يزيد على {0}",
    .key_skip = "تخطٍّ \u2066Enter\u2069",
    .key_keep = "إبقاء \u2066Enter\u2069",
    .key_back = "رجوع \u2066<\u2069",
    .key_help = "مساعدة ؟",
    .key_evidence = "دليل \u2066@\u2069",
    .key_note = "ملاحظة \u2066#\u2069",
    .key_not_applicable = "لا ينطبق \u2066n\u2069",
    .key_not_applicable_yes_no = "لا ينطبق \u2066n/a\u2069",
    .key_stop = "خروج \u2066q\u2069",

    .key_choose = "اختيار \u2066↑↓ 1-{0}\u2069",
    .key_tick = "تأشير \u20661-{0} Space\u2069",
    .key_number = "أرقام",
    .key_write = "كتابة \u2066Enter\u2069",
    .key_enter_next = "اعتماد \u2066Enter\u2069",
    .key_back_forward = "رجوع وتقدم \u2066→←\u2069",
    .key_list = "بحث \u2066/\u2069",
    .key_review = "مراجعة \u2066r\u2069",
    .key_score = "الدرجة \u2066s\u2069",
    .key_mark = "لاحقًا \u2066m\u2069",
    .key_advice = "نصيحة \u2066a\u2069",
    .key_editor = "محرر \u2066e\u2069",
    .key_close = "إغلاق \u2066Esc\u2069",
    .key_go = "انتقال \u2066Enter\u2069",
    .key_find = "اكتب للبحث",
    .key_finish = "التقرير \u2066Enter\u2069",

    .place = "{0} من {1}",
    .minutes_left = "الوقت المتبقي نحو {0} د",
    .soon_done = "أوشكت على الانتهاء",
    .unsaved = "لم يُحفظ",
    .marked_for_later = "مؤجّل إلى وقت لاحق",
    .urgent = "سقف معلّق بهذا السؤال: ما دام مفتوحًا يبقى الحد الأدنى تحت السقف.",
    .more_below = "المزيد: \u2066PgDn\u2069",
    .all_shown = "عُرضت كل الأسئلة.",
    .note_prompt = "ملاحظة: ",
    .text_prompt = "النص: ",
    .choose_evidence = "ما الذي يُثبت الإجابة؟",

    .list_title = "الأسئلة",
    .review_title = "كل الإجابات",
    .find = "بحث: {0}",
    .count_found = "عدد النتائج: {0}",
    .is_open = "مفتوح",
    .score_title = "الدرجة حتى الآن",
    .overall = "الإجمالي",
    .no_score_yet = "لا درجة بعد",
    .interval = "من {0} إلى {1}",
    .completeness = "الاكتمال: {0}",
    .settled =
        "مهما كانت الإجابات المفتوحة فالدرجة الإجمالية تبقى في فئة «{0}». للتوقف: \u2066q\u2069، والمتابعة "
        "ممكنة أيضًا.",
    .verdict_is = "الحكم حتى الآن: {0}",
    .insufficient = "معلومات غير كافية",
    .next_step = "خطوة تالية: {0}",
    .no_advice = "ليس لهذا السؤال خطوة مقترحة.",
    .mark_set = "أُجّل السؤال إلى وقت لاحق، وهو ما زال مفتوحًا.",
    .mark_gone = "لم يعد السؤال مؤجلًا.",
    .kept_hidden = "لم تعد تُطرح بعد هذه الإجابة، وإجاباتها باقية في الملف: {0}",
    .editor_failed = "تعذّر استخدام المحرر: {0}",
    .last_question = "هذا هو السؤال الأخير.",
    .no_editor = "يحتاج المحرر إلى نافذة أوامر. تُكتب الملاحظة بعد \u2066#\u2069.",
    .go_by_number = "للذهاب إلى السؤال 12: \u2066<12\u2069",

    .evidence_hint = "ما الذي يُثبت ذلك: {0}",
    .rules = "عند الشك:",
    .more_rules = "اكتب ؟ مرة أخرى لعرض قواعد الحالات الملتبسة.",
    .evidence_levels = "مستويات الدليل، وتُكتب بعد الإجابة:",
    .example = "مثال: {0}",
    .example_note = "محضر مجلس الإدارة في 3 مايو",
    .back_far = "للرجوع سؤالًا واحدًا: \u2066<\u2069، وإلى السؤال 12: \u2066<12\u2069",

    .saved = "حُفظت الإجابة: {0}",
    .saved_remark = "حُفظ ذلك، والسؤال نفسه ما زال مفتوحًا.",
    .at_line = "السطر {0}: {1}",
    .unreadable = "في هذا السطر رموز لا يمكن حفظها. يُرجى كتابته من جديد.",
    .too_long = "هذا السطر أطول من المسموح به، وهو {0} بايت.",
    .not_an_answer = "«{0}» ليست إجابة عن هذا السؤال.",
    .not_in_list = "«{0}» ليس في القائمة.",
    .given_twice = "«{0}» مذكور مرتين.",
    .out_of_range = "«{0}» خارج النطاق.",
    .two_meanings = "يمكن أن يُقرأ «{0}» بطريقتين. يُكتب {1} أو {2}.",
    .always_applies = "هذا السؤال ينطبق دائمًا. تُكتب إجابة، أو يُترك مفتوحًا بالضغط على Enter.",
    .no_evidence = "ليس في نموذج التقييم هذا مستويات للدليل؛ تُكتب الإجابة دون \u2066@\u2069.",
    .unknown_evidence =
        "«\u2066@{0}\u2069» لا يدل على مستوى واحد من مستويات الدليل. تُكتب \u2066@\u2069 ثم أحد ما يلي: {1}.",
    .no_such_question = "لا يوجد سؤال بهذا الرقم؛ الأرقام من 1 إلى {0}.",
    .first_question = "هذا هو السؤال الأول.",
    .type_list_number = "يُكتب رقم من 1 إلى {0}.",
    .type_several = "تُكتب أرقام من 1 إلى {0} بينها مسافات، أو 0 إذا لم ينطبق شيء منها.",
    .type_yes_no = "يُكتب 1 أو نعم، 2 أو لا.",
    .lines_dropped = "ما كُتب أو لُصق قبل ظهور هذا السؤال لا يُعدّ إجابة عنه.",

    .not_saved = "لم يُحفظ: {0}.",
    .kept_in_memory = "الإجابة باقية في الذاكرة، وتُعاد محاولة الحفظ مع الإجابة التالية.",
    .saved_after_all = "تم الحفظ الآن، ومعه كل ما لم يُحفظ من قبل.",
    .changed_by_other = "غيّر برنامج آخر الملف {0} بعد آخر حفظ، فتُرك كما هو.",
    .saved_beside = "إجاباتك في الملف {0}",
    .read_again = "لقراءة الملف كما هو الآن والمتابعة به: \u2066r\u2069، وللتوقف هنا: Enter",
    .save_elsewhere = "لإعادة المحاولة: Enter، وللحفظ في ملف آخر يُكتب اسمه، وللخروج دون حفظ: \u2066q\u2069",

    .nothing_open = "عُرضت كل الأسئلة. لعرض التقرير: Enter، وللرجوع: \u2066<\u2069",
    .count_answered = "الأسئلة المجاب عنها: {0} من {1}.",
    .saved_in = "إجاباتك في الملف {0}",
    .nothing_written = "لم تُكتب أي إجابة، ولم يُنشأ ملف.",
    .lost_at_end = "لم يُحفظ: الإجابات الأخيرة ليست في الملف {0}",
    .go_on_with = "للمتابعة:",
    .score_with = "للتقرير من جديد:",
    .save_report_with = "للتقرير في ملف:",
    .review_with = "لمراجعة كل الإجابات:",
};

}  // namespace

const AskWords& ask_words(std::string_view language) {
  return primary_language(language) == "ar" ? kArabic : kEnglish;
}

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool is_place = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
    if (!is_place) {
      out += pattern[at];
      continue;
    }
    const std::size_t index = static_cast<std::size_t>(pattern[at + 1] - '0');
    if (index < arguments.size()) out += arguments.begin()[index];
    at += 2;
  }
  return out;
}

}  // namespace ibtikar::cli
