"""What happens when a reader library meets a file it was not written for?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from northing.foundations.sources.opened import UnreadableSource

_PANIC = "PanicException"  # how pyo3 shows a Rust panic: a BaseException that cannot be imported


@contextmanager
def refusing_damage(what: str, remedy: str) -> Iterator[None]:
    """Turn whatever a library throws at a damaged file into `UnreadableSource`.

    pypdf, python-docx, markdown-it and calamine document a few exceptions and throw many more
    (KeyError, struct.error, RecursionError, Rust panics); this is the one place that catches all.
    """
    try:
        yield
    except UnreadableSource:
        raise
    except Exception as problem:  # noqa: BLE001 - the libraries throw nearly anything, see above
        raise _damaged(what, remedy, problem) from None
    except BaseException as problem:
        if type(problem).__name__ != _PANIC:
            raise
        raise _damaged(what, remedy, problem) from None


def _damaged(what: str, remedy: str, problem: BaseException) -> UnreadableSource:
    return UnreadableSource(
        f"The {what} is damaged or uses a feature this program does not know"
        f" ({type(problem).__name__}).",
        remedy,
    )
