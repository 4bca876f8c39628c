// See resume.h.
#include "cli/ask/resume.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "cli/load.h"

namespace ibtikar::cli {
namespace {

void show(const Diagnostics& diagnostics, Environment& env) { env.err.report(diagnostics); }

/// Whether a diagnostic is about the answer with this id.
bool is_about(const Diagnostic& diagnostic, const std::string& id) {
  const std::string pointer = "/answers/" + pointer_token(id);
  return diagnostic.pointer == pointer || diagnostic.pointer.starts_with(pointer + "/");
}

}  // namespace

bool is_by_hand(const AskOptions& options) { return !options.common.rubric.empty(); }

Checked<Proposal> read_proposal(const AnswersStore& store, bool quiet, Environment& env) {
  if (!store.text_at_open()) return Proposal{};
  Diagnostics warnings;
  Checked<Proposal> proposal = decode_proposal({store.path(), *store.text_at_open()}, {}, warnings);
  if (proposal && !quiet) show(warnings, env);
  return proposal;
}

Checked<std::string> rubric_name(const AskOptions& options, const Proposal& proposal,
                                 const AnswersStore& store) {
  if (is_by_hand(options)) return options.common.rubric;
  if (proposal.rubric.id.empty()) return std::string(kDefaultRubric);
  if (is_builtin_rubric(proposal.rubric.id)) return proposal.rubric.id;
  Diagnostics errors = {
      error_at("/rubric/id", "unknown-rubric",
               message("written for rubric {0}, which is not built in; name its file with --rubric",
                       ibtikar::quoted(proposal.rubric.id)))};
  locate({store.path(), store.text_at_open().value_or("")}, errors);
  return fail(std::move(errors));
}

bool bring_back_what_fits(AnswersStore& store, const Rubric& rubric) {
  const std::vector<std::string> aside = store.document().aside();
  if (aside.empty()) return false;
  AnswersFile tried = store.document();
  for (const std::string& id : aside) tried.bring_back(id);
  Diagnostics warnings;
  const Checked<Proposal> all = decode_proposal({store.path(), tried.text()}, {.lenient = true}, warnings);
  if (!all) return false;
  const auto sheet = Scorer(rubric).encode(*all, {.lenient = true, .rubric_by_hand = true}, warnings);
  bool found = false;
  for (const std::string& id : aside) {
    const bool has_fault =
        std::any_of(warnings.begin(), warnings.end(), [&](const Diagnostic& d) { return is_about(d, id); });
    if (!sheet || has_fault || !rubric.find(id)) continue;
    store.document().bring_back(id);
    found = true;
  }
  return found;
}

Result<void> set_aside_what_does_not_fit(const Scorer& scorer, Proposal& proposal, const AskOptions& options,
                                         AnswersStore& store, const QuestionText& screen, Environment& env) {
  Diagnostics warnings;
  const NamedText source{store.path(), store.text_at_open().value_or("{}")};
  Checked<AnswerSheet> sheet =
      scorer.encode(proposal, {.lenient = true, .rubric_by_hand = is_by_hand(options)}, warnings);
  if (!sheet) {
    Diagnostics errors = sheet.error();
    locate(source, errors);
    show(errors, env);
    return fail(errors.front());
  }
  warnings.forget(code_name(Code::hidden_answer));
  if (warnings.empty()) return {};
  bool has_misfit = false;
  std::erase_if(proposal.answers, [&](const auto& answer) {
    const bool is_misfit = std::any_of(warnings.begin(), warnings.end(),
                                       [&](const Diagnostic& d) { return is_about(d, answer.first); });
    if (is_misfit) store.document().set_aside(answer.first);
    has_misfit = has_misfit || is_misfit;
    return is_misfit;
  });
  if (options.common.quiet) return {};
  locate(source, warnings);
  show(warnings, env);
  if (has_misfit) env.err.show(screen.lines(screen.words().kept_unread));
  return {};
}

bool set_members(AnswersFile& document, const AskOptions& options, const Proposal& proposal) {
  struct Member {
    const char* name;
    const std::string& wanted;
    const std::string& present;
  };
  const std::array<Member, 5> members = {{{"id", options.id, proposal.id},
                                          {"title", options.title, proposal.title},
                                          {"organization", options.organization, proposal.organization},
                                          {"assessor", options.assessor, proposal.assessor},
                                          {"date", options.date, proposal.date}}};
  bool changed = false;
  for (const Member& member : members) {
    if (member.wanted.empty() || member.wanted == member.present) continue;
    document.set_text(member.name, member.wanted);
    changed = true;
  }
  return changed;
}

}  // namespace ibtikar::cli
