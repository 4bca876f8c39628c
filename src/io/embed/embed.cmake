# Writes the .cpp that holds text files inside the program: the other half of src/io/builtin.h.
#
#   cmake -DOUTPUT=builtin_files.cpp "-DFILES=/path/one.json|/path/two.json" -P embed.cmake
#
# Each file is one raw string literal (quick to compile, readable in the output); a static_assert
# holds its length against the file's, so that a NUL, a CR or a byte lost on the way is a build error.
string(REPLACE "|" ";" FILES "${FILES}")
set(named "")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  if(file MATCHES "/conversions/[^/]*$") # not to be taken for a rubric
    set(name "conversions/${name}")
  endif()
  list(APPEND named "${name}=${file}")
endforeach()
list(SORT named) # by name, as builtin.h promises

set(literals "")
set(rows "")
set(count 0)
foreach(one IN LISTS named)
  string(REGEX MATCH "^[^=]*" name "${one}")
  string(REGEX REPLACE "^[^=]*=" "" file "${one}")
  file(READ "${file}" text)
  file(SIZE "${file}" size)
  string(FIND "${text}" ")~embed~\"" clash)
  if(NOT clash EQUAL -1)
    message(FATAL_ERROR "${file}: holds )~embed~\", which ends the literal it would stand in")
  endif()
  string(APPEND literals
    "constexpr char kText${count}[] = R\"~embed~(${text})~embed~\";\n"
    "static_assert(sizeof(kText${count}) == ${size} + 1, \"${name}: is there a NUL or a CR in it?\");\n\n")
  string(APPEND rows "    {\"${name}\", {kText${count}, ${size}}},\n")
  math(EXPR count "${count} + 1")
endforeach()

file(WRITE "${OUTPUT}"
  "// Made by src/io/embed/embed.cmake from rubrics/*.json. Do not edit.\n"
  "#include <array>\n\n"
  "#include \"io/builtin.h\"\n\n"
  "namespace ibtikar::io {\nnamespace {\n\n"
  "${literals}"
  "constexpr std::array<BuiltinFile, ${count}> kFiles = {{\n${rows}}};\n\n"
  "}  // namespace\n\n"
  "std::span<const BuiltinFile> builtin_files() { return kFiles; }\n\n"
  "}  // namespace ibtikar::io\n")
