"""A file is silent exactly when GenU sends what anybody would expect: each field replaced by its value, as it is."""

import json

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.unit.usecases.genu.lint.cases import content
from usecases.genu.lint import lint
from usecases.genu.placeholder import BOXES, placeholders
from usecases.genu.source import Source
from usecases.genu.substitution import preview

CHECKED = settings(max_examples=300, deadline=None)
ABOUT_THE_PROMPT = {"label-lost", "label-hangs", "label-elsewhere", "value-pattern", "value-placeholder"}
"""Everything else in the files made here is harmless."""

SIGNS = "ab1質 .|?*+()[]^$\\{-/_#&（？"
names = st.text(alphabet=SIGNS, min_size=1, max_size=4).filter(lambda t: t == t.strip() and "{{" not in t)
safe_names = st.text(alphabet="ab1質-/_（？", min_size=1, max_size=4)
prose = st.text(alphabet="ab 。.\n質", max_size=5)


@st.composite
def templates(draw: st.DrawFn, labels: st.SearchStrategy[str]) -> str:
    """Fields of different labels, some of them twice, in prose without braces."""
    boxes = []
    for label in draw(st.lists(labels, min_size=1, max_size=3, unique=True)):
        options = draw(st.lists(labels.filter(lambda t: "," not in t), min_size=1, max_size=2, unique=True))
        is_list = draw(st.booleans())
        boxes.append(f"{{{{select:{label}:{','.join(options)}}}}}" if is_list else f"{{{{text:{label}}}}}")
    again = draw(st.lists(st.sampled_from(boxes), max_size=1))
    return "".join(part for box in draw(st.permutations([*boxes, *again])) for part in (draw(prose), box)) + draw(prose)


def plain(template: str, values: dict[str, str]) -> str:
    """What a reader of the template expects."""
    parts, done = [], 0
    for placeholder in placeholders(template):
        field = placeholder.field
        assert field is not None
        parts += [template[done : placeholder.start], values[field.label] if field.type in BOXES else ""]
        done = placeholder.end
    return "".join([*parts, template[done:]])


def complaints(template: str, values: dict[str, str]) -> set[str]:
    examples = [{"title": "例", "examples": values}]
    made = content(promptTemplate=template, inputExamples=examples)
    rules = {finding.rule for finding in lint(Source("a.json", json.dumps(made).encode()))}
    return rules & ABOUT_THE_PROMPT


@CHECKED
@given(template=templates(names))
def test_labels_and_options(template: str) -> None:
    labels = [p.field.label for p in placeholders(template) if p.field]
    values = {label: f"⟦{number}⟧" for number, label in enumerate(dict.fromkeys(labels))}
    for placeholder in placeholders(template):
        if placeholder.field and placeholder.field.choices:
            assume(placeholder.field.label not in placeholder.field.choices[0])
    arrived = preview(template, values).prompt == plain(template, values)

    assert (complaints(template, values) == set()) is arrived


@CHECKED
@given(template=templates(safe_names), data=st.data())
def test_values_of_examples(template: str, data: st.DataObject) -> None:
    found = placeholders(template)
    pieces = st.sampled_from([*"$$$&`'1ab{}", "{{text:", "}}", "{{text:a}}", "¥", *(p.text for p in found)])
    texts = st.lists(pieces, min_size=1, max_size=4).map("".join)
    values = {p.field.label: data.draw(texts) for p in found if p.field}
    arrived = preview(template, values).prompt == plain(template, values)

    assert (complaints(template, values) == set()) is arrived
