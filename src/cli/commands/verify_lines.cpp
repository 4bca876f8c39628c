// See verify_lines.h.
#include "cli/commands/verify_lines.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "codec/results/json_difference.h"
#include "codec/table/csv.h"
#include "ibtikar/batch.h"

namespace ibtikar::cli {

Result<std::optional<std::string>> SavedLines::next() {
  for (std::size_t look = at_;;) {
    const std::size_t end = ahead_.find('\n', look);
    if (end != std::string::npos || is_over_) {
      const std::size_t stop = end == std::string::npos ? ahead_.size() : end + 1;
      if (stop == at_) return std::optional<std::string>();
      std::string line = ahead_.substr(at_, stop - at_);
      at_ = stop;
      return std::optional(std::move(line));
    }
    ahead_.erase(0, at_);
    at_ = 0;
    look = ahead_.size();
    if (look > kMaxRecordBytes)
      return fail(error_at("", Code::too_large, message("a line of the saved rows is too long")));
    constexpr std::size_t kStep = std::size_t{1} << 16;
    ahead_.resize(look + kStep);
    const Result<std::size_t> got = source_->read(ahead_.data() + look, kStep);
    if (!got) return fail(got.error());
    ahead_.resize(look + *got);
    is_over_ = *got == 0;
  }
}

Result<void> LineComparer::write(std::string_view bytes) {
  begun_ += bytes;
  std::size_t at = 0;
  for (std::size_t end = begun_.find('\n'); end != std::string::npos; end = begun_.find('\n', at)) {
    if (Result<void> taken = take(begun_.substr(at, end + 1 - at)); !taken) return taken;
    at = end + 1;
  }
  begun_.erase(0, at);
  return {};
}

Result<void> LineComparer::take(std::string line) {
  Result<std::optional<std::string>> saved = saved_.next();
  if (!saved) return fail(saved.error());
  const std::uint64_t number = recomputed_++;
  if (*saved) ++saved_count_;
  if (*saved && **saved == line && waiting_saved_.empty() && waiting_now_.empty()) return {};
  if (*saved) wait({**std::move(saved), number}, waiting_saved_, waiting_now_, true);
  wait({std::move(line), number}, waiting_now_, waiting_saved_, false);
  return {};
}

Result<void> LineComparer::finish() {
  if (!begun_.empty())
    if (Result<void> taken = take(std::exchange(begun_, {})); !taken) return taken;
  for (;;) {
    Result<std::optional<std::string>> saved = saved_.next();
    if (!saved) return fail(saved.error());
    if (!*saved) break;
    wait({**std::move(saved), saved_count_++}, waiting_saved_, waiting_now_, true);
  }
  const std::uint64_t headers = shape_.are_cells ? 1 : 0;
  verification_.records = saved_count_ - std::min(saved_count_, headers);
  std::sort(pairs_.begin(), pairs_.end());
  verification_.reordered = !std::is_sorted(pairs_.begin(), pairs_.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
  using What = RecordDifference::What;
  for (const auto& [lines, what] :
       {std::pair{&waiting_saved_, What::not_recomputed}, std::pair{&waiting_now_, What::not_saved}})
    for (const auto& [name, waiting] : *lines)
      for (std::size_t i = 0; i < waiting.size(); ++i) add(verification_, RecordDifference{name, what, {}});
  return {};
}

/// The record's id; where rows have none, its number.
std::string LineComparer::name_of(std::string_view line, std::uint64_t number) const {
  if (!shape_.are_cells) {
    if (std::optional<std::string> id = json_member(line, "id")) return *std::move(id);
  } else if (const auto id = std::find(shape_.columns.begin(), shape_.columns.end(), "id");
             number > 0 && id != shape_.columns.end()) {
    const std::vector<std::string> all = cells(line);
    const auto at = static_cast<std::size_t>(id - shape_.columns.begin());
    if (at < all.size()) return all[at];
  }
  return fmt::format("#{}", number + (shape_.are_cells ? 0 : 1));
}

void LineComparer::wait(Waiting line, Lines& own, Lines& others, bool is_saved) {
  const std::string name = name_of(line.line, line.number);
  const auto other = others.find(name);
  if (other == others.end()) {
    own[name].push_back(std::move(line));
    return;
  }
  const Waiting partner = std::move(other->second.front());
  other->second.pop_front();
  if (other->second.empty()) others.erase(other);
  if (is_saved)
    pair(name, line, partner);
  else
    pair(name, partner, line);
}

void LineComparer::pair(const std::string& name, const Waiting& saved, const Waiting& now) {
  pairs_.emplace_back(saved.number, now.number);
  if (saved.line == now.line) return;
  add(verification_, RecordDifference{name, RecordDifference::What::values, values(saved.line, now.line)});
}

std::vector<std::string> LineComparer::cells(std::string_view line) const {
  CsvSplitter splitter(',');
  splitter.split(line, 0);
  std::vector<std::string> texts;
  for (const CsvCell& cell : splitter.cells()) texts.emplace_back(cell.text);
  return texts;
}

std::vector<ValueDifference> LineComparer::values(std::string_view saved, std::string_view now) const {
  if (!shape_.are_cells) return json_differences(saved, now);
  const std::vector<std::string> left = cells(saved);
  const std::vector<std::string> right = cells(now);
  const auto cell = [](const std::vector<std::string>& texts, std::size_t c) {
    return c < texts.size() ? std::optional(texts[c]) : std::nullopt;
  };
  std::vector<ValueDifference> found;
  for (std::size_t c = 0; c < std::max(left.size(), right.size()); ++c)
    if (cell(left, c) != cell(right, c))
      found.push_back({c < shape_.columns.size() ? shape_.columns[c] : fmt::format("#{}", c + 1),
                       cell(left, c), cell(right, c)});
  if (found.empty()) found.push_back(byte_difference(saved, now));
  return found;
}

}  // namespace ibtikar::cli
