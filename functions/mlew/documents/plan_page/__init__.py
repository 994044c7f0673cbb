"""One page for executives: decision, numbers, time line, money."""

from mlew.documents.plan_page.content import ExecutivePage, KeyFigure
from mlew.documents.plan_page.page import render_plan_page

__all__ = ["ExecutivePage", "KeyFigure", "render_plan_page"]
