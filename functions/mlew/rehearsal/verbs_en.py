"""Forms of English verb phrases: enough to join a customer's own words into sentences."""

import re
from collections.abc import Callable
from importlib.resources import files

_VERBS = frozenset((files("mlew.rehearsal") / "verbs_en.txt").read_text(encoding="utf-8").split())
_IRREGULAR = {
    "wrote": "write", "sent": "send", "bought": "buy", "took": "take", "made": "make", "went": "go", "got": "get", "gave": "give",
    "found": "find", "told": "tell", "met": "meet", "paid": "pay", "chose": "choose", "drove": "drive", "kept": "keep",
    "ran": "run", "saw": "see", "sold": "sell", "spoke": "speak", "spent": "spend", "thought": "think", "rang": "ring",
    "has": "have", "does": "do", "goes": "go", "having": "have", "lying": "lie", "tying": "tie", "dying": "die",
}  # fmt: skip
_DOUBLING = frozenset(
    [
        "get", "put", "set", "cut", "sit", "run", "plan", "stop", "drop", "chat", "dig", "win", "let", "trim", "skip",
        "wrap", "shop", "fit", "bid", "ship", "spot", "scan", "log", "travel", "label", "cancel", "model", "begin",
        "refer", "prefer", "split", "bet", "hit", "rub"
    ]
)  # fmt: skip
_LED = re.compile(r"(?:^|\s)(?:and|then|or|but|and then|to)\s+$", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|can|must)\b", re.IGNORECASE)
_DETERMINERS = frozenset(["the", "a", "an", "her", "his", "their", "our", "its", "my", "each", "every"])
_NO_VERBS = frozenset(
    [
        "during", "after", "before", "against", "between", "without", "within", "like", "near", "under", "until", "per",
        "less", "more", "most", "half", "this", "that", "these", "those", "there", "here", "only", "just", "not", "and",
        "but", "orders", "phone"
    ]
)  # fmt: skip
_AFTER_VERB = frozenset(
    [
        "the", "a", "an", "to", "for", "with", "her", "his", "their", "our", "its", "my", "your", "through", "on", "at",
        "in", "by", "up", "out", "off", "all", "each", "every", "it", "them", "him", "into", "from", "over", "about",
        "down", "back", "no", "two", "three", "four", "five", "six", "what", "who", "which", "whether", "how", "when"
    ]
)  # fmt: skip


def base_of(word: str) -> str | None:
    """Base form of a known verb in any form ("calls", "calling", "wrote"); None if it is no known verb."""
    low = word.lower()
    if low in _VERBS or low == "have":
        return low
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    return next((c for c in _candidates(low) if c in _VERBS), None)


def is_third_person(word: str) -> bool:
    """Whether the word is a known verb with the -s of he, she, it."""
    low = word.lower()
    return low in ("has", "does", "goes") or (low.endswith("s") and low not in _VERBS and base_of(low) is not None)


def base_phrase(phrase: str) -> str | None:
    """ "Calls suppliers and asks for a quote" → "call suppliers and ask for a quote"; None if it is no verb phrase."""
    first = _WORD.match(phrase)
    if not first:
        return None
    base = base_of(first[0])
    rest = phrase[first.end() :]
    following = _WORD.match(rest.lstrip())
    if base is None and not _FINITE.search(rest):
        base = _guess(first[0].lower(), following[0].lower() if following else "")
    if base is None or re.match(r"\s+(is|are|was|were|has|have|had|will|can|must)\b", rest):
        return None
    if first[0].lower() == base:
        return base + rest
    return base + _map_led_verbs(rest, lambda verb: base_of(verb) if _same_form(first[0], verb) else None)


def gerund_of(written: str, base_phrase_: str) -> str:
    """Gerund of a phrase that `base_phrase` read: where the writer inflected verbs, only those are verbs."""
    first, base = _WORD.match(written), _WORD.match(base_phrase_)
    if not first or not base or first[0].lower() == base[0].lower():
        return gerund_phrase(base_phrase_)
    rest = written[first.end() :]

    def follows(verb: str) -> str | None:
        found = base_of(verb) if _same_form(first[0], verb) else None
        return gerund(found) if found else None

    return gerund(base[0]) + _map_led_verbs(rest, follows)


def gerund_phrase(base_phrase_: str) -> str:
    """ "call suppliers and ask for a quote" → "calling suppliers and asking for a quote"."""
    first = _WORD.match(base_phrase_)
    if not first:
        return base_phrase_
    rest = base_phrase_[first.end() :]
    return gerund(first[0]) + _map_led_verbs(rest, lambda verb: gerund(verb) if verb in _VERBS else None, skip_to=True)


def third_person_phrase(base_phrase_: str) -> str:
    """ "Look it up and call back" → "Looks it up and calls back"."""
    first = _WORD.match(base_phrase_)
    if not first:
        return base_phrase_
    rest = base_phrase_[first.end() :]
    return _third(first[0]) + _map_led_verbs(rest, lambda verb: _third(verb) if verb in _VERBS else None)


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("ch", "sh", "s", "x", "o")) else "s")


def gerund(verb: str) -> str:
    """call → calling, write → writing, get → getting."""
    if verb in ("lie", "tie", "die"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in _DOUBLING else "") + "ing"


def _candidates(low: str) -> list[str]:
    found: list[str] = []
    if low.endswith("ies") or low.endswith("ied"):
        found.append(low[:-3] + "y")
    for ending in ("ing", "ed", "es", "s"):
        if low.endswith(ending) and len(low) > len(ending) + 1:
            start = low.removesuffix(ending)
            found += [start, start + "e"]
            if len(start) > 2 and start[-1] == start[-2]:
                found.append(start[:-1])
    return found


def _guess(word: str, following: str) -> str | None:
    """A verb that no list holds, known by what follows: "prunes the trees", "fettle the castings"."""
    if following not in _AFTER_VERB or word in _AFTER_VERB or word in _NO_VERBS:
        return None
    if word.endswith("ing") and len(word) > 5:
        start = word[:-3]
        return start[:-1] if start[-1] == start[-2] else start
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]
    return word if following in _DETERMINERS and word.isalpha() and len(word) > 2 else None


def _same_form(first: str, verb: str) -> bool:
    low, other = first.lower(), verb.lower()
    for ending in ("ing", "s"):
        if low.endswith(ending):
            return other.endswith(ending)
    return base_of(other) != other


def _map_led_verbs(rest: str, change: Callable[[str], str | None], *, skip_to: bool = False) -> str:
    """Change the verbs that stand after "and", "then", "or": they share the form of the first one."""
    result: list[str] = []
    end = 0
    for match in _WORD.finditer(rest):
        lead = rest[: match.start()]
        if not _LED.search(lead) or re.search(r"\bto\s+$", lead, re.IGNORECASE):
            continue
        purpose = re.search(r"\bto\s+([A-Za-z'-]+)(?:\s+[A-Za-z'-]+){0,3}\s+and\s+$", lead)
        if skip_to and purpose and purpose[1].lower() in _VERBS:
            continue
        changed = change(match[0].lower())
        if changed is None:
            continue
        result += [rest[end : match.start()], changed]
        end = match.end()
    return "".join([*result, rest[end:]])
