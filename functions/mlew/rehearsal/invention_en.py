"""How an invention is told in English."""

from typing import TYPE_CHECKING

from mlew.domain.invention import InventionDraft
from mlew.domain.solution import RatedSolution
from mlew.rehearsal.activity import activity_of
from mlew.rehearsal.amounts import about, write_minutes, write_money
from mlew.rehearsal.language import capital, quote, shorten

if TYPE_CHECKING:
    from mlew.rehearsal.inventions import Idea

_NAMES = {
    "family": ("{t} Companion", "{t} Keeper", "Kind {t}", "{t} at Ease"),
    "consultant": ("{t} Compass", "{t} Radar", "{t} Ledger", "{t} Advisor"),
    "child": ("One-Tap {t}", "Just {t}", "{t} in a Word", "Show-Me {t}"),
    "innovator": ("{t} Ahead", "Hands-Off {t}", "{t} by Itself", "No-Wait {t}"),
}
_SMALL = frozenset(
    [
        "a", "an", "the", "and", "of", "to", "for", "in", "on", "at", "with", "three", "two", "four", "five", "six",
        "ten", "how", "many", "which", "what", "each", "every", "all", "new", "his", "her", "their", "our", "its", "my",
        "patients’"
    ]
)  # fmt: skip


def written(idea: "Idea") -> InventionDraft:
    """The invention as people read it."""
    names = idea.chance.order("name", _NAMES[idea.view])
    return InventionDraft(
        name=names[idea.number % len(names)].format(t=_topic(idea)),
        when_used=_when(idea),
        how_solved=_how(idea),
        effect=_effect(idea),
        how_done=_done(idea),
        question_ids=[idea.question.id],
        solution_names=[s.name for s in idea.solutions],
        pattern="agent" if idea.second else "personalise",
        data_loop=f"It keeps what was given, and whether the proposal was taken as it was or changed. With "
        f"every use the proposals fit this customer better, there is less to change, and {idea.activity.words.relief}.",
        resolution_percent=float(idea.resolution),
    )


def _topic(idea: "Idea") -> str:
    raw = idea.first.topic or (idea.second.topic if idea.second else "") or idea.activity.words.name
    words = [w for w in raw.replace("“", "").replace("”", "").split() if w.lower() not in _SMALL] or [
        idea.activity.words.name
    ]
    last = words[-1]
    if last.endswith("s") and not last.endswith(("ss", "us", "is")) and len(last) > 3:
        last = last[:-1] if not last.endswith("ies") else last[:-3] + "y"
    return " ".join(capital(w) for w in [*words[-2:-1], last])[:30]


def _when(idea: "Idea") -> str:
    known = not idea.stage or idea.stage.lower() in idea.first.do.lower()
    place = "" if known else f"In the stage {quote(shorten(idea.stage, 40), 'en')}, "
    if idea.second is None:
        return capital(f"{place}when it is time to {idea.first.do}.")
    return capital(f"{place}from {idea.first.doing} to {idea.second.doing}.")


def _how(idea: "Idea") -> str:
    words = idea.activity.words
    opening = {
        "family": f"Where the customer used to think {quote(words.feelings[0].rstrip('.'), 'en')}, it is now enough to give {words.input}.",
        "consultant": f"It goes for the spot where most time is lost: the customer gives {words.input}.",
        "child": f"There is a single screen: the customer gives {words.input} and then picks “yes” or “change”.",
        "innovator": f"Before the customer even starts, a proposal is there, drawn from {words.input}.",
    }[idea.view]
    one, two = (*idea.solutions, *idea.solutions)[:2] if idea.solutions else (None, None)
    parts, taken = (
        "",
        f"{_role(two)}, so that nothing is left to do to {idea.second.brief}" if idea.second else _role(two),
    )
    if one is not None and two is not None:
        parts = f" {_known(one)} does the groundwork to {idea.first.brief}; {_known(two)} {taken}."
    third = "".join(f" {_known(s)} {_role(s)}." for s in idea.solutions[2:3])
    if idea.second:
        result = f" Together they make {idea.first.doing} and {idea.second.doing} one step."
    else:
        gone = f" – {idea.first.not_needed}" if idea.first.without in idea.question.text else ""
        result = f" Together: {words.relief}{gone}."
    return opening + parts + third + result


def _role(solution: RatedSolution | None) -> str:
    """What it does, by the kind of activity that it was made for."""
    made_for = solution.how_solved or solution.name if solution else ""
    return activity_of(made_for, "en").words.role


def _known(solution: RatedSolution) -> str:
    told = shorten((solution.how_solved or solution.how_done or solution.effect).rstrip("."), 110)
    name = quote(shorten(solution.name, 50), "en")
    return f"{name} ({told})" if told else name


def _effect(idea: "Idea") -> str:
    sums = []
    for impact in idea.question.impacts:
        year = impact.per_year * idea.resolution / 100
        if impact.dimension == "time":
            each = write_minutes(round(impact.each), round(impact.each), "en")
            sums.append(
                f"about {idea.resolution} % of some {each} each time, {max(1, round(year / 60)):,} hours a year per customer"
            )
        elif impact.dimension == "money":
            currency = {"yen": "JPY", "usd": "USD", "eur": "EUR"}[impact.unit]
            sums.append(f"about {write_money(about(year), currency, 'en')} a year per customer")
    saved = (
        f"Expected to save {' and '.join(sums)} (assumed)."
        if sums
        else f"Expected to resolve about {idea.resolution} % of the effort (assumed)."
    )
    shown = next((s for s in idea.solutions if s.effect), None)
    if shown is None:
        return saved
    return f"{saved} {quote(shorten(shown.name, 50), 'en')}, which is part of it, is known for this result: {quote(shorten(shown.effect.rstrip('.'), 110), 'en')}."


def _done(idea: "Idea") -> str:
    built = [quote(shorten(s.how_done.rstrip("."), 110), "en") for s in idea.solutions if s.how_done]
    made = f"Joins what exists: {' and '.join(built)}." if built else "Joins what exists in the list."
    start = (
        f"It starts with the stage {quote(shorten(idea.stage, 40), 'en')} alone"
        if idea.stage
        else "It starts with one situation alone"
    )
    taken = (
        f" What a participant asked for is a condition from the start: {quote(shorten(idea.comment, 120), 'en')}."
        if idea.comment
        else ""
    )
    return f"{made} {start}; where a proposal is off, a person corrects it and the correction is kept. Small enough to be tried within three months.{taken}"
