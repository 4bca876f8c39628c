// InputBlocks for a part of the inputs: which of them are in it, and where they can be cut.
#include <fmt/format.h>
#include <sys/stat.h>

#include "base/file_kind.h"
#include "io/files/encoded_source.h"
#include "io/files/file_handle.h"
#include "io/files/files.h"
#include "io/files/input_blocks.h"
#include "io/files/input_names.h"
#include "io/files/workbook_input.h"

namespace ibtikar::io {

InputExtent InputBlocks::measure() {
  measured_.emplace();
  Block nothing;
  while (next(nothing)) nothing.parts.clear();
  measured_->bytes = position_;
  measured_->digest = sizes_digest_.finish();
  return *std::exchange(measured_, std::nullopt);
}

/// The part of the next input, no folder, that is in the range; empty if none of it is, and when the
/// inputs are only measured.
std::optional<ByteRange> InputBlocks::next_share(const Waiting& next) {
  struct stat status {};
  const bool is_there = next.path != "-" && file_status(next.path, status);
  if (measured_ && (next.path == "-" || (is_there && !S_ISREG(status.st_mode)))) {
    measured_->unsized = next.path;
    waiting_.clear();
    return std::nullopt;
  }
  // A path that leads nowhere is a record all the same: one that says so.
  const std::uint64_t size =
      is_there && S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
  const std::optional<ByteRange> share = range_.within(position_, size);
  position_ += size;
  if (!measured_) return share;
  ++measured_->files;
  sizes_digest_.add(fmt::format("{}\n", size));
  return std::nullopt;
}

/// Whether a folder or list that cannot be read is a record of this run. It has no bytes.
bool InputBlocks::takes_fault() { return !measured_ && range_.within(position_, 0).has_value(); }

/// Whether places in the file are places in its text, and lines or rows are its records, as far as can
/// be known without the text. `head`: its first bytes.
bool InputBlocks::can_be_cut(const std::string& path, std::string_view head) const {
  if (is_packed(head) || WorkbookInput::may_be(head)) return false;
  const InputFormat named = format_by_name(path);
  const InputFormat format = format_ == InputFormat::automatic ? named : format_;
  if (format == InputFormat::json) return false;
  if (records_ && !records_->empty() && format == InputFormat::automatic) return false;
  if (named == InputFormat::json || named == InputFormat::ndjson) return true;
  if (!encoding_.empty()) return false;
  const Result<std::string> beginning = read_beginning(path, kKindBytes);
  return !beginning || utf16_of(*beginning).empty();  // whoever reads it says why it cannot be read
}

}  // namespace ibtikar::io
