"""How is it said in German what a rule finds, looks for, and would take back?"""

from __future__ import annotations

from northing.stages.diagnose.findings.rules.german.titles import TITLES

_DEFINITIONS = {
    "Records run against a commitment that the case declares a guardrail.": (
        "Einträge laufen einer Zusage zuwider, die der Fall zur Leitplanke erklärt."
    ),
    "Of the records people checked beside a commitment, some contradict it: how many, and which "
    "share that means for the whole channel.": (
        "Von den Einträgen, die neben einer Zusage nachgeprüft wurden, widersprechen ihr manche: "
        "wie viele, und welchen Anteil an der ganzen Art das bedeutet."
    ),
    "Records are marked in the files, or by a rule of the case, as running against the "
    "commitment.": (
        "Einträge sind in den Dateien oder durch eine Regel des Falls als der Zusage "
        "zuwiderlaufend gekennzeichnet."
    ),
    "A measure of a scheme of pay is marked as running against the commitment.": (
        "Ein Kriterium einer Vergütungsregelung ist als der Zusage zuwiderlaufend gekennzeichnet."
    ),
    "Metrics reach their targets while the means, the decisions or the voices of the same "
    "commitment fall or contradict it, or while metrics that serve no commitment reach theirs and "
    "those of commitments miss.": (
        "Kennzahlen erreichen ihre Zielwerte, während Mittel, Entscheidungen oder Stimmen "
        "derselben Zusage fallen oder ihr widersprechen, oder während Kennzahlen ohne Zusage ihre "
        "erreichen und die von Zusagen ihre verfehlen."
    ),
    "Less than half of those asked confirm the commitment, or ever fewer do, while the texts claim "
    "it.": (
        "Weniger als die Hälfte der Befragten bestätigt die Zusage, oder immer weniger, während "
        "die Texte sie behaupten."
    ),
    "Deeds whose words come near a sign of breaking; counted neither for nor against.": (
        "Taten, deren Worte einem Bruchzeichen nahekommen; sie zählen weder dafür noch dagegen."
    ),
    "The share of money or time falls from period to period, by a third or more in all, and its "
    "amount with it, while a text calls the commitment crucial, core or a priority.": (
        "Der Anteil an Geld oder Zeit fällt von Zeitraum zu Zeitraum, insgesamt um ein Drittel "
        "oder mehr, und der Betrag mit ihm, während ein Text die Zusage entscheidend, Kern oder "
        "vorrangig nennt."
    ),
    "The share of money or time falls from period to period, by a third or more in all, and its "
    "amount with it.": (
        "Der Anteil an Geld oder Zeit fällt von Zeitraum zu Zeitraum, insgesamt um ein Drittel "
        "oder mehr, und der Betrag mit ihm."
    ),
    "The share of money or time falls by a third or more over three periods, or by half or more "
    "over two, and its amount with it, while its share of the dated words keeps three quarters or "
    "more of what it was.": (
        "Der Anteil an Geld oder Zeit fällt über drei Zeiträume um ein Drittel oder mehr, oder "
        "über zwei um die Hälfte oder mehr, und der Betrag mit ihm, während der Anteil an den "
        "datierten Worten drei Viertel oder mehr dessen behält, was er war."
    ),
    "The means, the words or the decisions of a commitment fell to another level: when, between "
    "which days, and which decisions moved it most.": (
        "Mittel, Worte oder Entscheidungen einer Zusage fielen auf einen anderen Stand: wann, "
        "zwischen welchen Tagen, und welche Entscheidungen es am meisten bewegten."
    ),
    "The share of words exceeds the share of deeds by ten points or more.": (
        "Der Anteil an den Worten übersteigt den Anteil an den Taten um zehn Punkte oder mehr."
    ),
    "The share of deeds exceeds the share of words by ten points or more.": (
        "Der Anteil an den Taten übersteigt den Anteil an den Worten um zehn Punkte oder mehr."
    ),
    "Five points or more of the distance vanish in the whole because units offset one another.": (
        "Fünf Punkte oder mehr des Abstands verschwinden im Ganzen, weil Einheiten einander "
        "ausgleichen."
    ),
    "Four fifths or more of what is done for a commitment lie with one initiative, one payee or "
    "one unit.": (
        "Vier Fünftel oder mehr dessen, was für eine Zusage getan wird, liegen bei einem Vorhaben, "
        "einem Empfänger oder einer Einheit."
    ),
    "All deeds of a spoken-of commitment lie in one layer: strategy (money, decisions, "
    "initiatives), operations (time, practices, metrics) or culture (incentives), although others "
    "were read.": (
        "Alle Taten einer Zusage, von der die Rede ist, liegen in einer Ebene: Strategie (Geld, "
        "Entscheidungen, Vorhaben), Betrieb (Zeit, Gepflogenheiten, Kennzahlen) oder Kultur "
        "(Anreize), obwohl andere gelesen wurden."
    ),
    "A decision takes back a twentieth or more of what was allocated to its account.": (
        "Eine Entscheidung nimmt ein Zwanzigstel oder mehr dessen zurück, was ihrem Konto "
        "zugewiesen war."
    ),
    "An initiative was announced in two or more periods, each time with a budget of zero.": (
        "Ein Vorhaben wurde in zwei oder mehr Zeiträumen angekündigt, jedes Mal mit einem Budget "
        "von null."
    ),
    "Initiatives come back in two or more periods; a note, for long work may rightly do so.": (
        "Vorhaben kehren in zwei oder mehr Zeiträumen wieder; eine Anmerkung, denn lange Arbeit "
        "darf das."
    ),
    "Texts of two or more periods speak of the commitment and no deed was linked to it, although "
    "deeds of others were.": (
        "Texte aus zwei oder mehr Zeiträumen sprechen von der Zusage, und keine Tat wurde ihr "
        "zugeordnet, anderen aber schon."
    ),
    "A text claims something by a date; the date has passed and no deed or metric of the "
    "commitment followed the claim.": (
        "Ein Text behauptet etwas bis zu einem Tag; der Tag ist vorbei, und keine Tat und keine "
        "Kennzahl der Zusage folgte."
    ),
    "Sentences were linked to the commitment and no deed was, in any channel that was read, or "
    "none but one that a single answer of many names.": (
        "Sätze wurden der Zusage zugeordnet, aber keine Tat, in keiner Art, die gelesen wurde, "
        "oder nur eine, die eine einzelne von vielen Antworten nennt."
    ),
    "Deeds were linked to the commitment and no sentence was, although texts were read.": (
        "Taten wurden der Zusage zugeordnet, aber kein Satz, obwohl Texte gelesen wurden."
    ),
    "Dated texts go on for more than a year after the commitment was last spoken of.": (
        "Datierte Texte gehen mehr als ein Jahr weiter, nachdem von der Zusage zuletzt die Rede "
        "war."
    ),
    "What is said to the outside and what is said inside lie apart by twenty points or more of the "
    "commitments.": (
        "Was nach außen und was nach innen gesagt wird, liegt um zwanzig Punkte oder mehr der "
        "Zusagen auseinander."
    ),
    "No metric was linked to the commitment, although metrics of others were read; or none of all "
    "metrics to any commitment, which is asked once.": (
        "Keine Kennzahl wurde der Zusage zugeordnet, obwohl Kennzahlen anderer gelesen wurden; "
        "oder keine aller Kennzahlen irgendeiner Zusage, wonach einmal gefragt wird."
    ),
    "Metrics were linked to no commitment.": "Kennzahlen wurden keiner Zusage zugeordnet.",
    "A total in a table is not the sum of its parts; the finding says which was counted.": (
        "Eine Summe in einer Tabelle ist nicht die Summe ihrer Teile; die Feststellung sagt, was "
        "gezählt wurde."
    ),
    "A figure in a text differs by more than half a per cent from the table's for its period.": (
        "Eine Zahl in einem Text weicht um mehr als ein halbes Prozent von der der Tabelle für "
        "ihren Zeitraum ab."
    ),
    "All figures a document gives for a label stand in the tables too, each under another "
    "period.": (
        "Alle Zahlen, die ein Dokument unter einer Bezeichnung nennt, stehen auch in den Tabellen, "
        "jede unter einem anderen Zeitraum."
    ),
    "Two documents give different figures under one label for one period, and no table holds the "
    "label.": (
        "Zwei Dokumente nennen unter einer Bezeichnung für einen Zeitraum verschiedene Zahlen, und "
        "keine Tabelle enthält die Bezeichnung."
    ),
    "The newest record of a kind of deeds is more than a year older than the newest of another "
    "kind.": (
        "Der neueste Eintrag einer Art von Taten ist mehr als ein Jahr älter als der neueste einer "
        "anderen Art."
    ),
    "One id stands in two files with the same text and different amounts; the first was counted.": (
        "Eine Kennung steht in zwei Dateien mit demselben Text und verschiedenen Beträgen; der "
        "erste wurde gezählt."
    ),
    "A comment in the accounts says itself that a figure was wrong, and names two amounts or "
    "more.": (
        "Eine Anmerkung in den Büchern sagt selbst, dass eine Zahl falsch war, und nennt zwei oder "
        "mehr Beträge."
    ),
    "Less was read than the case declares, or than an earlier audit read; the bounds allow for "
    "it.": (
        "Gelesen wurde weniger, als der Fall erklärt, oder als eine frühere Prüfung las; die "
        "Grenzen berücksichtigen es."
    ),
}
_LOOKED_FOR = {
    "Records that advance the same guardrail, and answers of people that take the mark back.": (
        "Einträge, die dieselbe Leitplanke fördern, und Antworten, die die Kennzeichnung "
        "zurücknehmen."
    ),
    "Records that people found to advance the same commitment.": (
        "Einträge, die bei der Nachprüfung dieselbe Zusage fördern."
    ),
    "Deeds that advance the same commitment.": "Taten, die dieselbe Zusage fördern.",
    "Measures that pay for the same promise, in every scheme.": (
        "Kriterien, die dasselbe Versprechen vergüten, in jeder Regelung."
    ),
    "Metrics of the same commitment that miss their target, and means that grow.": (
        "Kennzahlen derselben Zusage, die ihren Zielwert verfehlen, und Mittel, die wachsen."
    ),
    "Readings of the same commitment that are high or rise.": (
        "Messwerte derselben Zusage, die hoch sind oder steigen."
    ),
    "Nothing: wording alone is no verdict.": "Nichts: Wortlaut allein ist kein Urteil.",
    "Sentences that explain the fall, and decisions of the last period that set means aside for "
    "it.": (
        "Sätze, die den Rückgang erklären, und Entscheidungen des letzten Zeitraums, die Mittel "
        "dafür bereitstellen."
    ),
    "A later rise, and sentences that explain the change.": (
        "Ein späterer Anstieg, und Sätze, die die Änderung erklären."
    ),
    "Deeds of the same commitment in the channel and in the other kind of means, at their most.": (
        "Taten derselben Zusage in der Art und in der anderen Art von Mitteln, am reichlichsten "
        "gerechnet."
    ),
    "Words of the same commitment.": "Worte derselben Zusage.",
    "Units whose task explains another share.": (
        "Einheiten, deren Aufgabe einen anderen Anteil erklärt."
    ),
    "Deeds of the same commitment elsewhere, in every channel.": (
        "Taten derselben Zusage anderswo, in jeder Art."
    ),
    "Deeds of the commitment in the other layers, plausible ones too.": (
        "Taten der Zusage in den anderen Ebenen, auch nur plausible."
    ),
    "The allocation it takes back.": "Die Zuweisung, die sie zurücknimmt.",
    "A budget in any of its announcements.": "Ein Budget in irgendeiner der Ankündigungen.",
    "Nothing: recurrence alone is no failure.": "Nichts: Wiederkehr allein ist kein Versäumnis.",
    "Deeds in every channel that was read, links that are only plausible included.": (
        "Taten in jeder Art, die gelesen wurde, nur plausible Zuordnungen eingeschlossen."
    ),
    "Deeds and metrics of the commitment from the day of the claim on.": (
        "Taten und Kennzahlen der Zusage ab dem Tag der Behauptung."
    ),
    "Sentences that speak of it.": "Sätze, die davon sprechen.",
    "Later mentions.": "Spätere Erwähnungen.",
    "Whether the deeds stand nearer to what is said outside.": (
        "Ob die Taten dem näherstehen, was nach außen gesagt wird."
    ),
    "Metrics that come near it.": "Kennzahlen, die ihr nahekommen.",
    "Commitments they come near.": "Zusagen, denen sie nahekommen.",
    "A total above it that confirms one of the two.": (
        "Eine Summe darüber, die eines von beiden bestätigt."
    ),
    "Any line of that label and period with the stated amount.": (
        "Eine Zeile dieser Bezeichnung und dieses Zeitraums mit dem genannten Betrag."
    ),
    "The stated amounts under the stated periods.": (
        "Die genannten Beträge unter den genannten Zeiträumen."
    ),
    "A table that holds the figure.": "Eine Tabelle, die die Zahl enthält.",
    "Later records of the same kind, in every file.": (
        "Spätere Einträge derselben Art, in jeder Datei."
    ),
    "A date that tells which is newer.": "Ein Datum, das sagt, welcher neuer ist.",
    "Nothing: the organisation says so itself.": "Nichts: Die Organisation sagt es selbst.",
    "The missing part in other files of the source.": (
        "Der fehlende Teil in anderen Dateien der Quelle."
    ),
}
_CHANGES = {
    "A person who reads the record and finds that it does not contradict, or the organisation "
    "showing that it was undone.": (
        "Eine Person, die den Eintrag liest und keinen Widerspruch findet, oder die Organisation, "
        "die zeigt, dass es rückgängig gemacht wurde."
    ),
    "A second person who answers otherwise, or a larger sample whose interval holds no more than "
    "the error people make.": (
        "Eine zweite Person, die anders antwortet, oder eine größere Stichprobe, deren Intervall "
        "nicht mehr enthält als die Irrtümer, die Menschen machen."
    ),
    "The mark taken back by whoever set it, or by a person who checks the record.": (
        "Die Kennzeichnung, zurückgenommen von der Stelle, die sie gesetzt hat, oder von einer "
        "Person, die den Eintrag nachprüft."
    ),
    "Another weight for the measure, or a person who finds that it does not run against the "
    "promise.": (
        "Ein anderes Gewicht für das Kriterium, oder eine Person, die findet, dass es dem "
        "Versprechen nicht zuwiderläuft."
    ),
    "A target that stands for what is promised, or means that follow it.": (
        "Ein Zielwert, der für das Versprochene steht, oder Mittel, die ihm folgen."
    ),
    "Another survey with another answer, or who was asked and who kept silent.": (
        "Eine andere Befragung mit anderer Antwort, oder wer gefragt wurde und wer schwieg."
    ),
    "A person who reads the records and says what they do for the commitment.": (
        "Eine Person, die die Einträge liest und sagt, was sie für die Zusage tun."
    ),
    "Means of another name that took their place, or an explanation people find sufficient.": (
        "Mittel anderen Namens, die an ihre Stelle traten, oder eine Erklärung, die als "
        "ausreichend gilt."
    ),
    "Records of before or after that were not read, or that people judge otherwise.": (
        "Einträge von davor oder danach, die nicht gelesen wurden oder anders beurteilt werden."
    ),
    "People who check the links and find deeds where the machine found none.": (
        "Eine Nachprüfung der Zuordnungen, die Taten findet, wo die Maschine keine fand."
    ),
    "People who check the links.": "Eine Nachprüfung der Zuordnungen.",
    "Units that have different promises, and say so.": (
        "Einheiten, die verschiedene Versprechen haben, und das sagen."
    ),
    "Deeds of the commitment that were not read, or not linked.": (
        "Taten der Zusage, die nicht gelesen oder nicht zugeordnet wurden."
    ),
    "A deed of another layer, tagged or confirmed by a person.": (
        "Eine Tat einer anderen Ebene, gekennzeichnet oder von einer Person bestätigt."
    ),
    "Evidence that the work cost less, was finished, or is paid from elsewhere.": (
        "Ein Nachweis, dass die Arbeit weniger kostete, fertig ist oder anderswoher bezahlt wird."
    ),
    "The line that pays for it.": "Die Zeile, die dafür bezahlt.",
    "What each period brought.": "Was jeder Zeitraum gebracht hat.",
    "One record that shows it.": "Ein Eintrag, der es zeigt.",
    "One record from after the claim that shows it.": (
        "Ein Eintrag aus der Zeit nach der Behauptung, der es zeigt."
    ),
    "A text that tells it.": "Ein Text, der davon erzählt.",
    "A later text that mentions it, or says that it has ended.": (
        "Ein späterer Text, der es erwähnt, oder sagt, dass es geendet hat."
    ),
    "Texts of either audience that were not read.": (
        "Texte für eine der beiden Seiten, die nicht gelesen wurden."
    ),
    "A metric that shows whether it is kept.": "Eine Kennzahl, die zeigt, ob sie gehalten wird.",
    "A word on which promise each of them serves.": (
        "Ein Wort dazu, welchem Versprechen jede von ihnen dient."
    ),
    "The source that everybody agrees on, and a correction of the other.": (
        "Die Quelle, auf die sich alle einigen, und eine Berichtigung der anderen."
    ),
    "The records of the time since.": "Die Einträge aus der Zeit seither.",
    "A word on which of the exports is current.": (
        "Ein Wort dazu, welcher der Auszüge aktuell ist."
    ),
    "A check of the pages that used the figure.": (
        "Eine Durchsicht der Seiten, die die Zahl verwendet haben."
    ),
    "The missing rows or file.": "Die fehlenden Zeilen oder die fehlende Datei.",
}
ENTRIES = TITLES | _DEFINITIONS | _LOOKED_FOR | _CHANGES
