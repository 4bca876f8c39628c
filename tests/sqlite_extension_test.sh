#!/usr/bin/env bash
# ibtikar_score() in the shell of SQLite, beside the program: the same bytes, NULL for NULL, and an error with its place.
set -euo pipefail

fail() { printf '%s\n' "$*"; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$IBTIKAR_SOURCE_DIR"
extension=$IBTIKAR_BUILD_DIR/ibtikar_sqlite
test -e "$extension.so" || fail "$extension.so is not built"
if grep -q '^CMAKE_CXX_FLAGS:STRING=.*-fsanitize' "$IBTIKAR_BUILD_DIR/CMakeCache.txt"; then
  echo "left out: the shell of SQLite cannot load what has a sanitizer in it"
  exit 0
fi

# sql TEXT: what a shell prints in which the extension is loaded.
sql() { sqlite3 -batch -bail "$folder/programs.db" ".load $extension" "$@" 2>&1; }

sql "CREATE TABLE programs(name TEXT, proposal)" "CREATE TABLE rubrics(name TEXT, text)" \
  "INSERT INTO rubrics VALUES ('mine', readfile('rubrics/social-innovation.json')), ('broken', '{')"
for proposal in examples/proposals/*.json; do
  sql "INSERT INTO programs VALUES ('$(basename "$proposal" .json)', CAST(readfile('$proposal') AS TEXT))"
done
sql "INSERT INTO programs VALUES ('nothing', NULL)"
[[ $(sql "SELECT count(*) > 10 FROM programs") == 1 ]] || fail "the table was not filled"

# Byte by byte, by the rubric that a proposal names, by a built-in one, and by the text of one.
for proposal in examples/proposals/*.json; do
  name=$(basename "$proposal" .json)
  "$IBTIKAR_PROGRAM" score "$proposal" --format ndjson --quiet >"$folder/expected" 2>/dev/null
  sql "SELECT ibtikar_score(proposal) FROM programs WHERE name = '$name'" | cmp - "$folder/expected" || fail "$name differs"
  "$IBTIKAR_PROGRAM" score "$proposal" --rubric social-innovation --format ndjson --quiet >"$folder/expected" 2>/dev/null
  sql "SELECT ibtikar_score(proposal, 'social-innovation') FROM programs WHERE name = '$name'" | cmp - "$folder/expected" ||
    fail "$name differs by a built-in rubric"
  sql "SELECT ibtikar_score(proposal, (SELECT CAST(text AS TEXT) FROM rubrics WHERE name = 'mine')) FROM programs
    WHERE name = '$name'" | cmp - "$folder/expected" || fail "$name differs by the text of a rubric"
done

# A whole table; NULL stays NULL; the rubric may come from another column, and change from row to row.
[[ $(sql "SELECT count(*), count(ibtikar_score(proposal)), count(ibtikar_score(proposal, 'social-innovation'))
  FROM programs") == "$(sql "SELECT count(*), count(proposal), count(proposal) FROM programs")" ]] || fail "rows are missing"
[[ $(sql "SELECT ibtikar_score(NULL) IS NULL, ibtikar_score('{', NULL) IS NULL") == "1|1" ]] || fail "NULL does not give NULL"
[[ $(sql "SELECT ibtikar_score('{\"format\":\"ibtikar-proposal/1\",\"title\":\"T\",\"answers\":{}}', id) ->> '\$.rubric.id'
  FROM (SELECT 'social-innovation' AS id UNION ALL SELECT 'social-innovation-quick' UNION ALL SELECT 'social-innovation')") == \
  $'social-innovation\nsocial-innovation-quick\nsocial-innovation' ]] || fail "the rubric does not follow its column"

# The result is JSON for SQLite's own functions, and not a string.
[[ $(sql "SELECT json_type(json_object('a', ibtikar_score(proposal)), '\$.a') FROM programs LIMIT 1") == object ]] ||
  fail "the assessment is a string in json_object()"

# Faults end the statement, and say where.
expect_error() {
  local told
  if told=$(sql "$1"); then fail "no error: $1"; fi
  [[ $told == *"$2"* ]] || fail "$1 says: $told; expected: $2"
}
expect_error "SELECT ibtikar_score('{\"format\": 1')" "<proposal>:1:13: error: "
expect_error "SELECT ibtikar_score('')" "<proposal>:1:1: error: "
expect_error "SELECT ibtikar_score('{}', 'no-such-rubric')" 'there is no built-in rubric "no-such-rubric"'
expect_error "SELECT ibtikar_score('{}', (SELECT text FROM rubrics WHERE name = 'broken'))" "<rubric>:1:2: error: "
expect_error "SELECT ibtikar_score()" "wrong number of arguments"
# So do rows of a table, and a constant may be used again after a fault.
sql "INSERT INTO programs VALUES ('broken', '{\"format\": 1')"
expect_error "SELECT ibtikar_score(proposal, 'social-innovation') FROM programs" "<proposal>:1:13: error: "

if command -v valgrind >/dev/null; then
  valgrind --quiet --leak-check=full --show-leak-kinds=definite --error-exitcode=9 sqlite3 -batch :memory: ".load $extension" \
    "SELECT length(ibtikar_score('{\"format\":\"ibtikar-proposal/1\",\"title\":\"T\",\"answers\":{}}', 'social-innovation'))
     FROM (SELECT 1 UNION SELECT 2)" >/dev/null || fail "valgrind complains of the extension"
fi
echo "ibtikar_score() gives what the program prints"
