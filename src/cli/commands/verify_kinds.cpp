// See verify_kinds.h.
#include "cli/commands/verify_kinds.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cli/load.h"
#include "cli/scoring.h"
#include "ibtikar/codec.h"
#include "ibtikar/summary.h"
#include "ibtikar/version.h"
#include "io/files/byte_sources.h"
#include "io/files/files.h"

namespace ibtikar::cli {
namespace {

constexpr std::size_t kBeginning = 4096;
constexpr std::string_view kAnyBlank = " \t\r\n";

/// A text that was read before.
class TextSource final : public ByteSource {
 public:
  explicit TextSource(std::string_view text) : rest_(text) {}
  Result<std::size_t> read(char* into, std::size_t most) override {
    const std::size_t count = std::min(most, rest_.size());
    std::copy_n(rest_.data(), count, into);
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
};

/// "ibtikar-summary/1" of a text that begins with an object, or a list of objects, whose first
/// member is `format`; empty if it has none.
std::string_view format_said(std::string_view text) {
  const auto skip = [&](std::string_view signs) {
    text.remove_prefix(std::min(text.find_first_not_of(signs), text.size()));
  };
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  skip(kAnyBlank);
  if (text.starts_with('[')) text.remove_prefix(1);
  skip(kAnyBlank);
  if (!text.starts_with('{')) return {};
  text.remove_prefix(1);
  skip(kAnyBlank);
  constexpr std::string_view kMember = "\"format\"";
  if (!text.starts_with(kMember)) return {};
  text.remove_prefix(kMember.size());
  skip(" \t\r\n:");
  if (!text.starts_with('"')) return {};
  text.remove_prefix(1);
  return text.substr(0, text.find('"'));
}

constexpr std::array<ResultKind, 6> kKinds = {{
    {"assessments", "ibtikar-assessment/", true, verify_assessments},
    {"summary", "ibtikar-summary/", true, verify_summary},
    {"panel", "ibtikar-panel/", true, verify_panel},
    {"ranking", "ibtikar-ranking/", true, verify_ranking},
    {"draw", "ibtikar-draw/", false, verify_saved_draw},
    {"rows", "", true, verify_rows},
}};

}  // namespace

Result<SavedFile> SavedFile::open(const std::string& path) {
  SavedFile saved;
  saved.path_ = path;
  if (path == "-") {
    Result<std::string> text = io::read_whole(path, kMaxAssessmentsBytes);
    if (!text) return fail(text.error());
    saved.beginning_ = text->substr(0, kBeginning);
    saved.typed_ = *std::move(text);
    return saved;
  }
  const Result<std::unique_ptr<ByteSource>> source = saved.bytes();
  if (!source) return fail(source.error());
  std::string& begun = saved.beginning_;
  begun.resize(kBeginning);
  std::size_t size = 0;
  while (size < kBeginning) {
    const Result<std::size_t> got = (*source)->read(begun.data() + size, kBeginning - size);
    if (!got) return fail(got.error());
    if (*got == 0) break;
    size += *got;
  }
  begun.resize(size);
  return saved;
}

Result<std::unique_ptr<ByteSource>> SavedFile::bytes() const {
  if (typed_) return std::unique_ptr<ByteSource>(std::make_unique<TextSource>(*typed_));
  return io::open_bytes(path_);
}

Result<std::string> SavedFile::whole(std::size_t most) const {
  if (typed_) return *typed_;
  return io::read_whole(path_, most);
}

std::span<const ResultKind> result_kinds() { return kKinds; }

const ResultKind* kind_of_file(const SavedFile& saved) {
  const std::string_view said = format_said(saved.beginning());
  for (const ResultKind& kind : kKinds)
    if (kind.format.empty() ? said.empty() : said.starts_with(kind.format)) return &kind;
  return nullptr;
}

CapturedRun run_captured(ByteSink& out, const Environment& env,
                         const std::function<ExitStatus(Environment&)>& command) {
  TextSink told;
  Messages messages(told);
  messages.speak(env.err.language());
  io::Surroundings surroundings = env.surroundings;
  surroundings.output_is_terminal = surroundings.error_is_terminal = false;
  Environment inner{out, messages, env.lines, surroundings};
  const ExitStatus status = command(inner);
  return {status, told.text()};
}

BatchCommand batch_again(const VerifyOptions& options, const std::string& rubric) {
  BatchCommand batch = options.run;
  batch.common.rubric = rubric;
  batch.common.language = options.common.language;
  batch.common.color = "never";
  batch.common.quiet = true;
  batch.paths = options.inputs;
  return batch;
}

Verification verification_of(const SavedFile& saved, std::string_view kind) {
  Verification verification;
  verification.file = shown_name(saved.path());
  verification.kind = kind;
  verification.engine = version();
  return verification;
}

bool reads_standard_input(const VerifyOptions& options) {
  return std::find(options.inputs.begin(), options.inputs.end(), "-") != options.inputs.end();
}

}  // namespace ibtikar::cli
