"""How is it said in German what was read, what was refused and what was left out?"""

from __future__ import annotations

from northing.foundations.documents.told import Either, Noun, Tongue

READ: dict[str, str | Either] = {
    "{rows} of {files} gave {records} (a row may hold one for each year).": Either(
        "rows",
        "{rows} aus {files:dat} ergab {records} (eine Zeile kann für jedes Jahr einen enthalten).",
        "{rows} aus {files:dat} ergaben {records} (eine Zeile kann für jedes Jahr einen "
        "enthalten).",
    ),
    "{rows} of {files} gave {records}.": Either(
        "rows",
        "{rows} aus {files:dat} ergab {records}.",
        "{rows} aus {files:dat} ergaben {records}.",
    ),
    "Nothing was refused.": "Nichts wurde abgewiesen.",
    "1 row or value was refused.": "1 Zeile oder Wert wurde abgewiesen.",
    "{n} rows or values were refused.": "{n} Zeilen oder Werte wurden abgewiesen.",
    "All {files}, one by one": "Alle {files}, eine nach der anderen",
    "Every kind of record and what became of its files.": (
        "Jede Art von Einträgen, und was aus ihren Dateien wurde."
    ),
    "Every file of the case and what became of it.": (
        "Jede Datei des Falls, und was aus ihr wurde."
    ),
    "File": "Datei",
    "Files": "Dateien",
    "Kind of record": "Art der Einträge",
    "Rows": "Zeilen",
    "Rows read": "Gelesene Zeilen",
    "Records": "Einträge",
    "Refused": "Abgewiesen",
    "Is it complete?": "Ist sie vollständig?",
    "No file.": "Keine Datei.",
    "no file": "keine Datei",
    "{n} of {all} files declare it": "{n} von {all} Dateien sagen es",
    "unknown: nobody declared it": "unbekannt: niemand hat es angegeben",
    "declared: {amounts}": "angegeben: {amounts}",
    "declared for {files}: {amounts}": "angegeben für {files}: {amounts}",
    "{n} of {all} rows": "{n} von {all} Zeilen",
    "{n} of {all} in total": "{n} von {all} insgesamt",
}
LEFT: dict[str, str | Either] = {
    "Where": "Wo",
    "What stood there": "Was dort stand",
    "Why not": "Warum nicht",
    "Remedy": "Abhilfe",
    "(nothing)": "(nichts)",
    "{refusals}, each with its place and its remedy.": (
        "{refusals}, jede mit ihrer Stelle und ihrer Abhilfe."
    ),
    "{n} more stand in audit.json.": "{n} weitere stehen in audit.json.",
    "Left out because": "Ausgelassen, weil",
    "Rows that were read and are no records.": (
        "Zeilen, die gelesen wurden und keine Einträge sind."
    ),
    "What was left out on purpose, and why": "Was mit Absicht ausgelassen wurde, und warum",
    "Met twice, counted once": "Zweimal angetroffen, einmal gezählt",
    "Totals stated by the files": "Summen, die in den Dateien stehen",
    "{lines}, compared with their parts and never counted": (
        "{lines}, mit ihren Teilen verglichen und nie mitgezählt"
    ),
    "{file}: {note}": "{file}: {note}",
    "{notes} stand in audit.json.": Either(
        "notes", "{notes} steht in audit.json.", "{notes} stehen in audit.json."
    ),
    "Choices made while reading": "Was beim Lesen entschieden wurde",
    "sha256, first {n} signs": "sha256, die ersten {n} Zeichen",
    "Fingerprints of the files read.": "Fingerabdrücke der gelesenen Dateien.",
}
NO_RECORDS = {
    "rows without an amount (headings, notes)": ("Zeilen ohne Betrag (Überschriften, Anmerkungen)"),
    "totals and subtotals, counted through their parts": (
        "Summen und Zwischensummen, über ihre Teile gezählt"
    ),
    "rows without text": "Zeilen ohne Text",
    "lines of attendance lists (people are never quoted)": (
        "Zeilen aus Anwesenheitslisten (Menschen werden nie zitiert)"
    ),
    "fragments of fewer than two words": "Bruchstücke mit weniger als zwei Wörtern",
    "postings that settle or balance another (assets, liabilities)": (
        "Buchungen, die eine andere begleichen oder ausgleichen (Vermögen, Verbindlichkeiten)"
    ),
}
GERMAN = Tongue(
    code="de",
    patterns=READ | LEFT,
    terms=NO_RECORDS,
    nouns={
        "file": Noun("Datei", "Dateien"),
        "row": Noun("Zeile", "Zeilen"),
        "line": Noun("Zeile", "Zeilen"),
        "period": Noun("Zeitraum", "Zeiträume", "Zeiträumen"),
        "refusal": Noun("Abweisung", "Abweisungen"),
        "further note": Noun("weiterer Hinweis", "weitere Hinweise"),
    },
)
