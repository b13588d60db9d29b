"""A parameter that takes one value is given once."""

from __future__ import annotations

import httpx
import pytest


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/statements?speaker=Anna%20Kovalenko&speaker=Ivan%20Petrenko", 422),
        ("/statements?limit=1&limit=2", 422),
        ("/statements?strict=true&strict=false", 422),
        ("/search?q=town&q=road", 422),
        ("/neighbours/Bakhmut?hops=1&hops=2", 422),
        ("/paths?from=Bakhmut&to=Soledar&from=Soledar", 422),
        ("/statements?about=Bakhmut&about=Soledar", 200),
        ("/statements?mode=direct&mode=mixed", 200),
        ("/neighbours/Bakhmut?types=SAID&types=ABOUT", 200),
        ("/statements?%20=1&%20=2", 422),
        ("/health?a=1&a=2", 200),
    ],
)
def test_a_value_is_not_lost_in_silence(address: str, status: int, read_client: httpx.Client) -> None:
    answer = read_client.get(address)
    assert answer.status_code == status
    if status == 422 and "%20=" not in address:
        name = address.rpartition("&")[2].partition("=")[0]
        assert answer.json()["detail"] == f"query.{name}: it is given 2 times and takes one value"
