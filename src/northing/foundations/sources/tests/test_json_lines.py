from decimal import Decimal


def test_numbers_are_exact_and_one_level_is_flattened(read_back):
    reading = read_back("a.jsonl", '{"n": 0.1, "who": {"name": "Amina"}, "tags": ["a", "b"]}\n')
    assert reading.rows[0].cells == {"n": Decimal("0.1"), "who.name": "Amina", "tags": "a; b"}


def test_a_bad_line_is_refused_and_the_others_are_read(read_back):
    reading = read_back("a.jsonl", '{"a": 1}\n{"a": \n\n[1]\n{"a": NaN}\n{"a": 2}\n')
    assert [row.place.line for row in reading.rows] == [1, 6]
    assert [refusal.place.line for refusal in reading.refusals] == [2, 4, 5]


def test_deep_nesting_is_refused(read_back):
    assert "deeply" in read_back("a.jsonl", "[" * 100_000).refusals[0].reason


def test_a_list_of_objects_is_read_with_the_lines_they_begin_on(read_back):
    reading = read_back("a.json", '[\n  {"a": 1},\n  {"a":\n 2}, {"a": 3}\n]')
    assert [row.place.line for row in reading.rows] == [2, 3, 4]


def test_a_single_object_is_refused_with_a_remedy(read_back):
    assert "JSON Lines" in read_back("a.json", '{"a": 1}').refusals[0].remedy
