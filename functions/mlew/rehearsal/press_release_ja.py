"""How a press release reads in Japanese."""

import re
from typing import TYPE_CHECKING

from mlew.domain.press_release import FaqDraft, PressReleaseDraft
from mlew.rehearsal.amounts import write_minutes, write_money
from mlew.rehearsal.language import quote, short_name, shorten

if TYPE_CHECKING:
    from mlew.rehearsal.press_release import Story


def written(story: "Story") -> PressReleaseDraft:
    """The whole of it."""
    service = shorten(story.invention.name, 40)
    who = _who(story.segment)
    return PressReleaseDraft(
        headline=f"{who}に向けた「{service}」が登場 ── {_promise(story)}",
        release_date=story.facts.release,
        company=story.facts.company or "当社（社名は仮）",
        service=service,
        first_place=_first_place(story),
        who_and_when=f"{who}が、{_moment(story)}とき",
        now_possible=f"{story.activity.words.input}を渡すだけで、{_possible(story)}。",
        norm_changed=_norm(story),
        effect=_effect(story),
        steps=_steps(story),
        faq=_faq(story, service),
    )


def _who(segment: str) -> str:
    first = re.split(r"[（(。]", segment.strip())[0].strip()
    return shorten(first, 24) or "お客様"


def _promise(story: "Story") -> str:
    if story.second:
        return f"{shorten(story.first.brief, 24)}のと{shorten(story.second.brief, 24)}のが一度で終わる"
    return f"もう、{shorten(story.activity.words.hindrance, 30)}日々に戻らない"


def _moment(story: "Story") -> str:
    return (
        story.first.situation
        if story.second is None
        else f"{story.first.do}ところから{story.second.brief}ところまでを急ぐ"
    )


def _possible(story: "Story") -> str:
    if story.second:
        return f"{story.first.do}のと{story.second.do}のが一度で済みます"
    return f"{story.activity.words.relief}ようになります"


def _norm(story: "Story") -> str:
    if story.second:
        return f"これまで、{story.first.do}のと{story.second.do}のは、別々に行うことが当たり前でした。"
    return f"これまで、{story.first.do}には、{story.activity.words.hindrance}ことが当たり前でした。"


def _effect(story: "Story") -> str:
    if story.saved:
        each = write_minutes(round(story.minutes), round(story.minutes), "ja") if story.minutes >= 1 else "わずかな時間"
        return f"1回あたり{each}の手間が軽くなり、一人あたり年におよそ{story.saved:,}時間を取り戻せます（想定）。"
    return "これまでの手間のおよそ" + f"{story.invention.resolution_percent:g}%が減る見込みです（想定）。"


def _first_place(story: "Story") -> str:
    if story.facts.product:
        return f"「{short_name(story.facts.product, 30)}」の最初の画面にある「{shorten(story.invention.name, 24)}」のボタン"
    return f"ふだん使っているスマートフォンに届く「{shorten(story.invention.name, 24)}」の案内"


def _steps(story: "Story") -> list[str]:
    words = story.activity.words
    last = story.second.brief if story.second else story.first.brief
    known = [shorten(n, 30) for n in story.invention.solution_names[:2]]
    made = f"{'と'.join(quote(n, 'ja') for n in known)}の仕組みが働き、" if known else ""
    return [
        f"{_first_place(story)}を押して始めます。",
        f"{words.input}を入れて、「まかせる」を押します（約{story.use}分）。",
        f"{made}理由のついた案が画面に並びます。",
        "気になる所を指で押すと、その場で直せます。直した所は次から覚えています。",
        f"「これで進める」を押すと、{last}ところまで終わり、完了の知らせが届きます。",
    ]


def _faq(story: "Story", service: str) -> list[FaqDraft]:
    words = story.activity.words
    fee = write_money(story.fee, story.facts.currency)
    entries = [
        FaqDraft(
            topic="cost",
            question="料金と、使うのにかかる時間を教えてください。",
            answer=f"最初の30日は無料、その後は月額{fee}です（想定価格）。登録は約{story.set_up}分、1回の利用は約{story.use}分で終わります。",
        ),
        FaqDraft(
            topic="voices",
            question="実際に使った人は、どう言っていますか。",
            answer=f"（想像の声です。試した方の声が集まりしだい差し替えます）「これまでは『{words.feelings[0]}』と思いながら続けていました。今は{words.relief}ので、その時間を本来の仕事に使えています。」",
        ),
        FaqDraft(
            topic="difference",
            question="今あるやり方やサービスと、何が違うのですか。",
            answer=_difference(story, service),
        ),
        FaqDraft(
            topic="other",
            question="案が間違っていたときはどうなりますか。",
            answer="案がそのまま実行されることはありません。必ず確認の画面が出て、直すか、取り消すことができます。直した内容は次の案に生かされます。",
        ),
        FaqDraft(
            topic="other",
            question="渡した内容は、どう扱われますか。",
            answer="案を作ることと、あなたの次の案を良くすることだけに使います。設定の画面から、いつでもまとめて消せます。",
        ),
    ]
    if story.honest:
        entries.append(
            FaqDraft(
                topic="other",
                question="今のやり方に慣れています。変える必要はありますか。",
                answer=f"うまく回っているなら、変える必要はありません。{words.hindrance}ことが負担になった日から、その部分だけをお使いください。",
            )
        )
    entries += [
        FaqDraft(
            topic="other",
            question=comment
            if comment.endswith(("?", "？"))
            else f"{quote(shorten(comment.rstrip('。'), 80), 'ja')}という声には、どう応えますか。",
            answer=f"いただいた声を受けて、「{service}」の最初の版から取り入れます。試した方の反応を見て、さらに直します（想定）。",
        )
        for comment in story.comments
    ]
    return entries


def _difference(story: "Story", service: str) -> str:
    names = story.invention.solution_names
    if len(names) > 1:
        joined = "、".join(quote(shorten(n, 30), "ja") for n in names[:3])
        return f"{joined}は、これまで別々に使うものでした。「{service}」はそれらを一つの流れにつなぐので、{_possible(story)}。"
    return f"今あるやり方は手間の一部を軽くするだけでした。「{service}」なら、{_possible(story)}。"
