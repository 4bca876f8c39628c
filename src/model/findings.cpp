// See findings.h.
#include "model/findings.h"

#include "base/safe_text.h"
#include "base/suggest.h"

namespace ibtikar {

void Findings::unknown_name(std::string pointer, CodeName code, Phrase kind, std::string_view name,
                            std::span<const std::string> known, std::string home) {
  const Message hint = has_hints_left() ? suggestion_or_list(name, known) : Message();
  Diagnostic unknown = error_at(std::move(pointer), std::move(code),
                                message("there is no {0} {1}{2}", kind, quoted(name), hint));
  unknown.related = std::move(home);
  errors_.push_back(std::move(unknown));
}

bool is_well_formed_id(std::string_view id) {
  bool after_letter = false;
  for (const char c : id) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter && (c != '-' || !after_letter)) return false;
    after_letter = letter;
  }
  return after_letter;
}

void IdRegister::add(const std::string& id, const std::string& pointer) {
  if (!is_well_formed_id(id)) {
    findings_.error(
        pointer, "bad-id",
        message("{0} is no id; expected lower-case letters a-z, digits and single hyphens between them",
                quoted(id)));
    return;
  }
  const auto [first, is_new] = first_.emplace(id, pointer);
  if (is_new) return;
  Diagnostic twice = error_at(pointer, "duplicate-id", message("{0} id \"{1}\" is used twice", kind_, id));
  twice.related = first->second;
  findings_.errors_.push_back(std::move(twice));
}

}  // namespace ibtikar
