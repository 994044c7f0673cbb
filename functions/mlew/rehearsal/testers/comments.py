"""What simulated testers say. Every sentence says of itself that nobody said it."""

from mlew.domain.base import Locale
from mlew.rehearsal.testers.reception import Reception

NAMES: dict[Locale, str] = {"ja": "模擬テスター {number}", "en": "Simulated tester {number}"}
OBSERVER: dict[Locale, str] = {"ja": "模擬の観察者", "en": "Simulated observer"}

SAID: dict[Locale, dict[Reception, tuple[str, ...]]] = {
    "ja": {
        "liked": (
            "（模擬）最後まで迷わずに進めた。来週の仕事で使いたい",
            "（模擬）今のやり方より手間が少ない。費用がはっきりしているのも良い",
            "（模擬）結果がすぐに出たので、同僚にも見せたい",
            "（模擬）確認の画面で内容を直せたのが安心だった",
        ),
        "useful": (
            "（模擬）できることは分かったが、今のやり方で困っていない",
            "（模擬）最後まで行けた。ただ、月に一度あるかないかの用事だ",
            "（模擬）便利そうだが、使うきっかけが思い浮かばない",
            "（模擬）上司の許可が要るので、使うかどうかは決められない",
        ),
        "wanted": (
            "（模擬）こういうものがほしかったが、途中で何を入れればよいか分からなかった",
            "（模擬）使いたい。ただ、戻るところが分からず最初からやり直した",
            "（模擬）待ち時間が長く感じた。早くなればすぐに使う",
            "（模擬）専門の言葉が多くて止まってしまった。分かるようになれば払ってもよい",
        ),
        "unwanted": (
            "（模擬）何のためのものか、最後まで分からなかった",
            "（模擬）うちではこの作業は別の人がまとめてやっている",
            "（模擬）途中でやめた。電話で聞くほうが早い",
            "（模擬）入力が多すぎる。今の紙のほうが楽だ",
        ),
    },
    "en": {
        "liked": (
            "(simulated) I got to the end without having to think. I want it for next week's work",
            "(simulated) Less trouble than what we do today, and I like that the price is clear",
            "(simulated) The result came at once. I would show it to a colleague",
            "(simulated) I could correct my entries before sending them; that felt safe",
        ),
        "useful": (
            "(simulated) I see what it does, but today's way does not bother me",
            "(simulated) I got to the end. But I need this once a month at most",
            "(simulated) Looks handy; I cannot think of a moment when I would open it",
            "(simulated) My boss would have to agree, so I cannot say that I will use it",
        ),
        "wanted": (
            "(simulated) I have wanted this for long, but did not know what to enter halfway",
            "(simulated) I would use it. I could not find the way back, though, and began anew",
            "(simulated) The waiting felt long. If it is quicker I will use it at once",
            "(simulated) Too many technical words, so I stopped. If I understood it I would pay",
        ),
        "unwanted": (
            "(simulated) Until the end I did not see what it is for",
            "(simulated) With us somebody else does this work for everyone",
            "(simulated) I gave up halfway. Asking by phone is quicker",
            "(simulated) Far too much to enter. Today's paper is easier",
        ),
    },
}
