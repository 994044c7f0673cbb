"""Inventions of a pair, one section each, and back."""

from collections.abc import Collection

from mlew.documents.block import block
from mlew.documents.bullets import Value, labelled, read_labelled, text_of
from mlew.documents.choice import read_choice, read_number
from mlew.documents.defect import defect
from mlew.documents.figures import figure
from mlew.documents.ids import id_list, leading, numbered, read_id, read_id_list, read_leading
from mlew.documents.inline import Encoder, decode, inline, readable
from mlew.documents.marks import assumed, read_assumed
from mlew.documents.page import Page, Section, document, section
from mlew.documents.solution_names import read_names, write_names
from mlew.documents.words import OTHER, Words
from mlew.domain.base import Locale
from mlew.domain.invention import Invention, InventionSet

TITLES = Words(title=("発明", "Inventions"), other=OTHER)
_INTRO = Words(
    pair=("ペア", "Pair"),
    chosen=("選んだ発明", "Chosen invention", "選択", "chosen"),
    reason=("選んだ理由", "Reason for the choice", "理由", "reason"),
)
LABELS = Words(
    when_used=("いつ使う？", "When is it used?", "when used"),
    how_solved=("どう課題を解決する？", "How does it solve the problem?", "どう課題を解決した", "how solved"),
    effect=("どんな効果が出る？", "What effect will it have?", "どんな効果が出た", "効果", "effect"),
    how_done=("どう実現する？", "How is it done?", "どう実現している", "how done"),
    question_ids=("答える問い", "Questions answered", "問い", "questions"),
    solution_names=("組み合わせた解決策", "Solutions combined", "解決策", "solutions"),
    pattern=("型", "Pattern"),
    point_of_view=("視点", "Point of view"),
    data_loop=("データの循環", "Data loop"),
    resolution_percent=("影響のうち解決できる割合", "Share of the impact resolved", "解決度", "resolution"),
    difficulty=("難易度（解決策の合計）", "Difficulty (sum of the solutions)", "難易度", "difficulty"),
    stated_difficulty=("もとの資料にあった難易度", "Difficulty as stated in the source"),
    score=("スコア（影響÷難易度）", "Score (impact / difficulty)", "スコア", "score"),
    author=("書いた人", "Author"),
    grows_from=("もとにした発明", "Grows from"),
    kept=("前の発明から残したこと", "Kept of the former invention"),
    left_out=("前の発明から捨てたこと", "Left out of the former invention"),
)
_TEXTS = ("when_used", "how_solved", "effect", "how_done")
_IF_ANY = ("kept", "left_out", "author")
_PATTERNS = Words(
    personalise=("パーソナライズ（一人ひとりに合わせる）", "personalise", "パーソナライズ", "personalize"),
    agent=("エージェント（手順をつなぐ）", "agent", "エージェント"),
    other=("その他", "other"),
)
VIEWS = Words(
    family=("友人・家族（気持ち）", "friends and family (feeling)", "家族・友人", "family and friends"),
    consultant=("コンサルタント（理性）", "a consultant (reason)", "コンサルタント", "consultant"),
    child=("子ども・初心者（素朴さ）", "a child or newcomer (innocence)", "子ども・新人", "child or newcomer"),
    innovator=("革新者（破壊）", "an innovator (disruption)", "イノベーター", "innovator"),
)
_NUMBERS = ("resolution_percent", "difficulty", "stated_difficulty", "score")


def render(inventions: InventionSet, locale: Locale) -> str:
    """Markdown, in the order of the set; difficulty and score are shown."""
    intro = {"pair": inline(inventions.pair), "chosen": id_list([inventions.chosen] if inventions.chosen else [])}
    if inventions.reason:
        intro["reason"] = inline(inventions.reason)
    return document(
        f"# {TITLES('title', locale)}",
        labelled(_INTRO, locale, intro),
        *(_write(invention, locale) for invention in inventions.inventions),
        section(TITLES("other", locale), block(inventions.extra, TITLES)),
    )


