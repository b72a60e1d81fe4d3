"""How is it said in German what in a filled sheet could not be read?"""

from __future__ import annotations

from northing.foundations.documents.told import Tongue

_COMPLAINTS = {
    "this pair stands here twice with different answers, so neither is used": (
        "dieses Paar steht hier zweimal mit verschiedenen Antworten, also gilt keine"
    ),
    "Delete the row that is not meant.": "Die Zeile löschen, die nicht gemeint ist.",
    "Take the row from the sheet northing sample wrote.": (
        "Die Zeile aus dem Blatt nehmen, wie es ausgegeben wurde."
    ),
    "this is no pair of a sample": "dies ist kein Paar einer Stichprobe",
    "Verify every sheet on its own.": "Jedes Blatt für sich nachprüfen.",
    "nobody of that name was asked": "unter diesem Namen wurde niemand gefragt",
    "the words of this row are not those of its pair: it was changed, or sorted in parts": (
        "die Worte dieser Zeile sind nicht die ihres Paars: Sie wurde geändert, oder in Teilen "
        "sortiert"
    ),
    "Put the answers into the sheet as it was written; sort whole rows only.": (
        "Die Antworten in das Blatt eintragen, wie es ausgegeben wurde; nur ganze Zeilen sortieren."
    ),
    "this is none of the answers": "das ist keine der Antworten",
}
_SHAPES = {
    "this row is of sample {text}, the others are of {text_other}": (
        "diese Zeile ist aus Stichprobe {text}, die anderen sind aus {text_other}"
    ),
    "sample {text} has no such pair; it has {n}": (
        "Stichprobe {text} hat kein solches Paar; sie hat {n}"
    ),
    "Write one of: {text}.": "Eine schreiben von: {text}.",
}
GERMAN = Tongue(code="de", patterns=_COMPLAINTS, glued=_SHAPES)
