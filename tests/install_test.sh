#!/usr/bin/env bash
# Installed into an empty folder, the program runs from there and the public headers compile from there:
# nothing depends on the source tree.
set -euo pipefail

prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$IBTIKAR_BUILD_DIR" --prefix "$prefix" >/dev/null

cd "$prefix"
env -i PATH=/usr/bin:/bin bin/ibtikar --help >help.txt
grep -q ibtikar help.txt || { echo "bin/ibtikar --help does not name the program"; exit 1; }

for header in include/ibtikar/*.h; do
  printf '#include <ibtikar/%s>\n' "$(basename "$header")"
done >all.cpp
"$CXX" -std=c++20 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -Iinclude all.cpp

cmp share/ibtikar/rubrics/rubric.schema.json "$IBTIKAR_SOURCE_DIR/rubrics/rubric.schema.json"
test -s share/doc/ibtikar/LICENSE
echo "installed, started and compiled against"
