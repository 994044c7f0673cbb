"""Discovery folders that nothing in the product knows: other trades than the examples, as teams write them."""

from pathlib import Path

HERE = Path(__file__).parent
UNSEEN_JA = HERE / "orchard"
UNSEEN_EN = HERE / "repair"
PICTURE = HERE / "customer.png"
"""A sheet as a drawing: nothing in it can be read as text."""
EXAMPLES = sorted(p for p in (HERE.parents[1] / "examples").iterdir() if p.is_dir())
"""Those that the product brings along."""
