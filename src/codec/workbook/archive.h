// Archive: the parts of a ZIP file, unpacked as they are read.
//
// Names are only looked up, never used as paths. Whatever is wrong with an archive is one
// diagnostic (code "damaged-workbook" or "too-large"), without a file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "ibtikar/result.h"

namespace ibtikar {

/// Bytes that can be read at any place: a file, or memory.
struct RandomBytes {
  std::uint64_t size = 0;
  /// Puts up to `most` bytes from the place `at` at `into`, and returns their number.
  std::function<Result<std::size_t>(std::uint64_t at, char* into, std::size_t most)> read;
};

/// "damaged-workbook".
[[nodiscard]] Diagnostic damaged_workbook(Message message);
/// "protected-workbook": it needs a password.
[[nodiscard]] Diagnostic protected_workbook();
/// "too-large".
[[nodiscard]] Diagnostic too_large_workbook(Message message);

class Archive {
 public:
  [[nodiscard]] static Result<Archive> open(RandomBytes bytes);
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  /// Whether there is a part of this name. Case does not count, nor does a slash at the front.
  [[nodiscard]] bool has(std::string_view name) const;
  /// Makes read() begin with this part. Fails if it is not there or protected by a password.
  [[nodiscard]] Result<void> enter(std::string_view name);
  /// The next bytes of the part, 0 at its end. Fails if they are damaged or too many.
  [[nodiscard]] Result<std::size_t> read(char* into, std::size_t most);
  /// The whole of a part that describes others.
  [[nodiscard]] Result<std::string> read_whole(std::string_view name, std::uint64_t most);

 private:
  struct Work;
  explicit Archive(std::unique_ptr<Work> work);
  std::unique_ptr<Work> work_;
};

}  // namespace ibtikar
