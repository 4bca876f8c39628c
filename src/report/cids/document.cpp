// render_cids(): see ibtikar/cids.h.
//
// Every object repeats the context, as files of the standard do: programs that are no processors of
// linked data read them as plain JSON, one object at a time. Terms that the context lacks stand with
// their prefix. The standard's shapes want names and descriptions as plain texts; the same texts with
// their languages are labels beside them.
#include "ibtikar/cids.h"

#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/typed_text.h"
#include "codec/json/writer.h"
#include "codec/table/dates.h"
#include "ibtikar/message.h"
#include "report/cids/identity.h"
#include "report/cids/risks.h"

namespace ibtikar {
namespace {

constexpr std::string_view kContext = "https://ontology.commonapproach.org/contexts/cidsContext.jsonld";
/// The question of the built-in rubrics that asks what the program does.
constexpr std::string_view kSummaryQuestion = "profile.summary";

std::string day_of(const Assessment& assessment) {
  return iso_date(assessment.proposal.date, DateOrder::year_first).value_or(std::string());
}

std::string score_of(double score) { return fmt::format("{:.2f}", score); }

/// "ar", "pt-BR": parts of one to eight letters and digits, the first of letters alone (BCP 47).
bool is_language_tag(std::string_view tag) {
  constexpr std::size_t kLongestPart = 8;
  std::size_t part = 0;
  bool is_first = true;
  for (const char c : tag) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == '-') {
      if (part == 0) return false;
      part = 0;
      is_first = false;
    } else if ((is_letter || (!is_first && is_digit(c))) && part < kLongestPart) {
      ++part;
    } else {
      return false;
    }
  }
  return part > 0;
}

/// What several assessments share.
struct Written {
  JsonWriter json{JsonStyle::indented};
  std::set<std::string> nodes;  ///< that were written already
};

/// The nodes of one assessment.
class Nodes {
 public:
  Nodes(const Assessment& assessment, const std::string& language, Written& written)
      : assessment_(assessment), written_(written), json_(written.json), day_(day_of(assessment)) {
    const std::vector<std::string>& languages = assessment.rubric.languages;
    fallback_ = languages.empty() ? std::string() : languages.front();
    language_ = language.empty() ? fallback_ : language;
    const ProposalSummary& proposal = assessment.proposal;
    title_ = proposal.title.empty() ? proposal.id : proposal.title;
    organization_ = urn_of({"organization", proposal.organization});
    program_ = urn_of({"program", proposal.organization, proposal.id, proposal.title});
    outcome_ = program_ + "#outcome";
    result_ = urn_of({"assessment", proposal.digest, assessment.rubric.digest, proposal.assessor, day_});
  }

  void write() {
    write_organization();
    write_program();
    write_outcome();
    write_indicator(assessment_.overall, said(phrase("Overall")));
    for (const DimensionScore& dimension : assessment_.dimensions)
      write_indicator(dimension, in_words(dimension.title, dimension.id));
    bool has_evidence_risk = false;
    for (const DimensionScore& dimension : assessment_.dimensions) {
      has_evidence_risk = has_evidence_risk || risk_class_of(dimension.id).name == "EvidenceRisk";
      if (dimension.measure.score) write_risk(dimension);
    }
    if (!has_evidence_risk) write_evidence_risk();
  }

 private:
  using Body = std::function<void()>;

  /// A node, unless an earlier assessment had it already. `type` without its prefix.
  void node(std::string_view type, const std::string& id, const std::string& description, const Body& body) {
    if (!written_.nodes.insert(id).second) return;
    json_.object([&] {
      json_.text("@context", kContext);
      json_.text("@id", id);
      write_types(type);
      body();
      json_.text("hasDescription", description);
      json_.text("description", description);
      if (!day_.empty()) typed("sch:dateCreated", day_ + "T00:00:00", "xsd:dateTime");
    });
  }

