"""OWASP SAMM, version 2: five functions of three practices, each with two streams (a, b) of three levels.

A level's score is the mean of its two streams' answers (0, 0.25, 0.5 or 1), a practice's the sum of its three levels, a
function's the mean of its practices, the whole the mean of the functions: each from 0 to 3. An activity declared not
applicable counts as 0 and lowers what can be reached, as the model's team published on 28 February 2023.
"""
RUBRIC = "software-assurance.json"

FUNCTIONS = {
    "governance": ("strategy", "policy", "education"),
    "design": ("threats", "requirements", "architecture"),
    "implementation": ("build", "deployment", "defects"),
    "verification": ("architecture-check", "requirement-tests", "security-tests"),
    "operations": ("incidents", "environment", "operation"),
}
PRACTICES = [practice for practices in FUNCTIONS.values() for practice in practices]
ANSWERS = {"no": 0, "some": 0.25, "half": 0.5, "most": 1, "n/a": 0}
SCORED = list(ANSWERS)[:4]


def activities(practice):
    return [f"{practice}.{stream}{level}" for stream in "ab" for level in (1, 2, 3)]


def random_set(dice, weights, not_applicable):
    """An answer to all 90; `weights` of the four answers, and the share that does not apply."""
    return {activity: "n/a" if dice.random() < not_applicable else dice.choices(SCORED, weights)[0]
            for practice in PRACTICES for activity in activities(practice)}


def sets(dice, count):
    """The extremes, one with nothing that applies in a practice, and all between."""
    made = [random_set(dice, weights, 0) for weights in ((1, 0, 0, 0), (0, 0, 0, 1), (0, 1, 0, 0), (0, 0, 1, 0))]
    made.append({**made[1], **{activity: "n/a" for activity in activities("build")}})
    while len(made) < count:
        made.append(random_set(dice, [dice.random() for _ in SCORED], dice.choice((0, 0, 0.05, 0.3))))
    return made


def expected(given):
    """The score of each practice, of each function, and of the whole."""
    values = {activity: ANSWERS[answer] for activity, answer in given.items()}
    practices = {practice: sum((values[f"{practice}.a{level}"] + values[f"{practice}.b{level}"]) / 2 for level in (1, 2, 3))
                 for practice in PRACTICES}
    functions = {function: sum(practices[practice] for practice in own) / 3 for function, own in FUNCTIONS.items()}
    return {"practices": practices, "functions": functions, "overall": sum(functions.values()) / 5}


def attainable(given):
    """What each practice could reach, were everything done that applies: the published 'maximum achievable score'."""
    return expected({activity: answer if answer == "n/a" else "most" for activity, answer in given.items()})["practices"]
