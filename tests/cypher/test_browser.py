"""Neo4j Browser draws the saved queries in the project's style; and the style covers the whole model.

COMMUNIQUE_SCREENSHOT=docs/images/browser-alliances.png keeps the picture of the alliances.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import cypher
from graph.alliances import compute_alliances
from graph.arrivals import Incoming
from graph.model import EDGE_TYPES, NODE_LABELS
from graph.record import parse_record
from graph.reference import Reference
from graph.store import Store
from graph.update import add_records
from tests.neo4j.server import Neo4jServer

FOLDER = Path(cypher.__file__).parent / "browser"
GOLD = Path(__file__).resolve().parents[1] / "gold" / "dev"
STYLE = (FOLDER / "style.grass").read_text(encoding="utf-8")
STYLED = re.findall(r"^(node|relationship)\.(\w+) \{$", STYLE, flags=re.MULTILINE)
# Ties between nodes that no picture is about keep the plain line.
PLAIN = {"PART_OF", "STATED", "ABOUT", "AT", "OF"}


def test_every_label_has_a_style() -> None:
    assert {name for kind, name in STYLED if kind == "node"} == {*NODE_LABELS, "Article", "Claim"}


def test_every_edge_type_that_pictures_are_about_has_a_style() -> None:
    assert {name for kind, name in STYLED if kind == "relationship"} == {*EDGE_TYPES, "ALIGNED_WITH"} - PLAIN


def test_nodes_are_captioned_by_their_names() -> None:
    for label in ("State", "Official", "Office", "Organization", "Forum", "Event"):
        block = STYLE.partition(f"node.{label} {{")[2].partition("}\n")[0]
        assert 'caption: "{name}"' in block


@pytest.fixture
def alliances(neo4j_store: Store) -> Store:
    """The annotated articles in Neo4j, and the alliances that follow from them."""
    records = [
        parse_record(json.loads(path.read_text(encoding="utf-8")), path.name)
        for path in sorted(GOLD.glob("*.json"))
    ]
    add_records(neo4j_store, [Incoming(record) for record in records], Reference.load())
    compute_alliances(neo4j_store)
    return neo4j_store


@pytest.mark.neo4j
@pytest.mark.browser
def test_the_browser_loads_the_style_and_draws_a_states_alliances(
    chromium: Browser, neo4j_server: Neo4jServer, alliances: Store
) -> None:
    state = "state/china"
    rows = alliances.read("browser/state_alignments", state=state, period="all")
    states = {node["name"] for row in rows for node in (row["s"], row["other"])}
    assert len(states) > 5
    page = chromium.new_page(viewport={"width": 1300, "height": 1300})
    _log_in(page, neo4j_server)
    _drop(page, FOLDER / "style.grass")
    expect(page.get_by_text("node.State {").first).to_be_visible()
    _run(page, f":param {{state: '{state}', period: 'all'}}")
    _run(page, (FOLDER / "state_alignments.cypher").read_text(encoding="utf-8"))
    frame = page.get_by_test_id("frame").first
    nodes = frame.locator("g.node")
    expect(nodes).to_have_count(len(states), timeout=30_000)
    drawn = {" ".join(node.locator("text.caption").all_text_contents()) for node in nodes.all()}
    assert "China" in {" ".join(name.split()) for name in drawn}
    expect(frame.locator("circle.b-outline").first).to_have_attribute("fill", "#2F5D8A")
    assert frame.locator("g.relationship path[fill='#2F5D8A']").count() >= len(states) - 1
    _keep_picture(page)
    page.close()


@pytest.mark.neo4j
@pytest.mark.browser
@pytest.mark.parametrize(
    ("name", "params", "label"),
    [
        ("who_attended", {"event": "event/moscow-format-6"}, "Event"),
        ("contested_recognition", {}, "State"),
    ],
)
def test_the_browser_runs_saved_queries_as_they_stand(
    chromium: Browser,
    neo4j_server: Neo4jServer,
    alliances: Store,
    name: str,
    params: dict[str, str],
    label: str,
) -> None:
    assert alliances.read(f"browser/{name}", **params)
    page = chromium.new_page()
    _log_in(page, neo4j_server)
    for param, value in params.items():
        _run(page, f":param {param} => '{value}'")
    _drop(page, FOLDER / f"{name}.cypher")
    page.get_by_text("Paste in editor").click()
    page.keyboard.press("Control+Enter")
    frame = page.get_by_test_id("frame").first
    expect(frame.get_by_test_id(f"property-details-overview-node-label-{label}")).to_be_visible(
        timeout=30_000
    )
    expect(frame.locator("g.node").first).to_be_visible()
    page.close()


def _log_in(page: Page, server: Neo4jServer) -> None:
    page.goto(server.browser_url)
    page.get_by_test_id("username").fill(server.user)
    page.get_by_test_id("password").fill(server.password)
    page.get_by_test_id("connect").click()
    expect(page.get_by_text("You are connected as user")).to_be_visible(timeout=30_000)


def _drop(page: Page, path: Path) -> None:
    """The file was dragged onto the Browser from a folder."""
    files = page.evaluate_handle(
        """([name, text]) => {
            const files = new DataTransfer();
            files.items.add(new File([text], name));
            return files;
        }""",
        [path.name, path.read_text(encoding="utf-8")],
    )
    for event in ("dragenter", "dragover", "drop"):
        page.get_by_test_id("activeEditor").first.dispatch_event(event, {"dataTransfer": files})


def _run(page: Page, text: str) -> None:
    """The Browser has run it, and shows the result in its uppermost frame."""
    before = page.get_by_test_id("frame").count()
    page.get_by_test_id("activeEditor").locator(".monaco-editor").first.click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(text)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_test_id("frame")).to_have_count(before + 1, timeout=30_000)


def _keep_picture(page: Page) -> None:
    path = os.environ.get("COMMUNIQUE_SCREENSHOT")
    if path:
        page.wait_for_timeout(4_000)  # until the nodes have come to rest
        page.get_by_test_id("frame").first.screenshot(path=path)
