// Findings: what is wrong with a draft, collected while its parts are checked.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ibtikar/diagnostic.h"

namespace ibtikar {

class Findings {
 public:
  void error(std::string pointer, CodeName code, Message message) {
    errors_.push_back(error_at(std::move(pointer), std::move(code), std::move(message)));
  }
  void warning(std::string pointer, CodeName code, Message message) {
    warnings_.push_back(warning_at(std::move(pointer), std::move(code), std::move(message)));
  }
  /// "there is no KIND NAME" with the nearest known name, or what is known when that is little.
  /// `home`: where the name would be defined, ids in place of indices ("/scales/extent"), so
  /// that the codec can tell which file removed it.
  void unknown_name(std::string pointer, CodeName code, Phrase kind, std::string_view name,
                    std::span<const std::string> known, std::string home = {});

  /// Whether unknown_name() looks for the nearest name: only for as many errors as are shown. Each
  /// costs a pass over all names.
  [[nodiscard]] bool has_hints_left() const { return errors_.size() < kMaxDiagnostics; }

  [[nodiscard]] const Diagnostics& errors() const { return errors_; }
  [[nodiscard]] const Diagnostics& warnings() const { return warnings_; }

 private:
  friend class IdRegister;
  Diagnostics errors_;
  Diagnostics warnings_;
};

/// Ids of one kind: well-formed, and each used once.
class IdRegister {
 public:
  IdRegister(Phrase kind, Findings& findings) : kind_(kind), findings_(findings) {}
  /// Notes an id that stands at `pointer`; reports a malformed or repeated one.
  void add(const std::string& id, const std::string& pointer);

 private:
  Phrase kind_;
  Findings& findings_;  // the check that made this register outlives it
  std::unordered_map<std::string, std::string> first_;
};

/// `[a-z0-9]+(-[a-z0-9]+)*`
[[nodiscard]] bool is_well_formed_id(std::string_view id);

}  // namespace ibtikar
