# Writes the .cpp that holds the compiled catalogues inside the program: the other half of src/base/catalogue.h.
#
#   cmake -DOUTPUT=catalogues.cpp "-DFILES=/path/ar.po|/path/fr.po" -DMSGFMT=msgfmt -P embed.cmake
#
# msgfmt refuses a catalogue whose places or plural forms are wrong.
string(REPLACE "|" ";" FILES "${FILES}")
set(literals "")
set(rows "")
set(count 0)
foreach(file IN LISTS FILES)
  get_filename_component(language "${file}" NAME_WE)
  set(compiled "${OUTPUT}.${language}.mo")
  execute_process(
    COMMAND ${MSGFMT} --check --endianness=little --no-hash "--output-file=${compiled}" "${file}"
    RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${file}: msgfmt refuses it; see above")
  endif()
  file(READ "${compiled}" bytes HEX)
  file(SIZE "${compiled}" size)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
  string(APPEND literals "constexpr char kBytes${count}[] = \"${bytes}\";\n\n")
  string(APPEND rows "    {\"${language}\", {kBytes${count}, ${size}}},\n")
  math(EXPR count "${count} + 1")
endforeach()

file(WRITE "${OUTPUT}"
  "// Made by src/words/embed.cmake from src/words/*.po. Do not edit.\n"
  "#include <array>\n\n"
  "#include \"base/catalogue.h\"\n\n"
  "namespace ibtikar {\nnamespace {\n\n"
  "${literals}"
  "constexpr std::array<CompiledCatalogue, ${count}> kCatalogues = {{\n${rows}}};\n\n"
  "}  // namespace\n\n"
  "std::span<const CompiledCatalogue> compiled_catalogues() { return kCatalogues; }\n\n"
  "}  // namespace ibtikar\n")