def parse(text: str, locale: Locale, *, taken: Collection[str] = ()) -> InventionSet:
    """The inventions of an edited document; sections without any label go to `extra`. Raises InputError."""
    page = Page(text, locale, TITLES)
    intro, rest = read_labelled(page.lines("title"), _INTRO)
    page.leave(rest)
    if "pair" not in intro:
        raise defect(locale, "no-label", 0, label=_INTRO("pair", locale))
    read: list[tuple[Section, dict[str, list[Value]]]] = []
    for found in page.others():
        values, rest = read_labelled(found.lines, LABELS)
        if values:
            page.leave(rest)
            read.append((found, values))
        else:
            page.leave_section(found)
    headings = [read_leading(found.title) for found, _ in read]
    written = [(identifier, found.number) for (identifier, _), (found, _) in zip(headings, read, strict=True)]
    ids = numbered("I", written, locale, taken)
    names = [decode(name) for _, name in headings]
    return InventionSet(
        pair=text_of(intro, "pair"),
        inventions=tuple(_read(i, name, v, locale) for i, name, (_, v) in zip(ids, names, read, strict=True)),
        chosen=next((read_id(value.written) for value in intro.get("chosen", [])), ""),
        reason=text_of(intro, "reason"),
        extra=page.extra(),
    )


def _write(invention: Invention, locale: Locale) -> str:
    def heading(encode: Encoder) -> str:
        return leading(invention.id, encode(invention.name))

    def reads_back(written: str) -> bool:
        identifier, name = read_leading(written)
        return TITLES.key(written) is None and (identifier, decode(name)) == (invention.id, invention.name)

    percent = figure(invention.resolution_percent)
    fields = {key: inline(getattr(invention, key)) for key in _TEXTS} | {
        "question_ids": id_list(invention.question_ids),
        "solution_names": write_names(invention.solution_names),
        "pattern": _PATTERNS(invention.pattern, locale),
        "point_of_view": VIEWS.spell(invention.point_of_view, locale, inline),
        "data_loop": inline(invention.data_loop),
        "resolution_percent": assumed(f"{percent} %", True, locale),
        "difficulty": figure(invention.difficulty),
        "score": figure(invention.score),
    }
    if invention.stated_difficulty is not None:
        fields["stated_difficulty"] = figure(invention.stated_difficulty)
    if invention.grows_from:
        fields["grows_from"] = id_list([invention.grows_from])
    fields |= {key: inline(getattr(invention, key)) for key in _IF_ANY if getattr(invention, key)}
    return section(readable(heading, reads_back, inline), labelled(LABELS, locale, fields))


def _read(identifier: str, name: str, values: dict[str, list[Value]], locale: Locale) -> Invention:
    numbers = {key: _number(values, key, locale) for key in _NUMBERS}
    stated = numbers["stated_difficulty"]
    written = {key: " ".join(value.written for value in found) for key, found in values.items()}
    pattern = read_choice(
        _PATTERNS,
        written.get("pattern", ""),
        locale,
        line=next((value.number for value in values.get("pattern", [])), 0),
        field=LABELS("pattern", locale),
        default="other",
    )
    return Invention.model_validate(
        {
            "id": identifier,
            "name": name,
            **{key: text_of(values, key) for key in _TEXTS},
            "question_ids": read_id_list(written.get("question_ids", "")),
            "solution_names": read_names(written.get("solution_names", "")),
            "pattern": pattern,
            "point_of_view": VIEWS.unspell(written.get("point_of_view", "")),
            "data_loop": text_of(values, "data_loop"),
            "resolution_percent": numbers["resolution_percent"] or 0,
            "difficulty": int(numbers["difficulty"] or 0),
            "stated_difficulty": None if stated is None else int(stated),
            "score": numbers["score"] or 0,
            "grows_from": next((read_id(value.written) for value in values.get("grows_from", [])), ""),
            **{key: text_of(values, key) for key in _IF_ANY},
        }
    )


def _number(values: dict[str, list[Value]], key: str, locale: Locale) -> float | None:
    for value in values.get(key, []):
        written = read_assumed(value.written)[0]
        field = LABELS(key, locale)
        return read_number(written, locale, line=value.number, field=field, default=0, example="60")
    return None
