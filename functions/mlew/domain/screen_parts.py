"""What a screen of a mock is made of: eleven parts, each a typed piece of content that the renderer knows to draw.

Everything is text: nothing in a part is markup, a script or an address. `empty` is what a part says when there is
nothing to show, `error` what it says when an input cannot be used; both may be left to the renderer ("").
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from mlew.domain.base import Line, Model

Input = Literal["text", "textarea", "email", "tel", "number", "date", "select", "radio", "checkbox"]
CellType = Literal["text", "number", "money", "date"]
ChartForm = Literal["bar", "line", "donut"]
PartKind = Literal[
    "form", "wizard", "chat", "list_detail", "compare", "table", "editor", "chart", "upload", "calendar", "result"
]
PART_KINDS: tuple[PartKind, ...] = (
    "form", "wizard", "chat", "list_detail", "compare", "table", "editor", "chart", "upload", "calendar", "result",
)  # fmt: skip


class InputField(Model):
    """One input. `options`: of select, radio and checkbox. `value`: filled in beforehand. Limits: of numbers."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")
    label: Line
    input: Input = "text"
    required: bool = False
    hint: Line = ""
    placeholder: Line = ""
    value: Line = ""
    options: tuple[Line, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    unit: Line = ""


class FormPart(Model):
    """Fields that are checked before the screen can be left forward."""

    kind: Literal["form"] = "form"
    fields: tuple[InputField, ...]
    error: Line = ""


class WizardPage(Model):
    """One page of a wizard."""

    title: Line
    fields: tuple[InputField, ...]


class WizardPart(Model):
    """Pages one after the other with progress, a way back and a summary at the end."""

    kind: Literal["wizard"] = "wizard"
    pages: tuple[WizardPage, ...]
    error: Line = ""


class Exchange(Model):
    """What the user may say (offered as a suggestion, recognised by keywords) and the typed answer."""

    suggestion: Line
    keywords: tuple[Line, ...] = ()
    reply: Line


class ChatPart(Model):
    """A conversation with answers written beforehand. `error`: the answer to what no keyword recognises."""

    kind: Literal["chat"] = "chat"
    assistant: Line
    opening: Line
    exchanges: tuple[Exchange, ...]
    error: Line = ""


class Fact(Model):
    """A label with its value."""

    label: Line
    value: Line


class Item(Model):
    """One entry of a list with its detail. `tags`: what it is filtered by."""

    title: Line
    summary: Line = ""
    tags: tuple[Line, ...] = ()
    facts: tuple[Fact, ...] = ()
    body: Line = ""


class ListDetailPart(Model):
    """A list with search and filter; each entry opens its detail and can be chosen. `empty`: no entry fits."""

    kind: Literal["list_detail"] = "list_detail"
    items: tuple[Item, ...]
    choose: Line = ""
    empty: Line = ""


class CompareOption(Model):
    """One column: `values` in the order of the criteria."""

    name: Line
    note: Line = ""
    values: tuple[Line, ...]
    recommended: bool = False


class ComparePart(Model):
    """Options side by side; one can be chosen."""

    kind: Literal["compare"] = "compare"
    criteria: tuple[Line, ...]
    options: tuple[CompareOption, ...]
    choose: Line = ""


class Column(Model):
    """One column of a table."""

    label: Line
    type: CellType = "text"
    editable: bool = False


class TablePart(Model):
    """Rows that can be sorted and edited; each row has a value for every column. `empty`: no row is left."""

    kind: Literal["table"] = "table"
    caption: Line
    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]
    empty: Line = ""
    error: Line = ""


class EditorPart(Model):
    """A text (headings `#`, bullets `-`, bold `**`) edited beside its preview."""

    kind: Literal["editor"] = "editor"
    label: Line
    text: Line
    preview: Line = ""
    empty: Line = ""


class Point(Model):
    """One value of a series."""

    label: Line
    value: float


class Series(Model):
    """One line, one group of bars, or the parts of a donut."""

    name: Line
    points: tuple[Point, ...]


class ChartPart(Model):
    """A picture of numbers with the table behind it; a series can be hidden. `empty`: nothing to draw."""

    kind: Literal["chart"] = "chart"
    caption: Line
    form: ChartForm = "bar"
    unit: Line = ""
    series: tuple[Series, ...]
    empty: Line = ""


class Sample(Model):
    """A file to try with: `finding` is what the service says that it read in it."""

    name: Line
    size: Line = ""
    finding: Line


class UploadPart(Model):
    """Own files (which never leave the browser) or samples. `accepts`: endings such as `.pdf`. `error`: a wrong one."""

    kind: Literal["upload"] = "upload"
    label: Line
    accepts: tuple[str, ...] = ()
    samples: tuple[Sample, ...]
    empty: Line = ""
    error: Line = ""


class Day(Model):
    """Times that can be booked on a day; an empty day is full."""

    day: date
    times: tuple[Line, ...] = ()


class CalendarPart(Model):
    """A month with the days that have times left; one time can be chosen. `empty`: the day has none."""

    kind: Literal["calendar"] = "calendar"
    label: Line
    days: tuple[Day, ...]
    choose: Line = ""
    empty: Line = ""


class Measure(Model):
    """Before and after, as text and – where both are numbers – as a picture."""

    label: Line
    before: Line
    after: Line


class ResultPart(Model):
    """What the customer holds in the end."""

    kind: Literal["result"] = "result"
    summary: Line
    measures: tuple[Measure, ...] = ()
    highlights: tuple[Line, ...] = ()


Part = Annotated[
    FormPart
    | WizardPart
    | ChatPart
    | ListDetailPart
    | ComparePart
    | TablePart
    | EditorPart
    | ChartPart
    | UploadPart
    | CalendarPart
    | ResultPart,
    Field(discriminator="kind"),
]
