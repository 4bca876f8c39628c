// See weights.h.
#include "cli/commands/weights.h"

#include <optional>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "cli/commands/weights_questions.h"
#include "cli/load.h"
#include "cli/output/documents.h"
#include "cli/output/places.h"
#include "cli/scoring.h"
#include "cli/shared_options.h"
#include "ibtikar/codec.h"
#include "ibtikar/judgements.h"
#include "io/files/files.h"
#include "io/files/place.h"

namespace ibtikar::cli {
namespace {

Formats weights_formats() {
  return {"weights", "--output", {Format::text, Format::markdown, Format::json, Format::csv}, Format::text};
}

Formats reweighed_formats() { return {"weights", "--output", {Format::json}, Format::json, "text", false}; }

class Weighing {
 public:
  Weighing(const WeightsOptions& options, Environment& env) : options_(options), env_(env) {}

  ExitStatus run() {
    std::optional<Judgements> judgements;
    if (!is_command_right()) return ExitStatus::usage;
    const std::string name = options_.common.rubric.empty() ? kDefaultRubric : options_.common.rubric;
    ExitStatus status = ExitStatus::done;
    std::vector<std::string> files;
    const std::optional<Rubric> rubric = load_rubric(name, options_.common.quiet, env_, status, &files);
    if (!rubric) return status;
    if (const auto fault = language_fault(options_.common, rubric->parts().languages))
      return refuse_usage(*fault, env_);
    if (!options_.judgements.empty()) {
      files.push_back(options_.judgements);
      judgements = read_judgements(status);
      if (!judgements) return status;
    }
    if (!options_.output.empty())
      if (const auto fault = clash({{"--output", options_.output}}, files)) return refuse_usage(*fault, env_);
    const std::string of = !options_.of.empty()                    ? options_.of
                           : judgements && !judgements->of.empty() ? judgements->of
                                                                   : "dimensions";
    const auto parts = weighed_parts(rubric->parts(), of);
    if (!parts)
      return refuse_usage(message("there is nothing to weigh in {0}{1}", ibtikar::quoted(of),
                                  suggestion_or_list(of, weighable(rubric->parts()))),
                          env_);
    if (!judgements) judgements = asked(*rubric, *parts, of);
    if (!judgements) return ExitStatus::invalid_input;
    judgements->of = of;
    return finish(*rubric, name, *parts, *judgements);
  }

 private:
  bool is_command_right() {
    const auto refuse = [&](const Message& fault) {
      static_cast<void>(refuse_usage(fault, env_));
      return false;
    };
    if (const auto format = format_of(weights_formats(), "", options_.format); !format)
      return refuse(format.error().message);
    if (const auto format = format_of(reweighed_formats(), options_.output, ""); !format)
      return refuse(format.error().message);
    if (!options_.output.empty() && options_.common.rubric == "-")
      return refuse(message("a rubric from standard input cannot be extended; name a file"));
    if (options_.judgements.empty() && options_.common.rubric == "-")
      return refuse(message("standard input is asked for judgements; name a file with --rubric"));
    if (options_.judgements.empty() && options_.no_input)
      return refuse(message("there is nobody to ask; name a file with --judgements"));
    return true;
  }

  std::optional<Judgements> read_judgements(ExitStatus& status) {
    const Result<std::string> text = io::read_whole(options_.judgements, kMaxDocumentBytes);
    if (!text) {
      status = env_.report(text.error());
      return std::nullopt;
    }
    source_ = {shown_name(options_.judgements), *text};
    Checked<Judgements> judgements = decode_judgements(source_);
    if (judgements && judgements->method != *method_of(options_.method))
      judgements =
          fail(Diagnostics{error_at("/method", "other-method",
                                    message("these judgements are for {0}, not for {1}",
                                            std::string(method_name(judgements->method)), options_.method))});
    if (judgements) return *std::move(judgements);
    status = refuse(judgements.error());
    return std::nullopt;
  }

  ExitStatus refuse(Diagnostics faults) {
    if (!source_.text.empty()) locate(source_, faults);
    return env_.report(faults);
  }

  [[nodiscard]] WeightsReportOptions look(const Rubric& rubric, const TextOptions& text) const {
    const std::string fallback(rubric.fallback_language());
    return {text.language.empty() ? fallback : text.language, fallback, text.columns, text.color};
  }

