// See fault_sweep.h.
#include "support/fault_sweep.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>

#include <fmt/format.h>

#include "support/places.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

constexpr int kMostFailingCalls =
    1'000'000'000;  // more than any run here makes: a loop that does not end is a fault
constexpr std::size_t kMostFaultsTold = 10;
constexpr std::string_view kOutputName = "stdout";

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

std::string FaultKind::name() const {
  return fmt::format("{} {}{}", call, error == 0 ? "short" : ::strerrorname_np(error),
                     lasts ? " lasting" : "");
}

bool FaultKind::is_no_failure() const { return error == EINTR || error == 0; }

bool FaultKind::is_of_reading() const {
  return call == "open" || call == "read" || call == "stat" || call == "list" || call == "fopen" ||
         call == "fread";
}

const std::vector<FaultKind>& fault_kinds() {
  static const std::vector<FaultKind> kinds = {{"open", EMFILE},
                                               {"open", EIO},
                                               {"open", ENOSPC},
                                               {"open", EDQUOT},
                                               {"open", EINTR},
                                               {"open", EMFILE, true},
                                               {"read", EIO},
                                               {"read", ESTALE},
                                               {"read", EINTR},
                                               {"read", 0},
                                               {"read", EIO, true},
                                               {"write", ENOSPC},
                                               {"write", EIO},
                                               {"write", EDQUOT},
                                               {"write", EINTR},
                                               {"write", 0},
                                               {"write", ENOSPC, true},
                                               {"write", 0, true},
                                               {"fsync", EIO},
                                               {"fsync", ENOSPC},
                                               {"fsync", EDQUOT},
                                               {"fsync", EINTR},
                                               {"rename", EIO},
                                               {"rename", ENOSPC},
                                               {"rename", EROFS},
                                               {"rename", EDQUOT},
                                               {"rename", EINTR},
                                               {"close", EIO},
                                               {"close", ENOSPC},
                                               {"close", EDQUOT},
                                               {"close", EINTR},
                                               {"closeread", EIO, false, true},
                                               {"closeread", EINTR},
                                               {"stat", EIO},
                                               {"stat", EACCES},
                                               {"path", EIO},
                                               {"list", EIO},
                                               {"mkdir", ENOSPC},
                                               {"mkdir", EROFS},
                                               {"ftruncate", EIO},
                                               {"ftruncate", ENOSPC},
                                               {"seek", EIO},
                                               {"fchmod", EPERM},
                                               {"fchmod", EROFS},
                                               {"lock", ENOLCK},
                                               {"lock", EINTR},
                                               {"unlink", EIO, false, true},
                                               {"map", ENOMEM},
                                               {"fopen", EMFILE},
                                               {"fopen", EIO},
                                               {"fread", EIO},
                                               {"fwrite", ENOSPC},
                                               {"fwrite", EIO},
                                               {"fclose", ENOSPC},
                                               {"fclose", EIO},
                                               {"thread", EAGAIN, false, true},
                                               {"thread", EAGAIN, true, true},
                                               {"new", ENOMEM},
                                               {"malloc", ENOMEM}};
  return kinds;
}

FaultSweep::FaultSweep(FaultCase one) : case_(std::move(one)) {
  write_fault_inputs(here_);
  begin_anew();
  const Finished finished = run(nullptr, 0);
  if (finished.status != case_.status)
    throw std::runtime_error(fmt::format("{}: status {}\n{}", case_.name, finished.status, finished.err));
  new_ = outputs();
  told_ = finished.err;
  for (const auto& [name, bytes] : new_)
    if (name != kOutputName && !case_.is_new) old_[name] = old_text(name);
  for (const auto& [name, from] : case_.begins_as) old_[name] = here_.read("in/" + from);
  // With something old there the run may not differ.
  begin_anew();
  if (run(nullptr, 0).status != case_.status || outputs() != new_)
    throw std::runtime_error(case_.name + ": what it writes depends on what was there");
}

/// A page of an older run begins like one; only such a page is replaced (src/cli/output/page_folder.cpp).
std::string FaultSweep::old_text(const std::string& name) const {
  constexpr std::size_t kBeginning = 512;
  return name.starts_with("pages/") ? new_.at(name).substr(0, kBeginning) : "old";
}

void FaultSweep::begin_anew() const {
  fs::remove_all(here_.path() / "out");
  fs::create_directory(here_.path() / "out");
  fs::remove(apart_.path() / "came");
  for (const auto& [name, bytes] : old_) here_.write("out/" + name, bytes);
  if (old_.empty())
    for (const auto& [name, from] : case_.begins_as) here_.write("out/" + name, here_.read("in/" + from));
}

Finished FaultSweep::run(const FaultKind* kind, int nth) const {
  Command command{program(), case_.words()};
  command.input = case_.input;
  command.directory = here_.path();
  command.out_file = here_.path() / "out" / kOutputName;
  command.timeout = std::chrono::minutes(2);
  if (kind != nullptr) {
    command.environment["LD_PRELOAD"] = kind->call == "malloc" ? failing_memory() : failing_calls();
    // What packs a workbook (libminizip) forgets a name when a write fails; the process ends anyway.
    command.environment["ASAN_OPTIONS"] +=
        ":verify_asan_link_order=0:alloc_dealloc_mismatch=0:detect_leaks=0";
    command.environment["FAIL_CALL"] = kind->call;
    command.environment["FAIL_NTH"] = std::to_string(nth);
    command.environment["FAIL_ERRNO"] = std::to_string(kind->error);
    command.environment["FAIL_LASTS"] = kind->lasts ? "1" : "0";
    command.environment["FAIL_FOLDER"] = here_.path();
    command.environment["FAIL_MARK"] = apart_.path() / "came";
  }
  return run_process(command);
}

