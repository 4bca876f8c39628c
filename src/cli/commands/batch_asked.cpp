// See batch_asked.h.
#include "cli/commands/batch_asked.h"

#include <vector>

#include <fmt/format.h>

#include "builtin/mappings.h"
#include "cli/shared_options.h"
#include "ibtikar/codec.h"
#include "ibtikar/version.h"
#include "io/files/files.h"

namespace ibtikar::cli {

std::string asked_of(const BatchCommand& options, const Rubric& rubric, BatchForm form) {
  std::string all = fmt::format("{} {} {} {} {} {} {} {}", version(), rubric.parts().digest,
                                static_cast<int>(form), options.byte_order_mark, options.no_header,
                                options.lenient, options.input_format, options.tables.delimiter);
  std::vector<std::string> texts = {options.columns, options.tables.decimal, options.tables.encoding,
                                    options.tables.sheet, std::to_string(options.skip)};
  if (!options.answers.empty()) texts.push_back(data_language(options.common));
  if (const auto builtin = builtin_mapping(options.mapping)) {
    texts.push_back(builtin->text);
  } else if (!options.mapping.empty()) {
    if (const auto mapping = io::identify(options.mapping, kMaxDocumentBytes))
      texts.push_back(mapping->digest);
  }
  for (const std::string& text : texts) all += fmt::format("\n{} {}", text.size(), text);
  return all;
}

}  // namespace ibtikar::cli
