// See record_decoder.h.
//
// Every `false` below means that the careful way must look at the record. The quick way therefore
// needs no messages and no exact limits: it may give up at anything unusual. What it must never do
// is accept a record that the careful way refuses, or read it differently; tests compare the two on
// generated records.
#include "codec/proposal/record_decoder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <unordered_map>
#include <utility>

#include <simdjson.h>

#include "base/json_pointer.h"
#include "codec/proposal/cell_reader.h"
#include "codec/proposal/identity.h"
#include "model/answer_check.h"

namespace ibtikar {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

/// Records nested deeper than this go the careful way, long before the parser's own limit.
constexpr std::size_t kQuickDepth = 32;
/// Records with more unknown names than this go the careful way, so that searching a small array is
/// enough to find repeated ones.
constexpr std::size_t kMostStrangers = 16;

/// Whether two members of one object share a name, at any depth. Also true if that is not easy to
/// see.
bool may_have_duplicate_members(const element& value) {
  simdjson::dom::array list;
  if (value.get(list) == simdjson::SUCCESS)
    return std::any_of(list.begin(), list.end(),
                       [](const element& one) { return may_have_duplicate_members(one); });
  object members;
  if (value.get(members) != simdjson::SUCCESS) return false;
  std::array<std::string_view, kMostStrangers> names;
  std::size_t count = 0;
  for (const auto& [name, inner] : members) {
    const auto* const end = names.begin() + count;
    if (count == names.size() || std::find(names.cbegin(), end, name) != end) return true;
    names[count++] = name;
    if (may_have_duplicate_members(inner)) return true;
  }
  return false;
}

/// a == b without a call into the library, which costs more than comparing so few bytes.
inline bool is_same(std::string_view a, std::string_view b) {
  constexpr std::size_t kWord = 8;
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  if (size < kWord) return std::equal(a.begin(), a.end(), b.begin());
  const auto differ = [&](std::size_t at) {
    std::uint64_t x = 0;
    std::uint64_t y = 0;
    std::memcpy(&x, a.data() + at, kWord);
    std::memcpy(&y, b.data() + at, kWord);
    return x != y;
  };
  for (std::size_t at = 0; at + kWord < size; at += kWord)
    if (differ(at)) return false;
  // The last word may overlap the one before: comparing a few bytes twice is cheaper than a loop
  // for the rest.
  return !differ(size - kWord);
}

}  // namespace

struct RecordDecoder::Work {
  const Rubric& rubric;
  const Scorer& scorer;
  EncodeOptions options;
  simdjson::dom::parser parser;
  /// A question as a record's member.
  struct Asked {
    std::string_view id;
    std::size_t next = 0;       ///< which one came behind it last time
    std::uint64_t seen_in = 0;  ///< the last record that answered it
  };
  std::vector<Asked> asked;
  std::vector<QuestionTable> tables;
  std::unordered_map<std::string_view, std::size_t> numbers;
  std::size_t first = 0;  ///< which question came first last time
  std::uint64_t record_number = 0;
  AnswerSheet sheet;
  std::uint32_t default_evidence = 0;
  std::array<std::string_view, kMostStrangers> unknown_members;
  std::size_t stranger_count = 0;
  std::array<char, 24> id_digits{};  ///< of an id that is a number
  WholeRecord careful;               ///< what a record that went the careful way views
  Identity rejected;                 ///< and what a rejected one does
  ReadWhole read_whole;

  Work(const Rubric& of, const Scorer& by, const EncodeOptions& how) : rubric(of), scorer(by), options(how) {
    for (std::size_t q = 0; q < rubric.question_count(); ++q) {
      tables.push_back(table_of(rubric.question(q)));
      asked.push_back({rubric.full_id(q), q + 1 == rubric.question_count() ? 0 : q + 1});
      numbers.emplace(asked.back().id, q);
    }
    sheet.cells.resize(tables.size());
    default_evidence = static_cast<std::uint32_t>(find_evidence(rubric.parts().evidence, {}).value_or(0));
    read_whole = [this](const Record& record) { return carefully(record); };
  }

