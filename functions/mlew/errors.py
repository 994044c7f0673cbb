"""The tree of errors. Each class has one name in ASL, one exit code and one HTTP status.

MlewError
├── InputError              what a person gave cannot be used; the message says where and what to do
│   ├── NotFound            no such workshop, artifact, gate or section
│   ├── Conflict            somebody was faster: version moved on, gate already decided, id taken
│   └── NotPermitted        the caller is not one of those who may decide
├── ModelError              the model did not give a usable answer
│   ├── ModelThrottled      too many requests, or the model is not ready: wait and try again
│   ├── ModelTimeout        no answer in time
│   ├── ModelAccessDenied   role, model access or region: a person has to act
│   ├── ModelRefused        the model, a guardrail or a content filter declined
│   ├── OutputTruncated     the answer ended at the output limit; the next try gets more room
│   ├── OutputTooLong       the answer ended at the largest output limit that the model has
│   ├── OutputInvalid       still not the asked-for form after the last repair
│   └── ContextTooLong      the inputs do not fit the model
├── BudgetExceeded          the next call could cost more than what is left
├── AttemptUnfinished       the Lambda ran out of time between calls; the next invocation goes on
├── StoreUnavailable        table, bucket or state machine are busy or do not answer: wait and try again
├── SiteUnsettled           the edge does not show yet what was published: look again in a moment
├── SiteBroken              a published site does not answer as it should; the message lists where
├── WorkshopClosed          the workshop is finished or removed
└── SetupError              this machine or account lacks something; the message names the fix

Step Functions sees the class name (`Retry`/`Catch` match on it), so a rename here is a change of the
state machine; a test compares both.

What an error says to people stands in `error_texts/*.toml`, in Japanese and English, and is raised by its key:
`raise NotFound.told("workshop.none", workshop_id=id)`; `<key>-hint`, where it exists, is the hint. Nobody knows where
an error arises who will read it: logs take English, and whoever shows it asks `said(language)`. Errors whose words come
from elsewhere (rules, findings, the texts of the command line) are made of those words, in the language they have.
"""

from functools import cache
from typing import ClassVar, NamedTuple, Self

from mlew.bilingual import Locale, Texts, texts_in


class Said(NamedTuple):
    """What is wrong and where; what to do next (may be empty)."""

    message: str
    hint: str


class MlewError(Exception):
    """Base of all errors that this product raises on purpose."""

    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500

    def __init__(self, message: str, *, hint: str = "") -> None:
        """`message` says what is wrong and where; `hint` what to do next (may be empty)."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self._in_japanese = Said(message, hint)

    @classmethod
    def told(cls, key: str, *, hint: str = "", **values: object) -> Self:
        """An error with the words of `error_texts` under `key`; `hint`: key of another hint than `<key>-hint`.

        Raises KeyError for a key that nobody has written.
        """
        english = _filled(key, hint, "en", values)
        error = cls(english.message, hint=english.hint)
        error._in_japanese = _filled(key, hint, "ja", values)
        return error

    @classmethod
    def like(cls, other: "MlewError") -> Self:
        """An error of this class with the words of another, in both languages."""
        error = cls(other.message, hint=other.hint)
        error._in_japanese = other._in_japanese
        return error

    def said(self, language: Locale) -> Said:
        """Its words for a reader of `language`."""
        return self._in_japanese if language == "ja" else Said(self.message, self.hint)

    def __str__(self) -> str:
        """Both: what a log, or an execution that failed, shows of it."""
        return one_line(Said(self.message, self.hint))


def one_line(said: Said) -> str:
    """Message and hint as one text."""
    return f"{said.message} – {said.hint}" if said.hint else said.message


@cache
def error_texts() -> Texts:
    """All words of errors by key; read when the first error is raised."""
    return texts_in("error_texts")


def _filled(key: str, hint: str, language: Locale, values: dict[str, object]) -> Said:
    texts = error_texts()
    told = texts[hint] if hint else texts.get(f"{key}-hint")
    return Said(texts[key][language].format(**values), told[language].format(**values) if told else "")


class InputError(MlewError):
    """Raise when something a person wrote or named cannot be used."""

    exit_code = 2
    http_status = 400


class NotFound(InputError):
    """Raise when what was named does not exist for this tenant."""

    exit_code = 3
    http_status = 404


class Conflict(InputError):
    """Raise when a conditional write lost: nothing was stored."""

    exit_code = 4
    http_status = 409


class NotPermitted(InputError):
    """Raise when the caller may not take this decision."""

    exit_code = 5
    http_status = 403


class ModelError(MlewError):
    """Raise one of the subclasses; caught as a whole only to record a failed call."""

    exit_code = 10
    http_status = 502


class ModelThrottled(ModelError):
    """Raise on throttling, quota and not-ready answers."""

    http_status = 503


class ModelTimeout(ModelError):
    """Raise when the model did not answer within the read timeout."""

    http_status = 504


class ModelAccessDenied(ModelError):
    """Raise when role, model access form, subscription or region forbid the call."""


class ModelRefused(ModelError):
    """Raise when the model, a guardrail or a content filter declined to answer."""


class OutputTruncated(ModelError):
    """Raise when the answer stopped at the output limit and the model could give more: try again."""


class OutputTooLong(ModelError):
    """Raise when the answer stopped at the largest limit of the model: a person has to act."""


class OutputInvalid(ModelError):
    """Raise when no answer fitted the draft's schema after the last repair."""


class ContextTooLong(ModelError):
    """Raise when the inputs are larger than the model takes."""


class BudgetExceeded(MlewError):
    """Raise before a call whose highest cost is more than what is left of the budget."""

    exit_code = 11
    http_status = 402


class AttemptUnfinished(MlewError):
    """Raise when the remaining time is too short for another call; what exists is stored."""

    exit_code = 12
    http_status = 503


class StoreUnavailable(MlewError):
    """Raise when AWS throttles or fails where data is kept, and trying again a few times did not help."""

    exit_code = 14
    http_status = 503


class SiteUnsettled(MlewError):
    """Raise when the edge still shows what was there before a version was published."""

    exit_code = 15
    http_status = 503


class SiteBroken(MlewError):
    """Raise when pages of a published version are missing, differ, or lead nowhere."""

    exit_code = 16
    http_status = 502


class WorkshopClosed(MlewError):
    """Raise when a finished or removed workshop is asked to go on."""

    exit_code = 13
    http_status = 409


class SetupError(MlewError):
    """Raise when this machine, account or deployment lacks something."""

    exit_code = 20
    http_status = 500
