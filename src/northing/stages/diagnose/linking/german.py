"""How is it said in German how records came to their commitments, and which are evidence?"""

from __future__ import annotations

from northing.foundations.documents.told import Either, Noun, Tongue

EVIDENCE = {
    "linked by a person": "von einem Menschen zugeordnet",
    "linked by a tag in the file": "durch ein Kennzeichen in der Datei zugeordnet",
    "linked by a rule of the case": "durch eine Regel des Falls zugeordnet",
    "linked by a machine": "von einer Maschine zugeordnet",
    "not counted: only plausible": "nicht mitgezählt: nur plausibel",
    "carried by {words}": "wegen {words}",
    "“{text}”": "„{text}“",
    "{share} of it counted here": "davon hier mitgezählt: {share}",
    "marked as running against the commitment; never subtracted": (
        "als der Zusage zuwiderlaufend gekennzeichnet; nie abgezogen"
    ),
    "the organisation explains why there is less": (
        "die Organisation erklärt, warum es weniger ist"
    ),
    "No sentence could be linked to it. That is not proof that none was said.": (
        "Kein Satz ließ sich ihr zuordnen. Das beweist nicht, dass keiner gesagt wurde."
    ),
    "No record of {channel} could be linked to it. That is not proof of none.": (
        "Kein Eintrag unter „{channel}“ ließ sich ihr zuordnen. Das beweist nicht, dass es keinen "
        "gibt."
    ),
    "Nothing was found that speaks against this gap; no person has searched yet.": (
        "Es fand sich nichts, was gegen diese Kluft spricht; gesucht hat danach noch kein Mensch."
    ),
}
COUNTS: dict[str, str | Either] = {
    "Kind of record": "Art der Einträge",
    "Tagged in the file": "In der Datei gekennzeichnet",
    "By a rule of the case": "Durch eine Regel des Falls",
    "By a person": "Von einem Menschen",
    "By a machine": "Von einer Maschine",
    "Said to serve none": "Dient erklärtermaßen keiner",
    "Only plausible": "Nur plausibel",
    "Not linked": "Nicht zugeordnet",
    "Records": "Einträge",
    "How records came to their commitments, by kind of record.": (
        "Wie Einträge zu ihren Zusagen kamen, nach Art der Einträge."
    ),
    "There is no record.": "Es gibt keinen Eintrag.",
    "Of {records}, {people} carry a tag or rule that people wrote, {machine} were linked by a "
    "machine, and {nobody} by nobody. A machine link is a pointer, not a judgement.": (
        "Von {records:dat} sind {people} durch ein Kennzeichen oder eine Regel zugeordnet, die "
        "Menschen geschrieben haben, {machine} von einer Maschine und {nobody} von niemandem. Was "
        "eine Maschine zuordnet, ist ein Hinweis und kein Urteil."
    ),
    "The machine read {records} by words alone: the case does not ask for meaning.": (
        "Die Maschine las {records} nur nach Wörtern: Der Fall fragt nicht nach der Bedeutung."
    ),
    "The machine read {records} by words alone: its sentence model reads English, the case is in "
    "another.": (
        "Die Maschine las {records} nur nach Wörtern: Ihr Satzmodell liest Englisch, der Fall ist "
        "in einer anderen Sprache."
    ),
    "The machine read {records}: {whole} whole, by the sentence model; {summed} by the sum of "
    "what their words mean; {alone} by words alone, because the vocabulary of the model lacks "
    "half of their words or more.": (
        "Die Maschine las {records}: {whole} im Ganzen, mit dem Satzmodell; {summed} nach der "
        "Summe dessen, was ihre Wörter bedeuten; {alone} nur nach Wörtern, weil dem Wortschatz "
        "des Modells die Hälfte ihrer Wörter oder mehr fehlt."
    ),
    "{n} of them has no word that could be compared.": (
        "{n} davon hat kein Wort, das sich vergleichen ließe."
    ),
    "{n} of them have no word that could be compared.": (
        "{n} davon haben kein Wort, das sich vergleichen ließe."
    ),
}
AGAINST: dict[str, str | Either] = {
    "No record is marked as running against a commitment.": (
        "Kein Eintrag ist als einer Zusage zuwiderlaufend gekennzeichnet."
    ),
    "Commitment": "Zusage",
    "Record": "Eintrag",
    "Where": "Wo",
    "{records} marked as running against a commitment.": Either(
        "records",
        "{records} ist als einer Zusage zuwiderlaufend gekennzeichnet.",
        "{records} sind als einer Zusage zuwiderlaufend gekennzeichnet.",
    ),
    "They stand for themselves and are never subtracted from what is done.": (
        "Sie stehen für sich und werden nie von dem abgezogen, was getan wird."
    ),
}
GERMAN = Tongue(
    code="de",
    patterns=EVIDENCE | COUNTS | AGAINST,
    nouns={"record": Noun("Eintrag", "Einträge", "Einträgen")},
)
