#!/usr/bin/env bash
# Runs every command that README.md shows, and compares the report it prints with what comes out.
#
# The commands run in order in a copy of what they need, so that they leave nothing in the tree.
# `./dev ...` is what runs this test, and is left out; `ask` gets no input and so ends at once.
set -euo pipefail
: "${IBTIKAR_SOURCE_DIR:?}" "${IBTIKAR_PROGRAM:?}"

readme=$IBTIKAR_SOURCE_DIR/README.md
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir -p "$place/build/release"
ln -s "$IBTIKAR_PROGRAM" "$place/build/release/ibtikar"
cp -r "$IBTIKAR_SOURCE_DIR/examples" "$IBTIKAR_SOURCE_DIR/tests" "$place"
cd "$place"
unset COLUMNS LC_ALL LC_MESSAGES
export LANG=C.UTF-8

commands=$(awk '/^```sh$/ { inside = 1; next } /^```$/ { inside = 0 } inside' "$readme" | grep -v '^\./dev')
count=0
while IFS= read -r command; do
  [[ -n $command ]] || continue
  count=$((count + 1))
  status=0
  output=$(bash -o pipefail -c "$command" </dev/null 2>&1) || status=$?
  if [[ $status -ne 0 ]]; then
    printf 'README.md shows a command that fails with %s:\n  %s\n%s\n' "$status" "$command" "$output" >&2
    exit 1
  fi
done <<<"$commands"
[[ $count -ge 12 ]] || { echo "only $count commands found in README.md" >&2; exit 1; }

# README shows the beginning of the report that ./dev run prints.
report_lines=22
shown=$(awk '/^```text$/ { inside = 1; next } /^```$/ { inside = 0 } inside' "$readme")
printed=$(build/release/ibtikar score examples/proposals/fountain-house.json </dev/null 2>/dev/null | head -n "$report_lines")
if [[ $shown != "$printed" ]]; then
  if [[ ${IBTIKAR_APPROVE:-} != 1 ]]; then
    echo "the report in README.md is not what the program prints:" >&2
    diff <(printf '%s\n' "$shown") <(printf '%s\n' "$printed") >&2 || true
    exit 1
  fi
  printf '%s\n' "$printed" >report.txt
  awk '/^```text$/ { print; while ((getline line < "report.txt") > 0) print line; skip = 1; next }
       /^```$/ { skip = 0 } !skip' "$readme" >README.new
  cp README.new "$readme"
fi
echo "$count commands of README.md work, and its report is the program's"
