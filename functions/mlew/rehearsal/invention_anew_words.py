"""How an invention tells what it takes from the former one."""

from dataclasses import dataclass

from mlew.domain.base import Locale


@dataclass(frozen=True)
class AnewWords:
    """`{voice}`: a quoted voice; `{id}`: of the former invention; `{name}`, `{how}`: of a solution."""

    name: str
    kept: str
    left_out: str
    unheard: str
    joins: str
    answers: str
    built: str
    data_loop: str
    between: str


WORDS: dict[Locale, AnewWords] = {
    "ja": AnewWords(
        name="{name}＋{solution}",
        kept="{id} のうち、{voice}という声があった部分を残した。",
        left_out="{id} のうち、{voice}という声につながった部分は捨てた。",
        unheard="何が足りなかったかを言った人はまだいないため、入口だけを広げた。",
        joins="そこに「{name}」（{how}）を加える。",
        answers="{voice}という声には、始める前に見本を見せ、途中でいつでもやめられるようにして応える。",
        built="「{name}」の部分の作り方：{how}。",
        data_loop="使われた結果と直された所が残り、次に出す案がその人のやり方に近づく。",
        between="",
    ),
    "en": AnewWords(
        name="{name} with {solution}",
        kept="Of {id}, the part was kept of which somebody said {voice}.",
        left_out="Of {id}, the part was left out that led to {voice}.",
        unheard="Nobody has said yet what was lacking, so only the way in was widened.",
        joins="“{name}” is added to it ({how}).",
        answers="To {voice} it answers with a sample before the start, and people can stop at any point.",
        built="The part of “{name}” is made of this: {how}.",
        data_loop="It keeps what was used and what was corrected, so that the next proposal is nearer to how this customer works.",
        between=" ",
    ),
}
