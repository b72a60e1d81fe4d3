"""What are kinds of records, layers, units of counting and reasons called in German?"""

from __future__ import annotations

from northing.foundations.documents.told import Noun
from northing.stages.records.ledger.facts import Channel

NOUNS = {
    "record": Noun("Eintrag", "Einträge", "Einträgen"),
    "other record": Noun("weiterer Eintrag", "weitere Einträge", "weiteren Einträgen"),
    "deed": Noun("Tat", "Taten"),
    "metric": Noun("Kennzahl", "Kennzahlen"),
    "commitment": Noun("Zusage", "Zusagen"),
    "reading": Noun("Messwert", "Messwerte", "Messwerten"),
    "time": Noun("Mal", "Mal"),
}
CHANNELS = {
    str(Channel.WORDS): "Worte",
    str(Channel.COMMUNICATIONS): "Mitteilungen",
    str(Channel.MONEY): "Geld",
    str(Channel.DECISIONS): "Entscheidungen",
    str(Channel.METRICS): "Kennzahlen",
    str(Channel.INCENTIVES): "Anreize",
    str(Channel.TIME): "Zeit",
    str(Channel.INITIATIVES): "Vorhaben",
    str(Channel.PRACTICES): "Gepflogenheiten",
    str(Channel.VOICE): "Stimmen",
}
TERMS = CHANNELS | {
    # between things
    " and ": " und ",
    " points": " Punkte",
    "%": " %",
    # layers
    "strategy": "Strategie",
    "operations": "Betrieb",
    "culture": "Kultur",
    # ways to rest on one
    "initiative": "einem Vorhaben",
    "initiative of that name": "einem Vorhaben dieses Namens",
    "payee": "einem Empfänger",
    "unit": "einer Einheit",
    # what is counted
    "sentences": "Sätze",
    "texts": "Texte",
    "quarter": "Quartal",
    "month": "Monat",
    "decision": "Entscheidung",
    "none alone": "keiner allein",
    "it": "nicht benannt",
    "an unknown day": "einem unbekannten Tag",
    "an unknown share": "ein unbekannter Anteil",
    "the declared weights": "erklärte Gewichte",
    "what is said": "Gesagtes",
}
