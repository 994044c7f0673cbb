from mlew.adapters.clients import Clients, read_seconds
from mlew.adapters.converse_answer import model_answer
from mlew.adapters.converse_request import converse_request
from mlew.adapters.model_errors import model_errors
from mlew.adapters.token_estimate import highest_cost
from mlew.domain.model_capability import ModelCapability
from mlew.ports.model import ModelAnswer, ModelPort, ModelRequest


class BedrockModel(ModelPort):
    """Converse at the configured endpoint: Bedrock in an account, the model gateway behind the embedded AWS."""

    def __init__(self, clients: Clients, model: ModelCapability) -> None:
        """One model."""
        self._clients = clients
        self._model = model

    def ask(self, request: ModelRequest, *, timeout_seconds: float) -> ModelAnswer:
        """See the port. The timeout counts in the steps of `read_seconds`."""
        client = self._clients.bedrock(read_seconds(timeout_seconds))
        with model_errors(self._model):
            response = client.converse(**converse_request(request, self._model))
        return model_answer(response, self._model)

    def highest_cost(self, request: ModelRequest) -> float:
        """See the port."""
        return highest_cost(request, self._model)
