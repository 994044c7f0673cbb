"""The READMEs of several folders, read as the documents of one workshop."""

from collections.abc import Sequence
from typing import NamedTuple

from mlew.documents.discovery import Discovery, merged, read_discovery
from mlew.domain.base import Locale
from mlew.errors import InputError
from mlew.services.exported_folder import README
from mlew.services.imported_pairs import PairBook, assigned, of_pair
from mlew.services.received_folder import ReceivedFolder


class Reading(NamedTuple):
    """Of a folder by its name: all of its documents, and those that count – the team's and its own pair's."""

    folder: str
    every: Discovery
    own: Discovery


def readings_of(folders: Sequence[ReceivedFolder], book: PairBook, locale: Locale, *, unnamed: bool) -> list[Reading]:
    """`unnamed`: documents that do not say whose they are get a pair nevertheless, folder by folder."""
    readings: list[Reading] = []
    used: set[str] = set()
    for folder in folders:
        named = book.find(folder.pair) if folder.pair else ""
        default = named or (book.next_of(used) if unnamed else "")
        every = assigned(read_discovery(folder.readme, locale, pair=default), book, folder=folder.name, pair=named)
        readings.append(Reading(folder.name, every, of_pair(every, named)))
        used |= {scope for _, scope in every.bodies}
    return readings


def whole(readings: Sequence[Reading], locale: Locale) -> Discovery:
    """All folders as one: of the team's documents the first counts. Raises InputError if there is no document."""
    found = merged([reading.own for reading in readings], locale)
    if not found.bodies:
        raise InputError.told("import.nothing", readme=README, problem=" ".join(found.problems[:1]))
    leftovers = dict.fromkeys(reading.own.leftovers for reading in readings)
    return found._replace(leftovers="\n\n".join(filter(None, leftovers)))
