"""The time table with clock times: a Markdown table, and calendar events (RFC 5545)."""

from datetime import datetime

from mlew.domain.base import Locale
from mlew.domain.workshop import Workshop


def render_agenda(workshop: Workshop, starts: datetime, locale: Locale) -> str:
    """Time table as Markdown; clock times in the workshop's time zone."""
    raise NotImplementedError


def render_calendar(workshop: Workshop, starts: datetime, locale: Locale, *, stamp: datetime) -> bytes:
    """The time table and the fixed feedback sessions as an `.ics` file."""
    raise NotImplementedError
