// See input_blocks.h.
#include "io/files/input_blocks.h"

#include <algorithm>
#include <cerrno>
#include <iterator>

#include <fmt/format.h>
#include <sys/stat.h>

#include "base/safe_text.h"
#include "batch/nested_array.h"
#include "batch/read_ahead.h"
#include "batch/record_names.h"
#include "io/files/byte_sources.h"
#include "io/files/encoded_source.h"
#include "io/files/file_handle.h"
#include "io/files/files.h"
#include "io/files/input_names.h"
#include "io/files/workbook_input.h"
#include "io/interrupts.h"

namespace ibtikar::io {
namespace {

/// So many small files go into one block at most.
constexpr std::size_t kMostDocuments = 256;
/// A list of names may be so long.
constexpr std::size_t kMaxListBytes = std::size_t{1} << 30;

/// The bytes from the end of the block to `end` are one document.
void add_document(Block& block, const std::string& name, std::size_t end) {
  const std::size_t begin = end_of(block);
  Block::Part part;
  part.kind = Block::Part::Kind::documents;
  part.name = name;
  part.begin = begin;
  part.end = end;
  part.stand_in = file_stem(name);
  part.documents.push_back({begin, end, 1, 1, false, false});
  block.parts.push_back(std::move(part));
}

/// A path that cannot be read.
void add_unread(Block& block, const std::string& name, Diagnostic fault) {
  add_fault(block, name, std::move(fault), std::string(file_stem(name)));
}

std::string shown_name(const std::string& path) { return path == "-" ? "standard input" : path; }

}  // namespace

bool is_table_name(std::string_view path) { return format_by_name(path) == InputFormat::csv; }

InputBlocks::InputBlocks(const std::vector<std::string>& paths, const InputOptions& options)
    : format_(options.format),
      delimiter_(options.delimiter),
      decimal_(options.decimal),
      encoding_(options.encoding),
      sheet_(options.sheet),
      records_(options.records),
      sizes_(options.sizes),
      shape_(options.shape),
      range_(options.range),
      outputs_(options.outputs) {
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) waiting_.push_back({.path = *path});
  for (const std::string& path : paths) {
    struct stat status {};
    const std::string name = small_letters(path);
    const bool is_packed = name.ends_with(".gz") || name.ends_with(".zst") || is_workbook_name(name);
    const bool is_known = ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && !is_packed;
    if (!is_known)
      size_.reset();
    else if (size_)
      *size_ += static_cast<std::uint64_t>(status.st_size);
  }
}

InputBlocks::~InputBlocks() = default;

std::optional<std::uint64_t> InputBlocks::size() const { return size_; }

bool InputBlocks::would_wait() const { return stream_ && stream_->would_wait(); }

bool InputBlocks::next(Block& block) {
  for (;;) {
    if (stream_) {
      const bool is_given = stream_->next(block);
      had_tables_ = had_tables_ || stream_->had_tables();
      if (is_given) return true;
      stream_.reset();
    }
    if (workbook_) {
      if (workbook_->blocks().next(block)) return true;
      for (Message& remark : workbook_->blocks().remarks()) tell(std::move(remark));
      workbook_.reset();
    }
    // Lists that name lists may go on for long without a single record.
    if (pending_signal() || !open_next(block)) return !block.parts.empty();
    const bool is_full = block.parts.size() >= kMostDocuments ||
                         (!block.parts.empty() && block.parts.back().end >= sizes_.block);
    if (is_full || ((stream_ || workbook_) && !block.parts.empty())) return true;
  }
}

/// False when nothing is left to open.
bool InputBlocks::open_next(Block& block) {
  if (waiting_.empty()) return false;
  Waiting next = std::move(waiting_.back());
  waiting_.pop_back();
  if (next.path.size() > 1 && next.path.front() == '@') {
    list_names(next, block);
    return true;
  }
  struct stat status {};
  next.is_file =
      next.is_file || (next.path != "-" && file_status(next.path, status) && S_ISREG(status.st_mode));
  const bool is_folder = !next.is_file && next.path != "-" && S_ISDIR(status.st_mode);
  ByteRange share;
  if (!is_folder && (measured_ || !range_.is_whole())) {
    const std::optional<ByteRange> mine = next_share(next);
    if (!mine) return true;
    share = *mine;
  }
  if (next.is_file && share.is_whole() && read_small(next.path, block)) return true;
  if (is_folder) {
    if (!folders_.emplace(status.st_dev, status.st_ino).second) return true;
    if (next.root == 0) {
      next.root = roots_.size();
      roots_.push_back({.name = next.path});
    }
    list_folder(next, block);
    return true;
  }
  if (!is_output(next.path)) open_path(next.path, share, block);
  return true;
}

