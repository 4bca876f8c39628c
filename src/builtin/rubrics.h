// The rubrics that are part of the program, ready for use.
//
// Reading and checking the text of the largest takes most of the time of `ibtikar score`. Therefore the build
// does it once, with the same decode_rubric(), and makes images (codec/rubric/image.h) part of the program:
// cmake/make_rubric_image.cpp. A rubric of which decode_rubric() complains fails the build.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/embedded.h"
#include "ibtikar/codec.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// The rubric of proposals that name none.
inline constexpr const char* kDefaultRubric = "social-innovation";

/// An image of every rubric, sorted by id. The views last as long as the program.
[[nodiscard]] std::span<const EmbeddedFile> builtin_images();

/// The image of the rubric `id`. Empty if there is none.
[[nodiscard]] std::optional<std::string_view> builtin_image(std::string_view id);

/// The text of the rubric `id`, under the name that messages call it. Empty if there is none.
[[nodiscard]] std::optional<NamedText> builtin_source(std::string_view id);

/// What decode_rubric() makes of the text of the rubric `id`. Empty if there is none. Costs a copy of its
/// texts.
[[nodiscard]] std::optional<Rubric> builtin_rubric(std::string_view id);

}  // namespace ibtikar
