import io

import pypdf
import typst

PAGES = b"""#set page(width: 10cm)
#set text(hyphenate: true)
#set par(justify: true)
We publish every budget in full and on time, and internationalisation is
never an excuse. We listen to members.

- Keep promises
#pagebreak()
Every voice counts.
"""


def test_sentences_know_their_page_and_words_are_made_whole(read_back):
    reading = read_back("a.pdf", typst.compile(PAGES))
    texts = [row.cells["text"] for row in reading.rows]
    assert "We listen to members." in texts
    assert "Keep promises" in texts
    assert any("internationalisation is never an excuse." in text for text in texts)
    assert (reading.rows[-1].place.sheet, reading.rows[-1].place.line) == ("page 2", 1)


def test_a_password_is_asked_to_be_taken_off(read_back):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(typst.compile(b"Secret.")))
    writer.encrypt("open sesame", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    assert "password" in read_back("a.pdf", file.getvalue()).refusals[0].reason


def test_a_page_without_text_is_refused_with_the_way_to_get_it(read_back):
    reading = read_back("a.pdf", typst.compile(b"#rect(width: 3cm)"))
    assert "OCR" in reading.refusals[0].remedy


def test_a_broken_pdf_is_refused(read_back):
    assert "damaged" in read_back("a.pdf", b"%PDF-1.4 junk").refusals[0].reason
