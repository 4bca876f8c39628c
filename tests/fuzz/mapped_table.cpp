// A mapping, a form feed, and the table or the records that it is for.
#include <array>

#include "batch/nested_array.h"
#include "fuzz/batches.h"
#include "fuzz/claims.h"
#include "fuzz/targets.h"
#include "ibtikar/mapping.h"

namespace ibtikar::fuzz {
namespace {

/// What a batch sees of a document whose records stand in an array somewhere.
std::string unwrapped(const std::string& text, const std::string& path) {
  NestedArray array(std::make_unique<test::StringSource>(text, 100), path, "in.json");
  std::string all;
  std::array<char, 64> piece{};
  for (;;) {
    const Result<std::size_t> size = array.read(piece.data(), piece.size());
    if (!size) require_harmless(format(size.error()));
    if (!size || *size == 0) return all;
    all.append(piece.data(), *size);
  }
}

}  // namespace

void try_mapped_table(std::string_view input) {
  const std::vector<std::string> parts = parts_of(input, 2);
  const NamedText source{"m.json", parts[0]};
  const Rubric& rubric = rubric_for(source.text);
  const Checked<Mapping> mapping = decode_mapping(source, rubric);
  if (!mapping) {
    require_refusal(mapping.error(), source);
    return;
  }
  test::BatchedWith with{.format = InputFormat::csv, .delimiter = mapping->delimiter, .mapping = &*mapping};
  if (mapping->decimal) with.decimal = *mapping->decimal;
  std::string text = parts[1];
  if (mapping->records) {
    with.format = InputFormat::automatic;
    if (!mapping->records->empty()) text = unwrapped(text, *mapping->records);
  }
  require_batch(rubric, text, with);
}

}  // namespace ibtikar::fuzz
