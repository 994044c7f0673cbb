"""A file that somebody brings: read once, kept under a name, put into evidence as often as needed."""

from collections.abc import Callable
from dataclasses import dataclass

from mlew.domain.base import Locale
from mlew.domain.evidence import Evidence, OriginKind
from mlew.domain.evidence_collecting import with_entries
from mlew.domain.evidence_files import notes_lost, records_lost, with_notes
from mlew.domain.feedback_session import Population
from mlew.domain.observer_sheet import ObserverSheet


@dataclass(frozen=True)
class Incoming:
    """`name`: under which it is kept. `lost`: what of earlier files of this name would be gone."""

    name: str
    records: int
    put: Callable[[Evidence], Evidence]
    lost: Callable[[Evidence], tuple[str, ...]]


def incoming_sheet(name: str, data: bytes, sheet: ObserverSheet, locale: Locale, *, survey: bool) -> Incoming:
    """Records of testers. Raises InputError that names file, line and remedy."""
    from mlew.inputs.evidence_file import read_entries_file

    entries = read_entries_file(name, data, sheet, locale, kind="survey" if survey else "observation")
    return Incoming(
        name=name,
        records=len(entries),
        put=lambda evidence: with_entries(evidence, entries, name),
        lost=lambda evidence: tuple(one.tester for one in records_lost(evidence, entries, name)),
    )


def incoming_notes(
    name: str,
    data: bytes,
    locale: Locale,
    *,
    kind: OriginKind,
    tester: str,
    population: Population,
    mock: str,
) -> Incoming:
    """Voices of notes. Raises InputError that names the file."""
    from mlew.inputs.evidence_file import read_notes_file

    remarks = read_notes_file(name, data, locale, kind=kind, tester=tester, population=population, mock=mock)
    return Incoming(
        name=name,
        records=len(remarks),
        put=lambda evidence: with_notes(evidence, remarks, name),
        lost=lambda evidence: tuple(one.text for one in notes_lost(evidence, remarks, name)),
    )
