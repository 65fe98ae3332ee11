"""The whole API against requests made from its own OpenAPI: no 5xx, nothing undocumented."""
# schemathesis' own types are partial.
# pyright: reportUnknownVariableType=false, reportUntypedFunctionDecorator=false
# pyright: reportUnknownParameterType=false

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
import psycopg
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import status_code_conformance

from otehon.api.openapi import document
from otehon.store.address import driver_conninfo
from tests.integration.conftest import TEMPLATE, address_of

SCHEMA = schemathesis.openapi.from_dict(json.loads(json.dumps(document())))
# A stream of a run that does not exist waits for it; tests of their own read streams.
OPERATIONS = SCHEMA.exclude(path_regex="/events$")


@pytest.fixture(scope="module")
def address(server: str, tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    name, home = f"fuzz_{uuid4().hex[:8]}", tmp_path_factory.mktemp("home")
    with psycopg.connect(driver_conninfo(server), autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}".encode())
        yield from _served(address_of(server, name), home)
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _served(database_url: str, home: Path) -> Generator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    environment = {
        **os.environ,
        "DATABASE_URL": database_url,
        "OTEHON_HOME": str(home),
        "OTEHON_ENGINES": "fake",
        "OTEHON_LOG_LEVEL": "ERROR",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "otehon", "serve", "--port", str(port)], env=environment, cwd=home
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}/readyz")
        yield address
    finally:
        process.terminate()
        process.wait(15)


def _wait(url: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with suppress(httpx2.TransportError):
            if httpx2.get(url).status_code == 200:
                return
        time.sleep(0.1)
    raise AssertionError(f"{url} was never ready")


@OPERATIONS.parametrize()
@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_every_request_is_answered_as_documented(case: schemathesis.Case[Any], address: str) -> None:
    response = case.call(base_url=address, timeout=20)
    case.validate_response(response, checks=[not_a_server_error, status_code_conformance])
