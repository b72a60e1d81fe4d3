"""How is it said in German what people made of the links they were asked about?"""

from __future__ import annotations

from northing.foundations.documents.told import Either, Noun, Tongue

LEAD: dict[str, str | Either] = {
    "No person has checked any of these links.": "Niemand hat diese Zuordnungen nachgeprüft.",
    "A sample was drawn, and no answer has been read yet.": (
        "Eine Stichprobe ist gezogen, und noch keine Antwort wurde gelesen."
    ),
    "To check them, draw a sample with northing sample, let people answer, and read the answers "
    "with northing verify. Until then every bound is a worst case.": (
        "Um sie nachzuprüfen: mit northing sample eine Stichprobe ziehen, Menschen antworten "
        "lassen und die Antworten mit northing verify lesen. Bis dahin gilt jede Grenze für den "
        "schlimmsten Fall."
    ),
    "People answered for {pairs} of a record and a promise ({records}). On the record they speak "
    "of, their word stands before tags, rules and the machine.": Either(
        "pairs",
        "Beantwortet ist {pairs} aus einem Eintrag und einem Versprechen ({records}). Für den "
        "Eintrag, von dem sie sprechen, gilt das Wort der Menschen vor Kennzeichen, Regeln und "
        "der Maschine.",
        "Beantwortet sind {pairs} aus einem Eintrag und einem Versprechen ({records}). Für den "
        "Eintrag, von dem sie sprechen, gilt das Wort der Menschen vor Kennzeichen, Regeln und "
        "der Maschine.",
    ),
    "{shares} of a promise in a kind of deed could be corrected from the sample; every other "
    "figure is unverified and keeps its worst-case bounds.": Either(
        "shares",
        "{shares} eines Versprechens in einer Art von Taten ließ sich aus der Stichprobe "
        "berichtigen; jede andere Zahl ist ungeprüft und behält ihre Grenzen für den schlimmsten "
        "Fall.",
        "{shares} von Versprechen in einer Art von Taten ließen sich aus der Stichprobe "
        "berichtigen; jede andere Zahl ist ungeprüft und behält ihre Grenzen für den schlimmsten "
        "Fall.",
    ),
}
SAMPLES: dict[str, str | Either] = {
    "The samples people were asked about.": "Die Stichproben, zu denen Menschen gefragt wurden.",
    "Sample": "Stichprobe",
    "Drawn": "Gezogen",
    "Asked": "Gefragt",
    "Answered": "Beantwortet",
    "In dispute": "Strittig",
    "Agreement of two coders": "Übereinstimmung zweier Personen",
    "What follows": "Was daraus folgt",
    "may be published": "darf veröffentlicht werden",
    "tentative": "vorläufig",
    "rate again": "noch einmal beurteilen",
    "cannot be decided": "nicht zu entscheiden",
    "{rule}; its labels are not pooled": "{rule}; ihre Antworten fließen nicht ein",
    "Agreement is Krippendorff’s alpha: 1 is full agreement, 0 what chance would give. From 0.80 "
    "figures may be published, from 0.667 they are tentative, below that the pairs are rated "
    "again.": (
        "Die Übereinstimmung ist Krippendorffs Alpha: 1 ist volle Übereinstimmung, 0, was der "
        "Zufall ergäbe. Ab 0,80 dürfen Zahlen veröffentlicht werden, ab 0,667 sind sie vorläufig, "
        "darunter werden die Paare noch einmal beurteilt."
    ),
    "unknown: {reason}": "unbekannt: {reason}",
    "{value} ({pairs}; no interval: {reason})": "{value} ({pairs}; kein Intervall: {reason})",
    "{value} (between {low} and {high}; {pairs})": "{value} ({low} bis {high}; {pairs})",
}
RIGHT: dict[str, str | Either] = {
    "How right the links are, by kind of record.": (
        "Wie richtig die Zuordnungen sind, nach Art der Einträge."
    ),
    "Kind of record": "Art der Einträge",
    "Checked": "Nachgeprüft",
    "Links that are right": "Zuordnungen, die stimmen",
    "Overlooked among the rest": "Unter den übrigen übersehen",
    "Linked and not advancing, at most": "Zugeordnet und nicht fördernd, höchstens",
    "A link is right where people said that the record advances or contradicts the promise. The "
    "last column is the Stringer bound of monetary-unit sampling, one-sided at 95 %.": (
        "Eine Zuordnung stimmt, wo Menschen gesagt haben, dass der Eintrag das Versprechen "
        "fördert oder ihm widerspricht. Die letzte Spalte ist die Stringer-Grenze des "
        "Monetary-Unit-Sampling, einseitig bei 95 %."
    ),
    "{value} (no interval: {reason})": "{value} (kein Intervall: {reason})",
    "{value} (between {low} and {high})": "{value} ({low} bis {high})",
}
FOUND: dict[str, str | Either] = {
    "What people found, by promise and kind of record.": (
        "Was Menschen gefunden haben, nach Versprechen und Art der Einträge."
    ),
    "No cell was checked often enough.": "Kein Feld wurde oft genug nachgeprüft.",
    "Promise": "Versprechen",
    "Advance": "Fördern",
    "Contradict": "Widersprechen",
    "Share that advances it": "Anteil, der es fördert",
    "Share that contradicts it": "Anteil, der ihm widerspricht",
    "* What was overlooked is taken from all promises of this kind of record together: an "
    "approximation. Shares are of all that was counted, with {level} intervals: stratified double "
    "sampling, MOVER over Clopper–Pearson limits.": (
        "* Was übersehen wurde, ist aus allen Versprechen dieser Art von Einträgen zusammen "
        "genommen: eine Annäherung. Anteile beziehen sich auf alles Gezählte, mit Intervallen von "
        "{level}: geschichtete doppelte Stichprobe, MOVER über Grenzen nach Clopper–Pearson."
    ),
    "{n} more were checked too little to tell; they are in audit.json.": (
        "Weitere Felder wurden zu wenig nachgeprüft, um etwas zu sagen: {n}; sie stehen in "
        "audit.json."
    ),
}
WARNINGS: dict[str, str | Either] = {
    "{records} that people had checked in sample {sample} are no longer there: {names}. What "
    "people said of them stands in the figures, and at its worst in the bounds.": Either(
        "records",
        "{records} aus Stichprobe {sample}, den Menschen nachgeprüft hatten, ist nicht mehr da: "
        "{names}. Was sie darüber sagten, steht in den Zahlen, und im schlimmsten Fall in den "
        "Grenzen.",
        "{records} aus Stichprobe {sample}, die Menschen nachgeprüft hatten, sind nicht mehr da: "
        "{names}. Was sie darüber sagten, steht in den Zahlen, und im schlimmsten Fall in den "
        "Grenzen.",
    ),
    "{answers} of sample {sample} were given to a promise whose words have changed since, and are "
    "set aside.": Either(
        "answers",
        "{answers} aus Stichprobe {sample} gilt einem Versprechen, dessen Worte sich seither "
        "geändert haben, und ist beiseitegelegt.",
        "{answers} aus Stichprobe {sample} gelten einem Versprechen, dessen Worte sich seither "
        "geändert haben, und sind beiseitegelegt.",
    ),
    "The records or links have changed since sample {sample} was drawn; what came since then was "
    "not in it and is taken at its worst.": (
        "Die Einträge oder Zuordnungen haben sich geändert, seit Stichprobe {sample} gezogen "
        "wurde; was seither kam, war nicht darin und gilt als der schlimmste Fall."
    ),
    "The machine’s error has moved since the earlier samples ({reason}).": (
        "Der Fehler der Maschine hat sich seit den früheren Stichproben verschoben ({reason})."
    ),
    "The machine’s error has not moved since the earlier samples ({reason}).": (
        "Der Fehler der Maschine hat sich seit den früheren Stichproben nicht verschoben "
        "({reason})."
    ),
    "{test}, p = {p}": "{test}, p = {p}",
    "cannot be told: {reason}": "nicht zu sagen: {reason}",
}
GERMAN = Tongue(
    code="de",
    patterns=LEAD | SAMPLES | RIGHT | FOUND | WARNINGS,
    terms={
        "unknown": "unbekannt",
        "Pearson's chi-squared": "Chi-Quadrat nach Pearson",
        "Fisher's exact, Bonferroni": "exakt nach Fisher, Bonferroni",
    },
    nouns={
        "pair": Noun("Paar", "Paare", "Paaren"),
        "share": Noun("Anteil", "Anteile", "Anteilen"),
        "answer": Noun("Antwort", "Antworten"),
        "record": Noun("Eintrag", "Einträge", "Einträgen"),
    },
)
