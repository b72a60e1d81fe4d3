"""Which parts do two inflections of a word share, where no stemmer here knows its script?

Runs of four characters (McNamee and Mayfield 2004 found four best across eight languages, with or
without a stemmer), of two syllables in Hangul. A word no longer than one run is its own. Words in
Latin script are not cut: they are stemmed or compared whole. Scripts without spaces never come
here: `words` reads them in pairs of characters.
"""

from __future__ import annotations

_LATIN_END = "\u0250"
_HANGUL, _HANGUL_END = "\uac00", "\ud7a3"
_SIZE, _SYLLABLES = 4, 2
_MARK = "~"  # in no word: a run is not the word that is written the same


def grams(stem: str) -> list[str]:
    """The keys of the runs of a folded word; none of a word in Latin script."""
    if stem.isascii() or not any(char.isalpha() and char >= _LATIN_END for char in stem):
        return []
    size = _SYLLABLES if any(_HANGUL <= char <= _HANGUL_END for char in stem) else _SIZE
    return [_MARK + stem[at : at + size] for at in range(len(stem) - size + 1)]
