import re
from functools import cached_property

from mlew.rehearsal import verbs_en
from mlew.rehearsal.phrase import Phrase

_LEAD = re.compile(
    r"^(?:(?:first|then|next|finally|afterwards|after that|later|last|usually|often|sometimes|also)\b,?\s+)+",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"^((?:every|each|once a|once per|twice a|on|in the|at the|at|before|after|during|when)\b[^,]{1,60}),\s+(.+)$",
    re.IGNORECASE,
)
_WHEN_AT_ONCE = re.compile(
    r"^((?:on|at|in|before|after|during|every|each|once|twice)\b(?:\s+[\w'’-]+){1,4}?)\s+([a-z]+s\b.*)$", re.IGNORECASE
)
_REASON = re.compile(r",?\s+(?:because|since|although|even though|as nobody|as no one)\s.*$", re.IGNORECASE)
_PRONOUN = re.compile(
    r"^(?:i|we|he|she|they|you)\s+(?:(?:have|has|need|needs|want|wants|would like)\s+to\s+)?", re.IGNORECASE
)
_WHO = re.compile(r"\s+(?:i|we|he|she|they|you)$", re.IGNORECASE)
_WANT = re.compile(r"^(?:(?:to|wants? to|would like to|in order to|be able to)\s+)+", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^((?:(?:the|a|an|our|their|her|his|my|each|every)\s+(?:[a-z'’-]+\s+){1,2}?)|(?:[a-z'’-]+\s+)?[a-z'’-]+s\s+)([a-z-]+)\b(.*)$",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"\s(?:and|or|then|to|for|with|by|in|on|at|from|into|through|before|after|until|against|without|between|so|that|they|we|he|she|you|it|which|who|whose|is|are|when|while|if|because|about|as|via|per)\s|[,:;]",
    re.IGNORECASE,
)
_DETERMINERS = re.compile(
    r"^(?:the|a|an|her|his|their|our|its|my|all|each|every|some|any|about|up|out|back|off|over|down|to|for|with|at|on|in|by|through|how many|how much|what|which)\s+",
    re.IGNORECASE,
)


_PASSIVE = re.compile(
    r"^((?:[\w'’-]+\s+){1,5}?)(?:is|are|was|were|gets?)\s+((?:[a-z]+ly\s+)?(?:\w+ed|taken|written|sent|made|done|kept|put|sold|bought|paid|given|drawn|chosen|read|cut|met|held|told|found|set|grown|driven|thrown)\b.*)$",
    re.IGNORECASE,
)
_BY_TURNS = re.compile(r"\b(\w+) by \1\b", re.IGNORECASE)
_SHORT = 45
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|can|must|should)\b", re.IGNORECASE)


class EnglishPhrase(Phrase):
    """A customer's words in English."""

    @cached_property
    def _parts(self) -> tuple[str | None, str, str]:
        """Base form and gerund of the verb phrase (None if it is none), and what is done, without whoever does it."""
        core = _LEAD.sub("", self.text)
        when = ""
        core = _REASON.sub("", core)
        fronted = _WHEN.match(core) or _at_once(core)
        if fronted:
            when, core = _WHO.sub("", fronted[1]), fronted[2]
        core = _WANT.sub("", _PRONOUN.sub("", core))
        base = verbs_en.base_phrase(core)
        kernel, doing = base or "", verbs_en.gerund_of(core, base) if base else ""
        if base is None:
            base, kernel = _having_it_done(core)
            doing = f"having{base.removeprefix('have')}" if base else ""
        if base and when:
            base, doing = (f"{form} {when[0].lower()}{when[1:]}" for form in (base, doing))
        return base, doing, kernel

    @property
    def is_action(self) -> bool:
        return self._parts[0] is not None

    @property
    def do(self) -> str:
        return self._parts[0] or f"go through {self.quoted}"

    @property
    def goal(self) -> str:
        if self._parts[0]:
            return self._parts[0]
        short = len(self.text) < 80 and not _FINITE.search(self.text)
        return f"have {lower_first(self.text)}" if short else f"reach {self.quoted}"

    @property
    def situation(self) -> str:
        return self.do

    @property
    def plain_text(self) -> str:
        return self.text

    @property
    def doing(self) -> str:
        return self._parts[1] or f"going through {self.quoted}"

    @property
    def without(self) -> str:
        return f"without {self.doing}"

    @property
    def not_needed(self) -> str:
        return f"no more {self.doing}"

    @property
    def able(self) -> str:
        return self.do

    @property
    def brief(self) -> str:
        if not self.is_action or len(self.do) <= _SHORT:
            return self.do
        whole = _BY_TURNS.sub(lambda m: "_" * len(m[0]), self.do)
        ends = [m.start() for m in _STOPS.finditer(whole)] + [len(self.do)]
        return next((self.do[:end] for end in ends if " " in self.do[:end].strip()), self.do).strip()

    @property
    def topic(self) -> str:
        if not self.is_action:
            return ""
        word = _BY_TURNS.sub("", self._parts[2].partition(" ")[2])
        while (shorter := _DETERMINERS.sub("", word)) != word:
            word = shorter
        word = _STOPS.split(f"{word} ", maxsplit=1)[0].strip()
        return word if 1 < len(word) <= 32 else ""

    @property
    def quoted(self) -> str:
        return quote(self.text)


def _at_once(clause: str) -> re.Match[str] | None:
    """ "At month end checks invoices": a time without a comma before the verb."""
    found = _WHEN_AT_ONCE.match(clause)
    return found if found and verbs_en.is_third_person(found[2].split()[0].strip(",.;")) else None


def lower_first(text: str) -> str:
    """First letter small, unless the word is an abbreviation or I."""
    return text[:1].lower() + text[1:] if len(text) > 1 and not text[1].isupper() and text[:2] != "I " else text


def _having_it_done(clause: str) -> tuple[str | None, str]:
    """ "Orders are taken by phone" → "have orders taken by phone", "take orders"; "The clerk prints it" → "have the clerk
    print it", "print it"."""
    passive = _PASSIVE.match(clause)
    if passive:
        return f"have {lower_first(passive[1].strip())} {passive[2]}", f"do {lower_first(passive[1].strip())}"
    subject = _SUBJECT.match(clause)
    verb = verbs_en.base_of(subject[2]) if subject else None
    if subject is None or verb is None:
        return None, ""
    plural = subject[1].strip().endswith("s") and subject[2].lower() == verb
    if not plural and not verbs_en.is_third_person(subject[2]):
        return None, ""
    return f"have {lower_first(subject[1].strip())} {verb}{subject[3]}", f"{verb}{subject[3]}"


def quote(text: str) -> str:
    """In double quotation marks; those inside become single ones."""
    inner = re.sub(r"[“”\"]", "’", text)
    return f"“{inner}”"
