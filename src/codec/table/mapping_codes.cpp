// The codes of a mapping: see mapping_reader.h.
#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "codec/table/codes.h"
#include "codec/table/mapping_reader.h"
#include "model/answer_check.h"

namespace ibtikar {
namespace {
using What = ColumnUse::What;
}  // namespace

AnswerValue MappingReader::read_value(const JsonNode& node) {
  const Json& value = *node.value;
  if (value.is_null()) return std::monostate{};
  if (value.is_boolean()) return value.get<bool>();
  // -0 is 0, here as in proposals: digests are made of the text.
  if (value.is_number()) return value.get<double>() == 0 ? 0 : value.get<double>();
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) {
    note_wrong_type(node, message("an answer's value"), faults_);
    return std::monostate{};
  }
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < value.size(); ++i)
    ids.push_back(read_text({&value[i], fmt::format("{}/{}", node.pointer, i)}, faults_));
  return ids;
}

CodeList MappingReader::read_codes(const JsonNode& node) {
  CodeList codes;
  std::set<std::string> seen;
  ObjectReader reader(node, faults_);
  for (const auto& [text, value] : reader.members()) {
    CellCode code = code_of(text, read_value(value));
    // Codes are compared in folded form, as cells are. Two codes that differ only in case would
    // be one.
    if (!seen.insert(code.text + (code.is_beginning ? "*" : "")).second)
      error(value.pointer, "duplicate-code",
            message("the code {0} is given twice; case and blanks do not count", ibtikar::quoted(text)));
    // Whether a code fits is known only when a column uses its list, so the places are kept until
    // then.
    places_[mapping_.codes.size()].push_back(value.pointer);
    codes.push_back(std::move(code));
  }
  return codes;
}

void MappingReader::read_code_list(const JsonNode& node, ColumnUse& use) {
  if (node.value->is_string()) {
    const auto found = lists_.find(node.value->get<std::string>());
    if (found == lists_.end()) {
      std::vector<std::string> names;
      for (const auto& [name, number] : lists_) names.push_back(name);
      return error(
          node.pointer, "unknown-codes",
          message("there is no list of codes {0}{1}", ibtikar::quoted(node.value->get<std::string>()),
                  suggestion(node.value->get<std::string>(), names)));
    }
    use.codes = found->second;
  } else {
    use.codes = mapping_.codes.size();
    mapping_.codes.push_back(read_codes(node));
  }
  check_codes(use);
}

/// Checks that every code of a list fits the question that it answers.
void MappingReader::check_codes(const ColumnUse& use) {
  const CodeList& codes = mapping_.codes[*use.codes];
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const AnswerValue& value = codes[i].value;
    const std::string& pointer = places_[*use.codes][i];
    if (use.what == What::option) {
      if (!std::holds_alternative<bool>(value) && !std::holds_alternative<std::monostate>(value))
        misfit(pointer, Code::wrong_type, message("an option's code says true, false or null"), use);
      continue;
    }
    Answer answer;
    answer.value = for_question(rubric_.question(use.question), value);
    const auto cell = check_answer(rubric_.question(use.question), rubric_.parts().evidence, answer);
    if (!cell) misfit(pointer, cell.error().code, cell.error().message, use);
  }
}

/// Reports a code that does not fit, once: many columns may share its list.
void MappingReader::misfit(const std::string& pointer, const CodeName& code, const Message& why,
                           const ColumnUse& use) {
  if (misfits_.insert(pointer).second)
    error(pointer, code, message("{0} (question {1})", why, ibtikar::quoted(rubric_.full_id(use.question))));
}

}  // namespace ibtikar
