// See member_reader.h.
#include "codec/results/member_reader.h"

#include <fmt/format.h>

#include "base/decimal.h"
#include "codec/rubric/question.h"

namespace ibtikar {
namespace {

/// Any of the types that an answer may have. Whether it fits the question is not asked: the rubric
/// may not be at hand, and renderers show the words beside it.
AnswerValue read_value(const JsonNode& node, Diagnostics& faults) {
  const Json& value = *node.value;
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_number()) return value.get<double>();
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return std::monostate{};
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < value.size(); ++i)
    ids.push_back(read_text({&value[i], fmt::format("{}/{}", node.pointer, i)}, faults));
  return ids;
}

}  // namespace

std::string MemberReader::place_of(std::string_view name) const {
  return fmt::format("{}/{}", object_.pointer(), name);
}

std::optional<JsonNode> MemberReader::given(std::string_view name) {
  auto node = object_.node(name);
  return node && !node->value->is_null() ? std::move(node) : std::nullopt;
}

bool MemberReader::is_too_many(std::size_t count, std::size_t most, std::string_view name) {
  if (count <= most) return false;
  faults_.push_back(
      error_at(place_of(name), "too-many-elements", message("{0} here; expected at most {1}", count, most)));
  return true;
}

// Points and gains may be negative: where lower is better, and where a step costs another
// dimension.
double MemberReader::amount(const JsonNode& node, double greatest) {
  const std::optional<double> number = read_number(node, faults_);
  return number && is_within(*number, -greatest, greatest, node.pointer, faults_) ? *number : 0;
}

// An id that is missing and one that is null are the same: there is none.
void MemberReader::id(std::string_view name, std::string& id) {
  if (const auto node = given(name)) id = read_text(*node, faults_);
}

void MemberReader::words(std::string_view name, LocalizedText& text) {
  if (const auto node = given(name)) text = read_localized(*node, faults_);
}

// Titles stand in tables and on axes, where a text of any length would push all else off the page.
void MemberReader::title(std::string_view name, LocalizedText& text) {
  words(name, text);
  for (const Translation& translation : text.translations)
    if (translation.text.size() > kMaxTitleBytes)
      faults_.push_back(error_at(
          place_of(name), "text-too-long",
          message("a title of {0} bytes; expected at most {1}", translation.text.size(), kMaxTitleBytes)));
}

void MemberReader::value(std::string_view name, AnswerValue& value) {
  if (const auto node = object_.node(name)) value = read_value(*node, faults_);
}

void MemberReader::texts(std::string_view name, std::vector<std::string>& texts, std::size_t most) {
  texts = object_.texts(name);
  if (is_too_many(texts.size(), most, name)) texts.clear();
}

// A score is null where nothing could be scored. That is no fault, and differs from 0.
void MemberReader::score(std::string_view name, Score& score, double greatest) {
  const auto node = given(name);
  if (!node) return;
  const std::optional<double> number = read_number(*node, faults_);
  if (number && is_within(*number, 0, greatest, node->pointer, faults_)) score = number;
}

// Levels are counted from 1 in the file. 0 cannot occur and counts as none.
void MemberReader::place(std::string_view name, std::optional<std::size_t>& place, std::size_t most) {
  if (!given(name)) return;
  if (const std::size_t number = object_.whole(name, 0, most); number > 0) place = number;
}

void MemberReader::points(std::string_view name, PerDimension& points) {
  const auto members = object_.map(name);
  if (is_too_many(members.size(), kMaxDimensions, name)) return;
  for (const auto& [id, node] : members) points.emplace_back(id, amount(node, kWholeScore));
}

void MemberReader::gains(std::string_view name, Advice& advice) {
  for (const auto& [id, node] : object_.map(name)) {
    const Score gain = node.value->is_null() ? Score() : Score(amount(node, kWholeScore));
    if (id == "overall")
      advice.overall_gain = gain;
    else
      advice.dimension_gains.emplace_back(id, gain);
  }
}

void MemberReader::check_bounds(const Measure& measure) {
  if (measure.low > measure.high)
    faults_.push_back(error_at(place_of("low"), "out-of-range",
                               message("{0} is over high, {1}; expected low to high",
                                       two_decimals(measure.low), two_decimals(measure.high))));
}

void MemberReader::engine(std::string_view name, std::string& version) {
  if (const auto node = object_.node(name)) version = ObjectReader(*node, faults_).text("version");
}

void MemberReader::citations(std::vector<Citation>& citations) { citations = read_citations(object_); }

}  // namespace ibtikar
