# Files as parts of the program: rubrics, styles, scripts, skeletons of pages, SQL, catalogues of words.
#
# A header declares a function; the source that defines it is written at build time from a file that editors
# and linters know as what it is:
#
#   ibtikar_embed_text(ibtikar_core ibtikar::html_style report/html/style.h src/report/html/style.css)
#   ibtikar_embed_table(ibtikar_builtin ibtikar::builtin_files builtin/files.h starter.json=rubrics/starter.json)
#
# Each target may do this at any layer: the function belongs to the module of its header. A changed file
# rebuilds one small source.

# ibtikar_embed_text(TARGET FUNCTION HEADER FILE [BINARY])
#
# Defines `std::string_view FUNCTION()`: the bytes of FILE. Opening comments (/* */ or <!-- -->), which say what
# the file is for, stay out, each with its line end. BINARY: FILE may hold any byte, and all of it is embedded.
function(ibtikar_embed_text target function header file)
  cmake_parse_arguments(PARSE_ARGV 4 embed "BINARY" "" "")
  set(kind text)
  if(embed_BINARY)
    set(kind binary)
  endif()
  ibtikar_embed_source(${target} ${function} ${header} ${kind} "text=${file}")
endfunction()

# ibtikar_embed_table(TARGET FUNCTION HEADER [BINARY] NAME=FILE...)
#
# Defines `std::span<const EmbeddedFile> FUNCTION()` (base/embedded.h): the files byte for byte, by name.
# BINARY: they may hold any byte.
function(ibtikar_embed_table target function header)
  cmake_parse_arguments(PARSE_ARGV 3 embed "BINARY" "" "")
  set(kind table)
  if(embed_BINARY)
    set(kind binary_table)
  endif()
  ibtikar_embed_source(${target} ${function} ${header} ${kind} ${embed_UNPARSED_ARGUMENTS})
endfunction()

# What both share: one source, which depends on the files and on how they are written.
function(ibtikar_embed_source target function header kind)
  set(named "")
  set(files "")
  foreach(one IN LISTS ARGN)
    string(REGEX MATCH "^[^=]*" name "${one}")
    string(REGEX REPLACE "^[^=]*=" "" file "${one}")
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
    list(APPEND named "${name}=${file}")
    list(APPEND files "${file}")
  endforeach()
  list(SORT named) # by name, as ibtikar_embed_table promises
  list(JOIN named "|" argument)
  string(REGEX REPLACE "^.*::" "" source "${function}")
  set(source ${PROJECT_BINARY_DIR}/embedded/${source}.cpp)
  add_custom_command(OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${source} -DFUNCTION=${function} -DHEADER=${header} -DKIND=${kind}
            "-DFILES=${argument}" -P ${PROJECT_SOURCE_DIR}/cmake/write_embedded.cmake
    DEPENDS ${files} ${PROJECT_SOURCE_DIR}/cmake/write_embedded.cmake
    COMMENT "Embedding for ${function}()"
    VERBATIM)
  # One literal holds one file. ISO C++ promises only 65536 bytes; g++ and clang take megabytes.
  set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings
    SKIP_UNITY_BUILD_INCLUSION ON SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${target} PRIVATE ${source})
endfunction()