  Checked<WholeRecord> carefully(const Record& record) const;
  void take(Checked<WholeRecord> read, Record& record);
  bool quick(std::string_view text, Record& record);
  bool read_members(const object& members, Record& record);
  bool read_id(const element& value, Record& record);
  bool read_reference(const element& value, Record& record) const;
  bool read_answers(const object& all, Record& record);
  bool read_stranger(std::string_view name, const element& answer, Record& record);
  bool read_answer(const QuestionTable& table, const element& answer, Cell& cell) const;
  bool read_answer_object(const QuestionTable& table, const object& members, Cell& cell) const;
  bool read_evidence(const element& value, Cell& cell) const;
};

RecordDecoder::RecordDecoder(const Rubric& rubric, const Scorer& scorer, const EncodeOptions& options)
    : work_(std::make_unique<Work>(rubric, scorer, options)) {}
RecordDecoder::RecordDecoder(RecordDecoder&&) noexcept = default;
RecordDecoder& RecordDecoder::operator=(RecordDecoder&&) noexcept = default;
RecordDecoder::~RecordDecoder() = default;

Record RecordDecoder::decode(std::string_view text, const RecordPlace& place) {
  const auto blank = [&] {
    Record record;
    record.place = place;
    record.text = text;
    record.read_whole = &work_->read_whole;
    return record;
  };
  Record record = blank();
  if (work_->quick(text, record)) {
    record.sheet = &work_->sheet;
    return record;
  }
  work_->sheet.cells.assign(work_->tables.size(), {});  // where it was given up, cells are half
  record = blank();
  work_->take(work_->carefully(record), record);
  return record;
}

/// Reads the record with the functions that read a proposal in a file of its own. The same text
/// must mean the same, wherever it stands.
Checked<WholeRecord> RecordDecoder::Work::carefully(const Record& record) const {
  const NamedText source{std::string(record.place.file), std::string(record.text)};
  WholeRecord whole;
  Checked<Proposal> proposal = decode_proposal(source, {options.lenient}, whole.warnings);
  if (!proposal) {
    shift(proposal.error(), record.place);
    return fail(std::move(proposal.error()));
  }
  whole.proposal = *std::move(proposal);
  Checked<AnswerSheet> encoded = scorer.encode(whole.proposal, options, whole.warnings);
  if (!encoded) {
    locate(source, encoded.error());
    shift(encoded.error(), record.place);
    return fail(std::move(encoded.error()));
  }
  whole.sheet = *std::move(encoded);
  return whole;
}

void RecordDecoder::Work::take(Checked<WholeRecord> read, Record& record) {
  if (!read) {
    rejected = identity_of(record.text);
    record.id = rejected.id;
    record.title = rejected.title;
    record.faults = std::move(read.error());
    return;
  }
  ibtikar::take(*std::move(read), careful, record);
}

bool RecordDecoder::Work::quick(std::string_view text, Record& record) {
  // A long record may contain a text over the limit. The careful way finds out.
  if (text.size() > kMaxTextBytes) return false;
  if (text.size() > parser.capacity() &&
      // Twice the size: records of one source are similar, so this is rarely needed again.
      parser.allocate(std::max<std::size_t>(2 * text.size(), std::size_t{16} << 10), kQuickDepth) !=
          simdjson::SUCCESS)
    return false;
  element document;
  object members;
  if (parser.parse(text.data(), text.size(), false).get(document) != simdjson::SUCCESS) return false;
  if (document.get(members) != simdjson::SUCCESS) return false;
  return read_members(members, record);
}