  std::optional<Judgements> asked(const Rubric& rubric, const std::vector<WeighedPart>& parts,
                                  const std::string& of) {
    NamedParts named{parts, {}};
    const WeightsReportOptions how = look(rubric, text_options(options_.common, env_));
    for (const WeighedPart& part : parts) {
      const std::string title = plain(part.title.in(how.language, how.fallback));
      named.titles.push_back(title.empty() ? part.id : title);
    }
    return ask_judgements(named, *method_of(options_.method), of, env_);
  }

  ExitStatus finish(const Rubric& rubric, const std::string& name, const std::vector<WeighedPart>& parts,
                    const Judgements& judgements) {
    const Checked<WeightTable> table = weigh(parts, judgements);
    if (!table) return refuse(table.error());
    ExitStatus status = ExitStatus::done;
    if (!options_.output.empty()) {
      const std::string text = encode_reweighed(*table, rubric.parts(), base_name(name)) + "\n";
      if (options_.output == "-") return env_.print(text);
      if (const Result<void> written = io::write_whole(options_.output, text, io::Durability::report);
          !written)
        return env_.report(written.error());
    }
    if (!(options_.common.quiet && options_.format.empty())) status = env_.print(rendered(*table, rubric));
    return status;
  }

  /// What the new rubric calls the one that it extends: a path beside or below the new file is
  /// relative, so that both can be moved together.
  [[nodiscard]] std::string base_name(const std::string& name) const {
    if (is_builtin_rubric(name) || options_.output == "-") return name;
    const std::string base = io::place_of(name).path;
    const std::string folder = io::folder_of(io::place_of(options_.output).path) + "/";
    if (!base.starts_with(folder)) return base;
    const std::string relative = base.substr(folder.size());
    return relative.ends_with(".json") ? relative : "./" + relative;
  }

  [[nodiscard]] std::string rendered(const WeightTable& table, const Rubric& rubric) const {
    const Result<Format> format = format_of(weights_formats(), "", options_.format);
    WeightsReportOptions how = look(rubric, text_options(options_.common, env_));
    if (*format == Format::json) return encode_weights(table, rubric.parts(), JsonStyle::indented) + "\n";
    if (*format == Format::markdown) return render_weights_markdown(table, how);
    if (*format == Format::text) return render_weights_text(table, how);
    how.language = data_language(options_.common).empty() ? how.fallback : data_language(options_.common);
    return render_weights_csv(table, how);
  }

  const WeightsOptions& options_;
  Environment& env_;
  NamedText source_;
};

}  // namespace

Command weights_command(WeightsOptions& options) {
  return {
      .name = "weights",
      .summary = message("find weights for a rubric by AHP, rank order, swing or points"),
      .options = {{.names = "METHOD",
                   .description = message("`ahp` (how many times more one part matters than another), `roc` "
                                          "(the order of importance), `swing` or `points`"),
                   .target = &options.method,
                   .required = true,
                   .choices = {"ahp", "roc", "swing", "points"}},
                  rubric_option(options.common),
                  {.names = "--of",
                   .value = "PARTS",
                   .description =
                       message("the parts to weigh: `dimensions` (the default), `criteria:DIMENSION` or "
                               "`questions:CRITERION`"),
                   .target = &options.of,
                   .group = Group::assessment},
                  {.names = "--judgements",
                   .value = "FILE",
                   .description =
                       message("the judgements, as JSON; without this option, ibtikar asks for them"),
                   .target = &options.judgements,
                   .group = Group::input},
                  {.names = "-o,--output",
                   .value = "FILE",
                   .description = message("write a rubric that extends this one, with the new weights"),
                   .target = &options.output,
                   .group = Group::output},
                  {.names = "-f,--format",
                   .value = "FORMAT",
                   .description = message("how the table is printed: text, md, json or csv (default: text)"),
                   .target = &options.format,
                   .group = Group::output,
                   .choices = format_names(weights_formats())},
                  language_option(options.common.language),
                  color_option(options.common),
                  quiet_option(options.common),
                  {.names = "--no-input",
                   .description = message("never prompt"),
                   .target = &options.no_input,
                   .group = Group::behavior}},
      .examples = {"ibtikar weights ahp --of dimensions -o my-rubric.json"},
      .run = [&options](Environment& env) { return run_weights(options, env); }};
}

ExitStatus run_weights(const WeightsOptions& options, Environment& env) {
  return Weighing(options, env).run();
}

}  // namespace ibtikar::cli