  void write_types(std::string_view type) {
    const bool is_risk = type.ends_with("Risk") && type != "ImpactRisk";
    // Not every reader knows the ontology, and so the class over it.
    if (!is_risk) return json_.text("@type", fmt::format("cids:{}", type));
    json_.list("@type", std::vector<std::string>{"cids:ImpactRisk", fmt::format("cids:{}", type)},
               [&](const std::string& one) { json_.string(one); });
  }

  void typed(std::string_view name, const std::string& value, std::string_view type) {
    json_.object(name, [&] {
      json_.inline_from_here();
      json_.text("@type", type);
      json_.text("@value", value);
    });
  }

  /// Texts with their languages. Those of no language are left out: the plain text says the same. So
  /// are those of what is no tag, which would make the whole document invalid.
  void labels(const LocalizedText& text) {
    std::vector<Translation> tagged;
    std::ranges::copy_if(text.translations, std::back_inserter(tagged),
                         [](const Translation& one) { return is_language_tag(one.tag); });
    if (tagged.empty()) return;
    json_.list("rdfs:label", tagged, [&](const Translation& one) {
      json_.object([&] {
        json_.inline_from_here();
        json_.text("@language", one.tag);
        json_.text("@value", one.text);
      });
    });
  }

  /// A text of the proposal, in its language.
  void own_label(const std::string& text) { labels({{{assessment_.proposal.language, text}}}); }

  [[nodiscard]] std::string said(const Message& message) const { return message.in(language_); }
  [[nodiscard]] std::string in_words(const LocalizedText& text, const std::string& otherwise) const {
    const std::string_view found = text.in(language_, fallback_);
    return found.empty() ? otherwise : std::string(found);
  }
  [[nodiscard]] std::string rubric_name() const {
    return fmt::format("{} {}", in_words(assessment_.rubric.title, assessment_.rubric.id),
                       assessment_.rubric.version);
  }

  /// What the proposal itself says that the program does.
  [[nodiscard]] std::string summary() const {
    for (const QuestionResult& question : assessment_.questions)
      if (question.id == kSummaryQuestion)
        if (const auto* const text = std::get_if<std::string>(&question.value); text && !text->empty())
          return *text;
    return said(message("A program that was assessed as its proposal describes it."));
  }

  void refer(std::string_view name, const std::string& id) { json_.text(name, id); }

  void write_organization() {
    const std::string& name = assessment_.proposal.organization;
    node("Organization", organization_,
         said(message("The organization that a proposal names as responsible for its program.")), [&] {
           json_.text("hasLegalName", name);
           own_label(name);
         });
  }

  void write_program() {
    node("Program", program_, summary(), [&] {
      json_.text("hasName", title_);
      own_label(title_);
      json_.text("dcterms:identifier", assessment_.proposal.id);
      refer("forOrganization", organization_);
      refer("hasOutcome", outcome_);
    });
  }

  void write_outcome() {
    node("Outcome", outcome_, summary(), [&] {
      json_.text("hasName", said(message("What the program {0} is to achieve", quoted(title_))));
      refer("forOrganization", organization_);
    });
  }

  /// What is measured, and the report of the figure.
  void write_indicator(const DimensionScore& score, const std::string& name) {
    const RubricSummary& rubric = assessment_.rubric;
    const std::string indicator =
        urn_of({"indicator", assessment_.proposal.organization, rubric.id, rubric.version, score.id});
    const std::string asks = in_words(score.asks, name);
    node("Indicator", indicator,
         said(message("{0} (scored by the rubric {1}, as the proposal describes the program)", asks,
                      rubric_name())),
         [&] {
           json_.text("hasName", name);
           labels(score.title);
           json_.text("hasIdentifier", fmt::format("{}/{}", rubric.id, score.id));
           json_.text("unitDescription",
                      said(score.better == Better::lower ? message("points from 0 (best) to 100")
                                                         : message("points from 0 to 100 (best)")));
           refer("forOrganization", organization_);
         });
    if (score.measure.score && !day_.empty()) write_report(score, name, indicator);
  }

