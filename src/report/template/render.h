// Template: a report that someone lays out themselves, in Mustache. docs/templates.md is its
// manual.
//
//   Checked<Template> letter = Template::read({"letter.html.mustache", text});
//   Result<std::string> page = letter->render(assessments, "ar");
//
// Every value is made harmless for what the template makes: HTML, unless its name says .md or .txt.
// Values are never read as templates, nothing is included from disk, and what a template would take
// too long for is refused before it starts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/safe_targets.h"
#include "ibtikar/assessment.h"
#include "ibtikar/codec.h"
#include "ibtikar/result.h"

namespace ibtikar {

/// Longest template accepted, in bytes.
inline constexpr std::size_t kMaxTemplateBytes = std::size_t{1} << 20;
/// Deepest sections within sections.
inline constexpr std::size_t kMaxTemplateDepth = 16;
/// Most that a template may make, by an estimate from above, in bytes.
inline constexpr std::size_t kMaxTemplateOutput = std::size_t{1} << 26;

class Template {
 public:
  /// All that is wrong with it, each with line and column.
  [[nodiscard]] static Checked<Template> read(NamedText source);

  /// Fails when there are several assessments and it has no section "proposals", or when it would
  /// make more than kMaxTemplateOutput. Requires: at least one assessment.
  [[nodiscard]] Result<std::string> render(const std::vector<Assessment>& assessments,
                                           const std::string& language) const;

  /// What stands between braces, or between two of them.
  struct Piece {
    enum class Kind { text, value, section, inverted, end, comment };
    Kind kind = Kind::text;
    std::string_view name;  ///< of `text` the text itself
    std::size_t at = 0;     ///< byte offset of its beginning
  };

 private:
  Template() = default;

  NamedText source_;
  Target target_ = Target::html;
};

}  // namespace ibtikar
