"""Canada's Algorithmic Impact Assessment, by its own questionnaire (version 1.0.0) and the rule of its calculator.

Points by answer, as the questionnaire gives them; a question that is not shown gives none, and its points stay in the
maximum. The mitigation questions are asked once for each phase (design, implementation), with the same points.
"""
import math

RUBRIC = "algorithmic-impact.json"

YES_NO = (True, False)
FOUR = (1, 2, 3, 4)  # little, moderate, high, very high
COLLECTORS = ("own", "federal", "other-government", "third-party")

# The question's name there: its name here, the answers here, the points there. A list of points is a question with one
# answer; a set of answers to tick is marked by a leading "+".
RISK = {
    "businessDrivers5": ("reasons.effect", ("slightly", "moderately", "very"), (2, 1, 0)),
    "businessDrivers9": ("reasons.alternatives", YES_NO, (0, 1)),
    "businessDrivers11": ("+reasons.without", ("no-service", "late", "costly", "lower-quality", "missed-targets", "other"),
                          (2, 0, 0, 0, 0, 0)),
    "riskProfile1": ("profile.scrutiny", YES_NO, (3, 0)),
    "riskProfile2": ("profile.equity", YES_NO, (3, 0)),
    "riskProfile3": ("profile.exclusion", YES_NO, (1, 0)),
    "riskProfile4": ("profile.barriers", ("none-found", "found-handled", "found-left", "unassessed"), (0, 0, 4, 4)),
    "riskProfile7": ("profile.target", YES_NO, (3, 0)),
    "riskProfile8": ("profile.complaints", YES_NO, (1, 0)),
    "projectAuthority1": ("authority.new", YES_NO, (2, 0)),
    "aboutSystem3": ("system.developer", COLLECTORS, (0, 0, 1, 1)),
    "aboutSystem4": ("system.configurer", COLLECTORS, (0, 0, 1, 1)),
    "aboutSystem5": ("system.kind", ("open-source", "custom", "commercial"), (0, 1, 2)),
    "aboutSystem6": ("system.accountable", YES_NO, (0, 2)),
    "aboutSystem7": ("system.improvers", YES_NO, (0, 2)),
    "aboutSystem8": ("system.accessible", YES_NO, (0, 1)),
    "aboutSystem9": ("system.fallback", YES_NO, (0, 2)),
    "aboutSystem10A": ("system.access", YES_NO, (0, 2)),
    "aboutSystem11": ("system.environment", FOUR, (1, 2, 3, 4)),
    "aboutAlgorithm1": ("algorithm.secret", YES_NO, (1, 0)),
    "aboutAlgorithm2": ("algorithm.opaque", YES_NO, (3, 0)),
    "aboutAlgorithm3": ("+algorithm.basis", ("rules", "patterns"), (0, 1)),
    "aboutAlgorithm4": ("+algorithm.inference", ("deterministic", "probabilistic"), (0, 1)),
    "aboutAlgorithm5": ("algorithm.model", ("discriminative", "generative"), (0, 1)),
    "aboutAlgorithm8": ("algorithm.learning", YES_NO, (3, 0)),
    "aboutAlgorithm8A": ("algorithm.watched", YES_NO, (0, 1)),
    "aboutAlgorithm9": ("algorithm.protected", YES_NO, (2, 0)),
    "aboutAlgorithm11": ("algorithm.proxies", YES_NO, (0, 2)),
    "decisionSector1": ("+decision.fields", ("health", "economic", "social", "mobility", "licences", "employment", "safety",
                                             "other"), (1,) * 8),
    "impact30": ("impact.automation", ("full", "support"), (4, 2)),
    "impact3": ("impact.judgment", YES_NO, (4, 0)),
    "impact4A": ("impact.staff", YES_NO, (2, 0)),
    "impact22": ("impact.novel", YES_NO, (2, 0)),
    "impact5": ("impact.elsewhere", YES_NO, (2, 0)),
    "impact6": ("impact.reversible", FOUR, (1, 2, 3, 4)),
    "impact7": ("impact.duration", FOUR, (1, 2, 3, 4)),
    "impact9": ("impact.rights", FOUR, (1, 2, 3, 4)),
    "impact24": ("impact.dignity", FOUR, (1, 2, 3, 4)),
    "impact11": ("impact.health", FOUR, (1, 2, 3, 4)),
    "impact13": ("impact.livelihood", FOUR, (1, 2, 3, 4)),
    "impact15": ("impact.nature", FOUR, (1, 2, 3, 4)),
    "impact18": ("impact.groups", ("untested", "none-found", "justified-unhandled", "unjustified-handled", "justified-handled",
                                   "unjustified-unhandled"), (3, 0, 2, 2, 1, 3)),
    "impact19I": ("impact.disabilities", YES_NO, (0, 1)),
    "impact23": ("impact.hardest-hit", YES_NO, (1, 0)),
    "impact26": ("impact.share", ("quarter", "half", "three-quarters", "most", "all", "unknown"), (0,) * 6),
    "impact27": ("impact.left-out", YES_NO, (1, 0)),
    "impact28": ("impact.mistakes", FOUR, (1, 2, 3, 4)),
    "aboutDataSource1": ("data.personal", YES_NO, (2, 0)),
    "aboutDataSource9": ("data.limited", YES_NO, (0, 2)),
    "aboutDataSource10": ("data.about-them", YES_NO, (2, 0)),
    "aboutDataSource11": ("data.consistent", YES_NO, (0, 1)),
    "aboutDataSource14": ("+data.shared", ("none", "inside", "federal", "other-government", "third-party", "other"),
                          (0, 1, 1, 3, 3, 1)),
    "aboutDataSource15": ("data.representative", ("yes", "no", "unsure"), (0, 2, 1)),
    "aboutDataSource16": ("data.biased", ("yes", "no", "unsure"), (2, 0, 1)),
    "aboutDataSource2": ("data.secrecy", ("none", "protected-a", "protected-b", "protected-c", "confidential", "secret",
                                          "top-secret", "other"), (0, 1, 3, 3, 2, 4, 4, 0)),
    "aboutDataSource17": ("data.accuracy", ("yes", "no", "not-applicable"), (0, 2, 0)),
    "aboutDataSource3": ("data.control", ("federal", "other-government", "private"), (1, 2, 3)),
    "aboutDataSource4": ("data.sources", YES_NO, (2, 0)),
    "aboutDataSource5": ("data.devices", YES_NO, (4, 0)),
    "aboutDataSource6": ("data.interfaces", YES_NO, (4, 0)),
    "aboutDataSource7": ("data.training", COLLECTORS, (1, 2, 3, 4)),
    "aboutDataSource8": ("data.input", COLLECTORS, (1, 2, 3, 4)),
    "aboutDataSourceType1": ("data.unstructured", YES_NO, (0, 0)),
    "aboutDataSourceType2": ("+data.kinds", ("audio-text", "images"), (2, 4)),
}
MITIGATION = {
    "consultation1": ("consultation.internal", YES_NO, (2, 0)),
    "consultation3": ("consultation.external", YES_NO, (2, 0)),
    "consultation6": ("consultation.most-affected", ("yes", "no", "unsure"), (3, 0, 0)),
    "consultation7": ("consultation.disadvantaged", ("yes", "no", "unsure"), (3, 0, 0)),
    "dataQuality1": ("data-quality.bias", YES_NO, (3, 0)),
    "dataQuality2": ("data-quality.bias-public", YES_NO, (1, 0)),
    "dataQuality3": ("data-quality.faults", YES_NO, (1, 0)),
    "dataQuality4": ("data-quality.faults-public", YES_NO, (1, 0)),
    "dataQuality5": ("data-quality.gender", ("yes", "no", "not-applicable"), (2, 0, 1)),
    "dataQuality7": ("data-quality.gender-public", YES_NO, (1, 0)),
    "dataQuality8": ("data-quality.stale", YES_NO, (2, 0)),
    "dataQuality9": ("data-quality.stale-public", YES_NO, (1, 0)),
    "dataQuality10": ("data-quality.open", YES_NO, (2, 0)),
    "fairness1": ("fairness.authority", YES_NO, (1, 0)),
    "fairness1A": ("fairness.linked", YES_NO, (1, 0)),
    "fairness2": ("fairness.recorded", YES_NO, (2, 0)),
    "fairness3": ("fairness.points", YES_NO, (2, 0)),
    "fairness4": ("fairness.overrides", YES_NO, (2, 0)),
    "fairness5": ("fairness.changes", YES_NO, (2, 0)),
    "fairness7": ("fairness.explanation", YES_NO, (1, 0)),
    "fairness10": ("fairness.reasons", YES_NO, (2, 0)),
    "fairness8": ("fairness.version", YES_NO, (2, 0)),
    "fairness9": ("fairness.decider", YES_NO, (1, 0)),
    "fairness12": ("fairness.feedback", YES_NO, (2, 0)),
    "fairness13": ("fairness.recourse", YES_NO, (2, 0)),
    "fairness16": ("fairness.control", YES_NO, (2, 0)),
    "fairness17": ("fairness.all-information", ("yes", "no", "not-applicable"), (2, 0, 0)),
    "fairness18": ("fairness.debiased", YES_NO, (2, 0)),
    "fairness19": ("fairness.relevant-data", YES_NO, (2, 0)),
    "fairness20": ("fairness.relevant-rules", YES_NO, (2, 0)),
    "fairness21": ("+fairness.protections", ("time-limits", "informed", "documents", "answers", "other"), (1,) * 5),
    "fairness22": ("fairness.impartial", YES_NO, (2, 0)),
    "fairness22A": ("fairness.trained", YES_NO, (2, 0)),
    "fairness23": ("fairness.renewed", YES_NO, (2, 0)),
    "fairness24": ("fairness.monitored", YES_NO, (2, 0)),
    "fairness24A": ("fairness.updated", YES_NO, (1, 0)),
    "privacy1": ("privacy.assessment", YES_NO, (2, 0)),
    "privacy2": ("privacy.security", YES_NO, (2, 0)),
    "privacy9": ("privacy.design", YES_NO, (2, 0)),
    "privacy3": ("privacy.closed", YES_NO, (1, 0)),
    "privacy4": ("privacy.agreement", YES_NO, (1, 0)),
    "privacy7": ("privacy.de-identified", YES_NO, (1, 0)),
}
QUESTIONS = {**RISK, **MITIGATION}
# Which question is shown only after which answers (by their number there) to which other.
SHOWN_AFTER = {
    "aboutAlgorithm8A": ("aboutAlgorithm8", {0}),
    "impact27": ("impact26", {0, 1, 2, 3}),
    "aboutDataSource9": ("aboutDataSource1", {0}),
    "aboutDataSource10": ("aboutDataSource1", {0}),
    "aboutDataSource11": ("aboutDataSource1", {0}),
    "aboutDataSource14": ("aboutDataSource1", {0}),
    "aboutDataSourceType2": ("aboutDataSourceType1", {0}),
    "dataQuality2": ("dataQuality1", {0}),
    "dataQuality4": ("dataQuality3", {0}),
    "dataQuality7": ("dataQuality5", {0}),
    "dataQuality9": ("dataQuality8", {0}),
    "fairness24A": ("fairness24", {0}),
}


