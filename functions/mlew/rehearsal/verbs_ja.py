"""Forms of Japanese verbs, at the end of a clause: enough to join a customer's own words into sentences.

Works on spelling alone (no dictionary of readings), so the rules are those of the written language:
which kana stands before る, and short lists of the verbs that break the rule.
"""

import re

_ROWS = {"う": "わいえお", "く": "かきけこ", "ぐ": "がぎげご", "す": "さしせそ", "つ": "たちてと", "ぬ": "なにねの", "ぶ": "ばびべぼ", "む": "まみめも", "る": "らりれろ"}  # fmt: skip
_BY_STEM = {row[1]: ending for ending, row in _ROWS.items()}
_E_ROW = "えけげせぜてでねべめれへぺ"
_I_ROW = "いきぎしじちにびみりひぴ"
_ONE_STEP_KANJI = "見着煮似出寝経得診観居射"
_ONE_STEP_STEMS = ("見", "でき", "起き", "借り", "足り", "降り", "過ぎ", "すぎ", "用い", "閉じ", "信じ", "感じ", "生じ", "落ち", "生き", "着", "応じ", "準じ", "演じ", "論じ", "浴び", "延び", "伸び", "懲り", "下り", "い")  # fmt: skip
_FIVE_STEP_KANA = ("いじる", "ねじる", "はいる", "かえる", "混じる", "交じる", "しゃべる", "すべる", "まいる")
_U_VERBS = re.compile(
    r"(買|使|言|払|行|扱|会|もら|思|迷|合|従|手伝|補|伺|習|拾|洗|願|歌|向か|しま|雇|競|担|狙|救|食ら|整|支払|味わ)$"
)
_TSU_VERBS = re.compile(r"(待|持|立|打|経|勝|育|保|放|断)$")
_BU_VERBS = re.compile(r"(選|運|並|呼|学|結|遊|飛|喜|及|浮か)$")
_GOING_ON = re.compile(r"[てで](いる|います|おり|おります|いた|いました|おく|おきます)$")
_PAST = re.compile(r"(まし)?(?<!かっ)[ただ]$")
_SU_KANJI = "直返戻渡越逃"


def is_plain_verb(clause: str) -> bool:
    """Whether it ends in the plain form of a verb that somebody does."""
    if len(clause) < 2 or clause[-1] not in _ROWS:
        return False
    return not re.search(
        r"(である|がある|もある|はある|にある|なる|できる|すぐ|よく|まっすぐ|ならぬ|わかる|分かる|かかる|見える)$",
        clause,
    )


def plain(clause: str) -> str | None:
    """`clause` with its last verb in the plain form; None if it does not end in a verb form that can be read."""
    clause = re.sub(r"(という|といった|する)?こと$", lambda m: "する" if m[1] == "する" else "", clause)
    clause = re.sub(r"(の|ん)(です|だ)$", "", clause)
    clause = re.sub(r"たいと(?:思|考え)(?:う|っている|っています|ている|ています|ます)?$", "たい", clause)
    match = _GOING_ON.search(clause) or _PAST.search(clause)
    if match:
        return _from_te(clause, match)
    for ending in ("たいです", "たい", "ます", "ましょう"):
        if clause.endswith(ending):
            return _from_stem(clause.removesuffix(ending))
    return clause if is_plain_verb(clause) else None


def without(verb: str) -> str:
    """依頼する → 依頼せずに."""
    if verb.endswith("する"):
        return verb.removesuffix("する") + "せずに"
    return not_stem(verb) + "ずに"


def not_stem(verb: str) -> str:
    """What stands before ない: 依頼する → 依頼し, 書く → 書か, 受ける → 受け."""
    if verb.endswith("する"):
        return verb.removesuffix("する") + "し"
    if verb.endswith("来る"):
        return verb[:-1]
    return verb[:-1] if _one_step(verb) else verb[:-1] + _ROWS[verb[-1]][0]


