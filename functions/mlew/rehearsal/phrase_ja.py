import re
from functools import cached_property

from mlew.rehearsal import verbs_ja
from mlew.rehearsal.phrase import Phrase

_LEAD = re.compile(
    r"^(?:まず|最初に|はじめに|次に|つぎに|その後|そのあと|それから|そして|続いて|最後に|また|さらに)[、,\s]*"
)
_SUBJECT = re.compile(r"^(?:私|わたし|自分|我々|私たち|本人|顧客|お客様|利用者|ユーザー)(?:たち)?(?:は|が)[、,\s]*")
_OBJECT = re.compile(r"([^、，,。\s「」]+?)を[^を]*$")
_PARTICLE = re.compile(r"([^、，,。\s「」]+?)(?:に|で|へ|と|が|から)[^にでへとがから]*$")
_CUT = re.compile(r".*(?:[にでがはへとも、，,]|から|まで|より|ごとに|ずつ|て|んで)(?=[一-龥々ァ-ヴーA-Za-z0-9])")
_COMPLAINT = re.compile(
    r"(少ない|多い|しい|遅い|高い|低い|いい|よい|悪い|長い|短い|強い|弱い|できない|必要|不安|大変|心配|困難|面倒)$"
)
_CLAUSE = re.compile(r"^.*(?:[たる]|へ)(?=[一-龥々ァ-ヴーA-Za-z]|はがき)")
_PIECES = re.compile(r"、|(?<=[しいっえけせてねべめれげ])て(?![いきくおみもあしか])|んで")
_WHEN = re.compile(
    r"^((?:[^、をて]{1,12}(?:に|には|後|前|中|頃|ごろ|の朝|の夜|の昼|の夕方)|毎[日朝晩夕週月年回]|[一-龥]曜日?(?:に|は)?|週末(?:に|は)?|月末(?:に|は)?|年末(?:に|は)?|前日(?:に|は)?|当日(?:に|は)?|翌日(?:に|は)?|[朝昼夜](?:に|は)?"
    r"|[^、]{2,40}?(?:たら|だら|れば|けば|えば|ねば|[うくぐすつぬぶむる]と|とき|ときに|ときは|時に|時は|際に|際は|場合|場合に|場合は|前に|後に|あとに|までに))"
    r")[、,]\s*(?=.{3,}$)"
)
_POLITE = re.compile(r"(ます|ました|です|ている|ていた|でいる)$")
_SHORT = 16
_LONG = 200


class JapanesePhrase(Phrase):
    """A customer's words in Japanese."""

    @cached_property
    def when(self) -> str:
        """What stands before the main clause: 毎週, 当日に休む人が出たら. May be empty."""
        found = _WHEN.match(_LEAD.sub("", self.text))
        return found[1] if found and not found[1].endswith("名前") else ""

    @cached_property
    def _core(self) -> str:
        core = _LEAD.sub("", self.text)
        return _SUBJECT.sub("", core.removeprefix(self.when).lstrip("、, ") if self.when else core)

    @cached_property
    def _verb(self) -> str | None:
        core = self._core
        core = re.sub(r"(など|等)$", "", core)
        if len(core) > _LONG or _COMPLAINT.search(core):
            return None
        if re.search(r"[わかさたなまらばがせれべてけえ]ない$", core):
            return f"{core}ようにする"
        return verbs_ja.plain(core)

    @property
    def is_action(self) -> bool:
        return self._verb is not None or self._is_noun

    @property
    def _is_noun(self) -> bool:
        named = re.search(r"[一-龥々ァ-ヴーA-Za-z]$|[りきせけみちいし]$", self.text)
        return bool(named) and not _COMPLAINT.search(self.text) and len(self.text) < 60

    @property
    def do(self) -> str:
        if self._verb is not None:
            return self._verb
        return f"{self._core}を行う" if self._is_noun else f"{self.quoted}に対応する"

    @property
    def goal(self) -> str:
        if self._verb is not None:
            return self._verb
        return f"{self.text}を実現する" if self._is_noun else f"{self.quoted}をかなえる"

    @property
    def brief(self) -> str:
        last = _PIECES.split(self.do)[-1]
        return last if len(last) > 3 and last[0] not in "をにでと" else self.do

    @property
    def situation(self) -> str:
        return f"{self.when}、{self.do}" if self.when else self.do

    @property
    def plain_text(self) -> str:
        polite = self._verb is not None and _POLITE.search(self.text)
        return self.situation if polite else self.text

    @property
    def doing(self) -> str:
        return f"{self.do}こと"

    @property
    def without(self) -> str:
        return verbs_ja.without(self.do)

    @property
    def not_needed(self) -> str:
        return f"{verbs_ja.not_stem(self.do)}なくていい"

    @property
    def able(self) -> str:
        return verbs_ja.able(self.do)

    @property
    def topic(self) -> str:
        for pattern in (_OBJECT, _PARTICLE):
            match = pattern.search(self.do)
            if match:
                word = _modified(_CUT.sub("", match[1]))
                if 1 < len(word) <= _SHORT and (len(word) > 2 or re.search(r"[一-龥々ァ-ヴーA-Za-z]", word)):
                    return word
        return ""

    @property
    def quoted(self) -> str:
        return quote(self.text)


def _modified(word: str) -> str:
    """返ってきた見積書 → 見積書; 出られる日 stays, as one character says too little."""
    bare = _CLAUSE.sub("", word)
    return bare if len(bare) > 1 else word


def quote(text: str) -> str:
    """In 「」; quotation marks inside become 『』."""
    return f"「{text.replace('「', '『').replace('」', '』')}」"
