"""The file that GenU's use case builder imports: six fields, in GenU's order, with GenU's limits.

GenU itself checks next to nothing when it imports; these models hold what a file must keep to so that it can be
created, stored and run. What GenU makes of any other file is the linter's business (`usecases.genu.lint`).
"""

import json
import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.alias_generators import to_camel

from usecases.genu.placeholder import CANDIDATE

STORED_BYTES = 409_600
"""DynamoDB's limit for an item; GenU keeps a use case in one."""
FIELDS = ("title", "description", "promptTemplate", "inputExamples", "fixedModelId", "fileUpload")
_KEYS_BYTES = 200
"""GenU's own attributes beside the six fields: keys with the user's id, the use case's id, the share mark."""


_HALF_PAIR = re.compile("[\ud800-\udfff]")


class _GenuModel(BaseModel):
    """Frozen; Python names in snake case, GenU's in camel case; unknown fields are refused (GenU drops them)."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        alias_generator=to_camel,
        validate_by_name=True,
        serialize_by_alias=True,
    )


def _storable(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError("half of a surrogate pair: it cannot be written as UTF-8") from error
    return text


Text = Annotated[str, AfterValidator(_storable)]
Visible = Annotated[Text, StringConstraints(pattern=r"[^ 　]")]
"""GenU does not create a use case whose title or template consists of half- and full-width blanks only."""
Key = Annotated[Text, StringConstraints(min_length=1)]
"""DynamoDB takes no attribute without a name."""


class InputExample(_GenuModel):
    """A button that fills fields: label → value. A label that is left out keeps what stands in its field."""

    title: Visible
    examples: dict[Key, Text]


class UseCase(_GenuModel):
    """One use case. `fixed_model_id`: "" lets the participant choose the model."""

    title: Visible
    description: Text = ""
    prompt_template: Visible
    input_examples: list[InputExample] = Field(default_factory=list)
    fixed_model_id: Text = ""
    file_upload: bool = False

    @model_validator(mode="after")
    def _can_be_created_and_stored(self) -> "UseCase":
        if not CANDIDATE.search(self.prompt_template) and not self.file_upload:
            raise ValueError("GenU creates no use case without a field ({{text:…}}) and without attachments")
        size = stored_bytes(self.content())
        if size > STORED_BYTES:
            raise ValueError(f"{size:,} bytes in DynamoDB; an item takes {STORED_BYTES:,}")
        return self

    def content(self) -> dict[str, Any]:
        """The six fields as GenU names and orders them; also the body of its API."""
        return self.model_dump(mode="json")

    def to_json(self) -> str:
        """The file's text: two blanks a level, every character as it is, a line break at the end."""
        return render(self.content())


def imported(content: Mapping[str, Any]) -> dict[str, Any]:
    """What GenU's import takes from a file: defaults for what is absent or empty, nothing but the six fields."""
    defaults = {"description": "", "inputExamples": [], "fixedModelId": "", "fileUpload": False}
    return {key: content.get(key) or defaults.get(key, "") for key in FIELDS}


def render(content: Mapping[str, Any]) -> str:
    """GenU's way to write a file, for any content. Half of a surrogate pair stays an escape: UTF-8 has none."""
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return _HALF_PAIR.sub(lambda half: f"\\u{ord(half.group()):04x}", text) + "\n"


def stored_bytes(value: Any) -> int:
    """Size of a use case in DynamoDB: names and values in UTF-8, 3 bytes a list or map and 1 byte an entry."""
    return _KEYS_BYTES + _size(value)


def _size(value: Any) -> int:
    match value:
        case str():
            return len(value.encode("utf-8", "surrogatepass"))
        case bool() | None:
            return 1
        case int() | float():
            return 21
        case Mapping():
            return 3 + sum(1 + _size(str(key)) + _size(entry) for key, entry in value.items())
        case _:
            return 3 + sum(1 + _size(entry) for entry in value)
