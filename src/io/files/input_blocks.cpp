// See input_blocks.h.
#include "io/files/input_blocks.h"

#include <algorithm>
#include <cerrno>

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include "base/safe_text.h"
#include "codec/proposal/record_decoder.h"
#include "io/files/byte_sources.h"
#include "io/files/file_handle.h"
#include "io/files/files.h"

namespace ibtikar::io {
namespace {

/// So many small files go into one block at most.
constexpr std::size_t kMostDocuments = 256;
/// A list of names may be so long.
constexpr std::size_t kMaxListBytes = std::size_t{1} << 30;

std::string small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// In small letters, as if it were not packed.
std::string unpacked_name(std::string_view path) {
  std::string name = small_letters(path);
  for (const std::string_view packed : {".gz", ".zst"})
    if (name.ends_with(packed)) name.resize(name.size() - packed.size());
  return name;
}

std::optional<char> delimiter_by_name(std::string_view path) {
  return unpacked_name(path).ends_with(".tsv") ? std::optional('\t') : std::nullopt;
}

/// What a name says of the content; automatic when nothing.
InputFormat format_by_name(std::string_view path) {
  const std::string name = unpacked_name(path);
  if (name.ends_with(".json")) return InputFormat::json;
  if (name.ends_with(".ndjson") || name.ends_with(".jsonl")) return InputFormat::ndjson;
  if (name.ends_with(".csv") || name.ends_with(".tsv")) return InputFormat::csv;
  return InputFormat::automatic;
}

/// Several documents, one a line, or one over several lines, or a table: the first line that is not blank
/// tells. A table's first line holds a delimiter and does not begin like JSON or a comment.
InputFormat format_by_content(std::string_view beginning) {
  const std::size_t from = beginning.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return InputFormat::ndjson;
  const std::string_view first = beginning.substr(from, beginning.find('\n', from) - from);
  const std::size_t last = first.find_last_not_of(" \t\r");
  constexpr std::string_view kNoTable = "{[#";
  if (kNoTable.find(first.front()) == std::string_view::npos &&
      (first.find_first_of(",;\t") != std::string_view::npos || first.starts_with("sep=")))
    return InputFormat::csv;
  const bool is_whole = first[last] == '}' || first.front() != '{';
  return is_whole ? InputFormat::ndjson : InputFormat::json;
}

std::string shown_name(const std::string& path) { return path == "-" ? "standard input" : path; }

}  // namespace

bool is_table_name(std::string_view path) { return format_by_name(path) == InputFormat::csv; }

/// A file that is being read line by line.
struct InputBlocks::Stream {
  std::unique_ptr<ByteSource> bytes;
  LineBlocks lines;

