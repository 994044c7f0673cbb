"""Personal data in what people said, masked by rule before a model reads it."""

from mlew.domain.personal_data.limits import LIMITS
from mlew.domain.personal_data.masking import Masking

__all__ = ["LIMITS", "Masking"]
