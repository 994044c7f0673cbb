"""The Converse request: what the model takes goes in, what it does not take is left out."""

import json
import re
from typing import TYPE_CHECKING

from mlew.adapters.token_estimate import input_tokens, prefix_tokens
from mlew.domain.model_capability import ModelCapability
from mlew.ports.model import ModelRequest
from usecases.fence import fence

if TYPE_CHECKING:
    from types_boto3_bedrock_runtime.literals import ImageFormatType
    from types_boto3_bedrock_runtime.type_defs import (
        ContentBlockTypeDef,
        ConverseRequestTypeDef,
        ImageBlockTypeDef,
        InferenceConfigurationTypeDef,
        MessageUnionTypeDef,
        SystemContentBlockTypeDef,
        ToolConfigurationTypeDef,
    )

TEMPERATURE = 0.5
"""Below the usual 1: forms are filled in steadily, and ideas still differ."""
_METADATA = re.compile(r"[^a-zA-Z0-9\s:_@$#=/+,.-]")


def converse_request(request: ModelRequest, model: ModelCapability) -> "ConverseRequestTypeDef":
    """All parameters of `converse`. The nonce goes along as metadata, which the model does not read."""
    built: ConverseRequestTypeDef = {
        "modelId": model.id,
        "messages": _messages(request, model),
        "toolConfig": _tools(request, model),
        "inferenceConfig": _limits(request, model),
    }
    if request.system:
        built["system"] = _system(request, model)
    if request.nonce:
        built["requestMetadata"] = {"nonce": _METADATA.sub("-", request.nonce)[:256]}
    return built


def _system(request: ModelRequest, model: ModelCapability) -> "list[SystemContentBlockTypeDef]":
    blocks: list[SystemContentBlockTypeDef] = [{"text": request.system}]
    if 0 < model.cache_minimum <= prefix_tokens(request):
        blocks.append({"cachePoint": {"type": "default"}})
    return blocks


def _messages(request: ModelRequest, model: ModelCapability) -> "list[MessageUnionTypeDef]":
    first: list[ContentBlockTypeDef] = []
    if model.pictures:
        for attachment in request.attachments:
            media: ImageFormatType = "png" if attachment.media == "png" else "jpeg"
            image: ImageBlockTypeDef = {"format": media, "source": {"bytes": attachment.content}}
            block: ContentBlockTypeDef = {"image": image}
            first.append(block)
    first.append({"text": request.text})
    # Writing to the cache costs a quarter more than reading plain input, a cached read a tenth of it: worth it from
    # the first repair on, since a second one is then likely, and not before, since most answers need none.
    if request.turns and 0 < model.cache_minimum <= input_tokens(request, model):
        first.append({"cachePoint": {"type": "default"}})
    if request.turns and not model.forced_tool:
        first.append({"text": _repair(request)})
    messages: list[MessageUnionTypeDef] = [{"role": "user", "content": first}]
    if not model.forced_tool:
        return messages
    for number, (answer, fault) in enumerate(request.turns, start=1):
        use = f"attempt-{number}"
        messages += [
            {
                "role": "assistant",
                "content": [{"toolUse": {"toolUseId": use, "name": request.tool_name, "input": answer}}],
            },
            {
                "role": "user",
                "content": [{"toolResult": {"toolUseId": use, "status": "error", "content": [{"text": fault}]}}],
            },
        ]
    return messages


def _repair(request: ModelRequest) -> str:
    """The last answer as data.

    A model that thinks before it calls a tool refuses a turn of its own without the thoughts, which we do not keep
    (Anthropic, "Preserving thinking blocks").
    """
    answer, fault = request.turns[-1]
    return f"{fence('your_last_answer', json.dumps(answer, ensure_ascii=False))}\n\n{fault}"


def _tools(request: ModelRequest, model: ModelCapability) -> "ToolConfigurationTypeDef":
    tools: ToolConfigurationTypeDef = {
        "tools": [
            {
                "toolSpec": {
                    "name": request.tool_name,
                    "description": request.tool_description,
                    "inputSchema": {"json": request.tool_schema},
                }
            }
        ]
    }
    if model.forced_tool:
        tools["toolChoice"] = {"tool": {"name": request.tool_name}}
    return tools


def _limits(request: ModelRequest, model: ModelCapability) -> "InferenceConfigurationTypeDef":
    limits: InferenceConfigurationTypeDef = {"maxTokens": model.room(request.conversation)}
    if model.temperature:
        limits["temperature"] = TEMPERATURE
    return limits
