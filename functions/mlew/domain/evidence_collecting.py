"""Evidence grows: everything that comes in gets an id, and with the first of it the criteria are kept."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from mlew.domain.base import Line, Model
from mlew.domain.evidence import (
    Evidence,
    Observation,
    Origin,
    Participation,
    Remark,
    Snapshot,
    SurveyResponse,
    Theme,
)
from mlew.domain.iteration import Milestone
from mlew.domain.voice import Voice


class Entry(Model):
    """What a file says of one tester, without an id yet. `quotes`: the tester's own words."""

    said: Observation | SurveyResponse
    quotes: tuple[Line, ...] = ()


def begun(evidence: Evidence, milestones: Sequence[Milestone], at: datetime) -> Evidence:
    """With the milestones' criteria as they stood `at` that moment, if nothing that is known is of an earlier one.

    Numbers may tell of somebody who came before the sheets that were taken in first.
    """
    if evidence.since is not None and evidence.since <= at:
        return evidence
    return evidence.model_copy(update={"since": at, "milestones": tuple(milestones)})


def with_snapshot(evidence: Evidence, snapshot: Snapshot) -> Evidence:
    """Earlier ones stay: they are the history of the numbers."""
    if snapshot in evidence.snapshots:
        return evidence
    return evidence.model_copy(update={"snapshots": (*evidence.snapshots, snapshot)})


def with_entries(evidence: Evidence, entries: Sequence[Entry], file: str) -> Evidence:
    """Observations and responses of a file, in place of those that came from the same file before.

    One that has not changed keeps its id, and so do its voices: themes go on pointing at them. Two testers of one
    file who did and said the same are two.
    """
    kept = _unchanged(evidence, entries, file)
    evidence = _without(evidence, file, {one for one in kept if one is not None})
    for entry, known in zip(entries, kept, strict=True):
        if known is None:
            evidence = _with_entry(evidence, entry)
    return evidence


def with_remarks(evidence: Evidence, remarks: Iterable[Remark]) -> Evidence:
    """Remarks without an id get one; what is known already, by text and origin, is not taken twice."""
    found = list(evidence.remarks)
    known = {(remark.text, remark.origin.kind, remark.origin.place) for remark in found}
    for remark in remarks:
        key = (remark.text, remark.origin.kind, remark.origin.place)
        if key in known or not remark.text:
            continue
        known.add(key)
        found.append(remark.model_copy(update={"id": next_id("V", {one.id for one in found} | _cited(evidence))}))
    return evidence.model_copy(update={"remarks": tuple(found)})


def remarks_of(voices: Iterable[Voice], mock: str) -> tuple[Remark, ...]:
    """Closing comments of a mock as remarks that have no id yet. Only people's."""
    return tuple(
        Remark(
            id="",
            text=voice.text,
            origin=Origin(
                kind="comment",
                place=f"{mock}/{voice.session}/{voice.event}",
                at=datetime.fromtimestamp(voice.at / 1000, UTC).isoformat(timespec="seconds"),
            ),
            tester=voice.visitor,
            population=voice.population,
            mock=mock,
        )
        for voice in voices
        if voice.kind == "person"
    )


def with_themes(evidence: Evidence, themes: Sequence[Theme]) -> Evidence:
    """Themes as the model or people group them. A voice that does not exist is taken out: nothing is made up."""
    known = {remark.id for remark in evidence.remarks}
    kept = (
        theme.model_copy(update={"voices": tuple(dict.fromkeys(v for v in theme.voices if v in known))})
        for theme in themes
    )
    return evidence.model_copy(update={"themes": tuple(theme for theme in kept if theme.voices)})


def next_id(prefix: str, used: Iterable[str]) -> str:
    """Above all that are used."""
    numbers = [int(found[1]) for one in used if (found := re.fullmatch(rf"{prefix}(\d{{1,9}})", one))]
    return f"{prefix}{max(numbers, default=0) + 1}"


def _unchanged(evidence: Evidence, entries: Sequence[Entry], file: str) -> list[str | None]:
    """For each entry the id under which it is known already; each id once."""
    open_ = [one for one in (*evidence.observations, *evidence.responses) if file_of(one.source) == file]
    kept: list[str | None] = []
    for entry in entries:
        quotes = list(dict.fromkeys(filter(None, entry.quotes)))
        known = next(
            (o for o in open_ if _same(entry.said, o) and [v.text for v in evidence.voices_of(o.id)] == quotes), None
        )
        if known is not None:
            open_.remove(known)
        kept.append(known.id if known else None)
    return kept


def _without(evidence: Evidence, file: str, kept: set[str]) -> Evidence:
    """Without what an earlier version of the file said and this one does not."""
    everything = (*evidence.observations, *evidence.responses)
    gone = {one.id for one in everything if file_of(one.source) == file and one.id not in kept}
    return evidence.model_copy(
        update={
            "observations": tuple(one for one in evidence.observations if one.id not in gone),
            "responses": tuple(one for one in evidence.responses if one.id not in gone),
            "remarks": tuple(remark for remark in evidence.remarks if remark.origin.place not in gone),
        }
    )


def _with_entry(evidence: Evidence, entry: Entry) -> Evidence:
    observed = isinstance(entry.said, Observation)
    place = "observations" if observed else "responses"
    there: tuple[Participation, ...] = getattr(evidence, place)
    said = entry.said.model_copy(update={"id": next_id("O" if observed else "S", (one.id for one in there))})
    remarks = (
        Remark(
            id="",
            text=quote,
            origin=Origin(kind="observation" if observed else "survey", place=said.id, at=said.day),
            tester=said.tester,
            population=said.population,
            mock=said.mock,
        )
        for quote in entry.quotes
    )
    return with_remarks(evidence.model_copy(update={place: (*there, said)}), remarks)


def file_of(source: str) -> str:
    """`sheet.csv` of `sheet.csv:12`."""
    name, colon, line = source.rpartition(":")
    return name if colon and line.isdigit() else source


def _same(one: Participation, other: Participation) -> bool:
    """The same of the same file; it may have moved to another line."""
    if type(one) is not type(other) or file_of(one.source) != file_of(other.source):
        return False
    apart = {"id", "source"}
    return one.model_dump(exclude=apart) == other.model_dump(exclude=apart)


def _cited(evidence: Evidence) -> set[str]:
    """Ids that themes point at are not given to other voices, even if theirs are gone."""
    return {voice for theme in evidence.themes for voice in theme.voices}
