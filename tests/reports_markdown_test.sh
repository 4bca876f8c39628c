#!/usr/bin/env bash
# Runs every command of docs/reports-markdown.md, in order, in a folder of its own, and looks into what came
# of it: tables keep their rows in Word, an Arabic document runs from right to left, a PDF has the text.
set -euo pipefail
: "${IBTIKAR_SOURCE_DIR:?}" "${IBTIKAR_PROGRAM:?}"
for tool in pandoc soffice unzip zip python3; do
  command -v "$tool" >/dev/null || { echo "this test needs $tool; ./dev test installs it" >&2; exit 1; }
done

page=$IBTIKAR_SOURCE_DIR/docs/reports-markdown.md
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir -p "$place/bin"
ln -s "$IBTIKAR_PROGRAM" "$place/bin/ibtikar"
cp -r "$IBTIKAR_SOURCE_DIR/examples" "$place"
cd "$place"
unset COLUMNS LC_ALL LC_MESSAGES
export LANG=C.UTF-8 HOME=$place PATH=$place/bin:$PATH

awk '/^```sh$/ { inside = 1; next } /^```$/ { inside = 0 } inside' "$page" >commands
[[ $(wc -l <commands) -ge 14 ]] || { echo "too few commands found in $page" >&2; exit 1; }
status=0
bash -euo pipefail commands >log 2>&1 </dev/null || status=$?
if [[ $status -ne 0 ]]; then
  echo "a command of docs/reports-markdown.md failed with $status:" >&2
  tail -n 20 log >&2
  exit 1
fi

python3 - <<'PYTHON'
import re, sys, zipfile

def fail(message):
    sys.exit(message)

def rows_of_markdown(path):
    """Rows of tables, with the line of titles and without that of dashes."""
    lines = [line for line in open(path, encoding="utf-8") if line.startswith("|")]
    return [line for line in lines if not re.fullmatch(r"[|\-: \n]+", line)]

for name in ("report", "report.ar"):
    rows = rows_of_markdown(name + ".md")
    cells = sum(len(re.findall(r"(?<!\\)\|", row)) - 1 for row in rows)
    document = zipfile.ZipFile(name + ".docx").read("word/document.xml").decode("utf-8")
    found = len(re.findall(r"<w:tr>|<w:tr ", document)), len(re.findall(r"<w:tc>|<w:tc ", document))
    if found != (len(rows), cells):
        fail(f"{name}.docx has {found} rows and cells; the Markdown has {(len(rows), cells)}")
    if len(rows) < 10:
        fail(f"{name}.md has {len(rows)} rows only")
    if open(name + ".pdf", "rb").read(5) != b"%PDF-":
        fail(f"{name}.pdf is no PDF")
    paragraphs = len(re.findall(r"<w:pPr>", document))
    turned = len(re.findall(r"<w:bidi ?/>", document))
    if name == "report" and turned:
        fail("the English document has paragraphs from right to left")
    if name == "report.ar" and turned < paragraphs * 0.9:
        fail(f"only {turned} of {paragraphs} paragraphs of the Arabic document run from right to left")

styles = zipfile.ZipFile("report.ar.docx").read("word/styles.xml").decode("utf-8")
if "<w:bidiVisual" not in styles:
    fail("tables of the Arabic document do not begin at the right")
if open("answers.ar.csv", "rb").read(3) != b"\xef\xbb\xbf":
    fail("--bom wrote no byte-order mark")
if "dir=\"rtl\"" not in open("both.md", encoding="utf-8").read():
    fail("the Arabic comparison does not run from right to left")
PYTHON
echo "the commands of docs/reports-markdown.md work, and tables and directions survive"
