// Exports of form tools, each in the shape of its tool (tests/data/exports): under their mappings they say
// what the same answers say as proposals, in every block size, in the quick and in the careful way.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ibtikar/codec.h"
#include "support/batched.h"
#include "support/fixtures.h"
#include "support/places.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

struct Export {
  const char* name;
  bool has_mapping;
  int left_out;
};

const Export kExports[] = {{"qualtrics", true, 2},  {"surveymonkey", true, 0}, {"google-forms", true, 0},
                           {"ms-forms", true, 0},   {"kobo", true, 1},         {"odk", true, 1},
                           {"limesurvey", true, 1}, {"redcap", true, 1},       {"excel-ar", true, 0},
                           {"no-header", true, 0},  {"titles-ar", false, 0}};

std::string export_file(const std::string& name) {
  return read_file(project_dir() + "/tests/data/exports/" + name);
}

/// A row's columns behind its id, which is a place where the export has none.
std::string without_places(const std::string& rows) {
  std::string out;
  for (std::size_t at = 0; at < rows.size();) {
    const std::size_t end = rows.find('\n', at);
    std::string row = rows.substr(at, end - at);
    if (const std::size_t place = row.find("\"id\":\"in.ndjson:"); place != std::string::npos)
      row.erase(place, row.find(',', place) - place + 1);
    out += row + "\n";
    at = end + 1;
  }
  return out;
}

class Exports : public testing::TestWithParam<Export> {
 protected:
  Rubric rubric_ = valid_rubric("exports/rubric.json");
  std::string text_ = export_file(std::string(GetParam().name) + ".csv");
  Mapping mapping_;

  void SetUp() override {
    if (!GetParam().has_mapping) return;
    const std::string name = std::string(GetParam().name) + ".map.json";
    auto mapping = decode_mapping({name, export_file(name)}, rubric_);
    ASSERT_TRUE(mapping) << format(mapping.error());
    mapping_ = *std::move(mapping);
  }
  [[nodiscard]] const Mapping* mapping() const { return GetParam().has_mapping ? &mapping_ : nullptr; }

  /// What is written for every reading: the digest of its proposal, which notes and dates enter.
  std::string digests(const std::string& text, InputFormat format, const Mapping* mapping) {
    BatchedWith with{.format = format, .mapping = mapping};
    with.readings = true;
    return batched(rubric_, text, with).readings;
  }
};

TEST_P(Exports, ScoreAsTheSameAnswersInJson) {
  const Batched expected =
      batched(rubric_, export_file(std::string(GetParam().name) + ".expected.ndjson"), {});
  ASSERT_EQ(expected.rejects, "");
  for (const std::size_t block : {std::size_t{1} << 20, std::size_t{300}, std::size_t{64}}) {
    const Batched got =
        batched(rubric_, text_, {.block = block, .format = InputFormat::csv, .mapping = mapping()});
    EXPECT_EQ(got.rejects, "") << block;
    EXPECT_EQ(got.warnings, "") << block;
    EXPECT_EQ(without_places(got.rows), without_places(expected.rows)) << block;
    const std::string left_out = "\"left_out\": " + std::to_string(GetParam().left_out);
    EXPECT_EQ(got.summary.find(left_out) != std::string::npos, GetParam().left_out > 0) << got.summary;
  }
}

TEST_P(Exports, AreTheSameProposals) {
  const std::string expected =
      digests(export_file(std::string(GetParam().name) + ".expected.ndjson"), InputFormat::ndjson, nullptr);
  ASSERT_NE(expected, "");
  EXPECT_EQ(digests(text_, InputFormat::csv, mapping()), expected);
}

// What a form's export says must not depend on where its mapping is used again: rejected rows carry all
// rows of their header.
TEST_P(Exports, RejectedRowsAreReadAgainUnderTheirMapping) {
  // Nothing fits a question of this type, so that every row that is a record is rejected.
  if (!GetParam().has_mapping) return;
  Mapping broken = mapping_;
  for (Mapping::Column& column : broken.columns)
    if (column.use.what == ColumnUse::What::answer || column.use.what == ColumnUse::What::option)
      column.use.codes = broken.codes.size(), column.use.separator.clear(), column.use.reads_plain = false;
  broken.codes.push_back({});
  const Batched rejected = batched(rubric_, text_, {.format = InputFormat::csv, .mapping = &broken});
  const Batched again = batched(rubric_, rejected.rejects, {.mapping = mapping()});
  EXPECT_EQ(again.rejects, "");
  const Batched whole = batched(rubric_, text_, {.format = InputFormat::csv, .mapping = mapping()});
  for (std::size_t at = 0; at < again.rows.size(); at = again.rows.find('\n', at) + 1) {
    const std::string row = again.rows.substr(at, again.rows.find('\n', at) - at);
    EXPECT_NE(without_places(whole.rows).find(without_places(row + "\n")), std::string::npos) << row;
  }
}

INSTANTIATE_TEST_SUITE_P(OfTools, Exports, testing::ValuesIn(kExports), [](const auto& info) {
  std::string name = info.param.name;
  std::erase(name, '-');
  return name;
});

}  // namespace
}  // namespace ibtikar::test
