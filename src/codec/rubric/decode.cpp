// decode_rubric() and resolve_rubric(): see ibtikar/codec.h.
#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

#include "base/digest.h"
#include "codec/json/scan.h"
#include "codec/rubric/document.h"
#include "codec/rubric/extend.h"

namespace ibtikar {
namespace {

/// Whether one of the pointers is this one, or that of something that has it as a part.
bool lies_under_any(std::string_view pointer, const std::set<std::string_view>& parents) {
  while (!parents.contains(pointer)) {
    const std::size_t last = pointer.rfind('/');
    if (last == std::string_view::npos) return false;
    pointer = pointer.substr(0, last);
  }
  return true;
}

bool ends_with(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// Drops findings of validate() about parts that could not even be read: they are echoes of the
/// first message. Findings about conditions are dropped, too, while the type of any question is
/// unknown.
Diagnostics without_echoes(Diagnostics findings, const Diagnostics& faults) {
  const bool types_known = std::none_of(faults.begin(), faults.end(), [](const Diagnostic& fault) {
    return ends_with(fault.pointer, "/type");
  });
  std::set<std::string_view> at_fault;
  for (const Diagnostic& fault : faults) at_fault.insert(fault.pointer);
  const auto is_echo = [&](const Diagnostic& finding) {
    if (!types_known && (finding.is(Code::wrong_test) || finding.is(Code::wrong_operand))) return true;
    return lies_under_any(finding.pointer, at_fault);
  };
  findings.forget_if(is_echo);
  return findings;
}

/// By file, line and column. Faults without a place (those beyond the limit) come last.
void sort_by_place(Diagnostics& diagnostics) {
  const auto key = [](const Diagnostic& d) {
    return std::tuple<bool, const std::string&, const Position&>(d.position.line == 0, d.file, d.position);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
}

/// The digest over the texts of the chain, without the blanks between values: indentation changes
/// nothing.
std::string digest_of(const MergedDocument& document) {
  std::string all;
  for (const NamedText& file : document.files) all += without_blanks(file.text) + "\n";
  return sha256(all);
}

}  // namespace

// Reading notes faults and goes on with defaults, and validate() checks what came of it: an author
// sees the misspelled member and the weight that does not add up in one run, not in two.
Checked<Rubric> decode_rubric(const NamedText& source, const RubricLookup& bases, Diagnostics& warnings) {
  const Checked<MergedDocument> document = read_chain(source, bases);
  if (!document) return fail(document.error());
  Diagnostics faults;
  RubricDraft draft = read_rubric(document->value, faults);
  draft.digest = digest_of(*document);
  Diagnostics found;
  Checked<Rubric> rubric = validate(std::move(draft), found);
  if (!rubric) found = rubric.error();
  found = without_echoes(std::move(found), faults);
  faults.append(std::move(found));
  place(*document, faults);
  sort_by_place(faults);
  if (has_errors(faults)) return fail(std::move(faults));
  warnings.append(std::move(faults));
  return rubric;
}

// The text is for people who want to see what a chain amounts to. It is not checked as a rubric:
// showing a faulty one is how its author finds the fault.
Checked<std::string> resolve_rubric(const NamedText& source, const RubricLookup& bases) {
  const Checked<MergedDocument> document = read_chain(source, bases);
  if (!document) return fail(document.error());
  return document->value.dump(2) + "\n";
}

}  // namespace ibtikar
