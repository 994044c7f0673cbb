"""Day0: is everything there, and which of the seven ways to fail show (METHOD, Day0). Pure."""

from mlew.domain.base import Locale
from mlew.domain.inputs import WorkshopInputs
from mlew.domain.readiness import ItemState, Readiness, ReadinessItem, Risk
from mlew.domain.role import ROLE_NAMES, has_role
from mlew.domain.workshop import WorkshopPlan
from mlew.errors import InputError
from mlew.services.feedback_readiness import session_item
from mlew.services.readiness_texts import item, risk, word

_NOTHING = {
    "なし",
    "無し",
    "無",
    "いない",
    "未定",
    "不明",
    "none",
    "no",
    "nobody",
    "n/a",
    "tbd",
    "unknown",
    "-",
    "–",
    "—",
}
_OPEN_SHEET = {"no-boxes", "box-missing", "template-text", "form-not-filled", "only-example", "only-guide"}
_OPEN_SOLUTIONS = {
    "template-text", "form-not-filled", "too-few-solutions", "all-in-one-words", "all-in-one-coverage",
    "difficulty-all-equal", "difficulty-all-hard", "solution-twice", "solution-incomplete",
}  # fmt: skip
_TOO_LARGE = {"all-in-one-words", "all-in-one-coverage", "difficulty-all-hard"}
_FEWEST, _MOST = 3, 6


def readiness(plan: WorkshopPlan, inputs: WorkshopInputs, locale: Locale, *, model_reads_pictures: bool) -> Readiness:
    """Items and risks of Day0. Customer and solutions come first: nothing else keeps the edition from starting."""
    customer = _customer(inputs, locale, model_reads_pictures=model_reads_pictures)
    solutions = _solutions(inputs, locale)
    return Readiness(
        items=(
            customer,
            solutions,
            _sponsor(plan, locale),
            _roles(plan, locale),
            _participants(plan, locale),
            *_tool_checks(plan, locale),
            item("trial-mock", _agreed(plan.day0.trial_mock_deployed), locale),
            session_item("sessions", plan.sessions, tuple(pair.id for pair in plan.pairs), locale),
            item("know-each-other", _agreed(plan.day0.know_each_other), locale),
            *(_settled(name, getattr(plan.day0, name), locale) for name in ("room", "equipment", "channel")),
        ),
        risks=_risks(plan, inputs, locale),
        blocking=customer.state == "missing" or solutions.state == "missing",
    )


def not_ready(found: Readiness) -> InputError:
    """What to say if `found` is blocking: the first thing that is missing, and what to do about it."""
    missing = next(i for i in found.items if i.state == "missing" and i.remedy)
    return InputError(missing.evidence or missing.title, hint=missing.remedy)


def needs_picture_reader(inputs: WorkshopInputs) -> tuple[str, ...]:
    """Names of the files that only a model that reads pictures can use, if there is no sheet as text; else empty."""
    return () if inputs.customers else tuple(dict.fromkeys(picture.source for picture in inputs.pictures))


def _customer(inputs: WorkshopInputs, locale: Locale, *, model_reads_pictures: bool) -> ReadinessItem:
    sources = needs_picture_reader(inputs)
    if sources:
        names = ", ".join(sources)
        if model_reads_pictures:
            return item("customer", "ok", locale, evidence="picture", names=names)
        return item("customer", "missing", locale, evidence="unreadable", names=names)
    if not inputs.customers:
        return item("customer", "missing", locale)
    open_files = _files_with(inputs, _OPEN_SHEET, prefix="customer")
    if open_files:
        return item("customer", "at_risk", locale, names=open_files)
    names = ", ".join(s.title or s.product or s.summary or word("somebody", locale) for s in inputs.customers)
    return item("customer", "ok", locale, n=str(len(inputs.customers)), names=names)


