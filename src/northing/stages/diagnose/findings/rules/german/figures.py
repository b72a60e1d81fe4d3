"""How is it said in German that figures disagree, or that something is missing or doubtful?"""

from __future__ import annotations

from northing.foundations.documents.told import Either

FIGURES: dict[str, str | Either] = {
    # totals and ids
    "“{label}”": "„{label}“",
    "“{label}” in {period}": "„{label}“ in {period}",
    "{place} states {stated}, its parts add up to {found}: {off} more than its parts.": (
        "{place} nennt {stated}, die Teile ergeben {found}: {off} mehr als die Teile."
    ),
    "{place} states {stated}, its parts add up to {found}: {off} less than its parts.": (
        "{place} nennt {stated}, die Teile ergeben {found}: {off} weniger als die Teile."
    ),
    "A total equals the sum of its parts.": "Eine Summe ist gleich der Summe ihrer Teile.",
    "Stated {stated}, parts {found}.": "Genannt {stated}, Teile {found}.",
    "The total above it is built on the stated figure, so that was counted; the difference stands "
    "as a line that serves no commitment.": (
        "Die Summe darüber beruht auf der genannten Zahl, also wurde diese gezählt; der "
        "Unterschied steht als Zeile, die keiner Zusage dient."
    ),
    "No total above it confirms the stated figure, so the parts were counted.": (
        "Keine Summe darüber bestätigt die genannte Zahl, also wurden die Teile gezählt."
    ),
    "Ask who keeps the table which of the two is right.": (
        "Fragen, wer die Tabelle führt, welche der beiden stimmt."
    ),
    "Either figure may be the right one; rounding or a missing line would explain it.": (
        "Jede der beiden kann die richtige sein; Rundung oder eine fehlende Zeile würde es "
        "erklären."
    ),
    "The id “{id}” stands in two files with different amounts ({found} and {stated}); the first "
    "was counted.": (
        "Die Kennung „{id}“ steht in zwei Dateien mit verschiedenen Beträgen ({found} und "
        "{stated}); der erste wurde gezählt."
    ),
    "One id names one record.": "Eine Kennung benennt einen Eintrag.",
    "Two amounts under one id.": "Zwei Beträge unter einer Kennung.",
    "Ask which of the two exports is current.": "Fragen, welcher der beiden Auszüge aktuell ist.",
    "The later file may be a correction of the earlier one.": (
        "Die spätere Datei kann eine Berichtigung der früheren sein."
    ),
    # figures in texts
    "The text gives {said} for “{label}” in {period}, the records say {found}.": (
        "Der Text nennt {said} für „{label}“ in {period}, die Einträge sagen {found}."
    ),
    "The text gives {said} for “{label}”, the records say {found}.": (
        "Der Text nennt {said} für „{label}“, die Einträge sagen {found}."
    ),
    "A figure in a text agrees with the records it is taken from.": (
        "Eine Zahl in einem Text stimmt mit den Einträgen überein, denen sie entnommen ist."
    ),
    "One of the two is out of date or wrong.": "Eines von beiden ist veraltet oder falsch.",
    "Correct the text, or say what it counts that the records do not.": (
        "Den Text berichtigen, oder sagen, was er zählt und die Einträge nicht."
    ),
    "The text may count something else under that name, or stand at an earlier date.": (
        "Der Text kann unter diesem Namen etwas anderes zählen, oder von einem früheren Tag sein."
    ),
    "{sum} for {period}": "{sum} für {period}",
    "The text gives “{label}” as {said}; the table has these figures for {periods}.": (
        "Der Text nennt für „{label}“ {said}; die Tabelle hat diese Zahlen für {periods}."
    ),
    "A figure in a text stands under the period of its record.": (
        "Eine Zahl in einem Text steht unter dem Zeitraum ihres Eintrags."
    ),
    "Readers compare the wrong years.": "Wer liest, vergleicht die falschen Jahre.",
    "Correct the periods in the text.": "Die Zeiträume im Text berichtigen.",
    "The amounts themselves agree with the table.": (
        "Die Beträge selbst stimmen mit der Tabelle überein."
    ),
    "For “{label}” in {period}, {path} gives {said} and {other} {otherwise}.": (
        "Für „{label}“ in {period} nennt {path} {said} und {other} {otherwise}."
    ),
    "Two texts that tell one figure tell the same.": (
        "Zwei Texte, die eine Zahl nennen, nennen dieselbe."
    ),
    "“{text}” “{other}”": "„{text}“ „{other}“",
    "One of the two is out of date or wrong, and no table says which.": (
        "Eines von beiden ist veraltet oder falsch, und keine Tabelle sagt, welches."
    ),
    "Correct the one, or say in which way they count differently.": (
        "Das eine berichtigen, oder sagen, worin sie verschieden zählen."
    ),
    "A table with the figure was looked for; none was read. Both may count otherwise.": (
        "Gesucht wurde nach einer Tabelle mit der Zahl; gelesen wurde keine. Beide können anders "
        "zählen."
    ),
    # what the files say of themselves
    "The note to the entry of {day} says itself that a figure was wrong ({words}); it names "
    "{amounts} and {last}.": (
        "Die Anmerkung zur Buchung vom {day} sagt selbst, dass eine Zahl falsch war ({words}); sie "
        "nennt {amounts} und {last}."
    ),
    "{sums} as wrong": "{sums} als falsch",
    "{sums} as correct": "{sums} als richtig",
    "A reported figure agrees with the records it is taken from.": (
        "Eine berichtete Zahl stimmt mit den Einträgen überein, denen sie entnommen ist."
    ),
    "As the note says.": "Wie die Anmerkung sagt.",
    "Earlier reports may still carry the wrong figure.": (
        "Frühere Berichte können die falsche Zahl noch tragen."
    ),
    "Check whether every page that used the figure was corrected.": (
        "Nachsehen, ob jede Seite berichtigt wurde, die die Zahl verwendet hat."
    ),
    "The organisation found and wrote down the error itself.": (
        "Die Organisation hat den Fehler selbst gefunden und aufgeschrieben."
    ),
    # old or missing files
    "The newest record of {kind} is of {day}, {behind} days older than the newest deed of another "
    "kind ({last}): “{quote}”.": (
        "Der neueste Eintrag unter „{kind}“ ist vom {day}, {behind} Tage älter als die neueste Tat "
        "anderer Art ({last}): „{quote}“."
    ),
    "What is compared is of the same time.": "Was verglichen wird, ist aus derselben Zeit.",
    "Nothing of {kind} after {day}.": "Nichts unter „{kind}“ nach dem {day}.",
    "What is said of {kind} may no longer be so.": (
        "Was zu „{kind}“ gesagt wird, kann nicht mehr zutreffen."
    ),
    "Add the {kind} of the time since, or say that there were none.": (
        "Unter „{kind}“ die Zeit seither ergänzen, oder sagen, dass da nichts war."
    ),
    "There may have been no {kind} since: then nothing is missing.": (
        "Seither kann unter „{kind}“ nichts gewesen sein: Dann fehlt nichts."
    ),
    "{path}: less was read than there should be ({reason}); the bounds allow for it.": (
        "{path}: Gelesen wurde weniger, als da sein sollte ({reason}); die Grenzen berücksichtigen "
        "es."
    ),
    "What was declared complete, or was there before, is read.": (
        "Was als vollständig erklärt war oder zuvor da war, wird gelesen."
    ),
    "The missing part is taken at its worst in every share of this channel.": (
        "Der fehlende Teil wird in jedem Anteil dieser Art am ungünstigsten gerechnet."
    ),
    "Put the missing rows or file back, or correct [source.expected].": (
        "Die fehlenden Zeilen oder die Datei zurücklegen, oder [source.expected] berichtigen."
    ),
    "The declaration itself may be out of date.": "Die Erklärung selbst kann veraltet sein.",
    "declared total {declared}, read {read}": "erklärte Summe {declared}, gelesen {read}",
    "declared rows {declared}, read {read}": "erklärte Zeilen {declared}, gelesen {read}",
    "nothing was read for {periods}": "für {periods} wurde nichts gelesen",
    "{reason}; nothing tells what that weighs, so any share may be none or all": (
        "{reason}; was das wiegt, sagt nichts, also kann jeder Anteil keiner oder alles sein"
    ),
    "an earlier audit read more here": "eine frühere Prüfung hat hier mehr gelesen",
    "an earlier audit read this file, it is gone": (
        "eine frühere Prüfung hat diese Datei gelesen, sie ist fort"
    ),
    "people checked {n} record here that is gone": (
        "hier wurde {n} Eintrag nachgeprüft, der fort ist"
    ),
    "people checked {n} records here that are gone": (
        "hier wurden {n} Einträge nachgeprüft, die fort sind"
    ),
    "sample {id}": "Stichprobe {id}",
    "it was drawn from {was}, read {now}": "gezogen wurde sie aus {was}, gelesen {now}",
    # doubts
    "Chance may show as much: p = {p}, after all tests of this audit {adjusted}.": (
        "Zufall kann ebenso viel zeigen: p = {p}, nach allen Tests dieser Prüfung {adjusted}."
    ),
    "Part of what there should be was not read ({kinds}): it may stand there.": (
        "Ein Teil dessen, was da sein sollte, wurde nicht gelesen ({kinds}): Es kann dort stehen."
    ),
    "Not established: nothing that was read states one.": (
        "Nicht festgestellt: Nichts, was gelesen wurde, nennt eine Ursache."
    ),
    "Nobody can rely on the figure.": "Auf die Zahl kann sich niemand verlassen.",
}
