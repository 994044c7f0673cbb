"""The press release with its FAQ, and back."""

from collections.abc import Collection, Sequence

from mlew.documents.block import block
from mlew.documents.bullets import labelled, read_bullets, read_labelled, text_of
from mlew.documents.choice import read_choice
from mlew.documents.columns import columns, read_columns
from mlew.documents.defect import defect
from mlew.documents.faq import read_faq, write_faq
from mlew.documents.ids import id_list, read_id
from mlew.documents.inline import EMPTY, Encoder, cell, decode, inline, item, items, joined, readable
from mlew.documents.page import Page, document, section
from mlew.documents.words import OTHER, Words
from mlew.domain.base import Locale
from mlew.domain.course import Course
from mlew.domain.press_release import Comment, Message, PressRelease, Proof, Step

TITLES = Words(
    title=("プレスリリース", "Press release"),
    message=("お客様へのメッセージ", "Message to customers", "メッセージ", "message"),
    steps=("体験のステップ", "Steps of the experience", "体験の流れ", "steps"),
    faq=("お客様からのよくある質問", "Customer FAQ", "よくある質問", "FAQ"),
    proof=("効果は実証されたか", "Is the effect proven?"),
    provider=("提供者からのメッセージ", "Message from the provider"),
    internal_faq=("社内からのよくある質問", "Internal FAQ", "社内 FAQ"),
    comments=("レビューのコメント", "Comments of reviewers", "コメント", "comments"),
    authors=("書いた人", "Authors"),
    other=OTHER,
)
_INTRO = Words(pair=("ペア", "Pair"), invention=("もとの発明", "Invention"))
_MESSAGE = Words(
    headline=("見出し", "Headline"),
    release_date=("発表日", "Date"),
    company=("会社", "Company"),
    service=("サービス", "Service", "サービス名"),
    first_place=("最初に出会う場所", "First place where a customer meets it", "first place"),
    who_and_when=("誰が、どんなときに", "Who and when"),
    now_possible=("これからできること", "What is now possible"),
    norm_changed=("変わる当たり前", "The norm it changes"),
    effect=("効果", "Effect"),
)
_ABNORMAL = Words(abnormal=("うまくいかないとき", "abnormal", "異常系"))
_COMMENT = Words(
    section=("箇所", "Section"),
    author=("書いた人", "Author"),
    text=("コメント", "Comment"),
    becomes_faq=("FAQ にする", "Becomes FAQ"),
)
_YES_NO = Words(yes=("はい", "yes", "○", "true"), no=("いいえ", "no", "×", "false"))
_PROOF = Words(
    criterion=("番号", "Id"),
    statement=("合格の条件", "Criterion"),
    value=("値と人数", "Value and sample"),
    line=("合格ライン", "Line to cross"),
    outcome=("結果", "Result"),
)
_AUTHORS = Words(section=("箇所", "Section"), authors=("書いた人（順に）", "Authors in order", "書いた人", "authors"))


def render(release: PressRelease, locale: Locale) -> str:
    """Markdown; sections of the improvement edition appear once they hold something."""
    comments = [_comment_row(comment, locale) for comment in release.comments]
    proof = [{key: cell(text) for key, text in entry} for entry in release.proof]
    authors = [
        {"section": TITLES.spell(name, locale, cell) or EMPTY, "authors": joined(map(item, people))}
        for name, people in release.authors.items()
    ]
    return document(
        f"# {TITLES('title', locale)}",
        labelled(
            _INTRO,
            locale,
            {"pair": inline(release.pair), "invention": id_list([release.invention] if release.invention else [])},
        ),
        section(
            TITLES("message", locale),
            labelled(_MESSAGE, locale, {key: inline(text) for key, text in release.message}),
        ),
        section(TITLES("steps", locale), _write_steps(release.steps, locale)),
        section(TITLES("faq", locale), write_faq(release.faq, TITLES, locale)),
        section(TITLES("proof", locale), columns(_PROOF, tuple(Proof.model_fields), proof, locale) if proof else ""),
        section(TITLES("provider", locale), block(release.provider, TITLES)),
        section(TITLES("internal_faq", locale), write_faq(release.internal_faq, TITLES, locale)),
        section(
            TITLES("comments", locale),
            columns(_COMMENT, ("section", "author", "text", "becomes_faq"), comments, locale) if comments else "",
        ),
        section(
            TITLES("authors", locale), columns(_AUTHORS, ("section", "authors"), authors, locale) if authors else ""
        ),
        section(TITLES("other", locale), block(release.extra, TITLES)),
    )