/// One proposal in a small file: most of a folder are. False, with nothing read, if it may be more.
bool InputBlocks::read_small(const std::string& path, Block& block) {
  const InputFormat format = format_ == InputFormat::automatic ? InputFormat::json : format_;
  if (!path.ends_with(".json") || format != InputFormat::json || records_) return false;
  const std::size_t begin = end_of(block);
  const std::optional<SmallFiles::Found> found = small_files_.read(path, block.bytes, begin);
  if (!found || found->size > sizes_.record || is_output(found->device, found->inode)) return false;
  const std::string_view text = std::string_view(block.bytes).substr(begin, found->size);
  if (begins_stream(text) == true || is_packed(text) || WorkbookInput::may_be(text.substr(0, kHeadBytes)))
    return false;
  add_document(block, path, begin + found->size);
  return true;
}

/// Reading what is written at the same time might never end, and is not what anyone means.
bool InputBlocks::is_output(const std::string& path) {
  if (outputs_.empty()) return false;
  // The device and inode alone: to follow every name of a folder would cost more than reading its
  // files.
  struct stat status {};
  const bool is_there = path == "-" ? ::fstat(0, &status) == 0 : file_status(path, status);
  if (!is_there || !S_ISREG(status.st_mode) || !is_output(status.st_dev, status.st_ino)) return false;
  clash_ = path;
  waiting_.clear();
  return true;
}

bool InputBlocks::is_output(std::uint64_t device, std::uint64_t inode) const {
  return std::ranges::any_of(
      outputs_, [&](const Place& output) { return output.device == device && output.inode == inode; });
}

void InputBlocks::open_path(const std::string& path, const ByteRange& share, Block& block) {
  const std::string name = shown_name(path);
  Result<OpenedBytes> opened = open_with_head(path);
  if (!opened && share.from > 0) return failures_.push_back(opened.error());
  if (!opened) return add_unread(block, name, opened.error());
  const bool is_cut = !share.is_whole() && can_be_cut(path, opened->head);
  if (share.from > 0 && !is_cut) return;
  if (WorkbookInput::may_be(opened->head)) return open_workbook(path, *opened->source, block);
  if (is_packed_workbook_name(path) && is_packed(opened->head)) return refuse_packed_workbook(name, block);
  const InputFormat named = format_by_name(path);
  if (is_workbook_name(small_letters(path)))
    tell(message("{0}: read as text (CSV): it is no workbook, whatever its name says", visible(name)));
  std::unique_ptr<ByteSource> source = std::move(opened->source);
  const bool is_json = named == InputFormat::json || named == InputFormat::ndjson;
  if (!is_json)  // JSON is UTF-8 (RFC 8259, section 8.1)
    source = as_utf8(std::move(source), name, encoding_, [this](Message remark) { tell(std::move(remark)); });
  const InputFormat format = format_ == InputFormat::automatic ? named : format_;
  if (records_ && format != InputFormat::csv) {
    had_tables_ = true;  // the mapping is used
    if (!records_->empty() && format != InputFormat::ndjson)
      source = std::make_unique<NestedArray>(std::move(source), *records_, name);
  }
  if (format == InputFormat::json) return read_document(std::move(source), name, block);
  const std::optional<char> delimiter = delimiter_ ? delimiter_ : delimiter_by_name(path);
  stream_ = std::make_unique<RecordStream>(
      std::move(source), std::string(), name,
      RecordStream::Options{format, delimiter, decimal_, sizes_, shape_, is_cut ? share : ByteRange{}});
}

void InputBlocks::open_workbook(const std::string& path, ByteSource& source, Block& block) {
  const std::string name = shown_name(path);
  Result<std::unique_ptr<WorkbookInput>> opened =
      WorkbookInput::open(path, name, source, {sheet_, decimal_, sizes_, shape_});
  had_tables_ = had_workbooks_ = true;
  if (!opened) return add_unread(block, name, opened.error());
  const std::string small = small_letters(path);
  if (format_by_name(path) != InputFormat::automatic && !is_workbook_name(small))
    tell(message("{0}: read as a workbook, which it is, whatever its name says", visible(name)));
  workbook_ = *std::move(opened);
}

/// Unpacked as text, it would be refused as a workbook, which it is.
void InputBlocks::refuse_packed_workbook(const std::string& name, Block& block) {
  had_tables_ = had_workbooks_ = true;
  Diagnostic fault =
      error_at("", "not-text",
               message("this is a packed workbook, and a workbook is packed already; unpack it "
                       "first (`gunzip`, `unzstd`)"));
  fault.file = name;
  add_unread(block, name, std::move(fault));
}

