// Bytes of files and standard input, unpacked on the way where they are packed (gzip, zstd).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "ibtikar/result.h"
#include "ibtikar/streams.h"

namespace ibtikar::io {

/// Opens a file, a FIFO or a device; "-" is standard input. What begins like gzip or zstd is
/// unpacked, whatever its name. Fails (code "io") as read_whole() does; a later read fails on
/// packed data that is damaged or cut off, and when a signal asks to stop (code "interrupted").
[[nodiscard]] Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path);

/// So many bytes tell whether a file is packed, or a workbook.
inline constexpr std::size_t kHeadBytes = 4;
/// Whether open_bytes() would unpack what begins so.
[[nodiscard]] bool is_packed(std::string_view head);

/// A source, and its first bytes as they are packed; read() still gives them.
struct OpenedBytes {
  std::unique_ptr<ByteSource> source;
  std::string head;
};
/// open_bytes(), for whoever looks at what the file is.
[[nodiscard]] Result<OpenedBytes> open_with_head(const std::string& path);

/// open_bytes() of what is not packed, whatever it begins like.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> open_plain_bytes(const std::string& path);

}  // namespace ibtikar::io
