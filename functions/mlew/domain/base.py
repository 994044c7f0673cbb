"""What every model of the domain is made of."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Locale = Literal["ja", "en"]
Edition = Literal["practice", "improvement"]
Line = Annotated[str, StringConstraints(strip_whitespace=True)]
"""Text of a participant or a model. May hold line breaks; blanks around it carry no meaning."""


class Model(BaseModel):
    """Frozen and strict about unknown fields: a typo in a field name is an error, not a lost value.

    Validators are built when a model is first used: a function that starts cold uses a few of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Draft(BaseModel):
    """What a model may write: the schema of the forced tool.

    Drafts keep to strings, numbers, booleans, enumerations, lists and objects – no unions, no optional
    fields, no numeric constraints – so that several model families take the schema. Unknown fields are
    refused, so that a misspelt one is repaired instead of dropped. Nothing computed stands in a draft.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