  void write_report(const DimensionScore& score, const std::string& name, const std::string& indicator) {
    node("IndicatorReport", urn_of({"report", result_, score.id}), bounds_text(score, name), [&] {
      json_.text("hasName", said(message("{0}: {1}", name, title_)));
      refer("forIndicator", indicator);
      refer("forOrganization", organization_);
      json_.object("value", [&] {
        json_.inline_from_here();
        json_.text("@id", urn_of({"measure", result_, score.id}));
        json_.text("@type", "i72:Measure");
        json_.text("hasNumericalValue", score_of(*score.measure.score));
      });
      // The day of the assessment. Its time zone is not known, and not said.
      typed("prov:startedAtTime", day_ + "T00:00:00", "xsd:dateTime");
      typed("prov:endedAtTime", day_ + "T23:59:59", "xsd:dateTime");
    });
  }

  [[nodiscard]] std::string bounds_text(const DimensionScore& score, const std::string& name) const {
    return said(message("{0}: {1} of 100. Open answers can still move it from {2} to {3}.", name,
                        score_of(score.measure.score.value_or(0)), score_of(score.measure.low),
                        score_of(score.measure.high)));
  }

  void write_risk(const DimensionScore& score) {
    const RiskClass risk = risk_class_of(score.id);
    risk_node(risk, score.id, bounds_text(score, in_words(score.title, score.id)),
              likelihood_of(assessment_, score), consequence_of(score), score.title, step_for(score.id));
  }

  void write_evidence_risk() {
    const auto percent = static_cast<int>(assessment_.overall.measure.completeness * 100 + 0.5);
    risk_node(
        risk_class_of("evidence"), "evidence",
        said(message("The proposal answers {0} % of what counts. Open answers can still move the overall "
                     "score from {1} to {2}.",
                     percent, score_of(assessment_.overall.measure.low),
                     score_of(assessment_.overall.measure.high))),
        evidence_likelihood(assessment_), evidence_consequence(assessment_), {}, {});
  }

  void risk_node(const RiskClass& risk, const std::string& id, const std::string& description,
                 std::string_view likelihood, std::string_view consequence, const LocalizedText& label,
                 const std::string& mitigation) {
    node(risk.name, urn_of({"risk", result_, id}), description, [&] {
      labels(label);
      json_.text("hasIdentifier", risk.identifier);
      refer("forOutcome", outcome_);
      json_.text("cids:hasLikelihood", likelihood);
      json_.text("cids:hasConsequence", consequence);
      if (!mitigation.empty()) json_.text("hasMitigation", mitigation);
    });
  }

  /// The advised step that raises the dimension most. Empty if none does.
  [[nodiscard]] std::string step_for(const std::string& dimension) const {
    const Advice* best = nullptr;
    double gain = 0;
    for (const Advice& advice : assessment_.advice)
      for (const auto& [id, gained] : advice.dimension_gains)
        if (id == dimension && gained.value_or(0) > gain && !advice.text.empty()) {
          best = &advice;
          gain = *gained;
        }
    if (best == nullptr) return {};
    return said(message("Advised by the assessment: {0}", in_words(best->text, best->question)));
  }

  const Assessment& assessment_;
  Written& written_;
  JsonWriter& json_;
  std::string day_;
  std::string fallback_;
  std::string language_;
  std::string title_;
  std::string organization_;
  std::string program_;
  std::string outcome_;
  std::string result_;
};

}  // namespace

bool has_cids_day(const Assessment& assessment) { return !day_of(assessment).empty(); }

Result<std::string> render_cids(const std::vector<Assessment>& assessments, const CidsOptions& options) {
  for (const Assessment& assessment : assessments)
    if (assessment.proposal.organization.empty())
      return fail(error_at("", "no-organization",
                           message("the proposal {0} names no organization, and the Common Impact Data "
                                   "Standard says everything about one; add `organization` to the proposal",
                                   quoted(assessment.proposal.id))));
  Written written;
  written.json.begin_array();
  for (const Assessment& assessment : assessments) Nodes(assessment, options.language, written).write();
  written.json.end_array();
  return std::move(written.json).take() + "\n";
}

}  // namespace ibtikar
