"""docker-compose.yml and Dockerfile, checked as far as that goes without a docker engine."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.neo4j.server import Neo4jServer

ROOT = Path(__file__).resolve().parents[1]
COMPOSE = ROOT / "docker-compose.yml"
PINNED = re.compile(r"[\w./-]+:\d+\.\d+\.\d+(-[\w.-]+)?")
SETTING = re.compile(r"NEO4J_(dbms|server|db)_")


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]
    return loaded


@pytest.fixture(scope="module")
def dockerfile() -> list[tuple[str, str]]:
    """The instructions as (KEYWORD, rest), continued lines joined and comments gone."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in lines)]


def test_the_compose_file_keeps_to_the_compose_specification() -> None:
    check = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.compose-spec",
        str(COMPOSE),
    ]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def variables(text: str) -> set[str]:
    return set(re.findall(r"\bCOMMUNIQUE_[A-Z_]+[A-Z]\b", text))


def test_the_service_is_given_variables_that_it_reads(services: dict[str, Any]) -> None:
    read = variables((ROOT / "api/settings.py").read_text(encoding="utf-8"))
    assert services["communique"]["environment"].keys() - read == set()


def test_every_variable_is_documented() -> None:
    read = variables((ROOT / "api/settings.py").read_text(encoding="utf-8"))
    assert variables((ROOT / "docs/operations.md").read_text(encoding="utf-8")) == read


def test_there_is_no_default_password() -> None:
    variables = re.findall(r"\$\{?\w+[^}]*\}?", COMPOSE.read_text(encoding="utf-8"))
    assert variables
    assert all(re.fullmatch(r"\$\{NEO4J_PASSWORD:\?[^}]+\}", variable) for variable in variables)


def test_every_image_is_pinned(services: dict[str, Any], dockerfile: list[tuple[str, str]]) -> None:
    images = [service["image"] for service in services.values()]
    images += [rest.split()[0] for word, rest in dockerfile if word == "FROM"]
    assert len(images) >= 3
    assert [image for image in images if not PINNED.fullmatch(image)] == []


def test_neo4j_is_the_community_release_that_the_tests_run(services: dict[str, Any]) -> None:
    pom = (ROOT / "tests/neo4j/pom.xml").read_text(encoding="utf-8")
    (tested,) = re.findall(r"<artifactId>neo4j</artifactId>\s*<version>([\d.]+)</version>", pom)
    assert services["neo4j"]["image"] == f"neo4j:{tested}-community"


def test_neo4j_keeps_its_data_in_a_volume_and_says_when_it_is_healthy(services: dict[str, Any]) -> None:
    neo4j = services["neo4j"]
    assert [volume.partition(":")[2] for volume in neo4j["volumes"]] == ["/data"]
    assert neo4j["healthcheck"]["test"][:2] == ["CMD", "wget"]
    assert services["communique"]["depends_on"]["neo4j"]["condition"] == "service_healthy"


def test_ports_are_open_to_this_computer_alone(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service["ports"]]
    assert len(ports) == 3
    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []


def test_the_service_runs_as_nobody_special(dockerfile: list[tuple[str, str]]) -> None:
    words = [word for word, _ in dockerfile]
    last_stage = dockerfile[len(words) - words[::-1].index("FROM") :]
    (user,) = [rest for word, rest in last_stage if word == "USER"]
    assert user.split(":")[0] not in {"0", "root"}


def test_the_image_holds_the_versions_that_were_tested(dockerfile: list[tuple[str, str]]) -> None:
    installs = [rest for word, rest in dockerfile if word == "RUN" and "pip install" in rest]
    assert installs
    assert all("-c constraints.txt" in install or "--no-deps" in install for install in installs)


def test_the_image_starts_the_service_on_the_port_that_compose_publishes(
    services: dict[str, Any], dockerfile: list[tuple[str, str]]
) -> None:
    (command,) = [json.loads(rest) for word, rest in dockerfile if word == "CMD"]
    assert command[:2] == ["communique", "serve"]
    port = command[command.index("--port") + 1]
    assert services["communique"]["ports"][0].endswith(f":{port}")


@pytest.mark.neo4j
def test_neo4j_starts_with_the_settings_of_the_compose_file(services: dict[str, Any]) -> None:
    settings = {
        name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_"): value
        for name, value in services["neo4j"]["environment"].items()
        if SETTING.match(name)
    }
    assert "server.memory.heap.max_size" in settings
    with Neo4jServer(settings=settings) as server:
        assert server.url.startswith("bolt://")
