"""How milestones ② to ④ speak. The braces are filled by `milestones_ahead`."""

from dataclasses import dataclass

from mlew.domain.base import Locale


@dataclass(frozen=True)
class AheadWords:
    """One language. `…_by`: who measures; `…_how`; `…_missed`: where to go back; others: statements of criteria."""

    learned_passed: str
    learned_missed: str
    learned_voice: str
    fan_by: str
    fan_how: str
    fan_subjects: str
    outside: str
    success: str
    limit: str
    intention: str
    deed: str
    order: str
    fan_missed: str
    share_by: str
    share_how: str
    units: str
    costs: str
    multiple: str
    named: str
    bottom_up: str
    share_missed: str
    release_by: str
    release_how: str
    release_shown: str
    release_month: str
    release_missed: str
    noted: str
    minute: str
    times: str
    people: str
    comma: str
    space: str


WORDS: dict[Locale, AheadWords] = {
    "ja": AheadWords(
        learned_passed="社内で測った基準は、すべて届いた。社外でも同じ値になるかを②で確かめる。",
        learned_missed="{ids} が届いていない。直した試作品で、②でも同じ所を見る。",
        learned_voice="ためらう声「{voice}」が社外でも出るかを、②の観察に入れる。",
        fan_by="開発チームと営業（営業が約束を取り、企画と開発のペアが計測し、プロダクトマネージャーが合否を判断する）",
        fan_how="「{service}」の試作品を、営業が訪ねたお客様に一人30分ずつ試してもらう。試作品の計測値、観察の記録用紙、最後のお願いへの返事を、社内で試したときと同じ項目で記録する。",
        fan_subjects="{doing}ことを、ふだん自分でしている社外のお客様、{sample}人以上。",
        outside="知り合い、取引の都合で断れない人、開発に関わった人は数えない。",
        success="社外で試した人の{success}%以上が、助けを借りずに最後の手順までたどり着く",
        limit="社外で試した人が{doing}のにかかる時間が、一人あたり{limit}以内に収まる（観察者が計る）",
        intention="社外で試した人の{intention}%以上が、今のやり方をやめて「{service}」を使う、または買うと答える",
        deed="社外で試した人の{deed}%以上が、その場で次の日程を決めるか、担当者を紹介する",
        order="社外で試した人の{deed}%以上が、その場で申込書に名前を書くか、代金を払う",
        fan_missed="解決だけなら Define に戻って問いを広げる。決断だけなら Invent か Refine に戻る。どちらもなければ、やめるか Listen からやり直す。",
        share_by="プロダクトマネージャーと経営者（営業が数を集め、経営者が投資を判断する）",
        share_how="②の結果を使い、顧客の数 × シェア × 一定期間の単価 × 続く期間を推計して、市場競争にかかる費用と比べる。仮定の値は、営業が②の訪問の中で確かめる。",
        units="顧客は人または社、単価は一人または一社が一か月に払う額、期間は月数で書き、掛けた結果が通貨になることを確かめる。",
        costs="費用には、宣伝、販売、運用、問い合わせへの対応、改善を入れる。",
        multiple="推計が、市場競争にかかる費用の{n}倍以上になる",
        named="名前を挙げられる最初のお客様が、{named}件以上ある",
        bottom_up="シェアを、名前を挙げられる最初のお客様から積み上げた表があり、{named}件以上が並んでいる",
        share_missed="値のあやふやな順に確かめ直す。それでも届かなければ、Define に戻って顧客の広い問いを選ぶか、やめる。",
        release_by="プロダクトマネージャーと経営者",
        release_how="①から③の結果、価格、運用の体制、問い合わせの窓口を並べた表を見て判断する。出した後の一か月は、申込と解約の数を毎週見る。",
        release_shown="①から③の基準がすべて合格し、プレスリリースに書いた料金と手順のとおりに使えると、プロダクトマネージャーと経営者が認める",
        release_month="出した後の最初の一か月に、{month}件以上の申込がある",
        release_missed="足りないものを次の進捗会議で決め、日付を一度だけ改める。二度目は③に戻って投資を判断し直す。",
        noted="参加者の意見「{comment}」を反映した。",
        minute="分",
        times="倍",
        people="件",
        comma="、",
        space="",
    ),
    "en": AheadWords(
        learned_passed="All that was measured inside the company was reached; ② shows whether it is the same outside.",
        learned_missed="{ids} was not reached: ② looks at the same place again, with the improved mock.",
        learned_voice="② watches whether the hesitant voice “{voice}” is heard outside, too.",
        fan_by="Development and sales: sales makes the appointments, the pair measures, the product manager judges",
        fan_how="Customers visited by sales try the mock of {service}, one at a time, 30 minutes each. The mock's counters, the observer's sheet and the answer to the request at the end are recorded, with the same items as inside the company.",
        fan_subjects="Customers outside who have to {doing} themselves; {sample} or more.",
        outside=" Friends, people who cannot well refuse and people who had a part in building it do not count.",
        success="{success} % or more of the customers outside reach the last step without help",
        limit="It takes a customer outside at most {limit} to {doing}, timed by the observer",
        intention="{intention} % or more of the customers outside say that they would give up today's way and use or buy {service}",
        deed="{deed} % or more of the customers outside fix the next date or introduce the person in charge on the spot",
        order="{deed} % or more of the customers outside fill in an order or pay on the spot",
        fan_missed="Only solved: back to Define, for a wider question. Only decided: back to Invent or Refine. Neither: stop, or listen again.",
        share_by="Product manager and executives: sales collects the figures, executives decide on the investment",
        share_how="By the results of ②, number of customers × share × money per customer and period × periods are estimated and compared with the cost of market competition. Sales checks assumed figures during the visits of ②.",
        units=" Customers are people or companies, the price is what one of them pays a month, periods are months; the product has to come out as money.",
        costs=" The cost includes advertising, sales, operation, support and improvement.",
        multiple="The estimate is {n} times the cost of market competition or more",
        named="{named} or more first customers can be named",
        bottom_up="A table builds the share up from first customers that can be named, {named} or more of them",
        share_missed="Check the least certain figures again. If it is still missed, go back to Define for a question that more customers have, or stop.",
        release_by="Product manager and executives",
        release_how="They judge by a table of the results of ① to ③, the price, those who run it and where customers ask. In the first month after, orders and cancellations are watched every week.",
        release_shown="All criteria of ① to ③ are passed, and product manager and executives agree that it works at the price and in the steps of the press release",
        release_month="{month} or more orders come in within the first month",
        release_missed="The next progress meeting settles what is missing and moves the date once. The second time, ③ decides on the investment anew.",
        noted=" Takes up what a participant said: “{comment}”.",
        minute="min",
        times="times",
        people="customers",
        comma=", ",
        space=" ",
    ),
}
