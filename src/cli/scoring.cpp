// See scoring.h.
#include "cli/scoring.h"

#include "base/safe_text.h"
#include "cli/load.h"
#include "io/files/files.h"
#include "io/files/input_blocks.h"

namespace ibtikar::cli {
namespace {

Diagnostics located(const NamedText& source, Diagnostics diagnostics) {
  locate(source, diagnostics);
  return diagnostics;
}

Diagnostics as_errors(Diagnostics warnings) {
  for (Diagnostic& warning : warnings) warning.severity = Severity::error;
  return warnings;
}

Diagnostic table_fault(const std::string& file) {
  Diagnostic fault = error_at("", Code::wrong_format,
                              message("this is a table of proposals; expected one proposal as JSON. `ibtikar "
                                      "batch` scores tables, a row each"));
  fault.file = file;
  return fault;
}

}  // namespace

std::optional<ReadProposal> Scoring::read(const std::string& file) {
  Result<std::string> text = io::read_whole(file, kMaxDocumentBytes);
  if (!text) {
    if (text.error().is(Code::too_large))
      text.error().message = message(
          "{0}; `ibtikar batch` reads files of many proposals, whatever their size", text.error().message);
    return refuse({text.error()});
  }
  if (io::is_table_name(file)) return refuse({table_fault(file)});
  return read(file, {shown_name(file), std::move(*text)});
}

std::optional<ReadProposal> Scoring::read(const std::string& file, const NamedText& source) {
  Diagnostics warnings;
  Checked<Proposal> proposal = decode_proposal(source, {options_.lenient}, warnings);
  if (!proposal) return refuse(proposal.error());
  if (proposal->id.empty()) proposal->id = file == "-" ? "stdin" : io::stem_of(file);
  const Scorer* scorer = scorer_of(*proposal, source);
  if (scorer == nullptr) return std::nullopt;
  Checked<AnswerSheet> sheet =
      scorer->encode(*proposal, {options_.lenient, !common_.rubric.empty()}, warnings);
  if (!sheet) return refuse(located(source, sheet.error()));
  warnings = located(source, std::move(warnings));
  if (options_.strict && !warnings.empty()) return refuse(as_errors(std::move(warnings)));
  if (!common_.quiet) show(warnings);
  return ReadProposal{scorer, std::move(*proposal), std::move(*sheet), std::move(warnings)};
}

namespace {

std::optional<Assessment> assessed_of(const std::optional<ReadProposal>& read) {
  if (!read) return std::nullopt;
  return read->scorer->assess(read->proposal, read->sheet, read->warnings);
}

}  // namespace

std::optional<Assessment> Scoring::score(const std::string& file) { return assessed_of(read(file)); }

std::optional<Assessment> Scoring::score(const std::string& file, const NamedText& source) {
  return assessed_of(read(file, source));
}

void Scoring::show(const Diagnostics& diagnostics) { env_.err.report(diagnostics); }

std::nullopt_t Scoring::refuse(const Diagnostics& diagnostics) {
  show(diagnostics);
  status_ = worse(status_, status_of(diagnostics));
  return std::nullopt;
}

const Scorer* Scoring::scorer_of(const Proposal& proposal, const NamedText& source) {
  if (!common_.rubric.empty()) return scorer_for(common_.rubric);
  const std::string& named = proposal.rubric.id;
  if (named.empty()) return scorer_for(kDefaultRubric);
  if (is_builtin_rubric(named)) return scorer_for(named);
  refuse(located(
      source, {error_at("/rubric/id", "unknown-rubric",
                        message("written for rubric {0}, which is not built in; name its file with --rubric",
                                ibtikar::quoted(named)))}));
  return nullptr;
}

/// A rubric that cannot be used is told once and remembered as such.
const Scorer* Scoring::scorer_for(const std::string& name) {
  auto found = scorers_.find(name);
  if (found == scorers_.end()) {
    const std::optional<Rubric> rubric = load_rubric(name, common_.quiet, env_, status_, &rubric_files_);
    found = scorers_.emplace(name, rubric ? std::optional<Scorer>(*rubric) : std::nullopt).first;
  }
  return found->second ? &*found->second : nullptr;
}

}  // namespace ibtikar::cli
