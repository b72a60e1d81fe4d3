"""What is each rule called in German?"""

from __future__ import annotations

TITLES = {
    "A line that must not be crossed was crossed": (
        "Eine Linie wurde überschritten, die nicht überschritten werden darf"
    ),
    "People found deeds that run against a promise": (
        "Bei der Nachprüfung fanden sich Taten, die einem Versprechen zuwiderlaufen"
    ),
    "Records that run against a promise": "Einträge, die einem Versprechen zuwiderlaufen",
    "Pay that rewards the opposite of a promise": (
        "Vergütung, die das Gegenteil eines Versprechens belohnt"
    ),
    "Targets are met, and the promise is not": ("Zielwerte werden erreicht, das Versprechen nicht"),
    "People who meet the promise do not confirm it": (
        "Wer dem Versprechen begegnet, bestätigt es nicht"
    ),
    "Records that come near a sign of breaking": "Einträge, die einem Bruchzeichen nahekommen",
    "Called crucial while its share falls": "Entscheidend genannt, während der Anteil fällt",
    "Its share falls from period to period": "Der Anteil fällt von Zeitraum zu Zeitraum",
    "The means fall while the words stay": "Die Mittel fallen, während die Worte bleiben",
    "The day it turned": "Der Tag, an dem es sich wendete",
    "More said than done": "Mehr gesagt als getan",
    "More done than said": "Mehr getan als gesagt",
    "Units offset one another": "Einheiten gleichen einander aus",
    "It rests on one initiative": "Es ruht auf einem einzigen Vorhaben",
    "Only one layer moves": "Nur eine Ebene bewegt sich",
    "An allocation was taken back": "Eine Zuweisung wurde zurückgenommen",
    "Announced again, without means": "Wieder angekündigt, ohne Mittel",
    "Initiatives return period after period": "Vorhaben kehren Zeitraum um Zeitraum wieder",
    "Promised again and again, and no deed found": (
        "Wieder und wieder versprochen, und keine Tat gefunden"
    ),
    "Its own date has passed": "Der selbst genannte Tag ist vorbei",
    "Promised, and no deed found": "Versprochen, und keine Tat gefunden",
    "Done and not told": "Getan und nicht erzählt",
    "No longer spoken of": "Nicht mehr die Rede davon",
    "Another thing is said outside than inside": "Nach außen wird anderes gesagt als nach innen",
    "Promised, and not measured": "Versprochen, und nicht gemessen",
    "Measured, and serving no promise": "Gemessen, und keinem Versprechen dienlich",
    "A total and its parts disagree": "Eine Summe und ihre Teile stimmen nicht überein",
    "A figure in a text differs from the records": (
        "Eine Zahl in einem Text weicht von den Einträgen ab"
    ),
    "A figure stands under another period": "Eine Zahl steht unter einem anderen Zeitraum",
    "Two texts give two figures": "Zwei Texte nennen zwei Zahlen",
    "Records that end long before the others": "Einträge, die lange vor den anderen enden",
    "One id, two contents": "Eine Kennung, zwei Inhalte",
    "The files own up to an error": "Die Dateien räumen selbst einen Fehler ein",
    "Less was read than there should be": "Gelesen wurde weniger, als da sein sollte",
}
