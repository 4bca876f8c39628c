// Run by the build: reads a rubric of ours as decode_rubric() does, and writes its image.
//
//   make_rubric_image FOLDER ID IMAGE      FOLDER/ID.json, and what it extends from the same folder
//
// A fault, or a warning, of a rubric that we ship ends the build.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "codec/rubric/image.h"
#include "ibtikar/codec.h"

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const std::string folder = argv[1];
  const auto read = [&](std::string_view id, std::string_view) -> ibtikar::Result<ibtikar::NamedText> {
    const std::string name = folder + "/" + std::string(id) + ".json";
    std::ifstream in(name, std::ios::binary);
    return ibtikar::NamedText{name, std::string(std::istreambuf_iterator<char>(in), {})};
  };
  ibtikar::Diagnostics warnings;
  const ibtikar::Result<ibtikar::NamedText> source = read(argv[2], {});
  const ibtikar::Checked<ibtikar::Rubric> rubric = ibtikar::decode_rubric(*source, read, warnings);
  const ibtikar::Diagnostics& faults = rubric ? warnings : rubric.error();
  if (!faults.empty()) {
    std::cerr << ibtikar::format(faults);
    return 1;
  }
  std::ofstream out(argv[3], std::ios::binary);
  out << ibtikar::encode_image(*rubric);
  out.close();
  return out ? 0 : 1;
}
