#!/usr/bin/env python3
"""Runs rubrics as SQL on random proposals and compares every column with the rows of `batch`.

  tests/rubric_sql_test.py                           500 proposals for each rubric, in Python's own SQLite
  tests/rubric_sql_test.py all 10000                 so many, in SQLite, DuckDB and PostgreSQL
  tests/rubric_sql_test.py ENGINE COUNT [RUBRIC...]

The rubrics are the built-in ones and those of tests/sql/rubrics. Each is translated for a table of answers and for
one of documents. What is not translated must be refused, and names must not end a statement.
"""
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(os.environ.get('IBTIKAR_SOURCE_DIR', Path(__file__).resolve().parent.parent))
PROGRAM = str(Path(os.environ.get('IBTIKAR_PROGRAM', ROOT / 'build/release/ibtikar')).resolve())
sys.path.insert(0, str(ROOT / 'tests/sql'))
sys.dont_write_bytecode = True

from cases import answer_rows, odd_documents, proposals, questions_of  # noqa: E402 (they stand in tests/sql)
from engines import ENGINES, Sqlite  # noqa: E402

MIXED = ROOT / 'tests/sql/rubrics/mixed.json'


def rubrics():
    """The built-in ones, whatever their number, and ours."""
    builtin = [line.split()[0] for line in run('rubric', 'list').splitlines()]
    assert 'social-innovation' in builtin, builtin
    return builtin + sorted(str(path) for path in MIXED.parent.glob('*.json'))


def result_of(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], check=False, capture_output=True, text=True, timeout=600,
                          stdin=subprocess.DEVNULL, env={**os.environ, 'LC_ALL': 'C.UTF-8'})


def run(*arguments, allowed=(0,)):
    done = result_of(*arguments)
    if done.returncode not in allowed:
        sys.exit(f'{arguments}: status {done.returncode}\n{done.stderr[:3000]}')
    return done.stdout


def same(row, expected):
    """What differs between a row of a view and one of `batch`, if anything."""
    if (row['error'] is None) != (expected['error'] is None):
        return f"error {row['error']!r}, expected {expected['error']!r}"
    for name, value in expected.items():
        if name in ('id', 'title', 'error'):
            continue
        got = row[name]
        if expected['error'] is not None:
            value = None  # NDJSON has an empty list there
        if name == 'gates' and got is not None:
            got = got.split()
        if name == 'settled' and got is not None:
            got = bool(got)
        if got != value:
            return f'{name} {got!r}, expected {value!r}'
    surplus = set(row) - set(expected)
    return f'columns {sorted(surplus)}' if surplus else None


def compare(what, rows, expected):
    if len(rows) != len(expected):
        sys.exit(f'{what}: {len(rows)} rows, expected {len(expected)}')
    for row in rows:
        difference = same(row, expected[row['id']])
        if difference:
            sys.exit(f"{what}: {row['id']}: {difference}\n{expected[row['id']]['error']}")


def check(engine, rubric, count, seed, scratch):
    whole = json.loads(run('rubric', 'show', rubric, '-f', 'json'))
    made = proposals(whole, count, seed)
    lines = [json.dumps(one, ensure_ascii=False) for one in made]
    odd = [json.dumps({'id': f'odd-{i}', **one} if isinstance(one, dict) else one)
           for i, one in enumerate(odd_documents(whole, list(questions_of(whole))))]
    (scratch / 'all.ndjson').write_text('\n'.join(lines + odd) + '\n', encoding='utf-8')
    run('batch', scratch / 'all.ndjson', '-r', rubric, '-q', '-o', scratch / 'rows.ndjson', allowed=(0, 3))
    rows = [json.loads(line) for line in (scratch / 'rows.ndjson').read_text('utf-8').splitlines()]
    expected = {row['id']: row for row in rows[:count]}
    # A document without an id has the name of its line in a row of `batch`.
    odd_rows = {f'odd-{i}': row for i, row in enumerate(rows[count:])}
    documents = [(one['id'], line) for one, line in zip(made, lines)] + list(zip(odd_rows, odd))
    scripts = [run('rubric', 'sql', rubric, '-f', engine.name, '-q'),
               run('rubric', 'sql', rubric, '-f', engine.name, '-q', '--documents', '--view', 'of_documents')]
    start = time.monotonic()
    views = engine.rows(scripts, list(answer_rows(made)), documents, ['assessments', 'of_documents'])
    spent = time.monotonic() - start
    compare(f'{engine.name} {rubric}, answers', views[0], expected)
    compare(f'{engine.name} {rubric}, documents', views[1], {**expected, **odd_rows})
    # A comparison of nothing but gaps would prove little.
    verdicts = Counter(row['verdict'] for row in expected.values())
    gates = Counter(gate for row in expected.values() for gate in row['gates'] or [])
    settled = sum(bool(row['settled']) for row in expected.values())
    if count >= 500 and (len(verdicts) < 4 or settled == 0 or set(gates) != {gate['id'] for gate in whole.get('gates', [])}):
        sys.exit(f'{rubric}: the cases reach too little: {verdicts}, gates {gates}, settled {settled}')
    print(f'{engine.name}: {Path(rubric).stem}: {count} proposals equal in both views ({spent:.0f} s); '
          f'{dict(verdicts)}, settled {settled}, gates {dict(gates)}')


