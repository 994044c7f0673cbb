"""What a model is told of the result of an earlier round of the edition."""

from mlew.domain.base import Locale

_EARLIER: dict[Locale, str] = {
    "ja": "これは前の回の結果です。終わったこと、決まったこと、人が直した数字は、書き直さなくてもそのまま残ります。"
    "それ以外は、今回の資料に合わせて見直してください。",
    "en": "This is the result of an earlier round. What is finished or settled there, and figures that people "
    "corrected, stay without being written again. Look at all else anew, by today's material.",
}
_TASKS: dict[Locale, str] = {
    "ja": "終わっていない仕事は、書かなければそのまま計画に残ります。続ける仕事は、まったく同じ名前で"
    "もう一度書いてください。別の名前で書くと、同じ仕事が二つになります。",
    "en": "Open tasks that you leave out stay in the plan as they are. Write those that go on again, under exactly the "
    "same title: under another one they would stand there twice.",
}


def of_earlier_round(before: str, locale: Locale) -> dict[str, str]:
    """The input `previous` of a definition where nobody sent anything back."""
    return {"previous": f"{_EARLIER[locale]}\n\n{before}"}


def of_earlier_plan(before: str, locale: Locale) -> dict[str, str]:
    """The same, where open tasks stay whatever is written."""
    return of_earlier_round(f"{_TASKS[locale]}\n\n{before}", locale)
