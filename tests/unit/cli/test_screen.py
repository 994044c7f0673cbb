"""What a person sees in a real terminal, where pictures move and colours are shown."""

import re
from datetime import timedelta

import pytest

from mlew.cli.standing import time_left
from mlew.cli.words import Words
from mlew.domain.gate import Gate
from mlew.domain.progress import Progress
from mlew.services.workshop_state import change
from tests.fakes.clock import START
from tests.unit.cli.terminal import Terminal
from tests.unit.services.workbench import Bench

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


@pytest.fixture
def screen(running: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    running.screen = True
    return running


def test_the_live_picture_shows_phases_counts_and_the_last_events(screen: Terminal, bench: Bench) -> None:
    for kind in ("started", "repaired", "retried", "retried"):
        event = Progress(at=bench.clock.now(), kind=kind, phase="listen", step="listen", scope="team")
        bench.stores.progress.add("w1", event)
    bench.gate("listen")
    screen.on_pause = lambda: ended(bench)

    said = screen("watch")

    picture = ESCAPES.sub("", said.err)
    assert "1 answers repaired · 1 calls retried" in picture
    assert "? Listen" in picture and "1:00 left" in picture
    assert "Listen: answer handed back for repair" in picture


def test_a_step_that_takes_its_time_says_how_long_it_took(screen: Terminal) -> None:
    assert "✓ Look around  0.0 s" in ESCAPES.sub("", screen("doctor").err)


def test_colours_are_for_terminals_and_no_color_takes_them_away(
    screen: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[36m" in screen("list").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in screen("list").out


def test_an_artifact_is_drawn_not_printed_as_markdown(screen: Terminal) -> None:
    text = ESCAPES.sub("", screen("show", "journey").out)

    assert "| --- |" not in text
    assert "read the fax" in text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(-1, "time is up"), (0, "time is up"), (59, "0:59 left"), (3600, "60:00 left"), (86_400 * 3, "3 days left")],
)
def test_the_time_that_is_left(seconds: int, text: str) -> None:
    gate = Gate(phase="listen", round=1, mode="timebox", opened_at=START, due_at=START + timedelta(seconds=seconds))

    assert time_left(gate, Words("en"), START) == text


def test_a_gate_without_an_end_has_no_time_left() -> None:
    assert time_left(Gate(phase="listen", round=1, mode="review", opened_at=START), Words("en"), START) == ""


def ended(bench: Bench) -> None:
    change(bench.stores.workshops, "w1", state="finished")
