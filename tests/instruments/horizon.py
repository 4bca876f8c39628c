"""Horizon Europe's award criteria for research and innovation actions (Work Programme, General Annexes, part D).

Three marks from 0 to 5, in halves. A proposal passes with 3 of 5 in each and 10 of 15 together.
"""
RUBRIC = "horizon-thresholds.json"

PARTS = ("excellence", "impact", "implementation")
LEAST, LEAST_TOGETHER, MOST_TOGETHER = 3, 10, 15


def sets(dice, count):
    """Anything, and as often marks near the thresholds; with the extremes and both edges of each threshold."""
    made = [(0, 0, 0), (5, 5, 5), (3, 3, 4), (3, 3, 3.5), (2.5, 5, 5), (5, 2.5, 5), (5, 5, 2.5), (3.5, 3.5, 3)]
    while len(made) < count:
        low, high = dice.choice(((0, 10), (5, 8)))
        made.append(tuple(dice.randint(low, high) / 2 for _ in PARTS))
    return [dict(zip(PARTS, marks, strict=True)) for marks in made]


def expected(marks):
    """The marks together, which of them are too low, and whether the proposal passes."""
    together = sum(marks.values())
    low = [part for part in PARTS if marks[part] < LEAST]
    return {"together": together, "low": low, "passes": not low and together >= LEAST_TOGETHER}
