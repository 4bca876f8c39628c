// See errno_words.h. The English texts are those of the C library.
#include "base/errno_words.h"

#include <cerrno>
#include <cstring>

namespace ibtikar {
namespace {

struct Known {
  int number;
  Phrase words;
};

constexpr Known kKnown[] = {
    {EACCES, phrase("Permission denied")},
    {EAGAIN, phrase("Resource temporarily unavailable")},
    {EBADF, phrase("Bad file descriptor")},
    {EBUSY, phrase("Device or resource busy")},
    {EDQUOT, phrase("Disk quota exceeded")},
    {EEXIST, phrase("File exists")},
    {EFBIG, phrase("File too large")},
    {EINVAL, phrase("Invalid argument")},
    {EIO, phrase("Input/output error")},
    {EISDIR, phrase("Is a directory")},
    {ELOOP, phrase("Too many levels of symbolic links")},
    {EMFILE, phrase("Too many open files")},
    {ENAMETOOLONG, phrase("File name too long")},
    {ENOENT, phrase("No such file or directory")},
    {ENOEXEC, phrase("Exec format error")},
    {ENOMEM, phrase("Cannot allocate memory")},
    {ENOSPC, phrase("No space left on device")},
    {ENOTDIR, phrase("Not a directory")},
    {ENOTTY, phrase("Inappropriate ioctl for device")},
    {ENXIO, phrase("No such device or address")},
    {EPERM, phrase("Operation not permitted")},
    {EPIPE, phrase("Broken pipe")},
    {EROFS, phrase("Read-only file system")},
    {ETXTBSY, phrase("Text file busy")},
};

}  // namespace

Message words_of_errno(int number) {
  for (const Known& known : kKnown)
    if (known.number == number) return known.words;
  return Message::verbatim(std::strerror(number));
}

}  // namespace ibtikar
