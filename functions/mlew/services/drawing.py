"""The first picture of a mock, drawn by a picture model if the settings name one."""

from mlew.domain.mock_spec import MockSpec
from mlew.domain.workshop import Workshop
from mlew.errors import ModelError
from mlew.services.hidden_names import hidden_names
from mlew.services.work import Work

LONGEST_SECONDS = 90
SPARE_SECONDS = 30
"""Left over to store the spec: a picture is nice to have, the mock is not."""


def with_picture(work: Work, workshop: Workshop, spec: MockSpec) -> MockSpec:
    """The spec with the file of its picture. Without a model, time or luck: as it is, and the renderer draws one."""
    seconds = min(LONGEST_SECONDS, work.remaining_seconds() - SPARE_SECONDS)
    if work.picture_model is None or not spec.landing.picture.alt or seconds < 1:
        return spec
    picture = spec.landing.picture
    try:
        told = hidden_names(work.stores, workshop, {"alt": picture.alt}).inputs["alt"]
        png = work.picture_model.draw(told, accent=spec.brand.accent, timeout_seconds=seconds)
    except ModelError as error:
        detail = f"no picture: {type(error).__name__}"
        work.note(workshop, "note", "iterate", step="mock", scope=spec.pair, detail=detail)
        return spec
    file = work.stores.pictures.put(workshop.id, png)
    landing = spec.landing.model_copy(update={"picture": picture.model_copy(update={"file": file})})
    return spec.model_copy(update={"landing": landing})
