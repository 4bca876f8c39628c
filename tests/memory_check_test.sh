#!/usr/bin/env bash
# Whole runs under valgrind, which sees what sanitizers do not: the use of memory that nobody has written, in the
# libraries too.
set -euo pipefail

fail() { printf '%s\n' "$*"; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$IBTIKAR_SOURCE_DIR"
if grep -q '^CMAKE_CXX_FLAGS:STRING=.*-fsanitize' "$IBTIKAR_BUILD_DIR/CMakeCache.txt"; then
  echo "left out: valgrind cannot run what has a sanitizer in it"
  exit 0
fi

# checked STATUS ARGUMENTS: a run that must end with this status, and without a complaint of valgrind.
checked() {
  local expected=$1 status=0
  shift
  # The program has a malloc of its own (src/cli/memory.cpp), which valgrind has to be told.
  valgrind --quiet --soname-synonyms=somalloc=NONE --error-exitcode=99 --log-file="$folder/complaints" "$IBTIKAR_PROGRAM" "$@" \
    >"$folder/printed" 2>"$folder/told" || status=$?
  [[ ! -s $folder/complaints ]] || fail "ibtikar $*: $(cat "$folder/complaints")"
  [[ $status == "$expected" ]] || fail "ibtikar $*: status $status, expected $expected: $(cat "$folder/told")"
}

checked 0 batch examples/proposals --jobs 2 --output "$folder/rows.csv" --summary "$folder/summary.json"
checked 0 batch examples/proposals --output "$folder/portfolio.html" --reports "$folder/reports"
checked 0 batch examples/proposals --output "$folder/portfolio.xlsx"
checked 0 batch examples/proposals --output "$folder/portfolio.sqlite"
"$IBTIKAR_PROGRAM" batch examples/proposals --output "$folder/expected.csv" 2>/dev/null
cmp "$folder/expected.csv" "$folder/rows.csv" || fail "the rows differ from those without valgrind"
checked 0 score examples/proposals/playpump.json --lang ar
checked 0 panel examples/panel/*.csv --output "$folder/panel.html"
printf '{"id": "a", "answers": {"no-such-question": 1}}\n{"id": "b", "answers": [}\n' >"$folder/invalid.ndjson"
checked 3 batch "$folder/invalid.ndjson" --rejects "$folder/rejects.ndjson"
