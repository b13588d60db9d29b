"""What a person's or outlet's name looks like: capitalised words. A pattern, never a list."""

from __future__ import annotations

import re

CAPITAL = r"[A-Z\u00c0-\u00de\u0100-\u017d]"
WORD = rf"{CAPITAL}[\w.'’&-]*"
_PARTICLE = r"(?:al|bin|ibn|da|de|del|della|di|du|el|la|of|the|van|von|der|den|for)"

# One to five capitalised words, particles between them.
NAME = rf"(?-i:{WORD}(?: (?:{_PARTICLE} ){{0,2}}{WORD}){{0,4}})"
NAMES = rf"{NAME}(?:(?:,| and| &|, and) {NAME})*"


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern of a data file, without regard to case but in {NAME} and {NAMES}."""
    return re.compile(f"(?i:{pattern.replace('{NAMES}', NAMES).replace('{NAME}', NAME)})")
