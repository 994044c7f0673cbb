"""Labels and options that GenU finds again; the examples' keys and values follow."""

from typing import Any

from mlew.domain.base import Model
from usecases.genu.lint.labels import damaged
from usecases.genu.lint.placeholders import corrected
from usecases.genu.lint.subject import Subject
from usecases.genu.placeholder import NO_LABEL, Placeholder

_FULL_WIDTH = str.maketrans("()[]{}?*+^$|\\", "（）［］｛｝？＊＋＾＄｜＼")
_FULL_WIDTH_DOT = str.maketrans("()[]{}?*+^$|\\.", "（）［］｛｝？＊＋＾＄｜＼．")
_RESERVED = (NO_LABEL, "__proto__", "")


class _Renaming(Model):
    """`labels`: old → new. `options`: label → (option, old → new), "" for one that goes."""

    labels: dict[str, str]
    options: dict[str, dict[str, str]]


def repaired_template(subject: Subject) -> dict[str, Any]:
    """The content with a template, and examples, in which what is certain is mended."""
    content: dict[str, Any] = dict(subject.root.value)
    if not subject.template:
        return content
    renaming = _renaming(subject)
    parts, done = [], 0
    for placeholder in subject.placeholders:
        parts += [subject.template[done : placeholder.start], _rewritten(subject, placeholder, renaming)]
        done = placeholder.end
    content["promptTemplate"] = "".join([*parts, subject.template[done:]])
    if isinstance(content.get("inputExamples"), list):
        content["inputExamples"] = [_example(entry, renaming) for entry in content["inputExamples"]]
    return content


def _renaming(subject: Subject) -> _Renaming:
    damage = {field.label: identifier for field, identifier in damaged(subject).items()}
    wanted = {f.label: _label(f.label, damage.get(f.label, "")) for f in subject.fields}
    options = {}
    for box in subject.boxes:
        if box.type == "select":
            wide = _FULL_WIDTH if box.label in damage else {}
            options[box.label] = {option: option.strip().translate(wide) for option in box.choices}
    counted = list(wanted.values())
    labels = {old: new if counted.count(new) == 1 and new not in _RESERVED else old for old, new in wanted.items()}
    return _Renaming(labels=labels, options=options)


def _label(label: str, damage: str) -> str:
    if label in _RESERVED:
        return label
    plain = " ".join(label.split("\n")).strip() if "\n" in label or label != label.strip() else label
    if not damage:
        return plain
    return plain.translate(_FULL_WIDTH_DOT if damage == "label-elsewhere" else _FULL_WIDTH)


def _rewritten(subject: Subject, placeholder: Placeholder, renaming: _Renaming) -> str:
    field = placeholder.field
    if field is None:
        return corrected(placeholder) or placeholder.text
    if placeholder.text == f"{{{{{field.type}}}}}" or field.label == NO_LABEL or "{{" in field.label:
        return placeholder.text
    if field.type != "select":
        return f"{{{{{field.type}:{renaming.labels[field.label]}}}}}"
    if field.options:
        first = next(box for box in subject.boxes if box.type == "select" and box.label == field.label)
        if field.options != first.options:
            return placeholder.text
    kept = dict.fromkeys(option for option in renaming.options[field.label].values() if option)
    options = f":{','.join(kept)}" if kept else placeholder.text[len("{{select:") + len(field.label) : -2]
    return f"{{{{select:{renaming.labels[field.label]}{options}}}}}"


def _example(entry: Any, renaming: _Renaming) -> Any:
    if not isinstance(entry, dict) or not isinstance(entry.get("examples"), dict):
        return entry
    values: dict[str, Any] = entry["examples"]
    renamed = {}
    for key, value in values.items():
        new = renaming.labels.get(key, key)
        if new != key and new in values:
            new = key
        options = renaming.options.get(key, {})
        renamed[new] = options.get(value) or value if isinstance(value, str) else value
    return {**entry, "examples": renamed}
