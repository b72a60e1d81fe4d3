"""How is it told in German where there is anything to go by, and what nobody can tell?"""

from __future__ import annotations

from northing.foundations.documents.told import Either, Noun, Tongue

COVERAGE: dict[str, str | Either] = {
    "0: the source was read and nothing in it could be linked. ?: the case has no source of this "
    "kind, so silence says nothing.": (
        "0: Die Quelle wurde gelesen, und nichts darin ließ sich zuordnen. ?: Der Fall hat keine "
        "Quelle dieser Art, also sagt Schweigen nichts."
    ),
    "{commitments} by {kinds}.": "{commitments} nach {kinds:dat}.",
    "Drawn are the {n} with the most records of {all}.": (
        "Gezeichnet sind die {n} mit den meisten Einträgen von {all}."
    ),
    "How fresh the records are": "Wie frisch die Einträge sind",
    "Number of records linked to each commitment, by kind of record": (
        "Zahl der Einträge, die jeder Zusage zugeordnet sind, nach Art der Einträge"
    ),
    "Every kind of record has a source": "Jede Art von Einträgen hat eine Quelle",
    "No source of {kinds} was given: silence there says nothing": (
        "Keine Quelle gibt es für: {kinds}. Schweigen sagt dort nichts"
    ),
    "{first} and {last}": "{first} und {last}",
    "{title}, so ? for every commitment.": "{title}, also ? für jede Zusage.",
    "Number of linked records by commitment and kind of record.": (
        "Zahl der zugeordneten Einträge nach Zusage und Art der Einträge."
    ),
    "Kind of record": "Art der Einträge",
    "Newest took effect": "Der neueste wurde wirksam",
    "Days before the audit": "Tage vor der Prüfung",
    "Files": "Dateien",
    "Records": "Einträge",
    "The newest record of each kind for each commitment.": (
        "Der neueste Eintrag jeder Art für jede Zusage."
    ),
    "No record could be linked to any commitment.": (
        "Kein Eintrag ließ sich einer Zusage zuordnen."
    ),
    "? = the records carry no date.": "? = die Einträge tragen kein Datum.",
}
UNKNOWN: dict[str, str | Either] = {
    "What follows is unknown, not zero.": "Was folgt, ist unbekannt, nicht null.",
    "What the organisation says in public: no statement was given, only declared weights.": (
        "Was die Organisation öffentlich sagt: Es liegt keine Aussage vor, nur erklärte Gewichte."
    ),
    "What {n} of {sentences} mean for the commitments: nobody and nothing linked them, and they "
    "are not counted as words.": (
        "Was {n} von {sentences:dat} für die Zusagen bedeuten: Niemand und nichts hat sie "
        "zugeordnet, und sie zählen nicht als Worte."
    ),
    "How firmly the words stand: they come from one document, which gives no interval.": (
        "Wie fest die Worte stehen: Sie stammen aus einem Dokument, das kein Intervall gibt."
    ),
    "When {records} took effect: they carry no date and stand in no period, but in the whole.": (
        Either(
            "records",
            "Wann {records} wirksam wurde: Ohne Datum steht er in keinem Zeitraum, aber im Ganzen.",
            "Wann {records} wirksam wurden: Ohne Datum stehen sie in keinem Zeitraum, aber im "
            "Ganzen.",
        )
    ),
    "What {amount} of {channel} serve: {share} of the whole ({n}) is linked to no commitment.": (
        "Wem {amount} unter „{channel}“ dienen: {share} des Ganzen ({n}) sind keiner Zusage "
        "zugeordnet."
    ),
    "What {amount} of income ({records}) say: income stands outside and is never netted with "
    "spending.": (
        "Was {amount} an Einnahmen ({records}) sagen: Einnahmen stehen außerhalb und werden nie "
        "mit Ausgaben verrechnet."
    ),
    "How {channel} adds to the rest: without a rate it stands on its own.": (
        "Wie „{channel}“ zum Übrigen zählt: Ohne Kurs steht es für sich."
    ),
    "Which unit {records} of {channel} belong to: they name none.": Either(
        "records",
        "Zu welcher Einheit {records} unter „{channel}“ gehört: Er nennt keine.",
        "Zu welcher Einheit {records} unter „{channel}“ gehören: Sie nennen keine.",
    ),
    "The gap in {channel} for {promises}: {reason}.": (
        "Die Kluft unter „{channel}“ für {promises}: {reason}."
    ),
    "What credits mean for “{promise}” in {channel}: they outweigh what was spent, so its share "
    "is shown as none.": (
        "Was Gutschriften für „{promise}“ unter „{channel}“ bedeuten: Sie überwiegen das "
        "Ausgegebene, daher wird der Anteil als keiner gezeigt."
    ),
    "How {channel} parts from the words in {slices} ({names}): nothing was recorded there.": (
        "Wie „{channel}“ in {slices:dat} von den Worten abweicht ({names}): Dort wurde nichts "
        "aufgezeichnet."
    ),
    "Whether {files} is complete ({names}): nobody declared how much there should be.": (
        "Ob {files} vollständig ist ({names}): Niemand hat erklärt, wie viel es sein sollte."
    ),
    "Whether {files} are complete ({names}): nobody declared how much there should be.": (
        "Ob {files} vollständig sind ({names}): Niemand hat erklärt, wie viel es sein sollte."
    ),
    "What is missing from {file}: {reason}. The bounds allow for it.": (
        "Was in {file} fehlt: {reason}. Die Grenzen lassen Raum dafür."
    ),
    "What the refused rows would have added.": ("Was die abgewiesenen Zeilen hinzugefügt hätten."),
    "Anything about {kinds}: the case has no source of it.": (
        "Alles über {kinds}: Der Fall hat keine Quelle dafür."
    ),
    "What {records} of income say.": Either(
        "records", "Was {records} von Einnahmen sagt.", "Was {records} von Einnahmen sagen."
    ),
}
GERMAN = Tongue(
    code="de",
    patterns=COVERAGE | UNKNOWN,
    nouns={
        "period": Noun("Zeitraum", "Zeiträume", "Zeiträumen"),
        "unit": Noun("Einheit", "Einheiten"),
        "file": Noun("Datei", "Dateien"),
    },
)
