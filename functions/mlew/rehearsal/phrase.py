import re
from abc import ABC, abstractmethod
from dataclasses import dataclass

_NOTE = re.compile(r"\s*[（(［\[]([^（）()［］\[\]]*)[）)］\]]")
_LIST_MARK = re.compile(r"^\s*(?:[-*・●○◯▪■•–—]+|\(?\d{1,2}[.)、．）]|[①-⑳])\s*")


@dataclass(frozen=True)
class Phrase(ABC):
    """A customer's own words, and the forms in which they can stand in a sentence.

    `text`: as written, without list mark, full stop and bracketed notes. `note`: what stood in brackets.
    """

    text: str
    note: str = ""

    @property
    @abstractmethod
    def is_action(self) -> bool:
        """Whether it is something that somebody does (else it is quoted where an action is needed)."""

    @property
    @abstractmethod
    def do(self) -> str:
        """Plain form: "call suppliers", 仕入先に電話する."""

    @property
    @abstractmethod
    def goal(self) -> str:
        """Plain form of a purpose: "have no stock-outs", 残業を減らす."""

    @property
    @abstractmethod
    def brief(self) -> str:
        """Plain form of its main part only: "call three suppliers", 見積もりを依頼する."""

    @property
    @abstractmethod
    def situation(self) -> str:
        """Plain form with the time or condition that belongs to it."""

    @property
    @abstractmethod
    def plain_text(self) -> str:
        """The customer's words as they stand in a list of actions."""

    @property
    @abstractmethod
    def doing(self) -> str:
        """As a noun: "calling suppliers", 仕入先に電話すること."""

    @property
    @abstractmethod
    def without(self) -> str:
        """ "without calling suppliers", 仕入先に電話せずに."""

    @property
    @abstractmethod
    def not_needed(self) -> str:
        """ "no more calling suppliers", もう仕入先に電話しなくていい."""

    @property
    @abstractmethod
    def able(self) -> str:
        """What follows "can": "call suppliers", 仕入先に電話できる."""

    @property
    @abstractmethod
    def topic(self) -> str:
        """What it is about, in a few words: "suppliers", 見積もり. May be empty."""

    @property
    @abstractmethod
    def quoted(self) -> str:
        """The words in quotation marks of the language."""


def split_notes(raw: str) -> tuple[str, str]:
    """Text without list mark and closing stop, and what stood in brackets."""
    flat = _LIST_MARK.sub("", " ".join(raw.split()))
    notes = "、".join(n.strip() for n in _NOTE.findall(flat) if n.strip())
    text = _NOTE.sub("", flat).strip().rstrip("。．.;；、,").strip()
    return (text, notes) if text else (flat.strip(), "")
