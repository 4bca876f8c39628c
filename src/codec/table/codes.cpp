// See codes.h.
#include "codec/table/codes.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <unordered_map>

#include "base/blanks.h"
#include "base/decimal.h"
#include "base/search_key.h"
#include "base/typed_text.h"

namespace ibtikar {
namespace {

/// More parts than this are not looked for: the rest of the cell is one.
constexpr std::size_t kMostParts = 4096;
/// Stands for a line break that separates. Folding would make it a blank.
constexpr char kLineBreak = '\x1F';

/// The code with this key if no other has it: two codes may differ in what the key leaves out.
const CellCode* only_with_key(const CodeList& codes, const std::string& key) {
  if (key.empty()) return nullptr;
  const CellCode* found = nullptr;
  for (const CellCode& code : codes) {
    if (code.is_beginning || code.key != key) continue;
    if (found != nullptr) return nullptr;
    found = &code;
  }
  return found;
}

const CellCode* with_number(const CodeList& codes, const std::string& text) {
  const auto number = parse_decimal(text);
  if (!number) return nullptr;
  // Both sides are parsed as numbers: exports write 3 as "3", "3.0" or "03".
  const auto found = std::ranges::find_if(
      codes, [&](const CellCode& code) { return !code.is_beginning && parse_decimal(code.text) == number; });
  return found == codes.end() ? nullptr : &*found;
}

/// One way to go on from a place where a part begins.
struct Step {
  std::uint64_t cost = std::numeric_limits<std::uint64_t>::max();
  std::size_t end = 0;  ///< the number of the boundary where the part ends
  const CellCode* code = nullptr;
};

/// The costs of a part. One that is unknown costs more than any number of others: kMostParts times
/// kElse is 2^32. One that only "*" explains costs more than any number of beginnings, which cost
/// 1, and a whole code costs nothing. All of them together fit 64 bits.
constexpr std::uint64_t kUnknown = std::uint64_t{1} << 40U;
constexpr std::uint64_t kElse = std::uint64_t{1} << 20U;

/// The places of a text where parts begin and end. Part i begins at begins[i]; a part ends at some
/// ends[j], and the next one begins at begins[j + 1].
struct Boundaries {
  std::vector<std::size_t> begins = {0};
  std::vector<std::size_t> ends;
};

Boundaries boundaries_of(std::string_view text, std::string_view core, bool needs_blank) {
  Boundaries out;
  for (std::size_t at = 0; out.ends.size() < kMostParts;) {
    at = text.find(core, at);
    if (at == std::string_view::npos) break;
    std::size_t behind = at + core.size();
    // Google Forms has ", " between answers. A comma without a blank is part of one.
    if (needs_blank && behind < text.size() && text[behind] != ' ') {
      at = behind;
      continue;
    }
    std::size_t end = at;
    while (end > out.begins.back() && text[end - 1] == ' ') --end;
    while (behind < text.size() && text[behind] == ' ') ++behind;
    out.ends.push_back(std::max(end, out.begins.back()));
    out.begins.push_back(behind);
    at = behind;
  }
  out.ends.push_back(std::max(text.size(), out.begins.back()));
  return out;
}

class Splitting {
 public:
  Splitting(std::string text, Boundaries boundaries, std::span<const CodeList* const> lists, bool by_key)
      : text_(std::move(text)), at_(std::move(boundaries)), lists_(lists), by_key_(by_key) {
    for (std::size_t j = 0; j < at_.ends.size(); ++j) end_at_.emplace(at_.ends[j], j);
    best_.resize(at_.begins.size() + 1);
    best_.back().cost = 0;
    // From the end, so that the best way to go on is known at each place. Trying every split would
    // take time that doubles with each separator.
    for (std::size_t i = at_.begins.size(); i-- > 0;) settle(i);
  }

  [[nodiscard]] std::uint64_t cost() const { return best_.front().cost; }

  [[nodiscard]] std::vector<CellPart> parts() const {
    std::vector<CellPart> parts;
    for (std::size_t i = 0; i < at_.begins.size(); i = best_[i].end + 1) {
      const std::string part = text_.substr(at_.begins[i], at_.ends[best_[i].end] - at_.begins[i]);
      if (!part.empty()) parts.push_back({part, best_[i].code});
    }
    return parts;
  }

 private:
  void offer(std::size_t i, std::size_t end, std::uint64_t cost, const CellCode* code) {
    const std::uint64_t whole = cost + best_[end + 1].cost;
    // Of equally good ways the longest part is taken; of equally long ones the first code.
    Step& best = best_[i];
    if (whole < best.cost || (whole == best.cost && end > best.end)) best = {whole, end, code};
  }

