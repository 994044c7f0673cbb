"""How the market estimate speaks. The braces are filled by `market.compose_market`."""

import re
from dataclasses import dataclass

from mlew.domain.base import Locale
from mlew.domain.market_estimate import CostKind


@dataclass(frozen=True)
class MarketWords:
    """One language. `nouns`: what counts as one customer, by what the segment says; the last one is a person.

    `customers` … `costs`: who checks the figure, by when and how; `price`: the source of the price; `named`: the cost.
    """

    nouns: tuple[tuple[re.Pattern[str], str], ...]
    person: str
    customers: str
    share: str
    price: str
    price_check: str
    periods: str
    costs: str
    named: dict[CostKind, str]
    noted: str


WORDS: dict[Locale, MarketWords] = {
    "ja": MarketWords(
        nouns=(
            (re.compile(r"店|食堂|レストラン|カフェ|サロン"), "店"),
            (re.compile(r"病院|医院|診療所|歯科|クリニック"), "院"),
            (re.compile(r"施設|事業所|教室|ホーム|農園|農家"), "か所"),
            (re.compile(r"会社|企業|法人|メーカー|工場|事業者"), "社"),
        ),
        person="人",
        customers="営業が二週間以内に、業界の名簿と日ごろの取引先から「{segment}」に当てはまる数を数える。",
        share="営業が一か月以内に、すぐに声をかけられる相手 20 {noun}を挙げ、うち何{noun}が日程を決めるかで確かめる。",
        price="プレスリリースのよくある質問（料金）",
        price_check="営業が②の試行で、{service}の見積書を出して払うと答えた額を聞く。",
        periods="プロダクトマネージャーが三か月以内に、似たサービスの解約の記録から続く月数を調べる。",
        costs="プロダクトマネージャーが三週間以内に、過去の近い案件の実績と見積もりで確かめる。",
        named={
            "advertising": "{service}を知ってもらう記事、展示会、広告",
            "sales": "営業の訪問と導入の手伝い",
            "operation": "{service}を動かす設備と問い合わせ対応",
            "improvement": "使われ方に合わせた改善を続ける開発",
        },
        noted="参加者の意見「{comment}」も確かめる。",
    ),
    "en": MarketWords(
        nouns=(
            (re.compile(r"\bshop|\bstore|restaurant|\bcaf", re.IGNORECASE), "shop"),
            (re.compile(r"clinic|practice|surger|hospital", re.IGNORECASE), "practice"),
            (re.compile(r"school|farm|theatre|theater|harbour|harbor|orchard|grower", re.IGNORECASE), "site"),
            (re.compile(r"compan|\bfirm|manufactur|business|builder|operator", re.IGNORECASE), "company"),
        ),
        person="person",
        customers="Sales counts within two weeks, from directories and today's contacts, how many are like “{segment}”.",
        share="Sales names 20 whom we can approach at once, and sees within a month how many of them fix a date.",
        price="Press release, FAQ on what it costs",
        price_check="Sales hands out a quotation for {service} in the trials of ② and asks what they would pay.",
        periods="The product manager looks up within three months how long customers of similar services stay.",
        costs="The product manager checks it within three weeks against what similar projects have cost.",
        named={
            "advertising": "Articles, fairs and advertising for {service}",
            "sales": "Visits by sales and help with the first steps",
            "operation": "Running {service} and answering customers",
            "improvement": "Development that follows how it is used",
        },
        noted="Also check what a participant said: “{comment}”.",
    ),
}
