"""What a model takes and costs: one record a model, so that a request never holds what it would refuse."""

from typing import Literal

from pydantic import Field

from mlew.domain.base import Model

Runtime = Literal["bedrock", "function"]

OUTPUT_TOKENS_A_SECOND = 60
"""What the models in question write at least, on most days."""
LONGEST_ANSWER_SECONDS = 840
"""A Lambda lives 900 seconds; it has to start, to read its inputs and to store the answer."""


class ModelCapability(Model):
    """`id`: what is called (model id or inference profile). Prices in USD per million tokens.

    `runtime`: "bedrock" = Converse at the configured endpoint; "function" = the rehearsal model as a Lambda.
    `rehearsal`: a stand-in, and everything made with it says so. `cache_minimum`: tokens a cached prefix needs, 0 if
    there is no prompt cache. `output_tokens`: asked for at most, and `largest_output_tokens` after answers that came
    to nothing. `answer_seconds`: longest wait for one answer. `foundation_models` and `regions`: what the profile may
    call, and where.
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
    largest_output_tokens: int = 0
    answer_seconds: float = Field(default=800, ge=1, le=LONGEST_ANSWER_SECONDS)
    input_price: float = 0.0
    output_price: float = 0.0
    cache_read_price: float = 0.0
    cache_write_price: float = 0.0
    foundation_models: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    end_of_life: str = ""

    def room(self, conversation: int) -> int:
        """Output tokens to ask for: twice as many for each conversation before this one, as far as the model goes."""
        return min(self.output_tokens << conversation, max(self.output_tokens, self.largest_output_tokens))

    def shortest_wait(self, conversation: int) -> float:
        """Seconds that an answer of full length takes. With less time, a call may be paid for and lost."""
        return min(self.answer_seconds, self.room(conversation) / OUTPUT_TOKENS_A_SECOND)

    def cost(self, *, input_tokens: int, output_tokens: int, cache_read: int = 0, cache_write: int = 0) -> float:
        """USD of one call."""
        micro = (
            input_tokens * self.input_price
            + output_tokens * self.output_price
            + cache_read * self.cache_read_price
            + cache_write * self.cache_write_price
        )
        return micro / 1_000_000
