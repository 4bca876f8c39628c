// What a key press of the interview costs on a rubric of 1,000 questions: the key, what it changes, and
// the frame after it; without the terminal and the disk. The limit is 16 ms of CPU for any of them.
//
//   ./dev bench                                  all benchmarks
//   ./dev bench --benchmark_filter=press
#include <benchmark/benchmark.h>

#include <fmt/format.h>

#include "cli/ask/screen_model.h"
#include "support/random_rubric.h"

namespace ibtikar::cli {
namespace {

LocalizedText text(const std::string& english, const std::string& arabic) {
  return {{{"en", english}, {"ar", arabic}}};
}

Question scale_question(std::size_t c, std::size_t q) {
  Question question;
  question.id = fmt::format("q{}", q);
  question.ask =
      text(fmt::format("How far is point {} of criterion {} in place, and who answers for it?", q, c),
           fmt::format("إلى أي مدى النقطة {} من المعيار {} قائمة، ومن المسؤول عنها؟", q, c));
  question.help = text("What counts, with one example that settles the two middle levels for every reader.",
                       "ما الذي يُحتسب، مع مثال واحد يحسم المستويين الأوسطين لكل قارئ.");
  question.advice = text("Take one step that can be done in a month.", "اتخاذ خطوة واحدة تُنجز في شهر.");
  for (std::size_t level = 0; level < 5; ++level)
    question.levels.push_back({static_cast<double>(level), std::nullopt,
                               text(fmt::format("State of affairs number {}, seen in the file", level),
                                    fmt::format("الحالة رقم {} كما تظهر في الملف", level))});
  return question;
}

Condition on(const std::string& question, double value) {
  Condition condition;
  condition.kind = Condition::Kind::atom;
  condition.atom = {question, Test::at_most, {value}};
  return condition;
}

/// 100 criteria of 10 questions, every tenth asked only after another, 20 gates, four evidence levels.
Rubric large_rubric() {
  RubricDraft draft;
  draft.id = "large";
  draft.version = "1.0.0";
  draft.title = text("Large", "كبير");
  draft.languages = {"en", "ar"};
  draft.combine = Combine::geometric_mean;
  draft.bands = {{"low", 0, text("Low", "منخفض"), {}}, {"high", 60, text("High", "مرتفع"), {}}};
  draft.evidence.default_level = "claimed";
  draft.evidence.levels = {{"claimed", 0.25, 0.75, text("Claimed", "إفادة"), {}},
                           {"verified", 0, 1, text("Verified", "تحقق"), {}}};
  for (const char* id : {"first", "second", "third"}) draft.dimensions.push_back({id, 1, text(id, id), {}});
  for (std::size_t s = 0; s < 10; ++s) {
    Section section{fmt::format("s{}", s), text("Section", "قسم"), {}};
    for (std::size_t c = 0; c < 10; ++c) {
      const std::size_t number = 10 * s + c;
      Criterion criterion;
      criterion.id = fmt::format("c{}", number);
      criterion.title = text(fmt::format("Criterion {}", number), fmt::format("المعيار {}", number));
      criterion.contributes = {{"first", 1}, {"second", 2}, {"third", 3}};
      for (std::size_t q = 0; q < 10; ++q) criterion.questions.push_back(scale_question(number, q));
      criterion.questions[9].when = on(criterion.id + ".q0", 3);
      section.criteria.push_back(std::move(criterion));
    }
    draft.sections.push_back(std::move(section));
  }
  for (std::size_t g = 0; g < 20; ++g)
    draft.gates.push_back({fmt::format("g{}", g),
                           on(fmt::format("c{}.q1", 5 * g), 0),
                           {{"overall", 40}},
                           text("A cap", "سقف")});
  return test::checked(draft);
}

struct Desk {
  explicit Desk(const char* language) : screen(rubric, language, 120, true) {}

  Rubric rubric = large_rubric();
  Scorer scorer{rubric};
  QuestionFinder finder{rubric};
  QuestionText screen;
  Interview interview{rubric, {}};
};

/// Presses these keys over and over, a frame after each; the time is that of one key.
void press(benchmark::State& state, const char* language, const std::vector<io::Key>& keys,
           bool by_value = false) {
  Desk desk(language);
  if (by_value)
    desk.interview.choose_by([&](const std::vector<std::size_t>& open) {
      const std::vector<double> narrowing = desk.scorer.narrowing(desk.interview.sheet());
      return *std::max_element(open.begin(), open.end(),
                               [&](std::size_t a, std::size_t b) { return narrowing[a] < narrowing[b]; });
    });
  ScreenModel model(desk.screen, desk.rubric, desk.scorer, desk.finder, desk.interview);
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(model.press(keys[at++ % keys.size()]));
    benchmark::DoNotOptimize(model.frame({120, 40}, 12));
  }
}

using Kind = io::Key::Kind;
const std::vector<io::Key> kAnswer = {{Kind::text, "3"}, {Kind::enter, {}}};
const std::vector<io::Key> kArrows = {{Kind::down, {}}};
const std::vector<io::Key> kFind = {{Kind::text, "/"},     {Kind::text, "s"},     {Kind::text, "t"},
                                    {Kind::text, "7"},     {Kind::backspace, {}}, {Kind::backspace, {}},
                                    {Kind::backspace, {}}, {Kind::escape, {}}};
const std::vector<io::Key> kReview = {
    {Kind::text, "r"}, {Kind::down, {}}, {Kind::page_down, {}}, {Kind::end, {}}, {Kind::escape, {}}};
const std::vector<io::Key> kScore = {{Kind::text, "s"}, {Kind::escape, {}}};

BENCHMARK_CAPTURE(press, AnAnswer, "en", kAnswer)->Unit(benchmark::kMillisecond)->Iterations(1000);
BENCHMARK_CAPTURE(press, AnAnswerInArabic, "ar", kAnswer)->Unit(benchmark::kMillisecond)->Iterations(1000);
BENCHMARK_CAPTURE(press, AnAnswerOrderedByValue, "en", kAnswer, true)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(200);
BENCHMARK_CAPTURE(press, AnArrow, "ar", kArrows)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(press, Finding, "ar", kFind)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(press, Reviewing, "ar", kReview)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(press, TheScoreSoFar, "ar", kScore)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ibtikar::cli

BENCHMARK_MAIN();
