"""How the script for customers outside speaks. The braces are filled by `customer_script`."""

from dataclasses import dataclass

from mlew.domain.base import Locale

Scene = tuple[str, str, str]
"""The moderator's words, the task, and what counts as done."""


@dataclass(frozen=True)
class CustomerScriptWords:
    """One language. `consent` … `trouble`: scenes; `date`, `order`: the request that tests the decision."""

    purpose: str
    greeting: str
    consent: Scene
    today: Scene
    once_more: Scene
    first: Scene
    on: Scene
    further: Scene
    last: Scene
    trouble: Scene
    watch: tuple[str, ...]
    watch_consent: tuple[str, ...]
    watch_today: tuple[str, ...]
    stuck: str
    tester: tuple[str, ...]
    field: str
    fields: tuple[str, ...]
    interview: tuple[str, ...]
    no_selling: str
    asked: str
    date: str
    order: str
    declined: str
    rule: str
    follow_up: str
    invitation: str
    comma: str


WORDS: dict[Locale, CustomerScriptWords] = {
    "ja": CustomerScriptWords(
        purpose="「{service}」の試作品で、社外のお客様の手間がなくなるか（課題解決）と、今のやり方を変えると決めてくださるか（行動変化）を、お一人{minutes}分で確かめる。結果は②ファンの獲得の合否に使う。",
        greeting="本日はお忙しい中、お時間をいただき、ありがとうございます。どうぞ楽になさってください。",
        consent=(
            "これからお見せするのは、まだ世に出ていない試作品です。確かめたいのは試作品であって、お客様ではありません。画面の操作とお話の内容を書き留め、良くするためだけに使います。お名前は残しません。いつでもおやめいただけます。始めてもよろしいでしょうか。",
            "説明を聞いて、始めてよいかを答えていただく",
            "始めてよいと、ご本人が言葉で答えた",
        ),
        today=(
            "その前に、いちばん最近、同じことをなさったときのことを教えてください。何から始めて、どうなさいましたか。",
            "直近の一回を、順を追って話すか、実際にやって見せていただく：{situation}",
            "始まりから終わりまでの順番と、かかった時間を書き留めた",
        ),
        once_more=(
            "今のお話の中で、いちばん時間がかかったところを、もう一度ゆっくり見せていただけますか。",
            "いちばん時間のかかるところを、いつもの道具でやって見せていただく",
            "その部分だけの時間を計り終えた",
        ),
        first=(
            "では、場面を想像してください。{situation}です。ここから、思ったことを声に出しながら、お好きなように進めてください。",
            "画面の案内だけを頼りに始めていただく：{step}",
            "助けを借りずに、この手順を終える：{step}",
        ),
        on=(
            "続けてお願いします。今、何をご覧になって、どうお感じですか。30秒ほど、こちらからは何も申し上げません。",
            "ご自分のやり方で続けていただく：{step}",
            "助けを借りずに、この手順を終える：{step}",
        ),
        further=(
            "次は、どうなると思われますか。思われたとおりに進めてみてください。",
            "ご自分のやり方で続けていただく：{step}",
            "助けを借りずに、この手順を終える：{step}",
        ),
        last=(
            "終わったと思われたところで、教えてください。",
            "最後まで進めていただく：{step}",
            "助けを借りずに最後までたどり着き、ご自分から「終わった」と言う：{step}",
        ),
        trouble=(
            "今度は、思ったとおりに進まなかったとします。どうなさいますか。",
            "うまくいかない流れを通っていただく：{step}",
            "続ける道かやめる道を、ご自分で見つけた：{step}",
        ),
        watch=(
            "どこで手が止まり、何秒そのままだったか",
            "前の画面に戻った回数と、その直前に見ていたもの",
            "声に出した言葉（良い言葉も悪い言葉もそのまま）",
        ),
        watch_consent=("始める前に尋ねられたこと", "断りたい記録があるか"),
        watch_today=(
            "使う道具と、その順番",
            "時間のかかった所、やり直した所",
            "そのままの言葉（困りごと、あきらめていること）",
        ),
        stuck="社内のテストで「{voice}」という声が出た所で、同じように止まるか",
        tester=("試した方の記号（お名前は書かない）と立場", "どのように知り合ったか", "開始と終了の時刻"),
        field="{id}：{statement} → 値",
        fields=(
            "最後までたどり着いたか、つまずいた所はどこか",
            "今のやり方でかかった時間",
            "そのままの発言（三つまで）",
            "差し出していただけたもの（日程、紹介、申込、代金、なし）",
        ),
        interview=(
            "今のやり方と比べて、なくなった手間と、増えた手間はありますか。",
            "次に同じことをなさるのはいつですか。そのとき、何の代わりに「{service}」をお使いになりますか。",
            "プレスリリースの料金をお見せします。この金額を、どなたと相談してお決めになりますか。",
            "お使いにならないとしたら、何が理由になりそうですか。",
        ),
        no_selling="（説明や言い訳をせずに聞く）いちばん気になったところを、もう少し詳しく教えてください。",
        asked="（参加者からの依頼で聞く）{comment}",
        date="お使いになりたいと思われたら、次にお時間をいただける日を、今ここで決めさせていただけますか。",
        order="お使いになりたいと思われたら、この申込書に、今ここでお名前と始める日を書いていただけますか。",
        declined="（断られたら一度だけ）差し支えなければ、見送られる理由を一つだけ教えてください。",
        rule="一度でも操作を教えたら、その場面は「達成せず」とする。最後の手順まで助けなしで終えたら課題解決、お願いに応じてくださったら行動変化とし、基準（{checks}）ごとに記録用紙の値で判定する。途中でやめた方も人数に入れる。返事を持ち帰った方は一週間待ち、それまでに返事がなければ「応じなかった」とする。",
        follow_up="その日のうちに営業がお礼を送り、観察役が記録を入力する。必要な人数がそろったら、三営業日以内の会議で先に決めた基準と比べ、プロダクトマネージャーが続ける、変える、やめるを決める。",
        invitation="{situation}のお困りごとについて、お話を伺わせてください。お時間は{minutes}分です。開発中の試作品をお一人で触っていただき、感じたことをお話しいただきます。操作とお話は書き留めますが、お名前は残さず、試作品を良くするためだけに使い、終わったら消します。販売のお願いではありません。",
        comma="、",
    ),
    "en": CustomerScriptWords(
        purpose="With the mock of {service}, find out in {minutes} minutes a customer whether the effort is gone for people outside (problem solved) and whether they decide to change their way (behaviour change). The results decide ② winning fans.",
        greeting="Thank you very much for your time today. Please make yourself comfortable. ",
        consent=(
            "What I am going to show you is a mock that is not on the market. The mock is on trial, not you. We write down what you do and say, use it for nothing but to improve the mock, and keep no names. You may stop at any time. May we begin?",
            "Listens, and says whether to begin",
            "Has said in so many words that we may begin",
        ),
        today=(
            "Before that, please think of the last time you did this. What did you begin with, and what came next?",
            "Tells the last time step by step, or shows it: {situation}",
            "Order and time from beginning to end are written down",
        ),
        once_more=(
            "Which part of this took longest? Could you show me that part once more, slowly?",
            "Does the longest part with the usual tools",
            "The time of that part is taken",
        ),
        first=(
            "Now imagine this: {situation}. From here on, please go ahead as you like, and say aloud what you think.",
            "Begins with nothing but what the screen says: {step}",
            "Finishes this step without help: {step}",
        ),
        on=(
            "Please go on. What do you see, and what do you make of it? I will be silent for about 30 seconds.",
            "Goes on in their own way: {step}",
            "Finishes this step without help: {step}",
        ),
        further=(
            "What do you expect to happen next? Please go ahead the way you would.",
            "Goes on in their own way: {step}",
            "Finishes this step without help: {step}",
        ),
        last=(
            "Please tell me when you think you have finished.",
            "Goes on to the end: {step}",
            "Gets to the end without help and says so unasked: {step}",
        ),
        trouble=(
            "Suppose it does not go the way you want this time. What do you do?",
            "Goes through what happens when it goes wrong: {step}",
            "Finds the way on, or the way out, without help: {step}",
        ),
        watch=(
            "Where the hand stops, and for how many seconds",
            "How often the customer goes back, and what they looked at just before",
            "Words said aloud, good or bad, as they were said",
        ),
        watch_consent=("What they ask before they begin", "Whether there is anything that must not be recorded"),
        watch_today=(
            "Tools, and the order in which they are used",
            "What takes long or is done twice",
            "Their very words on what troubles them or what they have given up",
        ),
        stuck="Whether they stop where a tester inside said “{voice}”",
        tester=("Customer (code, no name) and situation", "How contact was made", "Start and end time"),
        field="{id}: {statement} → value",
        fields=(
            "Reached the end or not, and where they got stuck",
            "Time that today's way took",
            "Up to three remarks, word for word",
            "What they gave (a date, an introduction, an order, money, nothing)",
        ),
        interview=(
            "Compared with today's way, which effort is gone, and which is new?",
            "When will you do this next, and instead of what would you use {service} then?",
            "This is the price in the press release. With whom would you decide on it?",
            "If you do not use it, what will be the reason?",
        ),
        no_selling="(Ask without explaining anything) Tell me more about what bothered you most.",
        asked="(Asked for by participants) {comment}",
        date="If you want to use it, may we fix the next date here and now?",
        order="If you want to use it, would you put your name and a starting date on this order here and now?",
        declined="(If they decline, once) If you do not mind: what is the one reason?",
        rule="If an action is explained even once, the scene counts as not done. Last step reached without help = problem solved; request granted = behaviour change. Each criterion ({checks}) is judged by the value on the sheet. Those who stop count. Who takes the answer home has one week; after that it counts as declined.",
        follow_up="On the same day sales says thank you and the observer enters the records. Once enough customers have tried it, a meeting within three working days compares them with the criteria set beforehand, and the product manager decides to go on, change or stop.",
        invitation="We would like to learn how you deal with this: {situation}. It takes {minutes} minutes. You try an unfinished mock by yourself and tell us what you think. We write down what you do and say without your name, use it for nothing but to improve the mock, and delete it afterwards. We do not sell anything.",
        comma=", ",
    ),
}
