"""What a model takes and costs: one record a model, so that a request never holds what it would refuse."""

from typing import Literal

from mlew.domain.base import Model

Runtime = Literal["bedrock", "function"]


class ModelCapability(Model):
    """`id`: what is called (model id or inference profile). Prices in USD per million tokens.

    `runtime`: "bedrock" = Converse at the configured endpoint; "function" = the rehearsal model as a Lambda.
    `cache_minimum`: tokens a cached prefix needs, 0 if there is no prompt cache. `rehearsal`: a stand-in, and
    everything made with it says so. `foundation_models` and `regions`: what the profile may call, and where.
    """

    id: str
    name: str
    runtime: Runtime = "bedrock"
    rehearsal: bool = False
    forced_tool: bool = True
    pictures: bool = True
    temperature: bool = True
    cache_minimum: int = 0
    context_tokens: int = 200_000
    output_tokens: int = 8_192
    input_price: float = 0.0
    output_price: float = 0.0
    cache_read_price: float = 0.0
    cache_write_price: float = 0.0
    foundation_models: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    end_of_life: str = ""

    def cost(self, *, input_tokens: int, output_tokens: int, cache_read: int = 0, cache_write: int = 0) -> float:
        """USD of one call."""
        micro = (
            input_tokens * self.input_price
            + output_tokens * self.output_price
            + cache_read * self.cache_read_price
            + cache_write * self.cache_write_price
        )
        return micro / 1_000_000
