#!/usr/bin/env python3
"""Assessments as linked data of the Common Impact Data Standard, read as such and checked by shapes.

The shapes (tests/standards/cids.ttl) are written from the standard's ontology; nothing is loaded from anywhere.
Each of them must also find a document that was damaged for it.
"""
import copy
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(os.environ.get('IBTIKAR_SOURCE_DIR', Path(__file__).resolve().parent.parent))
PROGRAM = str(Path(os.environ.get('IBTIKAR_PROGRAM', ROOT / 'build/release/ibtikar')).resolve())
EXAMPLES = ['fountain-house', 'scared-straight', 'sunduq-al-hay', 'graduation']
failures = []


def check(truth, what):
    if not truth:
        failures.append(what)


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], check=False, capture_output=True, text=True, timeout=120,
                          stdin=subprocess.DEVNULL, env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANG': 'C.UTF-8'})


def read(files):
    """What tests/standards/cids.mjs tells of each."""
    modules = ROOT / 'build/web'
    if not (modules / 'node_modules/jsonld').exists():
        sys.exit(f'{modules} lacks what tests/web/package.json names: ./dev test installs it')
    done = subprocess.run(['node', ROOT / 'tests/standards/cids.mjs', modules, *files], check=False,
                          capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def node_of(document, kind):
    """The first node of a class."""
    return next(node for node in document if f'cids:{kind}' in node['@type'])


def damaged(document):
    """Copies of a document, each with one fault, and what must be said of it."""
    def without(kind, member):
        del node_of(fresh, kind)[member]

    def with_value(kind, member, value):
        node_of(fresh, kind)[member] = value

    cases = [
        ('hasLegalName MinCount', without, 'Organization', 'hasLegalName'),
        ('hasOutcome MinCount', without, 'Program', 'hasOutcome'),
        ('hasName MinCount', without, 'Outcome', 'hasName'),
        ('forOrganization MinCount', without, 'Outcome', 'forOrganization'),
        ('unitDescription MinCount', without, 'Indicator', 'unitDescription'),
        ('value MinCount', without, 'IndicatorReport', 'value'),
        ('startedAtTime MinCount', without, 'IndicatorReport', 'prov:startedAtTime'),
        ('hasConsequence MinCount', without, 'EnduranceRisk', 'cids:hasConsequence'),
        ('hasDescription MinCount', without, 'EvidenceRisk', 'hasDescription'),
        ('forIndicator Class', with_value, 'IndicatorReport', 'forIndicator', 'urn:uuid:0'),
        ('forOutcome Class', with_value, 'ExecutionRisk', 'forOutcome', 'urn:uuid:0'),
        ('hasLikelihood In', with_value, 'EvidenceRisk', 'cids:hasLikelihood', 'perhaps'),
        ('hasIdentifier HasValue', with_value, 'StakeholderParticipationRisk', 'hasIdentifier', 'Participation'),
        ('hasNumericalValue Pattern', with_value, 'IndicatorReport', 'value',
         {'@id': 'urn:uuid:1', '@type': 'i72:Measure', 'hasNumericalValue': '101.00'}),
        ('dateCreated Datatype', with_value, 'Program', 'sch:dateCreated', 'yesterday'),
        ('hasName MaxCount', with_value, 'Program', 'hasName', ['one', 'two']),
        ('invalid property', with_value, 'Program', 'hasTitel', 'x'),
        ('elsewhere.example', with_value, 'Program', '@context', 'https://elsewhere.example/context.jsonld'),
    ]
    for expected, damage, *arguments in cases:
        fresh = copy.deepcopy(document)
        damage(*arguments)
        yield expected, fresh


def check_valid(folder):
    """Returns one valid document."""
    files = []
    for name in EXAMPLES:
        proposal = ROOT / f'examples/proposals/{name}.json'
        for language in ('en', 'ar'):
            file = folder / f'{name}.{language}.jsonld'
            done = run('score', proposal, '--lang', language, '-o', file)
            check(done.returncode == 0, f'{file.name}: {done.stderr}')
            files.append(file)
        saved = folder / 'saved.json'
        run('score', proposal, '-f', 'json', '-o', saved)
        again = run('report', saved, '-f', 'cids', '--lang', 'ar').stdout
        check(again == files[-1].read_text(encoding='utf-8'), f'report writes {name} in another way than score')
    for told in read(files):
        types = told['types']
        check(not told['complaints'], f'{told["file"]}: {told["complaints"]}')
        check({kind: types.get(kind) for kind in ('Organization', 'Program', 'Outcome', 'Indicator')} ==
              {'Organization': 1, 'Program': 1, 'Outcome': 1, 'Indicator': 4}, f'{told["file"]}: {types}')
        check(types.get('IndicatorReport') == types.get('Measure') and types.get('EvidenceRisk') == 1 and
              types.get('ImpactRisk') == 1 + sum(types.get(kind, 0) for kind in (
                  'EnduranceRisk', 'StakeholderParticipationRisk', 'ExecutionRisk')), f'{told["file"]}: {types}')
        check(told['languages'].get('ar', 0) >= 3 and told['languages'].get('en', 0) >= 3,
              f'{told["file"]}: texts of the rubric in {told["languages"]}')
    arabic = [json.loads(file.read_text(encoding='utf-8')) for file in files if file.name == 'sunduq-al-hay.en.jsonld'][0]
    check(node_of(arabic, 'Organization')['rdfs:label'][0]['@language'] == 'ar', 'an Arabic name without its language')
    return json.loads(files[0].read_text(encoding='utf-8'))


def check_several(folder):
    """Several programs of one organization, and a rubric whose dimensions are no classes of the standard."""
    proposal = json.loads((ROOT / 'examples/proposals/fountain-house.json').read_text(encoding='utf-8'))
    second = folder / 'second.json'
    second.write_text(json.dumps({**proposal, 'id': 'second', 'title': 'Second'}), encoding='utf-8')
    both = folder / 'both.jsonld'
    check(run('score', ROOT / 'examples/proposals/fountain-house.json', second, '-o', both).returncode == 0, 'two programs')
    other = folder / 'other.jsonld'
    rubric = folder / 'rubric.json'
    rubric.write_text(json.dumps({
        'format': 'ibtikar-rubric/1', 'id': 'own', 'version': '1.0.0', 'title': 'Own', 'languages': ['en'],
        'bands': [{'id': 'low', 'from': 0, 'title': 'Low'}, {'id': 'high', 'from': 60, 'title': 'High'}],
        'dimensions': [{'id': 'warmth', 'title': 'Warmth'}, {'id': 'evidence', 'title': 'Evidence'}],
        'sections': [{'id': 'all', 'title': 'All', 'criteria': [
            {'id': 'a', 'title': 'A', 'contributes': {'warmth': 1, 'evidence': 1},
             'questions': [{'id': 'b', 'ask': 'B?', 'type': 'yes_no'}]}]}]}), encoding='utf-8')
    own = folder / 'own.json'
    own.write_text(json.dumps({'id': 'p', 'title': 'P', 'organization': 'O', 'date': '2026-11-30',
                               'answers': {'a.b': True}}), encoding='utf-8')
    check(run('score', own, '-r', rubric, '-o', other).returncode == 0, 'another rubric')
    two, plain = read([both, other])
    check(not two['complaints'] and two['types']['Organization'] == 1 and two['types']['Program'] == 2, f'{two}')
    check(not plain['complaints'] and plain['types']['ImpactRisk'] == 2 and plain['types']['EvidenceRisk'] == 1, f'{plain}')


def check_missing(folder):
    """Without a date there are no reports of indicators; without an organization there is nothing."""
    proposal = json.loads((ROOT / 'examples/proposals/fountain-house.json').read_text(encoding='utf-8'))
    for member in ('date', 'organization'):
        (folder / f'no-{member}.json').write_text(
            json.dumps({name: value for name, value in proposal.items() if name != member}), encoding='utf-8')
    done = run('score', folder / 'no-date.json', '-o', folder / 'no-date.jsonld')
    check(done.returncode == 0 and 'no date' in done.stderr, f'without a date: {done.returncode} {done.stderr}')
    told = read([folder / 'no-date.jsonld'])[0]
    check('IndicatorReport' not in told['types'] and told['types']['ImpactRisk'] == 4 and
          all('dateCreated' in one for one in told['complaints']), f'without a date: {told}')
    done = run('score', folder / 'no-organization.json', '-o', folder / 'none.jsonld')
    check(done.returncode == 3 and 'organization' in done.stderr, f'without an organization: {done.stderr}')
    check(not (folder / 'none.jsonld').exists(), 'a document without an organization was written')


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        document = check_valid(folder)
        check_several(folder)
        check_missing(folder)
        cases = list(damaged(document))
        files = [folder / f'damaged-{number}.jsonld' for number in range(len(cases))]
        for file, (_, broken) in zip(files, cases):
            file.write_text(json.dumps(broken), encoding='utf-8')
        for (expected, _), told in zip(cases, read(files)):
            check(any(expected in one for one in told['complaints']), f'not found: {expected}; {told["complaints"]}')
    if failures:
        sys.exit('\n'.join(failures))
    print(f'{2 * len(EXAMPLES)} documents are right; {len(cases)} damaged ones are found.')


if __name__ == '__main__':
    main()
