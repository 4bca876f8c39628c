// What `ibtikar batch` can be told: see batch.h.
#include <CLI/CLI.hpp>

#include "cli/commands/batch.h"
#include "cli/commands/batch_plan.h"
#include "cli/output/report_outputs.h"
#include "cli/shared_options.h"

namespace ibtikar::cli {

CLI::App* add_batch(CLI::App& app, BatchCommand& options) {
  CLI::App* command = app.add_subcommand("batch", "score folders and streams of proposals, a row each");
  command
      ->add_option("PATH", options.paths,
                   "files (.json: a proposal or an array of them; .ndjson, .jsonl: one a line; .csv, .tsv: "
                   "one a row; .gz and .zst of "
                   "them), folders of such, @FILE for a list of names, - for standard input")
      ->required()
      ->option_text("...");
  add_rubric_option(*command, options.common);
  command
      ->add_option("--input-format", options.input_format,
                   "json, ndjson or csv, whatever the names say (default: auto)")
      ->check(CLI::IsMember({"auto", "json", "ndjson", "csv"}))
      ->option_text("FORMAT");
  command
      ->add_option("--delimiter", options.delimiter,
                   "\",\", \";\" or tab between the cells of tables (default: what the header row has)")
      ->check(CLI::IsMember({",", ";", "tab"}))
      ->option_text("CHARACTER");
  command
      ->add_option(
          "--decimal", options.decimal,
          "\".\" or \",\" before decimals in tables, where 1,250 may be two numbers (default: what the "
          "column's other cells show)")
      ->check(CLI::IsMember({".", ","}))
      ->option_text("MARK");
  command
      ->add_option("--map", options.mapping,
                   "what the columns and codes of tables are, for exports of form tools (ibtikar-mapping/1)")
      ->option_text("FILE");
  command->add_option("-o,--output", options.output, "write the rows there instead of standard output")
      ->option_text("FILE");
  command
      ->add_option(
          "-f,--format", options.format,
          "ndjson, csv, xlsx, sqlite, table or html (default: by the output's extension, else table on a "
          "terminal and ndjson elsewhere)")
      ->check(CLI::IsMember(format_names(batch_formats())))
      ->option_text("FORMAT");
  add_byte_order_mark_option(*command, options.byte_order_mark);
  command->add_flag("--no-header", options.no_header, "CSV without its first line, the names of columns");
  command->add_option("--columns", options.columns, "only these columns, in this order, with commas between")
      ->option_text("NAMES");
  command
      ->add_option("--sort", options.sort,
                   "by overall, a dimension, id or title; :asc or :desc behind it (keeps all rows in memory)")
      ->option_text("KEY");
  command->add_option("--top", options.top, "only the first so many (by the overall score, or --sort)")
      ->check(CLI::Validator([](const std::string& text) { return check_count(text, 1); }, ""))
      ->option_text("N");
  command->add_option("--summary", options.summary, "write the portfolio's counts there, as JSON")
      ->option_text("FILE");
  command
      ->add_option("--reports", options.reports,
                   "write a page (HTML) on each proposal into that folder; an html overview links to them")
      ->option_text("FOLDER");
  command
      ->add_option("--rejects", options.rejects,
                   "write rejected records there as they came, each under the reason; correct them and score "
                   "that file again")
      ->option_text("FILE");
  command->add_option("--skip", options.skip, "pass over so many records at the start")
      ->check(CLI::Validator([](const std::string& text) { return check_count(text, 0); }, ""))
      ->option_text("N");
  command->add_flag("--continue", options.resume,
                    "go on where a run of this command was interrupted, to the same output as without it");
  command
      ->add_option("-j,--jobs", options.jobs,
                   "score so many blocks at once (default: the machine's processors)")
      ->check(CLI::Range(0, 1024))
      ->option_text("N");
  command->add_flag("-v,--verbose", options.verbose,
                    "tell at what each table's columns are split, and which decimal marks they show");
  command->add_flag("--lenient", options.lenient,
                    "take answers that do not fit as unanswered, with a warning");
  add_language_option(*command, options.common);
  add_color_option(*command, options.common);
  add_quiet_option(*command, options.common);
  add_no_input_option(*command);
  command->footer("Example:\n  ibtikar batch proposals/ --rejects bad.ndjson -o scores.csv");
  return command;
}

}  // namespace ibtikar::cli
