// See temporaries.h.
#include "io/temporaries.h"

#include <atomic>
#include <climits>
#include <cstring>
#include <utility>

#include <unistd.h>

namespace ibtikar::io {
namespace {

/// More outputs than any command has open at once.
constexpr int kMost = 64;

struct Slot {
  std::atomic<bool> is_used{false};
  char path[PATH_MAX] = {};
};

// A signal handler can reach nothing but globals.
Slot slots[kMost];

}  // namespace

Temporary::Temporary(const std::string& path) {
  if (path.size() >= sizeof Slot::path) return;
  for (int i = 0; i < kMost; ++i)
    if (!slots[i].is_used.load()) {
      std::memcpy(slots[i].path, path.c_str(), path.size() + 1);
      slots[i].is_used.store(true);
      slot_ = i;
      return;
    }
}

Temporary::Temporary(Temporary&& other) noexcept : slot_(std::exchange(other.slot_, -1)) {}

Temporary& Temporary::operator=(Temporary&& other) noexcept {
  std::swap(slot_, other.slot_);
  return *this;
}

Temporary::~Temporary() {
  if (slot_ >= 0) slots[slot_].is_used.store(false);
}

void remove_temporaries() {
  for (Slot& slot : slots)
    if (slot.is_used.load()) ::unlink(slot.path);
}

}  // namespace ibtikar::io
