"""How is it said in German where a record stands, what it carries and how many there are?"""

from __future__ import annotations

from northing.foundations.documents.told import Noun, Tongue

GERMAN = Tongue(
    code="de",
    patterns={
        "a commitment that the case does not list": "eine Zusage, die der Fall nicht aufführt",
        "sheet {name}": "Blatt {name}",
        "page {page}": "Seite {page}",
        "line {line}": "Zeile {line}",
        "column {name}": "Spalte {name}",
        "{n} more": "{n} weitere",
        "{kind} in {currency}": "{kind} in {currency}",
        "{records}, {sum} in all": "{records}, zusammen {sum}",
        "{n} hours": "{n} Stunden",
    },
    terms={"hours": "Stunden", "records": "Einträge"},
    nouns={"record": Noun("Eintrag", "Einträge", "Einträgen")},
)
