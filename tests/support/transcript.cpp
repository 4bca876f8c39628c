// See transcript.h. Text that does not end in a line end is written with a closing line kNoLineEnd.
#include "support/transcript.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>
#include <stdexcept>

#include <fmt/format.h>

#include "support/golden.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

constexpr std::string_view kError = "__ERROR__";
constexpr std::string_view kAnyLines = "...";
constexpr std::string_view kNoLineEnd = "\\ no line end";

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

/// A block's lines as the bytes they stand for.
std::string bytes_of_block(std::span<const std::string_view> lines) {
  const bool open_end = !lines.empty() && lines.back() == kNoLineEnd;
  if (open_end) lines = lines.first(lines.size() - 1);
  std::string bytes;
  for (const std::string_view line : lines) (bytes += line) += '\n';
  if (open_end && !bytes.empty()) bytes.pop_back();
  return bytes;
}

/// The opposite: bytes as a block writes them.
std::string block_of_bytes(std::string_view bytes) {
  std::string block(bytes);
  if (!block.empty() && block.back() != '\n') (block += '\n') += std::string(kNoLineEnd) + "\n";
  return block;
}

/// Reads a transcript's lines from the first to the last.
class Parser {
 public:
  explicit Parser(std::string_view text) : lines_(lines_of(text)) {}

  std::vector<Step> steps() {
    std::vector<Step> steps;
    for (; at_ < lines_.size(); ++at_) {
      const std::string_view line = lines_[at_];
      if (line.empty() || line.starts_with('#')) continue;
      if (std::optional<Step> step = next_step(line)) steps.push_back(std::move(*step));
    }
    if (input_) fail("standard input is given, and no test follows that reads it");
    return steps;
  }

 private:
  /// The step that begins at the line at hand, which then is the step's last. `stdin` is kept for the
  /// test that follows.
  std::optional<Step> next_step(std::string_view line) {
    const std::string_view kind = line.substr(0, line.find(' '));
    const std::string_view rest = line.substr(std::min(kind.size() + 1, line.size()));
    if (kind == "file") return MakeFile{one_word(rest), block("end file")};
    if (kind == "copy") return copy(rest);
    if (kind == "env") return variable(rest);
    if (kind == "test") return command(rest);
    if (line != "stdin") fail("expected file, copy, env, stdin, test or #");
    input_ = block("end stdin");
    return std::nullopt;
  }

  Step copy(std::string_view rest) {
    const std::vector<std::string> words = split_words(rest);
    if (words.empty() || words.size() > 2) fail("expected copy PATH [NAME]");
    const std::string name =
        words.size() == 2 ? words[1] : std::filesystem::path(words[0]).filename().string();
    return CopyFromProject{words[0], name};
  }

  Step variable(std::string_view rest) {
    const std::string setting = one_word(rest);
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos || equals == 0) fail("expected env NAME=VALUE");
    return SetVariable{setting.substr(0, equals), setting.substr(equals + 1)};
  }

  Step command(std::string_view rest) {
    const std::size_t arrow = rest.rfind(" -> ");
    if (arrow == std::string_view::npos) fail("expected test COMMAND -> STATUS");
    RunCommand step;
    step.words = split_words(rest.substr(0, arrow));
    if (step.words.empty()) fail("expected a command");
    const std::string_view status = rest.substr(arrow + 4);
    const auto [end, error] = std::from_chars(status.data(), status.data() + status.size(), step.status);
    if (error != std::errc() || end != status.data() + status.size()) fail("the exit status is a number");
    if (input_) step.input = std::move(*input_);
    input_.reset();

    step.line = at_ + 1;
    const std::span<const std::string_view> expected = block_lines("end test");
    step.end_line = at_ + 1;
    const auto error_mark = std::ranges::find(expected, kError);
    const auto out_lines = static_cast<std::size_t>(error_mark - expected.begin());
    step.out = bytes_of_block(expected.first(out_lines));
    if (error_mark != expected.end()) step.err = bytes_of_block(expected.subspan(out_lines + 1));
    return step;
  }

  std::string one_word(std::string_view rest) {
    std::vector<std::string> words = split_words(rest);
    if (words.size() != 1) fail("expected one word");
    return words[0];
  }

  /// The lines after the one at hand, up to `ending`, which then is the one at hand.
  std::span<const std::string_view> block_lines(std::string_view ending) {
    const std::size_t first = at_ + 1;
    const auto end = std::find(lines_.begin() + static_cast<std::ptrdiff_t>(first), lines_.end(), ending);
    if (end == lines_.end()) fail(fmt::format("there is no \"{}\" after this", ending));
    at_ = static_cast<std::size_t>(end - lines_.begin());
    return std::span(lines_).subspan(first, at_ - first);
  }

  std::string block(std::string_view ending) { return bytes_of_block(block_lines(ending)); }

  [[noreturn]] void fail(std::string_view why) const {
    throw std::runtime_error(fmt::format("line {}: {}", std::min(at_ + 1, lines_.size()), why));
  }

  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  std::optional<std::string> input_;
};

/// In a block with "..." the first line that differs says little, so all that came out is shown.
std::string tell_stream(std::string_view stream, std::string_view expected, std::string_view actual) {
  if (matches_pattern(expected, actual)) return "";
  if (std::ranges::count(lines_of(expected), kAnyLines) > 0)
    return fmt::format("  {} does not match; it was:\n{}\n", stream, actual);
  return fmt::format("  {}, {}\n", stream, first_difference(expected, actual));
}