FaultSweep::Files FaultSweep::outputs() const {
  Files out;
  const fs::path folder = here_.path() / "out";
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (!entry.is_directory()) out[entry.path().lexically_relative(folder)] = read_file(entry.path());
  return out;
}

std::string FaultSweep::fault_of_files(const FaultKind& kind, const Files& now, bool all_new) const {
  if (all_new) return now == new_ ? "" : "the outputs are not those of a run without a fault";
  for (const auto& [name, bytes] : now) {
    if (name == kOutputName) continue;
    const auto made = new_.find(name);
    if (made == new_.end() && kind.call == "unlink") continue;  // that it stays is the fault
    if (made == new_.end()) return name + " is left behind";
    const auto before = old_.find(name);
    if (case_.tries_again && bytes.ends_with("}\n")) continue;
    if (case_.writes_the_rest && kind.is_of_reading() && !bytes.empty()) continue;
    if (bytes != made->second && (before == old_.end() || bytes != before->second))
      return fmt::format("{} is neither old nor new, with {} bytes", name, bytes.size());
  }
  for (const auto& [name, bytes] : old_)
    if (!now.contains(name)) return name + " is gone";
  return "";
}

std::string FaultSweep::fault_of_message(const FaultKind& kind, const std::string& told) const {
  if (kind.is_memory()) return has(told, "ibtikar: not enough memory\n") ? "" : "does not tell of memory";
  if (!has(told, ::strerror(kind.error))) return "does not tell the reason";
  const bool has_name = has(told, "in/") || has(told, "out/") || has(told, "standard output") ||
                        has(told, "output kept in memory");
  return has_name ? "" : "names no file";
}

bool FaultSweep::is_as_usual(const Finished& finished, const Files& now) const {
  if (finished.status != case_.status) return false;
  if (!case_.tries_again) return now == new_;
  return std::ranges::all_of(new_, [&](const auto& file) {  // but what it said
    return file.first == kOutputName || file.first.ends_with(".bak") ||
           (now.contains(file.first) && now.at(file.first) == file.second);
  });
}

bool FaultSweep::must_be_told(const FaultKind& kind) const {
  if (case_.tries_again) return false;
  // What a lock says is a courtesy; of the proposal itself, a failed write or close changes the status.
  const bool has_lock = case_.arguments.starts_with("fill ");
  if (has_lock && (kind.call == "write" || kind.call == "close")) return false;
  // Libraries close what is synced only later: then a disk that failed says so.
  if (kind.call == "close") return !has(case_.arguments, "xlsx") && !has(case_.arguments, ".db");
  return kind.is_memory() || kind.call == "write" || kind.call == "fwrite" || kind.call == "fsync" ||
         kind.call == "rename" || kind.call == "fclose";
}

std::string FaultSweep::fault_of(const FaultKind& kind, const Finished& finished) const {
  if (finished.timed_out) return "does not end";
  if (finished.signal != 0) return fmt::format("is ended by signal {}", finished.signal);
  const Files now = outputs();
  const bool is_usual = is_as_usual(finished, now);
  if (kind.call == "unlink") return finished.status == case_.status ? "" : "what stays changes the status";
  if (kind.is_no_failure() || kind.is_harmless) {
    if (!is_usual) return "a fault that may not matter changes the result";
    return finished.err == told_ ? "" : "a fault that may not matter is told";
  }
  if (is_usual) return must_be_told(kind) ? "is told by nobody" : "";
  // A rubric whose base cannot be read is told as invalid, with the reason.
  const bool is_baseless = finished.status == 3 && has(finished.err, "[unknown-base]");
  if (finished.status != (kind.is_memory() ? 70 : 4) && !is_baseless) return "the status is wrong";
  if (std::string wrong = fault_of_files(kind, now, false); !wrong.empty()) return wrong;
  return fault_of_message(kind, finished.err);
}

FaultTally FaultSweep::sweep(const FaultKind& kind, const FaultSteps& steps) const {
  FaultTally tally;
  for (int nth = steps.first; nth < kMostFailingCalls;
       nth += steps.step + (steps.share > 0 ? nth / steps.share : 0)) {
    begin_anew();
    const Finished finished = run(&kind, nth);
    if (!fs::exists(apart_.path() / "came")) return tally;
    ++tally.calls;
    ++tally.by_status[finished.status];
    const std::string fault = fault_of(kind, finished);
    if (fault.empty()) continue;
    if (tally.faults.size() < kMostFaultsTold)
      tally.faults.push_back(fmt::format("{}, number {}: {}: status {}\n{}", kind.name(), nth, fault,
                                         finished.status, finished.err));
  }
  tally.faults.push_back(kind.name() + ": the calls do not end");
  return tally;
}

}  // namespace ibtikar::test
