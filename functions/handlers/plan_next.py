"""Where does the workshop go on?"""

from typing import Any

from handlers.calls import WorkshopCall
from handlers.invocation import workshop_function
from mlew.composition import function_settings
from mlew.domain.workshop import Workshop
from mlew.services.next_step import next_step
from mlew.services.work import Work


@workshop_function(WorkshopCall)
def handler(work: Work, workshop: Workshop, _call: WorkshopCall) -> dict[str, Any]:
    """Answer: NextStep as JSON. When a phase has ended, GenU users get the workshop as it stands now."""
    step = next_step(work, workshop, function_settings().defaults)
    if step.phase_ended:
        from mlew.services.genu_files import keep_genu_files  # noqa: PLC0415 - documents are loaded only where needed

        keep_genu_files(work, workshop.id, step.phase)
    return step.model_dump(mode="json")
