// The member `agreement` of a panel.
#pragma once

#include "codec/json/writer.h"
#include "ibtikar/panel.h"

namespace ibtikar {

/// Writes the member into the object that is open: agreement on each criterion's answers, and on
/// each score. Coefficients have at most four decimals.
void write_agreement(JsonWriter& json, const PanelAgreement& agreement);

}  // namespace ibtikar
