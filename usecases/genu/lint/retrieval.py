"""Searches (RAG) and the boxes that only feed them."""

from collections.abc import Iterator

from usecases.genu.lint.finding import Finding
from usecases.genu.lint.subject import Subject
from usecases.genu.substitution import hindrances


def check(subject: Subject) -> Iterator[Finding]:
    """`retrieve…` needs a box and RAG; `form` needs something that reads it."""
    for block in hindrances(subject.template, rag=False):
        placeholder = subject.first(block.field) if block.field.type.startswith("retrieve") else None
        if placeholder is not None and block.hindrance == "retrieve-without-box":
            yield subject.in_template(
                "retrieve-without-box", placeholder.start, text=placeholder.text, label=block.field.label
            )
        elif placeholder is not None:
            yield subject.in_template("retrieve-needs-rag", placeholder.start, text=placeholder.text)
    for box in subject.boxes:
        if box.type == "form" and not any(f.label == box.label and f.type != "form" for f in subject.fields):
            yield subject.in_template("form-unused", subject.first(box).start, label=box.label)
