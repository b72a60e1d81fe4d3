from northing.foundations.text.redaction import Redactor, naming_nobody


def test_a_name_is_no_explanation_and_neither_is_what_stands_for_it():
    redact = Redactor(["Amina Diallo"]).redact
    assert naming_nobody(["rest", "Amina", "night shift", "amina@example.org"], redact) == [
        "rest",
        "night shift",
    ]