def parse(text: str, locale: Locale, *, taken: Collection[str] = ()) -> PressRelease:  # noqa: ARG001 - nothing is numbered
    """The press release of an edited document. Raises InputError naming the line."""
    page = Page(text, locale, TITLES)
    intro, rest = read_labelled(page.lines("title"), _INTRO)
    page.leave(rest)
    if "pair" not in intro:
        raise defect(locale, "no-label", 0, label=_INTRO("pair", locale))
    message, rest = read_labelled(page.lines("message"), _MESSAGE)
    page.leave(rest)
    authors = read_columns(page, "authors", _AUTHORS, ("section", "authors"), optional=True)
    return PressRelease(
        pair=text_of(intro, "pair"),
        invention=next((read_id(value.written) for value in intro.get("invention", [])), ""),
        message=Message.model_validate({key: text_of(message, key) for key in Message.model_fields}),
        steps=tuple(_read_step(value.written) for value in read_bullets(page.lines("steps"))),
        faq=read_faq(page, "faq"),
        proof=tuple(
            Proof.model_validate({key: row.text(key) for key in Proof.model_fields})
            for row in read_columns(page, "proof", _PROOF, ("criterion", "value"), optional=True)
        ),
        provider=page.text(page.lines("provider")),
        internal_faq=read_faq(page, "internal_faq"),
        comments=_read_comments(page),
        authors={
            TITLES.unspell(row.written("section")): tuple(map(decode, items(row.written("authors")))) for row in authors
        },
        extra=page.extra(),
    )


def _write_steps(steps: Sequence[Step], locale: Locale) -> str:
    return "\n".join(f"{number}. {_write_step(step, locale)}" for number, step in enumerate(steps, 1))


def _write_step(step: Step, locale: Locale) -> str:
    mark = _ABNORMAL("abnormal", locale)
    prefix = "" if step.course == "normal" else f"【{mark}】" if locale == "ja" else f"[{mark}] "

    def write(encode: Encoder) -> str:
        return prefix + encode(step.text) or EMPTY

    return readable(write, lambda written: _read_step(written) == step, inline)


def _read_step(written: str) -> Step:
    course: Course = "normal"
    for opening, closing in (("【", "】"), ("[", "]"), ("［", "］"), ("（", "）"), ("(", ")")):
        mark, found, rest = written.strip().removeprefix(opening).partition(closing)
        if written.strip().startswith(opening) and found and _ABNORMAL.key(mark):
            course, written = "abnormal", rest
            break
    return Step(course=course, text=decode(written))


def _comment_row(comment: Comment, locale: Locale) -> dict[str, str]:
    return {
        "section": TITLES.spell(comment.section, locale, cell),
        "author": cell(comment.author),
        "text": cell(comment.text),
        "becomes_faq": _YES_NO("yes" if comment.becomes_faq else "no", locale),
    }


def _read_comments(page: Page) -> tuple[Comment, ...]:
    field = _COMMENT("becomes_faq", page.locale)
    return tuple(
        Comment(
            section=TITLES.unspell(row.written("section")),
            author=row.text("author"),
            text=row.text("text"),
            becomes_faq=read_choice(
                _YES_NO, row.written("becomes_faq"), page.locale, line=row.number, field=field, default="no"
            )
            == "yes",
        )
        for row in read_columns(page, "comments", _COMMENT, ("section", "text"), optional=True)
    )
