// See batch_continuation.h.
#include "cli/commands/batch_continuation.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/safe_text.h"
#include "cli/commands/batch_asked.h"
#include "cli/shell_word.h"

namespace ibtikar::cli {
namespace {

/// The words of a command without --skip and its number.
std::vector<std::string> without_skip(const std::vector<std::string>& words) {
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--skip")
      ++i;
    else if (!words[i].starts_with("--skip="))
      kept.push_back(words[i]);
  }
  return kept;
}

}  // namespace

/// Whether what was written so far is the beginning of what will be written, whatever is still to
/// come.
bool BatchContinuation::can_continue() const {
  return has_lines(form_) && !is_sorted(options_) && options_.reports.empty() &&
         options_.checks.baseline.empty() && options_.shard.empty();
}

/// A digest of all that the bytes of the outputs depend on, but for the input's content.
std::string BatchContinuation::asked() const {
  std::string all = asked_of(options_, rubric_, form_);
  // No output depends on these, but the status does.
  std::vector<std::string> texts = options_.checks.fail_under;
  texts.insert(texts.end(), options_.paths.begin(), options_.paths.end());
  for (const std::string& text : texts) all += fmt::format("\n{} {}", text.size(), text);
  return sha256(all);
}

Result<bool> BatchContinuation::resume(const HeldOutputs& outputs) {
  const PartFiles parts(outputs);
  const auto refuse = [](Message why) { return fail(error_at("", Code::usage, std::move(why))); };
  if (!can_continue() || !parts.has_place())
    return refuse(
        message("--continue: an interrupted run can be continued when rows are ndjson or csv in the order of "
                "the input, without --reports and --baseline, and something goes into a file; start again "
                "without it"));
  Result<std::optional<BatchState>> before = parts.read();
  if (!before) return fail(before.error());
  if (!*before) return false;
  if ((*before)->asked != asked() || (*before)->summary.digest != rubric_.parts().digest)
    return refuse(
        message("--continue: {0} is from a run with another input, rubric or options; give the same ones, or "
                "start again without --continue",
                ibtikar::quoted(parts.state_file())));
  if (Result<void> copied = parts.copy_to(outputs, **before); !copied) return fail(copied.error());
  before_ = **std::move(before);
  return true;
}

Result<Advice> BatchContinuation::stop(const HeldOutputs& outputs, BatchState now) const {
  // The signal may come before the skipped records have been read again.
  now.records = std::max(now.records, before_ ? before_->records : options_.skip);
  Message next;
  std::vector<std::string> command = options_.typed;
  const PartFiles parts(outputs);
  if (!options_.shard.empty()) {
    next = message("a shard is made as a whole: what it wrote so far is of no use. Start again with:");
  } else if (!can_continue()) {
    next = message("no output was written: this kind is made when all records are there. Start again with:");
  } else if (!parts.has_place()) {
    next = message("the same command with --skip {0} goes on there:", now.records);
    command = without_skip(command);
    command.insert(command.end(), {"--skip", std::to_string(now.records)});
    if ((form_ == BatchForm::csv || !options_.answers.empty()) && !options_.no_header)
      command.emplace_back("--no-header");
  } else {
    now.asked = asked();
    if (Result<void> kept = parts.keep(outputs, now); !kept) return fail(kept.error());
    next = message("no output was changed, what is done is kept with {0}. Go on with:",
                   ibtikar::quoted(parts.state_file()));
    if (!options_.resume) command.emplace_back("--continue");
  }
  return Advice{counted("stopped after {0} record; {1}", "stopped after {0} records; {1}", now.records,
                        std::move(next)),
                shell_command(command)};
}

void BatchContinuation::end(const HeldOutputs& outputs) const { PartFiles(outputs).remove(); }

}  // namespace ibtikar::cli
