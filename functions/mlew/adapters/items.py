"""Attribute values of the table: strings, whole numbers, and records of the domain as JSON."""

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from mlew.errors import InputError

if TYPE_CHECKING:
    from types_boto3_dynamodb.type_defs import AttributeValueTypeDef

Item = dict[str, "AttributeValueTypeDef"]
M = TypeVar("M", bound=BaseModel)

_LARGEST_RECORD = 300_000
"""Bytes. DynamoDB takes 400 KB an item, names and keys included."""


def text(value: str) -> "AttributeValueTypeDef":
    """A string."""
    return {"S": value}


def number(value: int) -> "AttributeValueTypeDef":
    """A whole number: amounts are kept in units that have no fraction."""
    return {"N": str(value)}


def texts(values: list[str]) -> "AttributeValueTypeDef":
    """A list of strings."""
    return {"L": [{"S": v} for v in values]}


def record(value: BaseModel) -> "AttributeValueTypeDef":
    """A domain record as JSON. Raises InputError if it is too large for an item."""
    json = value.model_dump_json()
    if len(json.encode()) > _LARGEST_RECORD:
        raise InputError.told("record.too-long", name=type(value).__name__, largest=_LARGEST_RECORD // 1000)
    return {"S": json}


def as_text(item: Item, name: str) -> str:
    """The string, "" if there is none."""
    return item.get(name, {}).get("S", "")


def as_number(item: Item, name: str) -> int:
    """The whole number, 0 if there is none."""
    return int(item.get(name, {}).get("N", "0"))


def as_texts(item: Item, name: str) -> list[str]:
    """The strings of a list, in order."""
    return [value["S"] for value in item.get(name, {}).get("L", [])]


def as_record(item: Item, name: str, model: type[M]) -> M:
    """The domain record, validated."""
    return model.model_validate_json(as_text(item, name))
