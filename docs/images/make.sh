#!/usr/bin/env bash
# Makes the pictures that the documentation shows: of the interview (ask-LANGUAGE-SCREEN.png) and of a report
# (report-LANGUAGE.png), beside this file.
#
#   docs/images/make.sh [PROGRAM]      PROGRAM: build/release/ibtikar unless given
#
# Lines of the interview come in visual order (--bidi visual), and the page must not reorder them: each
# letter keeps its cell, as on a terminal.
#
# Run it after a change to the screens or reports. It needs tmux, aha, chromium and the DejaVu fonts
# (Debian: apt-get install tmux aha chromium fonts-dejavu-core). No test runs it.
set -euo pipefail
images=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$(realpath "${1:-$images/../../build/release/ibtikar}")
place=$(mktemp -d)
tmux=(tmux -L "ibtikar-pictures-$$" -u -f /dev/null)
trap '"${tmux[@]}" kill-server 2>/dev/null || true; rm -rf "$place"' EXIT

keys() {
  local key
  for key in "$@"; do
    "${tmux[@]}" send-keys -t ask "$key"
    sleep 0.25
  done
}

# shot URL NAME WIDTH HEIGHT
shot() {
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
    --window-size="$3,$4" --screenshot="$images/$2.png" "$1" >/dev/null 2>&1
  printf '%s\n' "$images/$2.png"
}

# picture NAME: what the terminal shows now.
picture() {
  local name=$1
  {
    cat <<'HTML'
<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: #1b1d23; }
pre { margin: 0; padding: 18px 22px; color: #e6e6e6; font: 15px/1.35 "DejaVu Sans Mono", monospace;
      unicode-bidi: bidi-override; direction: ltr; }
</style><pre>
HTML
    "${tmux[@]}" capture-pane -t ask -e -p | aha --black --no-header
    printf '</pre>\n'
  } >"$place/$name.html"
  shot "file://$place/$name.html" "$name" 770 524
}

interview() {
  local language=$1 title=$2 word=$3
  cp "$images/../../examples/proposals/sunduq-al-hay.json" "$place/$language.json"
  "${tmux[@]}" new-session -d -s ask -x 80 -y 24 \
    "cd '$place' && TERM=xterm-256color '$program' ask '$language.json' --lang '$language' --bidi visual --title '$title' --review; sleep 60"
  sleep 1
  picture "ask-$language-review"
  keys Escape
  sleep 0.3
  keys / "$word"
  picture "ask-$language-find"
  keys Enter
  sleep 0.3
  picture "ask-$language-question"
  keys '@'
  picture "ask-$language-evidence"
  keys Escape
  sleep 0.3
  keys s
  picture "ask-$language-score"
  "${tmux[@]}" kill-session -t ask
}

interview en 'Neighborhood savings fund' harm
interview ar 'صندوق الحي' ضرر

for language in en ar; do
  shot "file://$(realpath "$images/../../examples/reports/sunduq-al-hay.$language.html")" "report-$language" 900 800
done
