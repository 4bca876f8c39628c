// See format.h.
#include "codec/rubric/format.h"

#include <fmt/format.h>

#include "base/safe_text.h"
#include "codec/json/reader.h"
#include "ibtikar/compare.h"
#include "ibtikar/mapping.h"
#include "ibtikar/summary.h"

namespace ibtikar {
namespace {

std::string_view reader_of(std::string_view format) {
  if (format == kRubricFormat) return "; --rubric and `rubric check` read those";
  if (format == kProposalFormat) return "; `score` reads those";
  if (format == kAssessmentFormat) return "; `report` and `compare` read those";
  if (format == kMappingFormat) return "; `batch --map` reads those";
  if (format == kSummaryFormat) return "; `merge` reads those";
  if (format == kComparisonFormat) return "; no command reads those";
  return {};
}

std::string_view family_of(std::string_view format) { return format.substr(0, format.find('/')); }

}  // namespace

std::optional<Diagnostic> check_format(std::string_view expected, const std::optional<std::string>& found) {
  if (!found || *found == expected) return std::nullopt;
  if (!reader_of(*found).empty())
    return error_at("/format", "wrong-format",
                    fmt::format("this is an {}{}; expected an {}", *found, reader_of(*found), expected));
  if (family_of(*found) == family_of(expected))
    return error_at(
        "/format", "unknown-version",
        fmt::format("format {} is not known; this program knows {}", ibtikar::quoted(*found), expected));
  return error_at("/format", "unknown-format",
                  fmt::format("format {} is not known; expected \"{}\"", ibtikar::quoted(*found), expected));
}

Diagnostics check_rubric_format(const NamedText& source, const Json& document) {
  Diagnostics faults;
  ObjectReader reader({&document, ""}, faults);
  const std::string found = reader.text("format", Need::required);
  if (faults.empty())
    if (auto fault = check_format(kRubricFormat, found)) faults.push_back(std::move(*fault));
  locate(source, faults);
  return faults;
}

}  // namespace ibtikar
