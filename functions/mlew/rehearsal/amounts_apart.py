"""Takes times, sums and frequencies out of what somebody does: "waits 15 min at a door" is waiting at a door."""

import re
import unicodedata

from mlew.domain.base import Locale
from mlew.rehearsal.amounts import no_duration, spent

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_SPOKEN = r"(?:half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple of)"
_PERIOD = r"(?:day|week|month|year|quarter|season|night|morning|evening)"
_ABOUT = r"(?:(?:(?:about|around|some|roughly|nearly|almost|only|up to|at least|over|more than|ca\.?|~)\s+)*)"
_EACH = (
    rf"(?:\s*(?:(?:each|every)\s+(?:time|one|way|trip|visit|{_PERIOD})\b|(?:each|every)\s+\w+(?=\s*$)|each|apiece|a\s+time|(?:a|per)\s+(?:time|{_PERIOD}|\w+)\b"
    rf"|/\s*(?:wk|mo|yr|{_PERIOD})|in all|in total))?"
)
_UNIT_EN = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?|years?|yrs?"
    r"|€|\$|eur|euros?|usd|dollars?|jpy|yen)(?![a-z])"
)
_RANGE_EN = rf"{_NUMBER}(?:\s*(?:-|–|—|~|to|or)\s*{_NUMBER})?"
_ONE_EN = (
    rf"(?:[¥$€]\s*{_RANGE_EN}(?:\s*(?:-|–|to)\s*[¥$€]\s*{_NUMBER})?(?:\s*(?:k|million|thousand))?"
    rf"|(?:{_RANGE_EN}|\b{_SPOKEN})(?:\s*(?:k|million|thousand))?[\s-]*{_UNIT_EN}(?:\s+and\s+a\s+half)?)"
)
_AMOUNT_EN = re.compile(
    rf"(?:\b(?:for|in|of|at)\s+)?(?<![\w.,]){_ABOUT}(?<![\w.,]){_ONE_EN}(?:\s*(?:and|,)?\s*{_ONE_EN})*{_EACH}",
    re.IGNORECASE,
)
_OFTEN_EN = re.compile(
    rf"\b{_ABOUT}(?:(?:once|twice|thrice)|(?:{_RANGE_EN}|{_SPOKEN})\s*(?:times|time|x))"
    rf"\s*(?:(?:a|per|each|every)\s+|/\s*){_PERIOD}\b",
    re.IGNORECASE,
)
_MANY_EN = re.compile(
    rf"\b{_ABOUT}(?<![$€¥\w.,]){_RANGE_EN}\s+(?!{_UNIT_EN})(?P<kept>[a-z]+)\s*(?:(?:a|per)\s+|/\s*){_PERIOD}\b",
    re.IGNORECASE,
)
_TO_DO_EN = re.compile(rf"^(?:it |this |that )?(?:takes?|costs?|needs?)\s+(?:\w+\s+)?{_ONE_EN}\s+to\s+", re.IGNORECASE)
_COST_ONLY_EN = re.compile(
    r"^(?:and |which |it |this |that |he |she |they |all |each )*"
    r"(?P<verb>loses?|losing|costs?|costing|takes?|taking|needs?|spends?|spending|wastes?|pays?|lasts?)?"
    r"(?: (?:it|this|that|him|her|them|each|time|every|in|all|for|of|on|and))*$",
    re.IGNORECASE,
)
_COST_ONLY_JA = re.compile(
    r"^(?:を|が|も|は)?(?:失う|失って(?:いる|います)|払う|損する|損をする|使う|必要|取られる|消える|かかる|かかります|要る)[。.]?$"
)
_OUTSIDE = re.compile(r"^(?:on|at|in|for|with|to|by)\b", re.IGNORECASE)
_MONEY = re.compile(r"[¥$€]|\b(?:eur|euros?|usd|dollars?|jpy|yen)\b", re.IGNORECASE)
_WANTING_EN = re.compile(
    r"\b((?:lose|cost|spend|waste|save|need|take)s?)(?=\s+(?:(?:on|for|with|in|at|to|by|because)\b|\w+ing\b)|\s*$)",
    re.IGNORECASE,
)
_APPROX = r"(?:約|およそ|だいたい|大体|平均(?:で)?|毎回|合計(?:で)?)?\s*"
_ONCE_JA = (
    r"(?:1\s*(?:回|件|社|人|枚|本|台|通|名|着|つ|箱|食|日|週間?|[かヶヵカケ]月|年)\s*"
    r"(?:に(?:つき)?|あたり|当たり|ごとに)?\s*)?"
)
_RANGE_JA = r"\d[\d,.]*(?:\s*[~〜～\-–ー]\s*\d[\d,.]*)?\s*[十百千万億]*"
_UNIT_JA = r"(?:円|ドル|ユーロ|秒間?|分間?|時間半|時間|日間?|週間|[かヶヵカケ]月間?|年間?)"
_ONE_JA = rf"(?:[¥$€]\s*{_RANGE_JA}|{_RANGE_JA}\s*{_UNIT_JA}|(?:丸|まる)[1一]日|半日|半月|半年)"
_IN_JA = r"(?:(?:1\s*)?(?:日|週|月|年)(?:間)?(?:に|あたり)?\s*|毎[日週月年]\s*)?"
_PER_JA = r"(?:\s*/\s*(?:1\s*)?(?:日|週間?|月|年|回|件|人))?"
_ROUGH = r"(?:分(?=[のをも]))?(?:ほど|くらい|ぐらい|程度|以上|近く|前後|弱|強)?"
_AMOUNT_JA = re.compile(
    rf"(?P<until>まで)?(?P<of>[にがはと])?(?<!\d)\s*{_IN_JA}{_ONCE_JA}{_APPROX}{_ONE_JA}(?:と?\s*{_ONE_JA})*{_PER_JA}{_ROUGH}"
    r"(?:も|は)?(?P<takes>(?:を|が)?(?:かか(?:る|って?い?る?|っています|ります)(?=$|[、,。]))|を?かけて|[でのをが])?\s*"
)
_OFTEN_JA = re.compile(
    rf"(?:(?:1\s*)?(?:日|週|月|年)間?(?:に|あたり)?\s*{_APPROX}{_RANGE_JA}\s*(?:回|度)|{_APPROX}{_RANGE_JA}\s*(?:回|度)\s*/\s*(?:日|週|月|年))"
    r"(?:ほど|くらい|ぐらい|程度|以上)?(?:は|も|の)?\s*"
)
_MANY_JA = re.compile(rf"(?:1\s*)?(?:日|週|月|年)間?に\s*(?={_APPROX}{_RANGE_JA}\s*(?:件|通|本|枚|社|人|名|着))")
_LEAST_EN, _LEAST_JA = (
    re.compile(rf"[¥$€]?\s*{_NUMBER}[\s-]*{unit}|[¥$€]\s*{_NUMBER}", re.IGNORECASE) for unit in (_UNIT_EN, _UNIT_JA)
)
_MOST = 12
"""Amounts in one phrase; what holds more is a table of figures."""


