"""SIGTERM and SIGHUP end a command the way Ctrl-C does, so that it still stops what it started."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGTERM, signal.SIGHUP)
SIGNALLED_EXIT_CODE = 128  # plus the number of the signal, as a shell counts


@contextmanager
def exit_when_told() -> Iterator[None]:
    """Turn the signals into SystemExit meanwhile, where nobody handles them already."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may set handlers
        return
    unhandled = [number for number in SIGNALS if signal.getsignal(number) is signal.SIG_DFL]
    for number in unhandled:
        signal.signal(number, _exit)
    try:
        yield
    finally:
        for number in unhandled:
            signal.signal(number, signal.SIG_DFL)


def _exit(number: int, _: FrameType | None) -> None:
    sys.exit(SIGNALLED_EXIT_CODE + number)
