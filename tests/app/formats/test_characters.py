"""Texts of strangers are harmless for who shows them."""

from __future__ import annotations

import pytest

from app.formats.characters import escaped, web_address, without_controls
from app.formats.spreadsheet import cell


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x07c\x1b[31m\x85", "a�b�c�[31m�"),
        ("one\r\ntwo\rthree\tfour", "one\ntwo\nthree\tfour"),
        ("Київ “quotes” 😀", "Київ “quotes” 😀"),
    ],
)
def test_control_characters_are_replaced(text: str, shown: str) -> None:
    assert without_controls(text) == shown


def test_html_is_escaped() -> None:
    assert escaped("<script>alert('x')</script>\x00") == "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;�"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://news.example/a", "https://news.example/a"),
        ("HTTP://news.example/a", "HTTP://news.example/a"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        (" https://news.example", None),
        (None, None),
    ],
)
def test_a_browser_is_sent_to_the_web_only(url: str | None, address: str | None) -> None:
    assert web_address(url) == address


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+380", "'+380"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\n=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ("", ""),
        (None, ""),
        (0.9, "0.9"),
    ],
)
def test_no_cell_is_a_formula(value: str | float | None, shown: str) -> None:
    assert cell(value) == shown
