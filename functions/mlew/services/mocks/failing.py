"""A mock that could not be made: the workshop goes on without it, and says so."""

from mlew.domain.mock import Mock
from mlew.domain.workshop import Workshop
from mlew.services.failures import words_of
from mlew.services.mocks.changing import change_mock
from mlew.services.mocks.ensuring import ensure_mock
from mlew.services.mocks.hosting import hosted
from mlew.services.mocks.publishing import roll_back
from mlew.services.work import Work

_CHILD_FAILED = "States.TaskFailed"
"""What the practice edition hears when the state machine of a mock has failed, which has recorded why."""


def record_mock_failure(work: Work, workshop: Workshop, pair: str, *, error: str, cause: str) -> Mock:
    """`error`, `cause` as for `record_failure`. What was shown before is shown again; a known reason stays."""
    mock = ensure_mock(work, workshop, pair)
    if mock.state == "failed" and error == _CHILD_FAILED:
        return mock
    words = words_of(work, workshop.id, cause)
    mock = change_mock(work.stores.mocks, mock, state="failed", failure=f"{error}: {words}" if words else error)
    if mock.state == "destroyed":  # publishing may have died with the pointer just written
        hosted(work.hosting).sites.bury(mock.id, mock.locale)
        return mock
    work.note(workshop, "failed", "iterate", step="mock", scope=pair, detail=error)
    return roll_back(work, mock)
