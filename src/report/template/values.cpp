// template_values(): see names.h. Numbers are the view's, as every report shows them.
#include <algorithm>
#include <functional>
#include <utility>

#include "report/template/names.h"
#include "report/view/formatter.h"
#include "report/view/view.h"

namespace ibtikar {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;

/// As many as there are, and the few that every report lists.
constexpr std::size_t kAll = 1'000'000;
constexpr std::size_t kFew = 5;

/// Sets names of one object. A text that is empty is false: else a name of the same spelling
/// further out would stand for it.
class Fields {
 public:
  explicit Fields(TemplateValues& values) : values_(values) {}

  void text(const std::string& name, const std::string& text) {
    std::size_t& longest = values_.longest[name];
    longest = std::max(longest, text.size());
    fields_.set(name, text.empty() ? data(false) : data(text));
  }
  void flag(const std::string& name, bool truth) { fields_.set(name, data(truth)); }

  /// `fill(fields, item)` sets the names of each.
  template <class Items, class Fill>
  void list(const std::string& name, const Items& items, const Fill& fill) {
    std::size_t& most = values_.most[name];
    most = std::max<std::size_t>(most, items.size());
    kainjow::mustache::list entries;
    entries.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
      Fields fields(values_);
      fill(fields, items[i]);
      fields.flag("is_first", i == 0);
      fields.flag("is_last", i + 1 == items.size());
      entries.push_back(std::move(fields).take());
    }
    fields_.set(name, data(entries));
  }
  [[nodiscard]] data take() && { return std::move(fields_); }

 private:
  TemplateValues& values_;
  data fields_;
};

void set_measure(Fields& fields, const ScoreView& score) {
  fields.text("score", score.measure.score_text);
  fields.text("low", score.measure.low_text);
  fields.text("high", score.measure.high_text);
  fields.text("completeness", score.measure.completeness_text);
}

void set_standing(Fields& fields, const ScoreView& score) {
  fields.flag("applies", score.applicable);
  fields.flag("is_low", score.standing == Standing::low);
  fields.flag("is_high", score.standing == Standing::high);
}

void set_title(Fields& fields, const std::string& title) { fields.text("title", title); }

void set_head(Fields& fields, const Assessment& assessment, const ReportView& view) {
  fields.text("id", assessment.proposal.id);
  fields.text("title", view.head.title);
  fields.text("organization", view.head.organization);
  fields.text("assessor", view.head.assessor);
  fields.text("date", view.head.date);
  fields.text("proposal_digest", assessment.proposal.digest);
  fields.text("rubric", view.head.rubric);
  fields.text("rubric_id", assessment.rubric.id);
  fields.text("rubric_version", assessment.rubric.version);
  fields.text("rubric_digest", assessment.rubric.digest);
  fields.text("engine", view.origin.engine);
  fields.text("combined", view.origin.combined);
}

void set_verdict(Fields& fields, const ReportView& view) {
  fields.text("verdict", view.verdict.title);
  fields.text("verdict_meaning", view.verdict.meaning);
  fields.flag("is_sufficient", view.verdict.sufficient);
  fields.flag("is_settled", view.verdict.settled);
  fields.list("possible_bands", view.verdict.possible, set_title);
  fields.text("needed", view.verdict.needed);
  set_measure(fields, view.overall);
  fields.text("band", view.overall.band);
  fields.text("before_caps", view.overall.uncapped);
  fields.list("bands", view.verdict.bands, [](Fields& band, const BandView& of) {
    band.text("title", of.title);
    band.text("from", of.from_text);
    band.flag("is_reached", of.reached);
  });
}

void set_scores(Fields& fields, const Assessment& assessment, const ReportView& view,
                const Formatter& formatter) {
  std::vector<std::size_t> numbers(view.dimensions.size());
  for (std::size_t d = 0; d < numbers.size(); ++d) numbers[d] = d;
  fields.list("dimensions", numbers, [&](Fields& dimension, std::size_t d) {
    const ScoreView& of = view.dimensions[d];
    dimension.text("id", assessment.dimensions[d].id);
    dimension.text("title", of.title);
    dimension.text("asks", formatter.text(assessment.dimensions[d].asks));
    set_measure(dimension, of);
    set_standing(dimension, of);
    dimension.text("band", of.band);
    dimension.text("before_caps", of.uncapped);
  });
  fields.list("sections", view.sections, [](Fields& section, const SectionView& of) {
    section.text("title", of.title);
    section.list("criteria", of.criteria, [](Fields& criterion, const ScoreView& score) {
      criterion.text("title", score.title);
      set_measure(criterion, score);
      set_standing(criterion, score);
    });
  });
}

void set_question(Fields& fields, const std::string& question) { fields.text("question", question); }