  Stream(std::unique_ptr<ByteSource> source, const std::string& name, const BlockSizes& sizes)
      : bytes(std::move(source)), lines(*bytes, name, sizes) {}
};

InputBlocks::InputBlocks(const std::vector<std::string>& paths, const InputOptions& options)
    : waiting_(paths.rbegin(), paths.rend()),
      format_(options.format),
      delimiter_(options.delimiter),
      decimal_(options.decimal),
      sizes_(options.sizes) {
  for (const std::string& path : paths) {
    struct stat status {};
    const bool is_known = ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
                          !small_letters(path).ends_with(".gz") && !small_letters(path).ends_with(".zst");
    if (!is_known)
      size_.reset();
    else if (size_)
      *size_ += static_cast<std::uint64_t>(status.st_size);
  }
}

InputBlocks::~InputBlocks() = default;

std::optional<std::uint64_t> InputBlocks::size() const { return size_; }

bool InputBlocks::would_wait() const { return stream_ && stream_->lines.would_wait(); }

bool InputBlocks::next(Block& block) {
  for (;;) {
    if (stream_) {
      if (stream_->lines.next(block)) return true;
      stream_.reset();
    }
    if (!open_next(block)) return !block.parts.empty();
    const bool is_full = block.parts.size() >= kMostDocuments ||
                         (!block.parts.empty() && block.parts.back().end >= sizes_.block);
    if (is_full || (stream_ && !block.parts.empty())) return true;
  }
}

/// False when nothing is left to open.
bool InputBlocks::open_next(Block& block) {
  if (waiting_.empty()) return false;
  const std::string path = std::move(waiting_.back());
  waiting_.pop_back();
  if (path.size() > 1 && path.front() == '@') {
    list_names(path.substr(1), block);
    return true;
  }
  struct stat status {};
  if (path != "-" && file_status(path, status) && S_ISDIR(status.st_mode)) {
    if (folders_.emplace(status.st_dev, status.st_ino).second) list_folder(path, block);
    return true;
  }
  open_path(path, block);
  return true;
}

void InputBlocks::open_path(const std::string& path, Block& block) {
  const std::string name = shown_name(path);
  Result<std::unique_ptr<ByteSource>> source = open_bytes(path);
  if (!source) return add_fault(block, name, source.error());
  InputFormat format = format_ == InputFormat::automatic ? format_by_name(path) : format_;
  if (format == InputFormat::json) return read_document(**source, name, block);
  auto stream = std::make_unique<Stream>(*std::move(source), name, sizes_);
  if (format == InputFormat::automatic) {
    const Result<std::string_view> beginning = stream->lines.peek();
    if (!beginning) return add_fault(block, name, beginning.error());
    std::string_view text = *beginning;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    format = format_by_content(text);
    if (format == InputFormat::json) {
      const std::string begun(*beginning);
      std::string whole = begun;
      constexpr std::size_t kStep = std::size_t{64} << 10;
      for (;;) {
        const std::size_t used = whole.size();
        whole.resize(used + kStep);
        const Result<std::size_t> got = stream->bytes->read(whole.data() + used, kStep);
        if (!got) return add_fault(block, name, got.error());
        whole.resize(used + *got);
        if (*got == 0 || whole.size() > sizes_.record) break;
      }
      return add_document(whole, name, block);
    }
  }
  if (format == InputFormat::csv) {
    had_tables_ = true;
    stream->lines.as_table(delimiter_ ? delimiter_ : delimiter_by_name(path), decimal_);
  }
  stream_ = std::move(stream);
}

void InputBlocks::read_document(ByteSource& source, const std::string& name, Block& block) const {
  constexpr std::size_t kStep = std::size_t{16} << 10;
  const std::size_t begin = block.parts.empty() ? 0 : block.parts.back().end;
  std::size_t end = begin;
  for (;;) {
    if (block.bytes.size() < end + kStep) block.bytes.resize(std::max(2 * end, end + kStep));
    const Result<std::size_t> got = source.read(block.bytes.data() + end, kStep);
    if (!got) return add_fault(block, name, got.error());
    if (*got == 0) break;
    end += *got;
    if (end - begin > sizes_.record) {
      Diagnostic fault =
          error_at("", "too-large", fmt::format("more than {} bytes; expected at most that", sizes_.record));
      fault.file = name;
      return add_fault(block, name, std::move(fault));
    }
  }
  block.parts.push_back({Block::Part::Kind::document, name, begin, end, 1, {}});
}

void InputBlocks::add_document(std::string_view text, const std::string& name, Block& block) const {
  if (text.size() > sizes_.record) {
    Diagnostic fault =
        error_at("", "too-large", fmt::format("more than {} bytes; expected at most that", sizes_.record));
    fault.file = name;
    return add_fault(block, name, std::move(fault));
  }
  const std::size_t begin = block.parts.empty() ? 0 : block.parts.back().end;
  block.bytes.resize(begin);
  block.bytes.append(text);
  block.parts.push_back({Block::Part::Kind::document, name, begin, begin + text.size(), 1, {}});
}

void InputBlocks::list_folder(const std::string& path, Block& block) {
  FileHandle handle = open_file(path, O_RDONLY | O_DIRECTORY);
  DIR* folder = handle.is_open() ? ::fdopendir(handle.get()) : nullptr;
  if (folder == nullptr) return add_fault(block, path, fail_errno(path, "opening").value());
  static_cast<void>(handle.release());  // closedir() closes it
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = ::readdir(folder)) {
    const std::string_view name = entry->d_name;
    if (!name.starts_with('.')) names.emplace_back(name);
    errno = 0;
  }
  const bool is_broken = errno != 0;
  if (is_broken) add_fault(block, path, fail_errno(path, "listing").value());
  ::closedir(folder);
  std::sort(names.begin(), names.end(), std::greater<>());
  for (const std::string& name : names) {
    std::string inner = path + (path.ends_with('/') ? "" : "/") + name;
    struct stat status {};
    const bool is_there = file_status(inner, status);
    // A link that leads nowhere is told when it is opened.
    if ((is_there && S_ISDIR(status.st_mode)) || format_by_name(name) != InputFormat::automatic)
      waiting_.push_back(std::move(inner));
  }
}

void InputBlocks::list_names(const std::string& list, Block& block) {
  const Result<std::string> text = read_whole(list, kMaxListBytes);
  if (!text) return add_fault(block, list, text.error());
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin < text->size();) {
    const std::size_t end = std::min(text->find('\n', begin), text->size());
    std::string name = text->substr(begin, end - begin);
    if (!name.empty() && name.back() == '\r') name.pop_back();
    if (!name.empty()) names.push_back(std::move(name));
    begin = end + 1;
  }
  waiting_.insert(waiting_.end(), names.rbegin(), names.rend());
}

void InputBlocks::add_fault(Block& block, const std::string& name, Diagnostic fault) {
  if (fault.code == "interrupted") return;  // no record: the batch stops
  Block::Part part;
  part.kind = Block::Part::Kind::fault;
  part.name = name;
  part.begin = part.end = block.parts.empty() ? 0 : block.parts.back().end;
  part.faults.push_back(std::move(fault));
  block.parts.push_back(std::move(part));
}

}  // namespace ibtikar::io
