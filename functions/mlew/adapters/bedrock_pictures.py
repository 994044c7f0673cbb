"""A text-to-image model of Bedrock, by the request that Amazon's image models share (TEXT_IMAGE)."""

import base64
import binascii
import hashlib
import json
from typing import Any

from mlew.adapters.clients import Clients, read_seconds
from mlew.adapters.model_errors import model_errors
from mlew.domain.model_capability import ModelCapability
from mlew.errors import ModelError, ModelRefused
from mlew.ports.picture_model import PictureModel

WIDTH, HEIGHT = 1280, 720
LONGEST_TEXT = 1024
"""Characters that the models take as a description."""
_STYLE = "Calm editorial illustration in flat shapes, soft light, plenty of space, one accent colour {accent}. Scene: "
_NEVER = "text, letters, numbers, logos, trademarks, watermarks, recognisable people, distorted hands"
_PNG = b"\x89PNG\r\n\x1a\n"


class BedrockPictureModel(PictureModel):
    """InvokeModel at the configured endpoint."""

    def __init__(self, clients: Clients, model_id: str) -> None:
        """`model_id`: such as `amazon.nova-canvas-v1:0`."""
        self._clients = clients
        self._model = ModelCapability(id=model_id, name=model_id, output_tokens=1, largest_output_tokens=1)

    def draw(self, description: str, *, accent: str, timeout_seconds: float) -> bytes:
        """See the port."""
        client = self._clients.bedrock(read_seconds(timeout_seconds))
        with model_errors(self._model):
            response = client.invoke_model(
                modelId=self._model.id,
                contentType="application/json",
                accept="application/json",
                body=json.dumps(picture_request(description, accent)).encode(),
            )
            answer = response["body"].read()
        return _picture(answer, self._model.name)


def picture_request(description: str, accent: str) -> dict[str, Any]:
    """The body. The seed comes from the description: the same one is drawn alike."""
    style = _STYLE.format(accent=accent)
    return {
        "taskType": "TEXT_IMAGE",
        "textToImageParams": {
            "text": (style + " ".join(description.split()))[:LONGEST_TEXT],
            "negativeText": _NEVER,
        },
        "imageGenerationConfig": {
            "numberOfImages": 1,
            "width": WIDTH,
            "height": HEIGHT,
            "quality": "standard",
            "seed": int.from_bytes(hashlib.sha256(description.encode()).digest()[:3], "big"),
        },
    }


def _picture(answer: bytes, name: str) -> bytes:
    try:
        found = json.loads(answer)
        pictures = found["images"] or []
        content = base64.b64decode(pictures[0], validate=True) if pictures else b""
    except (ValueError, KeyError, TypeError, binascii.Error) as error:
        raise ModelError.told("picture.none-in-answer", name=name) from error
    if not content and found.get("error"):
        raise ModelRefused.told("picture.declined", name=name)
    if not content.startswith(_PNG):
        raise ModelError.told("picture.no-png", name=name)
    return content
