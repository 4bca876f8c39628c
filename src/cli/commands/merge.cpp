// ibtikar merge: see batch.h.
#include <optional>

#include <CLI/CLI.hpp>

#include "cli/commands/batch.h"
#include "cli/load.h"
#include "cli/output/formats.h"
#include "cli/output/places.h"
#include "cli/output/report_outputs.h"
#include "codec/results/summary_json.h"
#include "io/files/output.h"

namespace ibtikar::cli {
CLI::App* add_merge(CLI::App& app, MergeOptions& options) {
  CLI::App* command = app.add_subcommand("merge", "put the summaries of several batches together");
  command->add_option("FILE", options.files, "summaries that batch --summary wrote (ibtikar-summary/1)")
      ->required()
      ->option_text("...");
  command->add_option("-o,--output", options.output, "write there instead of standard output")
      ->option_text("FILE");
  command->footer("Example:\n  ibtikar merge spring.json autumn.json -o year.json");
  return command;
}

ExitStatus run_merge(const MergeOptions& options, Environment& env) {
  const Formats formats{"merge", "--output", {Format::json}, Format::json, "text", false};
  if (const Result<Format> format = format_of(formats, options.output, ""); !format)
    return refuse_usage(format.error().message, env);
  if (const auto fault = clash({{"--output", options.output}}, options.files))
    return refuse_usage(*fault, env);
  Result<io::Output> place = io::Output::open(options.output, env.out);
  if (!place) return env.report(place.error());
  std::optional<Summary> whole;
  for (const std::string& file : options.files) {
    Result<std::string> text = io::read_whole(file, kMaxDocumentBytes);
    if (!text) return env.report(text.error());
    Checked<Summary> part = decode_summary({file, *std::move(text)});
    if (!part) return env.report(part.error());
    if (!whole) {
      whole = *std::move(part);
    } else if (Result<void> merged = merge(*whole, *part); !merged) {
      Diagnostic fault = merged.error();
      fault.file = file;
      return env.report(fault);
    }
  }
  Result<void> written = place->write(encode_summary(*whole));
  if (written) written = place->finish();
  return env.finish(written);
}

}  // namespace ibtikar::cli
