import pytest

from northing.foundations.sources.sentences import sentences_of


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We publish budgets. We listen.", 2),
        ("Many ways, e.g. Reddit, i.e. Posts.", 1),
        ("Dr. Amina met Prof. Bruno. They agreed.", 2),
        ("See No. 5 and Art. 3 of it.", 1),
        ("No. We will not.", 2),
        ("It grew by 3.5 percent. Good.", 2),
        ("Das gilt z.B. Hunden. Auch Katzen.", 2),
        ("Am 3. Oktober wird gefeiert.", 1),
        ("1. Spend less.", 1),
        ("J. R. Smith wrote it.", 1),
        ("He lives in the U.S. Army.", 1),
        ("He lives in the U.S. The law differs.", 2),
        ('She said "yes." Then she left.', 2),
        ("What? No! Really?", 3),
        ("Wait... then go.", 1),
        ("", 0),
    ],
)
def test_a_full_stop_ends_a_sentence_only_where_it_does(text, count):
    assert len(sentences_of(text)) == count


def test_each_sentence_knows_its_offset():
    text = "  One is here. Two is there."
    assert [text[at : at + len(said)] for at, said in sentences_of(text)] == [
        "One is here.",
        "Two is there.",
    ]


def test_a_run_of_stops_takes_no_quadratic_time():
    assert len(sentences_of("." * 300_000)) == 1
