"""How is it said in German what pay rewards, beside what was promised?"""

from __future__ import annotations

from northing.foundations.documents.told import Either, Noun, Tongue

SENTENCES: dict[str, str | Either] = {
    "{schemes} of pay was read. No measure was marked as paying against a promise.": (
        "Gelesen wurde {schemes}. Kein Kriterium ist so gekennzeichnet, dass es gegen ein "
        "Versprechen vergütet."
    ),
    "{schemes} of pay were read. No measure was marked as paying against a promise.": (
        "Gelesen wurden {schemes}. Kein Kriterium ist so gekennzeichnet, dass es gegen ein "
        "Versprechen vergütet."
    ),
    "{schemes} of pay was read; {n} of them pays against a promise with at least one measure.": (
        "Gelesen wurde {schemes}; davon vergütet {n} mit mindestens einem Kriterium gegen ein "
        "Versprechen."
    ),
    "{schemes} of pay were read; {n} of them pays against a promise with at least one measure.": (
        "Gelesen wurden {schemes}; davon vergütet {n} mit mindestens einem Kriterium gegen ein "
        "Versprechen."
    ),
    "{schemes} of pay were read; {n} of them pay against a promise with at least one measure.": (
        "Gelesen wurden {schemes}; davon vergüten {n} mit mindestens einem Kriterium gegen ein "
        "Versprechen."
    ),
    "How the congruence of pay is computed": "Wie die Übereinstimmung der Vergütung berechnet wird",
    "The weights of the commitments are one arrow, what the scheme pays for each of them another. "
    "Congruence is the cosine of the angle between the two (Baker 2002): 1 where pay points where "
    "the promises point, 0 where it serves none, below 0 where it points the other way. Pay that "
    "serves no promise, and pay against one, lengthen the second arrow and are never netted.": (
        "Die Gewichte der Zusagen sind ein Pfeil, was die Regelung für jede von ihnen zahlt, ein "
        "zweiter. Die Übereinstimmung ist der Kosinus des Winkels zwischen beiden (Baker 2002): 1, "
        "wo die Vergütung dahin zeigt, wohin die Versprechen zeigen, 0, wo sie keinem dient, unter "
        "0, wo sie in die andere Richtung zeigt. Vergütung, die keinem Versprechen dient, und "
        "Vergütung gegen eines verlängern den zweiten Pfeil und werden nie verrechnet."
    ),
    "No weights of these measures alone would do: new ones are needed.": (
        "Keine Gewichte dieser Kriterien allein würden genügen: Es braucht neue."
    ),
    "On balance no promise is paid against; the measures above still pull.": (
        "Unter dem Strich wird gegen kein Versprechen vergütet; die Kriterien oben ziehen dennoch."
    ),
}
TABLES: dict[str, str | Either] = {
    "Every scheme of pay, the one that pays most against a promise first.": (
        "Jede Vergütungsregelung, zuerst die, die am meisten gegen ein Versprechen vergütet."
    ),
    "Scheme": "Regelung",
    "Congruence": "Übereinstimmung",
    "Pays against a promise": "Vergütet gegen ein Versprechen",
    "Serves no promise": "Dient keinem Versprechen",
    "Money paid against": "Geld, das dagegen gezahlt wird",
    "Promises nobody is paid for": "Versprechen, für die niemand vergütet wird",
    "{schemes} stand in audit.json.": Either(
        "schemes", "{schemes} steht in audit.json.", "{schemes} stehen in audit.json."
    ),
    "all": "alle",
    "unknown: {reason}": "unbekannt: {reason}",
    "{value}\nno interval: {reason}": "{value}\nkein Intervall: {reason}",
    "{value}\nas tagged, {n}": "{value}\nwie gekennzeichnet, {n}",
    "{value}\n{low} to {high}, {n}": "{value}\n{low} bis {high}, {n}",
    "none": "keines",
    "not told": "nicht genannt",
    "What is paid in the scheme “{name}”.": "Was in der Regelung „{name}“ vergütet wird.",
    "Measure": "Kriterium",
    "Part of the pay": "Teil der Vergütung",
    "Bears on": "Wirkt auf",
    "No measure pays for: {names} and {n} more.": (
        "Kein Kriterium vergütet: {names} und {n} weitere."
    ),
    "No measure pays for: {names}.": "Kein Kriterium vergütet: {names}.",
    "“{text}”": "„{text}“",
    "against {promise}": "gegen {promise}",
    "for {promise}": "für {promise}",
    "no promise": "kein Versprechen",
    "{promises} (a machine’s link)": "{promises} (Zuordnung durch eine Maschine)",
    "The least change of weights after which no promise is paid against on balance, at the same "
    "pay in all.": (
        "Die kleinste Änderung der Gewichte, nach der bei gleicher Vergütung insgesamt unter dem "
        "Strich gegen kein Versprechen mehr vergütet wird."
    ),
    "Now": "Jetzt",
    "Then": "Dann",
}
GERMAN = Tongue(
    code="de",
    patterns=SENTENCES | TABLES,
    terms={
        "too many measures are linked by a machine alone to try every way of reading them": (
            "zu viele Kriterien sind nur durch eine Maschine zugeordnet, um jede Lesart zu prüfen"
        ),
    },
    nouns={
        "scheme": Noun("Vergütungsregelung", "Vergütungsregelungen"),
        "further scheme": Noun("weitere Vergütungsregelung", "weitere Vergütungsregelungen"),
    },
)
