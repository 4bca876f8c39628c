// How far the assessors of a panel agree: see ibtikar/panel.h.
#pragma once

#include "ibtikar/panel.h"

namespace ibtikar {

[[nodiscard]] PanelAgreement agreement_of(const Panel& panel, const BootstrapOptions& options);

}  // namespace ibtikar