bool RecordDecoder::Work::read_members(const object& members, Record& record) {
  enum Member : unsigned {
    format,
    rubric_member,
    id,
    title,
    organization,
    assessor,
    date,
    language,
    context,
    answers
  };
  static constexpr std::array<std::string_view, 10> kNames = {"format",       "rubric",   "id",   "title",
                                                              "organization", "assessor", "date", "language",
                                                              "context",      "answers"};
  unsigned found = 0;
  for (const auto& [name, value] : members) {
    const auto place = std::find_if(kNames.begin(), kNames.end(),
                                    [text = name](std::string_view known) { return is_same(known, text); });
    if (place == kNames.end()) return false;
    const auto member = static_cast<unsigned>(place - kNames.begin());
    // A repeated member is a fault.
    if ((found & (1U << member)) != 0) return false;
    found |= 1U << member;
    std::string_view text;
    switch (member) {
      case format:
        if (value.get(text) != simdjson::SUCCESS || !is_same(text, kProposalFormat)) return false;
        break;
      case rubric_member:
        if (!read_reference(value, record)) return false;
        break;
      case context:
        // The context is free, but repeated members are a fault even there.
        if (may_have_duplicate_members(value)) return false;
        break;
      case answers: {
        object all;
        if (value.get(all) != simdjson::SUCCESS || !read_answers(all, record)) return false;
        break;
      }
      case id:
        if (!read_id(value, record)) return false;
        break;
      default:
        if (value.get(text) != simdjson::SUCCESS) return false;
        if (member == title) record.title = text;
    }
  }
  return (found & (1U << answers)) != 0;
}

bool RecordDecoder::Work::read_id(const element& value, Record& record) {
  if (value.get(record.id) == simdjson::SUCCESS) return true;
  std::int64_t number = 0;
  // The id counts digit for digit, and 0 may have been written as -0.
  if (value.get(number) != simdjson::SUCCESS || number == 0) return false;
  // The digits go into a buffer of the decoder: a record refers to its id and does not own it.
  const auto written = std::to_chars(id_digits.data(), id_digits.data() + id_digits.size(), number);
  record.id = {id_digits.data(), static_cast<std::size_t>(written.ptr - id_digits.data())};
  return true;
}

bool RecordDecoder::Work::read_reference(const element& value, Record& record) const {
  object members;
  if (value.get(members) != simdjson::SUCCESS) return false;
  std::string_view id;
  std::string_view version;
  unsigned found = 0;
  for (const auto& [name, part] : members) {
    const bool is_id = name == "id";
    const unsigned bit = is_id ? 1U : 2U;
    if ((!is_id && name != "version") || (found & bit) != 0) return false;
    found |= bit;
    if (part.get(is_id ? id : version) != simdjson::SUCCESS) return false;
  }
  if (!id.empty() && !is_same(id, rubric.id())) {
    if (!options.rubric_by_hand) return false;
    record.warnings.push_back(warning_at("/rubric/id", "other-rubric", {}));
  } else if (!version.empty() && !is_same(version, rubric.version())) {
    const auto written = major_version(version);
    const auto now = major_version(rubric.version());
    // Another major version has other questions: the careful way refuses the record.
    if (written && now && written != now) return false;
    record.warnings.push_back(warning_at("/rubric/version", "rubric-version", {}));
  }
  return true;
}

/// Records of one source usually have their answers in the same order. So each question remembers
/// which one came after it last time, and the hash table is asked only when this guess fails.
bool RecordDecoder::Work::read_answers(const object& all, Record& record) {
  ++record_number;
  stranger_count = 0;
  std::size_t* guess = &first;
  for (const auto& [name, answer] : all) {
    if (!is_same(asked[*guess].id, name)) {
      const auto found = numbers.find(name);
      if (found == numbers.end()) {
        if (!read_stranger(name, answer, record)) return false;
        continue;
      }
      *guess = found->second;
    }
    const std::size_t number = *guess;
    Asked& question = asked[number];
    if (std::exchange(question.seen_in, record_number) == record_number) return false;
    if (!read_answer(tables[number], answer, sheet.cells[number])) return false;
    guess = &question.next;
  }
  // The sheet is reused, so cells of the record before must not remain.
  for (std::size_t q = 0; q < asked.size(); ++q)
    if (asked[q].seen_in != record_number && sheet.cells[q].state != CellState::unanswered)
      clear(sheet.cells[q]);
  return true;
}

