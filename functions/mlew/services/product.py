"""What the workshop is about."""

from mlew.domain.workshop import Workshop
from mlew.services.work import Work


def product_of(work: Work, workshop: Workshop) -> str:
    """The product as the plan names it, else as the first customer sheet does."""
    sheets = work.stores.inputs.get(workshop.id).customers
    return workshop.plan.product or next((s.product for s in sheets if s.product), "")
