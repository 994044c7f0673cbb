"""A mock's draft that keeps every rule and shows every part, to be changed by tests."""

from typing import Any

from mlew.domain.mock_draft import MockDraft
from mlew.domain.press_release import Message, PressRelease, Step
from mlew.domain.screen_parts import PART_KINDS, PartKind

Json = dict[str, Any]
STEPS = ("Tap the lamp in the list", "Say what flickers", "Pick a time", "See the repaired lamp")
RELEASE = PressRelease(pair="a", message=Message(service="Lamp doctor"), steps=tuple(Step(text=s) for s in STEPS))

_EMPTY: Json = {
    "intro": "", "step": 0, "course": "normal", "text": "", "labels": [], "form": "bar", "unit": "", "fields": [],
    "exchanges": [], "entries": [], "columns": [], "rows": [], "points": [], "days": [], "empty": "", "error": "",
}  # fmt: skip


def field(label: str, **changes: object) -> Json:
    """An input."""
    return {
        "label": label, "input": "text", "required": True, "hint": "", "placeholder": "", "value": "", "unit": "",
        "options": [], "page": "", **changes,
    }  # fmt: skip


def entry(title: str, **changes: object) -> Json:
    """An entry of whatever kind."""
    return {"title": title, "text": "", "tags": [], "values": [], "recommended": False, **changes}


CONTENT: dict[PartKind, Json] = {
    "form": {
        "fields": [
            field("What flickers", input="textarea"),
            field("Room", input="select", options=["Hall", "Kitchen"], value="Hall"),
            field("Lamps", input="number", value="3", unit="pcs"),
            field("Since", input="date", value="2026-11-03"),
        ]
    },
    "wizard": {"fields": [field("Height", page="The lamp"), field("Ladder", page="The room")]},
    "chat": {
        "text": "What does the lamp do?",
        "labels": ["Lamp doctor"],
        "exchanges": [
            {"suggestion": "It flickers", "keywords": ["flicker"], "reply": "Then it is the socket."},
            {"suggestion": "It hums", "keywords": ["hum", "noise"], "reply": "Then it is the dimmer."},
        ],
    },
    "list_detail": {
        "labels": ["Height", "Age"],
        "entries": [
            entry(f"Lamp {n}", text="Hangs low\nBought with the table.", tags=["hall"], values=["2 m", f"{n} y"])
            for n in (1, 2, 3)
        ],
    },
    "compare": {
        "labels": ["Price", "Days"],
        "entries": [
            entry("Repair", values=["20 USD", "2"], recommended=True, text="Keeps the shade"),
            entry("New", values=["90 USD", "5"]),
        ],
    },
    "table": {
        "text": "Lamps of the house",
        "columns": [
            {"label": "Lamp", "type": "text", "editable": False},
            {"label": "Watt", "type": "number", "editable": True},
        ],
        "rows": [{"cells": ["Hall", "40"]}, {"cells": ["Kitchen", "60"]}],
    },
    "editor": {"text": "# Note\n- **Hall** lamp flickers", "labels": ["Note to the workshop", "As they see it"]},
    "chart": {
        "text": "Hours of light",
        "unit": "h",
        "points": [{"series": "Hall", "label": d, "value": v} for d, v in (("Mon", 3.0), ("Tue", 4.5))],
    },
    "upload": {
        "text": "A picture of the lamp",
        "labels": [".jpg", ".png"],
        "entries": [entry("hall.jpg", text="A loose socket", values=["240 KB"])],
    },
    "calendar": {
        "text": "When may we come?",
        "days": [{"day": "2026-11-04", "times": ["09:00", "14:00"]}, {"day": "2026-11-05", "times": []}],
    },
    "result": {
        "text": "The hall lamp is steady again",
        "labels": ["Nobody had to wait at home"],
        "entries": [entry("Flickers a day", values=["12", "0"])],
    },
}


def screen(part: PartKind, *actions: tuple[str, str], **changes: object) -> Json:
    """A screen with the part's usual content."""
    ways = [{"label": label, "to": to, "checks": False, "wait": ""} for label, to in actions]
    base = {"id": part.replace("_", "-"), "title": f"About the {part}", "part": part, "actions": ways}
    return {**_EMPTY, **base, **CONTENT[part], **changes}


def screens() -> list[Json]:
    """Every part once, in a row to `finish`, and an abnormal screen beside the first."""
    names = [part.replace("_", "-") for part in PART_KINDS]
    row = [
        screen(part, ("Go on", names[n + 1] if n + 1 < len(names) else "finish"), step=n + 1 if n < len(STEPS) else 0)
        for n, part in enumerate(PART_KINDS)
    ]
    row[0]["actions"].append({"label": "No lamp there?", "to": "lost", "checks": False, "wait": ""})
    lost = screen("form", ("Back", names[0]), ("Stop", "leave"), id="lost", course="abnormal")
    return [*row, lost]


def draft(**changes: object) -> MockDraft:
    """A mock that breaks no rule, with `changes` to its fields; those of `landing` are merged in."""
    pointed = {"title": "Light that stays", "text": "No more flicker.", "icon": "spark"}
    landing = {
        "headline": "The lamp that mends itself",
        "lead": "Say what flickers, and the right part comes.",
        "action": "Try it",
        "picture": "A hall with a warm lamp",
        "problem": pointed,
        "pains": ["Waiting at home"],
        "how": [pointed, pointed],
        "features": [pointed, pointed],
        "voices": [{"who": "A tenant on the third floor", "quote": "I did not have to wait."}],
        "prices": [{"name": "Once", "price": "20 USD", "per": "repair", "points": ["Parts included"]}],
        "price_note": "Expected prices.",
        "faq": [{"question": f"Question {n}?", "answer": "Yes."} for n in (1, 2, 3)],
        "closing": "Your hall is waiting.",
    }
    fields = {
        "brand": "Lamp doctor", "tagline": "Light again", "tone": "friendly", "theme": "warm", "accent": "#7a3e0f",
        "landing": {**landing, **changes.pop("landing", {})},  # type: ignore[dict-item]  # a mapping, as all callers give
        "screens": screens(), "solved": "Did it help?", "use": "Would you use it?", "thanks": "Thank you.",
    }  # fmt: skip
    return MockDraft.model_validate({**fields, **changes})
