TEXT = """---
title: "Our charter"
tags:
  - open
  - fair
---
# Charter

We publish *all* [budgets](https://example.org). We listen,
and we answer. <!-- not said -->
Every voice counts.

## Money

- Spend 40% on people.
  - [x] Pay mentors
- Spend less

| Area | 2024 |
|------|------|
| Travel | 100 |

```
code
```
"""


def said(reading):
    return [(row.place.line, row.cells["text"], row.heading) for row in reading.rows]


def test_sentences_items_and_table_rows_stand_on_their_lines_under_their_headings(read_back):
    assert said(read_back("a.md", TEXT)) == [
        (9, "We publish all budgets.", ("Charter",)),
        (9, "We listen, and we answer.", ("Charter",)),
        (11, "Every voice counts.", ("Charter",)),
        (15, "Spend 40% on people.", ("Charter", "Money")),
        (16, "Pay mentors", ("Charter", "Money")),
        (17, "Spend less", ("Charter", "Money")),
        (21, "Travel | 100", ("Charter", "Money")),
    ]


def test_a_table_row_also_has_its_cells_by_name(read_back):
    assert read_back("a.md", TEXT).rows[-1].cells["2024"] == "100"


def test_front_matter_becomes_facts(read_back):
    assert read_back("a.md", TEXT).facts == {"title": "Our charter", "tags": "open; fair"}


def test_code_is_left_out_with_a_note(read_back):
    assert "1 blocks of code" in read_back("a.md", TEXT).notes[0]


def test_a_sibling_heading_replaces_the_one_before(read_back):
    reading = read_back("a.md", "# A\n## B\nOne.\n## C\nTwo.\n# D\nThree.")
    assert [row.heading for row in reading.rows] == [("A", "B"), ("A", "C"), ("D",)]


def test_deep_brackets_do_no_harm(read_back):
    assert read_back("a.md", "[" * 20_000).rows
    assert read_back("b.md", ">" * 20_000 + "x").refusals


def test_html_tags_are_dropped_and_their_words_kept(read_back):
    reading = read_back("a.md", "<details>\nHello there.\n</details>\n")
    assert said(reading) == [(2, "Hello there.", ())]
