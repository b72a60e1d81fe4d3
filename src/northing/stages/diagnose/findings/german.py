"""How is the section of findings told in German, beside what its rules say?"""

from __future__ import annotations

from northing.foundations.documents.told import Either, Noun, Tongue

STANDING = {
    "high: for the board": "hoch: für den Vorstand",
    "medium: for the people in charge": "mittel: für die Verantwortlichen",
    "low: tentative until people have checked": "gering: vorläufig, bis jemand nachgeprüft hat",
    "a note": "ein Hinweis",
    "people looked at the records it rests on and bear it out": (
        "Menschen haben die Einträge angesehen, auf denen sie beruht, und bestätigen sie"
    ),
    "it rests on what the files say themselves; no person has verified these links": (
        "sie beruht auf dem, was die Dateien selbst sagen; niemand hat diese Zuordnungen "
        "nachgeprüft"
    ),
    "it rests on tags and rules that people wrote; no person has verified these links": (
        "sie beruht auf Kennzeichen und Regeln, die Menschen geschrieben haben; niemand hat diese "
        "Zuordnungen nachgeprüft"
    ),
    "it rests partly on tags, partly on a machine; no person has verified these links": (
        "sie beruht teils auf Kennzeichen, teils auf einer Maschine; niemand hat diese "
        "Zuordnungen nachgeprüft"
    ),
    "it rests on a machine that compares words; no person has verified these links": (
        "sie beruht auf einer Maschine, die Worte vergleicht; niemand hat diese Zuordnungen "
        "nachgeprüft"
    ),
    "{standing} ({records} checked)": "{standing} ({records} nachgeprüft)",
    "not looked for": "nicht danach gesucht",
}
LEAD: dict[str, str | Either] = {
    "Nothing was found that does not agree. That is no proof that all does.": (
        "Nichts wurde gefunden, das nicht übereinstimmt. Das beweist nicht, dass alles es tut."
    ),
    "{findings} ({counts}), the gravest first.": "{findings} ({counts}), die schwersten zuerst.",
    "{n} are told in full, the others below, by commitment.": Either(
        "n",
        "{n} davon steht hier ausführlich, die übrigen unten, nach Zusage.",
        "{n} davon stehen hier ausführlich, die übrigen unten, nach Zusage.",
    ),
    "People bear {n} of them out.": "{n} davon sind durch Menschen bestätigt.",
    "High and medium accuse, low asks, a note tells.": (
        "Hoch und mittel werfen vor, gering fragt, ein Hinweis berichtet."
    ),
    "{tests} was tested for these findings; {n} still count after the correction for so many tries "
    "(Benjamini–Hochberg, q = {q}).": (
        "{tests} wurde für diese Feststellungen getestet; {n} gilt noch nach der Berichtigung für "
        "so viele Versuche (Benjamini–Hochberg, q = {q})."
    ),
    "{tests} were tested for these findings; {n} still count after the correction for so many "
    "tries (Benjamini–Hochberg, q = {q}).": (
        "{tests} wurden für diese Feststellungen getestet; {n} davon gelten noch nach der "
        "Berichtigung für so viele Versuche (Benjamini–Hochberg, q = {q})."
    ),
    "Of the files and of no single commitment: {counts}": (
        "Zu den Dateien und zu keiner einzelnen Zusage: {counts}"
    ),
    "“{promise}”: {counts}": "„{promise}“: {counts}",
}
PARTS: dict[str, str | Either] = {
    "{title}: “{promise}”": "{title}: „{promise}“",
    "Finding {turn}: {title}. Weight: {weight}. Standing: {standing}.": (
        "Feststellung {turn}: {title}. Gewicht: {weight}. Stand: {standing}."
    ),
    "Question": "Frage",
    "Answer": "Antwort",
    "What was promised?": "Was wurde versprochen?",
    "What was found?": "Was wurde gefunden?",
    "Why?": "Warum?",
    "What follows?": "Was folgt daraus?",
    "What could be done?": "Was ließe sich tun?",
    "What speaks against it?": "Was spricht dagegen?",
    "What was looked for to speak against it?": "Wonach wurde gesucht, das dagegen spräche?",
    "What would change this verdict?": "Was würde dieses Urteil ändern?",
    "May it be chance?": "Kann es Zufall sein?",
    "What else points to it?": "Was weist noch darauf hin?",
    "What does the organisation reply?": "Was antwortet die Organisation?",
    "Where?": "Wo?",
    "Nothing was found; no person has searched.": (
        "Nichts wurde gefunden; niemand hat selbst gesucht."
    ),
    "p = {p} ({method}); {adjusted} after the correction for all tests of this audit: it still "
    "counts.": (
        "p = {p} ({method}); {adjusted} nach der Berichtigung für alle Tests dieser Prüfung: Es "
        "gilt noch."
    ),
    "p = {p} ({method}); {adjusted} after the correction for all tests of this audit: it may be.": (
        "p = {p} ({method}); {adjusted} nach der Berichtigung für alle Tests dieser Prüfung: Es "
        "kann sein."
    ),
    "and {n} more": "und {n} weitere",
    "“{text}” ({by}, {day})": "„{text}“ ({by}, {day})",
}
TABLES = {
    "Finding": "Feststellung",
    "Reply": "Antwort",
    "Replies to findings that this audit does not have.": (
        "Antworten auf Feststellungen, die diese Prüfung nicht hat."
    ),
    "Its evidence stands above, under the widest gaps.": (
        "Ihre Nachweise stehen oben, unter den weitesten Klüften."
    ),
    "The records it rests on": "Die Einträge, auf denen sie beruht",
    "Records that speak against it": "Einträge, die dagegen sprechen",
    "No record was found that speaks against it; no person has searched yet.": (
        "Kein Eintrag wurde gefunden, der dagegen spricht; niemand hat bisher selbst gesucht."
    ),
    "What was found": "Was gefunden wurde",
    "What speaks against it": "Was dagegen spricht",
    "Weight": "Gewicht",
    "Standing": "Stand",
    "Where it does not say verified, no person has verified these links. Their evidence is in "
    "audit.json.": (
        "Wo nicht „bestätigt“ steht, hat niemand diese Zuordnungen nachgeprüft. Ihre Nachweise "
        "stehen in audit.json."
    ),
    "Findings that are not told in full above.": (
        "Feststellungen, die oben nicht ausführlich stehen."
    ),
}
GERMAN = Tongue(
    code="de",
    patterns=STANDING | LEAD | PARTS | TABLES,
    terms={
        "high": "hoch",
        "medium": "mittel",
        "low": "gering",
        "note": "Hinweis",
        "verified": "bestätigt",
        "as written": "wie geschrieben",
        "tagged": "gekennzeichnet",
        "partly tagged": "teils gekennzeichnet",
        "machine only": "nur durch eine Maschine",
    },
    nouns={
        "finding": Noun("Feststellung", "Feststellungen"),
        "hypothesis": Noun("Hypothese", "Hypothesen"),
    },
)
