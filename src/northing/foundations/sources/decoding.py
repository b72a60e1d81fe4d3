"""In which encoding was this text written, and what does it say?"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from charset_normalizer import from_bytes

from northing.foundations.sources.cells import without_controls
from northing.foundations.sources.opened import UnreadableSource

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = frozenset("äöüÄÖÜßéèêëÉÈàâáãÀÁíìîïóòôõúùûñÑçÇåÅøØæÆœ€£–—‘’‚“”„…•°§©®«»¿¡\xa0\xad²³½´·")
_GUESSED = (
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1252"),
    *("koi8_r", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
)
_WESTERN_SHARE = 0.85
_SAMPLE_BYTES = 32_768
_ZERO_SHARE = 0.2  # plain text in UTF-16 is almost half zeros
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text with one kind of line end (LF), and a note unless it was plain UTF-8."""

    text: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes that are text in an encoding, read piece by piece and as often as one likes.

    A text takes up to four times the memory of its bytes; nobody who goes through it line by line
    needs all of it at once.
    """

    content: bytes
    encoding: str
    notes: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """Each line with its end, which is LF; the last may have none."""
        begun: list[str] = []
        for piece in self.pieces():
            whole = piece.rfind("\n") + 1
            if whole:
                begun.append(piece[:whole])
                yield from io.StringIO("".join(begun), newline="\n")
                begun = []
            begun.append(piece[whole:])
        yield from io.StringIO("".join(begun), newline="\n")

    def pieces(self) -> Iterator[str]:
        """The text with one kind of line end and without control characters."""
        decoder = codecs.getincrementaldecoder(self.encoding)()
        ends = io.IncrementalNewlineDecoder(decoder, translate=True)
        whole = memoryview(self.content)
        for at in range(0, len(whole), _PIECE):
            yield without_controls(ends.decode(whole[at : at + _PIECE]))
        yield without_controls(ends.decode(b"", final=True))

    def beginning(self, signs: int) -> str:
        """The first signs of the text."""
        found = ""
        for piece in self.pieces():
            found += piece
            if len(found) >= signs:
                break
        return found[:signs]


def written(content: bytes, *, encoding: str | None = None) -> Written:
    """How the bytes are read: as asked, else by their mark, else UTF-8, else the likeliest.

    Raises `UnreadableSource` where they are no text in that encoding.
    """
    name = encoding or _encoding_of(content)
    try:
        with suppress(ValueError):
            b"a".decode(name)  # what is called so turns bytes into text, not into other bytes
        is_readable = _decodes(content, name)
    except LookupError:
        raise UnreadableSource(
            f"No encoding is called '{name}'.", "Name one such as utf-8, utf-16 or cp1252."
        ) from None
    if not is_readable:
        raise UnreadableSource(
            f"The bytes are not text in the encoding {name}.",
            "Save the file as UTF-8, or name the encoding it was saved in.",
        )
    note = f"Read as {name}, because the file is not UTF-8."
    return Written(content, name, () if name.startswith("utf-8") or encoding else (note,))


def decoded(content: bytes, *, encoding: str | None = None) -> Decoded:
    """The whole text of these bytes."""
    source = written(content, encoding=encoding)
    return Decoded("".join(source.pieces()), source.notes)


def _encoding_of(content: bytes) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    without_mark = _utf16_without_mark(content[:_SAMPLE_BYTES])
    if without_mark:
        return without_mark
    return "utf-8" if _decodes(content, "utf-8") else _eight_bit_encoding(content)


def _utf16_without_mark(sample: bytes) -> str | None:
    needed = len(sample) * _ZERO_SHARE
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if odd > needed and even < odd / 10:
        return "utf-16-le"
    return "utf-16-be" if even > needed and odd < even / 10 else None


def _decodes(content: bytes, name: str) -> bool:
    """Piece by piece: as text, all of it could be four times as large."""
    whole = memoryview(content)
    try:
        decoder = codecs.getincrementaldecoder(name)()
        for at in range(0, len(whole), _PIECE):
            decoder.decode(whole[at : at + _PIECE])
        decoder.decode(b"", final=True)
    except ValueError:
        return False
    return True


def _eight_bit_encoding(content: bytes) -> str:
    """Windows Western when its special characters look Western; only else the slow guess."""
    sample = _lines_with_specials(content)
    if _decodes(content, "cp1252"):
        specials = [sign for sign in sample.decode("cp1252") if not sign.isascii()]
        if sum(sign in _WESTERN for sign in specials) >= _WESTERN_SHARE * len(specials):
            return "cp1252"
    best = from_bytes(sample, cp_isolation=list(_GUESSED)).best()
    if best is not None and _decodes(content, best.encoding):
        return best.encoding
    return "cp1252" if _decodes(content, "cp1252") else "latin-1"


def _lines_with_specials(content: bytes) -> bytes:
    found: list[bytes] = []
    size = 0
    for line in content.splitlines(keepends=True):
        if not line.isascii():
            found.append(line[:_SAMPLE_BYTES])
            size += len(found[-1])
        if size > _SAMPLE_BYTES:
            break
    return b"".join(found)
