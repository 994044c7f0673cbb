"""How a journey speaks: segment, trigger, names of stages, insights."""

import re
from collections.abc import Sequence

from mlew.domain.base import Locale
from mlew.domain.customer import CustomerSheet
from mlew.domain.journey import StageDraft
from mlew.domain.quantity import parse_quantity
from mlew.rehearsal import verbs_en
from mlew.rehearsal.amounts import minutes, write_minutes
from mlew.rehearsal.language import capital, phrase, quote, sentence, shorten
from mlew.rehearsal.moment import Moment
from mlew.rehearsal.phrase import Phrase
from mlew.rehearsal.prose import described, sentences, wish

_WORDS_JA = re.compile(r"(?!電話|連絡|確認|作成|準備|毎日|当日|前日|時間|自分|相手)[一-龥々ァ-ヴー]{2,}")
_WORDS_EN = re.compile(r"[a-z]{4,}")
_AIM_JA = re.compile(r"(?:^|。)([^。]+)ことを目指している")
_AIM_EN = re.compile(r"the aim: to (.+?)\.(?:\s|$)")
_MOST_TRAITS = 4
_SHORT = 18
_NO_THING = frozenset(
    [
        "each", "with", "from", "into", "them", "that", "this", "when", "then", "what", "which", "their", "they",
        "have", "more", "after", "before", "every", "about", "some", "week", "month", "year", "hour", "hours",
        "minutes", "times"
    ]
)  # fmt: skip


def purpose_of(sheet: CustomerSheet, locale: Locale) -> Phrase | None:
    """The first purpose of the sheet, else a wish that its text names, else its sentence – not a whole story."""
    short = "" if len(sentences(sheet.summary, locale)) > 1 else sheet.summary
    raw = next((p for p in sheet.purpose if p.strip()), "") or wish(sheet, locale) or short
    return phrase(raw, locale) if raw.strip() else None


def segment(sheet: CustomerSheet, others: Sequence[CustomerSheet], locale: Locale) -> str:
    """Which customers, in one sentence; customers of other sheets are named after it."""
    who, traits = (
        sheet.title.strip(),
        [t.strip().rstrip("。.") for t in sheet.attributes or described(sheet, locale) if t.strip()],
    )
    if not who and traits:
        who, traits = traits[0], traits[1:]
    traits = traits[:_MOST_TRAITS]
    purpose = purpose_of(sheet, locale)
    also = [o.title or o.summary for o in others if (o.title or o.summary).strip()]
    if locale == "ja":
        who = who or (f"{sheet.product}の顧客" if sheet.product else "この製品の顧客")
        known = f"{who}（{'、'.join(traits)}）" if traits else who
        text = f"{known}。{purpose.goal}ことを目指している。" if purpose else f"{known}。"
        return text + (f"ほかに、{'、'.join(also)}もいる。" if also else "")
    who = who or (f"Customers of {sheet.product}" if sheet.product else "Customers of this product")
    known = f"{who} ({'; '.join(traits)})" if traits else who
    text = f"{known} – the aim: to {purpose.goal}." if purpose else f"{known}."
    return text + (f" Others: {'; '.join(also)}." if also else "")


def aim_of(written: str, locale: Locale) -> str:
    """The aim that a segment names, plain form; "" if it was rewritten and names none in these words."""
    found = (_AIM_JA if locale == "ja" else _AIM_EN).search(written)
    return found[1] if found else ""


def trigger(sheet: CustomerSheet, first: Moment, locale: Locale) -> str:
    """What makes the journey start."""
    purpose = purpose_of(sheet, locale)
    if locale == "ja":
        start = f"{first.phrase.brief}必要が出てくる。"
        return start + (f"背景には、{purpose.goal}という願いがある。" if purpose else "")
    start = f"It is time to {first.phrase.brief} again."
    return start + (f" Behind it is the wish to {purpose.goal}." if purpose else "")


def stage_name(group: Sequence[Moment], taken: Sequence[str], locale: Locale) -> str:
    """Short, in the customer's words, and not used yet."""
    lead = next((m for m in group if m.said), group[0])
    if locale == "ja":
        topic = lead.phrase.topic
        options = [f"{topic}：{lead.activity.words.name}" if topic else lead.activity.words.name]
        options.insert(int(len(lead.phrase.brief) > _SHORT), lead.phrase.brief)
    else:
        options = [capital(lead.phrase.brief), f"{lead.activity.words.name}: {lead.phrase.topic or lead.phrase.brief}"]
    for option in (shorten(o, 40) for o in options):
        if option.strip() and option not in taken:
            return option
    return shorten(f"{options[0]} ({len(taken) + 1})", 48)


