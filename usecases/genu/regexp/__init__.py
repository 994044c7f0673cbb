"""JavaScript's regular expressions as `new RegExp(pattern, "g")` reads them, and `String.replace` with them.

GenU turns every placeholder into such an expression without escaping it. ECMAScript 2023 with annex B (the rules for
web pages), no flag but `g`: matching goes by UTF-16 units, as in a browser.
"""

from usecases.genu.regexp.errors import PatternError, TooComplex
from usecases.genu.regexp.pattern import Match, Pattern
from usecases.genu.regexp.replacement import expand, replace_all

__all__ = ["Match", "Pattern", "PatternError", "TooComplex", "expand", "replace_all"]
