"""Mozilla's HTTP Observatory (MDN HTTP Observatory 1.4.0): a site begins at 100, each of ten tests adds its modifier.

What a test adds counts only where the score without additions is 90 or more. The score is never under 0 and may be over
100. The grade is that of the score, rounded down to a multiple of 5, at most 100.
"""
RUBRIC = "site-headers.json"

BASE, EXTRA_FROM = 100, 90
# Results of each test, with their modifiers.
TESTS = {
    "csp": {"none-by-default": 10, "no-unsafe": 5, "unsafe-style": 0, "duplicates": 0, "insecure-images": -10, "unsafe-eval": -10,
            "unsafe-inline": -20, "insecure-scheme": -20, "invalid": -25, "missing": -25, "report-only": -25},
    "cookies": {"same-site": 5, "secure": 0, "no-cookies": 0, "insecure-but-hsts": -5, "session-insecure-but-hsts": -10, "insecure": -20,
                "same-site-invalid": -20, "token-without-same-site": -20, "session-readable": -30, "session-insecure": -40},
    "cors": {"missing": 0, "public": 0, "restricted": 0, "anyone-with-credentials": -50},
    "redirection": {"preloaded": 0, "same-host": 0, "no-http": 0, "other-host": -5, "late": -10, "not-https": -20, "missing": -20,
                    "bad-certificate": -20},
    "referrer": {"private": 5, "missing": 0, "unsafe": -5, "invalid": -5},
    "hsts": {"preloaded": 5, "six-months": 0, "shorter": -10, "missing": -20, "invalid": -20, "no-https": -20, "bad-certificate": -20},
    "sri": {"own-scripts": 5, "all-scripts": 5, "not-html": 0, "no-scripts": 0, "same-origin-only": 0, "external-over-https": -5,
            "external-insecure": -20, "unparsable": -20, "neither": -50},
    "sniffing": {"nosniff": 0, "missing": -5, "invalid": -5},
    "framing": {"by-csp": 5, "same-origin": 0, "allow-from": 0, "missing": -20, "invalid": -20},
    "corp": {"same-origin": 10, "same-site": 10, "cross-origin": 0, "missing": 0, "invalid": -5},
}
GRADES = ((100, "a-plus"), (90, "a"), (85, "a-minus"), (80, "b-plus"), (70, "b"), (65, "b-minus"), (60, "c-plus"), (50, "c"),
          (45, "c-minus"), (40, "d-plus"), (30, "d"), (25, "d-minus"), (0, "f"))


def random_set(dice, goodness):
    """A result of every test; the higher `goodness` (0 to 1), the fewer losses."""
    def result(results):
        spared = [name for name, modifier in results.items() if modifier >= 0]
        return dice.choice(spared if dice.random() < goodness else list(results))
    return {test: result(results) for test, results in TESTS.items()}


def sets(dice, count):
    """The best, the worst, all neutral, those that lose 10 or 15 and gain the most; then all between."""
    def pick(choose):
        return {test: choose(results, key=results.get) for test, results in TESTS.items()}
    best, worst = pick(max), pick(min)
    neutral = {test: next(name for name, modifier in results.items() if modifier == 0) for test, results in TESTS.items()}
    made = [best, worst, neutral, {**best, "hsts": "shorter"}, {**best, "hsts": "shorter", "sniffing": "missing"},
            {**best, "redirection": "other-host", "sniffing": "missing"}, {**neutral, "hsts": "shorter"}, {**neutral, "sniffing": "missing"}]
    while len(made) < count:
        made.append(random_set(dice, dice.choice((0, 0.4, 0.7, 0.9, 0.95))))
    return made


def expected(given):
    """The score without additions (which may be negative), the score, and the grade."""
    modifiers = [TESTS[test][result] for test, result in given.items()]
    without = BASE + sum(m for m in modifiers if m < 0)
    score = max(0, without + (sum(m for m in modifiers if m > 0) if without >= EXTRA_FROM else 0))
    return {"without": without, "score": score, "grade": next(grade for least, grade in GRADES if score >= least)}