bool RecordDecoder::Work::read_stranger(std::string_view name, const element& answer, Record& record) {
  const auto* const end = unknown_members.begin() + stranger_count;
  if (stranger_count == unknown_members.size() || std::find(unknown_members.cbegin(), end, name) != end)
    return false;
  // A structured value may have faults of its own; only plain values are certainly fine.
  if (answer.is_object() || answer.is_array()) return false;
  unknown_members[stranger_count++] = name;
  record.warnings.push_back(warning_at("/answers/" + pointer_token(name), "unknown-question", {}));
  return true;
}

bool RecordDecoder::Work::read_evidence(const element& value, Cell& cell) const {
  const Evidence& evidence = rubric.parts().evidence;
  std::string_view id;
  if (value.get(id) != simdjson::SUCCESS) return false;
  if (evidence.levels.empty() || id.empty()) return true;
  for (std::size_t i = 0; i < evidence.levels.size(); ++i)
    if (is_same(evidence.levels[i].id, id)) {
      cell.evidence = static_cast<std::uint32_t>(i);
      return true;
    }
  return false;
}

bool RecordDecoder::Work::read_answer(const QuestionTable& table, const element& answer, Cell& cell) const {
  cell.evidence = default_evidence;
  cell.has_note = cell.has_link = false;
  std::int64_t level = 0;
  if (table.type == QuestionType::scale && answer.is_int64() && answer.get(level) == simdjson::SUCCESS)
    return read_level(table, level, cell);
  object members;
  const bool is_read = answer.get(members) == simdjson::SUCCESS ? read_answer_object(table, members, cell)
                                                                : read_value(table, answer, cell);
  if (cell.state != CellState::answered) cell.evidence = 0;
  return is_read;
}

bool RecordDecoder::Work::read_answer_object(const QuestionTable& table, const object& members,
                                             Cell& cell) const {
  enum Member : unsigned { value_member, evidence, note, links, not_applicable };
  cell.state = CellState::unanswered;
  unsigned found = 0;
  bool does_not_apply = false, has_note = false, has_link = false;
  std::string_view text;
  simdjson::dom::array list;
  const auto is_first = [&](Member member) {
    return (std::exchange(found, found | 1U << member) & 1U << member) == 0;
  };
  for (const auto& [name, value] : members) {
    bool is_fine = false;
    if (is_same(name, "value"))
      is_fine = is_first(value_member) && read_value(table, value, cell);
    else if (is_same(name, "evidence"))
      is_fine = is_first(evidence) && read_evidence(value, cell);
    else if (is_same(name, "note"))
      has_note = (is_fine = is_first(note) && value.get(text) == simdjson::SUCCESS) && says_something(text);
    else if (is_same(name, "links"))
      is_fine = is_first(links) && value.get(list) == simdjson::SUCCESS &&
                std::all_of(list.begin(), list.end(), [&](const element& one) {
                  const bool is_text = one.get(text) == simdjson::SUCCESS;
                  has_link = has_link || (is_text && says_something(text));
                  return is_text;
                });
    else if (is_same(name, "not_applicable"))
      is_fine = is_first(not_applicable) && value.get(does_not_apply) == simdjson::SUCCESS;
    if (!is_fine) return false;
  }
  if (does_not_apply && (cell.state != CellState::unanswered || !table.allows_not_applicable)) return false;
  cell.has_note = has_note && cell.state == CellState::answered;
  cell.has_link = has_link && cell.state == CellState::answered;
  if (cell.state != CellState::unanswered) return true;
  clear(cell);
  if (does_not_apply) cell.state = CellState::not_applicable;
  return true;
}

}  // namespace ibtikar
