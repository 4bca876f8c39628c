// rubrics/rubric.schema.json against the reader, on valid and on mutated rubrics.
//
// The reader is the authority. Whatever it accepts, the schema must accept too; and what the schema
// refuses, the reader must refuse. Where the reader refuses more, the code must be one that a schema
// cannot say: those are listed here.
#define VALIJSON_USE_EXCEPTIONS 1
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "ibtikar/codec.h"
#include "support/fixtures.h"
#include "support/places.h"
#include "support/random.h"

namespace ibtikar {
namespace {

using Json = nlohmann::json;

/// Codes of faults that draft-07 cannot see: they need references, order or sums.
const std::set<std::string> kBeyondASchema = {"band-limits",
                                              "bands-not-rising",
                                              "bands-start",
                                              "condition-cycle",
                                              "duplicate-id",
                                              "duplicate-member",
                                              "empty-range",
                                              "equal-values",
                                              "extends-cycle",
                                              "impossible-condition",
                                              "later-question",
                                              "mixed-scores",
                                              "never-differs",
                                              "no-contribution",
                                              "no-questions",
                                              "no-such-level",
                                              "points-not-rising",
                                              "reserved-id",
                                              "unknown-dimension",
                                              "unknown-evidence",
                                              "ambiguous-score",
                                              "score-in-when",
                                              "unknown-band",
                                              "unknown-score",
                                              "verdict-limits-nothing",
                                              "unknown-option",
                                              "unknown-question",
                                              "unknown-scale",
                                              "unknown-source",
                                              "unknown-base",
                                              "wrong-operand",
                                              "wrong-test",
                                              "zero-weights",
                                              "idle-member",
                                              "unknown-group",
                                              "mixed-directions",
                                              "requires-nothing",
                                              "gate-changes-nothing",
                                              "condition-of-worst-band"};

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

class Schema : public testing::Test {
 protected:
  Schema() {
    document_ =
        Json::parse(read_file(std::filesystem::path(test::project_dir()) / "rubrics" / "rubric.schema.json"));
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document_), schema_);
  }

  bool schema_accepts(const Json& rubric) {
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    return validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter(rubric), nullptr);
  }

  static Diagnostics reader_faults(const std::string& name, const std::string& text) {
    Diagnostics warnings;
    const auto rubric = decode_rubric({name, text}, test::find_fixture, warnings);
    return rubric ? Diagnostics{} : rubric.error();
  }

  static bool all_beyond_a_schema(const Diagnostics& faults) {
    for (const Diagnostic& fault : faults)
      if (fault.severity == Severity::error && !kBeyondASchema.contains(fault.code)) return false;
    return true;
  }

  void expect_agreement(const std::string& name, const std::string& text) {
    const Diagnostics faults = reader_faults(name, text);
    const bool accepted = schema_accepts(Json::parse(text));
    if (faults.empty()) {
      EXPECT_TRUE(accepted) << name << ": the reader accepts it, the schema does not\n" << text;
    } else if (accepted) {
      EXPECT_TRUE(all_beyond_a_schema(faults)) << name << ": the schema should see this:\n"
                                               << format(faults) << text;
    }
  }

 private:
  Json document_;
  valijson::Schema schema_;
};

TEST_F(Schema, AcceptsEveryShippedRubric) {
  const auto folder = std::filesystem::path(test::project_dir()) / "rubrics";
  std::size_t seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".json" || name == "rubric.schema.json") continue;
    ++seen;
    EXPECT_TRUE(schema_accepts(Json::parse(read_file(entry.path())))) << name;
    Diagnostics warnings;
    const auto find = [&](std::string_view base, std::string_view) -> Result<NamedText> {
      return NamedText{std::string(base), read_file(folder / (std::string(base) + ".json"))};
    };
    const auto rubric = decode_rubric({name, read_file(entry.path())}, find, warnings);
    EXPECT_TRUE(rubric) << (rubric ? "" : format(rubric.error()));
    EXPECT_EQ(format(warnings), "") << name;
  }
  EXPECT_GE(seen, 2u);
}

TEST_F(Schema, AgreesWithTheReaderOnEveryFixture) {
  const auto data = std::filesystem::path(test::project_dir()) / "tests" / "data";
  std::size_t compared = 0;
  for (const char* folder : {"valid", "warned/rubrics", "invalid/rubrics"})
    for (const auto& entry : std::filesystem::directory_iterator(data / folder)) {
      const std::string text = read_file(entry.path());
      const Json parsed = Json::parse(text, nullptr, false);
      if (parsed.is_discarded() || parsed.contains("extends")) continue;
      ++compared;
      expect_agreement(std::string(folder) + "/" + entry.path().filename().string(), text);
    }
  EXPECT_GT(compared, 50u);
}

/// Every value of a document, by pointer.
std::vector<Json::json_pointer> places_in(const Json& document) {
  std::vector<Json::json_pointer> places;
  const Json flat = document.flatten();
  for (const auto& [pointer, value] : flat.items()) {
    Json::json_pointer place(pointer);
    while (!place.empty()) {
      places.push_back(place);
      place = place.parent_pointer();
    }
  }
  return places;
}

Json mutated(Json document, test::Random& random) {
  const std::vector<Json> values = {nullptr,
                                    true,
                                    0,
                                    -1,
                                    1,
                                    0.5,
                                    2,
                                    1e308,
                                    "",
                                    "x",
                                    "goal",
                                    "A b",
                                    Json::array(),
                                    Json::object(),
                                    Json::array({1}),
                                    Json{{"en", "x"}},
                                    Json{{"en", 1}}};
  const auto places = places_in(document);
  const auto& place = places[random.below(places.size())];
  Json& parent = document[place.parent_pointer()];
  switch (random.below(4)) {
    case 0:  // another value
      document[place] = values[random.below(values.size())];
      break;
    case 1:  // nothing
      if (parent.is_object())
        parent.erase(place.back());
      else
        parent.erase(parent.begin() + std::stoi(place.back()));
      break;
    case 2:  // a member that nobody knows, or one that belongs elsewhere
      if (parent.is_object())
        parent[random.below(2) == 0 ? "wieght" : "levels"] = values[random.below(values.size())];
      break;
    default:  // a value from another place
      document[place] = Json(document[places[random.below(places.size())]]);
      break;
  }
  return document;
}

TEST_F(Schema, AgreesWithTheReaderOnMutatedRubrics) {
  const Json valid[] = {Json::parse(test::read_fixture("valid/small.json").text),
                        Json::parse(test::read_fixture("valid/language.json").text)};
  test::Random random(20261123);
  std::size_t refused = 0;
  for (int i = 0; i < 2'500 && !HasFailure(); ++i) {
    const Json mutant = mutated(valid[i % 2], random);
    if (mutant.contains("extends")) continue;
    const std::string text = mutant.dump(1);
    if (!reader_faults("mutant", text).empty()) ++refused;
    expect_agreement("mutant " + std::to_string(i), text);
  }
  EXPECT_GT(refused, 500u) << "the mutations are too gentle to tell anything";
}

}  // namespace
}  // namespace ibtikar
