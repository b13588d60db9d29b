"""What a source asks of the reporter: "asked not to be named" says nothing of the world."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from ingest.columns import columns_of
from ingest.extractors.quotes.candidate import Candidate

_ANONYMITY = re.compile(
    r"(?:that )?(?:not to be|to be|to remain|to stay|not to|not be|to|for|h(?:is|er) name not be|their names? not be) "
    r"(?:named|identified|quoted|anonymous|anonymity|used|published"
    r"|(?:use|give|disclose|publish|reveal) (?:his|her|their) (?:full |real |last )?names?)\b",
    re.IGNORECASE,
)


def asks_for_anonymity(doc: Doc, candidate: Candidate) -> bool:
    """Whether the content is the request, or the refusal, to have one's name told."""
    if not candidate.content:
        return False
    first = candidate.content[-1]
    return _ANONYMITY.match(columns_of(doc).surface(first.start, first.end)) is not None
