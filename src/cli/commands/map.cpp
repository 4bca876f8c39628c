// See map.h. The beginning of the table is read, a draft is made, somebody may decide what is
// doubtful, and the mapping is written and tried on the first rows.
#include "cli/commands/map.h"

#include <algorithm>
#include <optional>

#include "base/safe_text.h"
#include "base/typed_text.h"
#include "cli/commands/map_builtin.h"
#include "cli/commands/map_check.h"
#include "cli/commands/map_text.h"
#include "cli/load.h"
#include "cli/output/documents.h"
#include "cli/output/places.h"
#include "cli/shared_options.h"
#include "codec/table/layout.h"
#include "codec/table/row_proposal.h"
#include "io/files/files.h"
#include "io/files/input_blocks.h"

namespace ibtikar::cli {
namespace {

constexpr std::size_t kRowsShown = 3;

class Mapper {
 public:
  Mapper(const MapOptions& options, const Rubric& rubric, Environment& env)
      : options_(options), rubric_(rubric), env_(env) {}

  ExitStatus run() {
    if (const ExitStatus status = read_sample(); status != ExitStatus::done) return status;
    draft_ = draft_mapping(rubric_, sample_);
    if (options_.accept)
      accept_all();
    else if (env_.surroundings.input_is_terminal && !options_.no_input && options_.format == "text" && !ask())
      return ExitStatus::invalid_input;
    const std::string text = encode_mapping(draft_, sample_, rubric_);
    const bool has_answers = std::ranges::any_of(draft_.columns, [](const DraftColumn& one) {
      return one.certainty == Guess::sure &&
             (one.use.what == ColumnUse::What::answer || one.use.what == ColumnUse::What::option);
    });
    const std::vector<PreviewLine> shown = has_answers ? preview(text) : std::vector<PreviewLine>();
    if (options_.output == "-") return env_.print(text);
    const DraftView view{draft_, rubric_, shown, is_whole_ && draft_.rows.size() < kMostSampleRows};
    TextOptions look = text_options(options_.common, env_);
    if (look.language.empty()) look.language = env_.err.language();
    ExitStatus status = ExitStatus::done;
    if (!options_.common.quiet || options_.format == "json")
      status = env_.print(options_.format == "json" ? draft_json(view) : draft_text(view, look));
    if (!has_answers) {
      env_.err.say(message("no column of {0} answers a question of {1} for sure", visible(sample_.name),
                           visible(rubric_.id())));
      return worse(status, ExitStatus::invalid_input);
    }
    if (options_.output.empty()) return status;
    if (const Result<void> written = io::write_whole(options_.output, text, io::Durability::report); !written)
      return env_.report(written.error());
    return status;
  }

 private:
  ExitStatus read_sample() {
    io::InputOptions how;
    how.format = InputFormat::csv;
    read_tables_as(options_.tables, nullptr, how);
    io::InputBlocks input({options_.files.front()}, how);
    Block block;
    while (input.next(block)) {
      for (const Block::Part& part : block.parts) {
        if (part.kind == Block::Part::Kind::fault) return env_.report(part.faults);
        if (part.kind != Block::Part::Kind::rows) continue;
        sample_ = {part.name, part.header, block.bytes.substr(part.begin, part.end - part.begin),
                   part.delimiter, part.header_line};
        block.parts.clear();
        is_whole_ = !input.next(block);
        for (const Message& remark : input.remarks())
          if (!options_.common.quiet) env_.err.warn(remark);
        return ExitStatus::done;
      }
      block.parts.clear();
    }
    env_.err.say(message("{0} holds no table", visible(options_.files.front())));
    return ExitStatus::invalid_input;
  }

  void accept_all() {
    for (DraftColumn& column : draft_.columns) {
      column.certainty = Guess::sure;
      for (DraftCode& code : column.codes)
        if (code.certainty == Guess::doubtful) code.certainty = Guess::sure;
    }
  }

  /// Asks about each doubtful column and text. False if somebody stopped.
  bool ask() {
    std::vector<DraftColumn> kept;
    for (DraftColumn& column : draft_.columns) {
      const std::string heading = ibtikar::quoted(draft_.headings[column.column].text);
      if (column.certainty == Guess::doubtful) {
        const std::optional<bool> yes = is_right(message(
            "Does {0} answer {1}: {2}", heading, ibtikar::quoted(rubric_.full_id(column.use.question)),
            std::string(plain(rubric_.question(column.use.question)
                                  .ask.in(env_.err.language(), rubric_.fallback_language())))));
        if (!yes) return false;
        if (!*yes) {
          draft_.unread.push_back(column.column);
          continue;
        }
        column.certainty = Guess::sure;
      }
      for (DraftCode& code : column.codes) {
        if (code.certainty != Guess::doubtful) continue;
        const std::optional<bool> yes = is_right(message("In {0}, does {1} mean {2}?", heading,
                                                         ibtikar::quoted(code.text), value_text(code.value)));
        if (!yes) return false;
        code.certainty = *yes ? Guess::sure : Guess::unknown;
      }
      kept.push_back(std::move(column));
    }
    draft_.columns = std::move(kept);
    return true;
  }

