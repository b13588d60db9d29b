"""Makes a text of strangers harmless for programs that show it."""

from __future__ import annotations

import html
import unicodedata

# Where a control character stood.
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def without_controls(text: str) -> str:
    """`text` with line ends as `\\n`, and every other control character but the tab replaced."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(REPLACEMENT if unicodedata.category(each) == "Cc" and each not in "\n\t" else each for each in lines)


def escaped(text: str) -> str:
    """`text` as HTML shows it, whatever it holds; for attributes too."""
    return html.escape(without_controls(text), quote=True)


def web_address(url: str | None) -> str | None:
    """`url` where a browser may be sent there: never `javascript:` or `data:`."""
    return url if url is not None and url.lower().startswith(("http://", "https://")) else None
