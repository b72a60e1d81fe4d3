"""Can a program read and write all that pages read and write, with the same rights?

The pages and the operations are read from the program: whoever adds a page names the operations
that do the same, or says why nothing but a page does it.
"""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from northing.foundations.people.access import Role, Wish, opens
from northing.interfaces.api.addresses import ROUTERS
from northing.interfaces.web import urls

PAGES = {one.name: one for one in urls.organisation_pages}
OUTSIDE = {one.name for one in urls.urlpatterns if getattr(one, "name", None)}
OPERATIONS = {
    one.view_func.__name__: (one.methods[0], one.auth_callbacks[0])
    for router in ROUTERS
    for view in router.path_operations.values()
    for one in view.operations
}
BY_PROGRAMS = {
    "organisation": "organisation rename_organisation",
    "members": "members",
    "member": "member change_member",
    "departure": "end_membership",
    "invitation": "invitations invite",
    "withdrawal": "withdraw_invitation",
    "units": "units add_unit",
    "unit": "units change_unit",
    "unit_removal": "remove_unit",
    "trail": "trail",
    "trail_file": "trail",
    "clarify_mission": "mission_versions mission_version",
    "clarify_draft": "mission_versions draft_mission redraft_mission",
    "clarify_approval": "mission_version approve_mission",
    "clarify_compare": "mission_changes",
    "clarify_version": "mission_version",
    "clarify_commitments": "commitments",
    "clarify_commitment_new": "add_commitment",
    "clarify_commitment": "commitment",
    "clarify_commitment_change": "amend_commitment",
    "clarify_commitment_place": "place_commitment",
    "clarify_commitment_end": "end_commitment",
    "clarify_commitment_return": "return_commitment",
    "clarify_values": "values add_value",
    "clarify_value": "values amend_value",
    "clarify_value_end": "end_value",
    "clarify_value_return": "return_value",
    "clarify_performance": "practices add_practice",
    "clarify_practice_end": "end_practice",
    "clarify_practice_return": "return_practice",
    "clarify_why": "purpose_lines add_purpose_line",
    "clarify_line": "purpose_lines change_purpose_line",
    "clarify_line_end": "end_purpose_line",
    "clarify_line_return": "return_purpose_line",
    "clarify_approach": "approach",
    "clarify_approach_write": "state_approach",
    "clarify_statement": "approach",
    "records_table": "records typed_records",
    "records_file": "records",
    "records_new": "type_in",
    "records_typed": "typed_record change_typed_record",
    "records_typed_withdrawal": "withdraw_typed_record",
    "records_typed_return": "return_typed_record",
    "records_record": "record line",
    "records_correction": "correct",
    "records_correction_withdrawal": "withdraw_correction",
    "records_imports": "imports",
    "records_hand_in": "hand_in",
    "records_reading": "reading say_reading",
    "records_reading_again": "read_again",
    "records_import": "one_import say_how",
    "records_preview": "one_import say_how",
    "records_progress": "one_import",
    "records_undoing": "undo_import",
    "records_redoing": "redo_import",
    "records_reopening": "reopen_import",
    "records_original": "import_bytes",
    "records_refused": "one_import",
    "audits_list": "audits",
    "audits_ask": "ask",
    "audits_readiness": "readiness",
    "audits_audit": "audit gaps findings audit_file audit_case",
    "audits_progress": "audit",
    "audits_links": "links",
    "audits_file": "audit_file",
    "audits_commitment": "gaps findings commitment",
    "audits_cell": "gaps records",
    "audits_findings": "findings",
    "audits_findings_file": "findings",
    "audits_finding": "finding",
    "audits_finding_plan": "follow",
    "audits_finding_reply": "finding reply",
    "audits_compare": "comparison",
    "audits_rule": "publication_rules fix_publication_rule",
    "audits_issue": "issue_audit",
    "audits_issue_aside": "set_audit_aside",
    "audits_issued": "audit audit_file opinions",
    "audits_opinion": "opinions give_opinion",
    "verify_samples": "samples ask_sample",
    "verify_sample": "sample draw",
    "verify_seat": "take_seat leave_seat",
    "verify_closing": "close_sample",
    "verify_drawn": "sample drawing_of_sample",
    "verify_queue": "questions own_answers answer",
    "verify_ahead": "questions",
    "verify_answers": "answer",
    "verify_undo": "answer",
    "verify_pause": "pause",
    "verify_differences": "differences agree",
    "verify_sheet": "questions",
    "verify_filled": "questions answer",
    "verify_file": "drawing_of_sample",
    "verify_again": "ask",
    "decide_list": "decisions",
    "decide_new": "draft_decision",
    "decide_reviews": "decisions decision",
    "decide_filters": "filters appeals decision_indicators",
    "decide_filter": "filters backtest filter_versions",
    "decide_filter_new": "write_filter",
    "decide_filter_change": "reword_filter",
    "decide_filter_switch": "switch_filter",
    "decide_filter_renewal": "renew_filter",
    "decide_indicators": "decision_indicators past_decisions",
    "decide_past": "note_past_decision amend_past_decision",
    "decide_ledger": "trade_offs trade_off_ledger",
    "decide_judgement": "judge_appeal",
    "decide_decision": "decision",
    "decide_change": "reword_decision",
    "decide_test": "test_decision condition_decision",
    "decide_so_far": "test_decision",
    "decide_submission": "submit_decision",
    "decide_withdrawal": "withdraw_decision",
    "decide_reopening": "reopen_decision",
    "decide_sign": "sign_decision",
    "decide_delegation": "delegate_decision",
    "decide_override": "override_decision",
    "decide_review": "review_decision",
    "decide_successor": "supersede_decision",
    "decide_condition": "meet_condition",
    "decide_appeal": "appeal_decision",
    "decide_trade_off": "tell_trade_off",
    "decide_alternatives": "decision better_ways",
    "plans_priorities": "priorities",
    "plans_priorities_new": "ask_priorities",
    "plans_priorities_table": "ask_priorities",
    "plans_priorities_gaps": "ask_gap_priorities",
    "plans_priority": "one_priorities",
    "plans_priority_table": "amend_priorities",
    "plans_priority_weights": "give_weights",
    "plans_priority_turning": "set_priorities_aside amend_priorities",
    "plans_priority_progress": "one_priorities",
    "plans_priority_file": "one_priorities",
    "plans_budgets": "budgets",
    "plans_budgets_new": "ask_budget ask_current_budget",
    "plans_budgets_table": "ask_budget",
    "plans_budget": "one_budget",
    "plans_budget_table": "amend_budget",
    "plans_budget_cut": "cut_budget",
    "plans_budget_proposal": "one_budget",
    "plans_budget_turning": "set_budget_aside amend_budget",
    "plans_budget_progress": "one_budget",
    "plans_budget_file": "one_budget",
    "notices": "notices choose_notices",
    "notices_chat": "give_chat",
    "notices_chat_removal": "remove_chat",
    "notices_address": "trust_address",
    "notices_calendar": "make_calendar",
    "notices_calendar_revocation": "revoke_calendar",
    "webhooks": "webhooks add_webhook",
    "webhook": "webhook deliveries change_webhook",
    "webhook_trial": "test_webhook",
    "webhook_secret": "draw_webhook_secret",
    "webhook_state": "stop_webhook return_webhook",
    "webhook_removal": "remove_webhook",
}
"""By the name of a page's address: the operations that read and write the same."""
A_FORM = "an empty form for a spreadsheet; programs send the content itself"
A_WALK = "asks one person one question after another; `ways_in` reads what came of it"
FIRST = "leads people through what other pages do; programs do it by those operations"
BY_HAND = "what a stolen token could do here outlasts the token"
PAGES_ALONE = {
    "archive": "holds everything and everybody: handed to an owner who signed in, by `export` too",
    "second_factor": BY_HAND,
    "tokens": f"{BY_HAND}; `tokens` reads them",
    "token_revocation": "whoever holds a token could end all others",
    "home": "says which of what the operations list waits for whom",
    "start": FIRST,
    "start_decisions": FIRST,
    "start_evidence": FIRST,
    "start_result": FIRST,
    "guided": A_WALK,
    "guided_begin": A_WALK,
    "guided_step": A_WALK,
    "guided_page": A_WALK,
    "audits_choices": "keeps nothing of the table handed in; `northing revealed` does the same",
    "plans_priorities_form": A_FORM,
    "plans_budgets_form": A_FORM,
}
"""What nothing but a page does, and why."""
SIGNING_IN = "lets people in, with a password, another provider, or a link sent to them"
OF_A_PERSON = "is of a person, not of a membership: a token acts for one membership"
OPEN_TO_ALL = "is open to whoever has the address, without signing in and without a token"
OF_THE_INSTALLATION = "is asked by whoever watches the installation"
OUTSIDE_ALONE = {
    "chooser": OF_A_PERSON, "account": OF_A_PERSON, "account_file": OF_A_PERSON,
    "erasure": OF_A_PERSON, "session_end": OF_A_PERSON, "arrival": SIGNING_IN,
    "openid_connect_login": SIGNING_IN, "openid_connect_callback": SIGNING_IN,
    "saml_login": SIGNING_IN, "saml_acs": SIGNING_IN, "saml_finish": SIGNING_IN,
    "saml_metadata": SIGNING_IN, "public_audit": OPEN_TO_ALL, "public_file": OPEN_TO_ALL,
    "notices_stop": OPEN_TO_ALL, "calendar_feed": OPEN_TO_ALL, "health": OF_THE_INSTALLATION,
    "ready": OF_THE_INSTALLATION, "metrics": OF_THE_INSTALLATION,
}  # fmt: skip
WITHOUT_A_PAGE = {"me", "organisations", "tokens", "ways_in", "way_in"}
"""What tells a program about itself, and what pages alone write."""
KEEP_NOTHING = {"decide_so_far", "decide_alternatives"}
"""What only reckons with what is sent: by a program with the right to write the decision."""