std::string tell_difference(const RunCommand& step, const Finished& finished) {
  std::string told;
  if (finished.timed_out) told += "  it did not end in time\n";
  if (finished.status != step.status)
    told += fmt::format("  exit status: expected {}, actual {}\n", step.status, finished.status);
  told += tell_stream("standard output", step.out, finished.out);
  told += tell_stream("standard error", step.err, finished.err);
  if (told.empty()) return "";
  return fmt::format("line {}: {}\n{}", step.line, fmt::join(step.words, " "), told);
}

/// The test's lines as they would have to be, from "test" to "end test".
std::string approved_lines(const RunCommand& step, std::string_view test_line, const Finished& finished) {
  const std::string out = matches_pattern(step.out, finished.out) ? step.out : finished.out;
  const std::string err = matches_pattern(step.err, finished.err) ? step.err : finished.err;
  std::string text = fmt::format("{} -> {}\n", test_line.substr(0, test_line.rfind(" -> ")), finished.status);
  text += block_of_bytes(out);
  if (!err.empty()) text += std::string(kError) + "\n" + block_of_bytes(err);
  return text + "end test\n";
}

/// Does the steps, one by one, and writes the approved transcript along.
class Runner {
 public:
  Runner(std::string_view text, const std::filesystem::path& folder, const std::filesystem::path& project)
      : lines_(lines_of(text)), folder_(folder), project_(project) {
    environment_["HOME"] = folder.string();
  }

  void operator()(const MakeFile& step) { write_file(folder_ / step.name, step.bytes); }

  void operator()(const CopyFromProject& step) {
    const std::filesystem::path to = folder_ / step.name;
    std::filesystem::create_directories(to.parent_path());
    std::filesystem::copy(project_ / step.from, to, std::filesystem::copy_options::recursive);
  }

  void operator()(const SetVariable& step) { environment_[step.name] = step.value; }

  void operator()(const RunCommand& step) {
    Command command{step.words[0], {step.words.begin() + 1, step.words.end()}};
    command.input = step.input;
    command.environment = environment_;
    command.directory = folder_;
    const Finished finished = run_process(command);
    const std::string difference = tell_difference(step, finished);
    if (!difference.empty()) outcome_.differences.push_back(difference);
    keep_lines_before(step.line);
    outcome_.approved += approved_lines(step, lines_[step.line - 1], finished);
    kept_ = step.end_line;
  }

  TranscriptOutcome outcome() {
    keep_lines_before(lines_.size() + 1);
    return outcome_;
  }

 private:
  void keep_lines_before(std::size_t line) {
    for (; kept_ + 1 < line; ++kept_) (outcome_.approved += lines_[kept_]) += '\n';
  }

  std::vector<std::string_view> lines_;
  std::size_t kept_ = 0;  ///< lines of the transcript that are in `approved`
  const std::filesystem::path& folder_;
  const std::filesystem::path& project_;
  Environment environment_ = plain_environment();
  TranscriptOutcome outcome_;
};

}  // namespace

std::vector<std::string> transcript_names(const std::filesystem::path& project) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(project / "tests" / "cli"))
    if (entry.path().extension() == ".test") names.push_back(entry.path().stem().string());
  std::ranges::sort(names);
  return names;
}

std::vector<Step> parse_transcript(std::string_view text) { return Parser(text).steps(); }

TranscriptOutcome run_transcript(std::string_view text, const std::filesystem::path& folder,
                                 const std::filesystem::path& project) {
  Runner runner(text, folder, project);
  for (const Step& step : parse_transcript(text)) std::visit(runner, step);
  return runner.outcome();
}

std::vector<std::string> split_words(std::string_view line) {
  std::vector<std::string> words;
  std::optional<std::string> word;  // none between words; "" is a word too
  char quote = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == ' ' && quote == 0) {
      if (word) words.push_back(std::move(*word));
      word.reset();
      continue;
    }
    if (!word) word.emplace();
    if (c == quote)
      quote = 0;
    else if (quote == 0 && (c == '\'' || c == '"'))
      quote = c;
    else if (c == '\\' && quote != '\'' && at + 1 < line.size())
      *word += line[++at];
    else
      *word += c;
  }
  if (quote != 0) throw std::runtime_error(fmt::format("a {} stays open: {}", quote, line));
  if (word) words.push_back(std::move(*word));
  return words;
}

bool matches_pattern(std::string_view expected, std::string_view actual) {
  if (expected == actual) return true;
  if (expected.ends_with('\n') != actual.ends_with('\n') && !actual.empty()) return false;
  const std::vector<std::string_view> want = lines_of(expected);
  const std::vector<std::string_view> have = lines_of(actual);
  // After each line of the pattern: could the first n lines of `have` have been all so far?
  std::vector<bool> reachable(have.size() + 1, false);
  reachable[0] = true;
  for (const std::string_view line : want) {
    std::vector<bool> next(have.size() + 1, false);
    bool any_before = false;
    for (std::size_t n = 0; n <= have.size(); ++n) {
      any_before = any_before || reachable[n];
      next[n] = line == kAnyLines ? any_before : n > 0 && reachable[n - 1] && line == have[n - 1];
    }
    reachable = std::move(next);
  }
  return reachable[have.size()];
}

}  // namespace ibtikar::test