def several(name):
    return QUESTIONS[name][0].startswith("+")


def most(questions):
    """The maximum of a group of questions: shown or not, all of them count."""
    return sum((sum if several(name) else max)(points) for name, (_, _, points) in questions.items())


def shown(name, ticked):
    """Whether the questionnaire asks it, given what is ticked: a set of numbers of answers, by question."""
    other, numbers = SHOWN_AFTER.get(name, (None, None))
    return other is None or bool(ticked.get(other, set()) & numbers)


def random_set(dice, lean):
    """Answers to every question that is shown; `lean` from -1 (few points) to 1 (many) for risk and mitigation."""
    ticked = {}
    for name, (_, _, points) in QUESTIONS.items():
        if not shown(name, ticked):
            continue
        much = lean[0] if name in RISK else lean[1]
        if several(name):
            chance = 0.5 + 0.5 * much
            ticked[name] = {i for i in range(len(points)) if dice.random() < chance}
            if name == "aboutDataSource14" and len(ticked[name]) > 1:
                ticked[name].discard(0)  # shared with nobody, or with somebody
        else:
            order = sorted(range(len(points)), key=lambda i: (points[i], i))
            extreme = order[-1] if much > 0 else order[0]
            ticked[name] = {extreme if dice.random() < abs(much) else dice.choice(order)}
    return ticked