void set_gate(Fields& fields, const GateView& gate) {
  fields.text("message", gate.message);
  fields.list("effects", gate.caps, [](Fields& effect, const CapView& cap) {
    effect.text("title", cap.target);
    effect.text("limit", cap.limit);
    const bool decides = cap.effect == CapView::Effect::decides;
    effect.text("before", decides ? cap.before : "");
    effect.text("after", decides ? cap.after : "");
  });
}

void set_amount(Fields& fields, const AmountView& amount) {
  fields.text("title", amount.title);
  fields.text("amount", amount.text);
}

void set_loss(Fields& fields, const AnswerView& loss) {
  fields.text("question", loss.question);
  fields.text("answer", loss.answer);
  fields.text("level", loss.level);
  fields.text("levels", loss.levels);
  fields.text("evidence", loss.evidence);
  fields.text("most", loss.most);
  fields.list("amounts", loss.lost, set_amount);
}

void set_step(Fields& fields, const StepView& step) {
  fields.flag("is_raise", step.kind == AdviceKind::raise);
  fields.flag("is_document", step.kind == AdviceKind::document);
  fields.flag("is_supply", step.kind == AdviceKind::supply);
  fields.text("question", step.question);
  fields.text("advice", step.text);
  fields.text("leads_to", step.target);
  fields.text("gain", step.overall);
  fields.list("gains", step.gains, set_amount);
  fields.text("effort", step.effort);
}

template <class View>
std::vector<View> first_few(std::vector<View> views) {
  views.resize(std::min(views.size(), kFew));
  return views;
}

void set_findings(Fields& fields, const ReportView& view) {
  fields.list("caps", view.caps_applied, set_gate);
  fields.list("possible_caps", view.caps_pending, [](Fields& gate, const GateView& of) {
    set_gate(gate, of);
    gate.list("questions", of.questions, set_question);
  });
  fields.list("losses", first_few(view.losses), set_loss);
  fields.list("all_losses", view.losses, set_loss);
  fields.list("steps", first_few(view.steps), set_step);
  fields.list("all_steps", view.steps, set_step);
  fields.text("open_count", std::to_string(view.open.count));
  fields.list("open_questions", view.open.questions, [](Fields& open, const OpenQuestionView& of) {
    open.text("question", of.question);
    open.flag("decides_cap", of.decides_cap);
    open.flag("may_not_apply", of.may_not_apply);
  });
  fields.list("warnings", view.warnings, [](Fields& warning, const WarningView& of) {
    warning.text("subject", of.subject);
    warning.text("text", of.text);
  });
}

void set_answers(Fields& fields, const Assessment& assessment, const Formatter& formatter) {
  fields.list("answers", assessment.questions, [&](Fields& answer, const QuestionResult& of) {
    const auto criterion = std::ranges::find(assessment.criteria, of.criterion, &CriterionScore::id);
    const bool is_answered = of.state == QuestionState::answered;
    answer.text("id", of.id);
    answer.text("criterion", criterion == assessment.criteria.end()
                                 ? of.criterion
                                 : formatter.title(criterion->title, criterion->id));
    answer.text("question", formatter.title(of.ask, of.id));
    answer.text("answer", is_answered ? formatter.answer(of) : "");
    answer.text("evidence", of.evidence.empty() ? "" : formatter.evidence(of.evidence));
    answer.text("note", of.note);
    answer.list("links", of.links, [](Fields& link, const std::string& text) { link.text("link", text); });
    answer.flag("is_answered", is_answered);
    answer.flag("is_open", of.state == QuestionState::unanswered);
  });
}

void set_proposal(Fields& fields, const Assessment& assessment, const std::string& language) {
  const ReportView view =
      view_of(assessment, {.language = language, .losses = kAll, .steps = kAll, .open = kAll});
  const Formatter formatter(assessment, language);
  set_head(fields, assessment, view);
  set_verdict(fields, view);
  set_scores(fields, assessment, view, formatter);
  set_findings(fields, view);
  set_answers(fields, assessment, formatter);
}

}  // namespace

TemplateValues template_values(const std::vector<Assessment>& assessments, const std::string& language) {
  TemplateValues values;
  Fields root(values);
  const Formatter formatter(assessments.front(), language);
  root.text("language", formatter.language());
  root.flag("is_right_to_left", formatter.words().right_to_left());
  root.text("direction", formatter.words().right_to_left() ? "rtl" : "ltr");
  root.list("proposals", assessments, [&](Fields& proposal, const Assessment& assessment) {
    set_proposal(proposal, assessment, formatter.language());
  });
  if (assessments.size() == 1) set_proposal(root, assessments.front(), formatter.language());
  values.root = std::move(root).take();
  return values;
}

}  // namespace ibtikar
