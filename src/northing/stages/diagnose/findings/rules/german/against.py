"""How is it said in German that deeds run against a promise?"""

from __future__ import annotations

from northing.foundations.documents.told import Either

AGAINST: dict[str, str | Either] = {
    # contradictions
    "“{promise}” must not be crossed, and {records} run against it ({where}): “{quote}”.": Either(
        "records",
        "„{promise}“ darf nicht überschritten werden, und {records} läuft dem zuwider ({where}): "
        "„{quote}“.",
        "„{promise}“ darf nicht überschritten werden, und {records} laufen dem zuwider ({where}): "
        "„{quote}“.",
    ),
    "{n} of {kind}": "{n} unter „{kind}“",
    "{promise} (guardrail: must not be crossed)": (
        "{promise} (Leitplanke: darf nicht überschritten werden)"
    ),
    "“{text}”": "„{text}“",
    "“{text}” ({n} times)": "„{text}“ ({n}-mal)",
    "{others} advance it; no gain outweighs a guardrail.": Either(
        "others",
        "{others} fördert sie; kein Gewinn wiegt eine Leitplanke auf.",
        "{others} fördern sie; kein Gewinn wiegt eine Leitplanke auf.",
    ),
    "What was promised to hold whatever else is gained did not hold.": (
        "Was gelten sollte, was immer sonst zu gewinnen ist, hat nicht gehalten."
    ),
    "Stop it, make it good, and say publicly that the line was crossed.": (
        "Damit aufhören, es wiedergutmachen und öffentlich sagen, dass die Linie überschritten "
        "wurde."
    ),
    "So few answers of people may be errors: ask a second person.": (
        "So wenige Antworten können Irrtümer sein: eine zweite Person fragen."
    ),
    "{records} of {kind} are marked in the files as running against “{promise}”: “{quote}”.": (
        "{records} unter „{kind}“ sind in den Dateien so gekennzeichnet, dass sie „{promise}“ "
        "zuwiderlaufen: „{quote}“."
    ),
    "{records} of {kind} is marked in the files as running against “{promise}”: “{quote}”.": (
        "{records} unter „{kind}“ ist in den Dateien so gekennzeichnet, dass er „{promise}“ "
        "zuwiderläuft: „{quote}“."
    ),
    "What is rewarded or decided pulls against the promise.": (
        "Was belohnt oder entschieden wird, zieht gegen das Versprechen."
    ),
    "Change the rule or decision, or say why it stands.": (
        "Die Regel oder Entscheidung ändern, oder sagen, warum sie bleibt."
    ),
    "{n} other records advance it.": Either(
        "n", "{n} weiterer Eintrag fördert sie.", "{n} weitere Einträge fördern sie."
    ),
    # what people answered
    "People checked {n} records of {kind} beside “{promise}”: {against} of them run against it "
    "({bounds}), such as “{quote}”.": (
        "Geprüft wurden unter „{kind}“ {n} Einträge neben „{promise}“: {against} davon laufen ihr "
        "zuwider ({bounds}), etwa „{quote}“."
    ),
    "{quotes}. {share}": "{quotes}. {share}",
    "What share of all {kind} that means was not estimated.": (
        "Welchen Anteil von allem unter „{kind}“ das bedeutet, wurde nicht geschätzt."
    ),
    "What share of all {kind} that means is unknown: {reason}.": (
        "Welchen Anteil von allem unter „{kind}“ das bedeutet, ist unbekannt: {reason}."
    ),
    "Of all {kind}, {share} ({bounds}).": "Von allem unter „{kind}“ sind das {share} ({bounds}).",
    "What is done undoes what is promised.": "Was getan wird, macht zunichte, was versprochen ist.",
    "Undo it, or say openly what it is weighed against.": (
        "Es rückgängig machen, oder offen sagen, wogegen es abgewogen wird."
    ),
    "People found {n} records of the same channel that advance it. {error} of answers are taken to "
    "contradict by mistake; more were found.": (
        "Gefunden wurden {n} Einträge derselben Art, die sie fördern. Von den Antworten gelten "
        "{error} als irrtümlich widersprechend; es waren mehr."
    ),
    "People found {n} records of the same channel that advance it. {error} of answers are taken to "
    "contradict by mistake; so few may be such errors.": (
        "Gefunden wurden {n} Einträge derselben Art, die sie fördern. Von den Antworten gelten "
        "{error} als irrtümlich widersprechend; so wenige können solche Irrtümer sein."
    ),
    # pay
    "{share} of the pay of “{scheme}” rewards what runs against “{promise}”: {measures}.": (
        "{share} der Vergütung nach „{scheme}“ belohnen, was „{promise}“ zuwiderläuft: {measures}."
    ),
    "{share} of this scheme pays against the promise and {helped} for it. {distortion} {staked} "
    "{spread}": (
        "{share} dieser Regelung vergüten gegen das Versprechen und {helped} dafür. {distortion} "
        "{staked} {spread}"
    ),
    "How far the whole scheme is distorted is unknown: {reason}.": (
        "Wie weit die ganze Regelung verzerrt ist, ist unbekannt: {reason}."
    ),
    "The distortion of the whole scheme (1 − cosine; 0 is none, 2 the exact opposite) is {value} "
    "(no interval, n = {n} measures).": (
        "Die Verzerrung der ganzen Regelung (1 − Kosinus; 0 ist keine, 2 das genaue Gegenteil) "
        "beträgt {value} (kein Intervall, n = {n} Kriterien)."
    ),
    "The distortion of the whole scheme (1 − cosine; 0 is none, 2 the exact opposite) is {value} "
    "({low} to {high}, n = {n} measures).": (
        "Die Verzerrung der ganzen Regelung (1 − Kosinus; 0 ist keine, 2 das genaue Gegenteil) "
        "beträgt {value} ({low} bis {high}, n = {n} Kriterien)."
    ),
    "How much money that is, is not told in the scheme.": (
        "Wie viel Geld das ist, sagt die Regelung nicht."
    ),
    "{sum} are paid by the measures against a promise.": (
        "{sum} werden nach den Kriterien gezahlt, die gegen ein Versprechen stehen."
    ),
    "The same holds in {n} schemes of pay.": "Dasselbe gilt in {n} Vergütungsregelungen.",
    "Not established: why these measures were chosen is not stated in what was read.": (
        "Nicht festgestellt: Warum diese Kriterien gewählt wurden, steht in nichts, was gelesen "
        "wurde."
    ),
    "People are paid to do the opposite of what is promised.": (
        "Menschen werden dafür bezahlt, das Gegenteil des Versprochenen zu tun."
    ),
    "Replace the measure: no weights of the measures of this scheme would do.": (
        "Das Kriterium ersetzen: Keine Gewichtung der Kriterien dieser Regelung würde genügen."
    ),
    "Take the measure out: pay for the promise does not undo pay against it.": (
        "Das Kriterium streichen: Vergütung für das Versprechen hebt Vergütung dagegen nicht auf."
    ),
    "“{text}” from {before} to {after}": "„{text}“ von {before} auf {after}",
    "The least change after which no promise is paid against on balance, at the same pay: {moved}. "
    "Taking the measure out altogether removes it.": (
        "Die kleinste Änderung, nach der unter dem Strich gegen kein Versprechen vergütet wird, "
        "bei gleicher Vergütung: {moved}. Das Kriterium ganz zu streichen, beseitigt es."
    ),
    "Measures that pay for this promise were looked for in every scheme; none was found.": (
        "In jeder Regelung wurde nach Kriterien gesucht, die dieses Versprechen vergüten; gefunden "
        "wurde keines."
    ),
    "{n} measures pay for the promise, {share} of this scheme.": (
        "{n} Kriterien vergüten das Versprechen, {share} dieser Regelung."
    ),
    "{n} measure pays for the promise, {share} of this scheme.": (
        "{n} Kriterium vergütet das Versprechen, {share} dieser Regelung."
    ),
    # targets that are met
    "Every metric of “{promise}” that has a target reaches it ({metrics}), and yet: {against}.": (
        "Jede Kennzahl zu „{promise}“, die einen Zielwert hat, erreicht ihn ({metrics}), und "
        "doch: {against}."
    ),
    "{metrics}. {against:up}.": "{metrics}. {against:up}.",
    "{records} run against it: “{quote}”": Either(
        "records",
        "{records} läuft ihr zuwider: „{quote}“",
        "{records} laufen ihr zuwider: „{quote}“",
    ),
    "of those asked, {voices}": "unter den Befragten: {voices}",
    "“{text}” {reading} of {target}": "„{text}“ {reading} von {target}",
    "The board sees green while the promise gives way.": (
        "Die Leitung sieht Grün, während das Versprechen nachgibt."
    ),
    "Ask those it serves which reading would show that it is kept.": (
        "Die fragen, denen sie gilt, welcher Messwert zeigen würde, dass sie gehalten wird."
    ),
    "Metrics of it that miss their target were looked for; none was found. A target without a "
    "direction was read as the least, or as the most of what should be less.": (
        "Gesucht wurde nach Kennzahlen dazu, die ihren Zielwert verfehlen; gefunden wurde keine. "
        "Ein Zielwert ohne Richtung wurde als Mindestwert gelesen, oder als Höchstwert dessen, was "
        "weniger sein soll."
    ),
    "{met} of {idle} readings that serve no commitment reach their target ({reached}); {missed} of "
    "{mine} that serve one miss it ({failed}).": (
        "{met} von {idle} Messwerten, die keiner Zusage dienen, erreichen ihren Zielwert "
        "({reached}); {missed} von {mine}, die einer dienen, verfehlen ihn ({failed})."
    ),
    "What is promised is what is reached.": "Was versprochen ist, wird erreicht.",
    "Missed: {failed}. Met: {reached}.": "Verfehlt: {failed}. Erreicht: {reached}.",
    "The organisation is good at what it did not promise.": (
        "Die Organisation ist gut in dem, was sie nicht versprochen hat."
    ),
    "Put the promised readings first on the board's page.": (
        "Die versprochenen Messwerte auf der Seite der Leitung an die erste Stelle setzen."
    ),
    "{n} readings of commitments reach their target.": Either(
        "n",
        "{n} Messwert zu einer Zusage erreicht seinen Zielwert.",
        "{n} Messwerte zu Zusagen erreichen ihren Zielwert.",
    ),
    # voices
    "The texts claim “{promise}”; of those asked, fewer and fewer confirm it: {voices}.": (
        "Die Texte behaupten „{promise}“; von den Befragten bestätigen es immer weniger: {voices}."
    ),
    "The texts claim “{promise}”; of those asked, most do not confirm it: {voices}.": (
        "Die Texte behaupten „{promise}“; von den Befragten bestätigen es die meisten nicht: "
        "{voices}."
    ),
    "{share} agree in {period}": "{period}: {share} stimmen zu",
    "{against} speak against it and {towards} for it": (
        "{against} sprechen dagegen, {towards} dafür"
    ),
    "Those it is meant for do not meet what is told.": (
        "Die, für die es gedacht ist, treffen nicht an, was erzählt wird."
    ),
    "Ask them what they meet instead, and print it beside the claim.": (
        "Sie fragen, was sie stattdessen antreffen, und es neben die Behauptung drucken."
    ),
    "At fifty per cent or more: {readings} of it. Who was not asked, or kept silent, may "
    "think otherwise; readings of fewer than {fewest} answers are not used.": (
        "Dazu bei fünfzig Prozent oder mehr: {readings}. Wer nicht gefragt wurde oder schwieg, "
        "kann anders denken; Messwerte mit weniger als {fewest} Antworten werden nicht verwendet."
    ),
    # wording alone
    "{n} records of {kind} come near the sign of breaking “{sign}”: “{quote}” (by {words}). Nobody "
    "has judged them.": (
        "{n} Einträge unter „{kind}“ kommen dem Bruchzeichen „{sign}“ nahe: „{quote}“ (durch "
        "{words}). Niemand hat sie beurteilt."
    ),
    "{n} record of {kind} come near the sign of breaking “{sign}”: “{quote}” (by {words}). Nobody "
    "has judged them.": (
        "{n} Eintrag unter „{kind}“ kommt dem Bruchzeichen „{sign}“ nahe: „{quote}“ (durch "
        "{words}). Niemand hat ihn beurteilt."
    ),
    "A machine compared words; it cannot tell for from against.": (
        "Eine Maschine hat Wörter verglichen; dafür und dagegen kann sie nicht unterscheiden."
    ),
    "They are counted neither for nor against the commitment.": (
        "Sie zählen weder für noch gegen die Zusage."
    ),
    "Read them, and tag each one: advances, contradicts or neither.": (
        "Sie lesen und jeden kennzeichnen: fördert, widerspricht oder keines von beiden."
    ),
    "A record may name a danger in order to avert it.": (
        "Ein Eintrag kann eine Gefahr nennen, um sie abzuwenden."
    ),
}
