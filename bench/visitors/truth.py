"""What is true of sessions: every number of docs/metrics.md, counted the slow and obvious way over plain deeds.

Nothing of the product is used here. Names of the figures: `<population or all>.<figure>`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import stdev

from bench.visitors.course import SCREENS, Deed
from bench.visitors.said import KEPT
from bench.visitors.traffic import Session

Figures = dict[str, int]
_HOUR = 3_600_000
_OWN_DEEDS = {"click", "form", "answer", "comment", "custom"}
QUESTIONS, VALUES = ("solved", "use"), ("yes", "unsure", "no")


class Told:
    """What arrived of a session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        arrived = [deed for request in session.requests if request.arrives for deed in request.deeds]
        self.deeds: list[Deed] = [deed for deed in arrived if not deed.fault]
        self.refused = sum(d.fault not in ("", "duplicate") for d in arrived)
        numbers = {deed.n for deed in arrived if deed.n}
        self.lost = 0 if session.format == "sdk" or not numbers else max(numbers) - len(numbers)
        times = [deed.at for deed in self.deeds]
        self.first, self.last = min(times, default=0), max(times, default=0)
        link = session.link
        self.visitor = f"link {link.code}" if link.personal else f"session {session.id}"

    def of(self, kind: str) -> list[Deed]:
        return [deed for deed in self.deeds if deed.kind == kind]

    @property
    def bounced(self) -> bool:
        return not any(deed.kind in _OWN_DEEDS for deed in self.deeds) and len(self.of("view")) <= 1


def truth(sessions: Iterable[Session]) -> Figures:
    """Of one mock's sessions."""
    came = list(map(Told, sessions))
    told = [one for one in came if one.deeds]
    people = [one for one in told if one.session.guise == "person"]
    found: Figures = {}
    for kind in ("bot", "prefetch", "preview"):
        apart = [one for one in told if one.session.guise == kind]
        found[f"{kind}.sessions"], found[f"{kind}.events"] = len(apart), sum(len(one.deeds) for one in apart)
    groups = {p: [one for one in people if one.session.link.population == p] for p in ("internal", "external", "open")}
    for name, group in {"all": people, **groups}.items():
        if group or name == "all":
            theirs = [
                one for one in came if one.session.guise == "person" and name in ("all", one.session.link.population)
            ]
            figures = {**_figures(group), "refused": sum(one.refused for one in theirs)}
            found |= {f"{name}.{figure}": value for figure, value in figures.items()}
    return found | _elements(people) | _hours(people)


def voices(sessions: Iterable[Session]) -> Counter[tuple[str, str]]:
    """Comments of people: population, and what of the text may be kept."""
    return Counter(
        (told.session.link.population, KEPT[str(deed.value)])
        for told in map(Told, sessions)
        for deed in told.of("comment")
        if told.session.guise == "person"
    )


def _figures(group: Sequence[Told]) -> Figures:
    plural = {"view": "views", "click": "clicks", "form": "forms", "comment": "comments"}
    lengths = [one.last - one.first for one in group]
    found: Figures = {
        "events": sum(len(one.deeds) for one in group),
        "sessions": len(group),
        "visitors": len({one.visitor for one in group}),
        "lost": sum(one.lost for one in group),
        "bounced": sum(one.bounced for one in group),
        "duration, sum in ms": sum(lengths),
        "duration, deviation in ms": round(stdev(lengths)) if len(lengths) > 1 else 0,
        "visible, sum in ms": sum(int(deed.value or 0) for one in group for deed in one.of("time")),
        **{name: sum(len(one.of(kind)) for one in group) for kind, name in plural.items()},
    }
    return found | _visitors(group)


def _visitors(group: Sequence[Told]) -> Figures:
    """Funnel and answers, over all sessions of each visitor."""
    deeds: defaultdict[str, list[Deed]] = defaultdict(list)
    for one in group:
        deeds[one.visitor] += one.deeds
    reached, said = Counter[str](), Counter[tuple[str, str]]()
    for theirs in deeds.values():
        steps = {deed.name for deed in theirs if deed.kind == "step"}
        reached.update(steps | ({"start"} if "done" in steps else set()))
        for question in QUESTIONS:
            given = [(d.at, str(d.value)) for d in theirs if d.kind == "answer" and d.name == question]
            if given:
                said[question, max(given)[1]] += 1
    found: Figures = {f"reached {step}": reached[step] for step in ("start", *SCREENS, "done")}
    found |= {f"{question} {value}": said[question, value] for question in QUESTIONS for value in VALUES}
    answered = sum(said["use", value] for value in VALUES)
    found |= {"task success, hits": reached["done"], "task success, of": reached["start"]}
    found |= {"intention, hits": said["use", "yes"], "intention, of": answered}
    return found | {"answer rate, hits": answered, "answer rate, of": len(deeds)}


def _elements(people: Sequence[Told]) -> Figures:
    clicks, sessions = Counter[str](), Counter[str]()
    for one in people:
        names = [KEPT[deed.name] for deed in one.of("click")]
        clicks.update(names)
        sessions.update(set(names))
    return {f"{name}: clicks": n for name, n in clicks.items()} | {
        f"{name}: sessions": n for name, n in sessions.items()
    }


def _hours(people: Sequence[Told]) -> Figures:
    """By the hour of the first event; a visitor by that of the first session."""
    found: Counter[str] = Counter()
    come: dict[str, int] = {}
    for one in people:
        hour = one.first // _HOUR
        found[f"hour {hour}: sessions"] += 1
        found[f"hour {hour}: events"] += len(one.deeds)
        come[one.visitor] = min(come.get(one.visitor, hour), hour)
    found.update(f"hour {hour}: visitors" for hour in come.values())
    return dict(found)
