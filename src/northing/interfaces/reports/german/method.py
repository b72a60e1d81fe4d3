"""How is it told in German how the numbers are made, and how somebody else gets the same?"""

from __future__ import annotations

from northing.foundations.documents.told import Tongue

REPRODUCE = {
    "The same files, date, seed and versions give the same report. CASE is the folder that holds "
    "northing.toml.": (
        "Dieselben Dateien, derselbe Tag, derselbe Startwert und dieselben Fassungen ergeben "
        "denselben Bericht. CASE ist der Ordner, in dem northing.toml liegt."
    ),
    "Date of the audit": "Tag der Prüfung",
    "Seed": "Startwert",
    "Libraries": "Bibliotheken",
    "as fixed in uv.lock of Northing {version}": "wie in uv.lock von Northing {version} festgelegt",
    "Fingerprints of the files": "Fingerabdrücke der Dateien",
    "When this audit was begun, the organisation's trail held {n} entries. Whoever exports the "
    "trail can see that none of them was altered or taken away since:": (
        "Als diese Prüfung begonnen wurde, enthielt das Protokoll der Organisation {n} Einträge. "
        "Wer das Protokoll ausgibt, kann sehen, dass seither keiner davon verändert oder entfernt "
        "wurde:"
    ),
}
WORDS = {
    "Each word below opens to what it means and how it is computed.": (
        "Jedes Wort unten lässt sich öffnen und sagt, was es bedeutet und wie es berechnet wird."
    ),
    "Say": "Sagen",
    "Do": "Tun",
    "Gap": "Kluft",
    "Distance: how much would have to serve something else": (
        "Abstand: wie viel etwas anderem dienen müsste"
    ),
    "Jensen-Shannon divergence": "Jensen-Shannon-Divergenz",
    "What chance alone would show": "Was Zufall allein zeigen würde",
    "Bounds before anybody has verified": "Grenzen, bevor jemand nachgeprüft hat",
    "Links and the machine": "Zuordnungen und die Maschine",
    "What runs against a commitment": "Was einer Zusage zuwiderläuft",
    "Kind of deed": "Art der Taten",
    "Distance": "Abstand",
    "Jensen-Shannon, bits": "Jensen-Shannon, Bit",
    "By chance alone": "Durch Zufall allein",
    "Both distances of every kind of deed from the words, with their company.": (
        "Beide Abstände jeder Art von Taten von den Worten, mit allem, was dazugehört."
    ),
    "Nothing was compared.": "Nichts wurde verglichen.",
    "between {low} and {high}": "zwischen {low} und {high}",
}
MEANINGS = {
    "Of all sentences that speak of a commitment, the share that speaks of this one. A sentence "
    "that speaks of two counts half for each. Sentences that speak of none promise nothing and "
    "are not counted, so nobody can thin a promise out by talking more. Where no statement was "
    "given, the weights the case declares stand in.": (
        "Von allen Sätzen, die von einer Zusage sprechen, der Anteil derer, die von dieser "
        "sprechen. Ein Satz, der von zweien spricht, zählt für jede halb. Sätze, die von keiner "
        "sprechen, versprechen nichts und zählen nicht; so kann niemand ein Versprechen verdünnen, "
        "indem mehr geredet wird. Wo keine Aussage vorliegt, treten die erklärten Gewichte des "
        "Falls dafür ein."
    ),
    "Of all money (or hours, decisions, pay weight), the share linked to this commitment. Credits "
    "are set against debits of the same commitment first. What is linked to nothing stays in the "
    "whole, as a line of its own.": (
        "Von allem Geld (oder allen Stunden, Entscheidungen, Vergütungsgewichten) der Anteil, der "
        "dieser Zusage zugeordnet ist. Gutschriften werden zuerst gegen Belastungen derselben "
        "Zusage gerechnet. Was nichts zugeordnet ist, bleibt im Ganzen, als eigene Zeile."
    ),
    "Say minus do, in percentage points. A plus means more said than done, a minus more done than "
    "said. Neither is a verdict: a cheap promise may be kept with little money.": (
        "Gesagt minus getan, in Prozentpunkten. Ein Plus heißt mehr gesagt als getan, ein Minus "
        "mehr getan als gesagt. Keines von beiden ist ein Urteil: Ein günstiges Versprechen lässt "
        "sich mit wenig Geld halten."
    ),
    "Total variation: half the sum of all differences between the two lists of shares. It is the "
    "share of the money (or hours, or decisions) that would have to serve something else for both "
    "lists to agree: 0 % is the same, 100 % has nothing in common.": (
        "Totale Variation: die halbe Summe aller Unterschiede zwischen den beiden Listen von "
        "Anteilen. Sie ist der Anteil des Geldes (oder der Stunden, oder der Entscheidungen), der "
        "etwas anderem dienen müsste, damit beide Listen übereinstimmen: 0 % ist dasselbe, 100 % "
        "hat nichts gemein."
    ),
    "A second distance between the same two lists, in bits from 0 to 1. It splits exactly over "
    "commitments and over units, which the first does not; use it to see where a distance comes "
    "from, not how large it is.": (
        "Ein zweiter Abstand zwischen denselben beiden Listen, in Bit von 0 bis 1. Er lässt sich "
        "genau auf Zusagen und auf Einheiten aufteilen, der erste nicht; er zeigt, woher ein "
        "Abstand kommt, nicht, wie groß er ist."
    ),
    "A few sentences never match exact shares. So as many sentences as were found are drawn by "
    "lot from the shares of the deeds, 2,000 times, and the same distance is taken. The mean of "
    "these is what chance alone would show, the 95 % quantile what it rarely exceeds.": (
        "Wenige Sätze treffen Anteile nie genau. Daher werden ebenso viele Sätze, wie gefunden "
        "wurden, 2.000-mal aus den Anteilen der Taten gelost, und jedes Mal wird derselbe Abstand "
        "genommen. Ihr Mittel ist, was Zufall allein zeigen würde, das 95-%-Quantil, was er selten "
        "übersteigt."
    ),
    "Money is counted in full, not sampled, so there is no sampling error. What is uncertain are "
    "the links. The low bound counts only links that people made by tag or rule; the high bound "
    "adds every link a machine holds plausible. “Exact” means that no such link is open, not that "
    "people have checked. Words are drawn again by document, and one document alone gives no "
    "interval. Once people have checked a sample, bounds with a stated certainty take their "
    "place.": (
        "Geld wird ganz gezählt, nicht als Stichprobe, also gibt es keinen Stichprobenfehler. "
        "Ungewiss sind die Zuordnungen. Die untere Grenze zählt nur Zuordnungen, die Menschen "
        "durch Kennzeichen oder Regel gemacht haben; die obere nimmt jede hinzu, die eine Maschine "
        "für plausibel hält. „Genau“ heißt, dass keine solche Zuordnung offen ist, nicht, dass "
        "jemand nachgeprüft hat. Worte werden je Dokument neu gezogen, und ein Dokument allein "
        "gibt kein "
        "Intervall. Sobald eine Stichprobe nachgeprüft ist, treten Grenzen mit einer benannten "
        "Sicherheit an ihre Stelle."
    ),
    "Tags in the files come first, then rules the case states, then a machine that compares a "
    "record with the commitment and its signs, in words and, where the case asks for it and its "
    "language is English, in meaning. It reports the words that carried each link. It may link "
    "what only sounds alike, and miss what is said in words of its own.": (
        "Kennzeichen in den Dateien kommen zuerst, dann Regeln, die der Fall nennt, dann eine "
        "Maschine, die einen Eintrag mit der Zusage und ihren Anzeichen vergleicht: nach Worten "
        "und, wo der Fall es verlangt und seine Sprache Englisch ist, nach dem Sinn. Sie nennt die "
        "Worte, die jede Zuordnung getragen haben. Sie kann zuordnen, was nur ähnlich klingt, und "
        "übersehen, was in eigenen Worten gesagt ist."
    ),
    "Records marked as running against a commitment are a ledger of their own. They are never "
    "subtracted from what is done for it, for good work does not undo harm, nor harm good work.": (
        "Einträge, die als einer Zusage zuwiderlaufend gekennzeichnet sind, bilden eine Rechnung "
        "für sich. Sie werden nie von dem abgezogen, was für sie getan wird, denn gute Arbeit "
        "macht Schaden nicht ungeschehen, und Schaden nicht gute Arbeit."
    ),
}
GERMAN = Tongue(code="de", patterns=REPRODUCE | WORDS | MEANINGS)
