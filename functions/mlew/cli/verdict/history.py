"""`mlew verdict history`."""

from zoneinfo import ZoneInfo

from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import PairOption, workshop_of
from mlew.cli.output import Cell, line, table
from mlew.cli.show import WorkshopOption
from mlew.cli.verdict.verdict_view import decision_text
from mlew.documents.verdict_words import DECISIONS, one_of, said
from mlew.metrics.wording import NOTHING
from mlew.services.verdicts import taken_decisions


def history(cli: Invocation, workshop: WorkshopOption = None, pair: PairOption = None) -> None:
    """All decisions of all rounds, oldest first."""
    record, locale = workshop_of(cli, workshop), cli.words.language
    zone = ZoneInfo(record.plan.time_zone)
    found = [one for one in taken_decisions(cli.workbench.stores, record) if pair in (None, one.verdict.pair)]
    rows: list[list[Cell]] = [
        [
            f"{taken.at.astimezone(zone):%Y-%m-%d %H:%M}",
            str(verdict.round),
            f"{verdict.pair}  {verdict.title}".strip(),
            taken.by,
            decision_text(taken, locale),
            f"{taken.reason}\n! {said('unsupported', locale)}" if not taken.supported else taken.reason,
            one_of(DECISIONS[taken.proposed], locale) if taken.proposed else NOTHING,
        ]
        for verdict, taken in found
    ]
    columns = [
        cli.words(f"verdict.column.{c}") for c in ("when", "round", "mock", "who", "decided", "reason", "proposed")
    ]
    data = [
        {"pair": verdict.pair, "mock": verdict.mock, "round": verdict.round, **taken.model_dump(mode="json")}
        for verdict, taken in found
    ]
    shown = table(columns, rows, narrow=(0, 1)) if rows else line(said("undecided", locale))
    cli.out.answer({"workshop": record.id, "decisions": data}, shown)
