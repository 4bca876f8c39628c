// Assessments as linked data: what a score becomes, and what no file may do to the document.
// tests/cids_test.py reads the documents as linked data.
#include "ibtikar/cids.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "report/cids/identity.h"
#include "report/cids/risks.h"
#include "support/assessment_builder.h"

namespace ibtikar {
namespace {

using Nodes = nlohmann::json;

Assessment assessed_program() {
  Assessment assessment = test::sample_assessment();
  assessment.proposal.organization = "The fund";
  assessment.proposal.date = "2026-11-30";
  return assessment;
}

Nodes nodes_of(const Assessment& assessment, const std::string& language = "en") {
  const Result<std::string> text = render_cids({assessment}, {language});
  return text ? Nodes::parse(*text) : Nodes();
}

/// The first node of a class, or null.
Nodes node_of(const Nodes& nodes, const std::string& kind) {
  for (const Nodes& node : nodes)
    for (const Nodes& type : node["@type"].is_array() ? node["@type"] : Nodes::array({node["@type"]}))
      if (type == "cids:" + kind) return node;
  return {};
}

TEST(Cids, RefersOnlyToNodesThatItHas) {
  const Nodes nodes = nodes_of(assessed_program());
  std::set<std::string> names;
  for (const Nodes& node : nodes) EXPECT_TRUE(names.insert(node["@id"]).second) << node;
  EXPECT_GE(nodes.size(), 10U);
  for (const Nodes& node : nodes) {
    for (const char* member : {"forOrganization", "forOutcome", "forIndicator", "hasOutcome"}) {
      if (!node.contains(member)) continue;
      EXPECT_TRUE(names.contains(node[member])) << node;
    }
  }
}

TEST(Cids, SaysTheScoresAsTheyAre) {
  const Assessment assessment = assessed_program();
  const Nodes report = node_of(nodes_of(assessment), "IndicatorReport");
  ASSERT_TRUE(assessment.overall.measure.score);
  EXPECT_EQ(report["value"]["hasNumericalValue"], fmt::format("{:.2f}", *assessment.overall.measure.score));
  EXPECT_EQ(report["prov:startedAtTime"]["@value"], "2026-11-30T00:00:00");
}

TEST(Cids, NeedsAnOrganization) {
  Assessment assessment = assessed_program();
  assessment.proposal.organization.clear();
  const Result<std::string> text = render_cids({assessed_program(), assessment}, {});
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, "no-organization");
}

TEST(Cids, WritesNoReportWithoutADay) {
  Assessment assessment = assessed_program();
  for (const char* date : {"", "soon", "2026-13-01"}) {
    assessment.proposal.date = date;
    EXPECT_FALSE(has_cids_day(assessment));
    EXPECT_TRUE(node_of(nodes_of(assessment), "IndicatorReport").is_null()) << date;
    EXPECT_FALSE(node_of(nodes_of(assessment), "ImpactRisk").is_null());
  }
}

TEST(Cids, LeavesOutDimensionsWithoutAScore) {
  Assessment assessment = test::nothing_answered();
  assessment.proposal.organization = "The fund";
  const Nodes nodes = nodes_of(assessment);
  std::size_t risks = 0;
  for (const Nodes& node : nodes) risks += node.contains("cids:hasLikelihood") ? 1U : 0U;
  EXPECT_EQ(risks, 1U) << "of the evidence alone";
  EXPECT_EQ(node_of(nodes, "EvidenceRisk")["cids:hasLikelihood"], "highRisk");
}

TEST(Cids, StaysADocumentWhateverTextsHold) {
  Assessment assessment = test::hostile_assessment();
  assessment.proposal.organization = test::hostile_text("organization");
  assessment.proposal.language = "no tag at all\"";
  assessment.proposal.date = "2026-11-30";
  for (DimensionScore& dimension : assessment.dimensions) dimension.id += "\" <b>";
  const Nodes nodes = nodes_of(assessment, "ar");
  ASSERT_TRUE(nodes.is_array());
  for (const Nodes& node : nodes) {
    EXPECT_EQ(node["@id"].get<std::string>().find_first_not_of("urn:uuid-0123456789abcdef#outcome"),
              std::string::npos);
    if (!node.contains("rdfs:label")) continue;
    for (const Nodes& label : node["rdfs:label"]) {
      EXPECT_NE(label["@language"], assessment.proposal.language);
    }
  }
}

TEST(CidsRisks, FollowTheBands) {
  Assessment assessment = assessed_program();
  ASSERT_GE(assessment.rubric.bands.size(), 3U);
  DimensionScore score = assessment.dimensions.front();
  const auto likelihood = [&](const Band& band, Better better) {
    score.band = band.id;
    score.better = better;
    return std::string(likelihood_of(assessment, score));
  };
  const std::vector<Band>& bands = assessment.rubric.bands;
  EXPECT_EQ(likelihood(bands.front(), Better::higher), "highRisk");
  EXPECT_EQ(likelihood(bands[1], Better::higher), "mediumRisk");
  EXPECT_EQ(likelihood(bands.back(), Better::higher), "lowRisk");
  EXPECT_EQ(likelihood(bands.front(), Better::lower), "lowRisk");
  EXPECT_EQ(likelihood(bands.back(), Better::lower), "highRisk");
  assessment.rubric.bands.resize(1);
  EXPECT_EQ(likelihood(bands.front(), Better::higher), "mediumRisk");
}

TEST(CidsRisks, AreSevereWhereAGateCaps) {
  DimensionScore score;
  EXPECT_EQ(consequence_of(score), "average");
  score.weight = 0;
  EXPECT_EQ(consequence_of(score), "minimal");
  score.capped_by = {"no-goal"};
  EXPECT_EQ(consequence_of(score), "severe");
}

TEST(CidsRisks, OfEvidenceFollowTheVerdict) {
  Assessment assessment = assessed_program();
  assessment.settled = true;
  EXPECT_EQ(evidence_likelihood(assessment), "lowRisk");
  assessment.settled = false;
  EXPECT_EQ(evidence_likelihood(assessment), "mediumRisk");
  assessment.verdict = std::string(kInsufficient);
  EXPECT_EQ(evidence_likelihood(assessment), "highRisk");
}

TEST(CidsRisks, OfOtherDimensionsKeepTheirOwnId) {
  EXPECT_EQ(risk_class_of("feasibility").name, "ExecutionRisk");
  EXPECT_EQ(risk_class_of("warmth").name, "ImpactRisk");
  EXPECT_EQ(risk_class_of("warmth").identifier, "warmth");
}

TEST(CidsNames, AreTheSameForTheSameThing) {
  const std::string name = urn_of({"organization", "The fund"});
  EXPECT_EQ(name, urn_of({"organization", "The fund"}));
  EXPECT_NE(name, urn_of({"organization", "The funds"}));
  EXPECT_NE(urn_of({"ab", "c"}), urn_of({"a", "bc"}));
  ASSERT_EQ(name.size(), std::string_view("urn:uuid:00000000-0000-8000-8000-000000000000").size());
  EXPECT_EQ(name[9 + 14], '8') << "the version";
  EXPECT_NE(std::string_view("89ab").find(name[9 + 19]), std::string_view::npos) << "the variant";
}

}  // namespace
}  // namespace ibtikar
