"""What the commands about plans are asked: which workshop, which day."""

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from mlew.cli.invocation import Invocation
from mlew.domain.artifact import Artifact
from mlew.domain.workshop import Workshop
from mlew.errors import InputError

_TODAY = ("today", "今日")


def workshop_of(cli: Invocation, workshop: str | None) -> Workshop:
    """The workshop, in whose language is spoken from here on."""
    record = cli.workbench.workshop(workshop)
    cli.speak(record.plan.locale)
    return record


def workshop_and_name(cli: Invocation, given: Sequence[str], workshop: str | None) -> tuple[Workshop, str]:
    """`[WORKSHOP] NAME`, or NAME with --workshop. Raises InputError."""
    if len(given) > 2 or (len(given) == 2 and workshop not in (None, given[0])):
        raise InputError(cli.words("plan.too-many", given=" ".join(given)), hint=cli.words("failure.help"))
    return workshop_of(cli, given[0] if len(given) == 2 else workshop), given[-1]


def today_in(cli: Invocation, time_zone: str) -> date:
    """The date there."""
    return cli.around.now().astimezone(ZoneInfo(time_zone)).date()


def day(cli: Invocation, text: str, option: str, today: date) -> date:
    """A day as typed; `today` is one, too. Raises InputError."""
    if text.strip().lower() in _TODAY:
        return today
    try:
        return date.fromisoformat(text.strip().replace("/", "-"))
    except ValueError:
        raise InputError(
            cli.words("plan.no-day", option=option, given=text), hint=cli.words("plan.day-hint", today=today)
        ) from None


def said_changes(cli: Invocation, changes: Mapping[str, object], *, cleared: Sequence[str] = ()) -> dict[str, object]:
    """Only what was asked for; `cleared` become None. Raises InputError if nothing was asked for."""
    said = {name: value for name, value in changes.items() if value is not None} | dict.fromkeys(cleared)
    if not said:
        raise InputError(cli.words("plan.nothing-asked"), hint=cli.words("failure.help"))
    return said


def saved(artifact: Artifact) -> dict[str, object]:
    """For --json."""
    return {**artifact.ref.model_dump(), "note": artifact.note, "author": artifact.provenance.author}