def check_refusals(scratch):
    """Each feature that is not translated is named with its place, and nothing is written."""
    def change(path, value):
        def apply(rubric):
            for step in path[:-1]:
                rubric = rubric[step]
            rubric[path[-1]] = value
        return apply
    goal = ('sections', 0, 'criteria', 0)
    changes = {
        '/sections/0/criteria/0/questions/0/requires': change((*goal, 'questions', 0, 'requires'), {'note': True}),
        '/dimensions/2/id': lambda rubric: (change(('dimensions', 2, 'id'), 'settled')(rubric), [
            criterion['contributes'].update(settled=criterion['contributes'].pop('aside'))
            for section in rubric['sections'] for criterion in section['criteria']
            if 'aside' in criterion['contributes']]),
    }
    file, written = scratch / 'changed.json', scratch / 'view.sql'
    for pointer, apply in changes.items():
        rubric = json.loads(MIXED.read_text('utf-8'))
        apply(rubric)
        file.write_text(json.dumps(rubric, indent=1), encoding='utf-8')
        done = result_of('rubric', 'sql', file, '-q', '-f', 'sqlite', '-o', written)
        place = f'[not-in-sql] (at {pointer})'
        if done.returncode != 3 or done.stdout or written.exists() or place not in done.stderr:
            sys.exit(f'{pointer}: status {done.returncode}, {done.stdout[:200]!r}, {done.stderr!r}')
        if not done.stderr.startswith(f'{file}:') or int(done.stderr[len(str(file)) + 1:].split(':')[0]) < 2:
            sys.exit(f'{pointer}: no line: {done.stderr!r}')
    print(f'{len(changes)} features are refused with their places')


def check_hostile(scratch):
    """Texts of a rubric and names of the command line stay texts and names."""
    rubric = json.loads(MIXED.read_text('utf-8'))
    rubric['version'] = "1.0\nDROP TABLE answers; --\r\nDROP TABLE answers;"
    file = scratch / 'hostile.json'
    file.write_text(json.dumps(rubric), encoding='utf-8')
    table, view = 'an"swers; --', "v'iew\" AS SELECT 1; DROP TABLE x; --"
    script = run('rubric', 'sql', file, '-q', '-f', 'sqlite', '--table', table, '--view', view)
    quoted = ['"' + name.replace('"', '""') + '"' for name in (table, view)]
    rows = Sqlite(scratch).rows([f'CREATE TABLE {quoted[0]} AS SELECT * FROM answers', script],
                                [('P', 'goal.exists', "yes'; DROP TABLE answers; --", None)], [],
                                [quoted[1], 'answers'])
    if len(rows[1]) != 1 or [row['error'] for row in rows[0]] != ['goal.exists: bad-value']:
        sys.exit(f'hostile names: {rows}')
    rubric = json.loads(MIXED.read_text('utf-8'))
    rubric['gates'][0]['id'] = "x'); DROP TABLE answers; --"
    file.write_text(json.dumps(rubric), encoding='utf-8')
    for arguments, status in (((file,), 3), (('--table', '.'), 2), (('--view', 'a..b'), 2), (('--view', 'a\nb'), 2)):
        done = result_of('rubric', 'sql', *arguments, '-f', 'sqlite')
        if done.returncode != status or done.stdout:
            sys.exit(f'{arguments}: status {done.returncode}, expected {status}: {done.stderr}')
    print('hostile names stay names')


def main():
    names = sys.argv[1:2] or ['sqlite']
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    with tempfile.TemporaryDirectory() as folder:
        check_refusals(Path(folder))
        check_hostile(Path(folder))
    for name in ENGINES if names == ['all'] else names:
        with tempfile.TemporaryDirectory() as folder:
            engine = ENGINES[name](Path(folder))
            try:
                for number, rubric in enumerate(sys.argv[3:] or rubrics()):
                    check(engine, rubric, count, number + 1, Path(folder))
            finally:
                engine.stop()


if __name__ == '__main__':
    main()
