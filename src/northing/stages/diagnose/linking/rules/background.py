"""What do organisations write that promises nothing?

A hundred plain lines each in English and German: invoices, minutes, notices, prices. Words are
learned from words alone, and those of a short statement nearly all promise something: taken by
themselves, what is rare in them, what they share and what is usual for a promise would be that of
promises. These lines stand beside them as the deeds of the case once did, but none of them can go
missing. They were written for no organisation and name none.
"""

from __future__ import annotations

from northing.foundations.text.words import base_language


def background(language: str) -> tuple[str, ...]:
    """Empty for a language there are none of: then words stand by themselves."""
    return _LINES.get(base_language(language), ())


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.strip().split("\n"))


_LINES = {
    "en": _lines("""
Invoice for office supplies
Rent of the second floor, paid in advance
The meeting began at nine and ended before noon.
Minutes of the last meeting were approved without change.
Electricity, water and heating for the quarter
The new printer stands beside the lift.
Bank charges and card fees
Insurance for the building was renewed.
We thank everybody who took part.
The door of the store room was repaired.
Travel to the conference, second class
Telephone and internet, monthly
Please send your documents by Friday.
The chair opened the session and welcomed the guests.
Cleaning of the stairs and windows
Coffee, milk and sugar
The next meeting takes place in the spring.
Legal advice on a contract
Parking permits for two cars
Our address has changed; the number stays the same.
Software licences, one year
Postage and parcels
The report has five chapters and an appendix.
Repairs to the roof after the storm
A list of members is kept at the desk.
The budget was discussed and put to the vote.
Training day for new colleagues
Paper, envelopes and ink
The auditor visited in March.
Photographs by the author
Wages and salaries, second half of the month
Social security contributions
Refund of an amount paid twice
The website was moved to another provider.
Chairs and tables for the hall
The contract ends in December and may be renewed.
Advertisement in the local paper
Table of contents
All figures are rounded.
Tax advice and bookkeeping
The lift was out of order for two days.
Fuel and tyres
This page was last changed in June.
A vote of thanks was given to the secretary.
Interest on the loan
Waste collection and recycling
The plan was sent to all departments for comment.
Keys were handed over to the tenant.
Subscriptions to journals
The year began with snow and ended with rain.
Flowers for the reception
Fees of the registry
The committee met four times.
Maintenance of the heating
Copies are available on request.
New carpets in the corridor
Several questions were asked and answered.
Transfer to the reserve account
The survey was open for three weeks.
Depreciation of equipment
Lunch for the speakers
The director was abroad in May.
Hire of a van
Screens and keyboards
Nothing else was decided.
Membership fees received
The figures for last year are in brackets.
Consultants, first instalment
Garden work in front of the house
The telephone is answered from eight to five.
Locks and alarms
The project started later than planned.
Recruitment: two advertisements
We moved three desks and a cupboard.
Security guard at the entrance
The summer party took place in the yard.
Payment received, with thanks
The agenda was sent out a week before.
Translation of a letter
Staff party, food and music
The road was closed because of building work.
Furniture bought second-hand
The shareholders received a dividend.
Light bulbs and batteries
Everybody is asked to switch off the lights.
Fire drill on the first Monday
Sales rose in the north and fell in the south.
Customers may pay by card or in cash.
The market grew by three per cent.
A new supplier was found for boxes.
Orders came in faster than in the year before.
The factory was closed for two weeks in August.
Prices were changed on the first of January.
Shipping to islands costs more.
The warehouse is full before the holidays.
Production of the older model has ended.
The share price moved little.
Our products are sold in twelve countries.
Interest rates and exchange rates moved against us.
The board has seven members.
"""),
    "de": _lines("""
Rechnung für Büromaterial
Miete für den zweiten Stock, im Voraus bezahlt
Die Sitzung begann um neun Uhr und endete vor Mittag.
Das Protokoll der letzten Sitzung wurde ohne Änderung genehmigt.
Strom, Wasser und Heizung im Quartal
Der neue Drucker steht neben dem Aufzug.
Bankgebühren und Kartenentgelte
Die Versicherung des Gebäudes wurde verlängert.
Wir danken allen, die teilgenommen haben.
Die Tür zum Lager wurde repariert.
Reise zur Tagung, zweite Klasse
Telefon und Internet, monatlich
Bitte reichen Sie Ihre Unterlagen bis Freitag ein.
Der Vorsitzende eröffnete die Sitzung und begrüßte die Gäste.
Reinigung von Treppen und Fenstern
Kaffee, Milch und Zucker
Die nächste Sitzung findet im Frühjahr statt.
Rechtsberatung zu einem Vertrag
Parkausweise für zwei Autos
Unsere Anschrift hat sich geändert; die Nummer bleibt gleich.
Lizenzen für Programme, ein Jahr
Porto und Pakete
Der Bericht hat fünf Kapitel und einen Anhang.
Ausbesserung des Dachs nach dem Sturm
Eine Liste der Mitglieder liegt am Empfang.
Der Haushalt wurde beraten und zur Abstimmung gestellt.
Schulung neuer Kolleginnen und Kollegen
Papier, Umschläge und Tinte
Der Prüfer kam im März.
Fotos vom Verfasser
Löhne und Gehälter, zweite Monatshälfte
Beiträge zur Sozialversicherung
Rückzahlung eines doppelt gezahlten Betrags
Die Website zog zu einem anderen Anbieter um.
Stühle und Tische für den Saal
Der Vertrag endet im Dezember und kann verlängert werden.
Anzeige in der Lokalzeitung
Inhaltsverzeichnis
Alle Zahlen sind gerundet.
Steuerberatung und Buchhaltung
Der Aufzug war zwei Tage außer Betrieb.
Kraftstoff und Reifen
Diese Seite wurde zuletzt im Juni geändert.
Der Schriftführerin wurde gedankt.
Zinsen für das Darlehen
Abfuhr von Müll und Altpapier
Der Plan ging an alle Abteilungen zur Stellungnahme.
Die Schlüssel wurden dem Mieter übergeben.
Abonnements von Zeitschriften
Das Jahr begann mit Schnee und endete mit Regen.
Blumen für den Empfang
Gebühren des Registers
Der Ausschuss tagte viermal.
Wartung der Heizung
Kopien gibt es auf Anfrage.
Neue Teppiche im Flur
Mehrere Fragen wurden gestellt und beantwortet.
Umbuchung auf das Rücklagenkonto
Die Umfrage lief drei Wochen.
Abschreibung auf Geräte
Mittagessen für die Vortragenden
Die Direktorin war im Mai im Ausland.
Miete eines Transporters
Bildschirme und Tastaturen
Sonst wurde nichts beschlossen.
Mitgliedsbeiträge eingegangen
Die Zahlen des Vorjahres stehen in Klammern.
Beratung, erste Rate
Gartenarbeit vor dem Haus
Das Telefon ist von acht bis fünf Uhr besetzt.
Schlösser und Alarmanlage
Das Vorhaben begann später als geplant.
Stellenanzeigen: zwei
Wir haben drei Schreibtische und einen Schrank umgestellt.
Wachdienst am Eingang
Das Sommerfest fand im Hof statt.
Zahlung dankend erhalten
Die Tagesordnung wurde eine Woche vorher verschickt.
Übersetzung eines Briefs
Betriebsfeier, Essen und Musik
Die Straße war wegen Bauarbeiten gesperrt.
Möbel, gebraucht gekauft
Die Anteilseigner erhielten eine Dividende.
Glühbirnen und Batterien
Alle werden gebeten, das Licht auszuschalten.
Feuerübung am ersten Montag
Der Umsatz stieg im Norden und fiel im Süden.
Kunden zahlen mit Karte oder bar.
Der Markt wuchs um drei Prozent.
Ein neuer Lieferant für Kartons wurde gefunden.
Bestellungen kamen schneller als im Vorjahr.
Das Werk war im August zwei Wochen geschlossen.
Die Preise wurden am ersten Januar geändert.
Der Versand auf Inseln kostet mehr.
Das Lager ist vor den Feiertagen voll.
Die Herstellung des alten Modells ist beendet.
Der Aktienkurs bewegte sich wenig.
Unsere Waren werden in zwölf Ländern verkauft.
Zinsen und Wechselkurse liefen gegen uns.
Der Vorstand hat sieben Mitglieder.
"""),
}
