// See archive.h. minizip knows the format; the functions that it reads through are ours, so that an
// archive can be a file that is open, or memory.
#include "codec/workbook/archive.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include <minizip/unzip.h>

#include "base/safe_text.h"
#include "codec/workbook/bounds.h"

namespace ibtikar {
namespace {

/// What minizip reads through. It asks for single bytes, so they are read ahead.
struct ArchiveBytes {
  RandomBytes source;
  std::uint64_t at = 0;
  std::vector<char> ahead = std::vector<char>(std::size_t{64} << 10);
  std::uint64_t ahead_at = 0;
  std::size_t ahead_size = 0;
  std::optional<Diagnostic> failure;  ///< to read, which is none of the archive's

  // Gives fewer bytes at the end of the source. minizip then reports what is missing.
  std::size_t read(char* into, std::size_t size) {
    std::size_t done = 0;
    while (done < size) {
      // Reading mostly goes forward; a jump elsewhere fills the buffer anew.
      if (at < ahead_at || at >= ahead_at + ahead_size) {
        const Result<std::size_t> got = source.read(at, ahead.data(), ahead.size());
        if (!got) failure = got.error();
        ahead_at = at;
        ahead_size = got.value_or(0);
        if (ahead_size == 0) break;
      }
      const auto from = static_cast<std::size_t>(at - ahead_at);
      const std::size_t part = std::min(size - done, ahead_size - from);
      std::memcpy(into + done, ahead.data() + from, part);
      done += part;
      at += part;
    }
    return done;
  }
};

ArchiveBytes& bytes_of(voidpf opaque) { return *static_cast<ArchiveBytes*>(opaque); }

// The source is open already and belongs to Work: nothing is opened or closed here. minizip asks
// for a function that writes, too, and never calls it.
voidpf open_archive(voidpf opaque, const void*, int) { return opaque; }
uLong read_archive(voidpf opaque, voidpf, void* into, uLong size) {
  return static_cast<uLong>(bytes_of(opaque).read(static_cast<char*>(into), size));
}
uLong write_archive(voidpf, voidpf, const void*, uLong) { return 0; }
ZPOS64_T tell_archive(voidpf opaque, voidpf) { return bytes_of(opaque).at; }
// The list at the end of an archive gives the places of its parts, and any of them may be a lie.
long seek_archive(voidpf opaque, voidpf, ZPOS64_T offset, int origin) {
  ArchiveBytes& bytes = bytes_of(opaque);
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) offset += bytes.at;
  if (origin == ZLIB_FILEFUNC_SEEK_END) offset += bytes.source.size;
  if (offset > bytes.source.size) return -1;
  bytes.at = offset;
  return 0;
}
int close_archive(voidpf, voidpf) { return 0; }
int error_of_archive(voidpf opaque, voidpf) { return bytes_of(opaque).failure ? 1 : 0; }

// Names of parts are compared without case, in ASCII only (ECMA-376, part 2). What relationships name
// may begin with a slash, names in the archive do not.
std::string part_key(std::string_view name) {
  while (name.starts_with('/')) name.remove_prefix(1);
  std::string key(name);
  for (char& c : key)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return key;
}

}  // namespace

Diagnostic damaged_workbook(Message message) { return error_at("", "damaged-workbook", std::move(message)); }
Diagnostic protected_workbook() {
  return error_at("", "protected-workbook",
                  message("this workbook is protected by a password. Open it, save it without one, and read "
                          "that file"));
}
Diagnostic too_large_workbook(Message message) { return error_at("", Code::too_large, std::move(message)); }

struct Archive::Work {
  // What the list of the archive says of a part. It is judged when somebody wants to read the part:
  // a bomb among the pictures does no harm.
  struct Part {
    unz64_file_pos place{};
    bool is_bomb = false;
    bool is_protected = false;
  };
  ArchiveBytes bytes;
  unzFile file = nullptr;
  std::map<std::string, Part> parts;
  std::string entered;
  std::uint64_t unpacked = 0;
  bool is_inside = false;

  // minizip keeps a pointer to `bytes`, so Work must not move.
  Work() = default;
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;
  ~Work() {
    leave();
    if (file != nullptr) unzClose(file);
  }

  void leave() {
    if (std::exchange(is_inside, false)) unzCloseCurrentFile(file);
  }

  /// What minizip could not do: because reading failed, or because the archive is damaged.
  [[nodiscard]] Diagnostic fault(Message message) const {
    return bytes.failure ? *bytes.failure : damaged_workbook(std::move(message));
  }

