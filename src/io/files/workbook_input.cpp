// See workbook_input.h.
#include "io/files/workbook_input.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

#include "codec/workbook/bounds.h"
#include "io/interrupts.h"

namespace ibtikar::io {

bool WorkbookInput::may_be(std::string_view beginning) { return look_of(beginning) != WorkbookLook::none; }

Result<std::unique_ptr<WorkbookInput>> WorkbookInput::open(const std::string& path, const std::string& name,
                                                           ByteSource& source, SheetBlocks::Options options) {
  auto input = std::make_unique<WorkbookInput>();
  input->name_ = name;
  RandomBytes bytes;
  struct stat status {};
  if (path != "-" && file_status(path, status) && S_ISREG(status.st_mode)) {
    input->file_ = open_to_read(path);
    if (!input->file_.is_open()) return fail_errno(name, phrase("opening"));
    bytes.size = static_cast<std::uint64_t>(status.st_size);
  } else {
    if (Result<void> read = input->read_all(source); !read) return fail(read.error());
    bytes.size = input->memory_.size();
  }
  // The object stays where it is as long as it lives.
  bytes.read = [self = input.get()](std::uint64_t at, char* into, std::size_t most) {
    return self->read_at(at, into, most);
  };
  input->blocks_.emplace(std::move(bytes), name, std::move(options));
  return input;
}

Result<void> WorkbookInput::read_all(ByteSource& source) {
  constexpr std::size_t kStep = std::size_t{256} << 10;
  for (;;) {
    const std::size_t before = memory_.size();
    memory_.resize(before + kStep);
    const Result<std::size_t> got = source.read(memory_.data() + before, kStep);
    memory_.resize(before + got.value_or(0));
    if (!got) return fail(got.error());
    if (*got == 0) return {};
    if (memory_.size() <= kMostPiped) continue;
    Diagnostic fault =
        error_at("", Code::too_large,
                 message("a workbook of more than {0} bytes through a pipe; give it as a file", kMostPiped));
    fault.file = name_;
    return fail(std::move(fault));
  }
}

Result<std::size_t> WorkbookInput::read_at(std::uint64_t at, char* into, std::size_t most) const {
  if (pending_signal()) return fail(interruption());
  if (!file_.is_open()) {
    if (at >= memory_.size()) return std::size_t{0};
    const std::size_t size = std::min(most, memory_.size() - static_cast<std::size_t>(at));
    std::memcpy(into, memory_.data() + at, size);
    return size;
  }
  for (;;) {
    const ssize_t got = ::pread(file_.get(), into, most, static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail_errno(name_, phrase("reading"));
    return static_cast<std::size_t>(got);
  }
}

}  // namespace ibtikar::io
