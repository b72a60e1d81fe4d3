"""In which encoding was this text written, and what does it say?"""

from __future__ import annotations

import codecs
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


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text with one kind of line end (LF), and a note unless it was plain UTF-8."""

    text: str
    notes: tuple[str, ...]


def decoded(content: bytes, *, encoding: str | None = None) -> Decoded:
    """The text of these bytes: as asked, else by its mark, else UTF-8, else the likeliest."""
    name = encoding or _encoding_of(content)
    try:
        text = content.decode(name)
    except LookupError:
        raise UnreadableSource(
            f"No encoding is called '{name}'.", "Name one such as utf-8, utf-16 or cp1252."
        ) from None
    except (UnicodeError, ValueError):
        raise UnreadableSource(
            f"The bytes are not text in the encoding {name}.",
            "Save the file as UTF-8, or name the encoding it was saved in.",
        ) from None
    plain = without_controls(text.replace("\r\n", "\n").replace("\r", "\n"))
    note = f"Read as {name}, because the file is not UTF-8."
    return Decoded(plain, () if name.startswith("utf-8") or encoding else (note,))


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
    try:
        content.decode(name)
    except UnicodeDecodeError:
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
