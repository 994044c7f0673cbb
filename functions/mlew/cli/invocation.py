"""One call of the command line: its streams, its language, who calls, and which deployment is meant."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mlew.cli.output import Output, Style, clean
from mlew.cli.words import Words
from mlew.domain.base import Locale
from mlew.errors import InputError
from mlew.settings import OperatorSettings

if TYPE_CHECKING:
    from socketserver import BaseServer

    from mlew.cli.workbench import Workbench

EMBEDDED_CUSTOMER = "local"


@dataclass(frozen=True)
class Target:
    """Which deployment: the embedded AWS of `settings.home`, or `customer` in the account of `profile`."""

    settings: OperatorSettings
    customer: str = EMBEDDED_CUSTOMER
    profile: str | None = None

    @property
    def embedded(self) -> bool:
        """Neither a profile nor another customer was named."""
        return self.profile is None and self.customer == EMBEDDED_CUSTOMER


@dataclass(frozen=True)
class Surroundings:
    """What the command line takes from outside; tests give their own.

    `now` with time zone; `elapsed` a monotonic clock in seconds; `read` asks for a line at the terminal,
    `secret` for one that is not shown; `edit` opens a text in the person's editor (name for its suffix) and returns
    it as saved; `interactive`: a person sits at stdin; `browse` opens an address in the person's browser and says
    whether it could; `serve` runs a server until the person stops it; `print_pdf` makes a PDF of a page that is one
    HTML text, None if no browser is installed that can.
    """

    settings: OperatorSettings
    connect: Callable[[Target], "Workbench"]
    now: Callable[[], datetime]
    elapsed: Callable[[], float]
    pause: Callable[[float], None]
    read: Callable[[str], str]
    secret: Callable[[str], str]
    edit: Callable[[str, str], str]
    interactive: bool
    browse: Callable[[str], bool]
    serve: Callable[["BaseServer"], None]
    print_pdf: Callable[[str], bytes | None]


class Invocation:
    """Given to every command."""

    def __init__(
        self,
        surroundings: Surroundings,
        *,
        as_json: bool = False,
        language: Locale | None = None,
        profile: str | None = None,
        customer: str | None = None,
        person: str | None = None,
    ) -> None:
        self.around = surroundings
        self.out = Output(as_json=as_json)
        self.target = Target(surroundings.settings, customer or EMBEDDED_CUSTOMER, profile)
        self.language_asked_for = language
        self._person = person
        self._workbench: Workbench | None = None
        self.words = Words(language or surroundings.settings.language)

    def speak(self, locale: Locale) -> None:
        """Use the workshop's language, unless --lang says otherwise."""
        self.words = Words(self.language_asked_for or locale)

    @property
    def workbench(self) -> "Workbench":
        """The deployment's services; connects at first use. Raises SetupError."""
        if self._workbench is None:
            self._workbench = self.around.connect(self.target)
        return self._workbench

    @property
    def person(self) -> str:
        """Who acts: --as, else the caller's session name in AWS, else the user of this machine."""
        return self._person or self.workbench.caller_name or self.around.settings.user or "operator"

    @property
    def arn(self) -> str:
        """Whose credentials were used, kept beside the name."""
        return self.workbench.caller_arn

    def note(self, key: str, style: Style = "", **values: object) -> None:
        """A text on stderr."""
        self.out.note(self.words(key, **values), style)

    @contextmanager
    def step(self, text: str) -> Iterator[None]:
        """Show what is being done while it lasts, and how long it took; plain lines when stderr is no terminal."""
        begun = self.around.elapsed()
        shown = clean(text)
        if self.out.notes.is_terminal:
            with self.out.notes.status(shown):
                yield
        else:
            self.out.note(f"{shown} …")
            yield
        self.out.note(f"✓ {shown}  {self.around.elapsed() - begun:.1f} s", "green")

    def confirm(self, key: str, *, yes: bool, **values: object) -> bool:
        """Ask for a yes; `yes` answers it. Without a terminal to ask at, raises InputError naming --yes."""
        if yes:
            return True
        answer = self.ask(self.words(key, **values) + " [y/N] ", instead="--yes")
        return answer.strip().lower() in ("y", "yes", "はい")

    def ask(self, question: str, *, instead: str) -> str:
        """A line from the person. Raises InputError naming the option `instead` if nobody can answer."""
        return self._asked(self.around.read, question, instead)

    def ask_secret(self, question: str, *, instead: str) -> str:
        """The same for a password: what is typed is not shown."""
        return self._asked(self.around.secret, question, instead)

    def _asked(self, read: Callable[[str], str], question: str, instead: str) -> str:
        try:
            return read(clean(question))
        except EOFError:
            raise InputError(self.words("ask.nobody"), hint=self.words("ask.instead", option=instead)) from None
