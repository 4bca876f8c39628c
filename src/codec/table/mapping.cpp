// decode_mapping(): see ibtikar/mapping.h.
//
// Everything is checked against the rubric while it is read. A mapping that is accepted never makes
// an answer that does not fit, so a fault in a row is always a fault of the row. All faults are
// reported at once.
#include <algorithm>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "codec/rubric/format.h"
#include "codec/table/csv.h"
#include "codec/table/layout.h"
#include "codec/table/mapping_reader.h"
#include "model/answer_check.h"

namespace ibtikar {

MappingReader::MappingReader(const Rubric& rubric, Diagnostics& faults) : rubric_(rubric), faults_(faults) {
  for (std::size_t q = 0; q < rubric.question_count(); ++q) questions_.push_back(rubric.full_id(q));
}

Mapping MappingReader::read(const Json& document) {
  ObjectReader reader({&document, ""}, faults_);
  const std::string format = reader.text("format", Need::required);
  if (faults_.empty())
    if (auto fault = check_format(kMappingFormat, format)) {  // what else it holds means something else
      faults_.push_back(std::move(*fault));
      return {};
    }
  static_cast<void>(reader.localized("title"));
  read_rubric(reader);
  read_delimiter(reader);
  mapping_.encoding = reader.text("encoding");
  read_sheet(reader);
  if (const auto node = reader.node("records")) mapping_.records = read_text(*node, faults_);
  // Members are read in the order in which they depend on each other: a column needs the header's
  // shape, the conditions and the lists of codes; what is fixed needs to know which columns there
  // are.
  mapping_.decimal = read_decimal(reader);
  read_header(reader);
  read_dates(reader);
  if (const auto node = reader.node("evidence")) mapping_.evidence = read_evidence(*node);
  if (const auto node = reader.node("leave_out")) mapping_.leave_out = read_tests(*node);
  read_conditions(reader);
  for (const auto& [name, node] : reader.map("codes")) {
    lists_.emplace(name, mapping_.codes.size());
    mapping_.codes.push_back(read_codes(node));
  }
  const auto columns = reader.map("columns", Need::required);
  if (columns.size() > kMaxColumns)
    error("/columns", "too-many-columns", message("more than {0} columns", kMaxColumns));
  else
    for (const auto& [name, node] : columns) read_column(name, node);
  if (const auto node = reader.node("fixed")) read_fixed(*node);
  reader.refuse_unknown();
  // After other faults this may only follow from them.
  if (!has_answers_ && faults_.empty())
    error("/columns", "no-answers", message("no column answers a question; expected at least one that does"));
  return std::move(mapping_);
}

void MappingReader::error(std::string pointer, CodeName code, Message message) {
  faults_.push_back(error_at(std::move(pointer), std::move(code), std::move(message)));
}

void MappingReader::read_rubric(ObjectReader& reader) {
  const std::string id = reader.text("rubric");
  if (!id.empty() && id != rubric_.id())
    error("/rubric", "other-rubric",
          message("written for rubric {0}, used with \"{1}\"", ibtikar::quoted(id), rubric_.id()));
}

void MappingReader::read_delimiter(ObjectReader& reader) {
  const auto node = reader.node("delimiter");
  if (!node) return;
  mapping_.delimiter = delimiter_named(read_text(*node, faults_));
  if (!mapping_.delimiter && node->value->is_string())
    error(node->pointer, "bad-delimiter",
          message("no delimiter that is known; expected \",\", \";\" or \"tab\""));
}

void MappingReader::read_sheet(ObjectReader& reader) {
  const auto node = reader.node("sheet");
  if (!node) return;
  // People count sheets, and a sheet may be called "2". choose() tries both.
  if (node->value->is_number_unsigned())
    mapping_.sheet = std::to_string(node->value->get<std::uint64_t>());
  else
    mapping_.sheet = read_text(*node, faults_);
}

/// An evidence level that the rubric has.
std::string MappingReader::read_evidence(const JsonNode& node) {
  std::string id = read_text(node, faults_);
  if (!node.value->is_string() || (!id.empty() && find_evidence(rubric_.parts().evidence, id))) return id;
  std::vector<std::string> ids;
  for (const EvidenceLevel& level : rubric_.parts().evidence.levels) ids.push_back(level.id);
  if (ids.empty())
    error(node.pointer, "unknown-evidence", message("the rubric has no evidence levels"));
  else
    error(node.pointer, "unknown-evidence",
          message("{0} is not an evidence level; expected {1}{2}", ibtikar::quoted(id), alternatives(ids),
                  suggestion(id, ids)));
  return {};
}

/// A question that the rubric has, with the nearest id as a suggestion.
std::optional<std::size_t> MappingReader::read_question(std::string_view id, const std::string& pointer) {
  const auto question = rubric_.find(id);
  if (!question)
    error(pointer, "unknown-question",
          message("the rubric has no question {0}{1}", ibtikar::quoted(id), suggestion(id, questions_)));
  return question;
}

void MappingReader::read_fixed(const JsonNode& node) {
  ObjectReader reader(node, faults_);
  for (const auto& [name, text] : {std::pair{"title", &mapping_.fixed.title},
                                   {"organization", &mapping_.fixed.organization},
                                   {"assessor", &mapping_.fixed.assessor},
                                   {"date", &mapping_.fixed.date},
                                   {"language", &mapping_.fixed.language}}) {
    // A fixed text and a column for the same thing would contradict each other in most rows.
    *text = reader.text(name);
    if (reader.has(name) &&
        uses_.contains(fmt::format("{} ", static_cast<int>(use_of_name(name, rubric_).what))))
      error(node.pointer + "/" + name, "given-twice",
            message("a column says this already; expected one of the two"));
  }
  for (const auto& [id, value] : reader.map("answers")) read_fixed_answer(id, value);
  reader.refuse_unknown();
}

/// An answer that every row gets. It must fit its question, and no column may answer the same
/// question.
void MappingReader::read_fixed_answer(const std::string& id, const JsonNode& node) {
  const auto question = read_question(id, node.pointer);
  Answer answer;
  if (node.value->is_object()) {
    ObjectReader reader(node, faults_);
    if (const auto value = reader.node("value", Need::required)) answer.value = read_value(*value);
    if (const auto evidence = reader.node("evidence")) answer.evidence = read_evidence(*evidence);
    reader.refuse_unknown();
  } else {
    answer.value = read_value(node);
  }
  if (!question) return;
  if (answered_.contains(*question))
    error(node.pointer, "given-twice", message("a column answers this already; expected one of the two"));
  const auto cell = check_answer(rubric_.question(*question), rubric_.parts().evidence, answer);
  if (!cell) {
    const bool is_long = node.value->is_object();
    error(node.pointer + (is_long ? cell.error().pointer : ""), cell.error().code, cell.error().message);
  }
  mapping_.fixed.answers.emplace_back(id, std::move(answer));
}

std::optional<char> delimiter_named(std::string_view name) {
  if (name == "tab") return '\t';
  if (name == "," || name == ";") return name.front();
  return std::nullopt;
}

Checked<Mapping> decode_mapping(const NamedText& source, const Rubric& rubric) {
  const Checked<Json> document = parse_document(source, phrase("a mapping object"));
  if (!document) return fail(document.error());
  Diagnostics faults;
  Mapping mapping = MappingReader(rubric, faults).read(*document);
  if (faults.empty()) return mapping;
  locate(source, faults);
  // Faults without a place (those beyond the limit, which are not located) come last.
  std::stable_sort(faults.begin(), faults.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(a.position.line == 0, a.position) < std::pair(b.position.line == 0, b.position);
  });
  return fail(std::move(faults));
}

}  // namespace ibtikar
