"""What all prompts say alike: the workshop's ground rules, headings, the language of the answer."""

import tomllib
from functools import cache
from importlib.resources import files

from mlew.domain.base import Locale, Model
from usecases.definition import Text


class Headings(Model):
    """Headings of a prompt, in their order."""

    role: Text
    ground_rules: Text
    rules: Text
    output: Text
    material: Text
    task: Text
    inputs: Text


class Frame(Model):
    """One language. `material`: inputs are data; `requests`: how far wishes of participants go; `pictures`: said
    if pictures may come; `form`: how to answer; `check`: last sentence of every prompt.
    """

    ground_rules: tuple[Text, ...]
    material: Text
    requests: Text
    pictures: Text
    language: Text
    form: Text
    check: Text
    headings: Headings


@cache
def frame(locale: Locale) -> Frame:
    """The frame of prompts in one language."""
    content = (files("usecases") / "shared" / "frame.toml").read_text(encoding="utf-8")
    return Frame.model_validate(tomllib.loads(content)[locale])
