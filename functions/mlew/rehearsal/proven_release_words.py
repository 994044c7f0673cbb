"""How the improvement edition's press release speaks. The braces are filled by `proven_release`."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from mlew.domain.base import Locale
from mlew.domain.proven_release import InternalTopic
from mlew.rehearsal.amounts import write_money


@dataclass(frozen=True)
class ProvenWords:
    """One language. `measured`, `missed`: a criterion's value; `missing` … `leave`: the abnormal course."""

    measured: str
    missed: str
    missing: str
    stuck: str
    unconvinced: str
    slow: str
    leave: str
    voices: str
    proven: str
    proof: str
    reviewer: str
    company: str
    product: str
    loss: str
    effort: str
    given: str
    why_now: str
    why_us: str
    customers: str
    means: str
    budget: str
    no_budget: str
    target: str
    internal: tuple[tuple[InternalTopic, str, str], ...]
    comma: str
    space: str
    money: Callable[[int, str], str]


WORDS: dict[Locale, ProvenWords] = {
    "ja": ProvenWords(
        measured="「{statement}」という基準に対して、前のモックを試した人の値は{value}でした。",
        missed="「{statement}」という基準に対して、前のモックを試した人の値は{value}で、まだ届いていません。",
        missing="渡した内容だけでは足りないときは、足りないものを一つだけ尋ねる画面が出ます。答えると、続きから進みます。",
        stuck="試した人が「{voice}」と話した所でつまずいたときは、理由と別のやり方が並ぶ画面に変わります。選び直すと、続きから進みます。",
        unconvinced="案に納得できないときは、理由と別のやり方が並ぶ画面に変わります。選び直すと、続きから進みます。",
        slow="答えが出るまでに時間がかかるときは、あとどれくらいかと、先に済ませておけることが画面に出ます。終わると知らせが届き、続きから進みます。",
        leave="今回はやめておきたいときは、「ここまでを残して終わる」を押します。入れた内容が残り、いつでも続きから始められます。",
        voices="モックを試した人の言葉を、そのまま載せます。ためらう声も残しています。",
        proven="効果は、どこまで確かめられていますか。",
        proof="試した人の値は、{results}です。人数が少ないため、これからも確かめ続けます。",
        reviewer="最初の版では画面の案内に沿って進めば済むようにします。試した方の反応を見て、さらに直します（想定）。",
        company="当社",
        product="今のサービス",
        loss="一人あたり年におよそ{hours}時間",
        effort="これまでの手間",
        given="{text}。",
        why_now="{hindrance}ことは、これまで人の手に頼るほかありませんでした。手元の言葉や写真をその場で読み取れるようになった今なら、{relief}ようにできます。待つあいだにも{loss}が失われ続けます（想定）。",
        why_us="{company}は「{product}」を通じて、この課題を持つお客様と日々つながっています。お客様がどこで案を直したかという記録は、使っていただくほど増え、ほかの会社がすぐには集められません。",
        customers="およそ{customers}人（仮定：今つながりのあるお客様のうち、同じ課題を持つ人を営業の名簿から数える。確かめるのは営業、②まで）",
        means="技術は「{solutions}」をつなぐ仕組み、データは直した所の記録、提携先は今の取引先を想定しています。",
        budget="資金については、{text}。",
        no_budget="資金は市場検証投資として計画で申請します。",
        target="{years}年で、{customers}人の{share}%にあたる{reached}人に使い続けていただくことを目指します（仮定）。",
        internal=(
            ("continue", "投資は、いつ、何を見て続けますか。", "三か月以内に社外のお客様5人以上に試していただき、80%以上が最後までたどり着き、50%以上が使うと決めれば続けます。どちらも届かなければ止めます。その先は、六か月以内に③の推計が費用の{n}倍以上かどうかで決めます。"),
            ("advantage", "競争優位は、何で判断しますか。", "二回目以降の利用で、お客様が案を直した回数が初回の半分以下になるかを見ます。半分以下なら、使うほど合っていく強みがあると判断します（仮定）。"),
            ("revenue", "どのくらいの期間で、どれだけの収益を見込みますか。", "{years}年後に{reached}人が月額{fee}で使い続けると、年{revenue}です（仮定）。単価、人数、続く月数は③の推計で別々に確かめます。"),
            ("partners", "提携先は必要ですか。", "モックと社外での検証は自社だけで進めます。販売と運用で手が足りなくなったときに、今の取引先に相談します（仮定）。"),
        ),
        comma="、",
        space="",
        money=partial(write_money, locale="ja"),
    ),
    "en": ProvenWords(
        measured="Measured with the former mock: “{statement}” – {value}.",
        missed="Measured with the former mock: “{statement}” – {value}, which does not reach the line yet.",
        missing="If what you gave is not enough, one question asks for just what is missing; answer it and go on from there.",
        stuck="If you get stuck where a tester said “{voice}”, the screen shows the reason and another way; choose again and go on from there.",
        unconvinced="If a proposal does not convince you, the screen shows the reason and another way; choose again and go on from there.",
        slow="If the answer takes long, the screen shows how much longer and what can be done meanwhile; a message tells you when to go on.",
        leave="If you want to stop for now, tap “Keep this and leave”: what you gave is saved, and you can go on at any time.",
        voices="These are the very words of people who tried the mock. Hesitant ones are kept.",
        proven="How far has the effect been shown?",
        proof="Values of those who tried it: {results}. They are few, so we go on measuring.",
        reviewer="In the first version it is enough to follow what the screen says. We improve it by what people tell us when they try it (expected).",
        company="our company",
        product="our present service",
        loss="about {hours} hours a year for each customer",
        effort="today's effort",
        given="{text}. ",
        why_now="So far there was no way around {hindrance}. Words and pictures can be read on the spot today, so that {relief}. By waiting, {loss} goes on being lost (expected).",
        why_us="Through {product}, {company} is in touch with customers who have this problem every day. The record of what they change grows with every use, and others cannot collect it soon.",
        customers="About {customers} (assumed: of the customers we are in touch with, those with the same problem, counted from the lists of sales; sales finds out before ②)",
        means="Technology: {solutions}, joined in one flow. Data: the record of what customers change. Partners: those we work with today (assumed).",
        budget=" Money: {text}.",
        no_budget=" Money is asked for in the plan, as market validation.",
        target="Within {years} years, {reached} customers – {share} % of {customers} – go on using it (assumed).",
        internal=(
            ("continue", "When do we go on investing, and by what?", "Within 3 months, 5 or more customers outside try it. If 80 % reach the last step and 50 % decide to use it, we go on; if neither is reached, we stop. After that, within 6 months, the estimate of ③ has to be {n} times the cost or more."),
            ("advantage", "How do we judge competitive advantage?", "From the second use on, customers change a proposal at most half as often as at first. If so, it fits better the more it is used, and others start behind (assumed)."),
            ("revenue", "Which period, and which revenue?", "In {years} years {reached} customers at {fee} a month make {revenue} a year (assumed). Price, customers and duration are checked one by one in the estimate of ③."),
            ("partners", "Do we need partners?", "Not for the mock and the tests outside. For selling and running it we ask those we work with today (assumed)."),
        ),
        comma=", ",
        space=" ",
        money=partial(write_money, locale="en"),
    ),
}  # fmt: skip
