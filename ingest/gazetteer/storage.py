"""The gazetteer's file: named sections of numbers and text behind a JSON header, read in place through a memory map."""

from __future__ import annotations

import json
import mmap
import os
import tempfile
from array import array
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"CHRGAZ01"
_ALIGNMENT = 8


@dataclass(frozen=True, slots=True)
class SectionFile:
    """An open file of sections; the views stay valid as long as it lives, and share their pages with every process."""

    header: dict[str, str]
    numbers: dict[str, memoryview]
    texts: dict[str, memoryview]


class NotAGazetteer(ValueError):
    """The file is no gazetteer of this format."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not a gazetteer file ({MAGIC.decode()} expected at its start)")
        self.path = path


def write_sections(path: Path, header: dict[str, str], numbers: dict[str, array[int]], texts: dict[str, bytes]) -> None:
    """Writes beside `path` and renames, so that a reader or a second writer never meets half a file."""
    sections: list[dict[str, str | int]] = []
    payloads: list[bytes] = []
    offset = 0
    for name, payload, code in [
        *((name, values.tobytes(), values.typecode) for name, values in numbers.items()),
        *((name, value, "") for name, value in texts.items()),
    ]:
        sections.append({"name": name, "offset": offset, "bytes": len(payload), "code": code})
        payloads.append(payload)
        offset += len(payload) + -len(payload) % _ALIGNMENT
    table = json.dumps({"header": header, "sections": sections}, sort_keys=True).encode()
    table += b" " * (-len(table) % _ALIGNMENT)
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name + ".")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(MAGIC + len(table).to_bytes(8, "little") + table)
            for payload in payloads:
                file.write(payload + b"\0" * (-len(payload) % _ALIGNMENT))
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)


def read_sections(path: Path) -> SectionFile:
    """Maps the file.

    Raises:
        NotAGazetteer: the file does not begin as one.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        start = file.read(16)
        if start[:8] != MAGIC:
            raise NotAGazetteer(path)
        view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    table_length = int.from_bytes(start[8:16], "little")
    table = json.loads(view[16 : 16 + table_length].tobytes())
    base = 16 + table_length
    numbers, texts = {}, {}
    for section in table["sections"]:
        first = base + section["offset"]
        part = view[first : first + section["bytes"]]
        if section["code"]:
            numbers[section["name"]] = part.cast(section["code"])
        else:
            texts[section["name"]] = part
    return SectionFile(header=table["header"], numbers=numbers, texts=texts)