def _solutions(inputs: WorkshopInputs, locale: Locale) -> ReadinessItem:
    count = str(len(inputs.solutions))
    if not inputs.solutions:
        return item("solutions", "missing", locale)
    doubts = [f.message for f in inputs.findings if f.rule in _OPEN_SOLUTIONS and f.file.startswith("solution")]
    if doubts:
        return item("solutions", "at_risk", locale, n=count, names=" ".join(doubts[:3]))
    return item("solutions", "ok", locale, n=count)


def _files_with(inputs: WorkshopInputs, rules: set[str], *, prefix: str) -> str:
    places = (
        f"{f.file} {f.place}".strip() for f in inputs.findings if f.rule in rules and f.file.lower().startswith(prefix)
    )
    return ", ".join(dict.fromkeys(places))


def _sponsor(plan: WorkshopPlan, locale: Locale) -> ReadinessItem:
    agreed, named = plan.day0.sponsor_agreed, bool(_said(plan.sponsor))
    nothing = agreed is False or (agreed is None and not named)
    state: ItemState = "missing" if nothing else "ok" if agreed and named else "at_risk"
    return item("sponsor", state, locale, sponsor=plan.sponsor or word("somebody", locale))


def _roles(plan: WorkshopPlan, locale: Locale) -> ReadinessItem:
    taken = {role for role in ROLE_NAMES if any(has_role(p, role) for p in plan.participants)}
    if not taken:
        return item("roles", "missing", locale)
    missing = [role for role in ROLE_NAMES if role not in taken]
    names = [word(role, locale) for role in missing or ROLE_NAMES]
    return item("roles", "at_risk" if missing else "ok", locale, names=", ".join(names))


def _participants(plan: WorkshopPlan, locale: Locale) -> ReadinessItem:
    count = len(plan.participants)
    state: ItemState = "missing" if not count else "ok" if _FEWEST <= count <= _MOST else "at_risk"
    return item("participants", state, locale, n=str(count))


def _tool_checks(plan: WorkshopPlan, locale: Locale) -> tuple[ReadinessItem, ...]:
    if not plan.participants:
        return (item("tool-check", "missing", locale, evidence="nobody"),)
    return tuple(
        item("tool-check", _agreed(p.tool_answered), locale, id_=f"tool-check-{number}", title="title_of", name=p.name)
        for number, p in enumerate(plan.participants, 1)
    )


def _agreed(answer: bool | None) -> ItemState:
    return "at_risk" if answer is None else "ok" if answer else "missing"


def _said(text: str) -> bool | None:
    """None if nothing is written, False if it is written that there is nothing."""
    return None if not text else text.strip().lower() not in _NOTHING


def _settled(name: str, text: str, locale: Locale) -> ReadinessItem:
    return item(name, _agreed(_said(text)), locale, value=text)


def _risks(plan: WorkshopPlan, inputs: WorkshopInputs, locale: Locale) -> tuple[Risk, ...]:
    facts = plan.day0
    absent = {
        "no-place-in-roadmap": _said(facts.why_now),
        "no-real-customer": _said(facts.real_customer),
        "decider-absent": facts.decider_present,
        "team-against-method": facts.team_willing,
        "team-only-follows": _said(facts.owner_of_number),
        "invention-too-large": _buildable(inputs),
        "team-vanishes": _goes_on(plan),
    }
    return tuple(risk(id_, None if fine is None else not fine, locale) for id_, fine in absent.items())


def _buildable(inputs: WorkshopInputs) -> bool | None:
    if any(finding.rule in _TOO_LARGE for finding in inputs.findings):
        return False
    rated = [s.difficulty for s in inputs.solutions if s.difficulty is not None]
    return None if not rated else min(rated) <= 3


def _goes_on(plan: WorkshopPlan) -> bool | None:
    """The sponsor's will, the decider's will and a budget: all three, or one that is known to be absent."""
    signs = (plan.day0.sponsor_agreed, plan.day0.decider_present, _said(plan.day0.budget))
    if False in signs:
        return False
    return True if all(signs) else None
