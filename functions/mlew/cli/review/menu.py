"""`mlew review` alone: shows what waits and asks what to do about it."""

from collections.abc import Callable

from mlew.cli.invocation import Invocation
from mlew.cli.naming import name_of
from mlew.cli.output import line
from mlew.cli.review.approve import approve
from mlew.cli.review.ask_again import ask_again
from mlew.cli.review.choose import choose
from mlew.cli.review.comment import comment
from mlew.cli.review.edit import edit
from mlew.cli.review.improvement_menu import decide_on_mock, merge_pairs, spread_time
from mlew.cli.review.show import show
from mlew.cli.review.waiting import Waiting, corrections_of, waiting
from mlew.cli.show import WorkshopOption
from mlew.domain.press_release import SECTIONS
from mlew.errors import InputError, WorkshopClosed

Action = Callable[[Invocation, Waiting], bool]
"""Does what was picked; True when the gate is decided."""


def review(cli: Invocation, workshop: WorkshopOption = None) -> None:
    """With --json, or without a terminal, the same as `review show`."""
    show(cli, workshop)
    if cli.out.as_json or not cli.around.interactive:
        return
    found = waiting(cli, workshop)
    while True:
        picked = pick(cli, found)
        if picked is None:
            cli.note("menu.later")
            return
        try:
            if picked(cli, found):
                return
        except (InputError, WorkshopClosed) as error:
            message, hint = error.said(cli.words.language)
            cli.out.note(message, "red")
            if hint:
                cli.out.note(f"→ {hint}")


def pick(cli: Invocation, found: Waiting) -> Action | None:
    """The action that the person names by its letter; None for "later"."""
    offered = actions(found)
    cli.out.note("")
    for letter, (key, _) in offered.items():
        cli.out.note(f"  {letter}  {cli.words(key)}")
    cli.out.note(f"  l  {cli.words('menu.leave')}")
    while True:
        answer = cli.ask(cli.words("menu.prompt") + " ", instead="a subcommand of mlew review").strip().lower()[:1]
        if answer in offered:
            return offered[answer][1]
        if answer in ("l", ""):
            return None


def actions(found: Waiting) -> dict[str, tuple[str, Action]]:
    """Letter → text and action, as the phase allows."""
    offered: dict[str, tuple[str, Action]] = {"a": ("menu.approve", _approve)}
    if found.gate.phase in ("define", "invent"):
        offered["c"] = ("menu.choose", _choose)
    if found.gate.phase != "day0":
        offered["e"] = ("menu.edit", _edit)
        offered["g"] = ("menu.again", _again)
    if found.gate.phase == "precheck":
        offered["d"] = ("menu.decide", decide_on_mock)
        offered["t"] = ("menu.time", spread_time)
    if found.gate.phase == "define" and found.workshop.edition == "improvement":
        offered["p"] = ("menu.merge", merge_pairs)
    if found.gate.phase == "refine":
        offered["m"] = ("menu.comment", _comment)
    return offered


def _approve(cli: Invocation, found: Waiting) -> bool:
    approve(cli, found.workshop.id)
    return True


def _choose(cli: Invocation, found: Waiting) -> bool:
    given = cli.ask(cli.words("menu.choices") + " ", instead="mlew review choose").split()
    if not given:
        return False
    reason = cli.ask(cli.words("menu.reason") + " ", instead="--reason").strip()
    choose(cli, given, found.workshop.id, reason=reason)
    return True


def _edit(cli: Invocation, found: Waiting) -> bool:
    names = [name_of(r) for r in found.gate.artifacts]
    name = names[0] if len(names) == 1 else _one_of(cli, names)
    if name:
        edit(cli, name, found.workshop.id)
    return False


def _again(cli: Invocation, found: Waiting) -> bool:
    ready = corrections_of(found)
    for number, correction in enumerate(ready, 1):
        cli.out.note(f"  {number}  {correction.label}")
    answer = cli.ask(cli.words("menu.corrections") + " ", instead="--correction").replace(",", " ").split()
    chosen = [ready[int(n) - 1].id for n in answer if n.isdigit() and 1 <= int(n) <= len(ready)]
    text = cli.ask(cli.words("menu.comment-text") + " ", instead="--comment").strip()
    if not chosen and not text:
        return False
    ask_again(cli, found.workshop.id, comment=text, correction=chosen)
    return True


def _comment(cli: Invocation, found: Waiting) -> bool:
    pairs = [r.scope for r in found.gate.artifacts]
    pair = pairs[0] if len(pairs) == 1 else _one_of(cli, pairs)
    section = _one_of(cli, list(SECTIONS[:3])) if pair else ""
    text = cli.ask(cli.words("menu.comment-text") + " ", instead="TEXT").strip() if section else ""
    if text:
        comment(cli, pair, section, text, found.workshop.id)
    return False


def _one_of(cli: Invocation, names: list[str]) -> str:
    cli.out.notes.print(line("  ".join(f"{n} {name}" for n, name in enumerate(names, 1))))
    answer = cli.ask(cli.words("menu.which") + " ", instead="a subcommand of mlew review").strip()
    if answer in names:
        return answer
    return names[int(answer) - 1] if answer.isdigit() and 1 <= int(answer) <= len(names) else ""
