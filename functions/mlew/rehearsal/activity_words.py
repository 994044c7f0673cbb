from dataclasses import dataclass


@dataclass(frozen=True)
class ActivityWords:
    """How one language speaks of a kind of activity.

    `signs`: a pattern that tells it; `name`: of a stage; `before`, `after`: what people also do, plain form, may
    hold `{x}` for what it is about; `hindrance`: what stands in the way, plain form, to follow "without";
    `feelings`: words in the customer's head; `relief`: what a good solution feels like; `input`: what a customer
    would give a service for it; `role`: what a solution of this kind does, in the present tense.
    """

    signs: str
    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    hindrance: str
    feelings: tuple[str, ...]
    relief: str
    input: str
    role: str
