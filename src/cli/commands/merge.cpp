// ibtikar merge: see batch.h.
#include <optional>

#include "cli/commands/batch.h"
#include "cli/load.h"
#include "cli/output/formats.h"
#include "cli/output/places.h"
#include "cli/output/report_outputs.h"
#include "cli/shared_options.h"
#include "codec/results/summary_json.h"
#include "io/files/output.h"

namespace ibtikar::cli {

Command merge_command(MergeOptions& options) {
  return {.name = "merge",
          .summary = message("combine the summaries of several batches"),
          .options = {{.names = "FILE",
                       .description = message("summaries written by `batch --summary` (ibtikar-summary/1)"),
                       .target = &options.files,
                       .required = true},
                      {.names = "-o,--output",
                       .value = "FILE",
                       .description = message("write to FILE instead of standard output"),
                       .target = &options.output,
                       .group = Group::output},
                      language_option(options.common.language),
                      quiet_option(options.common)},
          .examples = {"ibtikar merge spring.json autumn.json -o year.json"},
          .run = [&options](Environment& env) { return run_merge(options, env); }};
}

ExitStatus run_merge(const MergeOptions& options, Environment& env) {
  if (const auto fault = language_fault(options.common, {})) return refuse_usage(*fault, env);
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
  return env.finish(place->finish(encode_summary(*whole)));
}

}  // namespace ibtikar::cli
