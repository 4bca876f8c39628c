// See assessment_builder.h. Numbers are those that a scorer could give; no report may depend on that.
#include "support/assessment_builder.h"

#include <functional>
#include <utility>
#include <vector>

namespace ibtikar::test {
namespace {

RubricSummary sample_rubric() {
  RubricSummary rubric;
  rubric.id = "social-innovation";
  rubric.version = "1.0.0";
  rubric.digest = "sha256:4bd1c0ffee12345678900d15ea5e0123456789abcdef0123456789abcdef0123";
  rubric.title = in_both("Social innovation", "الابتكار الاجتماعي");
  rubric.languages = {"en", "ar"};
  rubric.combine = Combine::geometric_mean;
  rubric.min_completeness = 0.8;
  rubric.bands = {
      {"rethink", 0, in_both("Rethink", "إعادة التفكير"), {}},
      {"develop", 40, in_both("Develop", "تطوير"), {}},
      {"promising", 60, in_both("Promising", "واعد"),
       in_both(
           "Most of what lasting programs have in common is described; a few gaps need work before a start.",
           "معظم ما تشترك فيه البرامج الباقية موصوف هنا، وبعض الثغرات تحتاج إلى عمل قبل الانطلاق.")},
      {"ready", 75, in_both("Ready", "جاهز"), {}}};
  rubric.evidence = {"claimed",
                     {{"claimed", 0.25, 0.75, in_both("Claimed", "مذكور"), {}},
                      {"documented", 0.1, 1, in_both("Documented", "موثَّق"), {}},
                      {"verified", 0, 1, in_both("Independently verified", "متحقَّق منه من جهة مستقلة"), {}}}};
  rubric.sections = {{"profile", in_both("Profile", "نبذة")},
                     {"factors", in_both("Factors", "العوامل")},
                     {"users", in_both("Users", "المستفيدون")},
                     {"lasting-value", in_both("Lasting value", "القيمة الباقية")}};
  return rubric;
}

DimensionScore dimension(std::string id, LocalizedText title, Measure measure, std::string band) {
  DimensionScore score;
  score.id = std::move(id);
  score.uncapped = measure.score;
  score.measure = measure;
  score.band = std::move(band);
  score.title = std::move(title);
  return score;
}

CriterionScore criterion(std::string id, std::string section, LocalizedText title, Measure measure) {
  CriterionScore score;
  score.id = std::move(id);
  score.section = std::move(section);
  score.title = std::move(title);
  score.measure = measure;
  score.contributes = {{"sustainability", 1}};
  return score;
}

std::vector<CriterionScore> sample_criteria() {
  std::vector<CriterionScore> criteria = {
      criterion("form", "profile", in_both("Form", "الشكل"), {}),
      criterion("competence", "factors", in_both("Competence", "الكفاءة"), {81.25, 68.75, 93.75, 1}),
      criterion("youth", "factors", in_both("Youth", "الشباب"), {37.5, 25, 62.5, 1}),
      criterion("groundwork", "factors", in_both("Groundwork", "التأسيس"), {70, 52.5, 87.5, 0.75}),
      criterion("stages", "users", in_both("Users at every stage", "المستفيدون في كل مرحلة"),
                {62.5, 41.67, 83.33, 0.83}),
      criterion("conditions", "users", in_both("Conditions of taking part", "شروط المشاركة"),
                {50, 37.5, 75, 1}),
      criterion("more-with-less", "lasting-value", in_both("More with less", "المزيد بموارد أقل"),
                {std::nullopt, 0, 100, 0}),
      criterion("safeguards", "lasting-value", in_both("Safeguards", "الضمانات"), {75, 62.5, 100, 1})};
  criteria.front().contributes.clear();
  return criteria;
}

QuestionResult open_question(std::string id, LocalizedText ask) {
  QuestionResult question;
  question.id = std::move(id);
  question.ask = std::move(ask);
  question.scored = true;
  question.level_count = 5;
  return question;
}

QuestionResult answered(QuestionResult question, std::size_t level, LocalizedText answer, PerDimension lost) {
  question.state = QuestionState::answered;
  question.value = static_cast<double>(level);
  question.level = level;
  question.answer = std::move(answer);
  question.evidence = "claimed";
  question.points = {{"sustainability", 1.5}};
  question.lost = std::move(lost);
  return question;
}

QuestionResult answered_yes(QuestionResult question) {
  question = answered(std::move(question), 1, {}, {{"user-involvement", 1.25}});
  question.type = QuestionType::yes_no;
  question.value = true;
  question.level.reset();
  question.evidence = "documented";
  return question;
}

std::vector<QuestionResult> sample_questions() {
  QuestionResult summary =
      open_question("form.summary", in_both("What does the program do?", "ماذا يفعل البرنامج؟"));
  summary.type = QuestionType::text;
  summary.scored = false;
  QuestionResult maybe =
      open_question("stages.governance", in_both("Which seats do service users hold on the board?",
                                                 "ما المقاعد التي يشغلها المستفيدون في مجلس الإدارة؟"));
  maybe.possibly_hidden = true;
  return {
      summary,
      answered(
          open_question("competence.roles", in_both("Are the key roles held by people trained for them?",
                                                    "هل يشغل الأدوارَ الأساسية أشخاص مدرَّبون عليها؟")),
          4,
          in_both("Named, trained, training records on file", "أشخاص معيَّنون ومدرَّبون، وسجلات تدريبهم محفوظة"),
          {{"sustainability", 0.63}, {"feasibility", 1.88}}),
      answered(open_question("youth.power", in_both("What say do young people have over decisions and money?",
                                                    "ما دور الشباب في القرارات وفي صرف الأموال؟")),
               2, in_both("They are told what was decided", "يُبلَّغون بما تقرَّر"),
               {{"sustainability", 1.05}, {"user-involvement", 4.2}}),
      open_question("groundwork.legal",
                    in_both("Which permissions does the program need, and where does each stand?",
                            "ما التراخيص التي يحتاج إليها البرنامج، وإلى أين وصل كل منها؟")),
      answered(open_question("stages.design", in_both("What part do service users have in the design?",
                                                      "ما دور المستفيدين في تصميم البرنامج؟")),
               3, in_both("They are asked, and the answers are on file", "يُسألون، وتُحفظ إجاباتهم"),
               {{"user-involvement", 5.33}, {"sustainability", 0.72}}),
      maybe,
      answered_yes(open_question("conditions.pay", in_both("Are service users paid for their time?",
                                                           "هل يُدفع للمستفيدين مقابل وقتهم؟"))),
      open_question("more-with-less.compare",
                    in_both("How does the result per cost compare with the prevailing way?",
                            "كيف تُقارَن النتيجة قياسًا إلى التكلفة بالطريقة السائدة؟")),
      open_question("more-with-less.mix", in_both("On how many independent sources of income does it live?",
                                                  "على كم مصدر دخل مستقل يعتمد البرنامج؟"))};
}

std::vector<Advice> sample_advice() {
  Advice design;
  design.question = "stages.design";
  design.overall_gain = 3.1;
  design.dimension_gains = {{"sustainability", 0.72}, {"user-involvement", 5.33}, {"feasibility", 0}};
  design.text =
      in_both("Hold two design meetings in which service users choose between drafts, and keep the minutes.",
              "عقد لقاءين للتصميم يختار فيهما المستفيدون بين المسودات، وحفظ محضر لكل لقاء.");
  design.to = 3.0;
  design.target = in_both("They work on drafts together with staff", "يعملون على المسودات مع العاملين");
  design.effort = 2;
  Advice power;
  power.question = "youth.power";
  power.kind = AdviceKind::document;
  power.overall_gain = 0.85;
  power.dimension_gains = {
      {"sustainability", 0.35}, {"user-involvement", 1.4}, {"feasibility", std::nullopt}};
  power.text = in_both("Minutes of the youth council with its decisions on money.",
                       "محاضر مجلس الشباب وفيها قراراته بشأن المال.");
  power.to = std::string("verified");
  power.target = in_both("Independently verified", "متحقَّق منه من جهة مستقلة");
  power.effort = 1;
  Advice pay;
  pay.question = "conditions.pay";
  pay.overall_gain = 0;
  pay.dimension_gains = {{"sustainability", 0}, {"user-involvement", 0}, {"feasibility", 0}};
  pay.to = true;
  return {design, power, pay};
}

GateResult gate(std::string id, GateState state, std::vector<Cap> caps, LocalizedText message,
                std::vector<std::string> questions) {
  return {std::move(id), state, std::move(caps), std::move(message), std::move(questions)};
}

GateResult legal_gate(GateState state) {
  return gate("legal-bar", state, {{"feasibility", 35}},
              in_both("A known legal bar stands, and there is no plan to remove it.",
                      "ثمة عائق قانوني معروف، ولا خطة لإزالته."),
              {"groundwork.legal"});
}

}  // namespace

LocalizedText in_both(std::string english, std::string arabic) {
  return {{{"en", std::move(english)}, {"ar", std::move(arabic)}}};
}

Assessment sample_assessment() {
  Assessment a;
  a.proposal = {"P-0012",
                "Peer visitors",
                "sha256:9f2a77c0d1e2f3a4b5c6d7e8f90123456789abcdef0123456789abcdef012345",
                "Dar Al-Jiran, Rabat",
                "Amal Mansour",
                "2026-11-01",
                "en"};
  a.rubric = sample_rubric();
  a.engine_version = "0.1.0";
  a.verdict = "promising";
  a.overall = dimension("overall", {}, {63.41, 48.2, 80.95, 0.93}, "promising");
  a.dimensions = {dimension("sustainability", in_both("Sustainability", "الاستدامة"),
                            {68.2, 51.1, 86.4, 0.88}, "promising"),
                  dimension("user-involvement", in_both("User involvement", "إشراك المستفيدين"),
                            {54.17, 40.28, 73.61, 0.94}, "develop"),
                  dimension("feasibility", in_both("Feasibility", "قابلية التنفيذ"), {69.05, 35, 84.5, 0.97},
                            "promising")};
  a.criteria = sample_criteria();
  a.questions = sample_questions();
  a.gates = {legal_gate(GateState::unknown), gate("no-goal", GateState::clear, {{"sustainability", 40}},
                                                  in_both("No goal is stated.", "لا هدف مذكور."), {})};
  a.advice = sample_advice();
  a.warnings = {{"unknown-question", "/answers/youth.powr",
                 "the rubric has no question \"youth.powr\"; did you mean \"youth.power\"?"}};
  return a;
}

Assessment nothing_answered() {
  Assessment a = sample_assessment();
  a.verdict = std::string(kInsufficient);
  a.overall.measure = {std::nullopt, 0, 100, 0};
  a.overall.band.clear();
  a.overall.uncapped.reset();
  for (DimensionScore& score : a.dimensions) {
    score.measure = {std::nullopt, 0, 100, 0};
    score.band.clear();
    score.uncapped.reset();
  }
  for (CriterionScore& score : a.criteria) score.measure = {std::nullopt, 0, 100, 0};
  for (QuestionResult& question : a.questions) {
    QuestionResult open = open_question(question.id, question.ask);
    open.scored = question.scored;
    question = std::move(open);
  }
  a.advice.clear();
  a.warnings.clear();
  return a;
}

Assessment nothing_applies() {
  Assessment a = nothing_answered();
  a.overall.applicable = false;
  for (DimensionScore& score : a.dimensions) score.applicable = false;
  for (CriterionScore& score : a.criteria) score.applicable = false;
  for (QuestionResult& question : a.questions) question.state = QuestionState::not_applicable;
  for (GateResult& gate : a.gates) gate.state = GateState::clear;
  return a;
}

Assessment capped_by_two_gates() {
  Assessment a = sample_assessment();
  a.verdict = "rethink";
  a.settled = true;
  a.overall.uncapped = 50.42;
  a.overall.measure = {25, 25, 25, 1};
  a.overall.band = "rethink";
  a.overall.capped_by = {"harm"};
  DimensionScore& feasibility = a.dimensions[2];
  feasibility.measure = {35, 30.25, 35, 1};
  feasibility.uncapped = 72.1;
  feasibility.band = "rethink";
  feasibility.capped_by = {"legal-bar", "unfunded"};
  a.gates = {
      legal_gate(GateState::applies),
      gate("unfunded", GateState::applies, {{"feasibility", 50}},
           in_both("Less than a fifth of the first year's cost is secured.",
                   "أقل من خُمس تكلفة السنة الأولى مضمون."),
           {}),
      gate("harm", GateState::applies, {{"overall", 25}},
           in_both("Harm is known, and nothing is planned against it.", "ثمة ضرر معروف، ولا شيء مخطَّط لمنعه."),
           {}),
      gate("one-payer", GateState::applies, {{"sustainability", 90}},
           in_both("One payer alone, and no plan for a second.", "جهة تمويل واحدة، ولا خطة لجهة ثانية."),
           {})};
  for (Advice& advice : a.advice) advice.overall_gain = 0;
  return a;
}

std::string hostile_text(const std::string& name) {
  std::string text =
      "\x1b[31m\x1b]0;owned\x07" + name + "\u202Eabc\u2066\r\nVerdict: Ready\u0085 \u2067\xff\xc0 z";
  for (int i = 0; i < 300; ++i) text += "\u0301";
  return text + "\u2028end\x7f\u009b2J";
}

/// Every text that a file may hold is what `hostile` makes of it.
static Assessment spoiled(const std::function<std::string(const std::string&)>& hostile) {
  Assessment a = capped_by_two_gates();
  a.gates.push_back(sample_assessment().gates.front());
  const auto spoil = [&](LocalizedText& text) {
    for (Translation& translation : text.translations) translation.text = hostile(translation.text);
  };
  for (std::string* text :
       {&a.proposal.title, &a.proposal.id, &a.proposal.digest, &a.proposal.organization, &a.proposal.assessor,
        &a.proposal.date, &a.rubric.id, &a.rubric.version, &a.rubric.digest, &a.engine_version})
    *text = hostile(*text);
  spoil(a.rubric.title);
  for (Band& band : a.rubric.bands) spoil(band.title), spoil(band.meaning);
  for (EvidenceLevel& level : a.rubric.evidence.levels) spoil(level.title);
  for (SectionTitle& section : a.rubric.sections) spoil(section.title);
  for (DimensionScore& score : a.dimensions) spoil(score.title), spoil(score.asks);
  for (CriterionScore& score : a.criteria) {
    spoil(score.title), spoil(score.why);
    for (Citation& source : score.sources) source.ref = hostile(source.ref), source.at = hostile(source.at);
  }
  for (QuestionResult& question : a.questions) {
    spoil(question.ask), spoil(question.answer), spoil(question.unit);
    question.note = hostile(question.note);
    question.links = {hostile("a link")};
  }
  for (GateResult& gate : a.gates) spoil(gate.message);
  for (Advice& advice : a.advice) spoil(advice.text), spoil(advice.target);
  a.questions[6].value = hostile("a text");
  a.questions[6].type = QuestionType::text;
  a.questions[6].id = hostile(a.questions[6].id);
  a.questions[6].ask = {};
  a.warnings = {{"new-code", hostile("/answers/"), hostile("a message")},
                {"hidden-answer", hostile("/answers/"), hostile("a message")}};
  return a;
}

Assessment hostile_assessment() {
  Assessment a = spoiled(hostile_text);
  for (int i = 0; i < 1000; ++i) a.proposal.title += 'x';
  return a;
}

Assessment assessment_of_hostile(const std::string& text) {
  return spoiled([&](const std::string&) { return text; });
}

}  // namespace ibtikar::test
