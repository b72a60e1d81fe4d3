"""How are the title, the headings and what every block says of itself told in German?"""

from __future__ import annotations

from northing.foundations.documents.told import Tongue

HEADINGS = {
    "Where do words and deeds part?": "Wo gehen Worte und Taten auseinander?",
    "{organisation}, as of {day}": "{organisation}, Stand {day}",
    "Northing {version}. The same files, date and seed give the same report.": (
        "Northing {version}. Dieselben Dateien, derselbe Tag und derselbe Startwert ergeben "
        "denselben Bericht."
    ),
    "The answer": "Die Antwort",
    "{said:up} beside {channel}": "{said:up} neben „{channel}“",
    "The widest gaps, and what stands behind them": (
        "Die weitesten Klüfte, und was dahinter steht"
    ),
    "Findings": "Feststellungen",
    "What people should read first": "Was zuerst gelesen werden sollte",
    "Other kinds of deeds": "Andere Arten von Taten",
    "By period": "Nach Zeiträumen",
    "By unit": "Nach Einheiten",
    "What pay rewards": "Was die Vergütung belohnt",
    "What was promised, in full": "Was versprochen wurde, im vollen Wortlaut",
    "What the promises say, and leave open": "Was die Versprechen sagen, und was sie offenlassen",
    "Where there is anything to go by": "Wo es etwas gibt, woran man sich halten kann",
    "How records came to their commitments": "Wie Einträge zu ihren Zusagen kamen",
    "What people checked": "Was nachgeprüft wurde",
    "What we cannot tell": "Was wir nicht sagen können",
    "What was read, and what was refused": "Was gelesen und was abgewiesen wurde",
    "How to reproduce this report": "Wie sich dieser Bericht nachrechnen lässt",
    "How the numbers are made": "Wie die Zahlen entstehen",
}
BLOCKS = {
    "Nothing to show.": "Nichts zu zeigen.",
    "No record of words.": "Kein Eintrag von Worten.",
    "No record of deeds.": "Kein Eintrag von Taten.",
    "Only the first {most} of {all} rows are printed here; audit.json holds all of them.": (
        "Hier stehen nur die ersten {most} von {all} Zeilen; audit.json enthält sie alle."
    ),
}
TRANSLATION = {
    "Language": "Sprache",
    "translated from the English report": "aus dem englischen Bericht übersetzt",
    "This report is told from the English one. Both are made from the audit.json with this "
    "fingerprint, and where they should differ, the English one holds:": (
        "Dieser Bericht ist aus dem englischen übersetzt. Beide beruhen auf der audit.json mit "
        "diesem Fingerabdruck; sollten sie sich unterscheiden, gilt der englische:"
    ),
}
GERMAN = Tongue(code="de", patterns=HEADINGS | BLOCKS | TRANSLATION)
