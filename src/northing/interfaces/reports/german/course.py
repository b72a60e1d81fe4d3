"""How is it told in German whether deeds moved, and what units hide by offsetting?"""

from __future__ import annotations

from northing.foundations.documents.told import Either, Noun, Tongue

PERIODS: dict[str, str | Either] = {
    "No commitment's share of {channel} is known in two periods.": (
        "Von keiner Zusage ist der Anteil unter „{channel}“ in zwei Zeiträumen bekannt."
    ),
    "Share of {channel} ({measure}), per cent; bands: worst case": (
        "Anteil unter „{channel}“ ({measure}), Prozent; Bänder: schlimmster Fall"
    ),
    "{title}. The table gives every commitment and period.": (
        "{title}. Die Tabelle nennt jede Zusage und jeden Zeitraum."
    ),
    "“{promise}” went from {first} of {channel} in {since} to {last} in {until}": (
        "„{promise}“ ging unter „{channel}“ von {first} in {since} auf {last} in {until}"
    ),
    "Distance from the declared weights": "Abstand von den erklärten Gewichten",
    "Distance from the words": "Abstand von den Worten",
    "n = records of the period. ? = nothing was recorded.": (
        "n = Einträge des Zeitraums. ? = nichts wurde aufgezeichnet."
    ),
    "{periods} stand in gaps.csv.": Either(
        "periods", "{periods} steht in gaps.csv.", "{periods} stehen in gaps.csv."
    ),
    "Share of {channel} by commitment and period, per cent, with worst-case bounds.": (
        "Anteil unter „{channel}“ nach Zusage und Zeitraum, Prozent, mit Grenzen für den "
        "schlimmsten Fall."
    ),
}
UNITS: dict[str, str | Either] = {
    "How much the units hide by offsetting one another is unknown: {reason}.": (
        "Wie viel die Einheiten verbergen, indem sie einander ausgleichen, ist unbekannt: {reason}."
    ),
    "{seen}; its units, taken one by one, {share}.": (
        "{seen}; ihre Einheiten, einzeln genommen, {share}."
    ),
    "The distance of the whole in {channel} is unknown": (
        "Der Abstand des Ganzen unter „{channel}“ ist unbekannt"
    ),
    "The organisation as a whole stands {share} from its declared weights in {channel}": (
        "Die Organisation als Ganzes steht unter „{channel}“ {share} von ihren erklärten Gewichten "
        "entfernt"
    ),
    "The organisation as a whole stands {share} from its words in {channel}": (
        "Die Organisation als Ganzes steht unter „{channel}“ {share} von ihren Worten entfernt"
    ),
    "{size} are hidden because units offset one another ({bounds}; {n}).": (
        "Verborgen sind {size}, weil Einheiten einander ausgleichen ({bounds}; {n})."
    ),
    "Units may have different tasks; then different shares are meant.": (
        "Einheiten können verschiedene Aufgaben haben; dann sind verschiedene Anteile gewollt."
    ),
    "Unit": "Einheit",
    "Note": "Anmerkung",
    "Share of {channel}, %": "Anteil unter „{channel}“, %",
    "Distance from the words, %": "Abstand von den Worten, %",
    "Distance from the declared weights, %": "Abstand von den erklärten Gewichten, %",
    "Every unit’s distance from the words in {channel}, the weightiest first.": (
        "Der Abstand jeder Einheit von den Worten unter „{channel}“, die gewichtigste zuerst."
    ),
    "Every unit’s distance from the declared weights in {channel}, the weightiest first.": (
        "Der Abstand jeder Einheit von den erklärten Gewichten unter „{channel}“, die gewichtigste "
        "zuerst."
    ),
    "{records} name no unit and stand in no row.": Either(
        "records",
        "{records} nennt keine Einheit und steht in keiner Zeile.",
        "{records} nennen keine Einheit und stehen in keiner Zeile.",
    ),
    "{units} stand in audit.json.": Either(
        "units", "{units} steht in audit.json.", "{units} stehen in audit.json."
    ),
}
GERMAN = Tongue(
    code="de",
    patterns=PERIODS | UNITS,
    nouns={
        "earlier period": Noun("früherer Zeitraum", "frühere Zeiträume", "früheren Zeiträumen"),
        "further unit": Noun("weitere Einheit", "weitere Einheiten", "weiteren Einheiten"),
    },
)
