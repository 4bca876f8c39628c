#!/usr/bin/env bash
# Brings src/words/*.po up to what the sources say. New texts stand there without a translation, those that
# nobody says any more are gone.
#
#   update.sh            what ./dev words does
#   update.sh --check    changes nothing; says what is missing, and fails then
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# xgettext takes no C++ text for one with places like {0}, and some for formats of printf: say what they are.
find include src \( -name '*.h' -o -name '*.cpp' \) ! -path include/ibtikar/message.h | LC_ALL=C sort |
  xgettext --language=C++ --from-code=UTF-8 --files-from=- --output="$work/raw.pot" --add-location=file \
    --sort-by-file --no-wrap --add-comments=Translators: --package-name=ibtikar \
    --keyword --keyword=message:1 --keyword=counted:1,2 --keyword=phrase:1 \
    --keyword=message_in:1c,2 --keyword=phrase_in:1c,2
awk 'BEGIN { RS = ""; ORS = "\n\n" }
     {
       gsub(/#, c-format\n/, "")
       if ($0 ~ /\nmsgid(_plural)? "[^\n]*[{][0-9][}]/) sub(/\n(msgctxt|msgid) /, "\n#, python-brace-format&")
       print
     }' "$work/raw.pot" >"$work/ibtikar.pot"

failed=0
for po in src/words/*.po; do
  msgmerge --quiet --no-fuzzy-matching --add-location=file --sort-by-file --no-wrap --output-file="$work/new.po" \
    "$po" "$work/ibtikar.pot"
  msgattrib --no-obsolete --add-location=file --sort-by-file --no-wrap "$work/new.po" |
    sed '/^"POT-Creation-Date:/d' >"$work/merged.po"
  if [[ ${1:-} != --check ]]; then
    cp "$work/merged.po" "$po"
    msgattrib --untranslated --no-wrap "$po" | grep -A2 '^msgid' | grep -v '^--' || true
    continue
  fi
  # Where a text stands may change without a word.
  for one in "$po" "$work/merged.po"; do
    msgcat --no-location --sort-output --no-wrap "$one" | sed '/^"POT-Creation-Date:/d' >"$work/$(basename "$one").texts"
  done
  if ! diff -u "$work/$(basename "$po").texts" "$work/merged.po.texts"; then
    printf '%s is not what the sources say: run ./dev words\n' "$po"
    failed=1
  fi
  msgcmp "$po" "$work/ibtikar.pot" || failed=1
done
exit "$failed"