  void settle(std::size_t i) {
    const std::size_t begin = at_.begins[i];
    // Nothing between two separators, or behind the last one: no part, and no fault.
    if (at_.ends[i] == begin) return offer(i, i, 0, nullptr);
    const std::string_view rest = std::string_view(text_).substr(begin);
    for (const CodeList* const list : lists_)
      for (const CellCode& code : *list) {
        const std::string& wanted = by_key_ ? code.key : code.text;
        if (!rest.starts_with(wanted) || (wanted.empty() && !code.is_beginning)) continue;
        if (code.is_beginning) {
          const auto end = std::ranges::lower_bound(at_.ends, begin + wanted.size());
          const auto number = static_cast<std::size_t>(end - at_.ends.begin());
          // A beginning ends at the first boundary behind it, so it takes as little as it can.
          if (end != at_.ends.end() && number >= i) offer(i, number, wanted.empty() ? kElse : 1, &code);
        } else if (const auto end = end_at_.find(begin + wanted.size());
                   end != end_at_.end() && end->second >= i) {
          offer(i, end->second, 0, &code);
        }
      }
    if (best_[i].code == nullptr || best_[i].cost >= kUnknown) {
      // "3" and "3.0" are one code; only a part by itself is compared so.
      const CellText part(rest.substr(0, at_.ends[i] - begin));
      for (const CodeList* const list : lists_)
        if (const CellCode* code = with_number(*list, part.text)) return offer(i, i, 0, code);
    }
    offer(i, i, kUnknown, nullptr);
  }

  std::string text_;
  Boundaries at_;
  std::span<const CodeList* const> lists_;
  bool by_key_;
  std::unordered_map<std::size_t, std::size_t> end_at_;
  std::vector<Step> best_;
};

}  // namespace

CellCode code_of(std::string_view text, AnswerValue value) {
  CellCode code;
  code.is_beginning = text.ends_with('*');
  if (code.is_beginning) text.remove_suffix(1);
  code.text = folded(text);
  code.key = search_key(code.text);
  code.value = std::move(value);
  return code;
}

AnswerValue for_question(const Question& question, const AnswerValue& value) {
  const auto* const id = std::get_if<std::string>(&value);
  if (question.type != QuestionType::choices || id == nullptr || *id == "n/a") return value;
  return std::vector<std::string>{*id};
}

CellText::CellText(std::string_view cell) : text(folded(cell)), key(search_key(text)) {}

const CellCode* find_whole_code(const CodeList& codes, const CellText& cell) {
  const auto same = std::ranges::find_if(
      codes, [&](const CellCode& code) { return !code.is_beginning && code.text == cell.text; });
  if (same != codes.end()) return &*same;
  if (const CellCode* code = only_with_key(codes, cell.key)) return code;
  return with_number(codes, cell.text);
}

const CellCode* find_code(const CodeList& codes, const CellText& cell) {
  if (const CellCode* code = find_whole_code(codes, cell)) return code;
  if (cell.text.empty()) return nullptr;
  const CellCode* longest = nullptr;
  for (const CellCode& code : codes)
    // The longest is the most particular: "other_*" beside "*".
    if (code.is_beginning && (cell.text.starts_with(code.text) || cell.key.starts_with(code.key)) &&
        (longest == nullptr || code.text.size() > longest->text.size()))
      longest = &code;
  return longest;
}

std::vector<CellPart> parts_of_cell(std::string_view cell, std::string_view separator,
                                    std::span<const CodeList* const> lists) {
  std::string raw(cell);
  std::string core = folded(separator);
  if (separator.find('\n') != std::string_view::npos) {
    std::ranges::replace(raw, '\n', kLineBreak);
    core = kLineBreak;
  } else if (core.empty()) {
    core = " ";
  }
  const bool needs_blank = core != " " && separator.ends_with(' ');
  const std::string text = folded(raw);
  const auto split = [&](std::string whole, bool by_key) {
    Boundaries boundaries = boundaries_of(whole, core, needs_blank);
    return Splitting(std::move(whole), std::move(boundaries), lists, by_key);
  };
  // The text and its key are split each by itself: places in one are no places in the other.
  const Splitting exact = split(text, false);
  if (exact.cost() < kElse) return exact.parts();
  // Letters that writers exchange matter only where the text as it stands does not fit.
  const Splitting loose = split(search_key(text), true);
  return loose.cost() < exact.cost() ? loose.parts() : exact.parts();
}

}  // namespace ibtikar
