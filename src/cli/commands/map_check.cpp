// See map_check.h. Every different text of a column is judged once and then only counted.
#include "cli/commands/map_check.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/blanks.h"
#include "base/safe_text.h"
#include "cli/commands/map_text.h"
#include "cli/load.h"
#include "cli/shared_options.h"
#include "codec/table/codes.h"
#include "codec/table/decoder.h"
#include "codec/table/heading_row.h"
#include "codec/table/row_proposal.h"
#include "ibtikar/scorer.h"
#include "io/files/input_blocks.h"
#include "model/answer_check.h"

namespace ibtikar::cli {
namespace {

using What = ColumnUse::What;

/// Different texts that are remembered of a column, and refused ones that are listed in all.
constexpr std::size_t kMostTexts = 1000;
constexpr std::size_t kMostRefused = 1000;
constexpr std::size_t kLongestText = 200;

class Coverage {
 public:
  Coverage(const Rubric& rubric, const Mapping& mapping)
      : rubric_(rubric), mapping_(mapping), scorer_(rubric), decoder_(rubric, scorer_, {}, &mapping) {}

  /// False if the table does not fit the mapping.
  bool read(const Block& block, const Block::Part& part, Environment& env) {
    decoder_.begin({part.name, part.header, part.delimiter, part.header_line, part.decimals});
    const TableLayout& layout = decoder_.layout();
    if (!layout.faults.empty()) {
      static_cast<void>(env.report(layout.faults));
      return false;
    }
    if (columns_.empty()) begin(part);
    const std::string_view text = std::string_view(block.bytes).substr(part.begin, part.end - part.begin);
    for (std::size_t at = 0; at < text.size();) {
      const TableRow row = decoder_.split(text, at);
      at = row.behind;
      if (row.is_blank || decoder_.is_no_record(row)) continue;
      if (row.bad_quote || row.cells.size() != columns_.size()) {
        ++found_.broken_rows;
      } else if (decoder_.leaves_out(row)) {
        ++found_.left_out;
      } else {
        ++found_.rows;
        for (std::size_t c = 0; c < columns_.size(); ++c) count(columns_[c], row.cells[c].text);
      }
    }
    return true;
  }

  MappingCoverage take() {
    std::set<std::size_t> answered;
    for (const Column& column : columns_) {
      if (column.use.what == What::answer || column.use.what == What::option)
        answered.insert(column.use.question);
      if (column.use.what == What::passed_over && !column.is_tested)
        found_.unread.push_back({column.name, {}, column.filled});
    }
    for (const auto& [id, answer] : mapping_.fixed.answers)
      if (const auto question = rubric_.find(id)) answered.insert(*question);
    for (std::size_t q = 0; q < rubric_.question_count(); ++q)
      if (!answered.contains(q)) found_.open.push_back(rubric_.full_id(q));
    for (const auto& [key, count] : refused_)
      found_.unknown.push_back({columns_[key.first].name, key.second, count});
    // A list of codes may serve several columns: a code is of use if it occurs in one of them.
    std::set<std::size_t> told;
    for (const Column& column : columns_)
      if (column.use.codes && told.insert(*column.use.codes).second)
        for (const CellCode& code : mapping_.codes[*column.use.codes])
          if (!occurred_.contains(&code))
            found_.unused.push_back({column.name, code.text + (code.is_beginning ? "*" : ""), 0});
    return std::move(found_);
  }

 private:
  struct Column {
    std::string name;
    std::size_t place = 0;
    ColumnUse use;
    bool is_tested = false;  ///< a condition asks it
    std::uint64_t filled = 0;
    std::unordered_map<std::string, bool> judged;
  };

  void begin(const Block::Part& part) {
    const std::vector<Heading> headings =
        headings_of(part.header, part.delimiter, mapping_.header, part.header_line);
    const TableLayout& layout = decoder_.layout();
    labels_ = TableLabels(rubric_, layout.columns);
    for (std::size_t c = 0; c < layout.columns.size(); ++c) {
      std::string name = headings[c].text.empty() ? std::to_string(c + 1) : headings[c].text;
      if (!headings[c].below.empty()) name += " / " + headings[c].below;
      columns_.push_back({std::move(name), c, layout.columns[c], false, 0, {}});
    }
    for (const PlacedTest& one : layout.leave_out) columns_[one.cell].is_tested = true;
    for (const auto& tests : layout.conditions)
      for (const PlacedTest& one : tests) columns_[one.cell].is_tested = true;
  }

