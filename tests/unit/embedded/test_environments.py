"""Which Python environments the embedded AWS uses."""

import re

from infra.embedded.environments import EMULATOR_LOCK, LAMBDA_LOCK, environment_name


def test_a_changed_lock_makes_a_new_environment() -> None:
    assert environment_name("emulator", b"one") != environment_name("emulator", b"other")
    assert environment_name("emulator", b"one") != environment_name("function", b"one")


def test_locks_hold_versions_and_hashes_and_no_address_of_an_index() -> None:
    for lock in (EMULATOR_LOCK, LAMBDA_LOCK):
        text = lock.read_text()
        pinned = re.findall(r"^[a-z0-9-]+==\S+", text, re.MULTILINE)
        assert pinned
        assert text.count("--hash=sha256:") >= len(pinned)
        assert "://" not in text


def test_the_runtime_of_functions_has_the_sdk_and_what_it_needs_only() -> None:
    names = set(re.findall(r"^([a-z0-9-]+)==", LAMBDA_LOCK.read_text(), re.MULTILINE))

    assert names == {"boto3", "botocore", "jmespath", "python-dateutil", "s3transfer", "six", "urllib3"}
