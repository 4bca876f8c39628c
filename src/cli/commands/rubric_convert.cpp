// See rubric_convert.h.
#include "cli/commands/rubric_convert.h"

#include <set>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "builtin/files.h"
#include "cli/load.h"
#include "cli/output/report_outputs.h"
#include "cli/scoring.h"
#include "cli/shared_options.h"
#include "codec/proposal/conversion.h"
#include "io/files/files.h"

namespace ibtikar::cli {
namespace {

class Converting {
 public:
  Converting(const RubricConvertOptions& options, Environment& env) : options_(options), env_(env) {}

  ExitStatus run() {
    if (!is_place_right()) return ExitStatus::usage;
    if (to_folder()) {
      if (const Result<void> made = io::make_folder(options_.output); !made) return refuse({made.error()});
    }
    for (const std::string& file : options_.files) status_ = worse(status_, convert(file));
    return status_;
  }

 private:
  [[nodiscard]] bool to_folder() const { return options_.output.ends_with('/') || options_.files.size() > 1; }

  bool is_place_right() {
    if (options_.files.size() > 1 && options_.output.empty()) {
      static_cast<void>(
          refuse_usage(message("Several files need a folder for what comes out: `-o FOLDER`."), env_));
      return false;
    }
    return true;
  }

  ExitStatus refuse(const Diagnostics& diagnostics) { return env_.report(diagnostics); }

  ExitStatus refuse(const NamedText& source, std::string pointer, CodeName code, Message why) {
    Diagnostics one = {error_at(std::move(pointer), std::move(code), std::move(why))};
    locate(source, one);
    return refuse(one);
  }

  ExitStatus convert(const std::string& file) {
    Result<std::string> text = io::read_whole(file, kMaxDocumentBytes);
    if (!text) return refuse({text.error()});
    const NamedText source{shown_name(file), *std::move(text)};
    Diagnostics warnings;
    const Checked<Proposal> proposal = decode_proposal(source, {}, warnings);
    if (!proposal) return refuse(proposal.error());
    if (!options_.common.quiet) env_.err.report(warnings);
    ExitStatus status = ExitStatus::done;
    const std::string name = !options_.common.rubric.empty() || proposal->rubric.id.empty() ||
                                     !is_builtin_rubric(proposal->rubric.id)
                                 ? options_.common.rubric
                                 : proposal->rubric.id;
    if (name.empty())
      return refuse(source, "/rubric/id", "unknown-rubric",
                    message("the proposal names no rubric that is built in; name its file with --rubric"));
    const std::optional<Rubric> rubric = load_rubric(name, true, env_, status);
    if (!rubric) return status;
    return convert(file, source, *proposal, *rubric);
  }

  ExitStatus convert(const std::string& file, const NamedText& source, const Proposal& proposal,
                     const Rubric& rubric) {
    if (!proposal.rubric.id.empty() && proposal.rubric.id != rubric.id())
      return refuse(source, "/rubric/id", "other-rubric",
                    message("written for rubric {0}, not for {1}", ibtikar::quoted(proposal.rubric.id),
                            ibtikar::quoted(rubric.id())));
    const auto from = major_version(proposal.rubric.version);
    const auto to = major_version(rubric.version());
    if (!from || !to)
      return refuse(source, "/rubric/version", "rubric-version",
                    message("the proposal or its rubric has no version that says from what to convert; "
                            "expected one such as \"1.2.0\""));
    if (from == to) {
      tell(message("{0}: written for version {1} already; nothing to convert", visible(source.name), *to));
      return write(file, source.text);
    }
    const Checked<Conversion> table = table_for(source, rubric.id(), *from);
    if (!table) return refuse(table.error());
    if (table->rubric != rubric.id() || table->from != *from || table->to != *to)
      return refuse(source, "/rubric/version", "no-conversion",
                    message("the table converts {0} from version {1} to {2}; expected {3} from {4} to {5}",
                            ibtikar::quoted(table->rubric), table->from, table->to,
                            ibtikar::quoted(rubric.id()), *from, *to));
    const Converted done = convert_proposal(source, proposal, *table, rubric);
    if (!options_.common.quiet) env_.err.report(done.warnings);
    tell(message("{0}: version {1} to {2}, {3}, {4} kept under \"x-unmatched\"", visible(source.name), *from,
                 *to, counted("{0} answer carried over", "{0} answers carried over", done.kept), done.aside));
    return write(file, done.text);
  }

  Checked<Conversion> table_for(const NamedText& source, const std::string& rubric, std::size_t from) {
    if (!options_.table.empty()) {
      Result<std::string> text = io::read_whole(options_.table, kMaxDocumentBytes);
      if (!text) return fail(Diagnostics{text.error()});
      return decode_conversion({options_.table, *std::move(text)});
    }
    const std::string name = fmt::format("conversions/{}-{}.json", rubric, from);
    const auto text = builtin_text(name);
    if (text) return decode_conversion({name + " (built in)", std::string(*text)});
    Diagnostics none = {error_at(
        "/rubric/version", "no-conversion",
        message("there is no table to convert proposals for version {0} of {1}; name one with --table", from,
                ibtikar::quoted(rubric)))};
    locate(source, none);
    return fail(std::move(none));
  }

  ExitStatus write(const std::string& file, const std::string& text) {
    if (io::is_standard_output(options_.output)) return env_.print(text);
    const std::string place = to_folder() ? options_.output + (options_.output.ends_with('/') ? "" : "/") +
                                                io::stem_of(file) + ".json"
                                          : options_.output;
    if (!written_.insert(place).second)
      return refuse(
          {error_at("", "same-output",
                    message("two files would become {0}; convert them one by one", ibtikar::quoted(place)))});
    for (const std::string& input : options_.files)
      if (io::place_of(place) == io::place_of(input))
        return refuse_usage(
            message("{0} is also an input; write what comes out elsewhere.", ibtikar::quoted(place)), env_);
    const Result<void> done = io::write_whole(place, text, io::Durability::answers);
    return done ? ExitStatus::done : refuse({done.error()});
  }

  void tell(const Message& line) {
    if (!options_.common.quiet) env_.err.note(line);
  }

  const RubricConvertOptions& options_;  // both outlive it
  Environment& env_;
  ExitStatus status_ = ExitStatus::done;
  std::set<std::string> written_;
};

}  // namespace

Command rubric_convert_command(RubricConvertOptions& options) {
  return {
      .name = "convert",
      .summary = message("convert proposals from an older major version of a rubric"),
      .options = {{.names = "FILE",
                   .description = message("the proposals to convert"),
                   .target = &options.files,
                   .required = true},
                  {.names = "-o,--output",
                   .value = "PATH",
                   .description = message("the file to write, or a folder for several proposals (default: "
                                          "standard output)"),
                   .target = &options.output,
                   .group = Group::output},
                  {.names = "--table",
                   .value = "FILE",
                   .description = message("conversion table (default: the built-in one)"),
                   .target = &options.table,
                   .group = Group::input},
                  rubric_option(options.common),
                  language_option(options.common.language),
                  quiet_option(options.common)},
      .examples = {"ibtikar rubric convert old.json -o new.json"},
      .run = [&options](Environment& env) { return run_rubric_convert(options, env); }};
}

ExitStatus run_rubric_convert(const RubricConvertOptions& options, Environment& env) {
  return Converting(options, env).run();
}

}  // namespace ibtikar::cli
