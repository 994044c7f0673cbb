"""Public holidays of the country in whose time zone a workshop plans.

`holidays` (MIT) rather than one for Japan alone: it names holidays in Japanese and in English, and knows the other
countries where workshops are held. It takes a second to import, so that happens when it is needed: docs/decisions/0014.
"""

from datetime import date
from importlib.resources import files

from mlew.domain.base import Locale

_LANGUAGES: dict[Locale, tuple[str, ...]] = {"ja": ("ja", "en_US"), "en": ("en_US", "en_GB", "en_SG")}


def public_holidays(time_zone: str, first: date, last: date, locale: Locale) -> dict[date, str]:
    """Holidays of the whole country from the first to the last day, named in the locale where the library can.

    Empty for time zones that belong to no country, and for countries that the library does not know.
    """
    from holidays import country_holidays, list_supported_countries  # noqa: PLC0415 - see above

    country = _country(time_zone)
    if country not in list_supported_countries():
        return {}
    years = range(first.year, last.year + 1)
    known = country_holidays(country).supported_languages
    language = next((one for one in _LANGUAGES[locale] if one in known), None)
    found = country_holidays(country, years=years, language=language)
    return {day: name for day, name in sorted(found.items()) if first <= day <= last}


def _country(time_zone: str) -> str:
    """ISO 3166 code by the list that comes with the time zones; "" if the zone is in none."""
    zones = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    for line in zones.splitlines():
        code, _, rest = line.partition("\t")
        if not line.startswith("#") and time_zone in rest.split("\t"):
            return code
    return ""
