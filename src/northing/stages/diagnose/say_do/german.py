"""How is it said in German how far words and one kind of deed part?"""

from __future__ import annotations

from northing.foundations.documents.told import Either, Noun, Tongue

SENTENCES: dict[str, str | Either] = {
    "declared weights": "erklärte Gewichte",
    "words": "Worte",
    "declared": "erklärt",
    "{sentences} in {documents}": "{sentences} in {documents:dat}",
    "{records} of {channel}": "{records} unter „{channel}“",
    "{records} of {channel} ({total})": "{records} unter „{channel}“ ({total})",
    # bounds
    "no interval: {reason}": "kein Intervall: {reason}",
    "as declared": "wie erklärt",
    "exact as linked": "genau wie zugeordnet",
    "{bounds}, {level} of the time": "{bounds}, in {level} der Fälle",
    "{bounds}, unverified": "{bounds}, ungeprüft",
    "anything from {less} more done to {more} more said": (
        "bis zu {less} mehr getan oder bis zu {more} mehr gesagt"
    ),
    "between {less} and {more}": "{less} bis {more}",
    "unknown ({reason})": "unbekannt ({reason})",
    # how far apart
    "said and done in the same measure": "gleich viel gesagt wie getan",
    "{size} more done than said": "{size} mehr getan als gesagt",
    "{size} more said than done": "{size} mehr gesagt als getan",
    "declared and done in the same measure": "gleich viel erklärt wie getan",
    "{size} more done than declared": "{size} mehr getan als erklärt",
    "{size} more declared than done": "{size} mehr erklärt als getan",
    "“{promise}” takes {said} of the declared weights and {done} of the {channel}": (
        "Für „{promise}“ ist der Anteil an den erklärten Gewichten {said}, der Anteil unter "
        "„{channel}“ {done}"
    ),
    "“{promise}” takes {said} of what is said and {done} of the {channel}": (
        "Für „{promise}“ ist der Anteil am Gesagten {said}, der Anteil unter „{channel}“ {done}"
    ),
    "{shares}. The gap is unknown: {reason}.": "{shares}. Die Kluft ist unbekannt: {reason}.",
    "so no interval here either": "also auch hier kein Intervall",
}
PICTURE = {
    "Drawn are the {most} widest of {all} gaps.": (
        "Gezeichnet sind die {most} weitesten von {all} Klüften."
    ),
    "How far words and {channel} part cannot be told yet": (
        "Wie weit Worte und {channel} auseinandergehen, ist noch nicht zu sagen"
    ),
    "None of the {channel} could be linked to a promise": (
        "Nichts unter „{channel}“ ließ sich einem Versprechen zuordnen"
    ),
    "Widest apart in {channel}: “{promise}”, {apart}": (
        "Am weitesten auseinander unter „{channel}“: „{promise}“, {apart}"
    ),
    "Hollow: share of declared weight. Filled: share of {channel} ({measure}).": (
        "Hohl: Anteil am erklärten Gewicht. Gefüllt: Anteil unter „{channel}“ ({measure})."
    ),
    "Hollow: share of sentences about commitments. Filled: share of {channel} ({measure}).": (
        "Hohl: Anteil an den Sätzen über Zusagen. Gefüllt: Anteil unter „{channel}“ ({measure})."
    ),
    "Per cent; whiskers are worst-case bounds where no person has verified the links, 95 % "
    "intervals where people checked a sample.": (
        "Prozent; Striche sind Grenzen für den schlimmsten Fall, wo niemand die Zuordnungen "
        "nachgeprüft hat, und 95-%-Intervalle, wo eine Stichprobe nachgeprüft wurde."
    ),
    "Source: {files}. {n}.": "Quelle: {files}. {n}.",
}
TABLE = {
    "Commitment": "Zusage",
    "Declared, %": "Erklärt, %",
    "Words, %": "Worte, %",
    "Gap, points": "Kluft, Punkte",
    "Records linked": "Zugeordnete Einträge",
    "Share of declared weight and share of {channel} by commitment, with worst-case bounds.": (
        "Anteil am erklärten Gewicht und Anteil unter „{channel}“ je Zusage, mit Grenzen für den "
        "schlimmsten Fall."
    ),
    "Share of words and share of {channel} by commitment, with worst-case bounds.": (
        "Anteil an den Worten und Anteil unter „{channel}“ je Zusage, mit Grenzen für den "
        "schlimmsten Fall."
    ),
    "No commitment was compared.": "Keine Zusage wurde verglichen.",
    "{n}\n{against} against": "{n}\n{against} dagegen",
    "? = unknown: {reason}.": "? = unbekannt: {reason}.",
    "No interval: {reason}.": "Kein Intervall: {reason}.",
    "no\u00a0interval": "kein\u00a0Intervall",
    "as\u00a0declared": "wie\u00a0erklärt",
    "exact": "genau",
    "{value}\n{low}\u00a0to\u00a0{high}": "{value}\n{low}\u00a0bis\u00a0{high}",
    "Sentences that speak of no commitment are not counted as words, so that share is 0.": (
        "Sätze, die von keiner Zusage sprechen, zählen nicht als Worte; daher ist dieser Anteil 0."
    ),
    "“Exact”: as linked. No link by a machine is open that could change it; whether the tags and "
    "rules behind it are right, no person has checked.": (
        "„Genau“: wie zugeordnet. Keine Zuordnung durch eine Maschine ist offen, die es ändern "
        "könnte; ob die Kennzeichen und Regeln dahinter stimmen, hat niemand nachgeprüft."
    ),
}
GERMAN = Tongue(
    code="de",
    patterns=SENTENCES | PICTURE | TABLE,
    terms={"weight": "Gewicht", "units of account": "Rechnungseinheiten"},
    nouns={
        "sentence": Noun("Satz", "Sätze", "Sätzen"),
        "document": Noun("Dokument", "Dokumente", "Dokumenten"),
        "declared weight": Noun("erklärtes Gewicht", "erklärte Gewichte", "erklärten Gewichten"),
    },
)
