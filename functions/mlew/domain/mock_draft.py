"""What a model may write of a mock: one flat form for every kind of screen (see Draft for why)."""

from pydantic import Field

from mlew.domain.base import Draft
from mlew.domain.course import Course
from mlew.domain.mock_spec import Icon, Theme, Tone
from mlew.domain.screen_parts import CellType, ChartForm, Input, PartKind


class PointedDraft(Draft):
    """A title with a text and an icon."""

    title: str
    text: str
    icon: Icon


class VoiceDraft(Draft):
    """An imagined voice."""

    who: str = Field(description="A position or situation, never a name")
    quote: str


class PriceDraft(Draft):
    """One offer."""

    name: str
    price: str
    per: str
    points: list[str]


class AnsweredDraft(Draft):
    """A frequent question."""

    question: str
    answer: str


class LandingDraft(Draft):
    """The first page."""

    headline: str
    lead: str
    action: str = Field(description="Words of the button that starts the experience")
    picture: str = Field(description="What the picture at the top shows, for people who cannot see it")
    problem: PointedDraft
    pains: list[str]
    how: list[PointedDraft]
    features: list[PointedDraft]
    voices: list[VoiceDraft]
    prices: list[PriceDraft]
    price_note: str
    faq: list[AnsweredDraft]
    closing: str = Field(description="Last sentence before the button at the end of the page")


class FieldDraft(Draft):
    """One input of a form or wizard."""

    label: str
    input: Input
    required: bool
    hint: str
    placeholder: str
    value: str = Field(description="Dummy value that is filled in beforehand, or empty")
    unit: str = Field(description="Number only: unit that stands behind the field; else empty")
    options: list[str] = Field(description="Of select, radio and checkbox; else empty")
    page: str = Field(description="Wizard only: title of the page that the field stands on; else empty")


class ExchangeDraft(Draft):
    """Chat: what the user may say, the words it is recognised by, and the answer."""

    suggestion: str
    keywords: list[str]
    reply: str


class EntryDraft(Draft):
    """An entry of a list, an option to compare, a sample file or a measure; see `part` for what each field is."""

    title: str = Field(description="Name of the entry, option, file (with ending) or measure")
    text: str = Field(
        description="List: summary in one line, then after a line break the detail; compare: note; upload: what the "
        "service reads in the file; else empty"
    )
    tags: list[str] = Field(description="List: what it is filtered by; else empty")
    values: list[str] = Field(
        description="List, compare: one for each of `labels`; upload: size such as 240 KB; result: before and after"
    )
    recommended: bool = Field(description="Compare: the option that the service suggests; else false")


class ColumnDraft(Draft):
    """One column of a table."""

    label: str
    type: CellType
    editable: bool


class RowDraft(Draft):
    """One row of a table: a value for each column."""

    cells: list[str]


class PointDraft(Draft):
    """One value of a chart."""

    series: str
    label: str
    value: float


class DayDraft(Draft):
    """Calendar: a date (YYYY-MM-DD) and the times left on it."""

    day: str
    times: list[str]


class ActionDraft(Draft):
    """A way on from a screen."""

    label: str
    to: str = Field(description="Id of a screen; finish: the result was reached; leave: the person gives up")
    checks: bool = Field(description="True if the inputs have to be filled in or something chosen before")
    wait: str = Field(description="Words shown for a moment while the service works, or empty")


class ScreenDraft(Draft):
    """One page of the experience; lists that its part does not use stay empty."""

    id: str = Field(description="Short, lower-case ASCII letters, digits and hyphens")
    title: str
    intro: str
    step: int = Field(description="Number of the press release's step that it shows, from 1; 0 = none")
    course: Course
    part: PartKind
    text: str = Field(
        description="Chat: opening words; editor: the text; chart, table: caption; upload, calendar: label; "
        "result: summary; else empty"
    )
    labels: list[str] = Field(
        description="Compare: criteria; list: labels of the facts; chat: name of the assistant; editor: label of the "
        "text and of its preview; upload: accepted endings such as .pdf; result: highlights; else empty"
    )
    form: ChartForm = Field(description="Chart only: how it is drawn; else bar")
    unit: str = Field(description="Chart only: unit of the values; else empty")
    fields: list[FieldDraft]
    exchanges: list[ExchangeDraft]
    entries: list[EntryDraft]
    columns: list[ColumnDraft]
    rows: list[RowDraft]
    points: list[PointDraft]
    days: list[DayDraft]
    empty: str = Field(description="What it says when there is nothing to show")
    error: str = Field(
        description=(
            "Form and wizard: what stands above the list of entries to correct; chat: the answer to a question that no "
            "keyword recognises, naming what can be asked; upload: what is said of a file it cannot use; else empty"
        )
    )
    actions: list[ActionDraft]


class MockDraft(Draft):
    """A mock: brand, landing page, screens with their ways on, closing questions."""

    brand: str = Field(description="Name of the service")
    tagline: str
    tone: Tone
    theme: Theme = Field(description="clear: airy, cool; warm: rounded, earthy; bold: strong contrast; calm: soft")
    accent: str = Field(description="Main colour as #rrggbb")
    landing: LandingDraft
    screens: list[ScreenDraft]
    solved: str = Field(description="Closing question: did it solve the problem?")
    use: str = Field(description="Closing question: would you use or buy it?")
    thanks: str
