"""What voices are recognised by as being for or against, and the sentences about a theme, in both languages."""

import re
from dataclasses import dataclass

from mlew.domain.base import Locale


@dataclass(frozen=True)
class ThemeWords:
    """`deeds`: more than politeness; `missing`: what never happens by what somebody says."""

    for_: re.Pattern[str]
    against: re.Pattern[str]
    deeds: re.Pattern[str]
    missing: re.Pattern[str]
    name: str
    single: str
    summary: str
    one: str


WORDS: dict[Locale, ThemeWords] = {
    "ja": ThemeWords(
        for_=re.compile(r"便利|助か|使いたい|使ってみたい|欲しい|ほしい|良い|よい|いいと|うれし|嬉し|楽に|早く|速く|安心|分かりやす|わかりやす|簡単|続けたい|払"),
        against=re.compile(r"不安|困|気にな|面倒|難し|むずかし|分から|わから|使わない|要らない|いらない|いまのまま|今のまま|ままで(?:よい|良い|いい|十分)|遅|高い|嫌|心配|怖|できない|できなかった|迷|足りな|不便|ない方|入りきら"),
        deeds=re.compile(r"使いたい|使ってみたい|欲しい|ほしい|続けたい|払|やめ|試し|明日から|導入"),
        missing=re.compile(r"(?:ほとんど|めったに|普段は|ふだんは|実際は|そもそも|もう).*(?:ない|ません)|(?:して|やって|見て|使って)い(?:ない|ません)|先に"),
        name="「{quote}」という声",
        single="「{quote}」という一人の声",
        summary="{all} 件中 {count} 件がこのことを話している。たとえば「{quote}」。",
        one="{all} 件中 1 件の声。「{quote}」。",
    ),
    "en": ThemeWords(
        for_=re.compile(r"\b(?:handy|help\w*|would use|want\w*|love\w*|like it|good|great|easy|easier|fast\w*|quick\w*|relie\w*|clear\w*|pay|saves?|useful)\b", re.IGNORECASE),
        against=re.compile(r"\b(?:worr\w*|afraid|trouble\w*|difficult|hard|confus\w*|would not|wouldn't|won't|don't need|no need|as it is|slow\w*|expensive|too|cannot|can't|couldn't|lost|missing|annoy\w*|unclear|not)\b", re.IGNORECASE),
        deeds=re.compile(r"\b(?:would use|want\w*|pay|tomorrow|stop\w*|tried|buy)\b", re.IGNORECASE),
        missing=re.compile(r"\b(?:never|hardly|nobody|no one|we do not|we don't|they don't|in fact|actually|instead|before that)\b", re.IGNORECASE),
        name="“{quote}”",
        single="One voice: “{quote}”",
        summary="{count} of {all} speak of this, such as “{quote}”.",
        one="1 of {all}: “{quote}”.",
    ),
}  # fmt: skip
