"""How is it said in German that means do not follow the words?"""

from __future__ import annotations

from northing.foundations.documents.told import Either

MEANS: dict[str, str | Either] = {
    # falls
    "The share of {kind} for “{promise}” fell from {first} in {then} to {last} in {now} while it "
    "is called {cues}.": (
        "Der Anteil unter „{kind}“ für „{promise}“ fiel von {first} in {then} auf {last} in {now}, "
        "während es {cues} genannt wird."
    ),
    "The share of {kind} for “{promise}” fell from {first} in {then} to {last} in {now}.": (
        "Der Anteil unter „{kind}“ für „{promise}“ fiel von {first} in {then} auf {last} in {now}."
    ),
    "The share of {kind} for “{promise}” fell from {first} in {then} to {last} in {now}, while its "
    "share of the words stayed: {words}.": (
        "Der Anteil unter „{kind}“ für „{promise}“ fiel von {first} in {then} auf {last} in {now}, "
        "während der Anteil an den Worten blieb: {words}."
    ),
    "its share of {kind} fell from {first} in {then} to {last} in {now}": (
        "ihr Anteil unter „{kind}“ fiel von {first} in {then} auf {last} in {now}"
    ),
    "The organisation says: “{quote}”": "Die Organisation sagt: „{quote}“",
    "Its share of {kind}: {path}.": "Ihr Anteil unter „{kind}“: {path}.",
    "Its share of the words: {words}.": "Ihr Anteil an den Worten: {words}.",
    "{share} in {period}": "{share} in {period}",
    "What is called important is left with less to be done with.": (
        "Was wichtig genannt wird, hat weniger, womit etwas zu tun wäre."
    ),
    "The promise is left with less to be kept with.": (
        "Dem Versprechen bleibt weniger, womit es zu halten wäre."
    ),
    "Say what takes its place, or restore its means.": (
        "Sagen, was an die Stelle tritt, oder die Mittel wiederherstellen."
    ),
    "{n} decisions of the same period set means aside for it.": Either(
        "n",
        "{n} Entscheidung desselben Zeitraums stellt Mittel dafür bereit.",
        "{n} Entscheidungen desselben Zeitraums stellen Mittel dafür bereit.",
    ),
    "No sentence was found that explains the fall.": (
        "Gefunden wurde kein Satz, der den Rückgang erklärt."
    ),
    # turns
    "On {day} (between {low} and {high}, {level}), {what} “{promise}” fell from {before} to "
    "{after}.": (
        "Am {day} (zwischen {low} und {high}, {level}) fiel {what} „{promise}“ von {before} auf "
        "{after}."
    ),
    "the balance of decisions for and against": "der Saldo der Entscheidungen für und gegen",
    "the share of {kind} for": "der Anteil unter „{kind}“ für",
    "{n} points by {grain}. The records that moved it most, by leaving each out: {moved}.": (
        "{n} Punkte nach {grain}. Die Einträge, die es am meisten bewegten, durch Weglassen je "
        "eines einzelnen: {moved}."
    ),
    "“{quote}” ({day}, {part} of it)": "„{quote}“ ({day}, {part} davon)",
    "one change of the mean by {grain}, {method}": (
        "eine Änderung des Mittels nach {grain}, {method}"
    ),
    "What was built up before is not carried on.": (
        "Was zuvor aufgebaut wurde, wird nicht fortgeführt."
    ),
    "What is no longer said is no longer asked for.": (
        "Was nicht mehr gesagt wird, wird nicht mehr verlangt."
    ),
    "Ask what was decided in those days, and whether it was meant.": (
        "Fragen, was in jenen Tagen entschieden wurde, und ob es so gemeint war."
    ),
    "When it turned cannot be told: it may be a slow or no change.": (
        "Wann es sich wendete, ist nicht zu sagen: Es kann eine langsame oder keine Änderung sein."
    ),
    "A later return to the earlier level was looked for; there is none.": (
        "Gesucht wurde nach einer späteren Rückkehr zum früheren Stand; es gibt keine."
    ),
    "{n} of the {all} points after it reach the earlier level again.": Either(
        "n",
        "{n} der {all} Punkte danach erreicht den früheren Stand wieder.",
        "{n} der {all} Punkte danach erreichen den früheren Stand wieder.",
    ),
    # gaps
    "“{promise}” takes {words} and {deeds}: {points} more said than done.": (
        "Auf „{promise}“ entfallen {words} und {deeds}: {points} mehr gesagt als getan."
    ),
    "“{promise}” takes {words} and {deeds}: {points} more done than said.": (
        "Auf „{promise}“ entfallen {words} und {deeds}: {points} mehr getan als gesagt."
    ),
    "{share} of {all} ({bounds})": "{share} unter „{all}“ ({bounds})",
    "The organisation promises: {promise}": "Die Organisation verspricht: {promise}",
    "It takes {words}, and {deeds}.": "Auf sie entfallen {words} und {deeds}.",
    "Who relies on the words expects more than is done.": (
        "Wer sich auf die Worte verlässt, erwartet mehr, als getan wird."
    ),
    "Good work is not told.": "Gute Arbeit wird nicht erzählt.",
    "Move means to it, or promise less.": "Mittel dorthin verlagern, oder weniger versprechen.",
    "Tell it, or ask whether it is meant.": "Davon erzählen, oder fragen, ob es so gemeint ist.",
    "No interval: {reason}. No person has checked the links.": (
        "Kein Intervall: {reason}. Niemand hat die Zuordnungen nachgeprüft."
    ),
    "Until people check the links, the true gap may as well be none.": (
        "Bis jemand die Zuordnungen nachprüft, kann es ebenso gut gar keine Kluft geben."
    ),
    "The sign holds even if every unverified link is read at its worst.": (
        "Die Richtung bleibt, auch wenn jede ungeprüfte Zuordnung am ungünstigsten gelesen wird."
    ),
    "Its share of {kind} may be as large as its share of the words.": (
        "Ihr Anteil unter „{kind}“ kann so groß sein wie ihr Anteil an den Worten."
    ),
    "Of the {kind} that serve any promise it may have as large a part as of the words; the rest is "
    "everyday business.": (
        "Von dem, was unter „{kind}“ überhaupt einem Versprechen dient, kann sie einen so großen "
        "Teil haben wie von den Worten; das Übrige ist Alltagsgeschäft."
    ),
    "exact as linked, n = {n}": "genau wie zugeordnet, n = {n}",
    "between {low} and {high}, n = {n}": "zwischen {low} und {high}, n = {n}",
    "between {low} and {high}": "zwischen {low} und {high}",
    "no interval: {reason}": "kein Intervall: {reason}",
    "unknown: {reason}": "unbekannt: {reason}",
    "{kind} in {currency}": "{kind} in {currency}",
    # units that offset one another
    "{points} of the distance in {kind} are hidden because units offset one another: “{promise}” "
    "takes {least} in {unit} and {most} in {other}.": (
        "{points} des Abstands unter „{kind}“ bleiben verborgen, weil Einheiten einander "
        "ausgleichen: Auf „{promise}“ entfallen {least} in {unit} und {most} in {other}."
    ),
    "Of what could be linked in {kind}, {points} of the distance are hidden because units offset "
    "one another: “{promise}” takes {least} in {unit} and {most} in {other}.": (
        "Von dem, was unter „{kind}“ zugeordnet werden konnte, bleiben {points} des Abstands "
        "verborgen, weil Einheiten einander ausgleichen: Auf „{promise}“ entfallen {least} in "
        "{unit} und {most} in {other}."
    ),
    "What could not be linked may even it out; and units may have different tasks, then different "
    "shares are meant.": (
        "Was nicht zugeordnet werden konnte, mag es ausgleichen; und Einheiten können verschiedene "
        "Aufgaben haben, dann sind verschiedene Anteile gewollt."
    ),
    "The same promise holds in every unit.": "Dasselbe Versprechen gilt in jeder Einheit.",
    "The units stand further from the words than the organisation as a whole, by {points}.": (
        "Die Einheiten stehen um {points} weiter von den Worten entfernt als die Organisation als "
        "Ganzes."
    ),
    "In {n} records units that act alike would seem to hide {usually} on average, and {most} in "
    "one case of twenty.": (
        "Bei {n} Einträgen schienen Einheiten, die gleich handeln, im Mittel {usually} zu "
        "verbergen, und {most} in einem von zwanzig Fällen."
    ),
    "Some people meet the promise kept, others do not.": (
        "Manche treffen das Versprechen gehalten an, andere nicht."
    ),
    "Look at the units one by one.": "Die Einheiten einzeln ansehen.",
    "Units may have different tasks; then different shares are meant.": (
        "Einheiten können verschiedene Aufgaben haben; dann sind verschiedene Anteile gewollt."
    ),
    # resting on one
    "{share} of the {channel} for “{promise}” lies with one {kind}, “{name}”.": (
        "{share} unter „{channel}“ für „{promise}“ liegen bei {kind}: „{name}“."
    ),
    "A promise of the whole organisation does not hang on one thread.": (
        "Ein Versprechen der ganzen Organisation hängt nicht an einem Faden."
    ),
    "“{name}”: {n} records, {share}.": "„{name}“: {n} Einträge, {share}.",
    "When that one ends, the promise ends with it.": "Endet dies, endet das Versprechen mit.",
    "Let a second team or partner carry a part of it.": (
        "Ein zweites Team oder einen weiteren Partner einen Teil tragen lassen."
    ),
    "{n} deeds of it lie elsewhere, in any channel.": Either(
        "n",
        "{n} Tat dazu liegt anderswo, in irgendeiner Art.",
        "{n} Taten dazu liegen anderswo, in irgendeiner Art.",
    ),
    # one layer
    "All {deeds} for “{promise}” lie in {layer} ({kinds}); {missing} show none, where others have "
    "deeds.": (
        "Alle {deeds} für „{promise}“ liegen in der Ebene {layer} ({kinds}); {missing} zeigen "
        "keine, wo andere Taten haben."
    ),
    "All {deeds} for “{promise}” lie in {layer} ({kinds}); {missing} shows none, where others have "
    "deeds.": (
        "Alle {deeds} für „{promise}“ liegen in der Ebene {layer} ({kinds}); {missing} zeigt "
        "keine, wo andere Taten haben."
    ),
    "A promise is kept where money goes, where work is done and where people are rewarded.": (
        "Ein Versprechen wird gehalten, wo Geld hingeht, wo gearbeitet und wo belohnt wird."
    ),
    "No deed of {missing} is linked to it.": "Keine Tat aus {missing} ist ihr zugeordnet.",
    "What moves in one layer alone is undone by the others.": (
        "Was sich nur in einer Ebene bewegt, machen die anderen zunichte."
    ),
    "Ask what in {missing} would have to change for it to hold.": (
        "Fragen, was sich in {missing} ändern müsste, damit es hält."
    ),
    "{deeds} there come near it.": Either(
        "deeds", "{deeds} dort kommt ihr nahe.", "{deeds} dort kommen ihr nahe."
    ),
    "Deeds there that come near it were looked for; none was found.": (
        "Gesucht wurde nach Taten dort, die ihr nahekommen; gefunden wurde keine."
    ),
    "A kind of record tells of its layer only by and large.": (
        "Eine Art von Einträgen sagt nur im Großen und Ganzen, zu welcher Ebene sie gehört."
    ),
    # allocations and initiatives
    "On {day}, {taken} of the {allocated} allocated on {then} to “{account}” was taken back.": (
        "Am {day} wurden {taken} der am {then} zugewiesenen {allocated} für „{account}“ "
        "zurückgenommen."
    ),
    "On {day}, {taken} to “{account}” was taken back.": (
        "Am {day} wurden {taken} für „{account}“ zurückgenommen."
    ),
    "What was allocated is meant to be spent on its purpose.": (
        "Was zugewiesen ist, soll für seinen Zweck ausgegeben werden."
    ),
    "“{text}” (“{cue}”)": "„{text}“ („{cue}“)",
    "The means promised for it are smaller than announced.": (
        "Die dafür versprochenen Mittel sind kleiner als angekündigt."
    ),
    "Say publicly what the withdrawn sum is used for now.": (
        "Öffentlich sagen, wofür die zurückgenommene Summe nun verwendet wird."
    ),
    "An allocation may be returned because the work cost less or was finished.": (
        "Eine Zuweisung kann zurückfließen, weil die Arbeit weniger kostete oder fertig ist."
    ),
    "“{name}” was announced {n} times ({periods}), each time with a budget of zero.": (
        "„{name}“ wurde {n}-mal angekündigt ({periods}), jedes Mal mit einem Budget von null."
    ),
    "What is announced has the means to happen.": (
        "Was angekündigt wird, hat die Mittel, stattzufinden."
    ),
    "People wait for what nobody has paid for.": (
        "Menschen warten auf das, was niemand bezahlt hat."
    ),
    "Fund it, or say that it will not come.": "Es finanzieren, oder sagen, dass es nicht kommt.",
    "Its cost may stand in a line of another name, or be carried by a partner.": (
        "Die Kosten können in einer Zeile anderen Namens stehen oder von einem Partner getragen "
        "werden."
    ),
    "{n} of {all} initiatives recur in two or more periods, {thrice} of them in three or more.": (
        Either(
            "n",
            "{n} von {all} Vorhaben kehrt in zwei oder mehr Zeiträumen wieder, {thrice} davon in "
            "drei oder mehr.",
            "{n} von {all} Vorhaben kehren in zwei oder mehr Zeiträumen wieder, {thrice} davon in "
            "drei oder mehr.",
        )
    ),
    "An initiative ends, or says why it goes on.": (
        "Ein Vorhaben endet, oder sagt, warum es weitergeht."
    ),
    "What is announced every year without ending uses up belief.": (
        "Was jedes Jahr angekündigt wird und nicht endet, verbraucht Glauben."
    ),
    "Say of each what the last period brought.": (
        "Von jedem sagen, was der letzte Zeitraum gebracht hat."
    ),
    "Long work is rightly announced again; recurrence alone is no failure.": (
        "Lange Arbeit wird zu Recht wieder angekündigt; Wiederkehr allein ist kein Versäumnis."
    ),
}
