// See json_difference.h.
#include "codec/results/json_difference.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/json_pointer.h"
#include "codec/json/document.h"
#include "codec/json/precheck.h"
#include "codec/json/scan.h"

namespace ibtikar {
namespace {

/// Of the bytes around a difference, so many are shown.
constexpr std::size_t kBytesShown = 24;

/// The functions of scan.h need valid JSON. The text is copied because precheck() takes a document
/// with its name; differences are looked for in saved results, which are small.
bool is_valid_json(std::string_view text) {
  const NamedText source{"", std::string(text)};
  const Result<std::string_view> plain = precheck(source, phrase("a saved result"), kMaxAssessmentsBytes);
  return plain && check_json(source, *plain).empty();
}

class Differ {
 public:
  Differ(std::string_view saved, std::string_view recomputed) : saved_(saved), recomputed_(recomputed) {}

  /// Nesting is bounded: documents deeper than kMaxDepth are refused before.
  void compare(Span a, Span b, const std::string& pointer) {
    const std::string_view left = saved_.substr(a.begin, a.end - a.begin);
    const std::string_view right = recomputed_.substr(b.begin, b.end - b.begin);
    if (left == right || found_.size() >= kMostValuesDescribed) return;
    if (left.front() == '{' && right.front() == '{') return compare_members(a, b, pointer);
    if (left.front() == '[' && right.front() == '[') return compare_elements(a, b, pointer);
    note(pointer, std::string(left), std::string(right));
  }

  [[nodiscard]] std::vector<ValueDifference> take() && { return std::move(found_); }

 private:
  /// More than kMostValuesDescribed would not be read by anybody, and a result of another rubric
  /// differs in every value.
  void note(const std::string& pointer, std::optional<std::string> saved,
            std::optional<std::string> recomputed) {
    if (found_.size() < kMostValuesDescribed)
      found_.push_back({pointer, std::move(saved), std::move(recomputed)});
  }

  [[nodiscard]] static std::string text_of(std::string_view text, Span span) {
    return std::string(text.substr(span.begin, span.end - span.begin));
  }

  /// Members are matched by name: their order is no value. Those that only one side has are told
  /// with an empty other side.
  void compare_members(Span a, Span b, const std::string& pointer) {
    const std::vector<MemberSpan> left = members_of(saved_, a);
    const std::vector<MemberSpan> right = members_of(recomputed_, b);
    std::map<std::string, Span> saved;
    std::map<std::string, Span> recomputed;
    for (const MemberSpan& member : left) saved.emplace(member.name, member.value);
    for (const MemberSpan& member : right) recomputed.emplace(member.name, member.value);
    for (const MemberSpan& member : left) {
      const std::string at = pointer + "/" + pointer_token(member.name);
      if (const auto other = recomputed.find(member.name); other != recomputed.end())
        compare(member.value, other->second, at);
      else
        note(at, text_of(saved_, member.value), std::nullopt);
    }
    for (const MemberSpan& member : right)
      if (!saved.contains(member.name))
        note(pointer + "/" + pointer_token(member.name), std::nullopt, text_of(recomputed_, member.value));
  }

  /// Elements are matched by place. An element that was inserted makes all that follow it differ.
  /// Finding the shortest edit would cost the square of the length and is not needed: our lists
  /// have the order of the rubric.
  void compare_elements(Span a, Span b, const std::string& pointer) {
    const std::vector<Span> left = elements_of(saved_, a);
    const std::vector<Span> right = elements_of(recomputed_, b);
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      const std::string at = fmt::format("{}/{}", pointer, i);
      if (i < left.size() && i < right.size())
        compare(left[i], right[i], at);
      else if (i < left.size())
        note(at, text_of(saved_, left[i]), std::nullopt);
      else
        note(at, std::nullopt, text_of(recomputed_, right[i]));
    }
  }

  std::string_view saved_;
  std::string_view recomputed_;
  std::vector<ValueDifference> found_;
};

}  // namespace

std::vector<ValueDifference> json_value_differences(std::string_view saved, std::string_view recomputed) {
  if (saved == recomputed) return {};
  if (!is_valid_json(saved) || !is_valid_json(recomputed)) return {byte_difference(saved, recomputed)};
  Differ differ(saved, recomputed);
  differ.compare(root_span(saved), root_span(recomputed), "");
  return std::move(differ).take();
}

std::vector<ValueDifference> json_differences(std::string_view saved, std::string_view recomputed) {
  std::vector<ValueDifference> found = json_value_differences(saved, recomputed);
  if (found.empty() && saved != recomputed) found.push_back(byte_difference(saved, recomputed));
  return found;
}

std::optional<std::string> json_member(std::string_view object, std::string_view name) {
  if (!is_valid_json(object)) return std::nullopt;
  for (const MemberSpan& member : members_of(object, root_span(object))) {
    if (member.name != name) continue;
    const std::string_view value = object.substr(member.value.begin, member.value.end - member.value.begin);
    return value.starts_with('"') ? unescape(value) : std::string(value);
  }
  return std::nullopt;
}

std::vector<std::string> json_member_names(std::string_view object) {
  std::vector<std::string> names;
  if (!is_valid_json(object)) return names;
  for (const MemberSpan& member : members_of(object, root_span(object))) names.push_back(member.name);
  return names;
}

std::vector<std::string> json_elements(std::string_view array) {
  std::vector<std::string> elements;
  if (!is_valid_json(array)) return elements;
  for (const Span element : elements_of(array, root_span(array)))
    elements.emplace_back(array.substr(element.begin, element.end - element.begin));
  return elements;
}

// `std::mismatch` with two ends stops at the shorter text: if one is the beginning of the other,
// the place is the end of the shorter one, and only the longer one shows bytes.
ValueDifference byte_difference(std::string_view saved, std::string_view recomputed) {
  const auto [a, b] = std::mismatch(saved.begin(), saved.end(), recomputed.begin(), recomputed.end());
  const auto at = static_cast<std::size_t>(a - saved.begin());
  const Position place = position_of(saved, at);
  const auto shown = [&](std::string_view text) -> std::optional<std::string> {
    if (at >= text.size()) return std::nullopt;
    return std::string(text.substr(at, kBytesShown));
  };
  return {fmt::format("{}:{}", place.line, place.column), shown(saved), shown(recomputed)};
}

}  // namespace ibtikar
