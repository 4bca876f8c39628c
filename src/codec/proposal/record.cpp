// See record.h.
#include "codec/proposal/record.h"

#include <utility>

namespace ibtikar {
namespace {

void shift(Position& position, const RecordPlace& place) {
  if (position.line == 0) return;
  // Only the first line of the record shares its line with what comes before it.
  if (position.line == 1) position.column += place.column - 1;
  position.line += place.line - 1;
}

}  // namespace

Checked<WholeRecord> Record::whole() const {
  if (read_whole == nullptr) return fail(faults);
  Checked<WholeRecord> read = (*read_whole)(*this);
  if (read && read->proposal.id.empty()) read->proposal.id = name();
  return read;
}

void take(WholeRecord whole, WholeRecord& kept, Record& record) {
  kept = std::move(whole);
  record.id = kept.proposal.id;
  record.title = kept.proposal.title;
  record.sheet = &kept.sheet;
  record.warnings = kept.warnings;
  // Rows report hidden answers themselves.
  std::erase_if(record.warnings, [](const Diagnostic& d) { return d.is(Code::hidden_answer); });
}

void shift(Diagnostics& faults, const RecordPlace& place) {
  for (Diagnostic& fault : faults) {
    shift(fault.position, place);
    shift(fault.related_position, place);
  }
}

}  // namespace ibtikar
