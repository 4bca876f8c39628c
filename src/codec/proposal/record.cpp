// See record.h.
#include "codec/proposal/record.h"

#include <utility>

#include "codec/json/scan.h"

namespace ibtikar {
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
  record.warnings.forget(code_name(Code::hidden_answer));
}

void shift(Diagnostics& faults, const RecordPlace& place) {
  shift(faults, Position{place.line, place.column});
}

}  // namespace ibtikar
