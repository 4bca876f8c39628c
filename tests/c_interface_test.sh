#!/usr/bin/env bash
# The C interface beside the program: a C99 program gets the same bytes and the same faults, from one thread and from
# eight, leaves no memory behind, and libibtikar shows nothing but the interface.
set -euo pipefail

fail() { printf '%s\n' "$*"; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
library=$IBTIKAR_BUILD_DIR/libibtikar.so
test -e "$library" || fail "$library is not built"
tests=$IBTIKAR_SOURCE_DIR/tests/capi
cd "$IBTIKAR_SOURCE_DIR"

shown=$(nm --dynamic --defined-only --format=just-symbols "$library" | sed 's/@.*//' | grep -v '^IBTIKAR_' | sort -u)
[[ $shown == "$(sed -n 's/^ *\(ibtikar_[a-z_]*\);$/\1/p' src/capi/exports.map | sort -u)" ]] ||
  fail "the library shows other names than src/capi/exports.map: $shown"

# compile NAME OPTIONS...
cc=${CC:-cc}
flags=$(sed -n 's/^CMAKE_CXX_FLAGS:STRING=//p' "$IBTIKAR_BUILD_DIR/CMakeCache.txt") # sanitizers, if there are some
flags=${flags//-D_GLIBCXX_ASSERTIONS/}
compile() {
  # shellcheck disable=SC2086 # the flags are words
  "$cc" -std=c99 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Werror -pedantic $flags -pthread -g -Iinclude "$tests/$1.c" \
    -o "$folder/$2" "${@:3}" -L"$IBTIKAR_BUILD_DIR" -libtikar -Wl,-rpath,"$IBTIKAR_BUILD_DIR"
}
compile score score
compile misuse misuse
compile threads threads

"$folder/misuse" || fail "the misuse of the interface is not refused as the header says"

compared=0 pairs=()
for proposal in examples/proposals/*.json; do
  id=$(basename "$proposal" .json)
  for format in json ndjson; do
    "$IBTIKAR_PROGRAM" score "$proposal" --format "$format" --quiet >"$folder/expected" 2>/dev/null
    "$folder/score" "$format" - "$proposal" "$id" >"$folder/got"
    cmp "$folder/expected" "$folder/got" || fail "$proposal as $format is not what the program prints"
    compared=$((compared + 1))
  done
  "$IBTIKAR_PROGRAM" score "$proposal" --rubric social-innovation --format json --quiet >"$folder/$id.json" 2>/dev/null
  "$folder/score" json social-innovation "$proposal" "$id" | cmp - "$folder/$id.json"
  "$folder/score" json @rubrics/social-innovation.json "$proposal" "$id" | cmp - "$folder/$id.json"
  pairs+=("$proposal" "$folder/$id.json")
done
[[ $compared -ge 20 ]] || fail "only $compared proposals were compared"

refused=0
for proposal in tests/data/invalid/proposals/*.json; do
  status=0
  "$IBTIKAR_PROGRAM" score "$proposal" --rubric tests/data/valid/small.json --lang en >/dev/null 2>"$folder/expected" || status=$?
  got=0
  "$folder/score" json @tests/data/valid/small.json "$proposal" x >/dev/null 2>"$folder/got" || got=$?
  [[ ($status -ne 0 && $got -eq 1) || ($status -eq 0 && $got -eq 0) ]] || fail "$proposal: status $got, and the program has $status"
  [[ $got -eq 0 ]] || diff "$folder/expected" "$folder/got" || fail "$proposal: other faults"
  refused=$((refused + got))
done
[[ $refused -ge 30 ]] || fail "only $refused invalid proposals were refused"
for rubric in tests/data/invalid/rubrics/*.json; do
  ! grep -q '"extends"' "$rubric" || continue # a library reads no file beside it
  "$IBTIKAR_PROGRAM" rubric check "$rubric" --lang en --quiet 2>"$folder/expected" >/dev/null || true
  got=0
  "$folder/score" json "@$rubric" "$rubric" x >/dev/null 2>"$folder/got" || got=$?
  [[ $got -eq 1 ]] || fail "$rubric is not refused"
  diff "$folder/expected" "$folder/got" || fail "$rubric: other faults"
  refused=$((refused + 1))
done
[[ $refused -ge 80 ]] || fail "only $refused invalid texts were refused"
status=0
"$folder/score" json - tests/data/invalid/proposals/other-rubric.json x 2>"$folder/got" >/dev/null || status=$?
if [[ $status -ne 1 ]] || ! grep -q '^tests/data/.*/other-rubric.json:[0-9]*:[0-9]*: error: .*unknown-rubric' "$folder/got"; then
  fail "a proposal for an unknown rubric: $(cat "$folder/got")"
fi

[[ $("$folder/threads" "${pairs[@]}") == "800 of 800" ]] || fail "threads got other bytes"

if [[ -z ${flags// /} || $flags != *-fsanitize* ]]; then
  if command -v valgrind >/dev/null; then
    valgrind --quiet --leak-check=full --show-leak-kinds=definite,indirect --error-exitcode=9 "$folder/misuse" ||
      fail "valgrind complains of misuse.c"
    valgrind --quiet --leak-check=full --show-leak-kinds=definite,indirect --error-exitcode=9 \
      "$folder/score" json @rubrics/social-innovation.json examples/proposals/fountain-house.json x >/dev/null ||
      fail "valgrind complains of score.c"
  fi
  compile misuse misuse-asan -fsanitize=address
  "$folder/misuse-asan" || fail "AddressSanitizer complains of misuse.c"
  compile score score-asan -fsanitize=address
  "$folder/score-asan" json - examples/proposals/fountain-house.json x >/dev/null || fail "AddressSanitizer complains of score.c"
fi
echo "$compared assessments and $refused refusals as the program has them, 800 by threads"
