"""How the script of a user test speaks. The braces are filled by `test_script.compose_test_script`."""

from dataclasses import dataclass

from mlew.domain.base import Locale


@dataclass(frozen=True)
class ScriptWords:
    """One language. `opening`, `on`, `closing`: the moderator in the first, a middle and the last scene."""

    purpose: str
    opening: str
    on: tuple[str, ...]
    closing: str
    task: str
    watch: tuple[str, ...]
    target: str
    last_target: str
    tester: str
    field: str
    fields: tuple[str, ...]
    interview: tuple[str, ...]
    asked: str
    rule: str
    follow_up: str


WORDS: dict[Locale, ScriptWords] = {
    "ja": ScriptWords(
        purpose="「{service}」の試作品で、問いにあった手間がなくなるか（課題解決）と、今のやり方を変えると決めるか（行動変化）を、一人15分で確かめる。試すのは試作品であり、試す人ではない。",
        opening="今日は、作りかけのものを試していただきます。うまくいかない所があれば、それはこちらの作りが悪い所です。場面は「{situation}」です。ふだんのつもりで、思ったことを声に出しながら始めてください。",
        on=(
            "では、続きをお願いします。今、何を見て、どう思っていますか。",
            "次は、どうなると思いますか。思ったとおりに進めてみてください。",
            "ここで手に入れたいものが見つかるか、ご自分のやり方で進めてみてください。",
        ),
        closing="最後まで済ませたいとしたら、どうしますか。終わったと思った所で、教えてください。",
        task="画面の案内だけを頼りに進める：{step}",
        watch=(
            "どこで手が止まり、何秒そのままだったか",
            "前の画面に戻った回数と、その直前に見ていたもの",
            "声に出した言葉（良い言葉も悪い言葉もそのまま）",
            "説明を読まずに飛ばした所、二度押した所",
        ),
        target="助けを借りずに、この手順を終える：{step}",
        last_target="助けを借りずに最後までたどり着き、自分から「終わった」と言う：{step}",
        tester="試した人（番号）と立場、日時",
        field="{id}：{statement} → 値",
        fields=(
            "場面ごとの開始と終了の時刻",
            "助けた回数と理由",
            "今のやり方でかかる時間（本人の申告）",
            "そのままの発言（三つまで）",
        ),
        interview=(
            "今のやり方では、同じことをどうしていますか。どれくらい時間がかかりますか。",
            "明日から使えるとしたら、「{service}」を使いますか。使わないとしたら、何が理由ですか。",
            "いくらまでなら払いますか。高いと感じるのはいくらからですか。",
            "同じ立場の人に勧めたい気持ちは、10点満点で何点ですか。なぜその点ですか。",
            "いちばん引っかかった所を一つだけ挙げてください。",
        ),
        asked="（参加者からの依頼で聞く）{comment}",
        rule="一度でも操作を教えたら、その場面は「達成せず」と記録する。迷っても30秒は黙って待つ。最後の手順まで助けなしで終えたら課題解決、使うか買うと答えたら行動変化とし、基準（{checks}）ごとに記録用紙の値で判定する。",
        follow_up="当日のうちに記録用紙をペアで見合わせ、値としきい値、そのままの発言を翌営業日までに全員へ共有する。必要な人数がそろった時点でプロダクトマネージャーが続行、転換、中止を判断し、スポンサーに伝える。",
    ),
    "en": ScriptWords(
        purpose="With the mock of {service}, find out in 15 minutes a person whether the effort behind the question is gone (problem solved) and whether people decide to change their way (behaviour change). The mock is tested, not the tester.",
        opening="Today you will try something unfinished. If it does not work for you, that is our fault, not yours. The situation: {situation}. Please begin as you normally would, and say aloud what you think.",
        on=(
            "Please go on. What do you see, and what do you make of it?",
            "What do you expect to happen next? Go ahead the way you would.",
            "See whether you find what you need here, in your own way.",
        ),
        closing="Suppose you want to get it all done now. What would you do? Tell me when you think you have finished.",
        task="Go on with nothing but what the screen says: {step}",
        watch=(
            "Where the hand stops, and for how many seconds",
            "How often the tester goes back, and what they looked at just before",
            "Words said aloud, good or bad, as they were said",
            "Text that was skipped, buttons pressed twice",
        ),
        target="Finishes this step without help: {step}",
        last_target="Gets to the end without help and says so unasked: {step}",
        tester="Tester (number), position, date and time",
        field="{id}: {statement} → value",
        fields=(
            "Start and end of each scene",
            "How often help was given, and why",
            "Time that today's way takes, as the tester tells it",
            "Up to three remarks, word for word",
        ),
        interview=(
            "How do you do the same thing today, and how long does it take?",
            "If you could have it tomorrow, would you use {service}? If not, what keeps you?",
            "Up to what price would you pay? From what price on is it too much?",
            "How likely are you to recommend it to somebody in your position, from 0 to 10, and why that number?",
            "Name the one thing that got most in your way.",
        ),
        asked="(Asked for by participants) {comment}",
        rule="If an action is explained even once, the scene counts as not done. Stay silent for 30 seconds before helping. Last step reached without help = problem solved; would use or buy = behaviour change. Each criterion ({checks}) is judged by the value on the sheet.",
        follow_up="On the same day the pair compares its sheets; values against thresholds and the remarks go to everybody by the next working day. Once enough people have tried it, the product manager decides on go, pivot or cut and tells the sponsor.",
    ),
}
