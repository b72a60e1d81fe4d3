"""What helps, in German, where something of a file could not be read?"""

from __future__ import annotations

_COPY = " speichern und diese Kopie lesen."

REMEDIES = {
    'Close it, or write "" for a quotation mark that is meant.': (
        'Es schließen, oder "" schreiben, wo ein Anführungszeichen gemeint ist.'
    ),
    "Name a single sign such as , or ; as the delimiter.": (
        "Ein einzelnes Zeichen wie , oder ; als Trennzeichen nennen."
    ),
    "Name one such as utf-8, utf-16 or cp1252.": "Eine nennen, etwa utf-8, utf-16 oder cp1252.",
    "Save the file as UTF-8, or name the encoding it was saved in.": (
        "Die Datei als UTF-8 speichern, oder die Kodierung nennen, in der sie gespeichert ist."
    ),
    "Open the document in a word processor, save it again as .docx, and read that copy.": (
        f"Das Dokument in einer Textverarbeitung öffnen, erneut als .docx{_COPY}"
    ),
    "Save a version with real text, for instance through text recognition (OCR).": (
        "Eine Fassung mit echtem Text speichern, etwa durch Texterkennung (OCR)."
    ),
    "Add a row with the names of the columns, or say which line holds them.": (
        "Eine Zeile mit den Namen der Spalten ergänzen, oder sagen, welche Zeile sie enthält."
    ),
    "Name the line that holds the column names.": (
        "Die Zeile nennen, in der die Spaltennamen stehen."
    ),
    "Check that this is the right file, or name its kind.": (
        "Nachsehen, ob es die richtige Datei ist, oder ihr Format nennen."
    ),
    "Check that this is the right file.": "Nachsehen, ob es die richtige Datei ist.",
    "Write an amount such as $1,200.50 or 5 EUR, after two spaces.": (
        "Einen Betrag wie $1,200.50 oder 5 EUR schreiben, nach zwei Leerzeichen."
    ),
    "Add its postings, or take it out.": "Ihre Buchungszeilen ergänzen, oder sie herausnehmen.",
    "Write all amounts of the transaction but one.": (
        "Alle Beträge der Buchung bis auf einen angeben."
    ),
    "Correct the amounts.": "Die Beträge berichtigen.",
    "Correct the date.": "Das Datum berichtigen.",
    "Write the date as 2024-03-01, followed by a space and the payee.": (
        "Das Datum als 2024-03-01 schreiben, dann ein Leerzeichen und der Empfänger."
    ),
    "Write the account, two spaces, and the amount.": (
        "Das Konto schreiben, zwei Leerzeichen und den Betrag."
    ),
    "Check that this is a journal, or break the line.": (
        "Nachsehen, ob dies ein Journal ist, oder die Zeile umbrechen."
    ),
    "Name the included file as a source of its own.": (
        "Die eingebundene Datei als eigene Quelle einreichen."
    ),
    "Take the line out, or begin it with a semicolon if it is a remark.": (
        "Die Zeile herausnehmen, oder mit einem Semikolon beginnen, wenn sie eine Bemerkung ist."
    ),
    "Correct the line so that it holds one JSON object.": (
        "Die Zeile so berichtigen, dass sie ein JSON-Objekt enthält."
    ),
    "Save the records as a list of objects, or as JSON Lines (.jsonl).": (
        "Die Einträge als Liste von Objekten speichern, oder als JSON Lines (.jsonl)."
    ),
    "Save it as csv, xlsx, docx, pdf, md, txt or jsonl, or name its kind.": (
        "Sie als csv, xlsx, docx, pdf, md, txt oder jsonl speichern, oder ihr Format nennen."
    ),
    "Give it the ending of the program it comes from.": (
        "Ihr die Endung des Programms geben, aus dem sie stammt."
    ),
    "Export the table itself; a page behind a sign-in is often saved in its place.": (
        "Die Tabelle selbst ausgeben; oft wird statt ihrer eine Seite mit Anmeldung gespeichert."
    ),
    "Check its name and that you may read it.": (
        "Ihren Namen prüfen, und ob Sie sie lesen dürfen."
    ),
    "Copy the file into that folder.": "Die Datei in diesen Ordner kopieren.",
    "Check its name.": "Ihren Namen prüfen.",
    "Name a file in it.": "Eine Datei darin nennen.",
    "Split it, or take out what is not needed.": (
        "Sie teilen, oder herausnehmen, was nicht gebraucht wird."
    ),
    "Save it as plain text (.txt) and read that copy.": f"Sie als reinen Text (.txt){_COPY}",
    "Open the PDF in a viewer, print it to a new PDF, and read that copy.": (
        "Das PDF in einem Betrachter öffnen, als neues PDF drucken und diese Kopie lesen."
    ),
    "Run text recognition (OCR) on it, for instance with ocrmypdf, and read that copy.": (
        "Texterkennung (OCR) darauf anwenden, etwa mit ocrmypdf, und diese Kopie lesen."
    ),
    "Save a copy without the password and read that copy.": f"Eine Kopie ohne Passwort{_COPY}",
    "Save it again in the program it comes from.": (
        "Sie in dem Programm, aus dem sie stammt, erneut speichern."
    ),
    "Open it in a spreadsheet program, save it again, and read that copy.": (
        f"Sie in einer Tabellenkalkulation öffnen, erneut{_COPY}"
    ),
    "Open the workbook in a spreadsheet program, save it again, and read that copy.": (
        f"Die Arbeitsmappe in einer Tabellenkalkulation öffnen, erneut{_COPY}"
    ),
    "Save it as .xlsx.": "Sie als .xlsx speichern.",
    "Delete the stray cells far from the table and save the workbook again.": (
        "Die verstreuten Zellen weit von der Tabelle löschen und die Arbeitsmappe erneut speichern."
    ),
    "Put quotation marks around cells that hold the delimiter, or take out the extra cell.": (
        "Zellen, die das Trennzeichen enthalten, in Anführungszeichen setzen, oder die überzählige "
        "Zelle herausnehmen."
    ),
    "Take the password off and read that copy.": "Das Passwort entfernen und diese Kopie lesen.",
    "Take the password off, or save the file in the current format, and read that copy.": (
        "Das Passwort entfernen, oder die Datei im heutigen Format speichern, und diese Kopie "
        "lesen."
    ),
    "Mend the formula in a spreadsheet program.": (
        "Die Formel in einer Tabellenkalkulation berichtigen."
    ),
    "Open and save the workbook in a spreadsheet program, then read it again.": (
        "Die Arbeitsmappe in einer Tabellenkalkulation öffnen und speichern, dann erneut lesen."
    ),
    "Open the file in the program it comes from, save it again, and read that copy.": (
        f"Die Datei in dem Programm öffnen, aus dem sie stammt, erneut{_COPY}"
    ),
    "If the file is your own, split it or take out empty formatted rows.": (
        "Wenn es Ihre eigene Datei ist, sie teilen oder leere formatierte Zeilen herausnehmen."
    ),
    "Write a number such as 1200.50 or (1,200.50).": (
        "Eine Zahl schreiben, etwa 1200.50 oder (1,200.50)."
    ),
    "Make the two agree.": "Beides in Übereinstimmung bringen.",
    "Put the currency in a column of its own and name it in [source.columns], or set currency for "
    "the source.": (
        "Die Währung in eine eigene Spalte setzen und diese nennen, oder eine Währung für die "
        "Datei angeben."
    ),
    "Write it as 2024-03-01, March 2024, Q1 2024 or FY2024.": (
        "Es als 2024-03-01, March 2024, Q1 2024 oder FY2024 schreiben."
    ),
    "Write spending or income, or take the column out of [source.columns].": (
        "spending oder income schreiben, oder die Spalte nicht als Seite verwenden."
    ),
    "Write advances, contradicts, neutral or unknown.": (
        "advances, contradicts, neutral oder unknown schreiben."
    ),
    "Write the money as 12000 or 12,000.50, or leave it.": (
        "Das Geld als 12000 oder 12,000.50 schreiben, oder weglassen."
    ),
    "Write 60 % or 0.6.": "60 % oder 0.6 schreiben.",
    "Give every commitment a share, together at most 100 %.": (
        "Jeder Zusage einen Anteil geben, zusammen höchstens 100 %."
    ),
    "Keep the columns that say what was done, when and for how much.": (
        "Die Spalten behalten, die sagen, was getan wurde, wann und für wie viel."
    ),
    "Divide it into smaller parts.": "In kleinere Teile teilen.",
}
