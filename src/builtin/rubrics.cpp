// See rubrics.h. builtin_images() itself is in the source that cmake/embed.cmake writes.
#include "builtin/rubrics.h"

#include <string>

#include "builtin/files.h"
#include "codec/rubric/image.h"

namespace ibtikar {

std::optional<std::string_view> builtin_image(std::string_view id) {
  return text_called(id, builtin_images());
}

std::optional<NamedText> builtin_source(std::string_view id) {
  const auto text = builtin_text(std::string(id) + ".json");
  if (!builtin_image(id) || !text) return std::nullopt;
  return NamedText{std::string(id) + " (built in)", std::string(*text)};
}

std::optional<Rubric> builtin_rubric(std::string_view id) {
  const auto image = builtin_image(id);
  if (!image) return std::nullopt;
  return decode_image(*image);
}

}  // namespace ibtikar
