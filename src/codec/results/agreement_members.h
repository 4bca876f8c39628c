// The member `agreement` of a panel.
#pragma once

#include "codec/json/writer.h"
#include "ibtikar/panel.h"

namespace ibtikar {

void write_agreement(JsonWriter& json, const PanelAgreement& agreement);

}  // namespace ibtikar
