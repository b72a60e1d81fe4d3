"""Can people write, approve, compare and change what is promised, and is nothing lost?"""

from __future__ import annotations

import re
import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import NOON, make_member, make_organisation
from northing.interfaces.web.addresses import clarify
from northing.interfaces.web.tests import rows_clarify
from northing.stages.clarify.commitments import actions, store
from northing.stages.clarify.commitments.actions import Promise
from northing.stages.clarify.mission import store as missions
from northing.stages.clarify.models import Commitment, MissionVersion, Practice, PurposeLine, Value

pytestmark = [pytest.mark.database, pytest.mark.django_db]
CARE = "Every patient is treated as a whole person."
PAGES = [one for one in clarify.pages if not one.name.endswith(("_end", "_return", "_place"))]


@pytest.fixture
def amina(client):
    member = make_organisation()
    client.force_login(member.person)
    return member


def page(amina, name, *rows):
    return reverse(f"clarify_{name}", args=[amina.organisation_id, *(row.id for row in rows)])


def text_of(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def drawn(stretches):
    return "".join(one.text for one in stretches)


def promised(amina, text=CARE, **but):
    return actions.add(Promise(text=text, **but), by=amina, at=NOON)


def sent(**but):
    return {"text": CARE, "weight": "1", "layer": "", "revision": "1"} | but


@pytest.mark.parametrize("role", [Role.OWNER, Role.MEMBER])
def test_every_page_is_read_by_all_and_only_some_find_a_button_to_change(client, amina, role):
    rows = rows_clarify.rows(amina)
    reader = make_member(amina, "Bruno", role)
    client.force_login(reader.person)
    for one in PAGES:
        found = client.get(page(amina, one.name.removeprefix("clarify_"),
                                *(rows[key] for key in one.pattern.converters)))  # fmt: skip
        changes = one.callback.access[1] == "change"
        assert found.status_code == (403 if changes and role is Role.MEMBER else 200), one.name
        if found.status_code == 200 and role is Role.MEMBER:
            main = text_of(found).split("<main")[1].split("</main>")[0]
            assert 'method="post"' not in main, one.name


def test_an_organisation_with_nothing_is_taught_the_next_step(client, amina):
    for name in ("mission", "commitments", "values", "performance", "why", "compare"):
        assert 'class="empty"' in text_of(client.get(page(amina, name))), name


def test_a_mission_is_drafted_approved_and_stands_with_what_it_did(client, amina):
    care = promised(amina)
    draft = {"text": "We keep people well.", "effective_from": "2026-01-01"}
    assert client.post(page(amina, "draft"), draft).status_code == 302
    address = page(amina, "approval")
    shown = client.get(address)
    fields = {f"kind-{care.id}": "new", f"text-{care.id}": CARE, f"reason-{care.id}": ""}
    hidden = {name: shown.context["form"][name].value() for name in ("revision", "looked_at")}
    refused = client.post(address, fields | hidden)
    assert refused.status_code == 422
    approved = client.post(address, fields | hidden | {"approved_by": "The board"})
    assert approved.status_code == 302
    found = text_of(client.get(page(amina, "mission")))
    assert "Version 1, in force since 1 January 2026. Approved by: The board." in found
    assert "1 new" in found
    told = text_of(client.get(reverse("trail", args=[amina.organisation_id])))
    assert "recorded that a mission was approved (version 1)" in told
    assert f"added a commitment <code>{care.key}</code>" in told
    one = missions.current(amina.organisation, on=date(2026, 1, 1))
    assert "There was no version before it." in text_of(client.get(page(amina, "version", one)))


def test_an_approval_that_nobody_looked_at_whole_is_refused_in_words(client, amina):
    client.post(page(amina, "draft"), {"text": "We care.", "effective_from": "2026-01-01"})
    hidden = {"revision": "1", "looked_at": "not what: the page wrote"}
    promised(amina)
    found = client.post(page(amina, "approval"), hidden | {"approved_by": "The board"})
    assert found.status_code == 422
    assert MissionVersion.objects.get().approved_at is None


def test_of_two_who_change_one_the_second_sees_both_texts_and_nothing_is_lost(client, amina):
    care = promised(amina)
    address = page(amina, "commitment_change", care)
    assert client.post(address, sent(text="Every patient is heard.")).status_code == 302
    second = client.post(address, sent(text="Every patient is seen."))
    found = text_of(second)
    assert second.status_code == 422
    assert "Somebody changed this meanwhile; nothing was overwritten." in found
    assert "<del>heard</del>" in found
    assert "<ins>seen</ins>" in found
    assert "Every patient is seen." in second.context["form"]["text"].value()
    assert store.commitment(amina.organisation, care.id).text == "Every patient is heard."
    knowing = sent(
        text="Every patient is seen.", revision=second.context["form"]["revision"].value()
    )
    assert client.post(address, knowing).status_code == 302
    assert store.commitment(amina.organisation, care.id).text == "Every patient is seen."


def test_every_field_that_differs_is_shown_to_the_second_and_no_other(client, amina):
    care = promised(amina)
    address = page(amina, "commitment_change", care)
    client.post(address, sent(weight="3", guardrail="on", breaking_it="haste"))
    found = client.post(address, sent(weight="2.5", breaking_it="haste\nnoise"))
    assert [(one.label, drawn(one.difference.before), drawn(one.difference.after))
            for one in found.context["clashes"]] == [
        ("Weight", "3", "2.5"),
        ("A guardrail: it must not be crossed, whatever else is gained", "yes", "no"),
        ("Signs of breaking it", "haste", "haste\nnoise"),
    ]  # fmt: skip


def test_of_two_who_change_a_value_a_line_or_the_draft_the_second_is_told(client, amina):
    rows = rows_clarify.rows(amina)
    for name, wanted, fields in (
        ("value", "value", {"name": "Candour", "meaning": "Told at once."}),
        ("line", "line", {"text": "People live well"}),
        ("draft", None, {"text": "We keep all well.", "effective_from": "2026-06-01"}),
    ):
        address = page(amina, name, *([rows[wanted]] if wanted else []))
        assert client.post(address, fields | {"revision": "1"}).status_code == 302
        second = client.post(address, fields | {"revision": "1", "meaning": "x", "text": "Other"})
        assert second.status_code == 422
        assert "nothing was overwritten" in text_of(second)
        assert second.context["clashes"], name


def test_of_two_who_begin_a_draft_the_second_sees_both_and_may_go_on(client, amina):
    address, day = page(amina, "draft"), {"effective_from": "2026-01-01"}
    client.post(address, day | {"text": "Amina's words.", "ticket": str(uuid.uuid4())})
    second = client.post(address, day | {"text": "Bruno's words.", "ticket": str(uuid.uuid4())})
    assert second.status_code == 422
    assert "Somebody began a draft meanwhile" in text_of(second)
    (clash,) = second.context["clashes"]
    assert drawn(clash.difference.before) == "Amina's words."
    assert MissionVersion.objects.get().text == "Amina's words."
    knowing = {"text": "Ours.", "revision": second.context["form"]["revision"].value()}
    assert client.post(address, day | knowing).status_code == 302
    assert MissionVersion.objects.get().text == "Ours."


def test_a_version_to_come_is_told_beside_the_words_that_hold_until_then(client, amina):
    care = promised(amina)
    for day, kind, text in (
        ("2020-01-01", "new", CARE),
        ("2999-01-01", "narrowed", "Every adult."),
    ):
        client.post(page(amina, "draft"), {"text": "We care.", "effective_from": day})
        form = client.get(page(amina, "approval")).context["form"]
        hidden = {name: form[name].value() for name in ("revision", "looked_at")}
        fields = {f"kind-{care.id}": kind, f"text-{care.id}": text, f"reason-{care.id}": "money"}
        sent_off = client.post(
            page(amina, "approval"), hidden | fields | {"approved_by": "The board"}
        )
        assert sent_off.status_code == 302
    found = text_of(client.get(page(amina, "commitment", care)))
    assert "Version 2 of the mission touches it from 1 January 2999 on." in found
    assert f"Until then it reads: “{CARE}”" in found
    assert CARE in text_of(client.get(page(amina, "commitments")))
    first, second = MissionVersion.objects.order_by("number")
    found = text_of(client.get(page(amina, "compare") + f"?from={first.id}&to={second.id}"))
    assert '<span class="badge">narrowed</span> in version 2: money' in found


def test_a_double_click_makes_one_of_each(client, amina):
    care, ticket = promised(amina), str(uuid.uuid4())
    forms = {
        "draft": {"text": "We care.", "effective_from": "2026-01-01"},
        "commitment_new": sent(text="Home visits."),
        "values": {"name": "Candour"},
        "performance": {"commitment": str(care.id), "kind": "metric", "text": "minutes"},
        "why": {"level": "why", "text": "People stay well"},
    }
    for name, fields in forms.items():
        for _ in range(2):
            found = client.post(page(amina, name), fields | {"ticket": ticket})
            assert found.status_code == 302, (name, found.context and found.context["form"].errors)
    for table in (MissionVersion, Value, Practice, PurposeLine):
        assert table.objects.count() == 1
    assert Commitment.objects.count() == 2


def test_what_is_ended_is_offered_back_on_the_next_page(client, amina):
    rows = rows_clarify.rows(amina)
    for name in ("commitment", "value", "practice", "line"):
        after = client.post(page(amina, f"{name}_end", rows[name]), follow=True)
        back = re.search(r'action="([^"]+/return/)"', text_of(after))[1]
        assert back == page(amina, f"{name}_return", rows[name])
        assert "is back" in text_of(client.post(back, follow=True))


def test_the_order_changes_by_buttons_and_the_focus_stays_on_the_one_pressed(client, amina):
    first, second = promised(amina, "First"), promised(amina, "Second")
    answer = client.post(
        page(amina, "commitment_place", second), {"place": "1", "way": "up"}, follow=True
    )
    assert store.commitments(amina.organisation) == [second, first]
    (focused,) = re.findall(r"<button[^>]*autofocus[^>]*>.*?</button>", text_of(answer))
    assert "Move down: Second" in focused  # it is the first now: there is no way up any more
    for place in ("", "0", "x", "9" * 30, "-1", "٣"):
        client.post(page(amina, "commitment_place", second), {"place": place})
    assert store.commitments(amina.organisation) == [second, first]


def test_signs_are_one_a_line_and_too_many_or_too_long_are_said(client, amina):
    address = page(amina, "commitment_new")
    client.post(address, sent(living_it=" longer visits\r\n\r\ntime \r\n"))
    assert Commitment.objects.get().living_it == ["longer visits", "time"]
    for signs, said in (("x\n" * 31, "At most 30 lines; these are 31."),
                        ("a\n" + "x" * 301, "Line 2 has more than 300 characters.")):  # fmt: skip
        found = client.post(address, sent(breaking_it=signs, text="Another"))
        assert found.status_code == 422
        assert said in text_of(found)
        assert "Another" in text_of(found)


def test_a_what_that_serves_nothing_is_shown_first(client, amina):
    for level, text in (("why", "People stay well"), ("what", "A magazine")):
        client.post(page(amina, "why"), {"level": level, "text": text})
    found = text_of(client.get(page(amina, "why")))
    assert "0 of 1 thing that is done reaches a reason why. 1 line hangs loose." in found
    assert found.index("A magazine") < found.index("From why to what")
    assert "no how serves it" in found


def test_holes_are_counted_and_shown(client, amina):
    care = promised(amina)
    found = text_of(client.get(page(amina, "performance")))
    assert "3 of 3 places are holes" in found
    sent = {"commitment": str(care.id), "kind": "metric", "text": "minutes a visit"}
    client.post(page(amina, "performance"), sent)
    found = text_of(client.get(page(amina, "performance")))
    assert "2 of 3 places are holes" in found
    assert found.count("nothing yet") == 2


def test_four_hundred_commitments_and_forty_versions_stay_readable(client, amina):
    Commitment.objects.bulk_create(
        Commitment(organisation=amina.organisation, key=f"c{at}", text=f"Promise {at}", position=at,
                   layer=["strategic", "cultural", ""][at % 3], made_at=NOON)
        for at in range(400)
    )  # fmt: skip
    MissionVersion.objects.bulk_create(
        MissionVersion(organisation=amina.organisation, number=at, text=f"We care, {at}.",
                       effective_from=date(2000 + at // 2, 1, 1), approved_by="The board",
                       approved_at=NOON, made_at=NOON)
        for at in range(1, 41)
    )  # fmt: skip
    for name in ("mission", "commitments", "performance", "why", "values"):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            found = client.get(page(amina, name))
        assert found.status_code == 200
        assert len(asked) <= 14, name
    assert "30 earlier versions" in text_of(client.get(page(amina, "mission")))
    assert "1 to 100 of 400" in text_of(client.get(page(amina, "commitments")))
    assert "Promise 399" in text_of(client.get(page(amina, "commitments") + "?q=promise+399"))
    client.post(page(amina, "draft"), {"text": "We care.", "effective_from": "2026-01-01"})
    shown = client.get(page(amina, "approval"))
    fields = {
        name: shown.context["form"][name].value() or "" for name in shown.context["form"].fields
    }
    approved = client.post(page(amina, "approval"), fields | {"approved_by": "The board"})
    assert approved.status_code == 302


def test_a_promise_in_another_language_is_not_said_to_leave_everything_open(client, amina):
    german = promised(amina, "Wir behandeln jeden Menschen in Kiel bis 2027 ohne Gebühr.")
    found = text_of(client.get(page(amina, "commitment", german)))
    assert "only English wordings are known here" in found
    assert "points are said" not in found
    english = promised(amina, "We treat every patient in Kiel by 2027, free of charge.")
    found = text_of(client.get(page(amina, "commitment", english)))
    assert "only English wordings are known here" not in found
    assert re.search(r"[4-8] of 8 points are said", found)


def test_two_versions_are_read_side_by_side(client, amina):
    rows_clarify.rows(amina)
    made = MissionVersion.objects.create(
        organisation=amina.organisation, number=2, text="We keep all people well.",
        effective_from=date(2026, 7, 1), made_at=NOON,
    )  # fmt: skip
    first = MissionVersion.objects.get(number=1)
    found = text_of(client.get(page(amina, "compare") + f"?from={made.id}&to={first.id}"))
    assert "<ins> all</ins>" in found
    assert "0 words of version 1 are gone, 1 of version 2 is new." in found
    assert client.get(page(amina, "compare") + "?from=x&to=").status_code == 200
