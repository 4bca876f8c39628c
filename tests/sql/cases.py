# Random proposals for a rubric: every kind of answer, evidence and gap, and some that are invalid.
import json
import random


def questions_of(rubric):
    """(full id, question) of all questions, with the levels of named scales filled in."""
    for section in rubric['sections']:
        for criterion in section['criteria']:
            for question in criterion['questions']:
                question = dict(question)
                if 'scale' in question:
                    scales = rubric['scales']
                    by_id = scales if isinstance(scales, dict) else {s['id']: s for s in scales}
                    question['levels'] = by_id[question['scale']]['levels']
                yield criterion['id'] + '.' + question['id'], question


def good_value(question, pick, lean):
    """An answer that the question allows; a lean of 1 is near the end of lists, of 0 near the start."""
    def place(count):
        return min(count - 1, max(0, round(pick.gauss(lean * (count - 1), 1))))
    kind = question['type']
    if kind == 'scale':
        return question['levels'][place(len(question['levels']))]['value']
    if kind == 'yes_no':
        return pick.choice([True, False, 'yes', 'no'])
    if kind == 'choice':
        return pick.choice(question['options'])['id']
    if kind == 'choices':
        return [option['id'] for option in question['options'] if pick.random() < 0.4]
    if kind == 'number':
        edges = [point[0] for point in question.get('points', [])] or [0, 10]
        least, most = question.get('min', edges[0] - 5), question.get('max', edges[-1] + 5)
        number = pick.choice([pick.choice(edges), least, most, round(pick.uniform(least, most), pick.choice([0, 1, 2])),
                              pick.uniform(least, most)])
        number = min(most, max(least, number))
        return int(number) if question.get('whole') else number
    return pick.choice(['a text', 'نص', "it's \"quoted\" -- ; \\ '"])


def bad_value(question, pick):
    """An answer that most questions of this type refuse. A text refuses none that a table can hold."""
    return pick.choice({'scale': [99, 'three', 1.25], 'yes_no': ['maybe', 5], 'choice': ['no-such-option', 7],
                        'choices': [['no-such-option'], ['users', 'users']], 'number': [-1e12, 'many', 1e99],
                        'text': ['any']}[question['type']])


def proposal(number, rubric, questions, pick):
    gap, lean = pick.choice([0, 0.02, 0.1, 0.3, 0.8, 1]), pick.choice([0, 0.2, 0.5, 0.8, 1, 1])
    levels = [level['id'] for level in rubric.get('evidence', {}).get('levels', [])]
    answers = {}
    for full_id, question in questions:
        chance = pick.random()
        if chance < gap:
            if chance < gap / 3:
                answers[full_id] = None
            continue
        may_leave = question.get('not_applicable') and pick.random() < 0.2
        whole = {'not_applicable': True} if may_leave else {'value': good_value(question, pick, lean)}
        if pick.random() < 0.8 and levels:
            whole['evidence'] = pick.choice(levels + [''])
        if may_leave and pick.random() < 0.5:
            answers[full_id] = 'n/a'
        else:
            answers[full_id] = whole if 'evidence' in whole or may_leave or pick.random() < 0.3 else whole['value']
    if pick.random() < 0.05:
        full_id, question = pick.choice(questions)
        kind = pick.randrange(3)
        if kind == 0:
            answers[full_id] = bad_value(question, pick)
        elif kind == 1 and levels:
            answers[full_id] = {'value': good_value(question, pick, lean), 'evidence': 'no-such-level'}
        elif question['type'] != 'text' and not question.get('not_applicable'):
            answers[full_id] = {'not_applicable': True}
    if pick.random() < 0.1:
        answers['no.such'] = 3
    items = list(answers.items())
    pick.shuffle(items)
    return {'id': f'P-{number}', 'answers': dict(items)}


def proposals(rubric, count, seed):
    pick = random.Random(seed)
    questions = list(questions_of(rubric))
    return [proposal(number, rubric, questions, pick) for number in range(count)]


def odd_documents(rubric, questions):
    """Documents of odd shape, most of them refused; a table of answers cannot hold these."""
    full_id, question = next((f, q) for f, q in questions if q['type'] == 'scale')
    fine = question['levels'][-1]['value']
    answers = [
        {'value': fine, 'evidence': 3}, {'value': fine, 'evidence': None}, {'value': fine, 'not_applicable': 'yes'},
        {'value': fine, 'not_applicable': True}, {'value': fine, 'not_applicable': False}, {'value': None}, {},
        {'value': {'value': fine}}, {'value': [fine]}, {'value': str(fine)}, {'note': 'only'}, [], [fine], '', 'N/A',
        ' n/a', True, {'value': None, 'not_applicable': False}, {'evidence': ''}, {'value': float(fine), 'evidence': ''},
    ]
    documents = [{'answers': {full_id: answer}} for answer in answers]
    for other_id, other in questions:
        if other['type'] == 'choices':
            one, two = other['options'][0]['id'], other['options'][1]['id']
            for value in ([one, two], [two, one], [one, one], [one + ' ' + two], [one, 3], [None], [''], [[one]], one, [' '],
                          [], {}, [one, ''], ['|'], '|'):
                documents.append({'answers': {other_id: value}})
        if other['type'] == 'text':
            documents += [{'answers': {other_id: value}} for value in ('n/a', '', 3, True, ['x'], {'not_applicable': True})]
        if other['type'] == 'yes_no':
            documents += [{'answers': {other_id: value}} for value in ('true', 1, 0, 'YES', 'no', False)]
        if other['type'] == 'number':
            least = other.get('min', 1)
            documents += [{'answers': {other_id: value}} for value in (str(least), least - 0.5, least, least + 0.25, True)]
    documents += [{'answers': []}, {'answers': None}, {}, [], 3, 'text', None]
    major = rubric['version'].split('.')[0]
    for reference in ({'id': rubric['id'], 'version': rubric['version']}, {'id': rubric['id']}, {},
                      {'id': '', 'version': ''}, {'version': major + '.99.1'}, {'version': major + '9.0.0'}, {'version': '77'}):
        documents.append({'rubric': reference, 'answers': {full_id: fine}})
    return documents


def cell(value):
    """A value as the table of answers has it."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return 'true' if value else 'false'
    if isinstance(value, list):
        return ' '.join(value) if value else '|'
    return json.dumps(value)


def answer_rows(all_proposals):
    """(proposal, question, value, evidence); a proposal without answers keeps a row."""
    for one in all_proposals:
        if not one['answers']:
            yield one['id'], None, None, None
        for question, answer in one['answers'].items():
            if isinstance(answer, dict):
                value = 'n/a' if answer.get('not_applicable') else cell(answer['value'])
                yield one['id'], question, value, answer.get('evidence')
            else:
                yield one['id'], question, cell(answer), None
