from __future__ import annotations

import re

import pytest

from graph.errors import InputError
from ingest.pages import article_from_page

PAGE = """<!DOCTYPE html>
<html lang="en"><head>
<title>Ministers meet in Moscow | The Daily Gazette</title>
<meta property="og:title" content="Ministers meet in Moscow">
<meta property="og:site_name" content="The Daily Gazette">
<meta property="article:published_time" content="2024-10-04T16:20:00+03:00">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Ministers meet in Moscow</h1>
<p>Envoys of ten countries met in Moscow on Friday for the sixth meeting of the Moscow Format, a forum on Afghanistan.</p>
<p>Russia&rsquo;s Foreign Minister Sergey&nbsp;Lavrov opened the con&shy;sultations and called on the participants to keep
their embassies in Kabul open, the ministry said in a statement after the talks had ended.</p>
<p>The Afghan side was led by acting Foreign Minister Amir Khan Muttaqi, who thanked the hosts.</p></article>
<footer>Copyright 2009 The Daily Gazette. All rights reserved.</footer></body></html>"""


def test_title_publisher_day_and_main_text_are_found() -> None:
    article = article_from_page(PAGE)
    assert (article.title, article.publisher) == ("Ministers meet in Moscow", "The Daily Gazette")
    assert article.published == "2024-10-04"
    assert article.text.startswith("Envoys of ten countries")
    assert "Sergey Lavrov opened the consultations" in article.text
    assert not any(word in article.text for word in ("Home", "Copyright", "\u00a0", "\u00ad"))


def test_the_address_that_a_page_came_from_is_its_url() -> None:
    assert article_from_page(PAGE, "https://gazette.example/moscow").url == "https://gazette.example/moscow"
    assert article_from_page(PAGE).url is None


def test_a_page_without_a_date_of_publication_has_none() -> None:
    page = re.sub("<meta property=.article:published_time.*>", "", PAGE)
    assert "2024" not in page
    assert article_from_page(page).published is None


def test_an_xhtml_page_that_declares_its_encoding_is_read() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?>' + PAGE
    assert "Lavrov" in article_from_page(page).text


@pytest.mark.parametrize(
    "page", ["", "<html></html>", "<div>" * 5000, "<html><body><p></p></body></html>", "\x01"]
)
def test_a_page_without_a_main_text_is_refused(page: str) -> None:
    with pytest.raises(InputError, match="no main text"):
        article_from_page(page)
