// See mapping_title.h.
#include "codec/table/mapping_title.h"

#include "codec/json/document.h"
#include "codec/json/reader.h"

namespace ibtikar {

LocalizedText title_of_mapping(const NamedText& source) {
  const Checked<Json> document = parse_document(source, phrase("a mapping object"));
  if (!document) return {};
  Diagnostics faults;
  ObjectReader reader({&*document, ""}, faults);
  return reader.localized("title");
}

}  // namespace ibtikar