def able(verb: str) -> str:
    """依頼する → 依頼できる, 書く → 書ける, 受ける → 受けられる."""
    if verb.endswith(("をする", "にする", "とする", "くする")):
        return verb.removesuffix("する").removesuffix("を") + ("が" if verb.endswith("をする") else "") + "できる"
    if verb.endswith("する"):
        return verb.removesuffix("する") + "できる"
    if verb.endswith("来る"):
        return verb[:-1] + "られる"
    return verb[:-1] + "られる" if _one_step(verb) else verb[:-1] + _ROWS[verb[-1]][2] + "る"


def joining(verb: str) -> str:
    """依頼する → 依頼して, 書く → 書いて, 選ぶ → 選んで."""
    if verb.endswith("する"):
        return verb.removesuffix("する") + "して"
    if verb.endswith("来る") or _one_step(verb):
        return verb[:-1] + "て"
    if verb.endswith(("行く", "いく")):
        return verb[:-1] + "って"
    ending = {"う": "って", "つ": "って", "る": "って", "む": "んで", "ぶ": "んで", "ぬ": "んで", "く": "いて", "ぐ": "いで", "す": "して"}  # fmt: skip
    return verb[:-1] + ending[verb[-1]]


def _one_step(verb: str) -> bool:
    """Whether the verb drops る (ichidan): 受ける, 見る, 借りる; not 送る, 切る."""
    if not verb.endswith("る") or verb.endswith(_FIVE_STEP_KANA):
        return False
    before = verb[-2:-1]
    if before in _E_ROW or before in _I_ROW:
        return True
    return before in _ONE_STEP_KANJI


def _from_stem(start: str) -> str | None:
    """What stood before ます or たい → plain form."""
    if not start:
        return None
    if start.endswith(_ONE_STEP_STEMS) or start[-1] in _E_ROW or start[-1] in _ONE_STEP_KANJI:
        return start + "る"
    if start[-1] == "し":
        return _su_or_suru(start[:-1])
    ending = _BY_STEM.get(start[-1])
    return start[:-1] + ending if ending else None


def _from_te(clause: str, match: re.Match[str]) -> str | None:
    """Joining or past form (with or without いる) → plain form."""
    start = clause[: match.start()]
    if match[0].startswith("まし"):
        return _from_stem(start)
    return (_from_voiced(start) if match[0][0] in "でだ" else _from_unvoiced(start)) if start else None


def _from_voiced(start: str) -> str | None:
    """読ん(で) → 読む, 運ん(で) → 運ぶ, 急い(で) → 急ぐ."""
    if start[-1] == "ん":
        return start[:-1] + ("ぶ" if _BU_VERBS.search(start[:-1]) else "む")
    return start[:-1] + "ぐ" if start[-1] == "い" else None


def _from_unvoiced(start: str) -> str | None:
    """買っ(て) → 買う, 書い(て) → 書く, 話し(て) → 話す, 受け(て) → 受ける."""
    last, rest = start[-1], start[:-1]
    if last == "し":
        return _su_or_suru(rest)
    if last == "っ" and rest.endswith("行"):
        return rest + ("う" if rest.endswith(("を行", "で行")) else "く")
    if last == "っ":
        return rest + ("う" if _U_VERBS.search(rest) else "つ" if _TSU_VERBS.search(rest) else "る")
    if last == "い" and not start.endswith(_ONE_STEP_STEMS[:-1]):
        return rest + "く"
    return start + "る" if last in _E_ROW + _I_ROW + _ONE_STEP_KANJI else None


def _su_or_suru(rest: str) -> str:
    """探(し) → 探す, 確認(し) → 確認する, 減ら(し) → 減らす, 早く(し) → 早くする."""
    if re.search(r"[をにとがはもいりき]$", rest) or not rest:
        return rest + "する"
    if rest.endswith("く"):
        return rest + ("す" if rest.endswith("なく") and not rest.endswith("少なく") else "する")
    if re.search(r"[一-龥々ァ-ヴー][一-龥々ァ-ヴー]$", rest) and rest[-1] not in _SU_KANJI:
        return rest + "する"
    if re.search(r"[ァ-ヴーA-Za-z0-9Ａ-Ｚａ-ｚ」』]$", rest):
        return rest + "する"
    return rest + "す"
