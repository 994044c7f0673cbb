"""A state has failed for good: the workshop says what and where, and can be resumed."""

import json

from mlew.domain.workshop import Phase, Workshop
from mlew.services.work import Work
from mlew.services.workshop_state import change


def record_failure(work: Work, workshop: Workshop, phase: Phase, *, error: str, cause: str) -> Workshop:
    """`error`: name of the error; `cause`: as Step Functions gives it, JSON of a Lambda or text."""
    message = f"{error}: {readable(cause)}"
    work.note(workshop, "failed", phase, detail=error)
    return change(work.stores.workshops, workshop.id, state="failed", phase=phase, failure=message)


def readable(cause: str) -> str:
    """The message inside a Lambda's error, else the text, at most 1,000 characters."""
    try:
        parsed = json.loads(cause)
    except ValueError:
        parsed = None
    if isinstance(parsed, str):
        return readable(parsed) if parsed != cause else parsed[:1000]
    if isinstance(parsed, dict) and "errorMessage" in parsed:
        return str(parsed["errorMessage"])[:1000]
    return cause[:1000]
