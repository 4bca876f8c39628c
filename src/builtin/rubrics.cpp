// See rubrics.h. builtin_images() itself is in the source that cmake/embed.cmake writes.
#include "builtin/rubrics.h"

#include "codec/rubric/image.h"

namespace ibtikar {

std::optional<std::string_view> builtin_image(std::string_view id) {
  for (const EmbeddedFile& file : builtin_images())
    if (file.name == id) return file.text;
  return std::nullopt;
}

std::optional<Rubric> builtin_rubric(std::string_view id) {
  const auto image = builtin_image(id);
  if (!image) return std::nullopt;
  return decode_image(*image);
}

}  // namespace ibtikar