def sets(dice, count):
    """All over the ranges of both scores, with the two extremes, and many near the four fifths of the mitigation."""
    made = [random_set(dice, lean) for lean in ((-1, -1), (1, 1), (1, -1), (-1, 1))]
    while len(made) < count:
        made.append(random_set(dice, (dice.uniform(-1, 1), dice.choice((dice.uniform(-1, 1), dice.uniform(0.4, 0.9))))))
    return made


def answers(ticked):
    """As a proposal to our rubric has them."""
    told = {}
    for name, numbers in ticked.items():
        question, values, _ = QUESTIONS[name]
        chosen = [values[i] for i in sorted(numbers)]
        told[question.removeprefix("+")] = chosen if several(name) else chosen[0]
    return told


def points(questions, ticked):
    return sum(questions[name][2][i] for name in questions if shown(name, ticked) for i in ticked.get(name, ()))


def expected(ticked):
    """The raw impact score, the mitigation score, the score after it, and the level from 1 to 4."""
    raw, mitigation = points(RISK, ticked), points(MITIGATION, ticked)
    current = math.floor(0.85 * raw + 0.5) if mitigation >= 0.8 * most(MITIGATION) else raw
    level = next((n for n, share in ((1, 0.25), (2, 0.5), (3, 0.75)) if current <= share * most(RISK)), 4)
    return {"raw": raw, "mitigation": mitigation, "current": current, "level": level}