  void count(Column& column, std::string_view cell) {
    const std::string text(without_outer_blanks(cell));
    if (!text.empty()) ++column.filled;
    if (column.use.what != What::answer && column.use.what != What::option) return;
    const auto known = column.judged.find(text);
    const bool is_read = known != column.judged.end() ? known->second : judge(column, text);
    if (known == column.judged.end() && column.judged.size() < kMostTexts && text.size() <= kLongestText)
      column.judged.emplace(text, is_read);
    if (is_read) return;
    const std::pair key(column.place, text.substr(0, kLongestText));
    if (refused_.size() < kMostRefused || refused_.contains(key))
      ++refused_[key];
    else
      ++found_.more_unknown;
  }

  bool judge(const Column& column, const std::string& text) {
    note_codes(column.use, text);
    if (text.empty()) return true;
    const Result<Answer> answer = RowProposal(rubric_, &mapping_, labels_).answer_of(column.use, text);
    return answer && fits(rubric_, column.use, *answer);
  }

  void note_codes(const ColumnUse& use, const std::string& text) {
    if (!use.codes) return;
    const CodeList& codes = mapping_.codes[*use.codes];
    const CellText cell(text);
    if (use.separator.empty()) {
      if (const CellCode* code = find_code(codes, cell)) occurred_.insert(code);
      return;
    }
    if (const CellCode* code = find_whole_code(codes, cell)) occurred_.insert(code);
    const auto labels = labels_.answers.find(use.question);
    if (labels == labels_.answers.end()) return;
    const CodeList* const lists[] = {&codes, &labels->second};
    for (const CellPart& part : parts_of_cell(text, use.separator, lists))
      if (part.code != nullptr) occurred_.insert(part.code);
  }

  const Rubric& rubric_;
  const Mapping& mapping_;
  Scorer scorer_;
  TableDecoder decoder_;
  TableLabels labels_;
  std::vector<Column> columns_;
  std::map<std::pair<std::size_t, std::string>, std::uint64_t> refused_;
  std::set<const CellCode*> occurred_;
  MappingCoverage found_;
};

}  // namespace

bool fits(const Rubric& rubric, const ColumnUse& use, const Answer& answer) {
  if (use.what == What::option) return true;
  return check_answer(rubric.question(use.question), rubric.parts().evidence, answer).has_value();
}

ExitStatus check_mapping(const MapOptions& options, const Rubric& rubric, Environment& env) {
  const Checked<Mapping> mapping = load_mapping(options.files[1], rubric);
  if (!mapping) return env.report(mapping.error());
  io::InputOptions how;
  how.format = InputFormat::csv;
  read_tables_as(options.tables, &*mapping, how);
  io::InputBlocks input({options.files[2]}, how);
  Coverage coverage(rubric, *mapping);
  Block block;
  bool had_rows = false;
  for (; input.next(block); block.parts.clear())
    for (const Block::Part& part : block.parts) {
      if (part.kind == Block::Part::Kind::fault) return env.report(part.faults);
      if (part.kind != Block::Part::Kind::rows) continue;
      had_rows = true;
      if (!coverage.read(block, part, env)) return ExitStatus::invalid_input;
    }
  if (!had_rows) {
    env.err.say(message("{0} holds no table", visible(options.files[2])));
    return ExitStatus::invalid_input;
  }
  const MappingCoverage found = coverage.take();
  TextOptions look = text_options(options.common, env);
  if (look.language.empty()) look.language = env.err.language();
  ExitStatus status = ExitStatus::done;
  if (!options.common.quiet || options.format == "json")
    status = env.print(options.format == "json" ? coverage_json(found) : coverage_text(found, look));
  const bool is_covered = found.unknown.empty() && found.more_unknown == 0 && found.broken_rows == 0;
  return is_covered ? status : worse(status, ExitStatus::threshold_not_met);
}

}  // namespace ibtikar::cli
