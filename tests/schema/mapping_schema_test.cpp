// rubrics/mappings/mapping.schema.json against the reader, on mappings of form tools and on mutated ones.
//
// The reader is the authority, and it compares a mapping with a rubric, which a schema cannot do. So
// whatever the reader accepts, the schema must accept; and of what the reader refuses, the schema
// must see what needs no rubric: unknown and missing members, and values from fixed lists.
#define VALIJSON_USE_EXCEPTIONS 1
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#include <vector>

#include "builtin/mappings.h"
#include "builtin/rubrics.h"
#include "ibtikar/codec.h"
#include "ibtikar/mapping.h"
#include "support/fixtures.h"
#include "support/places.h"
#include "support/random.h"

namespace ibtikar {
namespace {

using Document = nlohmann::json;

const std::set<std::string> kSeenBySchema = {"unknown-member",  "missing-member", "bad-delimiter",
                                             "bad-dates",       "wrong-format",   "unknown-format",
                                             "unknown-version", "empty"};

class MappingSchema : public testing::Test {
 protected:
  MappingSchema() {
    document_ = Document::parse(mapping_schema());
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document_), schema_);
  }

  bool accepts(const Document& mapping) {
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    return validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter(mapping), nullptr);
  }

  [[nodiscard]] const Rubric& rubric() const { return rubric_; }

  /// Whether the reader accepts it.
  bool expect_same_mind(const std::string& name, const Document& mapping, const Rubric& rubric) {
    const auto read = decode_mapping({name, mapping.dump(1)}, rubric);
    const bool is_accepted = accepts(mapping);
    if (read) {
      EXPECT_TRUE(is_accepted) << name << ": the reader accepts it, the schema does not\n" << mapping.dump(1);
      return true;
    }
    for (const Diagnostic& fault : read.error()) {
      if (!kSeenBySchema.contains(fault.code)) continue;
      EXPECT_FALSE(is_accepted) << name << ": the schema should see this:\n"
                                << format(read.error()) << mapping.dump(1);
    }
    return false;
  }

  static std::vector<std::filesystem::path> form_mappings() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(test::project_dir()) /
                                                                 "tests/data/exports"))
      if (entry.path().string().ends_with(".map.json")) found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
  }

 private:
  Document document_;
  valijson::Schema schema_;
  Rubric rubric_ = test::valid_rubric("exports/rubric.json");
};

TEST_F(MappingSchema, AcceptsTheBuiltInMappings) {
  const auto rubric = builtin_rubric(kDefaultRubric);
  ASSERT_TRUE(rubric);
  ASSERT_FALSE(builtin_mappings().empty());
  for (const std::string_view name : builtin_mappings()) {
    const auto source = builtin_mapping(name);
    ASSERT_TRUE(source);
    EXPECT_TRUE(expect_same_mind(source->name, Document::parse(source->text), *rubric)) << name;
  }
}

TEST_F(MappingSchema, AcceptsTheMappingsOfFormTools) {
  EXPECT_GE(form_mappings().size(), 8u);
  for (const auto& path : form_mappings()) {
    const std::string name = "exports/" + path.filename().string();
    EXPECT_TRUE(expect_same_mind(name, Document::parse(test::read_fixture(name).text), rubric())) << name;
  }
}

/// One change at a random place: another value, a member less, a member that nobody knows.
Document changed_mapping(Document mapping, test::Random& random) {
  const std::vector<Document> values = {nullptr,
                                        true,
                                        0,
                                        -1,
                                        2,
                                        0.5,
                                        "",
                                        "x",
                                        "*",
                                        "id",
                                        ",",
                                        "n/a",
                                        Document::array(),
                                        Document::object(),
                                        Document::array({"a", "b"}),
                                        Document{{"is", "id"}}};
  const std::vector<std::string> members = {"optional", "label", "day", "headr",  "first_filled", "separator",
                                            "sheet",    "dates", "is",  "x-free", "header",       "records"};
  std::vector<Document::json_pointer> places;
  const Document flat = mapping.flatten();
  for (const auto& [pointer, value] : flat.items())
    for (Document::json_pointer place(pointer); !place.empty(); place = place.parent_pointer())
      places.push_back(place);
  const Document::json_pointer place = places[random.below(places.size())];
  Document& parent = mapping[place.parent_pointer()];
  const Document& value = values[random.below(values.size())];
  switch (random.below(3)) {
    case 0:
      mapping[place] = value;
      break;
    case 1:
      if (parent.is_object()) parent.erase(place.back());
      break;
    default:
      if (parent.is_object()) parent[members[random.below(members.size())]] = value;
      break;
  }
  return mapping;
}

TEST_F(MappingSchema, AgreesWithTheReaderOnMutatedMappings) {
  std::vector<Document> valid;
  for (const auto& path : form_mappings())
    valid.push_back(Document::parse(test::read_fixture("exports/" + path.filename().string()).text));
  valid.push_back(Document::parse(R"({"format": "ibtikar-mapping/1", "sheet": 1, "records": "grants",
    "columns": {"Id": {"header": ["Identifier", "Id"], "is": "id", "optional": true},
      "Day": {"is": "people.who:note", "label": "Day", "day": true, "optional": true},
      "Who": {"question": "people.who", "separator": ";", "codes": {"Staff": "staff"}}}})"));
  test::Random random(20261201);
  std::size_t refused = 0;
  std::size_t refused_by_schema = 0;
  for (int i = 0; i < 2'000 && !HasFailure(); ++i) {
    const Document mutant = changed_mapping(valid[static_cast<std::size_t>(i) % valid.size()], random);
    if (!expect_same_mind("mutant " + std::to_string(i), mutant, rubric())) {
      ++refused;
      if (!accepts(mutant)) ++refused_by_schema;
    }
  }
  EXPECT_GT(refused, 400u) << "the mutations are too gentle to tell anything";
  EXPECT_GT(refused_by_schema, refused / 2) << "the schema sees too little";
}

}  // namespace
}  // namespace ibtikar
