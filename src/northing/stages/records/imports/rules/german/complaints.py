"""How is it said in German what of a file could not be read, and what was noticed in it?

`COMPLAINTS` are whole sentences. Those in `SHAPES` have places and are known again by their shape;
what stands in a place called `text…` is what people wrote, and stays as it is.
"""

from __future__ import annotations

COMPLAINTS = {
    # tables
    "unexpected end": "unerwartetes Ende",
    "A quotation mark opens on this line and is never closed.": (
        "In dieser Zeile öffnet sich ein Anführungszeichen, das sich nie schließt."
    ),
    "The table has one column.": "Die Tabelle hat eine Spalte.",
    "The day comes first.": "Der Tag steht an erster Stelle.",
    "The month comes first.": "Der Monat steht an erster Stelle.",
    "No date depends on it.": "Kein Datum hängt davon ab.",
    "No date tells whether day or month comes first; the day is taken to come first.": (
        "Kein Datum sagt, ob Tag oder Monat zuerst steht; angenommen wird: der Tag."
    ),
    "No row looks like the header of a table.": "Keine Zeile sieht aus wie der Kopf einer Tabelle.",
    "The first full row holds values, not names of columns.": (
        "Die erste volle Zeile enthält Werte, keine Namen von Spalten."
    ),
    "The table has a header and no rows.": "Die Tabelle hat einen Kopf und keine Zeilen.",
    "No column of amounts was found: every line counts as 1.": (
        "Eine Spalte mit Beträgen wurde nicht gefunden: Jede Zeile zählt als 1."
    ),
    # documents
    "The document holds no text; it may hold pictures of text.": (
        "Das Dokument enthält keinen Text; es kann Bilder von Text enthalten."
    ),
    "The text holds no sentence.": "Der Text enthält keinen Satz.",
    "The text holds no words.": "Der Text enthält keine Wörter.",
    "The page holds a picture and no text: it was probably scanned.": (
        "Die Seite enthält ein Bild und keinen Text: Wahrscheinlich wurde sie eingescannt."
    ),
    "The PDF holds no text: it was probably scanned.": (
        "Das PDF enthält keinen Text: Wahrscheinlich wurde es eingescannt."
    ),
    "The PDF is protected by a password.": "Das PDF ist durch ein Passwort geschützt.",
    # journals
    "The journal holds no transaction.": "Das Journal enthält keine Buchung.",
    "The posting sets a balance instead of naming an amount.": (
        "Die Buchungszeile setzt einen Saldo, statt einen Betrag zu nennen."
    ),
    "has no postings": "hat keine Buchungszeilen",
    "The line begins like a transaction, but has no full date.": (
        "Die Zeile beginnt wie eine Buchung, hat aber kein vollständiges Datum."
    ),
    "The line is no posting.": "Die Zeile ist keine Buchungszeile.",
    "The journal includes another file, which is not followed.": (
        "Das Journal bindet eine andere Datei ein; ihr wird nicht gefolgt."
    ),
    # JSON
    "The file is one JSON value, not a list of objects.": (
        "Die Datei ist ein einzelner JSON-Wert, keine Liste von Objekten."
    ),
    "The file holds no object.": "Die Datei enthält kein Objekt.",
    "The line holds no JSON object.": "Die Zeile enthält kein JSON-Objekt.",
    "The line nests lists or objects too deeply.": (
        "Die Zeile verschachtelt Listen oder Objekte zu tief."
    ),
    "The line is not valid JSON.": "Die Zeile ist kein gültiges JSON.",
    # files
    "The name has no ending.": "Der Name hat keine Endung.",
    "a workbook or document (xlsx, docx, ods)": (
        "eine Arbeitsmappe oder ein Dokument (xlsx, docx, ods)"
    ),
    "a workbook or document of Office 97-2003, or one with a password": (
        "eine Arbeitsmappe oder ein Dokument von Office 97-2003, oder eines mit Passwort"
    ),
    "Markdown text": "Markdown-Text",
    "The file holds no dated entries with postings, so its kind cannot be told.": (
        "Die Datei enthält keine datierten Buchungen, ihr Format ist also nicht zu sagen."
    ),
    "The file is empty.": "Die Datei ist leer.",
    "The path leads out of the folder that may be read.": (
        "Der Pfad führt aus dem Ordner hinaus, der gelesen werden darf."
    ),
    "There is no such file.": "Eine solche Datei gibt es nicht.",
    "This is a folder or a device, not a file.": "Das ist ein Ordner oder ein Gerät, keine Datei.",
    # workbooks and archives
    "The workbook is damaged: the list of its sheets cannot be read.": (
        "Die Arbeitsmappe ist beschädigt: Die Liste ihrer Blätter ist nicht zu lesen."
    ),
    "The workbook is in the binary format (xlsb).": (
        "Die Arbeitsmappe ist im binären Format (xlsb)."
    ),
    "The workbook is damaged: a cell has no place.": (
        "Die Arbeitsmappe ist beschädigt: Eine Zelle hat keinen Platz."
    ),
    "The cells of a sheet lie so far apart that reading it would fill the memory.": (
        "Die Zellen eines Blattes liegen so weit auseinander, dass Lesen den Speicher füllen würde."
    ),
    "Its cells lie so far apart that reading it would fill the memory.": (
        "Die Zellen liegen so weit auseinander, dass Lesen den Speicher füllen würde."
    ),
    "The workbook is protected by a password.": (
        "Die Arbeitsmappe ist durch ein Passwort geschützt."
    ),
    "The workbook is protected by a password, or is a damaged file of Office 97-2003.": (
        "Die Arbeitsmappe ist durch ein Passwort geschützt, oder eine beschädigte Datei von Office "
        "97-2003."
    ),
    "The file is damaged: it does not unpack.": (
        "Die Datei ist beschädigt: Sie lässt sich nicht auspacken."
    ),
    "The file is packed in a way this program does not know.": (
        "Die Datei ist auf eine Weise gepackt, die dieses Programm nicht kennt."
    ),
    "The file is protected by a password, or is in the format of Office 97-2003.": (
        "Die Datei ist durch ein Passwort geschützt, oder im Format von Office 97-2003."
    ),
    "The file is damaged, or is not of the kind its name says: it is no ZIP archive.": (
        "Die Datei ist beschädigt, oder nicht das, was ihr Name sagt: Sie ist kein ZIP-Archiv."
    ),
    "The file is protected by a password.": "Die Datei ist durch ein Passwort geschützt.",
    "The file unpacks to far more than its size: it would fill the memory.": (
        "Die Datei wird beim Auspacken weit größer als sie ist: Sie würde den Speicher füllen."
    ),
    "The file declares XML entities, which could read other files on this computer.": (
        "Die Datei erklärt XML-Entitäten, die andere Dateien dieses Rechners lesen könnten."
    ),
    # values
    "No amount is given.": "Es ist kein Betrag angegeben.",
    "No date is given.": "Es ist kein Datum angegeben.",
    "the shares do not fit together": "die Anteile passen nicht zusammen",
    # programs beside
    "It ended with an error.": "Es endete mit einem Fehler.",
}
SHAPES = {
    "'{text}' cannot part cells.": "„{text}“ kann keine Zellen trennen.",
    "Cells are parted by {sign}.": "Zellen sind getrennt durch: {sign}.",
    "In {day} dates the day comes first and in {month} the month: the rest are read with the day "
    "first.": (
        "In {day} Daten steht der Tag zuerst und in {month} der Monat: Die übrigen werden mit dem "
        "Tag zuerst gelesen."
    ),
    "No encoding is called '{text}'.": "Keine Kodierung heißt „{text}“.",
    "The bytes are not text in the encoding {text}.": (
        "Die Bytes sind kein Text in der Kodierung {text}."
    ),
    "Read as {text}, because the file is not UTF-8.": (
        "Gelesen als {text}, denn die Datei ist nicht UTF-8."
    ),
    "Column {n} has no name; it is called '{text}'.": (
        "Spalte {n} hat keinen Namen; sie heißt „{text}“."
    ),
    "The name '{text}' stands twice; the later one is called '{text_later}'.": (
        "Der Name „{text}“ steht zweimal da; der spätere heißt „{text_later}“."
    ),
    "Line {n} was named as the header, but it is empty or not there.": (
        "Zeile {n} wurde als Kopf genannt, ist aber leer oder nicht da."
    ),
    "The header is line {n}; {titles} lines above it are taken as titles.": (
        "Der Kopf ist Zeile {n}; Zeilen darüber, die als Titel gelten: {titles}."
    ),
    "The row has {n} cells, but the table has {width} columns.": (
        "Die Zeile hat {n} Zellen, die Tabelle aber {width} Spalten."
    ),
    "{n} rows have fewer cells than columns; the missing cells are empty.": (
        "Zeilen mit weniger Zellen als Spalten: {n}; die fehlenden Zellen sind leer."
    ),
    "The table has {n} columns; {most} are read at most.": (
        "Die Tabelle hat {n} Spalten; höchstens {most} werden gelesen."
    ),
    "Column *{text}* only numbers the lines; it is not taken as an id.": (
        "Die Spalte *{text}* zählt nur die Zeilen; sie gilt nicht als Kennung."
    ),
    "the file has no column *{text}* (named as {text_as}); its columns are: {text_columns}": (
        "die Datei hat keine Spalte *{text}* (genannt als {text_as}); ihre Spalten sind: "
        "{text_columns}"
    ),
    "Correct {text} in [source.columns] of this source; a guess was used instead.": (
        "{text} für diese Datei berichtigen; statt dessen wurde geraten."
    ),
    "Sheet '{text}': {said}": "Blatt „{text}“: {said}",
    "Nothing is written on the sheet {text}.": "Auf dem Blatt {text} steht nichts.",
    "Nothing is written on the sheets {text}.": "Auf den Blättern {text} steht nichts.",
    "The workbook has no sheet '{text}'.": "Die Arbeitsmappe hat kein Blatt „{text}“.",
    "Its sheets are: {text}.": "Ihre Blätter sind: {text}.",
    "Cell {text} shows an error instead of a value.": (
        "Zelle {text} zeigt einen Fehler statt eines Werts."
    ),
    "Cell {text} holds a formula whose result was never stored.": (
        "Zelle {text} enthält eine Formel, deren Ergebnis nie gespeichert wurde."
    ),
    "{n} blocks of code were left out.": "Ausgelassene Blöcke mit Programmtext: {n}.",
    "{n} lines with '{text}' were left out: they carry no posting.": (
        "Zeilen mit „{text}“, ausgelassen, weil sie keine Buchung tragen: {n}."
    ),
    "{n} transactions with {postings} postings read; every one kept balances.": (
        "{n} Buchungen mit {postings} Buchungszeilen gelesen; jede behaltene geht auf."
    ),
    "The transaction '{text}' of {text_day} {what}.": (
        "Die Buchung „{text}“ vom {text_day} {what}."
    ),
    "leaves out {n} amounts that cannot be worked out": (
        "lässt {n} Beträge aus, die sich nicht errechnen lassen"
    ),
    "does not balance: {text} is left over": "geht nicht auf: {text} bleibt übrig",
    "The line has {n} signs; no journal line is that long.": (
        "Die Zeile hat {n} Zeichen; so lang ist keine Zeile eines Journals."
    ),
    "The journal uses '{text}', which this program does not know.": (
        "Das Journal verwendet „{text}“, das dieses Programm nicht kennt."
    ),
    "Files ending in '{text}' are not read.": (
        "Dateien mit der Endung „{text}“ werden nicht gelesen."
    ),
    "'{text}' is no kind of file this program reads.": (
        "„{text}“ ist kein Format, das dieses Programm liest."
    ),
    "Name one of: {text}.": "Eines nennen von: {text}.",
    "Name its kind: {text}.": "Ihr Format nennen: {text}.",
    "The name ends in '{text}', but the file is a web page.": (
        "Der Name endet auf „{text}“, aber die Datei ist eine Webseite."
    ),
    "The name ends in '{text}', but the file is {what}.": (
        "Der Name endet auf „{text}“, aber die Datei ist {what}."
    ),
    "The {text} is damaged or uses a feature this program does not know ({text_error}).": (
        "Beschädigt, oder mit etwas, das dieses Programm nicht kennt: {text} ({text_error})."
    ),
    "The file cannot be opened ({text}).": "Die Datei lässt sich nicht öffnen ({text}).",
    "The file is larger than {n} MB.": "Die Datei ist größer als {n} MB.",
    "The file packs {n} parts; {most} are allowed.": (
        "Die Datei packt {n} Teile; erlaubt sind {most}."
    ),
    "It needed more than {n} MB of memory.": "Es brauchte mehr als {n} MB Speicher.",
    "It took longer than {n} seconds.": "Es dauerte länger als {n} Sekunden.",
    # values
    "'{text}' is not a date: the calendar has no such day": (
        "„{text}“ ist kein Datum: Diesen Tag hat der Kalender nicht"
    ),
    "'{text}' is not a date: the calendar has no such day.": (
        "„{text}“ ist kein Datum: Diesen Tag hat der Kalender nicht."
    ),
    "'{text}' is not a date: there is no such month.": (
        "„{text}“ ist kein Datum: Diesen Monat gibt es nicht."
    ),
    "'{text}' is a number, not a date.": "„{text}“ ist eine Zahl, kein Datum.",
    "'{text}' is not a date.": "„{text}“ ist kein Datum.",
    "'{text}' is not an amount: its groups do not fit.": (
        "„{text}“ ist kein Betrag: Die Gruppen passen nicht."
    ),
    "'{text}' is not an amount: its signs contradict each other.": (
        "„{text}“ ist kein Betrag: Die Vorzeichen widersprechen einander."
    ),
    "'{text}' is not an amount anyone could spend.": (
        "„{text}“ ist kein Betrag, den jemand ausgeben könnte."
    ),
    "'{text}' is not an amount with the decimal mark '{text_mark}'.": (
        "„{text}“ ist kein Betrag mit dem Dezimalzeichen „{text_mark}“."
    ),
    "'{text}' is not an amount.": "„{text}“ ist kein Betrag.",
    "'{text}' names two currencies.": "„{text}“ nennt zwei Währungen.",
    "the amount is in {text}, the currency column says {text_column}": (
        "der Betrag ist in {text}, die Währungsspalte sagt {text_column}"
    ),
    "the amount is in {text}, this source is in {text_source}": (
        "der Betrag ist in {text}, diese Datei ist in {text_source}"
    ),
    "'{text}' says neither spending nor income": "„{text}“ sagt weder Ausgabe noch Einnahme",
    "'{text}' is no stance": "„{text}“ sagt nicht, was es für eine Zusage tut",
    "'{text}' is not a commitment of this case": "„{text}“ ist keine Zusage dieses Falls",
    "Write one of: {text}, or none.": "Eine schreiben von: {text}, oder none.",
    "'{text}' is not a share": "„{text}“ ist kein Anteil",
}
