// The texts that the cells of an Excel workbook share: they stand in a part of their own, and cells
// name them by number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "codec/workbook/archive.h"

namespace ibtikar {

class SharedTexts {
 public:
  /// False if it is one too many.
  [[nodiscard]] bool add(std::string_view text);
  /// Empty if there is none of this number.
  [[nodiscard]] std::optional<std::string_view> at(std::size_t number) const;

 private:
  struct Place {
    std::uint32_t chunk = 0;
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  // In pieces that do not move: to let one text of all grow would need twice its memory.
  std::deque<std::string> chunks_;
  std::deque<Place> places_;
  std::size_t bytes_ = 0;
};

/// Reads the part of that name. Memory: kMostSharedBytes and 12 bytes for each text.
[[nodiscard]] Result<SharedTexts> read_shared_texts(Archive& archive, const std::string& part);

}  // namespace ibtikar
