"""Files of evidence that come again: what a newer one takes away, and notes in place of those of before."""

from collections.abc import Sequence

from mlew.domain.evidence import Evidence, Participation, Remark
from mlew.domain.evidence_collecting import Entry, file_of, with_entries, with_remarks

_NOTES = ("interview", "note")


def records_lost(evidence: Evidence, entries: Sequence[Entry], file: str) -> tuple[Participation, ...]:
    """Records of a file of this name that would be gone or changed with the new one."""
    after = with_entries(evidence, entries, file)
    left = (*after.observations, *after.responses)
    return tuple(one for one in (*evidence.observations, *evidence.responses) if one not in left)


def notes_lost(evidence: Evidence, remarks: Sequence[Remark], file: str) -> tuple[Remark, ...]:
    """Voices of notes of this name that the new ones do not hold."""
    kept = {known.id for known in _known(evidence, remarks, file) if known}
    return tuple(remark for remark in _notes(evidence, file) if remark.id not in kept)


def with_notes(evidence: Evidence, remarks: Sequence[Remark], file: str) -> Evidence:
    """In place of the notes of the same file. What was said before keeps its id, so themes go on pointing at it."""
    known = _known(evidence, remarks, file)
    gone = {remark.id for remark in notes_lost(evidence, remarks, file)}
    moved = {old.id: new.model_copy(update={"id": old.id}) for old, new in zip(known, remarks, strict=True) if old}
    kept = tuple(moved.get(one.id, one) for one in evidence.remarks if one.id not in gone)
    fresh = (new for old, new in zip(known, remarks, strict=True) if old is None)
    return with_remarks(evidence.model_copy(update={"remarks": kept}), fresh)


def free_name(evidence: Evidence, file: str) -> str:
    """`sheet (2).csv`: a name that no file of the evidence has."""
    taken = {file_of(one.source) for one in (*evidence.observations, *evidence.responses)}
    taken |= {file_of(remark.origin.place) for remark in evidence.remarks if remark.origin.kind in _NOTES}
    stem, dot, suffix = file.rpartition(".")
    number = 1
    name = file
    while name in taken:
        number += 1
        name = f"{stem} ({number}){dot}{suffix}" if dot else f"{file} ({number})"
    return name


def _notes(evidence: Evidence, file: str) -> tuple[Remark, ...]:
    return tuple(one for one in evidence.remarks if one.origin.kind in _NOTES and file_of(one.origin.place) == file)


def _known(evidence: Evidence, remarks: Sequence[Remark], file: str) -> list[Remark | None]:
    """For each of the remarks the one of before with the same words; two who said the same are two."""
    open_, found = list(_notes(evidence, file)), list[Remark | None]()
    for remark in remarks:
        known = next((one for one in open_ if one.text == remark.text), None)
        if known:
            open_.remove(known)
        found.append(known)
    return found
