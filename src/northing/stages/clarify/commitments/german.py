"""How is it said in German what was promised, and by which signs it is recognised?"""

from __future__ import annotations

from northing.foundations.documents.told import Tongue

GERMAN = Tongue(
    code="de",
    patterns={
        "Linked to no commitment": "Keiner Zusage zugeordnet",
        "Commitment": "Zusage",
        "Where it is lived": "Wo sie gelebt wird",
        "Declared weight": "Erklärtes Gewicht",
        "Guardrail": "Leitplanke",
        "not said": "nicht gesagt",
        "yes: must not be crossed": "ja: darf nicht überschritten werden",
        "no": "nein",
        "What was promised, as the case states it.": "Was versprochen ist, wie der Fall es sagt.",
        "The case states no commitment.": "Der Fall nennt keine Zusage.",
        "By which signs each one is recognised": "An welchen Zeichen jede erkannt wird",
        "Signs of living it": "Zeichen, dass sie gelebt wird",
        "Signs of breaking it": "Zeichen, dass sie gebrochen wird",
        "Signs that people wrote for each commitment.": (
            "Zeichen, die Menschen für jede Zusage aufgeschrieben haben."
        ),
        "none written": "keines aufgeschrieben",
    },
    terms={"strategic": "strategisch", "operational": "operativ", "cultural": "kulturell"},
)
