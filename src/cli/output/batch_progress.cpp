// See batch_progress.h.
#include "cli/output/batch_progress.h"

#include <algorithm>

#include <fmt/format.h>

namespace ibtikar::cli {
namespace {

constexpr std::chrono::milliseconds kPause(200);

/// 1,234,567
std::string grouped(std::uint64_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string clock_text(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::max(0.0, seconds) + 0.5);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

BatchProgress::BatchProgress(Environment& env, bool quiet, std::optional<std::uint64_t> size)
    : env_(env),
      is_shown_(!quiet && env.surroundings.error_is_terminal && env.surroundings.has_screen),
      size_(size) {}

void BatchProgress::add(const BlockResult& result) {
  records_ += result.records;
  rejected_ += result.rejected;
  bytes_ += result.bytes;
  if (!is_shown_ || Clock::now() - shown_at_ < kPause) return;
  shown_at_ = Clock::now();
  show();
}

void BatchProgress::show() {
  const double seconds = std::chrono::duration<double>(Clock::now() - began_).count();
  Message line = message("{0} records, {1}/s, {2} rejected", grouped(records_),
                         grouped(static_cast<std::uint64_t>(static_cast<double>(records_) / seconds)),
                         grouped(rejected_));
  if (size_ && *size_ > 0 && bytes_ > 0) {
    const double share = std::min(1.0, static_cast<double>(bytes_) / static_cast<double>(*size_));
    line = message("{0}, {1}%, {2} left", std::move(line), fmt::format("{:.0f}", 100 * share),
                   clock_text(seconds / share - seconds));
  }
  env_.err.progress(line, std::max<std::size_t>(env_.surroundings.columns, 2) - 1);
  is_there_ = true;
}

void BatchProgress::clear() {
  if (!is_there_) return;
  env_.err.clear_progress();
  is_there_ = false;
}

}  // namespace ibtikar::cli
