// See format.h. People give a command the wrong file more often than a broken one, so the message
// names the kind of file and the command that reads it.
#include "codec/rubric/format.h"

#include <fmt/format.h>

#include "base/safe_text.h"
#include "codec/json/reader.h"
#include "ibtikar/compare.h"
#include "ibtikar/mapping.h"
#include "ibtikar/panel.h"
#include "ibtikar/summary.h"

namespace ibtikar {
namespace {

Message reader_of(std::string_view format) {
  if (format == kRubricFormat) return message("--rubric and `rubric check` read those");
  if (format == kProposalFormat) return message("`score` reads those");
  if (format == kAssessmentFormat) return message("`report` and `compare` read those");
  if (format == kMappingFormat) return message("`batch --map` reads those");
  if (format == kSummaryFormat) return message("`merge` reads those");
  if (format == kComparisonFormat || format == kPanelFormat) return message("no command reads those");
  return {};
}

/// The name of a format without its version.
std::string_view family_of(std::string_view format) { return format.substr(0, format.find('/')); }

}  // namespace

std::optional<Diagnostic> check_format(std::string_view expected, const std::optional<std::string>& found) {
  if (!found || *found == expected) return std::nullopt;
  if (!reader_of(*found).empty())
    return error_at("/format", Code::wrong_format,
                    message("this is an {0}; {1}; expected an {2}", *found, reader_of(*found), expected));
  // A newer version of the right format: the file is fine, the program is too old.
  if (family_of(*found) == family_of(expected))
    return error_at(
        "/format", "unknown-version",
        message("format {0} is not known; this program knows {1}", ibtikar::quoted(*found), expected));
  return error_at("/format", "unknown-format",
                  message("format {0} is not known; expected \"{1}\"", ibtikar::quoted(*found), expected));
}

// A rubric must say its format, a proposal need not: rubrics are few and long-lived, and a rubric
// of format 2 that is read as format 1 would give wrong scores without a message.
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
