// decode_mapping(): see ibtikar/mapping.h.
//
// Everything is checked against the rubric while it is read. A mapping that is accepted never makes
// an answer that does not fit, so a fault in a row is always a fault of the row. All faults are
// reported at once.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "base/typed_text.h"
#include "codec/json/reader.h"
#include "codec/rubric/format.h"
#include "codec/table/layout.h"
#include "ibtikar/mapping.h"
#include "model/answer_check.h"
#include "model/operand.h"

namespace ibtikar {
namespace {

using What = ColumnUse::What;

class MappingReader {
 public:
  MappingReader(const Rubric& rubric, Diagnostics& faults) : rubric_(rubric), faults_(faults) {
    for (std::size_t q = 0; q < rubric.question_count(); ++q) questions_.push_back(rubric.full_id(q));
  }

  Mapping read(const Json& document) {
    ObjectReader reader({&document, ""}, faults_);
    const std::string format = reader.text("format", Need::required);
    if (!format.empty())
      if (auto fault = check_format(kMappingFormat, format)) {  // what else it holds means something else
        faults_.push_back(std::move(*fault));
        return {};
      }
    static_cast<void>(reader.localized("title"));
    read_rubric(reader);
    read_delimiter(reader);
    mapping_.encoding = reader.text("encoding");
    mapping_.decimal = read_decimal(reader);
    if (const auto node = reader.node("evidence")) mapping_.evidence = read_evidence(*node);
    for (const auto& [name, node] : reader.map("codes")) {
      lists_.emplace(name, mapping_.codes.size());
      mapping_.codes.push_back(read_codes(node));
    }
    for (const auto& [name, node] : reader.map("columns", Need::required)) read_column(name, node);
    if (const auto node = reader.node("fixed")) read_fixed(*node);
    reader.refuse_unknown();
    if (!has_answers_ && faults_.empty())
      error("/columns", "no-answers",
            message("no column answers a question; expected at least one that does"));
    return std::move(mapping_);
  }

 private:
  void error(std::string pointer, CodeName code, Message message) {
    faults_.push_back(error_at(std::move(pointer), std::move(code), std::move(message)));
  }

  void read_rubric(ObjectReader& reader) {
    const std::string id = reader.text("rubric");
    if (!id.empty() && id != rubric_.id())
      error("/rubric", "other-rubric",
            message("written for rubric {0}, used with \"{1}\"", ibtikar::quoted(id), rubric_.id()));
  }

  void read_delimiter(ObjectReader& reader) {
    const auto node = reader.node("delimiter");
    if (!node) return;
    mapping_.delimiter = delimiter_named(read_text(*node, faults_));
    if (!mapping_.delimiter && node->value->is_string())
      error(node->pointer, "bad-delimiter",
            message("no delimiter that is known; expected \",\", \";\" or \"tab\""));
  }

  std::optional<DecimalMark> read_decimal(ObjectReader& reader) {
    const auto node = reader.node("decimal");
    if (!node) return std::nullopt;
    const auto mark = decimal_mark_named(read_text(*node, faults_));
    if (!mark && node->value->is_string())
      error(node->pointer, "bad-decimal", message("no decimal mark that is known; expected \".\" or \",\""));
    return mark;
  }

