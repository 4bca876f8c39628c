#!/usr/bin/env python3
"""Grants of the 360Giving Data Standard as input: examples/exports/360giving.xlsx in every shape of the standard.

The example must be what the standard asks for. It is then written as CSV with the standard's column titles (days as
ISO dates, and as the numbers by which spreadsheets count them), as CSV with its field names, and as its JSON. All
must say the same, without a warning. Tables that are not of the standard must be refused.
"""
import csv
import datetime
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

ROOT = Path(os.environ.get('IBTIKAR_SOURCE_DIR', Path(__file__).resolve().parent.parent))
PROGRAM = str(Path(os.environ.get('IBTIKAR_PROGRAM', ROOT / 'build/release/ibtikar')).resolve())
EXAMPLE = ROOT / 'examples/exports/360giving.xlsx'

# The standard's titles and the paths of its fields. Those that each grant must have are marked.
FIELDS = {
    'Identifier': '!id', 'Title': '!title', 'Description': '!description', 'Currency': '!currency',
    'Amount Applied For': 'amountAppliedFor', 'Amount Awarded': '!amountAwarded', 'Award Date': '!awardDate', 'URL': 'url',
    'Planned Dates:Start Date': 'plannedDates/0/startDate', 'Planned Dates:End Date': 'plannedDates/0/endDate',
    'Planned Dates:Duration (months)': 'plannedDates/0/duration',
    'Recipient Org:Identifier': '!recipientOrganization/0/id', 'Recipient Org:Name': '!recipientOrganization/0/name',
    'Recipient Org:Charity Number': 'recipientOrganization/0/charityNumber',
    'Recipient Org:City': 'recipientOrganization/0/addressLocality',
    'Recipient Org:Country': 'recipientOrganization/0/addressCountry',
    'Beneficiary Location:0:Name': 'beneficiaryLocation/0/name', 'Beneficiary Location:1:Name': 'beneficiaryLocation/1/name',
    'Beneficiary Location:0:Country Code': 'beneficiaryLocation/0/countryCode',
    'Funding Org:Identifier': '!fundingOrganization/0/id', 'Funding Org:Name': '!fundingOrganization/0/name',
    'Grant Programme:Title': 'grantProgramme/0/title', 'From an open call?': 'fromOpenCall', 'Last modified': 'dateModified',
}
DAYS = {title for title in FIELDS if title.endswith('Date') or title == 'Last modified'}
AMOUNTS = {title for title in FIELDS if title.startswith('Amount')}
failures = []


def check(truth, what):
    if not truth:
        failures.append(what)


def grants_of_example():
    """The rows of the first sheet as dictionaries: texts, and numbers as they are."""
    name = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    with zipfile.ZipFile(EXAMPLE) as book:
        sheet = ElementTree.fromstring(book.read('xl/worksheets/sheet1.xml'))
    rows = []
    for row in sheet.iter(f'{name}row'):
        cells = {}
        for cell in row.iter(f'{name}c'):
            text = cell.find(f'{name}is/{name}t')
            column = re.match('[A-Z]+', cell.get('r')).group()
            cells[column] = text.text if text is not None else float(cell.find(f'{name}v').text)
        rows.append(cells)
    head, *grants = rows
    return [{head[column]: value for column, value in grant.items()} for grant in grants]


def day(serial):
    return (datetime.datetime(1899, 12, 30) + datetime.timedelta(days=serial)).strftime('%Y-%m-%d')


def check_example(grants):
    """What the standard's schema requires, as far as it matters to a reader."""
    check(len(grants) >= 3, 'the example has too few grants')
    check(len({grant['Identifier'] for grant in grants}) == len(grants), 'identifiers are not unique')
    for grant in grants:
        for title, field in FIELDS.items():
            if field.startswith('!'):
                check(grant.get(title) not in (None, ''), f'{grant.get("Identifier")} has no {title}')
        check(set(grant) <= set(FIELDS), f'columns that the standard lacks: {set(grant) - set(FIELDS)}')
        check(re.fullmatch('[A-Z]{3}', grant['Currency']), f'{grant["Currency"]} is no ISO 4217 code')
        check(re.match('360G-[A-Za-z]+-', grant['Identifier']), f'{grant["Identifier"]} has no prefix')
        check(all(isinstance(grant[title], float) for title in (AMOUNTS | DAYS) & set(grant)),
              'an amount or a day is a text')


def number(value):
    return int(value) if value == int(value) else value


