"""Answers that were copied out of GenU, as readings of a workshop's documents."""

from mlew.documents.discovery import Discovery
from mlew.documents.genu_answers import read_answers
from mlew.domain.base import Locale
from mlew.errors import InputError
from mlew.services.imported_pairs import PairBook, assigned, of_pair
from mlew.services.imported_readings import Reading
from mlew.services.received_folder import ReceivedFolder


def readings_of_answers(received: ReceivedFolder, book: PairBook, locale: Locale, *, unnamed: bool) -> list[Reading]:
    """Earlier answers first, set aside; the last reading holds what counts. `unnamed` as for folders.

    Raises InputError if there is no document among the answers.
    """
    named = book.find(received.pair) if received.pair else ""
    default = named or (book.next_of(()) if unnamed else "")
    answers = read_answers(received.answers, locale, pair=default)
    if not answers.last.bodies:
        raise _nothing_found(received.name, answers.last)
    every = [assigned(reading, book, folder=received.name, pair=named) for reading in (*answers.earlier, answers.last)]
    own = of_pair(every[-1], named)
    return [
        *(Reading(received.name, earlier, Discovery({})) for earlier in every[:-1]),
        Reading(received.name, own, own),
    ]


def _nothing_found(name: str, found: Discovery) -> InputError:
    return InputError.told("import.no-answers", name=name, problem=" ".join(found.problems[:1]))
