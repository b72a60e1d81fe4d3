"""How is it said in German what the promises say, and what they leave open?

The wordings that are looked for are English; what is said about them is told in German all the
same.
"""

from __future__ import annotations

from northing.foundations.documents.told import Either, Noun, Tongue

POINTS = {
    "For whom": "Für wen",
    "What changes": "Was sich ändert",
    "Where": "Wo",
    "By what means": "Mit welchen Mitteln",
    "What is ruled out": "Was ausgeschlossen ist",
    "By when": "Bis wann",
    "How much": "Wie viel",
    "What record would contradict it": "Welcher Eintrag ihr widerspräche",
    "yes": "ja",
    "no": "nein",
    "for a person to say": "das muss ein Mensch sagen",
}
TABLES: dict[str, str | Either] = {
    "Promise": "Versprechen",
    "Point": "Punkt",
    "Said?": "Gesagt?",
    "In which words, or why not": "In welchen Worten, oder warum nicht",
    "What each promise says, and what it leaves open.": (
        "Was jedes Versprechen sagt, und was es offenlässt."
    ),
    "{n} further promises stand in audit.json.": "{n} weitere Versprechen stehen in audit.json.",
    "Of {promises}, {for_whom} name for whom, {what} what changes, {when} by when, and for "
    "{against} it is written down which record would contradict them.": (
        "Von {promises:dat} nennen {for_whom}, für wen es gilt, {what}, was sich ändert, {when}, "
        "bis wann; bei {against} ist aufgeschrieben, welcher Eintrag widerspräche."
    ),
    "How the promises were read": "Wie die Versprechen gelesen wurden",
    "Wordings that usually answer a point were looked for; the words found stand beside each "
    "answer, and a person has the last word. Only a sign of breaking the promise, written by "
    "people, answers what record would contradict it. There is no sum: a date does not make up "
    "for nobody being named.": (
        "Gesucht wurden Wendungen, die einen Punkt gewöhnlich beantworten; die gefundenen Worte "
        "stehen bei jeder Antwort, und das letzte Wort hat ein Mensch. Welcher Eintrag "
        "widerspräche, beantwortet nur ein Zeichen, dass die Zusage gebrochen wird, das Menschen "
        "aufgeschrieben haben. Eine Summe gibt es nicht: Ein Datum macht nicht wett, dass niemand "
        "genannt ist."
    ),
    "Grounding is the mean of published ratings of the words, from ideas (1) to things at hand "
    "(7): the Glasgow Norms (Scott et al. 2019) and a fit on the Lancaster Sensorimotor Norms "
    "(Lynott et al. 2020), which agrees with other raters at r = 0.77. The swap test asks how "
    "near the promise comes to one of eighty invented statements, next to how near those come to "
    "one another: 100 % means that it could be anybody’s. Both point; neither is a verdict.": (
        "Die Bodenhaftung ist das Mittel veröffentlichter Bewertungen der Wörter, von Ideen (1) "
        "bis zu greifbaren Dingen (7): die Glasgow Norms (Scott u. a. 2019) und eine Anpassung an "
        "die Lancaster Sensorimotor Norms (Lynott u. a. 2020), die mit anderen Bewertenden mit "
        "r = 0,77 übereinstimmt. Der Tauschtest fragt, wie nahe das Versprechen einer von achtzig "
        "erfundenen Aussagen kommt, verglichen damit, wie nahe diese einander kommen: 100 % "
        "heißt, dass es von jedem stammen könnte. Beides sind Hinweise, keines ist ein Urteil."
    ),
}
WORDING = {
    "“{text}”": "„{text}“",
    "It hedges: {words}.": "Ausweichend: {words}.",
    "It claims a rank: {words}.": "Beansprucht einen Rang: {words}.",
    "Words that sound: {words}.": "Worte, die nur klingen: {words}.",
    "Grounding unknown: {reason}.": "Bodenhaftung unbekannt: {reason}.",
    "Grounding {value} on a scale of ideas (1) to things (7) ({low} to {high}, n = {n} words).": (
        "Bodenhaftung {value} auf einer Skala von Ideen (1) bis Dingen (7) ({low} bis {high}, "
        "n = {n} Wörter)."
    ),
    "Swap test unknown: {reason}.": "Tauschtest unbekannt: {reason}.",
    "It comes nearer to another statement (“{other}”) than {share} of the reference statements "
    "come to one another ({bounds}, n = {n}).": (
        "Es kommt einer anderen Aussage („{other}“) näher, als {share} der Vergleichsaussagen "
        "einander kommen ({bounds}, n = {n})."
    ),
}
ASKED = {
    "To say it so that it can be kept": "Um es so zu sagen, dass es gehalten werden kann",
    "For whom exactly? Name the people (or the river) who would notice.": (
        "Für wen genau? Nennen Sie die Menschen (oder den Fluss), die es merken würden."
    ),
    "What would be different for them if it were kept? Use a verb one can watch.": (
        "Was wäre für sie anders, wenn es gehalten würde? Nehmen Sie ein Verb, das man beobachten "
        "kann."
    ),
    "Where does it hold, and where not yet?": "Wo gilt es, und wo noch nicht?",
    "By doing what? Name the work, the money or the rule behind it.": (
        "Wodurch? Nennen Sie die Arbeit, das Geld oder die Regel dahinter."
    ),
    "What will you not do, even where it would pay?": (
        "Was tun Sie nicht, auch wo es sich lohnen würde?"
    ),
    "By when, or how often? A date, or a rhythm.": (
        "Bis wann, oder wie oft? Ein Datum oder ein Rhythmus."
    ),
    "How many, how much, or is it every one of them?": (
        "Wie viele, wie viel, oder ist es ausnahmslos alles?"
    ),
    "Which record would show that it was broken? Write it down as a sign of breaking it; as long "
    "as there is none, the promise cannot fail and so cannot be kept.": (
        "Welcher Eintrag würde zeigen, dass es gebrochen wurde? Schreiben Sie ihn als Zeichen des "
        "Bruchs auf; solange es keines gibt, kann das Versprechen nicht scheitern und also auch "
        "nicht gehalten werden."
    ),
    "What do {words} mean on an ordinary day? Say that instead.": (
        "Was heißt {words} an einem gewöhnlichen Tag? Sagen Sie das stattdessen."
    ),
}
REASONS = {
    "nobody is named for whom it is": "niemand ist genannt, für wen es gilt",
    "nothing is named that would be different": "es ist nichts genannt, was anders wäre",
    "no place is named": "kein Ort ist genannt",
    "how is not said": "es ist nicht gesagt, wie",
    "nothing is ruled out": "nichts ist ausgeschlossen",
    "no time is named": "keine Zeit ist genannt",
    "no number, and no word like every or none": (
        "keine Zahl, und kein Wort wie „jede“ oder „keine“"
    ),
    "this may mean anybody": "damit kann jeder gemeint sein",
    "what would be different is not said": "was anders wäre, ist nicht gesagt",
    "this may be anywhere": "das kann überall sein",
    "nobody could see whether this was done": "niemand könnte sehen, ob das getan wurde",
    "no date follows from this": "daraus folgt kein Tag",
    "more or less than what is not said": "mehr oder weniger als was, ist nicht gesagt",
    "the wordings this looks for are English only": ("gesucht wird nur nach englischen Wendungen"),
    "nobody has written down which record would contradict it": (
        "niemand hat aufgeschrieben, welcher Eintrag widerspräche"
    ),
    "there is no word in it": "es enthält kein Wort",
    "the ratings of words are of English words only": (
        "die Bewertungen von Wörtern gelten nur für englische Wörter"
    ),
    "fewer than three of its words are rated": "weniger als drei seiner Wörter sind bewertet",
}
GERMAN = Tongue(
    code="de",
    patterns=POINTS | TABLES | WORDING | ASKED,
    terms=REASONS,
    glued={
        "only {n} of its {all} words are rated": "nur {n} seiner {all} Wörter sind bewertet",
    },
    nouns={"promise": Noun("Versprechen", "Versprechen")},
)