/// A remark on one input. There may be many inputs.
void InputBlocks::tell(Message remark) {
  constexpr std::size_t kMostTold = 20;
  if (told_.size() < kMostTold) told_.push_back(std::move(remark));
}

/// Many small files go into one block. An array is a stream, and so is a file of rejects.
void InputBlocks::read_document(std::unique_ptr<ByteSource> source, const std::string& name, Block& block) {
  constexpr std::size_t kStep = std::size_t{16} << 10;
  const std::size_t begin = end_of(block);
  std::size_t end = begin;
  std::optional<bool> is_stream;
  for (;;) {
    if (block.bytes.size() < end + kStep) block.bytes.resize(std::max(2 * end, end + kStep));
    const Result<std::size_t> got = source->read(block.bytes.data() + end, kStep);
    if (!got) return add_unread(block, name, got.error());
    if (*got == 0) break;
    end += *got;
    const std::string_view text = std::string_view(block.bytes).substr(begin, end - begin);
    if (!is_stream) is_stream = begins_stream(text);
    if (is_stream == true) {
      stream_ =
          std::make_unique<RecordStream>(std::move(source), std::string(text), name,
                                         RecordStream::Options{InputFormat::json, {}, decimal_, sizes_, {}});
      return;
    }
    if (end - begin > sizes_.record)
      return add_unread(block, name, too_large_document(name, text, sizes_.record));
  }
  add_document(block, name, end);
}

/// "a.txt -> b.txt -> a.txt": from the command line to a list, and what that names.
std::string InputBlocks::chain_to(std::size_t list, const std::string& last) const {
  std::vector<std::string> names = {visible(last)};
  for (; list != 0; list = lists_[list].parent) names.push_back(visible(lists_[list].name));
  std::string chain;
  constexpr std::size_t kShown = 4;  // of each end
  for (std::size_t i = names.size(); i-- > 0;) {
    if (names.size() > 2 * kShown && i < names.size() - kShown && i >= kShown) {
      if (i == kShown) chain += "... -> ";
      continue;
    }
    chain += names[i] + (i > 0 ? " -> " : "");
  }
  return chain;
}

/// Why a list cannot be read where it is named.
std::optional<Diagnostic> InputBlocks::fault_of_list(const Waiting& from, const Place& place) const {
  constexpr std::size_t kMostNested = 100;
  const std::string name = from.path.substr(1);
  Message what;
  for (std::size_t list = from.list; list != 0 && what.empty(); list = lists_[list].parent)
    if (lists_[list].device == place.device && lists_[list].inode == place.inode)
      what = message("a list that names itself: {0}; expected files, folders or other lists",
                     chain_to(from.list, name));
  if (what.empty() && lists_[from.list].depth >= kMostNested)
    what = message("lists in lists, more than {0} deep: {1}; expected files, folders or other lists",
                   kMostNested, chain_to(from.list, name));
  if (what.empty()) return std::nullopt;
  Diagnostic fault = error_at("", "list-cycle", what);
  fault.file = lists_[from.list].name;
  fault.position = {from.line, 1};
  return fault;
}

void InputBlocks::list_names(const Waiting& from, Block& block) {
  const std::string list = from.path.substr(1);
  const Place place = list == "-" ? standard_input_place() : place_of(list);
  if (measured_ && place.exists && !place.is_file()) {
    measured_->unsized = list;
    return waiting_.clear();
  }
  const auto add_fault_of = [&](const std::string& name, const Diagnostic& fault) {
    if (takes_fault()) add_unread(block, name, fault);
  };
  if (place.exists && from.list != 0)
    if (const std::optional<Diagnostic> fault = fault_of_list(from, place))
      return add_fault_of(fault->file, *fault);
  if (is_output(list)) return;
  const Result<std::string> text = read_whole(list, kMaxListBytes);
  if (!text) return add_fault_of(list, text.error());
  lists_.push_back({shown_name(list), place.device, place.inode, from.list, lists_[from.list].depth + 1});
  std::vector<Waiting> names;
  std::size_t line = 0;
  for (std::size_t begin = 0; begin < text->size();) {
    const std::size_t end = std::min(text->find('\n', begin), text->size());
    std::string name = text->substr(begin, end - begin);
    ++line;
    if (!name.empty() && name.back() == '\r') name.pop_back();
    if (!name.empty()) names.push_back({.path = std::move(name), .list = lists_.size() - 1, .line = line});
    begin = end + 1;
  }
  waiting_.insert(waiting_.end(), std::make_move_iterator(names.rbegin()),
                  std::make_move_iterator(names.rend()));
}

}  // namespace ibtikar::io
