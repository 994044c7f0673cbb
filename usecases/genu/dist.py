"""All files that GenU users take: the use cases of the parts asked for, and a page that hands them out."""

from collections.abc import Iterable

from mlew.domain.base import Locale
from usecases.definition import PARTS, Part
from usecases.genu.builder import all_in_one, all_in_one_name, file_name, step_use_case, steps_of
from usecases.genu.format import UseCase
from usecases.genu.index.markdown import index_markdown
from usecases.genu.index.page import index_page
from usecases.genu.step import genu_step

LOCALES: tuple[Locale, ...] = ("ja", "en")


def use_cases(locale: Locale, parts: Iterable[Part] = PARTS) -> dict[str, UseCase]:
    """File name → use case: the steps in order, then the one for all, part by part."""
    found: dict[str, UseCase] = {}
    for part in parts:
        for definition in steps_of(part):
            step = genu_step(definition.id)
            found[file_name(definition, step)] = step_use_case(definition, step, locale)
        found[all_in_one_name(part)] = all_in_one(part, locale)
    return found


def dist_files(locales: Iterable[Locale] = LOCALES, parts: Iterable[Part] = PARTS) -> dict[str, str]:
    """Path below the folder → text: `ja/practice-1-listen.json`, `ja/index.html`, `ja/index.md`, …"""
    found: dict[str, str] = {}
    wanted, spoken = tuple(parts), tuple(locales)
    for locale in spoken:
        built = use_cases(locale, wanted)
        found |= {f"{locale}/{name}": use_case.to_json() for name, use_case in built.items()}
        other = next((one for one in spoken if one != locale), None)
        found[f"{locale}/index.html"] = index_page(built, locale, wanted, other=other)
        found[f"{locale}/index.md"] = index_markdown(built, locale, wanted)
    return found
