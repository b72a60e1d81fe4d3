import io

import docx


def document(build):
    made = docx.Document()
    build(made)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def charter(made):
    made.add_heading("Charter", level=1)
    made.add_paragraph("We publish budgets. We listen.")
    made.add_heading("Money", level=2)
    made.add_paragraph("Spend 40% on people", style="List Bullet")
    table = made.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Area", "2024", "Travel", "100"], strict=True):
        cell.text = text


def test_sentences_items_and_table_rows_stand_under_their_headings(read_back):
    reading = read_back("a.docx", document(charter))
    assert [(row.place.line, row.cells["text"], row.heading) for row in reading.rows] == [
        (2, "We publish budgets.", ("Charter",)),
        (2, "We listen.", ("Charter",)),
        (4, "Spend 40% on people", ("Charter", "Money")),
        (6, "Travel | 100", ("Charter", "Money")),
    ]
    assert reading.rows[-1].cells["2024"] == "100"


def test_a_document_without_words_is_refused_with_a_remedy(read_back):
    reading = read_back("a.docx", document(lambda made: made.add_paragraph("")))
    assert "text recognition" in reading.refusals[0].remedy


def test_a_broken_document_is_refused(read_back):
    content = document(charter)
    assert "damaged" in read_back("a.docx", content[: len(content) // 2]).refusals[0].reason
