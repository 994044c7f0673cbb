"""Criteria that are not what they were when the evidence came in: allowed, and shown."""

from collections.abc import Sequence

from mlew.decision.judging import judged
from mlew.decision.sampling import Asked
from mlew.domain.iteration import Criterion
from mlew.domain.verdict import CriterionChange


def criterion_changes(
    before: Sequence[Criterion], now: Sequence[Criterion], asked: Asked, *, strict: bool = False
) -> tuple[CriterionChange, ...]:
    """Changed, added and taken away, with what the old criterion would make of the same evidence.

    `before`: of the same milestone, as they stood before anybody tried the mocks.
    """
    earlier, later = {c.id: c for c in before}, {c.id: c for c in now}
    return tuple(
        CriterionChange(
            id=key,
            before=earlier.get(key),
            after=later.get(key),
            fields=_fields(earlier.get(key), later.get(key)),
            outcome_before=judged(earlier[key], asked, strict=strict).outcome if key in earlier else None,
        )
        for key in dict.fromkeys([*earlier, *later])
        if earlier.get(key) != later.get(key)
    )


def _fields(before: Criterion | None, after: Criterion | None) -> tuple[str, ...]:
    if before is None or after is None:
        return ()
    return tuple(name for name in Criterion.model_fields if getattr(before, name) != getattr(after, name))
