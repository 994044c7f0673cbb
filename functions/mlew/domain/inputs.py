"""What a facilitator's folder holds, read and checked: the start of every workshop."""

from typing import Literal

from mlew.domain.base import Line, Model
from mlew.domain.customer import CustomerSheet
from mlew.domain.solution import Solution

Severity = Literal["error", "warning"]
MediaType = Literal["png", "jpeg"]


class Finding(Model):
    """A defect of a file. `place`: line, slide or page ("line 12", "slide 3"), "" for the whole file.

    `rule` is a stable kebab-case id; `message` says what is wrong, `remedy` what to do, in the reader's language.
    """

    severity: Severity
    rule: str
    file: str
    place: str = ""
    message: str
    remedy: str = ""


class Picture(Model):
    """A picture that goes to a model that reads pictures; bytes lie beside under `name` (ASCII, unique)."""

    name: str
    media: MediaType
    source: str
    width: int
    height: int
    byte_size: int


class CoverageRow(Model):
    """One behaviour of the customer, and the solutions whose text touches it."""

    action: Line
    solutions: tuple[Line, ...]


class WorkshopInputs(Model):
    """Artifacts of Day0 as read. `customers`: one sheet a file or filled slide; `prose`: rest of solutions.md."""

    customers: tuple[CustomerSheet, ...] = ()
    pictures: tuple[Picture, ...] = ()
    solutions: tuple[Solution, ...] = ()
    prose: str = ""
    sources: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
