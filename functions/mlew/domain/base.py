"""What every model of the domain is made of."""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from mlew import bilingual

Locale = bilingual.Locale
Edition = Literal["practice", "improvement"]
Line = Annotated[str, StringConstraints(strip_whitespace=True)]
"""Text of a participant or a model. May hold line breaks; blanks around it carry no meaning."""
LARGEST = 1e15
"""No amount of a customer is larger; products of a few that are not stay finite."""
_STRICT = ConfigDict(
    frozen=True,
    extra="forbid",
    defer_build=True,
    allow_inf_nan=False,  # JSON knows neither
    hide_input_in_errors=True,  # an error's text may end in a log, and what a customer wrote must not
)


class Model(BaseModel):
    """Frozen and strict about unknown fields: a typo in a field name is an error, not a lost value.

    Validators are built when a model is first used: a function that starts cold uses a few of them.
    """

    model_config = _STRICT

    def changed(self, **fields: Any) -> Self:
        """A checked copy with these fields. Raises pydantic's ValidationError; `model_copy` would take anything."""
        return type(self).model_validate({**dict(self), **fields})


class Draft(BaseModel):
    """What a model may write: the schema of the forced tool.

    Drafts keep to strings, numbers, booleans, enumerations, lists and objects – no unions, no optional
    fields, no numeric constraints – so that several model families take the schema. Unknown fields are
    refused, so that a misspelt one is repaired instead of dropped. Nothing computed stands in a draft.
    Numbers beyond LARGEST are refused here, not in the schema.
    """

    model_config = _STRICT

    @model_validator(mode="after")
    def _numbers_can_be_reckoned_with(self) -> Self:
        for name, value in self:
            if isinstance(value, int | float) and abs(value) > LARGEST:
                raise ValueError(f"{name} is larger than {LARGEST:.0e}")
        return self
