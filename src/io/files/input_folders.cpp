// InputBlocks for folders: what they hold, and what of it is passed over.
#include <algorithm>
#include <cerrno>
#include <functional>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "base/safe_text.h"
#include "batch/read_ahead.h"
#include "batch/record_names.h"
#include "io/files/file_handle.h"
#include "io/files/files.h"
#include "io/files/input_blocks.h"
#include "io/files/input_names.h"

namespace ibtikar::io {
namespace {

/// What Excel keeps beside a workbook that is open.
bool is_lock(std::string_view name) { return name.starts_with("~$"); }

void add_unlisted(Block& block, const std::string& path, Phrase doing) {
  add_fault(block, path, fail_errno(path, doing).value(), std::string(file_stem(path)));
}

}  // namespace

void InputBlocks::list_folder(const Waiting& from, Block& block) {
  const std::string& path = from.path;
  FileHandle handle = open_file(path, O_RDONLY | O_DIRECTORY);
  DIR* folder = handle.is_open() ? ::fdopendir(handle.get()) : nullptr;
  if (folder == nullptr) {
    ++roots_[from.root].found;  // there may be some: that it cannot be read is told
    if (takes_fault()) add_unlisted(block, path, phrase("opening"));
    return;
  }
  static_cast<void>(handle.release());  // closedir() closes it
  std::vector<std::pair<std::string, unsigned char>> names;
  errno = 0;
  while (const dirent* entry = ::readdir(folder)) {
    const std::string_view name = entry->d_name;
    if (!name.starts_with('.') && !is_lock(name)) names.emplace_back(name, entry->d_type);
    errno = 0;
  }
  const bool is_broken = errno != 0;
  if (is_broken && takes_fault()) add_unlisted(block, path, phrase("listing"));
  ::closedir(folder);
  std::sort(names.begin(), names.end(), std::greater<>());
  for (const auto& [name, type] : names) {
    std::string inner = path;
    if (!inner.ends_with('/')) inner += '/';
    inner += name;
    struct stat status {};
    // Most file systems say what a name is without another look.
    const bool is_known = type == DT_REG;
    const bool is_there = is_known || file_status(inner, status);
    if (is_known) status.st_mode = S_IFREG;
    // What cannot be looked at may be a folder; whoever opens it tells why not.
    const bool is_unknown = !is_there && !says_that_nothing_is_there(errno);
    const bool is_folder = is_there && S_ISDIR(status.st_mode);
    // A link that leads nowhere is reported when it is opened.
    const bool is_wanted =
        format_by_name(name) != InputFormat::automatic && (!is_there || S_ISREG(status.st_mode));
    if (!is_folder && is_wanted) ++roots_[from.root].found;
    if (is_folder || is_wanted || is_unknown)
      waiting_.push_back({.path = std::move(inner), .root = from.root, .is_file = is_known});
    else
      pass_over(inner, status.st_mode);
  }
}

void InputBlocks::pass_over(const std::string& path, mode_t mode) {
  if (const Message kind = kind_of(mode); !kind.empty()) {
    constexpr std::size_t kMostTold = 20;
    if (++special_count_ <= kMostTold)
      special_.push_back(message("{0} is {1} and was passed over; in folders, regular files alone are read",
                                 quoted(path), kind));
    return;
  }
  const std::string name = name_of(path);
  const std::size_t point = name.rfind('.');
  ++passed_over_[point == std::string::npos ? "" : small_letters(name.substr(point))];
}

std::vector<Message> InputBlocks::remarks() const {
  std::vector<Message> remarks = told_;
  // Every shard goes through all folders; one of them says so.
  if (range_.from > 0) return remarks;
  remarks.insert(remarks.end(), special_.begin(), special_.end());
  if (special_count_ > special_.size())
    remarks.push_back(counted("{0} more pipe, socket or device in folders was passed over",
                              "{0} more pipes, sockets and devices in folders were passed over",
                              special_count_ - special_.size()));
  std::uint64_t count = 0;
  std::vector<MessageArgument> endings;
  constexpr std::size_t kMostEndings = 20;
  for (const auto& [ending, files] : passed_over_) {
    count += files;
    if (endings.size() == kMostEndings) continue;
    endings.emplace_back(ending.empty() ? message("{0} without an ending", files)
                                        : message("{0} {1}", files, visible(ending, 20)));
  }
  if (passed_over_.size() > kMostEndings) endings.emplace_back("...");
  if (count > 0)
    remarks.push_back(
        counted("{0} file in folders was passed over ({1}); batch reads .json, .ndjson, .jsonl, "
                ".csv and .tsv, also packed (.gz, .zst), .xlsx and .ods",
                "{0} files in folders were passed over ({1}); batch reads .json, .ndjson, "
                ".jsonl, .csv and .tsv, also packed (.gz, .zst), .xlsx and .ods",
                count, comma_separated(endings)));
  for (const Root& root : roots_)
    if (!root.name.empty() && root.found == 0)
      remarks.push_back(
          message("{0} holds nothing to score; batch reads .json, .ndjson, .jsonl, .csv and "
                  ".tsv, also packed (.gz, .zst), .xlsx and .ods",
                  quoted(root.name)));
  return remarks;
}

}  // namespace ibtikar::io
