// The names that a template may use, and their values.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <kainjow/mustache.hpp>

#include "ibtikar/assessment.h"

namespace ibtikar {

/// A name of docs/templates.md.
struct TemplateName {
  std::string_view name;
  std::string_view within;  ///< the list it stands in; empty: of a proposal
  std::string_view meaning;
};
[[nodiscard]] std::span<const TemplateName> template_names();

/// What a template is filled with, and how much of it there is at most, by name.
struct TemplateValues {
  kainjow::mustache::data root;
  std::map<std::string, std::size_t, std::less<>> longest;  ///< text, in bytes
  std::map<std::string, std::size_t, std::less<>> most;     ///< list, in items
};
[[nodiscard]] TemplateValues template_values(const std::vector<Assessment>& assessments,
                                             const std::string& language);

}  // namespace ibtikar
