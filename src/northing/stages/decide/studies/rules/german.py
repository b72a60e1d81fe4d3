"""How is it said in German what cannot be read of a file, and which limits contradict?"""

from __future__ import annotations

from northing.foundations.documents.told import Tongue

_FIXED = {
    "no criterion that counts was answered for it": (
        "kein Kriterium, das zählt, wurde dafür beantwortet"
    ),
    "nobody said what it returns": "niemand hat gesagt, was es einbringt",
    "nobody said how far it moves any commitment": (
        "niemand hat gesagt, wie weit es eine Zusage voranbringt"
    ),
    "the best budget has no impact, so nothing of it can be missed": (
        "das beste Budget bewirkt nichts, also kann nichts davon entgehen"
    ),
    "nobody said or counted which part of the words it has": (
        "niemand hat gesagt oder gezählt, welchen Teil der Worte sie hat"
    ),
    "nothing is spent, so there are no shares of it": (
        "es wird nichts ausgegeben, also gibt es keine Anteile daran"
    ),
    "nothing was drawn": "es wurde nichts gezogen",
}
_WHY = {
    "there is no [[option]], and no table with a row; add at least one.": (
        "Es gibt keine Option; fügen Sie mindestens eine hinzu."
    ),
    "there is no [[line]], and no table with a row; add at least one.": (
        "Es gibt keine Zeile; fügen Sie mindestens eine hinzu."
    ),
    "there is nothing to compare by; add a [[criterion]], or a [matrix].": (
        "Es gibt nichts, wonach verglichen wird; fügen Sie ein Kriterium hinzu oder die Matrix."
    ),
    "every swing is 0; give at least one criterion some points.": (
        "Alle Punkte sind 0; geben Sie mindestens einem Kriterium welche."
    ),
    "a [matrix] needs a [[commitment]] with a weight.": (
        "Die Matrix braucht eine Zusage mit einem Gewicht."
    ),
    "it has no name; give it one.": "Der Name fehlt; geben Sie einen an.",
    "how far it moves a promise lies between -1 and 1.": (
        "Wie weit es ein Versprechen voranbringt, liegt zwischen -1 und 1."
    ),
    "this is no number; write it like 6 or 3..6..8, or ? if it is not known.": (
        "Das ist keine Zahl; schreiben Sie 6 oder 3..6..8, oder ?, wenn es nicht bekannt ist."
    ),
    "write one number, or its lowest, likeliest and highest: 3..6..8.": (
        "Schreiben Sie eine Zahl oder den niedrigsten, wahrscheinlichsten und höchsten Wert: "
        "3..6..8."
    ),
    "the lowest comes first and the highest last.": (
        "Der niedrigste Wert kommt zuerst, der höchste zuletzt."
    ),
    "this key is not known; remove it or see the reference of the file.": (
        "Dieser Schlüssel ist nicht bekannt; entfernen Sie ihn oder sehen Sie in der Beschreibung "
        "der Datei nach."
    ),
    "its cost is not known; write what all of it costs.": (
        "Die Kosten sind nicht bekannt; schreiben Sie, was das Ganze kostet."
    ),
    "an amount is one number; write the likeliest.": (
        "Ein Betrag ist eine einzige Zahl; schreiben Sie den wahrscheinlichsten."
    ),
    "an amount has two decimals at most; round it.": (
        "Ein Betrag hat höchstens zwei Nachkommastellen; runden Sie ihn."
    ),
    "its points are not known; write a range, as wide as your doubt: 1..5..9.": (
        "Die Punkte sind nicht bekannt; schreiben Sie eine Spanne, so weit wie Ihr Zweifel: "
        "1..5..9."
    ),
    "the part that serves it lies between 0 and 1.": (
        "Der Teil, der ihr dient, liegt zwischen 0 und 1."
    ),
    "the shares of words of all commitments have to add up to 1.": (
        "Die Anteile aller Zusagen an den Worten müssen zusammen 1 ergeben."
    ),
    "the id {text_id} is there twice; give each its own.": (
        "Die Kennung {text_id} steht zweimal da; geben Sie jeder eine eigene."
    ),
    "the id {text_id} is there already; give each its own.": (
        "Die Kennung {text_id} gibt es schon; geben Sie jeder eine eigene."
    ),
    "the line {text_id} is there twice; give each an id of its own.": (
        "Die Zeile {text_id} steht zweimal da; geben Sie jeder eine eigene Kennung."
    ),
    "it lies outside {text_low} to {text_high}; widen the criterion.": (
        "Es liegt außerhalb von {text_low} bis {text_high}; weiten Sie das Kriterium."
    ),
    "there are more than {text_n} of [[{text_part}]]; keep those that matter most.": (
        "Es gibt mehr als {text_n} von [[{text_part}]]; behalten Sie, worauf es ankommt."
    ),
    "it holds what is no text and no finite figure; write plain values.": (
        "Darin steht, was weder Text noch eine endliche Zahl ist; schreiben Sie einfache Werte."
    ),
    "a figure lies beyond a million millions; write it in a larger unit.": (
        "Eine Zahl ist größer als eine Billion; schreiben Sie sie in einer größeren Einheit."
    ),
    "{text_name}: its worst and its best are the same; give it two different ends.": (
        "{text_name}: Der schlechteste und der beste Wert sind gleich; geben Sie zwei verschiedene "
        "an."
    ),
    "{text_name}: it costs something, and gets nothing or more today.": (
        "{text_name}: Sie kostet etwas und bekommt heute nichts oder mehr."
    ),
    "{text_name}: its least lies above 0 and not above its cost.": (
        "{text_name}: Der kleinste Betrag liegt über 0 und nicht über den Kosten."
    ),
    "{text_name}: a part of its money lies between 0 and 1.": (
        "{text_name}: Ein Teil ihres Geldes liegt zwischen 0 und 1."
    ),
    "{text_name}: the parts of its money are more than the whole.": (
        "{text_name}: Die Teile ihres Geldes sind mehr als das Ganze."
    ),
    "{text_name} requires {text_id}, which is no line.": (
        "{text_name} braucht {text_id}; das ist keine Zeile."
    ),
}
_LIMITS = {
    "{text_name} must stay": "{text_name} muss bleiben",
    "{text_name} is ruled out: {text_why}": "{text_name} ist ausgeschlossen: {text_why}",
    "only one of {text_names}": "nur eines von {text_names}",
    "the floor for {text_name}": "die Untergrenze für {text_name}",
    "at least {text_n} people reached": "mindestens {text_n} erreichte Menschen",
    "money at most {text_n} away from the words": (
        "das Geld höchstens {text_n} von den Worten entfernt"
    ),
    "{text_name} requires {text_id}": "{text_name} braucht {text_id}",
}
_PLACED = {f"{{text}}: {why}": f"{{text}}: {said}" for why, said in _WHY.items()}
GERMAN = Tongue(code="de", patterns=_FIXED, glued={**_PLACED, **_LIMITS})
