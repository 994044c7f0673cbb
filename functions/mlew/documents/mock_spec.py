"""A mock: brand, landing page, screens with their ways on, closing questions; and back."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from mlew.documents.block import block
from mlew.documents.bullets import Value, bullets, labelled, read_bullets, read_labelled, text_of
from mlew.documents.choice import read_choice
from mlew.documents.columns import columns, read_columns
from mlew.documents.defect import defect
from mlew.documents.inline import inline
from mlew.documents.mock_screens import read_screens, write_screen
from mlew.documents.mock_words import ICONS, POINTED, PRICES, QUESTIONS, THEMES, TONES, VOICES
from mlew.documents.page import Page, document, section
from mlew.documents.values import Shape
from mlew.documents.words import OTHER, Words
from mlew.domain.base import Locale
from mlew.domain.mock_limits import LARGEST_SCREENS
from mlew.domain.mock_spec import MockSpec

TITLES = Words(
    title=("モック", "Mock"),
    brand=("ブランド", "Brand"),
    landing=("紹介ページ", "Landing page"),
    pains=("困っていること", "Pains"),
    how=("使い方", "How it works"),
    features=("特長", "Features"),
    voices=("お客様の声（想像）", "Voices (imagined)"),
    prices=("料金", "Prices"),
    faq=("よくある質問", "FAQ"),
    closing=("体験のあとの質問", "Questions after the experience"),
    other=OTHER,
)
_INTRO = Words(
    pair=("ペア", "Pair"),
    language=("言語", "Language"),
    release=("プレスリリースの版", "Version of the press release"),
)
_LANGUAGES = Words(ja=("日本語", "Japanese"), en=("英語", "English"))
_BRAND = Words(
    name=("名前", "Name"),
    tagline=("ひとこと", "Tagline"),
    tone=("口調", "Tone"),
    theme=("雰囲気", "Theme"),
    accent=("色", "Colour", "color"),
)
_LANDING = Words(
    headline=("見出し", "Headline"),
    lead=("リード", "Lead"),
    action=("始めるボタン", "Button that starts"),
    picture=("絵の説明", "What the picture shows"),
    picture_file=("絵のファイル", "File of the picture"),
    problem=("課題", "Problem"),
    problem_text=("課題の説明", "The problem in a sentence"),
    problem_icon=("課題の絵", "Icon of the problem"),
    price_note=("料金の注記", "Note on prices"),
    closing=("結びのひと言", "Last sentence"),
)
_CLOSING = Words(
    solved=("課題は解決しましたか", "Did it solve the problem"),
    use=("使いたいですか", "Would you use it"),
    thanks=("お礼", "Thanks"),
)
_LISTS: dict[str, Shape] = {
    "how": POINTED,
    "features": POINTED,
    "voices": VOICES,
    "prices": PRICES,
    "faq": QUESTIONS,
}


def render(spec: MockSpec, locale: Locale) -> str:
    """Markdown: what people read before the mock is built, and may edit."""
    page = spec.landing
    intro = {
        "pair": inline(spec.pair),
        "language": _LANGUAGES(spec.locale, locale),
        "release": inline(spec.release),
    }
    brand = {key: inline(getattr(spec.brand, key)) for key in ("name", "tagline")}
    brand |= {"tone": TONES(spec.brand.tone, locale), "theme": THEMES(spec.brand.theme, locale)}
    landing = {key: inline(getattr(page, key)) for key in ("headline", "lead", "action", "price_note", "closing")}
    landing |= {"picture": inline(page.picture.alt), "picture_file": page.picture.file}
    landing |= {"problem": inline(page.problem.title), "problem_text": inline(page.problem.text)}
    landing |= {"problem_icon": ICONS(page.problem.icon, locale)}
    in_order = {key: landing[key] for key in _LANDING_KEYS if landing[key] or key != "picture_file"}
    closing = {key: inline(text) for key, text in spec.closing}
    return document(
        f"# {TITLES('title', locale)}",
        labelled(_INTRO, locale, {key: value for key, value in intro.items() if value or key == "pair"}),
        section(TITLES("brand", locale), labelled(_BRAND, locale, brand | {"accent": spec.brand.accent})),
        section(TITLES("landing", locale), labelled(_LANDING, locale, in_order)),
        section(TITLES("pains", locale), bullets(page.pains), level=3),
        *(section(TITLES(name, locale), _write(getattr(page, name), _LISTS[name], locale), level=3) for name in _LISTS),
        *(write_screen(number, screen, locale) for number, screen in enumerate(spec.screens, 1)),
        section(TITLES("closing", locale), labelled(_CLOSING, locale, closing)),
        section(TITLES("other", locale), block(spec.extra, TITLES)),
    )


def parse(text: str, locale: Locale, *, taken: Collection[str] = ()) -> MockSpec:  # noqa: ARG001 - ids are words here
    """The mock of an edited document. Raises InputError naming the line."""
    page = Page(text, locale, TITLES)
    intro = _labelled(page, "title", _INTRO)
    if "pair" not in intro:
        raise defect(locale, "no-label", 0, label=_INTRO("pair", locale))
    brand, landing = _labelled(page, "brand", _BRAND), _labelled(page, "landing", _LANDING)
    pains = tuple(value.text for value in read_bullets(page.lines("pains")))
    lists = {name: _read(page, name, shape) for name, shape in _LISTS.items()}
    closing = _labelled(page, "closing", _CLOSING)
    found = page.others()
    if len(found) > LARGEST_SCREENS:
        raise defect(locale, "too-many", found[LARGEST_SCREENS].number, count=len(found), most=LARGEST_SCREENS)
    screens = read_screens(page, found)
    content = {
        "pair": text_of(intro, "pair"),
        "locale": _choice(intro, "language", _LANGUAGES, locale, default=locale),
        "brand": {key: text_of(brand, key) for key in ("name", "tagline")}
        | {
            "tone": _choice(brand, "tone", TONES, locale, default="friendly"),
            "theme": _choice(brand, "theme", THEMES, locale, default="clear"),
        }
        | ({"accent": text_of(brand, "accent").lower()} if "accent" in brand else {}),
        "landing": {key: text_of(landing, key) for key in ("headline", "lead", "action", "price_note", "closing")}
        | {"picture": {"alt": text_of(landing, "picture"), "file": text_of(landing, "picture_file")}}
        | {
            "problem": {
                "title": text_of(landing, "problem"),
                "text": text_of(landing, "problem_text"),
                "icon": _choice(landing, "problem_icon", ICONS, locale, default="check"),
            }
        }
        | {"pains": pains, **lists},
        "screens": screens,
        "closing": {key: text_of(closing, key) for key in ("solved", "use", "thanks")},
        "release": text_of(intro, "release"),
        "extra": page.extra(),
    }
    try:
        return MockSpec.model_validate(content)
    except ValidationError as error:
        wrong = ".".join(map(str, error.errors(include_input=False)[0]["loc"]))
        raise defect(locale, "not-valid", 0, field=wrong) from error


_LANDING_KEYS = (
    "headline", "lead", "action", "picture", "picture_file", "problem", "problem_text", "problem_icon", "price_note",
    "closing",
)  # fmt: skip


def _write(entries: Sequence[BaseModel], shape: Shape, locale: Locale) -> str:
    if not entries:
        return ""
    return columns(shape.words, list(shape.kinds), [shape.row(e.model_dump(), locale) for e in entries], locale)


def _read(page: Page, name: str, shape: Shape) -> list[dict[str, Any]]:
    rows = read_columns(page, name, shape.words, (shape.first,), optional=True)
    return [shape.values(row.cells, page.locale, row.number) for row in rows]


def _labelled(page: Page, section_key: str, words: Words) -> Mapping[str, list[Value]]:
    values, rest = read_labelled(page.lines(section_key), words)
    page.leave(rest)
    return values


def _choice(values: Mapping[str, list[Value]], key: str, words: Words, locale: Locale, *, default: str) -> str:
    line = next((value.number for value in values.get(key, [])), 0)
    written = " ".join(value.written for value in values.get(key, []))
    labels = next(table for table in (_INTRO, _BRAND, _LANDING) if table.key(key))
    return read_choice(words, written, locale, line=line, field=labels(key, locale), default=default)
