"""Neo4j Browser on the test server, in a real Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.neo4j.server import Neo4jServer


@pytest.mark.neo4j
@pytest.mark.browser
def test_neo4j_browser_logs_in_with_the_servers_password(
    chromium: Browser, neo4j_server: Neo4jServer
) -> None:
    page = chromium.new_page()
    page.goto(neo4j_server.browser_url)
    page.get_by_test_id("username").fill(neo4j_server.user)
    page.get_by_test_id("password").fill(neo4j_server.password)
    page.get_by_test_id("connect").click()
    expect(page.get_by_text("You are connected as user")).to_be_visible(timeout=30_000)
    page.close()
