// Judgements: read from JSON, checked against what is weighed, written as a rubric that extends.
#include "ibtikar/judgements.h"

#include <gtest/gtest.h>

#include "ibtikar/codec.h"
#include "builtin/files.h"
#include "support/builtin_rubric.h"
#include "support/garden_rubric.h"

namespace ibtikar::test {
namespace {

Judgements judgements_in(const std::string& text) {
  const Checked<Judgements> read = decode_judgements({"j.json", text});
  if (!read) ADD_FAILURE() << format(read.error());
  return read ? *read : Judgements{};
}

std::vector<std::string> faults_of(const Diagnostics& diagnostics) {
  std::vector<std::string> codes;
  for (const Diagnostic& one : diagnostics) codes.push_back(one.code + " " + one.pointer);
  return codes;
}

const std::vector<WeighedPart> kParts = {{"a", {}, 1, false}, {"b", {}, 1, false}, {"c", {}, 2, false}};

TEST(Judgements, BecomeWeightsThatAddUpToWhatTheOldOnesDid) {
  const Checked<WeightTable> table =
      weigh(kParts,
            judgements_in("{\"format\": \"ibtikar-judgements/1\", \"method\": \"ahp\", \"pairs\": ["
                          "{\"of\": \"a\", \"over\": \"b\", \"times\": 2}, {\"of\": \"c\", \"over\": \"a\", "
                          "\"times\": \"1/6\"}, {\"of\": \"b\", \"over\": \"c\", \"times\": 3}]}"));
  ASSERT_TRUE(table);
  EXPECT_NEAR(table->rows[0].share, 0.6, 1e-12);
  EXPECT_EQ(table->rows[0].weight, 2.4);
  EXPECT_EQ(table->rows[1].weight, 1.2);
  EXPECT_EQ(table->rows[2].weight, 0.4);
  EXPECT_EQ(table->rows[2].share_before, 0.5);
  EXPECT_NEAR(*table->ahp->ratio, 0, 1e-12);
}

TEST(Judgements, InOrderMayHaveEqualParts) {
  const Checked<WeightTable> table =
      weigh(kParts, judgements_in("{\"format\": \"ibtikar-judgements/1\", \"method\": \"roc\", \"order\": "
                                  "[\"b\", [\"a\", \"c\"]]}"));
  ASSERT_TRUE(table);
  EXPECT_NEAR(table->rows[1].share, 11.0 / 18, 1e-12);
  EXPECT_EQ(table->rows[0].share, table->rows[2].share);
}

TEST(Judgements, ThatDoNotFitAreAllNamedWithTheirPlaces) {
  const auto codes = [](const std::string& members) {
    const Checked<WeightTable> table =
        weigh(kParts, judgements_in("{\"format\": \"ibtikar-judgements/1\", " + members + "}"));
    return table ? std::vector<std::string>() : faults_of(table.error());
  };
  using Codes = std::vector<std::string>;
  EXPECT_EQ(codes("\"method\": \"points\", \"points\": {\"a\": -1, \"d\": 3, \"b\": 0}"),
            (Codes{"out-of-range /points/a", "unknown-part /points/d", "missing-judgement /points"}));
  EXPECT_EQ(codes("\"method\": \"swing\", \"swings\": {\"a\": 0, \"b\": 0, \"c\": 0}"),
            (Codes{"zero-weights /swings"}));
  EXPECT_EQ(codes("\"method\": \"roc\", \"order\": [\"a\", [\"b\", \"a\"], \"c\"]"),
            (Codes{"judged-twice /order/1"}));
  EXPECT_EQ(codes("\"method\": \"ahp\", \"pairs\": [{\"of\": \"a\", \"over\": \"b\", \"times\": 10}]"),
            (Codes{"out-of-range /pairs/0/times"}));
  EXPECT_EQ(codes("\"method\": \"ahp\", \"pairs\": [{\"of\": \"a\", \"over\": \"b\", \"times\": 1}]"),
            (Codes{"missing-judgement /pairs", "missing-judgement /pairs"}));
}

TEST(Judgements, OfAnotherFormOfDocumentAreRefused) {
  for (const char* text : {"{}", "[]", "{\"format\": \"ibtikar-judgements/2\", \"method\": \"ahp\"}",
                           "{\"format\": \"ibtikar-judgements/1\", \"method\": \"guess\"}",
                           "{\"format\": \"ibtikar-judgements/1\", \"method\": \"roc\"}",
                           "{\"format\": \"ibtikar-judgements/1\", \"method\": \"points\", \"points\": "
                           "{\"a\": \"x\"}}"})
    EXPECT_FALSE(decode_judgements({"j.json", text})) << text;
}

TEST(Judgements, AreReadAsTheyAreWritten) {
  for (const std::string members :
       {"\"method\": \"ahp\", \"of\": \"dimensions\", \"pairs\": [{\"of\": \"a\", \"over\": \"b\", "
        "\"times\": 2.5}]",
        "\"method\": \"roc\", \"order\": [\"b\", [\"a\", \"c\"]]",
        "\"method\": \"points\", \"points\": {\"a\": 1}"}) {
    const Judgements judgements = judgements_in("{\"format\": \"ibtikar-judgements/1\", " + members + "}");
    EXPECT_EQ(judgements_in(encode_judgements(judgements)), judgements);
  }
}

/// The rubric that is written, with its base.
RubricDraft reweighed_builtin(const std::string& of) {
  const Rubric rubric = builtin_rubric();
  Judgements judgements;
  judgements.method = WeightMethod::points;
  judgements.of = of;
  const std::vector<WeighedPart> parts = *weighed_parts(rubric.parts(), of);
  for (std::size_t i = 0; i < parts.size(); ++i)
    judgements.amounts.emplace_back(parts[i].id, static_cast<double>(i + 1));
  const std::string text = encode_reweighed(*weigh(parts, judgements), rubric.parts(), "base");
  const auto base = [](std::string_view, std::string_view) -> Result<NamedText> {
    return NamedText{"base", std::string(builtin_text("social-innovation.json").value())};
  };
  Diagnostics warnings;
  const Checked<Rubric> changed = decode_rubric({"new.json", text}, base, warnings);
  if (!changed) ADD_FAILURE() << format(changed.error());
  return changed ? changed->parts() : RubricDraft();
}

TEST(Reweighed, RubricsHaveTheNewWeightsAndNothingElseIsChanged) {
  const RubricDraft before = builtin_rubric().parts();
  for (const std::string& of : weighable(before)) {
    SCOPED_TRACE(of);
    RubricDraft after = reweighed_builtin(of);
    const std::vector<WeighedPart> parts = *weighed_parts(after, of);
    for (std::size_t i = 1; i < parts.size(); ++i)
      EXPECT_NEAR(parts[i].weight / parts[0].weight, static_cast<double>(i + 1), 1e-4);
    EXPECT_EQ(after.gates, before.gates);
    EXPECT_EQ(after.bands, before.bands);
    ASSERT_EQ(after.sections.size(), before.sections.size());
    for (std::size_t s = 0; s < after.sections.size(); ++s)
      EXPECT_EQ(after.sections[s].criteria.size(), before.sections[s].criteria.size());
  }
}

}  // namespace
}  // namespace ibtikar::test
