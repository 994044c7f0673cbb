"""Strategies for mocks: any text anywhere, ways that lead somewhere."""

from hypothesis import strategies as st

from mlew.domain.base import Locale
from mlew.domain.course import Course
from mlew.domain.mock_spec import (
    ENDS,
    Action,
    Answered,
    Brand,
    Closing,
    Icon,
    Landing,
    MockSpec,
    Picture,
    Pointed,
    PricePlan,
    Screen,
    Theme,
    Tone,
    Voice,
)
from mlew.domain.screen_parts import (
    CalendarPart,
    CellType,
    ChartForm,
    ChartPart,
    ChatPart,
    Column,
    CompareOption,
    ComparePart,
    Day,
    EditorPart,
    Exchange,
    Fact,
    FormPart,
    Input,
    InputField,
    Item,
    ListDetailPart,
    Measure,
    Point,
    ResultPart,
    Sample,
    Series,
    TablePart,
    UploadPart,
    WizardPage,
    WizardPart,
)
from tests.unit.documents.wild import amounts, few, one, some, texts

_names = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True).filter(lambda name: name not in ENDS)
_fields = some(
    st.builds(
        InputField,
        id=_names,
        input=one(Input),
        required=st.booleans(),
        options=some(texts),
        minimum=st.one_of(st.none(), amounts),
        maximum=st.one_of(st.none(), amounts),
        **dict.fromkeys(("label", "hint", "placeholder", "value", "unit"), texts),
    ),
    2,
)
_points = some(st.builds(Point, label=texts, value=amounts), 2)


@st.composite
def _tables(draw: st.DrawFn) -> TablePart:
    columns = draw(some(st.builds(Column, label=texts, type=one(CellType), editable=st.booleans())))
    row = st.tuples(*[texts.map(str.strip)] * len(columns))
    return TablePart(caption=draw(texts), columns=columns, rows=draw(some(row)), empty=draw(texts), error=draw(texts))


_parts = st.one_of(
    st.builds(FormPart, fields=_fields, error=texts),
    st.builds(WizardPart, pages=some(st.builds(WizardPage, title=texts, fields=_fields)), error=texts),
    st.builds(
        ChatPart,
        exchanges=some(st.builds(Exchange, suggestion=texts, keywords=some(texts), reply=texts)),
        **dict.fromkeys(("assistant", "opening", "error"), texts),
    ),
    st.builds(
        ListDetailPart,
        items=some(
            st.builds(
                Item,
                tags=some(texts),
                facts=some(st.builds(Fact, label=texts, value=texts)),
                **dict.fromkeys(("title", "summary", "body"), texts),
            )
        ),
        choose=texts,
        empty=texts,
    ),
    st.builds(
        ComparePart,
        criteria=some(texts),
        options=some(st.builds(CompareOption, name=texts, note=texts, values=some(texts), recommended=st.booleans())),
        choose=texts,
    ),
    _tables(),
    st.builds(EditorPart, **dict.fromkeys(("label", "text", "preview", "empty"), texts)),
    st.builds(
        ChartPart,
        form=one(ChartForm),
        series=some(st.builds(Series, name=texts, points=_points)).filter(
            lambda series: len({s.name for s in series}) == len(series)
        ),
        **dict.fromkeys(("caption", "unit", "empty"), texts),
    ),
    st.builds(
        UploadPart,
        accepts=some(texts.map(str.strip)),
        samples=some(st.builds(Sample, name=texts, size=texts, finding=texts)),
        **dict.fromkeys(("label", "empty", "error"), texts),
    ),
    st.builds(
        CalendarPart,
        days=some(st.builds(Day, day=st.dates(), times=some(texts))),
        **dict.fromkeys(("label", "choose", "empty"), texts),
    ),
    st.builds(
        ResultPart,
        summary=texts,
        measures=some(st.builds(Measure, label=texts, before=texts, after=texts)),
        highlights=some(texts),
    ),
)
_pointed = st.builds(Pointed, title=texts, text=texts, icon=one(Icon))
_landings = st.builds(
    Landing,
    picture=st.builds(Picture, alt=texts, file=st.sampled_from(["", "ab" * 32 + ".png"])),
    problem=_pointed,
    pains=some(texts),
    how=some(_pointed),
    features=some(_pointed),
    voices=some(st.builds(Voice, who=texts, quote=texts)),
    prices=some(st.builds(PricePlan, name=texts, price=texts, per=texts, points=some(texts))),
    faq=some(st.builds(Answered, question=texts, answer=texts)),
    **dict.fromkeys(("headline", "lead", "action", "price_note", "closing"), texts),
)


@st.composite
def _screens(draw: st.DrawFn) -> tuple[Screen, ...]:
    names = draw(st.lists(_names, max_size=3, unique=True))
    ways = st.builds(Action, label=texts, to=st.sampled_from([*names, *ENDS]), checks=st.booleans(), wait=texts)
    return tuple(
        draw(
            st.builds(
                Screen, id=st.just(name), title=texts, intro=texts, step=few, course=one(Course), part=_parts,
                actions=some(ways, 2),
            )
        )
        for name in names
    )  # fmt: skip


mock_specs = st.builds(
    MockSpec,
    locale=one(Locale),
    brand=st.builds(
        Brand,
        name=texts,
        tagline=texts,
        tone=one(Tone),
        theme=one(Theme),
        accent=st.from_regex(r"#[0-9a-f]{6}", fullmatch=True),
    ),
    landing=_landings,
    screens=_screens(),
    closing=st.builds(Closing, solved=texts, use=texts, thanks=texts),
    **dict.fromkeys(("pair", "release", "extra"), texts),
)