def set_apart(text: str, locale: Locale) -> tuple[str, str]:
    """`text` without its amounts, and these as they were written. As it is if nothing else would be left."""
    flat = "".join(n if len(n := unicodedata.normalize("NFKC", c)) == 1 else c for c in text)
    if not re.search(r"\d|半日|丸一日|まる一日|\b(?:once|twice|half|hour|day)", flat, re.IGNORECASE):
        return text, ""
    kept, told = (_japanese if locale == "ja" else _english)(text, flat)
    for _ in range(_MOST):
        least = (_LEAST_JA if locale == "ja" else _LEAST_EN).search(no_duration(kept)) if spent(kept) else None
        if least is None:
            break
        told.append(kept[least.start() : least.end()])
        kept = _tidy(
            f"{kept[: least.start()]} {kept[least.end() :]}"
            if locale == "en"
            else kept[: least.start()] + kept[least.end() :]
        )
    if not re.search(r"[^\W\d_]{2}", kept) or kept == text:
        return text, ""
    if text[:1].isupper():
        kept = kept[:1].upper() + kept[1:]
    return kept, ("、" if locale == "ja" else "; ").join(
        dict.fromkeys(p.strip(" 、,;") for p in told if p.strip(" 、,;"))
    )


def _english(text: str, flat: str) -> tuple[str, list[str]]:
    told: list[str] = []
    kept: list[str] = []
    spoken = ""
    for start, end in _spans(flat, re.compile(r"(?<!\d)[,;]\s+|[,;]\s+(?!\d)|\s+[–—]\s+")):
        clause, shown = text[start:end], no_duration(flat[start:end])
        if lead := _TO_DO_EN.match(shown):
            told.append(clause[: lead.end()].strip().removesuffix(" to"))
            clause, shown = clause[lead.end() :], shown[lead.end() :]
        bare, found = _without(clause, shown, (_OFTEN_EN, _MANY_EN, _AMOUNT_EN))
        cost = _COST_ONLY_EN.match(bare.strip(" .,;–—")) if found else None
        if cost:
            told.append(clause.strip())
            spoken = spoken or f"{cost['verb'] or ''} {'money' if _MONEY.search(clause) else 'time'}"
            continue
        if found and _OUTSIDE.match(bare.strip()) and not _OUTSIDE.match(clause.strip()):
            bare = f"Spends time {bare.strip()}"
        told += found
        lost = "money" if _MONEY.search(" ".join(found)) else "time"
        kept.append(_WANTING_EN.sub(rf"\1 {lost}", bare, count=1) if found else clause)
    if not told:
        return text, []
    if not kept and spoken.split()[1:]:
        kept = [spoken]
    return _tidy(", ".join(k.strip(" ,;") for k in kept if k.strip(" ,;"))), told


