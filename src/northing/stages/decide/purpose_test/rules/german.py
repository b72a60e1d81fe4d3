"""How is it said in German why a test came out as it did, and why an act may not be done?"""

from __future__ import annotations

from northing.foundations.documents.told import Tongue
from northing.foundations.methods.forecasting import METHOD as FORECASTS

_FIXED = {
    "Nobody said, with a reason, which promise it advances; say which, and why.": (
        "Für kein Versprechen ist mit einem Grund gesagt, dass sie es fördert; sagen Sie, für "
        "welches und warum."
    ),
    # decisions that were submitted before it was said so keep the sentence they had
    "No commitment is advanced with a reason; say what it does for which.": (
        "Für kein Versprechen ist mit einem Grund gesagt, dass sie es fördert; sagen Sie, für "
        "welches und warum."
    ),
    "The test fails; change the decision, or let somebody override it in the open.": (
        "Der Test scheitert; ändern Sie die Entscheidung, oder jemand setzt sich offen über ihn "
        "hinweg."
    ),
    "The test cannot be told yet; answer what is open, or write a condition to find out.": (
        "Was der Test ergibt, ist noch nicht zu sagen; beantworten Sie, was offen ist, oder "
        "schreiben Sie eine Bedingung, es herauszufinden."
    ),
    "It passes only with conditions; write each with its owner and its day.": (
        "Sie besteht nur mit Bedingungen; schreiben Sie jede mit verantwortlicher Person und Tag."
    ),
    "Give the reason: others have to be able to answer it.": (
        "Geben Sie den Grund an: Andere müssen darauf antworten können."
    ),
    "Their word is given already; one person has one.": (
        "Dieses Wort ist schon gegeben; jede Person hat eines."
    ),
    "What was delegated to you is not yours to pass on.": (
        "Was Ihnen übertragen wurde, geben Sie nicht weiter."
    ),
    "Choose somebody who neither wrote it nor signs it already.": (
        "Wählen Sie jemanden, der oder die sie weder schrieb noch schon unterschreibt."
    ),
    "Their word is given already; there is nothing left to delegate.": (
        "Dieses Wort ist schon gegeben; es ist nichts mehr zu übertragen."
    ),
    "Its time has not run out.": "Ihre Zeit ist nicht abgelaufen.",
    "Only whoever wrote it can.": "Das kann nur, wer sie schrieb.",
    "Somebody has to do that; the calendar lets decisions expire, no more.": (
        "Das muss jemand tun; der Kalender lässt Entscheidungen ablaufen, mehr nicht."
    ),
    "Only the calendar lets a decision expire.": (
        "Nur der Kalender lässt eine Entscheidung ablaufen."
    ),
    "Whoever wrote a decision never approves it.": (
        "Wer eine Entscheidung schrieb, stimmt ihr nie selbst zu."
    ),
    "You have no right to override.": "Sie dürfen sich nicht darüber hinwegsetzen.",
    "You are not asked to sign this.": "Ihre Unterschrift ist hier nicht gefragt.",
    "no decision it would have caught has both its days": (
        "keine Entscheidung, die er erfasst hätte, hat beide Tage"
    ),
    "mean days beyond what it took": "Tage im Mittel über das hinaus, was es brauchte",
    "at most": "höchstens",
    "at least": "mindestens",
    "worst-case bounds": "Grenzen des ungünstigsten Falls",
    "worst-case": "Grenzen des ungünstigsten Falls",
    "one decision alone": "eine Entscheidung allein",
    "no significant decision is logged": "keine Entscheidung von Gewicht ist verzeichnet",
    "no minutes were read, so nobody can say how many decisions were never logged": (
        "es wurden keine Protokolle gelesen, also ist nicht zu sagen, wie viele Entscheidungen nie "
        "verzeichnet wurden"
    ),
    "no decision is both logged and in the minutes": (
        "keine Entscheidung ist verzeichnet und steht zugleich in den Protokollen"
    ),
    "no decision has both the day it was drafted and the day it was taken": (
        "keine Entscheidung hat den Tag des Entwurfs und den, an dem sie fiel"
    ),
    "capture-recapture (Chapman)": "Fang und Wiederfang (Chapman)",
    "median": "Median",
    "ranks": "nach Rängen",
    "entropy of the answers": "Entropie der Antworten",
    "tested": "getestet",
    "over an estimate of all": "über eine Schätzung aller",
    "nobody answered it": "niemand hat sie beantwortet",
    FORECASTS: "Brier-Wert",
    "Student's t": "nach Student",
    "no forecast has met its outcome yet": "noch keine Vorhersage traf auf ihren Ausgang",
    "one forecast alone gives no interval": "eine Vorhersage allein gibt kein Intervall",
    "bounds from choices": "Grenzen aus dem, was gewählt wurde",
    "nothing was ever paid for it, and nothing spared": (
        "für sie wurde nie etwas bezahlt und nie etwas gespart"
    ),
    "no one price explains the choices": "kein einzelner Preis erklärt, was gewählt wurde",
    "nothing was spared, so the price has no upper end": (
        "nichts wurde gespart, also hat der Preis kein oberes Ende"
    ),
    "nothing was counted": "nichts wurde gezählt",
    "Wilson": "Wilson",
}
_SHAPES = {
    "Whether it compromises “{text}” is not known; find out.": (
        "Ob sie „{text}“ beeinträchtigt, ist nicht bekannt; finden Sie es heraus."
    ),
    "It advances “{text}”, but no reason is given; give it.": (
        "Sie fördert „{text}“, aber ohne Grund; geben Sie ihn an."
    ),
    "It advances “{text}”: {text_why}": "Sie fördert „{text}“: {text_why}",
    "Nobody said what it does to “{text}”; answer both questions.": (
        "Niemand hat gesagt, was sie für „{text}“ bewirkt; beantworten Sie beide Fragen."
    ),
    "It crosses the guardrail “{text}”: {text_why}": (
        "Sie überschreitet die Leitplanke „{text}“: {text_why}"
    ),
    "It crosses the guardrail “{text}”": "Sie überschreitet die Leitplanke „{text}“",
    "It compromises “{text}”: {text_why}; only if {text_if}": (
        "Sie beeinträchtigt „{text}“: {text_why}; nur wenn {text_if}"
    ),
    "It compromises “{text}”; only if {text_if}": (
        "Sie beeinträchtigt „{text}“; nur wenn {text_if}"
    ),
    "It compromises “{text}”: {text_why}, and no condition makes up for it": (
        "Sie beeinträchtigt „{text}“: {text_why}, und keine Bedingung gleicht das aus"
    ),
    "It compromises “{text}”, and no condition makes up for it": (
        "Sie beeinträchtigt „{text}“, und keine Bedingung gleicht das aus"
    ),
    "{text} have to sign besides the author; name enough people who can.": (
        "Außer der Person, die sie schrieb, müssen {text} unterschreiben; nennen Sie genug, "
        "die das können."
    ),
    "Its time ran out on {text}; the author may submit it again.": (
        "Ihre Zeit lief am {text} ab; wer sie schrieb, kann sie wieder einreichen."
    ),
    "{text} decisions are too few for an interval": (
        "{text} Entscheidungen sind zu wenige für ein Intervall"
    ),
}
GERMAN = Tongue(code="de", patterns=_FIXED, glued=_SHAPES)