def methods_of(name):
    """What an address takes, as it tells whoever asks otherwise."""
    found = PAGES[name].callback(RequestFactory().generic("OTHERWISE", "/"))
    assert found.status_code == 405, name
    return set(found["Allow"].split(", "))


def named(name):
    return [OPERATIONS[one] for one in BY_PROGRAMS[name].split()]


def roles(action, wish):
    return {role for role in Role if opens(role, action, wish)}


def test_of_every_page_it_is_said_what_a_program_asks_instead():
    assert set(BY_PROGRAMS).isdisjoint(PAGES_ALONE)
    assert set(BY_PROGRAMS) | set(PAGES_ALONE) == set(PAGES)
    assert set(OUTSIDE_ALONE) == OUTSIDE
    assert all(PAGES_ALONE.values())


def test_every_operation_does_what_a_page_does():
    told = {one for some in BY_PROGRAMS.values() for one in some.split()}
    assert told | WITHOUT_A_PAGE == set(OPERATIONS)
    assert told.isdisjoint(WITHOUT_A_PAGE)


@pytest.mark.parametrize("name", BY_PROGRAMS)
def test_what_a_page_writes_a_program_writes_with_the_same_rights(name):
    changing = [door for method, door in named(name) if method != "GET"]
    assert bool(changing) is ("POST" in methods_of(name))
    action, _get, post = PAGES[name].callback.access
    for door in changing:
        allowed = roles(door.action, Wish.CHANGE)
        if name in KEEP_NOTHING:
            assert allowed <= roles(action, post)
        else:
            assert allowed == roles(action, post), door.said


@pytest.mark.parametrize("name", BY_PROGRAMS)
def test_what_a_page_shows_a_program_reads_with_the_same_rights(name):
    action, get, _post = PAGES[name].callback.access
    if "GET" not in methods_of(name) or get is Wish.CHANGE:
        return  # a form: what it shows of the row another page shows, too
    reading = [door for method, door in named(name) if method == "GET"]
    assert reading
    assert any(roles(action, get) <= roles(door.action, Wish.SEE) for door in reading)
