"""A state has failed for good: the workshop says what and where, and can be resumed.

The words of an error may quote a customer, and whatever a Lambda raises is written to its log and its trace. So they
are kept in the table when the error is raised, and what is raised names the error and the function's request only. By
that request they are found again: pairs that fail alike at the same time, or a run before, have words of their own.
"""

import json
import re

from mlew.domain.workshop import Phase, Workshop
from mlew.errors import MlewError, one_line
from mlew.services.work import Work
from mlew.services.workshop_state import change

_LONGEST = 1000
_REQUEST = re.compile(r"\[request ([A-Za-z0-9-]{1,64})\]")


def wordless(workshop_id: str, request_id: str) -> str:
    """What may be raised, and comes back in Step Functions' cause: no words of the error, but where they are kept."""
    return f"'mlew status {workshop_id}' tells what happened. [request {request_id}]"


def explain(work: Work, workshop_id: str, request_id: str, error: Exception) -> None:
    """Keep the error's words, in the workshop's language, until `record_failure` asks for them."""
    words = str(error)
    if isinstance(error, MlewError):
        words = one_line(error.said(work.stores.workshops.get(workshop_id).plan.locale))
    work.stores.progress.explain(workshop_id, request_id, words[:_LONGEST])


def record_failure(work: Work, workshop: Workshop, phase: Phase, *, error: str, cause: str) -> Workshop:
    """`error`: name of the error; `cause`: as Step Functions gives it, JSON of a Lambda or text, or nothing."""
    words = words_of(work, workshop.id, cause)
    work.note(workshop, "failed", phase, detail=error)
    failure = f"{error}: {words}" if words else error
    return change(work.stores.workshops, workshop.id, state="failed", phase=phase, failure=failure)


def words_of(work: Work, workshop_id: str, cause: str) -> str:
    """What `explain` kept for the request that the cause names; else the cause as it can be read."""
    named = _REQUEST.search(cause)
    kept = work.stores.progress.explanation(workshop_id, named[1]) if named else ""
    return kept or readable(cause)


def readable(cause: str) -> str:
    """The message inside a Lambda's error, else the text, at most 1,000 characters."""
    try:
        parsed = json.loads(cause)
    except ValueError:
        parsed = None
    if isinstance(parsed, str):
        return readable(parsed) if parsed != cause else parsed[:_LONGEST]
    if isinstance(parsed, dict) and "errorMessage" in parsed:
        return str(parsed["errorMessage"])[:_LONGEST]
    return cause[:_LONGEST]
