"""Ways of working that are widely known in one trade and may be new in another."""

from dataclasses import dataclass

from mlew.domain.base import Locale


@dataclass(frozen=True)
class KnownWay:
    """`kinds`: kinds of activity that it helps; `difficulty` for a team that has never done it."""

    kinds: tuple[str, ...]
    difficulty: int
    name: str
    origin: str
    when_used: str
    how_solved: str
    effect: str
    how_done: str


_JA = (
    KnownWay(
        ("wait", "serve", "schedule"), 1, "整理番号の呼び出し", "遊園地や空港の順番待ち",
        "順番が来るまで、その場を離れられないとき", "番号を渡して自由に過ごしてもらい、順番が近づいたら知らせる",
        "待つあいだも別のことができる", "番号を配る一覧と、短い知らせを送る仕組み",
    ),
    KnownWay(
        ("decide", "plan", "contact"), 3, "緊急度の色分け", "救急の現場",
        "どれから手をつけるか、その場で決めなければならないとき", "決まった見方で色を付け、色の順に取りかかる",
        "迷う時間が減り、急ぐものを取りこぼさない", "見方を書いた一枚の表と、色の印",
    ),
    KnownWay(
        ("make", "plan", "tidy"), 1, "仕込みの置き場所", "厨房の段取り",
        "作業の途中で、要るものを取りに戻ることが多いとき", "始める前に要るものをすべて決まった場所に並べておく",
        "手が止まらず、やり直しが減る", "並べる順の写真と、そろったかを見る一覧",
    ),
    KnownWay(
        ("check", "repair", "report"), 1, "声に出す点検表", "乗り物の出発前の点検",
        "慣れた人ほど確かめ忘れが起きるとき", "項目を声に出して読み、もう一人が答えて印を付ける",
        "確かめ忘れに、その場で気づける", "項目を並べた表と、二人で読む決まり",
    ),
    KnownWay(
        ("contact", "send", "report"), 1, "聞いたことの復唱", "管制の交信",
        "伝えたつもりと聞いたつもりが食い違うとき", "受け取った側が要点を言い返し、違えばその場で直す",
        "食い違いが後から見つかることが減る", "返す言葉の型を決めておく",
    ),
    KnownWay(
        ("search", "tidy", "record"), 3, "預かり札", "駅の忘れ物の窓口",
        "どこに置いたかを覚えている人がいないとき", "物に札を付け、札の半分を見れば置き場所が分かるようにする",
        "覚えている人がいなくても見つかる", "札と、置き場所の一覧",
    ),
    KnownWay(
        ("compare", "learn", "sell", "decide"), 3, "次に手に取る棚", "図書館の貸し出し",
        "選ぶものが多すぎて、決められないとき", "前に選ばれた組み合わせから、次に合いそうなものを少しだけ並べる",
        "使われるほど、その人に合うものが先に並ぶ", "選ばれた記録と、並べ替えの簡単な決まり",
    ),
    KnownWay(
        ("wait", "report", "send", "travel"), 3, "届くまでの道のり表示", "荷物の配達",
        "今どこまで進んだかを尋ねる連絡が多いとき", "区切りごとに印を付け、頼んだ人がいつでも見られるようにする",
        "尋ねなくても様子が分かる", "区切りを記録する一覧と、見るための画面",
    ),
    KnownWay(
        ("record", "learn", "report"), 3, "話して残す控え", "記者の取材の書き起こし",
        "手がふさがっていて書けないとき", "その場で話した言葉を文字にし、決まった欄に分けて残す",
        "後から思い出して書く手間がなくなる", "録音を文字にする道具と、欄を分ける型",
    ),
    KnownWay(
        ("schedule", "contact", "serve"), 1, "交代の貸し借り帳", "病棟の当番の組み替え",
        "急に来られなくなった人の代わりを探すとき", "代われる人があらかじめ手を挙げておき、貸し借りを帳面に残す",
        "一人ずつ頼んで回らずに代わりが決まる", "代われる日の一覧と、貸し借りの記録",
    ),
    KnownWay(
        ("pay", "check", "record"), 1, "釣り銭を合わせる締め", "商店の一日の終わり",
        "食い違いが、ずいぶん後になって見つかるとき", "区切りの時刻に必ず数え、合わない分だけをその日のうちに見る",
        "食い違いを覚えているうちに直せる", "数える時刻の決まりと、差だけを書く用紙",
    ),
    KnownWay(
        ("travel", "plan", "send"), 3, "ついでの相乗り便", "山あいの集配",
        "同じ方向へ、別々に何度も出かけているとき", "行き先と時刻を見せ合い、一度の便にまとめる",
        "出かける回数が減る", "行き先を書き込む予定表",
    ),
)  # fmt: skip
_EN = (
    KnownWay(
        ("wait", "serve", "schedule"), 1, "Called by number", "Queues at fairs and airports",
        "People cannot leave until it is their turn", "Hands out numbers, and calls people shortly before it is theirs",
        "The time of waiting can be used for something else", "A list of numbers and a short message",
    ),
    KnownWay(
        ("decide", "plan", "contact"), 3, "Colours of urgency", "Emergency rooms",
        "It has to be settled on the spot what comes first", "Gives each case a colour by fixed signs, and goes by colour",
        "Less hesitation, and nothing urgent is overlooked", "One sheet with the signs, and coloured marks",
    ),
    KnownWay(
        ("make", "plan", "tidy"), 1, "Everything in its place", "Restaurant kitchens",
        "People go back again and again for what they need", "Lays out all that is needed in a fixed order before starting",
        "The work is not interrupted, and less is done twice", "A photo of the order, and a list of what has to be there",
    ),
    KnownWay(
        ("check", "repair", "report"), 1, "Checklist read aloud", "Vehicles before departure",
        "Those who know it by heart forget a check", "One reads the items aloud, another answers and ticks them",
        "What was forgotten is noticed at once", "A list of items, and the habit of reading in twos",
    ),
    KnownWay(
        ("contact", "send", "report"), 1, "Reading back", "Radio between pilots and towers",
        "What was said and what was heard differ", "Whoever receives says the main points back, and is corrected at once",
        "Fewer misunderstandings come to light later", "A fixed form for the answer",
    ),
    KnownWay(
        ("search", "tidy", "record"), 3, "Claim tags", "Lost property desks",
        "Nobody remembers where something was put", "Tags each thing, and half of the tag tells the place",
        "It is found without anybody remembering", "Tags, and a list of places",
    ),
    KnownWay(
        ("compare", "learn", "sell", "decide"), 3, "Shelf of what comes next", "Lending libraries",
        "There is too much to choose from", "Shows a few things that went well with what was chosen before",
        "The more it is used, the better the first proposals fit", "A record of choices, and a simple rule for the order",
    ),
    KnownWay(
        ("wait", "report", "send", "travel"), 3, "Where it is by now", "Parcel delivery",
        "People keep asking how far it has come", "Marks each leg as it is done, for whoever ordered it to see",
        "Nobody has to ask any more", "A list of legs, and a screen to look at",
    ),
    KnownWay(
        ("record", "learn", "report"), 3, "Notes by talking", "Reporters’ dictation",
        "Hands are busy and nothing can be written", "Turns what is said on the spot into text, sorted into fixed fields",
        "No more writing from memory afterwards", "A tool that turns speech into text, and a form with the fields",
    ),
    KnownWay(
        ("schedule", "contact", "serve"), 1, "Book of swaps", "Hospital rosters",
        "Somebody cannot come and a substitute is needed", "Those who could step in say so beforehand; favours are noted",
        "A substitute is found without asking one after the other", "A list of free days, and a record of favours",
    ),
    KnownWay(
        ("pay", "check", "record"), 1, "Cash-up", "Shops at the end of the day",
        "Differences are found long after", "Counts at a fixed hour, and looks the same day at what does not match",
        "Differences are mended while people still remember", "A fixed hour, and a sheet for differences only",
    ),
    KnownWay(
        ("travel", "plan", "send"), 3, "Shared rounds", "Rural collections",
        "Several people go the same way on their own", "Shows who goes where and when, and makes one trip of it",
        "Fewer trips", "A calendar with destinations",
    ),
)  # fmt: skip


def known_ways(locale: Locale) -> tuple[KnownWay, ...]:
    """In the language, in the same order."""
    return _JA if locale == "ja" else _EN
