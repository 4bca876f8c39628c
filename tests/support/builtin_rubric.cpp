// See builtin_rubric.h.
#include "support/builtin_rubric.h"

#include <stdexcept>

#include "ibtikar/codec.h"
#include "builtin/files.h"

namespace ibtikar::test {

Rubric builtin_rubric(const std::string& id) {
  const auto text_of = [](std::string_view name) {
    return NamedText{std::string(name), std::string(builtin_text(std::string(name) + ".json").value())};
  };
  const auto find = [&](std::string_view base, std::string_view) -> Result<NamedText> {
    return text_of(base);
  };
  Diagnostics warnings;
  Checked<Rubric> rubric = decode_rubric(text_of(id), find, warnings);
  if (!rubric) throw std::logic_error(format(rubric.error()));
  if (!warnings.empty()) throw std::logic_error(format(warnings));
  return *std::move(rubric);
}

}  // namespace ibtikar::test