  Result<void> list() {
    zlib_filefunc64_def functions{open_archive, read_archive,  write_archive,    tell_archive,
                                  seek_archive, close_archive, error_of_archive, &bytes};
    file = unzOpen2_64("", &functions);
    if (file == nullptr)
      return fail(fault(message("this ZIP archive is damaged or cut off: it has no list of its parts")));
    // Longer names are cut, and then nobody finds them.
    std::array<char, 1024> name{};
    for (int state = unzGoToFirstFile(file); state != UNZ_END_OF_LIST_OF_FILE;
         state = unzGoToNextFile(file)) {
      unz_file_info64 info{};
      Part part;
      if (state != UNZ_OK ||
          unzGetCurrentFileInfo64(file, &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) !=
              UNZ_OK ||
          unzGetFilePos64(file, &part.place) != UNZ_OK)
        return fail(fault(message("this ZIP archive is damaged: the list of its parts cannot be read")));
      name.back() = '\0';
      // minizip never unpacks more than the size that the list says.
      // Division, because a product of sizes from the file could overflow.
      part.is_bomb = info.uncompressed_size > kUnsuspicious &&
                     info.uncompressed_size / kMostTimes > info.compressed_size;
      // Bit 0: the part is encrypted.
      part.is_protected = (info.flag & 1U) != 0;
      // Programs differ in which of two parts they read. Such a file could show one content to a
      // person and another one to us.
      const auto [twin, is_new] = parts.emplace(part_key(name.data()), part);
      if (!is_new)
        return fail(damaged_workbook(
            message("this ZIP archive has two parts called {0}; which of them counts, nobody can know",
                    ibtikar::quoted(twin->first))));
      if (parts.size() > kMostParts)
        return fail(too_large_workbook(message("more than {0} parts in a ZIP archive", kMostParts)));
    }
    return {};
  }
};

Archive::Archive(std::unique_ptr<Work> work) : work_(std::move(work)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(RandomBytes bytes) {
  auto work = std::make_unique<Work>();
  work->bytes.source = std::move(bytes);
  if (Result<void> listed = work->list(); !listed) return fail(listed.error());
  return Archive(std::move(work));
}

bool Archive::has(std::string_view name) const { return work_->parts.contains(part_key(name)); }

Result<void> Archive::enter(std::string_view name) {
  // minizip has one part open at a time.
  work_->leave();
  const auto found = work_->parts.find(part_key(name));
  if (found == work_->parts.end())
    return fail(damaged_workbook(message("the workbook has no part {0}", ibtikar::quoted(name))));
  if (found->second.is_protected) return fail(protected_workbook());
  if (found->second.is_bomb)
    return fail(too_large_workbook(
        message("the part {0} unpacks to more than {1} times its size, as no workbook does",
                ibtikar::quoted(name), kMostTimes)));
  work_->entered = name;
  work_->unpacked = 0;
  if (unzGoToFilePos64(work_->file, &found->second.place) != UNZ_OK ||
      unzOpenCurrentFile(work_->file) != UNZ_OK)
    return fail(
        work_->fault(message("the part {0} is damaged, or packed in an unknown way", ibtikar::quoted(name))));
  work_->is_inside = true;
  return {};
}

Result<std::size_t> Archive::read(char* into, std::size_t most) {
  if (!work_->is_inside) return std::size_t{0};
  // minizip counts in int. A caller that asks for more gets less and calls again.
  const int got =
      unzReadCurrentFile(work_->file, into, static_cast<unsigned>(std::min<std::size_t>(most, 1U << 20U)));
  bool is_damaged = got < 0;
  if (got == 0) {
    // minizip compares the checksum when the part is closed.
    work_->is_inside = false;
    is_damaged = unzCloseCurrentFile(work_->file) != UNZ_OK;
  }
  if (is_damaged) {
    work_->leave();
    return fail(work_->fault(message("the part {0} is damaged or cut off", ibtikar::quoted(work_->entered))));
  }
  work_->unpacked += static_cast<std::uint64_t>(got);
  // Counted as it unpacks, whatever size the list claims.
  if (work_->unpacked > kMostUnpacked)
    return fail(
        too_large_workbook(message("the part {0} unpacks to more than {1} bytes; expected at most that",
                                   ibtikar::quoted(work_->entered), kMostUnpacked)));
  return static_cast<std::size_t>(got);
}

Result<std::string> Archive::read_whole(std::string_view name, std::uint64_t most) {
  if (Result<void> entered = enter(name); !entered) return fail(entered.error());
  std::string text;
  for (;;) {
    constexpr std::size_t kStep = std::size_t{64} << 10;
    const std::size_t before = text.size();
    text.resize(before + kStep);
    const Result<std::size_t> got = read(text.data() + before, kStep);
    if (!got) return fail(got.error());
    text.resize(before + *got);
    if (*got == 0) return text;
    // Checked after each step: no more than one step beyond the limit is ever in memory.
    if (text.size() > most)
      return fail(
          too_large_workbook(message("the part {0} is longer than {1} bytes", ibtikar::quoted(name), most)));
  }
}

}  // namespace ibtikar