  /// Empty if the input ended, or somebody wants to stop.
  std::optional<bool> is_right(const Message& question) {
    for (;;) {
      env_.err.note(question);
      env_.err.note(message("Type `y` for yes, `n` for no, `q` to stop."));
      env_.err.show("> ");
      const Result<std::optional<std::string>> line = env_.lines.next_line();
      if (!line) {
        static_cast<void>(env_.report(line.error()));
        return std::nullopt;
      }
      const std::string typed = line->has_value() ? folded(**line) : std::string("q");
      if (typed == "q" || typed == "خروج") {
        env_.err.say(message("stopped; nothing is written"));
        return std::nullopt;
      }
      if (typed == "y" || typed == "yes" || typed == "نعم" || typed == "ن") return true;
      if (typed == "n" || typed == "no" || typed == "لا" || typed == "ل") return false;
    }
  }

  /// The first rows under the mapping as it is written.
  std::vector<PreviewLine> preview(const std::string& text) {
    const Checked<Mapping> mapping = decode_mapping({"mapping", text}, rubric_);
    if (!mapping) {
      static_cast<void>(env_.report(mapping.error()));
      return {};
    }
    std::string header = sample_.header;
    if (mapping->header.rows == 2) header += header.ends_with('\n') ? sample_.rows : "\n" + sample_.rows;
    const TableLayout layout =
        lay_out(header, sample_.delimiter, {}, sample_.name, sample_.header_line, rubric_, &*mapping);
    if (!layout.faults.empty()) {
      static_cast<void>(env_.report(layout.faults));
      return {};
    }
    const TableLabels labels(rubric_, layout.columns);
    const RowProposal reader(rubric_, &*mapping, labels);
    std::vector<PreviewLine> lines;
    for (std::size_t r = 0; r < std::min(kRowsShown, draft_.rows.size()); ++r)
      for (std::size_t c = 0; c < layout.columns.size(); ++c) {
        const ColumnUse& use = layout.columns[c];
        const std::string& cell = draft_.rows[r][c];
        if (use.what == ColumnUse::What::passed_over || cell.empty()) continue;
        const std::string name = use_name(use, rubric_);
        if (use.what != ColumnUse::What::answer && use.what != ColumnUse::What::option) {
          lines.push_back({r + 1, name, cell, ibtikar::quoted(cell)});
          continue;
        }
        lines.push_back({r + 1, name, cell, read_cell(reader, use, cell)});
      }
    return lines;
  }

  [[nodiscard]] std::string read_cell(const RowProposal& reader, const ColumnUse& use,
                                      const std::string& cell) const {
    const Result<Answer> answer = reader.answer_of(use, cell);
    if (!answer || !fits(rubric_, use, *answer)) return {};
    return ibtikar::quoted(value_text(answer->value));
  }

  const MapOptions& options_;
  const Rubric& rubric_;
  Environment& env_;
  TableSample sample_;
  MappingDraft draft_;
  bool is_whole_ = false;
};

}  // namespace

Command map_command(MapOptions& options) {
  Command command = {
      .name = "map",
      .summary = message("propose how the columns and codes of a table map to a rubric, or check a mapping"),
      .options = {{.names = "FILE",
                   .description =
                       message("a table; or `check`, a mapping and a table; or `list`, `show NAME` "
                               "or `schema`: the built-in mappings, the text of one, and the "
                               "JSON Schema of all"),
                   .target = &options.files,
                   .required = true},
                  rubric_option(options.common),
                  {.names = "-o,--output",
                   .value = "FILE",
                   .description = message("write the mapping to FILE, for `batch --map`"),
                   .target = &options.output,
                   .group = Group::output},
                  {.names = "-f,--format",
                   .value = "FORMAT",
                   .description = message("how the report is printed: text or json (default: text)"),
                   .target = &options.format,
                   .group = Group::output,
                   .choices = {"text", "json"}},
                  {.names = "--accept",
                   .description = message("accept doubtful matches too, without asking"),
                   .target = &options.accept,
                   .group = Group::behavior},
                  language_option(options.common.language),
                  color_option(options.common),
                  quiet_option(options.common),
                  {.names = "--no-input",
                   .description = message("never prompt"),
                   .target = &options.no_input,
                   .group = Group::behavior}},
      .examples = {"ibtikar map export.csv -o map.json", "ibtikar map check map.json export.csv",
                   "ibtikar map show 360giving > my-360giving.json"},
      .run = [&options](Environment& env) { return run_map(options, env); }};
  command.add(table_options(options.tables));
  return command;
}

ExitStatus run_map(const MapOptions& options, Environment& env) {
  if (is_about_builtin_mappings(options)) return run_builtin_mappings(options, env);
  const bool is_check = options.files.front() == "check";
  if (options.files.front() == "show" || options.files.size() != (is_check ? 3U : 1U))
    return refuse_usage(message("expected one table; `check`, a mapping and a table; `list`; `show` and the "
                                "name of a mapping; or `schema`"),
                        env);
  const std::string name = options.common.rubric.empty() ? kDefaultRubric : options.common.rubric;
  ExitStatus status = ExitStatus::done;
  std::vector<std::string> files = {options.files.back()};
  const std::optional<Rubric> rubric = load_rubric(name, options.common.quiet, env, status, &files);
  if (!rubric) return status;
  if (const auto fault = language_fault(options.common, rubric->parts().languages))
    return refuse_usage(*fault, env);
  if (is_check) return check_mapping(options, *rubric, env);
  if (!options.output.empty())
    if (const auto fault = clash({{"--output", options.output}}, files)) return refuse_usage(*fault, env);
  return Mapper(options, *rubric, env).run();
}

}  // namespace ibtikar::cli
