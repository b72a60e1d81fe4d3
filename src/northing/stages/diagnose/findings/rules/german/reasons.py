"""Why is a figure unknown, and how was one made, in German?

Reasons and methods come from rules below this room as plain English. Those in `GLUED` have places;
they are known again by their shape.
"""

from __future__ import annotations

REASONS = {
    # why a share, a gap or a distance is unknown
    "nothing was recorded here": "hier wurde nichts aufgezeichnet",
    "no means: nothing was recorded here": "keine Mittel: hier wurde nichts aufgezeichnet",
    "nothing was counted": "es wurde nichts gezählt",
    "nothing was tested": "es wurde nichts getestet",
    "nobody measured this": "das hat niemand gemessen",
    "no person checked any of these": "davon hat niemand etwas nachgeprüft",
    "too few were checked": "zu wenige wurden nachgeprüft",
    "too few mentions": "zu wenige Erwähnungen",
    "what is said is unknown": "was gesagt wird, ist unbekannt",
    "what chance alone would show is unknown": "was Zufall allein zeigen würde, ist unbekannt",
    "fewer than two units": "weniger als zwei Einheiten",
    "read in whole: chance has no part in it": "ganz gelesen: Zufall hat keinen Anteil daran",
    "no mention of any commitment": "keine Zusage wird erwähnt",
    "no deed serves any commitment: there is nothing words could follow": (
        "keine Tat dient einer Zusage: es gibt nichts, dem Worte folgen könnten"
    ),
    "declared weights are no sample: chance has no part in them": (
        "erklärte Gewichte sind keine Stichprobe: Zufall hat keinen Anteil daran"
    ),
    "all declared weights are zero and no statement was given": (
        "alle erklärten Gewichte sind null, und es liegt keine Aussage vor"
    ),
    "every commitment of the case has the weight 0": "jede Zusage des Falls hat das Gewicht 0",
    "the scheme does not say how much money a measure pays (column *stake*)": (
        "die Regelung sagt nicht, wie viel Geld ein Kriterium bringt (Spalte *stake*)"
    ),
    "there are no such pairs": "solche Paare gibt es nicht",
    "no linked pair was checked": "kein zugeordnetes Paar wurde nachgeprüft",
    "no pair was labelled by two coders": "kein Paar haben zwei Personen beurteilt",
    "nothing was checked in both periods": "in beiden Zeiträumen wurde nichts nachgeprüft",
    "every point is the same": "alle Punkte sind gleich",
    "nothing is linked": "nichts ist zugeordnet",
    # why there is no interval
    "one document alone gives no interval": "ein Dokument allein gibt kein Intervall",
    "the words come from one document, and one document alone gives no interval": (
        "die Worte stammen aus einem Dokument, und ein Dokument allein gibt kein Intervall"
    ),
    "no document holds this category: resampling cannot tell how rare it is": (
        "kein Dokument enthält dies: neues Ziehen kann nicht sagen, wie selten es ist"
    ),
    "no document holds another category: resampling cannot tell how rare others are": (
        "kein Dokument enthält anderes: neues Ziehen kann nicht sagen, wie selten anderes ist"
    ),
    "no document holds this category: nothing tells how rare it is": (
        "kein Dokument enthält dies: nichts sagt, wie selten es ist"
    ),
    "no document holds another category: nothing tells how rare others are": (
        "kein Dokument enthält anderes: nichts sagt, wie selten anderes ist"
    ),
    "unverified links; the bounds stand with the distances of the units": (
        "ungeprüfte Zuordnungen; die Grenzen stehen bei den Abständen der Einheiten"
    ),
    "a difference from a simulated mean; see the 95 % quantile beside it": (
        "ein Unterschied zu einem simulierten Mittel; siehe das 95-%-Quantil daneben"
    ),
    "one of the two answers is too rare for a symmetric interval: check by strata": (
        "eine der beiden Antworten ist zu selten für ein symmetrisches Intervall: nach Schichten "
        "nachprüfen"
    ),
    # what was checked
    "tagged": "gekennzeichnet",
    "linked by the machine": "von der Maschine zugeordnet",
    "only plausible": "nur plausibel",
    "without link": "ohne Zuordnung",
}
METHODS = {
    "by definition": "so festgelegt",
    "unverified-bounds": "Grenzen aus ungeprüften Zuordnungen",
    "widened by what is missing": "erweitert um das, was fehlt",
    "widened to unverified-bounds": "erweitert auf die Grenzen aus ungeprüften Zuordnungen",
    "document bootstrap": "Bootstrap über Dokumente",
    "cluster bootstrap": "Bootstrap über Gruppen",
    "percentile": "Perzentile",
    "approximate": "angenähert",
    "share of linked sentences": "Anteil der zugeordneten Sätze",
    "declared weights of the case": "erklärte Gewichte des Falls",
    "say − do": "gesagt − getan",
    "total variation": "totale Variation",
    "Jensen-Shannon": "Jensen-Shannon-Divergenz",
    "bits": "in Bit",
    "tv − null mean": "totale Variation − Mittel unter Zufall",
    "sum of stakes": "Summe der Einsätze",
    "cosine of weights and pay": "Kosinus aus Gewichten und Vergütung",
    "1 − cosine of weights and pay": "1 − Kosinus aus Gewichten und Vergütung",
    "least squares": "kleinste Quadrate",
    "likelihood-ratio dates": "Tage nach Likelihood-Verhältnis",
    "units within the organisation": "Einheiten innerhalb der Organisation",
    "chain rule of Jensen-Shannon (mutual information)": (
        "Kettenregel der Jensen-Shannon-Divergenz (Transinformation)"
    ),
    "Jensen-Shannon in bits": "Jensen-Shannon in Bit",
    "from the unverified-bounds of tv": "aus den ungeprüften Grenzen der totalen Variation",
    "parametric: as many mentions drawn from the shares of deeds": (
        "parametrisch: ebenso viele Erwähnungen, aus den Anteilen der Taten gezogen"
    ),
    "multinomial simulation by group": "multinomiale Simulation je Gruppe",
    "as many mentions of so many by chance": "ebenso viele von so vielen Erwähnungen durch Zufall",
    "had words followed the deeds (binomial": "wären die Worte den Taten gefolgt (binomial",
    "one-sided)": "einseitig)",
    "records shuffled over the periods": "Einträge über die Zeiträume vertauscht",
    "all of them and those of the commitment": "alle und die der Zusage",
    "twice the smaller p": "das Doppelte des kleineren p",
}
GLUED = {
    "what is said is unknown: {reason}": "was gesagt wird, ist unbekannt: {reason}",
    "what is done is unknown: {reason}": "was getan wird, ist unbekannt: {reason}",
    "the case has no source of {kind}": "der Fall hat keine Quelle der Art „{kind}“",
    "no record of {kind} could be linked to it": (
        "kein Eintrag der Art „{kind}“ konnte ihr zugeordnet werden"
    ),
    "too few labels: {n} of {all} pairs that are {standing}": (
        "zu wenige Antworten: {n} von {all} Paaren, die {standing} sind"
    ),
    "do: {method}": "getan: {method}",
    "{n} draws": "{n} Ziehungen",
    "{n} permutations": "{n} Vertauschungen",
    "{n} label": "{n} Antwort",
    "{n} labels": "{n} Antworten",
    "{n} times (normal above {most})": "{n}-mal (normalverteilt über {most})",
    "one change of the mean by {grain}": "eine Änderung des Mittels nach {grain}",
    "audiences shuffled over {units}": "Publikum über {units} vertauscht",
    "{n} times": "{n}-mal",
    "bootstrap of {units}": "Bootstrap über {units}",
    "declared total {declared}, read {read}": "erklärte Summe {declared}, gelesen {read}",
    "declared rows {declared}, read {read}": "erklärte Zeilen {declared}, gelesen {read}",
    "nothing was read for {periods}": "für {periods} wurde nichts gelesen",
    "{reason}; nothing tells what that weighs, so any share may be none or all": (
        "{reason}; was das wiegt, sagt nichts, also kann jeder Anteil keiner oder alles sein"
    ),
    "people checked {n} record here that is gone": (
        "hier wurde {n} Eintrag nachgeprüft, der fort ist"
    ),
    "people checked {n} records here that are gone": (
        "hier wurden {n} Einträge nachgeprüft, die fort sind"
    ),
    "it was drawn from {was}, read {now}": "gezogen wurde sie aus {was}, gelesen {now}",
}
