// decode_conversion(): see conversion.h. The table is not checked against a rubric here: it may be
// for another version. convert_proposal() checks each answer that it moves.
#include <fmt/format.h>

#include "base/safe_text.h"
#include "codec/json/reader.h"
#include "codec/proposal/conversion.h"

namespace ibtikar {
namespace {

using ValueMap = std::map<std::string, AnswerValue>;

/// Null: the old value has no counterpart, so the new question stays open.
AnswerValue new_value(const JsonNode& node, Diagnostics& faults) {
  const Json& value = *node.value;
  if (value.is_null()) return std::monostate{};
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_number()) return value.get<double>();
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) {
    note_wrong_type(node, message("a value of the new question, or null"), faults);
    return std::monostate{};
  }
  std::vector<std::string> options;
  for (std::size_t i = 0; i < value.size(); ++i)
    options.push_back(read_text({&value[i], fmt::format("{}/{}", node.pointer, i)}, faults));
  return options;
}

ValueMap read_values(const std::vector<std::pair<std::string, JsonNode>>& members, Diagnostics& faults) {
  ValueMap values;
  for (const auto& [old, node] : members)
    // Names that begin with "x-" are comments, here as everywhere.
    if (!old.starts_with("x-")) values.emplace(old, new_value(node, faults));
  return values;
}

class TableReader {
 public:
  TableReader(const Json& document, Diagnostics& faults)
      : reader_({&document, ""}, faults), faults_(faults) {}

  Conversion read() {
    Conversion table;
    reader_.know("format");
    table.rubric = reader_.text("rubric", Need::required);
    table.from = major("from");
    table.to = major("to");
    // Lists with names come before the questions that use them, whatever their order in the file.
    for (const auto& [name, node] : reader_.map("values")) {
      ObjectReader part(node, faults_);
      shared_.emplace(name, read_values(part.members(), faults_));
    }
    for (const auto& [old, node] : reader_.map("questions", Need::required))
      if (!old.starts_with("x-")) table.questions.emplace(old, successor(node));
    // A level that is not listed keeps its id: most rubrics keep their levels.
    for (const auto& [old, node] : reader_.map("evidence"))
      table.evidence.emplace(old, read_text(node, faults_));
    reader_.refuse_unknown();
    return table;
  }

 private:
  /// A major version, such as 1. Not "1.2.0": minor versions ask the same questions.
  std::size_t major(std::string_view name) {
    const double number = reader_.number(name, Need::required).value_or(0);
    if (reader_.has(name) &&
        !(number >= 0 && number < 1e6 && number == static_cast<double>(static_cast<int>(number))))
      faults_.push_back(
          error_at(fmt::format("/{}", name), "out-of-range", message("expected a major version, such as 1")));
    return number >= 0 && number < 1e6 ? static_cast<std::size_t>(number) : 0;
  }

  /// null, "new.id", or {"question": "new.id", "values": {...} or the name of a list}
  std::optional<Successor> successor(const JsonNode& node) {
    if (node.value->is_null()) return std::nullopt;
    if (node.value->is_string()) return Successor{node.value->get<std::string>(), std::nullopt};
    ObjectReader part(node, faults_);
    Successor to{part.text("question", Need::required), std::nullopt};
    if (const auto values = part.node("values")) to.values = values_of(*values);
    part.refuse_unknown();
    return to;
  }

  /// A table in place, or the name of one that several questions share: scales are used by many.
  ValueMap values_of(const JsonNode& node) {
    if (!node.value->is_string()) {
      ObjectReader part(node, faults_);
      return read_values(part.members(), faults_);
    }
    const auto found = shared_.find(node.value->get<std::string>());
    if (found != shared_.end()) return found->second;
    faults_.push_back(
        error_at(node.pointer, "unknown-values",
                 message("there is no list of values {0}", ibtikar::quoted(node.value->get<std::string>()))));
    return {};
  }

  ObjectReader reader_;
  Diagnostics& faults_;  // outlives the reader
  std::map<std::string, ValueMap> shared_;
};

}  // namespace

// The format is required, as in a rubric: a table decides how answers are read in future.
Checked<Conversion> decode_conversion(const NamedText& source) {
  Checked<Json> document = parse_document(source, phrase("a conversion table"));
  if (!document) return fail(std::move(document.error()));
  Diagnostics faults;
  const bool has_format = document->is_object() && document->contains("format");
  if (!has_format || (*document)["format"] != kConversionFormat)
    faults.push_back(
        error_at(has_format ? "/format" : "", Code::wrong_format,
                 message("this is no conversion table; expected \"format\": \"{0}\"", kConversionFormat)));
  Conversion table;
  if (faults.empty()) table = TableReader(*document, faults).read();
  if (faults.empty()) return table;
  locate(source, faults);
  return fail(std::move(faults));
}

}  // namespace ibtikar
