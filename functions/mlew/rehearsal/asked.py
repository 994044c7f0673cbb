import re
from dataclasses import dataclass

from mlew.domain.base import Locale
from usecases.definition import load

_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*(?:%|％|パーセント|percent)")


@dataclass(frozen=True)
class Asked:
    """What people asked for when they sent a result back.

    `corrections`: ids of the step's ready corrections; `comments`: all other lines, in people's own words.
    """

    corrections: frozenset[str] = frozenset()
    comments: tuple[str, ...] = ()

    def seed(self, *taken_up: str) -> str:
        """Makes the choices fall differently if something was asked for that nothing else takes up.

        Comments and the corrections in `taken_up` change what they are about, and what they do not touch stays.
        """
        return "\n".join(sorted(self.corrections.difference(taken_up)))

    @property
    def percents(self) -> list[float]:
        """Percentages in the comments, in order."""
        return [float(p) for comment in self.comments for p in _PERCENT.findall(comment)]

    def wants(self, *corrections: str) -> bool:
        """Whether one of these ready corrections was chosen."""
        return not self.corrections.isdisjoint(corrections)


def asked(step: str, locale: Locale, requests: str) -> Asked:
    """Read the input `requests`: bullets, one a request."""
    ready = {c.text.strip(): c.id for c in load(step).text(locale).corrections}
    lines = [re.sub(r"^\s*[-*]\s+", "", line).strip() for line in requests.splitlines()]
    return Asked(
        corrections=frozenset(ready[line] for line in lines if line in ready),
        comments=tuple(line for line in lines if line and line not in ready),
    )
