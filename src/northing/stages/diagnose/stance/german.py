"""How is it said in German which deeds a person should read first?"""

from __future__ import annotations

from northing.foundations.documents.told import Either, Noun, Tongue

SENTENCES: dict[str, str | Either] = {
    "{pairs} of a record and a promise may stand against each other: words, an amount or a "
    "language model point that way. Nobody has judged them. They move no figure and accuse "
    "nobody; they say where to read first.": Either(
        "pairs",
        "{pairs} aus einem Eintrag und einem Versprechen kann gegeneinanderstehen: Worte, ein "
        "Betrag oder ein Sprachmodell deuten darauf hin. Beurteilt hat das niemand. Es bewegt "
        "keine Zahl und beschuldigt niemanden; es sagt, wo zuerst zu lesen ist.",
        "{pairs} aus einem Eintrag und einem Versprechen können gegeneinanderstehen: Worte, ein "
        "Betrag oder ein Sprachmodell deuten darauf hin. Beurteilt hat sie niemand. Sie bewegen "
        "keine Zahl und beschuldigen niemanden; sie sagen, wo zuerst zu lesen ist.",
    ),
    "What may run against a promise, for people to judge.": (
        "Was einem Versprechen zuwiderlaufen kann und von Menschen zu beurteilen ist."
    ),
    "Record": "Eintrag",
    "Place": "Stelle",
    "Promise": "Versprechen",
    "What points there": "Was darauf hindeutet",
    "{rows} stand in audit.json.": Either(
        "rows", "{rows} steht in audit.json.", "{rows} stehen in audit.json."
    ),
    "{text} (and {others})": "{text} (und {others})",
    "its amount is taken back": "sein Betrag wird zurückgenommen",
    "{way} of what would break it: {words}": "{way} von dem, was es bräche: {words}",
    "{way} of what is promised: {words}": "{way} von dem, was versprochen ist: {words}",
    "“{words}” with “{about}”": "„{words}“ bei „{about}“",
    "{model} says: {why}": "{model} sagt: {why}",
    "{model} says so": "{model} sagt es so",
}
GERMAN = Tongue(
    code="de",
    patterns=SENTENCES,
    terms={
        "amount": "Betrag",
        "wording": "Wortlaut",
        "language model": "Sprachmodell",
        "more": "mehr",
        "less": "weniger",
    },
    nouns={
        "further row": Noun("weitere Zeile", "weitere Zeilen"),
        "other": Noun("weiterer", "weitere"),
        "pair": Noun("Paar", "Paare", "Paaren"),
    },
)
