// What can be verified: one table of the kinds of saved results. A new kind is one line there and
// one function that recomputes it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/commands/verify.h"
#include "ibtikar/result.h"
#include "ibtikar/streams.h"
#include "ibtikar/verification.h"

namespace ibtikar::cli {

/// A saved file that can be read again and again; standard input is kept in memory.
class SavedFile {
 public:
  [[nodiscard]] static Result<SavedFile> open(const std::string& path);

  [[nodiscard]] const std::string& path() const { return path_; }
  /// Its first bytes, enough to tell what it is.
  [[nodiscard]] const std::string& beginning() const { return beginning_; }
  [[nodiscard]] Result<std::unique_ptr<ByteSource>> bytes() const;
  [[nodiscard]] Result<std::string> whole(std::size_t most) const;

 private:
  std::string path_;
  std::string beginning_;
  std::optional<std::string> typed_;  ///< all of standard input
};

/// What came of a verification. Without `result` something stopped it, and was told.
struct Verified {
  std::optional<Verification> result;
  ExitStatus status = ExitStatus::done;  ///< of reading the inputs
};

struct ResultKind {
  std::string_view name;     ///< Verification::kind
  std::string_view format;   ///< how its `format` member begins; empty: it has none
  bool needs_inputs = true;  ///< it does not say itself what it was computed from
  Verified (*verify)(const SavedFile& saved, const VerifyOptions& options, Environment& env);
};

[[nodiscard]] std::span<const ResultKind> result_kinds();
/// The kind of a file; nullptr if it says a format that cannot be verified.
[[nodiscard]] const ResultKind* kind_of_file(const SavedFile& saved);

[[nodiscard]] Verified verify_assessments(const SavedFile& saved, const VerifyOptions& options,
                                          Environment& env);
[[nodiscard]] Verified verify_rows(const SavedFile& saved, const VerifyOptions& options, Environment& env);
[[nodiscard]] Verified verify_panel(const SavedFile& saved, const VerifyOptions& options, Environment& env);
[[nodiscard]] Verified verify_ranking(const SavedFile& saved, const VerifyOptions& options, Environment& env);
[[nodiscard]] Verified verify_saved_draw(const SavedFile& saved, const VerifyOptions& options,
                                         Environment& env);
[[nodiscard]] Verified verify_summary(const SavedFile& saved, const VerifyOptions& options, Environment& env);

/// A command, run with what it prints going to `out`.
struct CapturedRun {
  ExitStatus status = ExitStatus::done;
  std::string told;  ///< on standard error, lines that are safe to show
};
[[nodiscard]] CapturedRun run_captured(ByteSink& out, const Environment& env,
                                       const std::function<ExitStatus(Environment&)>& command);

/// The same of a command whose whole output is a text.
class TextSink final : public ByteSink {
 public:
  Result<void> write(std::string_view bytes) override {
    text_ += bytes;
    return {};
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// The rows or the summary again: the run that `options` describes, quiet, over the inputs.
[[nodiscard]] BatchCommand batch_again(const VerifyOptions& options, const std::string& rubric);

/// A verification of this file, still without differences.
[[nodiscard]] Verification verification_of(const SavedFile& saved, std::string_view kind);

/// Whether any input is standard input, which can be read once.
[[nodiscard]] bool reads_standard_input(const VerifyOptions& options);

}  // namespace ibtikar::cli
