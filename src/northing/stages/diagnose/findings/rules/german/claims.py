"""How is it said in German that words go without deeds, deeds without words, or words part?"""

from __future__ import annotations

from northing.foundations.documents.told import Either

CLAIMS: dict[str, str | Either] = {
    # promised, and no deed found
    "“{promise}” takes {share} of what is said about commitments and could be linked to no deed in "
    "any channel that was read.": (
        "Auf „{promise}“ entfallen {share} dessen, was über Zusagen gesagt wird; keine Tat konnte "
        "ihr zugeordnet werden, in keiner Art, die gelesen wurde."
    ),
    "“{promise}” could be linked to no deed in any channel that was read.": (
        "„{promise}“ konnte keiner Tat zugeordnet werden, in keiner Art, die gelesen wurde."
    ),
    "No record of {kinds}.": "Kein Eintrag unter: {kinds}.",
    "No record of {kinds}; said again: “{quote}”": (
        "Kein Eintrag unter: {kinds}; wieder gesagt: „{quote}“"
    ),
    "Not established: either nothing is done, or what is done is not in the files, or not in words "
    "a machine links.": (
        "Nicht festgestellt: Entweder wird nichts getan, oder was getan wird, steht nicht in den "
        "Dateien, oder nicht in Worten, die eine Maschine zuordnet."
    ),
    "Nobody can tell whether it is kept.": "Niemand kann sagen, ob es gehalten wird.",
    "Name the record that would show it, or tag the lines that serve it.": (
        "Den Eintrag nennen, der es zeigen würde, oder die Zeilen kennzeichnen, die ihm dienen."
    ),
    "People looked at {deeds} beside it; none of them serves it.": (
        "Angesehen wurden {deeds} neben ihr; keine davon dient ihr."
    ),
    "{deeds} come near it and may be one, such as “{quote}”.": Either(
        "deeds",
        "{deeds} kommt ihr nahe und kann eine sein, nämlich „{quote}“.",
        "{deeds} kommen ihr nahe und können eine sein, etwa „{quote}“.",
    ),
    "Absence of a link is not absence of a deed: no person has searched for it.": (
        "Eine fehlende Zuordnung ist keine fehlende Tat: Niemand hat danach gesucht."
    ),
    "One answer says that the first of them does; it may be an error: ask again.": (
        "Eine Antwort sagt, dass die erste davon es tut; das kann ein Irrtum sein: noch einmal "
        "fragen."
    ),
    "Every deed that was read carries a tag; no person has searched for others.": (
        "Jede gelesene Tat trägt ein Kennzeichen; nach anderen hat niemand gesucht."
    ),
    "“{promise}” was spoken of in {n} periods ({periods}), {times} in all, and could be linked to "
    "no deed in any channel that was read.": (
        "Von „{promise}“ war in {n} Zeiträumen die Rede ({periods}), insgesamt {times}; keine Tat "
        "konnte ihr zugeordnet werden, in keiner Art, die gelesen wurde."
    ),
    "What is promised year after year and not seen is no longer believed.": (
        "Was Jahr für Jahr versprochen und nicht gesehen wird, wird nicht mehr geglaubt."
    ),
    "Do it, name the record that shows it, or take the promise back.": (
        "Es tun, den Eintrag nennen, der es zeigt, oder das Versprechen zurücknehmen."
    ),
    "What was claimed on {day} “{horizon}” ended on {end} and no deed or metric followed: "
    "“{quote}”": (
        "Was am {day} „{horizon}“ behauptet wurde, endete am {end}, und keine Tat und keine "
        "Kennzahl folgte: „{quote}“"
    ),
    "What was claimed “{horizon}” ended on {end} and no deed or metric followed: “{quote}”": (
        "Was „{horizon}“ behauptet wurde, endete am {end}, und keine Tat und keine Kennzahl "
        "folgte: „{quote}“"
    ),
    "No record of {kinds} from the claim on is linked to it.": (
        "Ab der Behauptung ist ihr kein Eintrag zugeordnet, unter: {kinds}."
    ),
    "A claim that nobody can see redeemed spends the belief in the next one.": (
        "Eine Behauptung, deren Einlösung niemand sieht, kostet den Glauben an die nächste."
    ),
    "Show what came of it, or name a new day and why.": (
        "Zeigen, was daraus wurde, oder einen neuen Tag nennen und warum."
    ),
    # done and not told, gone silent
    "“{promise}” is acted on in {n} records and spoken of in none.": Either(
        "n",
        "Nach „{promise}“ wird in {n} Eintrag gehandelt, und in keinem ist davon die Rede.",
        "Nach „{promise}“ wird in {n} Einträgen gehandelt, und in keinem ist davon die Rede.",
    ),
    "What is done for a promise may be told.": (
        "Was für ein Versprechen getan wird, darf erzählt werden."
    ),
    "{n} records of deeds, no sentence.": Either(
        "n", "{n} Eintrag von Taten, kein Satz.", "{n} Einträge von Taten, kein Satz."
    ),
    "Good work is not seen.": "Gute Arbeit wird nicht gesehen.",
    "Tell it, if the people it serves agree.": (
        "Davon erzählen, wenn die zustimmen, denen es dient."
    ),
    "Silence about good work is no failure.": "Schweigen über gute Arbeit ist kein Versäumnis.",
    "“{promise}” was last spoken of on {day}; {n} later documents do not mention it.": Either(
        "n",
        "Von „{promise}“ war zuletzt am {day} die Rede; {n} späteres Dokument erwähnt es nicht.",
        "Von „{promise}“ war zuletzt am {day} die Rede; {n} spätere Dokumente erwähnen es nicht.",
    ),
    "Last mention {day}, newest document {newest}.": (
        "Letzte Erwähnung {day}, neuestes Dokument {newest}."
    ),
    "A promise nobody repeats is forgotten or withdrawn without saying so.": (
        "Ein Versprechen, das niemand wiederholt, ist vergessen oder wortlos zurückgezogen."
    ),
    "Renew it, or say that it has ended.": "Es erneuern, oder sagen, dass es geendet hat.",
    "The promise may live on in documents that were not read, or in other words.": (
        "Das Versprechen kann in ungelesenen Dokumenten fortleben, oder in anderen Worten."
    ),
    # outside and inside
    "What is said outside and what is said inside lie {apart} apart ({between}, n = {n} {units}). "
    "Widest is “{promise}”: {out} outside, {inside} inside.": (
        "Was nach außen und was nach innen gesagt wird, liegt {apart} auseinander ({between}, "
        "n = {n} {units}). Am weitesten bei „{promise}“: außen {out}, innen {inside}."
    ),
    "What is said to others is what is said among ourselves.": (
        "Was anderen gesagt wird, sagen wir auch unter uns."
    ),
    "Outside and inside: {apart} of the commitments apart ({between}).": (
        "Außen und innen: {apart} der Zusagen auseinander ({between})."
    ),
    "No deeds are linked that could tell which of the two is followed.": (
        "Keine Taten sind zugeordnet, an denen zu sehen wäre, welchem von beiden gefolgt wird."
    ),
    "From {kind}, counted as linked, the words outside lie {outside} and the words inside {inside} "
    "apart.": (
        "Von „{kind}“, gezählt wie zugeordnet, liegen die Worte nach außen {outside} und die Worte "
        "nach innen {inside} entfernt."
    ),
    "Those outside trust in what nobody inside is asked for.": (
        "Wer außen ist, vertraut auf etwas, das innen von niemandem verlangt wird."
    ),
    "Say inside what is said outside, or stop saying it outside.": (
        "Innen sagen, was außen gesagt wird, oder es außen nicht mehr sagen."
    ),
    "The deeds stand nearer to what is said outside.": (
        "Die Taten stehen dem näher, was außen gesagt wird."
    ),
    "Different readers need to hear different things; emphasis alone is no untruth.": (
        "Verschiedene Menschen müssen Verschiedenes hören; Betonung allein ist keine Unwahrheit."
    ),
    "total variation, bootstrap of {units}, centred": (
        "totale Variation, Bootstrap über {units}, zentriert"
    ),
    "total variation, audiences shuffled over {units}, {n} times": (
        "totale Variation, Publikum über {units} vertauscht, {n}-mal"
    ),
    # measured and not promised, promised and not measured
    "None of {metrics} was seen to show whether any of {promises} is kept: {listed}.": (
        "An {metrics:dat} war keine zu finden, die zeigt, ob eine von {promises:dat} gehalten "
        "wird: {listed}."
    ),
    "{listed} and {more} more": "{listed} und {more} weitere",
    "What is measured shows whether a promise is kept.": (
        "Was gemessen wird, zeigt, ob ein Versprechen gehalten wird."
    ),
    "No reading of {readings} is linked to a commitment.": (
        "Von {readings:dat} ist keiner einer Zusage zugeordnet."
    ),
    "What is not looked at is the first to give way to what is.": (
        "Was niemand ansieht, weicht als Erstes dem, was angesehen wird."
    ),
    "Say of each metric which promise it serves; where none does, choose one for each.": (
        "Von jeder Kennzahl sagen, welchem Versprechen sie dient; wo es keine tut, für jedes eine "
        "wählen."
    ),
    "{readings} come near a commitment. They may be named in words that the machine does not know: "
    "tags in the file would tell.": Either(
        "readings",
        "{readings} kommt einer Zusage nahe. Sie können in Worten benannt sein, die die Maschine "
        "nicht kennt: Kennzeichen in der Datei würden es zeigen.",
        "{readings} kommen einer Zusage nahe. Sie können in Worten benannt sein, die die Maschine "
        "nicht kennt: Kennzeichen in der Datei würden es zeigen.",
    ),
    "{metrics} were searched; “{quote}” comes near it and may serve it.": (
        "Durchsucht: {metrics}; „{quote}“ kommt ihr nahe und kann ihr dienen."
    ),
    "{metrics} were searched; none comes near it. What matters is not always measured by a "
    "number.": (
        "Durchsucht: {metrics}; keine kommt ihr nahe. Worauf es ankommt, lässt sich nicht immer in "
        "einer Zahl messen."
    ),
    "No metric shows whether “{promise}” is kept, among {metrics} that were read.": (
        "Keine Kennzahl zeigt, ob „{promise}“ gehalten wird; gelesen: {metrics}."
    ),
    "No reading of {readings} is linked to it.": "Von {readings:dat} ist ihr keiner zugeordnet.",
    "Of {readings} one alone was said to serve it, and that may be a slip.": (
        "Von {readings:dat} hieß es nur bei einem, dass er ihr dient; das kann ein Versehen sein."
    ),
    "Choose one metric with the people it serves, and a target for it.": (
        "Mit denen, denen sie dient, eine Kennzahl wählen, und einen Zielwert dafür."
    ),
    "{n} of {all} metrics serve no commitment: {listed}.": Either(
        "n",
        "{n} von {all} Kennzahlen dient keiner Zusage: {listed}.",
        "{n} von {all} Kennzahlen dienen keiner Zusage: {listed}.",
    ),
    "{readings} are linked to no commitment.": Either(
        "readings",
        "{readings} ist keiner Zusage zugeordnet.",
        "{readings} sind keiner Zusage zugeordnet.",
    ),
    "Attention goes to what nobody promised.": (
        "Aufmerksamkeit geht an das, was niemand versprochen hat."
    ),
    "Say of each which promise it serves, or stop reporting it to the board.": (
        "Von jeder sagen, welchem Versprechen sie dient, oder sie der Leitung nicht mehr berichten."
    ),
    "An organisation must also know what it costs to run; that is no fault.": (
        "Eine Organisation muss auch wissen, was ihr Betrieb kostet; das ist kein Fehler."
    ),
}
