// The columns of a mapping: see mapping_reader.h.
#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "base/typed_text.h"
#include "codec/table/codes.h"
#include "codec/table/labels.h"
#include "codec/table/layout.h"
#include "codec/table/mapping_reader.h"
#include "model/operand.h"

namespace ibtikar {
namespace {
using What = ColumnUse::What;
}  // namespace

void MappingReader::read_column(const std::string& name, const JsonNode& node) {
  Mapping::Column column;
  bool is_first_filled = false;
  if (node.value->is_object()) {
    ObjectReader reader(node, faults_);
    column.name = read_name(name, &reader, node.pointer, &column.other_names);
    column.is_optional = reader.boolean("optional", false);
    is_first_filled = reader.boolean("first_filled", false);
    read_long(node, reader, column.use);
    reader.refuse_unknown();
  } else {
    column.name = read_name(name, nullptr, node.pointer);
    if (node.value->is_string())
      read_short(node, column.use);
    else
      note_wrong_type(node, message("what the column is: a text or an object"), faults_);
  }
  const bool is_named = column.name.position > 0 || !column.name.name.empty() || !column.name.below.empty();
  // A column without any name has its own fault already.
  bool is_new = !is_named || names_.insert(column.name).second;
  for (const ColumnName& other : column.other_names) is_new = names_.insert(other).second && is_new;
  if (!is_new)
    error(node.pointer, "duplicate-column",
          message("the column {0} is given twice; case and blanks do not count", ibtikar::quoted(name)));
  note_use(column.use, is_first_filled, node.pointer);
  mapping_.columns.push_back(std::move(column));
}

/// A text names the column as a table of our own would.
void MappingReader::read_short(const JsonNode& node, ColumnUse& use) {
  const std::string name = node.value->get<std::string>();
  use = use_of_name(name, rubric_);
  if (use.what != What::passed_over) return;
  error(node.pointer, "unknown-question",
        message("the rubric has no question {0}{1}", ibtikar::quoted(name),
                suggestion(name, column_names(rubric_))));
}

void MappingReader::read_long(const JsonNode& node, ObjectReader& reader, ColumnUse& use) {
  if (const auto is = reader.node("is")) {
    if (is->value->is_string())
      read_short(*is, use);
    else
      static_cast<void>(read_text(*is, faults_));  // notes what is there instead
    read_about(node, reader, use);
    if (reader.has("question"))
      error(node.pointer + "/question", "given-twice",
            message("\"is\" says this already; expected one of the two"));
    return;
  }
  const std::string id = reader.text("question", Need::required);
  const auto option = reader.node("option");
  // Read before the question is looked up: refuse_unknown() would else call these members unknown.
  if (const auto evidence = reader.node("evidence")) use.evidence = read_evidence(*evidence);
  const auto codes = reader.node("codes");
  if (const auto mark = read_decimal(reader)) use.decimal = *mark;
  if (const auto condition = reader.node("open_unless")) use.open_unless = read_condition_of(*condition);
  const auto question = reader.has("question") ? read_question(id, node.pointer + "/question") : std::nullopt;
  if (!question) {
    // Without a question the rest cannot be checked; the missing member is already noted.
    reader.know("separator"), reader.know("plain");
    return;
  }
  use.what = What::answer;
  use.question = *question;
  const QuestionType type = rubric_.question(*question).type;
  // Codes for a number are the exceptions: "-99", "do not know".
  use.reads_plain =
      reader.boolean("plain", codes && (type == QuestionType::number || type == QuestionType::text));
  if (option) read_option(*option, use);
  if (codes) read_code_list(*codes, use);
  read_separator(reader, use);
}

/// What can be said of an id or a note besides where it stands.
void MappingReader::read_about(const JsonNode& node, ObjectReader& reader, ColumnUse& use) {
  if (const auto label = reader.node("label")) {
    use.label = read_text(*label, faults_);
    if (label->value->is_string() && use.label.empty())
      error(label->pointer, "empty",
            message("the label is empty; expected what stands before the cell's text"));
    // Of a name that is unknown, nothing more can be said.
    if (use.what != What::note && use.what != What::passed_over)
      error(label->pointer, Code::wrong_type,
            message("only a note is made of several columns, each with a label"));
    if (reader.has("first_filled"))
      error(node.pointer + "/first_filled", "given-twice",
            message("columns with labels are all part of the note; expected one of the two members"));
  }
  use.is_day = reader.boolean("day", false);
  const bool may_be_day = use.what == What::note || use.what == What::date || use.what == What::passed_over;
  if (use.is_day && !may_be_day)
    error(node.pointer + "/day", Code::wrong_type, message("only the date and notes can be days"));
}

void MappingReader::read_option(const JsonNode& node, ColumnUse& use) {
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

void MappingReader::read_separator(ObjectReader& reader, ColumnUse& use) {
  const auto node = reader.node("separator");
  if (!node) return;
  use.separator = read_text(*node, faults_);
  if (!node->value->is_string()) return;
  if (use.separator.empty())
    error(node->pointer, "empty", message("the separator is empty; expected a text such as \";\""));
  if (use.what != What::answer || rubric_.question(use.question).type != QuestionType::choices)
    error(node->pointer, Code::wrong_type,
          message("only a column that answers a question of type choices has several answers in a cell"));
}

/// Refuses two columns for one thing, and a question that is answered both as a whole and by
/// options. Several columns may hold one answer if all of them say so.
void MappingReader::note_use(ColumnUse& use, bool is_first_filled, const std::string& pointer) {
  if (use.what == What::passed_over) return;
  const std::string question = use.what >= What::answer ? rubric_.full_id(use.question) : std::string();
  const auto key_of = [&](What what) { return fmt::format("{} {}", static_cast<int>(what), question); };
  // The key names what the column says, not the column: two columns with one key would both
  // answer it.
  std::string key = key_of(use.what);
  if (use.what == What::option) key += fmt::format(" {}", use.option);
  Use& known = uses_[key];
  const bool is_joined = !use.label.empty();
  const bool is_twice =
      known.count > 0 && !(known.may_repeat && is_first_filled) && !(known.may_join && is_joined);
  known.may_repeat = known.may_repeat && is_first_filled;
  known.may_join = known.may_join && is_joined;
  ++known.count;
  // The parts of a note come in the order of the mapping, too, wherever their columns stand.
  if (is_first_filled || is_joined) use.rank = known.count;
  // A whole answer and its options could contradict each other in each row.
  const bool is_mixed = (use.what == What::option && uses_.contains(key_of(What::answer))) ||
                        (use.what == What::answer && uses_.contains(key_of(What::option)));
  if (use.what == What::option) ++uses_[key_of(What::option)].count;
  if (is_twice || is_mixed)
    error(pointer, "given-twice",
          message("another column of the mapping says this already; expected one of them, or "
                  "\"first_filled\": true in each"));
  has_answers_ = has_answers_ || use.what == What::answer || use.what == What::option;
  if (use.what == What::answer || use.what == What::option) answered_.insert(use.question);
}

}  // namespace ibtikar
