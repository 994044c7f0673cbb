"""The estimate of the market as a page: the answer, what moves it, where each figure comes from."""

from mlew.documents.market_page.content import MarketPage
from mlew.documents.market_page.page import render_market_page

__all__ = ["MarketPage", "render_market_page"]
