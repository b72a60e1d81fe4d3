"""How are the answer and what it rests on told in German?"""

from __future__ import annotations

from northing.foundations.documents.told import Either, Noun, Tongue

MASTHEAD = {
    "Promises": "Versprechen",
    "Words": "Worte",
    "Deeds": "Taten",
    "Voices": "Stimmen",
    "Checked by people": "Nachgeprüft",
    "none read": "keine gelesen",
    "{records} of {kinds}": "{records} in {kinds:dat}",
    "no sentence speaks of a commitment: declared weights stand in": (
        "kein Satz spricht von einer Zusage: erklärte Gewichte treten dafür ein"
    ),
    "no statement was given: declared weights stand in": (
        "es liegt keine Aussage vor: erklärte Gewichte treten dafür ein"
    ),
    "{n} of {sentences} speak of a commitment": "{n} von {sentences:dat} sprechen von einer Zusage",
    "none of the links yet": "noch keine der Zuordnungen",
    "{records}, in a sample": "{records}, in einer Stichprobe",
}
DISTANCE: dict[str, str | Either] = {
    "That cannot be told yet.": "Das ist noch nicht zu sagen.",
    "The files hold no record of deeds that could be held against the words.": (
        "Die Dateien enthalten keinen Eintrag von Taten, der sich an die Worte halten ließe."
    ),
    "None of the {channel} could be linked to a promise ({n}).": (
        "Nichts unter „{channel}“ ließ sich einem Versprechen zuordnen ({n})."
    ),
    "That is no proof that none serves one.": "Das beweist nicht, dass nichts davon einem dient.",
    "How far {channel} parts from the words is unknown: {reason}.": (
        "Wie weit „{channel}“ von den Worten abweicht, ist unbekannt: {reason}."
    ),
    "How far {channel} parts from the declared weights is unknown: {reason}.": (
        "Wie weit „{channel}“ von den erklärten Gewichten abweicht, ist unbekannt: {reason}."
    ),
    "no interval": "kein Intervall",
    "If the {channel} followed the words, promise by promise, {share} of it would have to serve "
    "something else ({bounds}; {n}, {said}).": (
        "Folgte „{channel}“ den Worten, Versprechen für Versprechen, müssten {share} davon etwas "
        "anderem dienen ({bounds}; {n}, {said})."
    ),
    "If the {channel} followed the words, promise by promise, {share} of them would have to serve "
    "something else ({bounds}; {n}, {said}).": (
        "Folgte „{channel}“ den Worten, Versprechen für Versprechen, müssten {share} davon etwas "
        "anderem dienen ({bounds}; {n}, {said})."
    ),
    "If the {channel} followed the declared weights, promise by promise, {share} of it would have "
    "to serve something else ({bounds}; {n}, {said}).": (
        "Folgte „{channel}“ den erklärten Gewichten, Versprechen für Versprechen, müssten {share} "
        "davon etwas anderem dienen ({bounds}; {n}, {said})."
    ),
    "If the {channel} followed the declared weights, promise by promise, {share} of them would "
    "have to serve something else ({bounds}; {n}, {said}).": (
        "Folgte „{channel}“ den erklärten Gewichten, Versprechen für Versprechen, müssten {share} "
        "davon etwas anderem dienen ({bounds}; {n}, {said})."
    ),
    "Widest apart is “{promise}”: {apart}.": "Am weitesten auseinander ist „{promise}“: {apart}.",
    "Why there is no interval: {reason}.": "Warum es kein Intervall gibt: {reason}.",
    "Most of that is {channel} linked to no promise, {share} of the whole ({bounds}), which may "
    "serve one all the same.": (
        "Das meiste davon ist keinem Versprechen zugeordnet, {share} des Ganzen unter „{channel}“ "
        "({bounds}); es kann trotzdem einem dienen."
    ),
    "Part of that is {channel} linked to no promise, {share} of the whole ({bounds}), which may "
    "serve one all the same.": (
        "Ein Teil davon ist keinem Versprechen zugeordnet, {share} des Ganzen unter „{channel}“ "
        "({bounds}); er kann trotzdem einem dienen."
    ),
    "Had the {sentences} merely followed the {channel}, chance would still show {mean} (in 95 of "
    "100 draws at most {most}).": Either(
        "sentences",
        "Wäre {sentences} nur „{channel}“ gefolgt, würde der Zufall noch {mean} zeigen (in 95 von "
        "100 Ziehungen höchstens {most}).",
        "Wären {sentences} nur „{channel}“ gefolgt, würde der Zufall noch {mean} zeigen (in 95 von "
        "100 Ziehungen höchstens {most}).",
    ),
    "Had the {sentences} merely followed the {channel}, chance and the part that is linked to "
    "nothing would still show {mean} (in 95 of 100 draws at most {most}).": Either(
        "sentences",
        "Wäre {sentences} nur „{channel}“ gefolgt, würden der Zufall und der Teil, der nichts "
        "zugeordnet ist, noch {mean} zeigen (in 95 von 100 Ziehungen höchstens {most}).",
        "Wären {sentences} nur „{channel}“ gefolgt, würden der Zufall und der Teil, der nichts "
        "zugeordnet ist, noch {mean} zeigen (in 95 von 100 Ziehungen höchstens {most}).",
    ),
    "At {share}, what was found is more than chance alone explains.": (
        "Gefunden wurden {share}: mehr, als Zufall allein erklärt."
    ),
    "At {share}, what was found is no more than chance alone may show.": (
        "Gefunden wurden {share}: nicht mehr, als Zufall allein zeigen kann."
    ),
    "The gravest finding: {finding}": "Die schwerste Feststellung: {finding}",
    "None of {sentences} speaks of a commitment, so the weights the case declares for its "
    "commitments stand for what is said ({said}).": (
        "Keiner von {sentences:dat} spricht von einer Zusage; daher stehen die Gewichte, die der "
        "Fall für seine Zusagen erklärt, für das Gesagte ({said})."
    ),
    "The case names no published text that speaks of a commitment, so the weights it declares for "
    "its commitments stand for what is said ({said}).": (
        "Der Fall nennt keinen veröffentlichten Text, der von einer Zusage spricht; daher stehen "
        "die Gewichte, die er für seine Zusagen erklärt, für das Gesagte ({said})."
    ),
    "No sentence was linked: “said” means the declared weights.": (
        "Kein Satz wurde zugeordnet: „gesagt“ meint die erklärten Gewichte."
    ),
    "No statement was given: “said” means the declared weights.": (
        "Es liegt keine Aussage vor: „gesagt“ meint die erklärten Gewichte."
    ),
    "the case": "der Fall",
    "{n} more files": "{n} weitere Dateien",
}
CHECKED: dict[str, str | Either] = {
    "No record is linked to a commitment.": "Kein Eintrag ist einer Zusage zugeordnet.",
    "Nothing in the files carries a tag, no rule of the case fits, and the machine found nothing "
    "near enough. Tags or rules in the case file, or more signs of living a commitment in the "
    "words the files use, would let records be linked.": (
        "Nichts in den Dateien trägt ein Kennzeichen, keine Regel des Falls trifft zu, und die "
        "Maschine fand nichts, das nahe genug ist. Kennzeichen oder Regeln in der Falldatei, oder "
        "mehr Anzeichen, dass eine Zusage gelebt wird, in den Worten der Dateien, ließen Einträge "
        "zuordnen."
    ),
    "People have checked a sample of these links.": (
        "Eine Stichprobe dieser Zuordnungen wurde nachgeprüft."
    ),
    "No person has verified these links.": "Niemand hat diese Zuordnungen nachgeprüft.",
    "{given} of the links between records and commitments come from tags and rules that people "
    "wrote, {machine} from a machine that compares words.": (
        "Von den Zuordnungen zwischen Einträgen und Zusagen stammen {given} aus Kennzeichen und "
        "Regeln, die Menschen geschrieben haben, {machine} von einer Maschine, die Worte "
        "vergleicht."
    ),
    "The bounds show the least and the most that could be true of the machine’s links; “exact as "
    "linked” says that none of them is open.": (
        "Die Grenzen zeigen, was von den Zuordnungen der Maschine mindestens und höchstens stimmen "
        "kann; „genau wie zugeordnet“ sagt, dass keine von ihnen offen ist."
    ),
    "To verify the links, people would read a sample of records beside the commitments they were "
    "linked to and say of each whether the link is right; only then could the bounds carry a "
    "stated certainty.": (
        "Um die Zuordnungen nachzuprüfen, läsen Menschen eine Stichprobe von Einträgen neben den "
        "Zusagen, denen sie zugeordnet sind, und sagten von jeder, ob die Zuordnung stimmt; erst "
        "dann könnten die Grenzen eine benannte Sicherheit tragen."
    ),
    "People answered for {pairs} of a record and a promise.": (
        "Beantwortet sind {pairs} aus einem Eintrag und einem Versprechen."
    ),
    "{shares} of a promise in a kind of deed could be corrected from them and carries a stated "
    "certainty; every other figure is unverified: its bounds show the least and the most that "
    "could be true of links nobody checked.": Either(
        "shares",
        "{shares} eines Versprechens in einer Art von Taten ließ sich daraus berichtigen und trägt "
        "eine benannte Sicherheit; jede andere Zahl ist ungeprüft: ihre Grenzen zeigen, was von "
        "Zuordnungen, die niemand nachgeprüft hat, mindestens und höchstens stimmen kann.",
        "{shares} von Versprechen in einer Art von Taten ließen sich daraus berichtigen und tragen "
        "eine benannte Sicherheit; jede andere Zahl ist ungeprüft: ihre Grenzen zeigen, was von "
        "Zuordnungen, die niemand nachgeprüft hat, mindestens und höchstens stimmen kann.",
    ),
    "Whether the links are right: no person has checked {n} of them, but a sample.": (
        "Ob die Zuordnungen stimmen: {n} von ihnen hat niemand nachgeprüft, nur eine Stichprobe."
    ),
    "Whether the links are right: no person has checked them.": (
        "Ob die Zuordnungen stimmen: Niemand hat sie nachgeprüft."
    ),
    "{records} has a link that is only plausible and enters the bounds alone.": (
        "{records} hat eine Zuordnung, die nur plausibel ist und allein in die Grenzen eingeht."
    ),
    "{records} have a link that is only plausible and enters the bounds alone.": (
        "{records} haben eine Zuordnung, die nur plausibel ist und allein in die Grenzen eingeht."
    ),
}
GERMAN = Tongue(
    code="de",
    patterns=MASTHEAD | DISTANCE | CHECKED,
    terms={"not compared": "nicht verglichen"},
    nouns={
        "commitment": Noun("Zusage", "Zusagen"),
        "kind": Noun("Art", "Arten"),
        "pair": Noun("Paar", "Paare", "Paaren"),
        "share": Noun("Anteil", "Anteile", "Anteilen"),
    },
)
