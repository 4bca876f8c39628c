# Writes the source that holds files inside the program; embed.cmake calls it at build time.
#
#   cmake -DOUTPUT=style.cpp -DFUNCTION=ibtikar::html_style -DHEADER=report/html/style.h -DKIND=text
#         "-DFILES=text=/path/style.css" -P write_embedded.cmake
#
# KIND is text, binary, table or binary_table. Text is a raw string literal (quick to compile, readable in the output); a
# static_assert holds its length against the file's, so that a NUL, a CR or a byte lost on the way is a build
# error. Binary is written byte by byte.
cmake_minimum_required(VERSION 3.25)

string(REPLACE "|" ";" FILES "${FILES}")

set(literals "")
set(rows "")
set(count 0)
foreach(one IN LISTS FILES)
  string(REGEX MATCH "^[^=]*" name "${one}")
  string(REGEX REPLACE "^[^=]*=" "" file "${one}")
  cmake_path(GET file FILENAME shown) # no path of this machine: a compiler cache may serve several checkouts
  file(SIZE "${file}" size)
  if(KIND MATCHES "^binary")
    file(READ "${file}" hex HEX)
    string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${hex}")
    string(REPEAT "...." 24 line) # so many bytes a line
    string(REGEX REPLACE "(${line})" "\\1\"\n    \"" bytes "${bytes}")
    string(APPEND literals "constexpr char kText${count}[] =\n    \"${bytes}\";\n")
  else()
    file(READ "${file}" text)
    while(KIND STREQUAL "text" AND text MATCHES "^(/\\*|<!--)") # what the file is for: not for the program
      if(CMAKE_MATCH_1 STREQUAL "/*")
        set(end "*/\n")
      else()
        set(end "-->\n")
      endif()
      string(FIND "${text}" "${end}" at)
      if(at EQUAL -1)
        message(FATAL_ERROR "${file}: its opening comment does not end")
      endif()
      string(LENGTH "${end}" length)
      math(EXPR at "${at} + ${length}")
      string(SUBSTRING "${text}" ${at} -1 text)
      math(EXPR size "${size} - ${at}")
    endwhile()
    string(FIND "${text}" ")~embed~\"" clash)
    if(NOT clash EQUAL -1)
      message(FATAL_ERROR "${file}: holds )~embed~\", which ends the literal it would stand in")
    endif()
    string(APPEND literals "constexpr char kText${count}[] = R\"~embed~(${text})~embed~\";\n")
  endif()
  string(APPEND literals
    "static_assert(sizeof(kText${count}) == ${size} + 1, \"${shown}: is there a NUL or a CR in it?\");\n\n")
  string(APPEND rows "    {\"${name}\", {kText${count}, ${size}}},\n")
  math(EXPR count "${count} + 1")
endforeach()

if(KIND MATCHES "table$")
  set(includes "#include <array>\n\n#include \"${HEADER}\"\n\n")
  string(APPEND literals "constexpr std::array<ibtikar::EmbeddedFile, ${count}> kFiles = {{\n${rows}}};\n\n")
  set(definition "std::span<const ibtikar::EmbeddedFile> ${FUNCTION}() { return kFiles; }\n")
else()
  set(includes "#include \"${HEADER}\"\n\n")
  set(definition "std::string_view ${FUNCTION}() { return {kText0, sizeof(kText0) - 1}; }\n")
endif()
file(WRITE "${OUTPUT}"
  "// Made by cmake/write_embedded.cmake. Do not edit.\n"
  "${includes}"
  "namespace {\n\n${literals}}  // namespace\n\n"
  "${definition}")
