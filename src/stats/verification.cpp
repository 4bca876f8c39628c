// See ibtikar/verification.h.
#include "ibtikar/verification.h"

#include <utility>

namespace ibtikar {

void add(Verification& verification, RecordDifference difference) {
  ++verification.differing;
  if (difference.values.size() > kMostValuesDescribed) difference.values.resize(kMostValuesDescribed);
  if (verification.differences.size() < kMostRecordsDescribed)
    verification.differences.push_back(std::move(difference));
}

void add(Verification& verification, VerificationCause cause) {
  for (VerificationCause& known : verification.causes)
    if (known.of == cause.of) {
      ++known.records;
      return;
    }
  verification.causes.push_back(std::move(cause));
}

}  // namespace ibtikar
