// See record_stream.h.
#include "batch/record_stream.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "batch/record_names.h"
#include "batch/rejects.h"

namespace ibtikar {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view without_mark(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

// What a file contains counts more than its name: portals export arrays as .ndjson and lines as
// .json. Only the first byte that is not blank has to be known for that.
bool begins_array(std::string_view text) {
  text = without_mark(text);
  const std::size_t first = text.find_first_not_of(kBlanks);
  return first != std::string_view::npos && text[first] == '[';
}

bool begins_rejects(std::string_view text) { return without_mark(text).starts_with(kRejectsMark); }

/// Tells apart a table, one document over several lines, and one document per line, by the first
/// line that is not blank. The first line of a table contains a delimiter and does not begin like
/// JSON or a comment.
InputFormat format_by_content(std::string_view beginning) {
  beginning = without_mark(beginning);
  const std::size_t from = beginning.find_first_not_of(kBlanks);
  if (from == std::string_view::npos) return InputFormat::ndjson;
  const std::string_view first = beginning.substr(from, beginning.find('\n', from) - from);
  if (first.front() == '[') return InputFormat::json;
  const std::size_t last = first.find_last_not_of(" \t\r");
  constexpr std::string_view kNoTable = "{#";
  if (kNoTable.find(first.front()) == std::string_view::npos &&
      (first.find_first_of(",;\t") != std::string_view::npos || first.starts_with("sep=")))
    return InputFormat::csv;
  // A first line that opens an object and does not end with a brace is the beginning of a document
  // that spans several lines.
  const bool is_whole = first[last] == '}' || first.front() != '{';
  return is_whole ? InputFormat::ndjson : InputFormat::json;
}

}  // namespace

std::optional<bool> begins_stream(std::string_view beginning) {
  if (begins_array(beginning) || begins_rejects(beginning)) return true;
  const std::string_view text = without_mark(beginning);
  if (text.find_first_not_of(kBlanks) == std::string_view::npos || kRejectsMark.starts_with(text))
    return std::nullopt;
  return false;
}

void RecordStream::begin() {
  // Reads until the first line that is not blank is complete. An array may come without any line
  // end, so its bracket is enough. A failure to read is ignored here: ReadAhead returns it again.
  constexpr std::size_t kLongestLine = std::size_t{64} << 10;
  const std::size_t most = std::max(options_.sizes.block, kLongestLine);
  for (;;) {
    const std::string_view begun = without_mark(ahead_.at_hand());
    const std::size_t first = begun.find_first_not_of(kBlanks);
    if (first != std::string_view::npos && (begun[first] == '[' || begun.find('\n', first) != begun.npos))
      break;
    if (begun.size() >= most) break;
    const Result<bool> more =
        ahead_.fill(std::max(2 * ahead_.at_hand().size(), kByteOrderMark.size() + 1), ReadAhead::Fill::more);
    if (!more || !*more) break;
  }
  const std::string_view text = ahead_.at_hand();
  if (options_.format == InputFormat::automatic) options_.format = format_by_content(text);
  if (begins_rejects(text))
    records_.emplace<RejectBlocks>(ahead_, name_, options_.decimal, options_.sizes);
  else if (options_.format == InputFormat::json && begins_array(text))
    records_.emplace<ArrayBlocks>(ahead_, name_, options_.sizes);
  else if (options_.format != InputFormat::json)
    records_.emplace<LineBlocks>(ahead_, name_, options_.sizes);
  auto* const lines = std::get_if<LineBlocks>(&records_);
  if (lines == nullptr) {
    is_over_ = options_.range.from > 0;
    return;
  }
  lines->within(options_.range);
  if (options_.format == InputFormat::csv)
    lines->as_table(options_.delimiter, options_.decimal, options_.shape);
}

bool RecordStream::next(Block& block) {
  if (is_over_) return false;
  if (!std::exchange(is_begun_, true)) begin();
  if (is_over_) return false;
  if (block.parts.empty()) ahead_.use(block.bytes);
  // std::visit instead of a virtual interface: the kinds are few and known here.
  const auto of = [&](auto& records) {
    if constexpr (std::is_same_v<decltype(records), std::monostate&>)
      return give_document(block);
    else
      return records.next(block);
  };
  const bool is_given = std::visit(of, records_);
  for (const Block::Part& part : block.parts)
    had_tables_ = had_tables_ || part.kind == Block::Part::Kind::rows;
  return is_given;
}

bool RecordStream::would_wait() const {
  if (is_over_) return false;
  const auto of = [&](const auto& records) {
    if constexpr (std::is_same_v<decltype(records), const std::monostate&>)
      return source_->would_wait();
    else
      return records.would_wait();
  };
  return std::visit(of, records_);
}

bool RecordStream::give_document(Block& block) {
  is_over_ = true;
  const std::string id(file_stem(name_));
  std::size_t size = 0;
  // One document needs all of its bytes at once: the parser reads nothing piece by piece.
  for (bool is_more = true; is_more && size <= options_.sizes.record; size = ahead_.at_hand().size()) {
    const std::size_t wanted = std::max(2 * ahead_.at_hand().size(), options_.sizes.block);
    const Result<bool> more = ahead_.fill(wanted, ReadAhead::Fill::more);
    if (!more) return end_with(block, more.error());
    is_more = *more;
  }
  if (size > options_.sizes.record) {
    add_fault(block, name_, too_large_document(name_, ahead_.at_hand(), options_.sizes.record), id);
    return true;
  }
  const std::size_t begin = ahead_.give(block, size);
  Block::Part part;
  part.kind = Block::Part::Kind::documents;
  part.name = name_;
  part.begin = begin;
  part.end = begin + size;
  part.stand_in = id;
  part.documents.push_back({part.begin, part.end, 1, 1, false, false});
  block.parts.push_back(std::move(part));
  return true;
}

bool RecordStream::end_with(Block& block, const Diagnostic& why) {
  is_over_ = true;
  ahead_.end();
  add_fault(block, name_, why, std::string(file_stem(name_)));
  return !block.parts.empty();
}

}  // namespace ibtikar
