"""Requests with the root key are held to their signature.

Why: the emulator takes `test`, or any twelve digits, as an administrator with whatever secret. A function
that lacks a permission could simply sign as root, and no test under enforced IAM would prove anything.
"""

import contextvars

import ministack.app
import ministack.core.iam_evaluator as evaluator

from . import Settings

_checking = contextvars.ContextVar("mlew_checking_signature", default=False)


def apply(_settings: Settings) -> None:
    is_root_key, pin_signed_request = evaluator._is_root_key, ministack.app.pin_signed_request

    def looks_like_root(access_key_id: str) -> bool:
        """While a request is being pinned no key is exempt, so its signature is kept for the check."""
        return not (access_key_id and _checking.get()) and bool(is_root_key(access_key_id))

    def pin(*args: object, **kwargs: object) -> object:
        token = _checking.set(True)
        try:
            return pin_signed_request(*args, **kwargs)
        finally:
            _checking.reset(token)

    evaluator._is_root_key = looks_like_root
    ministack.app.pin_signed_request = pin
