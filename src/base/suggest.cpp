// See suggest.h. The distance is Damerau-Levenshtein in its restricted form
// (optimal string alignment): three rows of a table, no more.
#include "base/suggest.h"

#include <algorithm>
#include <vector>

namespace ibtikar {
namespace {

/// The number of typing errors between two names; more than `most` gives most + 1. Only the
/// diagonal band that can contain so few is computed, so ten thousand names are fast.
std::size_t typing_errors(std::string_view a, std::string_view b, std::size_t most) {
  const std::size_t far = most + 1;
  std::vector<std::size_t> before(b.size() + 1, far), last(b.size() + 1, far), row(b.size() + 1, far);
  for (std::size_t j = 0; j <= std::min(b.size(), most); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t begin = i > most ? i - most : 0;
    const std::size_t end = std::min(b.size(), i + most);
    std::size_t least = far;
    if (begin > 0) row[begin - 1] = far;
    for (std::size_t j = begin; j <= end; ++j) {
      if (j == 0) {
        row[0] = i;
      } else {
        const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        row[j] = std::min({replace, last[j] + 1, row[j - 1] + 1, far});
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          row[j] = std::min(row[j], before[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (end < b.size()) row[end + 1] = far;
    if (least == far) return far;
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string> nearest_name(std::string_view name, std::span<const std::string> candidates) {
  constexpr std::size_t kLongestName = 200;  // longer ones are no typing errors, and cost time
  if (name.empty() || name.size() > kLongestName) return std::nullopt;
  const std::size_t allowed = std::min<std::size_t>(3, std::max<std::size_t>(1, name.size() / 3));
  // "fee" of "equity.fee": half a name, not a mistyped one.
  const bool is_part = name.find('.') == std::string_view::npos;
  for (const std::string& candidate : candidates) {
    const std::size_t dot = candidate.find('.');
    if (is_part && dot != std::string::npos && std::string_view(candidate).substr(dot + 1) == name)
      return candidate;
  }
  const std::string* best = nullptr;
  std::size_t best_errors = allowed + 1;
  for (const std::string& candidate : candidates) {
    if (candidate == name) continue;  // what was written is no better advice
    const std::size_t dot = candidate.find('.');
    const std::string_view half = is_part && dot != std::string::npos
                                      ? std::string_view(candidate).substr(dot + 1)
                                      : std::string_view();
    for (const std::string_view meant : {std::string_view(candidate), half}) {
      const std::size_t gap = std::max(meant.size(), name.size()) - std::min(meant.size(), name.size());
      if (meant.empty() || gap >= best_errors) continue;
      const std::size_t errors = typing_errors(name, meant, best_errors - 1);
      if (errors >= best_errors) continue;
      best = &candidate;
      best_errors = errors;
    }
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

Message suggestion(std::string_view name, std::span<const std::string> candidates) {
  const auto nearest = nearest_name(name, candidates);
  return nearest ? message("; did you mean {0}?", "\"" + *nearest + "\"") : Message();
}

Message suggestion_or_list(std::string_view name, std::span<const std::string> candidates) {
  constexpr std::size_t kFew = 30;
  Message hint = suggestion(name, candidates);
  if (!hint.empty() || candidates.empty() || candidates.size() > kFew) return hint;
  return message("; expected {0}", alternatives(candidates));
}

Message alternatives(std::span<const std::string> candidates) {
  const std::vector<MessageArgument> names(candidates.begin(), candidates.end());
  if (names.size() < 2) return comma_separated(names);
  return message("{0} or {1}", comma_separated(std::span(names).first(names.size() - 1)), names.back());
}

}  // namespace ibtikar
