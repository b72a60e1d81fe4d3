def said(reading):
    return [(row.place.line, row.cells["text"], row.heading) for row in reading.rows]


def test_wrapped_lines_are_joined_and_each_sentence_keeps_its_line(read_back):
    text = (
        "Our purpose\n===========\n\n"
        "We publish every budget in full and on time. We also\n"
        "answer letters within a week of their arrival.\n\n"
        "- Keep promises\n- Say sorry\n"
    )
    assert said(read_back("a.txt", text)) == [
        (4, "We publish every budget in full and on time.", ("Our purpose",)),
        (4, "We also answer letters within a week of their arrival.", ("Our purpose",)),
        (7, "Keep promises", ("Our purpose",)),
        (8, "Say sorry", ("Our purpose",)),
    ]


def test_a_list_of_short_claims_stays_a_list(read_back):
    reading = read_back("a.txt", "We publish our budgets\nWe listen to members\n")
    assert len(reading.rows) == 2


def test_a_text_of_blanks_is_refused(read_back):
    assert read_back("a.txt", " \n \n").refusals
