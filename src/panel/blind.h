// A panel without names.
#pragma once

#include <cstdint>
#include <string>

#include "ibtikar/panel.h"

namespace ibtikar {

/// "A" of 0, "B" of 1, "AA" of 26.
[[nodiscard]] std::string letter_name(std::size_t number);

/// Gives assessors letters, in an order drawn by `seed`, and takes out what could tell who is who.
void make_blind(Panel& panel, std::uint64_t seed);

}  // namespace ibtikar
