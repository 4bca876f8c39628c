#!/usr/bin/env bash
# Installed into an empty folder, the program runs from there with its manual and its completion, and an outside
# project builds with the library by CMake and by pkg-config: nothing depends on the source tree.
set -euo pipefail

prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
fail() { printf '%s\n' "$*"; exit 1; }
cmake --install "$IBTIKAR_BUILD_DIR" --prefix "$prefix" >/dev/null

# Packages are made of components: the program's has its manual, too.
cmake --install "$IBTIKAR_BUILD_DIR" --prefix "$prefix/component" --component program >/dev/null
test -s "$prefix/component/share/man/ar/man1/ibtikar-score.1" || fail "the component program has no manual pages"

cd "$prefix"
env -i PATH=/usr/bin:/bin bin/ibtikar --help >help.txt
grep -q ibtikar help.txt || fail "bin/ibtikar --help does not name the program"

# A manual page for every command, in both languages.
for folder in share/man/man1 share/man/ar/man1; do
  bin/ibtikar help --commands | while read -r command; do
    test -s "$folder/${command// /-}.1" || fail "there is no $folder/${command// /-}.1"
  done
done
for page in share/man/man[15]/* share/man/ar/man[15]/*; do
  ! command -v groff >/dev/null || [[ -z $(groff -Kutf8 -Tutf8 -man -ww -z "$page" 2>&1) ]] || fail "groff complains of $page"
done

# Completion as a shell would ask for it.
completed=$(PATH=$prefix/bin:$PATH bash -c '
  source share/bash-completion/completions/ibtikar
  COMP_WORDS=(ibtikar rubric c) COMP_CWORD=2
  _ibtikar
  printf "%s " "${COMPREPLY[@]}"')
[[ $completed == "check convert " ]] || fail "ibtikar rubric c<tab> gives: $completed"

for header in include/ibtikar/*.h; do
  printf '#include <ibtikar/%s>\n' "$(basename "$header")"
done >all.cpp
"$CXX" -std=c++20 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -Iinclude all.cpp

# An outside project.
mkdir outside
cat >outside/main.cpp <<'CPP'
#include <cstdio>
#include <ibtikar/codec.h>
#include <ibtikar/version.h>

int main() {
  const auto nothing = [](std::string_view name, std::string_view) -> ibtikar::Result<ibtikar::NamedText> {
    return ibtikar::NamedText{std::string(name), ""};
  };
  ibtikar::Diagnostics warnings;
  const auto rubric = ibtikar::decode_rubric({"none.json", "{}"}, nothing, warnings);
  std::printf("%s %s\n", rubric ? "loaded" : "refused", std::string(ibtikar::version()).c_str());
}
CPP
cat >outside/main.c <<'C'
#include <ibtikar/ibtikar.h>
#include <stdio.h>

int main(void) {
  char* faults = NULL;
  const ibtikar_status status = ibtikar_score(NULL, "{}", 2, NULL, &faults);
  ibtikar_free(faults);
  return printf("%s %s\n", ibtikar_status_name(status), ibtikar_version()) < 0;
}
C
cat >outside/CMakeLists.txt <<'CMAKE'
cmake_minimum_required(VERSION 3.25)
project(outside LANGUAGES C CXX)
set(CMAKE_CXX_STANDARD 20)
find_package(ibtikar REQUIRED)
add_executable(outside main.cpp)
target_link_libraries(outside PRIVATE ibtikar::ibtikar)
add_executable(outside-c main.c)
target_link_libraries(outside-c PRIVATE ibtikar::c)
CMAKE
flags=$(sed -n 's/^CMAKE_CXX_FLAGS:STRING=//p' "$IBTIKAR_BUILD_DIR/CMakeCache.txt") # sanitizers, if there are some
cmake -S outside -B outside/build -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_CXX_FLAGS="$flags" -DCMAKE_C_FLAGS="$flags" >outside/log 2>&1 &&
  cmake --build outside/build >>outside/log 2>&1 || { cat outside/log; fail "an outside project does not build"; }
[[ $(outside/build/outside) == "refused $(bin/ibtikar --version | cut -d' ' -f2)" ]] || fail "the outside project does not run"
library=$(find lib -name ibtikar.pc -printf '%h')
# shellcheck disable=SC2046 # its words are options
PKG_CONFIG_PATH=$prefix/$library "$CXX" -std=c++20 $flags outside/main.cpp -o outside/by-pkg-config \
  $(PKG_CONFIG_PATH=$prefix/$library pkg-config --static --cflags --libs ibtikar)
[[ $(outside/by-pkg-config) == "$(outside/build/outside)" ]] || fail "what pkg-config says does not build the same"

# The C interface, and Python and SQLite on it, from where they landed.
# shellcheck disable=SC2046 # its words are options
PKG_CONFIG_PATH=$prefix/$library "${CC:-cc}" -std=c99 $flags outside/main.c -o outside/by-c \
  $(PKG_CONFIG_PATH=$prefix/$library pkg-config --cflags --libs ibtikar-c)
libraries=$prefix/$(dirname "$library")
version=$(bin/ibtikar --version | cut -d' ' -f2)
[[ $(LD_LIBRARY_PATH=$libraries outside/by-c) == "invalid $version" ]] || fail "a program in C does not run"
[[ $(outside/build/outside-c) == "invalid $version" ]] || fail "a program in C does not run by CMake"
[[ $(readlink "$libraries/libibtikar.so") == libibtikar.so.1 ]] || fail "libibtikar.so does not lead to version 1"
if [[ $flags != *-fsanitize* ]]; then # what has a sanitizer in it is not loaded by others
  got=$(IBTIKAR_LIBRARY=$libraries/libibtikar.so.1 PYTHONPATH=share/ibtikar/python PYTHONDONTWRITEBYTECODE=1 \
    python3 -c 'import ibtikar; print(ibtikar.engine_version())')
  [[ $got == "$version" ]] || fail "the Python module does not run: $got"
  got=$(sqlite3 :memory: ".load $libraries/ibtikar/ibtikar_sqlite" "SELECT ibtikar_score(NULL) IS NULL")
  [[ $got == 1 ]] || fail "SQLite does not load the extension: $got"
fi

cmp share/ibtikar/rubrics/rubric.schema.json "$IBTIKAR_SOURCE_DIR/rubrics/rubric.schema.json"
test -s share/doc/ibtikar/LICENSE
echo "installed, started, documented and compiled against"