def told(template: str, near: Moment, locale: Locale, *, again: int = 0) -> str:
    """A companion action about what `near` is about; "" if it needs a topic and there is none."""
    topic = near.phrase.topic
    if again:
        quoted = quote(shorten(near.text, 30), locale)
        return f"{quoted}を見直す（{again}）" if locale == "ja" else f"Go over {quoted} again ({again})"
    if "{x}" in template and not topic:
        return ""
    if locale == "ja":
        return template.replace("{x}", topic)
    text = template.replace("{x}", f"the {topic}" if topic.split()[:1] != ["the"] else topic)
    third = any(verbs_en.is_third_person(word.strip(",.;")) for word in near.text.split()[:5])
    return verbs_en.third_person_phrase(text) if third else text


def insights(
    sheet: CustomerSheet, moments: Sequence[Moment], stages: Sequence[StageDraft], locale: Locale
) -> list[str]:
    """Where the time goes, what contradicts the purpose, what is handled twice."""
    times = [_minutes(a.resources[0].amount) for s in stages for a in s.actions]
    total = sum(times)
    found: list[str] = []
    idle = sum(t for t, m in zip(times, moments, strict=True) if m.activity.idle)
    heaviest = max(zip(times, moments, strict=True), key=lambda pair: (pair[1].activity.idle, pair[1].said, pair[0]))[1]
    purpose = purpose_of(sheet, locale)
    whole, share = write_minutes(round(total), round(total), locale), round(100 * idle / total) if total else 0
    if locale == "ja":
        if share >= 10:
            found.append(
                f"一連の行動に合計で約{whole}かかり、そのうち約{share}%は待つ、探す、写す、確かめるといった手間である（仮定を含む）。"
            )
        else:
            found.append(f"一連の行動に合計で約{whole}かかるが、どの行動にも減らす目標がない（仮定を含む）。")
        if purpose:
            found.append(
                f"{purpose.goal}ことを目指しているのに、{heaviest.phrase.brief}あいだは、そこに一歩も近づいていない。"
            )
        found += [
            f"{quote(a, locale)}と{quote(b, locale)}で、同じ「{x}」を二度扱っている。"
            for a, b, x in _twice(moments, locale)
        ]
        found += [
            f"{quote(shorten(t, 40), locale)}という顧客にとって、{heaviest.activity.words.hindrance}ことは、周りが思うより重い。"
            for t in sheet.attributes[-1:]
        ]
        return found
    if share >= 10:
        found.append(
            f"The whole takes about {whole}, and some {share} % of it goes into waiting, searching, copying and checking (partly assumed)."
        )
    else:
        found.append(f"The whole takes about {whole}, yet nobody has ever set a target for it (partly assumed).")
    if purpose:
        found.append(
            f"The aim is to {purpose.goal}, yet {verbs_en.gerund_phrase(heaviest.phrase.brief)} does not bring it one step nearer."
        )
    found += [
        sentence(f"{quote(a, locale)} and {quote(b, locale)} handle the same {x} twice", locale)
        for a, b, x in _twice(moments, locale)
    ]
    found += [
        f"For a customer who is described as {quote(shorten(t, 60), locale)}, {heaviest.activity.words.hindrance} weighs more than others think."
        for t in sheet.attributes[-1:]
    ]
    return found


def _twice(moments: Sequence[Moment], locale: Locale) -> list[tuple[str, str, str]]:
    """The first two of the customer's own actions that handle the same thing."""
    pattern = _WORDS_JA if locale == "ja" else _WORDS_EN
    said = [m for m in moments if m.said]
    for i, one in enumerate(said):
        for other in said[i + 1 :]:
            a, b = (pattern.findall(m.text.lower()) for m in (one, other))
            shared = [w for w in a if w in b and w not in _NO_THING and verbs_en.base_of(w) is None]
            if shared:
                return [(shorten(one.text, 40), shorten(other.text, 40), max(shared, key=len))]
    return []


def _minutes(amount: str) -> float:
    quantity = parse_quantity(amount)
    return minutes(quantity) if quantity else 0.0