  /// An evidence level that the rubric has.
  std::string read_evidence(const JsonNode& node) {
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

  AnswerValue read_value(const JsonNode& node) {
    const Json& value = *node.value;
    if (value.is_null()) return std::monostate{};
    if (value.is_boolean()) return value.get<bool>();
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

  CodeList read_codes(const JsonNode& node) {
    CodeList codes;
    std::set<std::string> seen;
    ObjectReader reader(node, faults_);
    for (const auto& [code, value] : reader.members()) {
      std::string key = folded(code);
      if (!seen.insert(key).second)
        error(value.pointer, "duplicate-code",
              message("the code {0} is given twice; case and blanks do not count", ibtikar::quoted(code)));
      // Whether a code fits is known only when a column uses its list, so the places are kept until
      // then.
      places_[mapping_.codes.size()].push_back(value.pointer);
      // Codes are compared in folded form, as cells are. Two codes that differ only in case would
      // be one.
      codes.emplace_back(std::move(key), read_value(value));
    }
    return codes;
  }

  /// A question that the rubric has, with the nearest id as a suggestion.
  std::optional<std::size_t> read_question(std::string_view id, const std::string& pointer) {
    const auto question = rubric_.find(id);
    if (!question)
      error(pointer, "unknown-question",
            message("the rubric has no question {0}{1}", ibtikar::quoted(id), suggestion(id, questions_)));
    return question;
  }

  void read_column(const std::string& name, const JsonNode& node) {
    Mapping::Column column;
    // Only a star at the end has a meaning. Headers may contain stars.
    std::string_view inner = name;
    column.is_beginning = inner.ends_with('*');
    if (column.is_beginning) inner.remove_suffix(1);
    column.name = folded(inner);
    if (column.name.empty())
      error(node.pointer, "empty-name",
            message("a column's name is empty; expected a header, or its beginning and *"));
    else if (!names_.insert(column.name + (column.is_beginning ? "*" : "")).second)
      error(node.pointer, "duplicate-column",
            message("the column {0} is given twice; case and blanks do not count", ibtikar::quoted(name)));
    if (node.value->is_string())
      read_short(node, column.use);
    else if (node.value->is_object())
      read_long(node, column.use);
    else
      note_wrong_type(node, message("what the column is: a text or an object"), faults_);
    note_use(column.use, node.pointer);
    mapping_.columns.push_back(std::move(column));
  }

  /// A text names the column as a table of our own would.
  void read_short(const JsonNode& node, ColumnUse& use) {
    const std::string name = node.value->get<std::string>();
    use = use_of_name(name, rubric_);
    if (use.what != What::passed_over) return;
    error(node.pointer, "unknown-question",
          message("the rubric has no question {0}{1}", ibtikar::quoted(name),
                  suggestion(name, column_names(rubric_))));
  }

  void read_long(const JsonNode& node, ColumnUse& use) {
    ObjectReader reader(node, faults_);
    const std::string id = reader.text("question", Need::required);
    const auto option = reader.node("option");
    if (const auto evidence = reader.node("evidence")) use.evidence = read_evidence(*evidence);
    const auto codes = reader.node("codes");
    if (const auto mark = read_decimal(reader)) use.decimal = *mark;
    reader.refuse_unknown();
    // Without a question the rest cannot be checked; the missing member is already noted.
    if (!reader.has("question")) return;
    const auto question = read_question(id, node.pointer + "/question");
    if (!question) return;
    use.what = What::answer;
    use.question = *question;
    if (option) read_option(*option, use);
    if (codes) read_code_list(*codes, use);
  }

  void read_option(const JsonNode& node, ColumnUse& use) {
    const Question& question = rubric_.question(use.question);
    use.what = What::option;
    const std::string id = read_text(node, faults_);
    if (!node.value->is_string()) return;
    if (question.type != QuestionType::choices)
      return error(node.pointer, Code::wrong_type,
                   message("only questions of type choices have an option a column"));
    if (const auto option = find_option(question, id)) {
      use.option = *option;
      return;
    }
    std::vector<std::string> ids;
    for (const Option& one : question.options) ids.push_back(one.id);
    error(node.pointer, "unknown-option",
          message("{0} is not an option; expected {1}{2}", ibtikar::quoted(id), alternatives(ids),
                  suggestion(id, ids)));
  }

  void read_code_list(const JsonNode& node, ColumnUse& use) {
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
  void check_codes(const ColumnUse& use) {
    const CodeList& codes = mapping_.codes[*use.codes];
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const AnswerValue& value = codes[i].second;
      const std::string& pointer = places_[*use.codes][i];
      if (use.what == What::option) {
        if (!std::holds_alternative<bool>(value) && !std::holds_alternative<std::monostate>(value))
          misfit(pointer, Code::wrong_type, message("an option's code says true, false or null"), use);
        continue;
      }
      Answer answer;
      answer.value = value;
      const auto cell = check_answer(rubric_.question(use.question), rubric_.parts().evidence, answer);
      if (!cell) misfit(pointer, cell.error().code, cell.error().message, use);
    }
  }

  /// Reports a code that does not fit, once: many columns may share its list.
  void misfit(const std::string& pointer, const CodeName& code, const Message& why, const ColumnUse& use) {
    if (misfits_.insert(pointer).second)
      error(pointer, code,
            message("{0} (question {1})", why, ibtikar::quoted(rubric_.full_id(use.question))));
  }

  /// Refuses two columns for one thing, and a question that is answered both as a whole and by
  /// options.
  void note_use(const ColumnUse& use, const std::string& pointer) {
    if (use.what == What::passed_over) return;
    // The key names what the column says, not the column: two columns with one key would both
    // answer it.
    std::string key = fmt::format("{}", static_cast<int>(use.what));
    if (use.what >= What::answer) key += " " + rubric_.full_id(use.question);
    if (use.what == What::option) key += fmt::format(" {}", use.option);
    const bool is_new = uses_.emplace(key, pointer).second;
    const auto twin = use.what == What::option ? What::answer : What::option;
    const bool is_mixed =
        use.what >= What::answer && use.what <= What::option &&
        uses_.contains(fmt::format("{} {}", static_cast<int>(twin), rubric_.full_id(use.question)));
    if (use.what == What::option)
      uses_.emplace(fmt::format("{} {}", static_cast<int>(What::option), rubric_.full_id(use.question)),
                    pointer);
    if (!is_new || is_mixed)
      error(pointer, "given-twice",
            message("another column of the mapping says this already; expected one of them"));
    has_answers_ = has_answers_ || use.what == What::answer || use.what == What::option;
    if (use.what == What::answer || use.what == What::option) answered_.insert(use.question);
  }

  void read_fixed(const JsonNode& node) {
    ObjectReader reader(node, faults_);
    for (const auto& [name, text] : {std::pair{"title", &mapping_.fixed.title},
                                     {"organization", &mapping_.fixed.organization},
                                     {"assessor", &mapping_.fixed.assessor},
                                     {"date", &mapping_.fixed.date},
                                     {"language", &mapping_.fixed.language}}) {
      // A fixed text and a column for the same thing would contradict each other in most rows.
      *text = reader.text(name);
      if (reader.has(name) &&
          uses_.contains(fmt::format("{}", static_cast<int>(use_of_name(name, rubric_).what))))
        error(node.pointer + "/" + name, "given-twice",
              message("a column says this already; expected one of the two"));
    }
    for (const auto& [id, value] : reader.map("answers")) read_fixed_answer(id, value);
    reader.refuse_unknown();
  }

  /// An answer that every row gets. It must fit its question, and no column may answer the same
  /// question.
  void read_fixed_answer(const std::string& id, const JsonNode& node) {
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

  const Rubric& rubric_;
  Diagnostics& faults_;
  Mapping mapping_;
  std::vector<std::string> questions_;
  std::map<std::string, std::size_t> lists_;                ///< by name
  std::map<std::size_t, std::vector<std::string>> places_;  ///< of the codes of a list
  std::set<std::string> names_;
  std::map<std::string, std::string> uses_;
  std::set<std::string> misfits_;
  std::set<std::size_t> answered_;
  bool has_answers_ = false;
};

}  // namespace

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
