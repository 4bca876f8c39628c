// `extends`: how one rubric is laid over another.
#include <gtest/gtest.h>

#include <map>

#include "codec/rubric/extend.h"
#include "support/fixtures.h"

namespace ibtikar {
namespace {

const char* const kBase =
    R"({"format": "ibtikar-rubric/1", "id": "base", "title": {"en": "Base", "ar": "أساس"},
  "min_completeness": 0.5,
  "bands": [{"id": "low", "from": 0}, {"id": "high", "from": 60}],
  "languages": ["en", "ar"],
  "scales": {"extent": {"levels": [1, 2]}, "amount": {"levels": [3]}}})";

/// The base with `overlay` laid over it; the format and `extends` are added.
Json laid_over(const std::string& overlay, const std::string& base = kBase) {
  const RubricLookup bases = [&](std::string_view, std::string_view) -> Result<NamedText> {
    return NamedText{"base.json", base};
  };
  const std::string text = R"({"format": "ibtikar-rubric/1", "extends": "base.json")" + overlay + "}";
  const auto merged = read_chain({"over.json", text}, bases);
  if (!merged) return format(merged.error());
  return merged->value;
}

TEST(Extend, MergesObjectsMemberByMember) {
  const Json merged = laid_over(R"(, "title": {"en": "Over"})");
  EXPECT_EQ(merged["title"], Json::parse(R"({"en": "Over", "ar": "أساس"})"));
  EXPECT_EQ(merged["id"], "base");
}

TEST(Extend, MergesListsOfThingsWithIdsByIdAndAddsNewOnes) {
  const Json merged = laid_over(R"(, "bands": [{"id": "top", "from": 90}, {"id": "high", "from": 70}])");
  EXPECT_EQ(
      merged["bands"],
      Json::parse(R"([{"id": "low", "from": 0}, {"id": "high", "from": 70}, {"id": "top", "from": 90}])"));
}

TEST(Extend, ReplacesOtherLists) {
  EXPECT_EQ(laid_over(R"(, "languages": ["ar"])")["languages"], Json::parse(R"(["ar"])"));
}

TEST(Extend, RemovesByNull) {
  const Json merged = laid_over(R"(, "min_completeness": null, "scales": {"amount": null})");
  EXPECT_FALSE(merged.contains("min_completeness"));
  EXPECT_EQ(merged["scales"], Json::parse(R"({"extent": {"levels": [1, 2]}})"));
}

TEST(Extend, RemovesAndMergesElementsNamedById) {
  const Json merged = laid_over(R"(, "bands": {"high": null, "low": {"title": "Low"}, "new": {"from": 5}})");
  EXPECT_EQ(merged["bands"],
            Json::parse(R"([{"id": "low", "from": 0, "title": "Low"}, {"from": 5, "id": "new"}])"));
}

TEST(Extend, LeavesNoTraceOfItself) { EXPECT_FALSE(laid_over("").contains("extends")); }

TEST(Extend, KnowsWhichFileGaveEachPart) {
  const std::map<std::string, std::string> files = {
      {"a", R"({"format": "ibtikar-rubric/1", "extends": "b", "bands": [{"id": "high", "from": 70}]})"},
      {"b", R"({"format": "ibtikar-rubric/1", "extends": "c", "bands": {"low": null}})"},
      {"c", kBase}};
  const RubricLookup bases = [&](std::string_view name, std::string_view) -> Result<NamedText> {
    return NamedText{std::string(name), files.at(std::string(name))};
  };
  const auto merged = read_chain({"a", files.at("a")}, bases);
  ASSERT_TRUE(merged) << format(merged.error());
  ASSERT_EQ(merged->value["bands"], Json::parse(R"([{"id": "high", "from": 70}])"));
  const auto origin = [&](const std::string& pointer) {
    const Origin found = merged->origin_of(pointer);
    return merged->files[found.file].name + " " + found.pointer;
  };
  EXPECT_EQ(origin("/bands/0/from"), "a /bands/0/from");
  EXPECT_EQ(origin("/bands/0/id"), "a /bands/0/id");
  EXPECT_EQ(origin("/scales/extent/levels/1"), "c /scales/extent/levels/1");
  EXPECT_EQ(origin("/title/ar"), "c /title/ar");
  ASSERT_EQ(merged->removed.size(), 1u);
  EXPECT_EQ(merged->removed.begin()->first, "/bands/low");
  EXPECT_EQ(merged->files[merged->removed.begin()->second.file].name, "b");
}

}  // namespace
}  // namespace ibtikar
