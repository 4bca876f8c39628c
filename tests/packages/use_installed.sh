#!/usr/bin/env bash
# What a user does who has just installed the packages. It runs as root in the root that clean_root.sh made.
set -euo pipefail
fail() { printf '%s\n' "$*"; exit 1; }
cd /root
export LC_ALL=C.UTF-8 MANWIDTH=100

ibtikar --version
ibtikar score proposals/fountain-house.json >report.txt
grep -q 'Fountain House' report.txt || fail "the report does not name the program"
ibtikar score proposals/fountain-house.json --lang ar --quiet --output report.html
ibtikar batch proposals --output rows.csv
[[ $(wc -l <rows.csv) == $(($(find proposals -name "*.json" | wc -l) + 1)) ]] || fail "not every proposal has its row"
ibtikar batch proposals --output portfolio.xlsx
ibtikar batch proposals --output portfolio.sqlite

# The manual, in both languages.
man ibtikar | grep -q 'innovation' || fail "man ibtikar shows nothing"
man ibtikar-score >/dev/null
man 5 ibtikar-rubric >/dev/null
man -L ar_EG.UTF-8 ibtikar | grep -q 'الابتكار' || fail "the Arabic manual has no Arabic"
for page in /usr/share/man/man1/ibtikar*; do
  [[ -e ${page/man\/man1/man\/ar\/man1} ]] || fail "there is no Arabic $page"
done

# Completion.
completed=$(
  # shellcheck source=/dev/null
  source /usr/share/bash-completion/completions/ibtikar
  COMP_WORDS=(ibtikar rubric c) COMP_CWORD=2
  _ibtikar
  printf '%s ' "${COMPREPLY[@]}"
)
[[ $completed == "check convert " ]] || fail "ibtikar rubric c<tab> gives: $completed"

# Removed, nothing is left.
dpkg --purge libibtikar-dev ibtikar >/dev/null
left=$(find /usr /etc /var/lib -name '*ibtikar*' ! -path '/var/lib/dpkg/*' ! -path '/var/lib/apt/*' | head)
[[ -z $left ]] || fail "left behind: $left"
echo "installed, used and removed"