def _japanese(text: str, flat: str) -> tuple[str, list[str]]:
    told: list[str] = []
    kept: list[str] = []
    for start, end in _spans(flat, re.compile(r"[、,](?!\d{3})")):
        clause, shown = text[start:end], no_duration(flat[start:end])
        bare, found = _without(clause, shown, (_OFTEN_JA, _MANY_JA, _AMOUNT_JA))
        told += found
        if not found or (re.search(r"[^\W\d_]{2}", bare) and not (kept and _COST_ONLY_JA.match(bare.strip()))):
            kept.append(bare)
    return "、".join(k.strip(" 、,") for k in kept if k.strip(" 、,")) if told else text, told


def _spans(flat: str, between: re.Pattern[str]) -> list[tuple[int, int]]:
    cuts = [(m.start(), m.end()) for m in between.finditer(flat)]
    return list(zip([0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(flat)], strict=True))


def _without(clause: str, shown: str, patterns: tuple[re.Pattern[str], ...]) -> tuple[str, list[str]]:
    told: list[str] = []
    for pattern in patterns:
        for match in reversed(list(pattern.finditer(shown))):
            groups = match.groupdict()
            instead = groups.get("kept") or ""
            takes = groups.get("takes") or ""
            if groups.get("until"):
                instead = "まで待つ" if "かか" in takes else "まで"
            elif groups.get("of") and "かか" not in takes:
                instead = groups["of"] or ""
            written = clause[match.start() : match.end()]
            told.insert(0, _bare(written, groups))
            gap = " " if instead.isascii() and re.search(r"[a-z]", shown, re.IGNORECASE) else ""
            clause, shown = (
                f"{whole[: match.start()]}{gap}{instead}{gap}{whole[match.end() :]}" for whole in (clause, shown)
            )
    return clause, told


def _bare(written: str, groups: dict[str, str | None]) -> str:
    """The amount without the particles around it."""
    takes, before = groups.get("takes") or "", (groups.get("until") or "") + (groups.get("of") or "")
    return written.strip().removeprefix(before).strip().removesuffix(takes).strip()


def _tidy(text: str) -> str:
    even = re.sub(r"\s+([,.;])", r"\1", " ".join(text.split()))
    even = re.sub(r"\b(?:and|or|for|of|about|each|at|in)$", "", even.strip(" ,;–—")).strip(" ,;–—")
    return re.sub(r"\s*\(\s*\)", "", even)