def shapes(grants, folder):
    """Files that say the same, and their names."""
    def cell(grant, title, serial):
        value = grant.get(title, '')
        if title in DAYS and value != '':
            return number(int(value)) if serial else day(value)
        return number(value) if isinstance(value, float) else value

    def table(name, head, serial):
        with open(folder / name, 'w', encoding='utf-8', newline='') as file:
            writer = csv.writer(file)
            writer.writerow(head)
            writer.writerows([cell(grant, title, serial) for title in FIELDS] for grant in grants)
        return folder / name

    fields = [field.lstrip('!') for field in FIELDS.values()]
    yield table('titles.csv', list(FIELDS), False)
    yield table('serial.csv', list(FIELDS), True)
    yield table('fields.csv', fields, False)
    package = {'version': '1.4', 'grants': []}
    for grant in grants:
        record = {}
        for title, field in zip(FIELDS, fields):
            if title not in grant:
                continue
            path, place = field.split('/'), record
            for step, following in zip(path, path[1:]):
                if step.isdigit():
                    while len(place) <= int(step):
                        place.append({})
                    place = place[int(step)]
                else:
                    place = place.setdefault(step, [] if following.isdigit() else {})
            value = cell(grant, title, False)
            place[path[-1]] = f'{value}T00:00:00+00:00' if title in DAYS else value
        package['grants'].append(record)
    (folder / 'package.json').write_text(json.dumps(package, ensure_ascii=False), encoding='utf-8')
    yield folder / 'package.json'


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], check=False, capture_output=True, text=True, timeout=120,
                          stdin=subprocess.DEVNULL, env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANG': 'C.UTF-8'})


def scored(path, folder, mapping='360giving'):
    """The rows and the answers that a file leads to."""
    answers = folder / 'answers.csv'
    done = run('batch', path, '--map', mapping, '-f', 'csv', '--columns', 'id,title,completeness', '--answers', answers)
    check(done.returncode == 0, f'{path.name}: status {done.returncode}\n{done.stderr}')
    check('warning' not in done.stderr, f'{path.name}: {done.stderr}')
    return done.stdout, answers.read_text(encoding='utf-8') if answers.exists() else ''


def first_difference(got, wanted):
    """The first lines that differ."""
    lines = zip(got.splitlines() + [''], wanted.splitlines() + [''])
    return next((f'{one}\n{other}' for one, other in lines if one != other), 'more or fewer lines')


def check_refusals(grants, folder):
    (folder / 'other.csv').write_text('Name,Answer\nx,1\n', encoding='utf-8')
    done = run('batch', folder / 'other.csv', '--map', '360giving')
    check(done.returncode == 3 and '"identifier"' in done.stderr, f'another table: {done.returncode} {done.stderr}')
    (folder / 'short.csv').write_text('Identifier,Title\n1,x\n', encoding='utf-8')
    done = run('batch', folder / 'short.csv', '--map', '360giving')
    check(done.returncode == 3 and '"description"' in done.stderr, f'without descriptions: {done.stderr}')
    done = run('batch', EXAMPLE, '--map', '360givin')
    check(done.returncode == 4 and 'map list' in done.stderr, f'a name that nobody has: {done.stderr}')
    (folder / 'enough.csv').write_text('Identifier,Title,Description\n1,x,What it does\n', encoding='utf-8')
    rows, answers = scored(folder / 'enough.csv', folder)
    check('What it does' in answers, f'the least that a table needs: {rows} {answers}')


def main():
    grants = grants_of_example()
    check_example(grants)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        expected = scored(EXAMPLE, folder)
        for grant in grants:
            check(grant['Identifier'] in expected[0], f'{grant["Identifier"]} has no row')
            check(grant['Description'][:30] in expected[1], f'{grant["Identifier"]} has no summary')
        answered = [row for row in csv.DictReader(io.StringIO(expected[1])) if row['state'] == 'answered']
        check([row['question'] for row in answered] == ['profile.summary'] * len(grants),
              f'more is answered than the summaries: {answered}')
        for row, grant in zip(answered, grants):
            facts = {f"Amount awarded: {number(grant['Amount Awarded'])}", f"Currency: {grant['Currency']}",
                     f"Award date: {day(grant['Award Date'])}", f"Place: {grant['Beneficiary Location:0:Name']}"}
            check(facts <= set(row['note'].split('; ')), f"{row['note']} lacks one of {facts}")
        for path in shapes(grants, folder):
            for got, wanted in zip(scored(path, folder), expected):
                check(got == wanted, f'{path.name} differs:\n{first_difference(got, wanted)}')
        own = folder / 'own.json'
        own.write_text(run('map', 'show', '360giving').stdout, encoding='utf-8')
        check(scored(EXAMPLE, folder, own) == expected, 'a copy of the mapping differs from it')
        check('360giving' in run('map', 'list').stdout, 'map list does not name it')
        check(json.loads(run('map', 'schema').stdout)['title'] == 'ibtikar-mapping/1', 'map schema prints none')
        done = run('map', 'check', '360giving', EXAMPLE)
        check(done.returncode == 0, f'map check: {done.returncode} {done.stdout}{done.stderr}')
        check_refusals(grants, folder)
    if failures:
        sys.exit('\n'.join(failures))
    print(f'{len(grants)} grants say the same in 5 shapes.')


if __name__ == '__main__':
    main()
