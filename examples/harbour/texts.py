"""In which words do people at Harbour Health promise and report?

`{place}` and the like are filled by `fill`. Every commitment has its own plain vocabulary, so that
a reader, or a program, can tell from the words alone what most sentences are about.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

PLACES = {
    "North": ("Norderhook", "Fennwick", "Lichtensand", "Stallhaven"),
    "South": ("Old Quay", "Marram Bay", "Sandgate", "Brookmouth"),
    "Coast": ("Pier End", "Gullholm", "Kestrel Point", "Dunmere"),
    "Central": ("Harbour Street", "Chandlers' Row"),
}
SLOTS: dict[str, Sequence[str]] = {
    "topic": ("blood pressure", "diabetes", "bowel cancer", "lung health", "hearing", "skin cancer", "heart disease"),
    "jab": ("flu", "measles", "shingles", "whooping cough"),
    "group": ("fishing families", "people over seventy", "shift workers", "new parents", "dock workers", "students"),
    "school": ("Lighthouse School", "Brookmouth College", "Tern Lane School", "St Brannoc's School", "Quayside School"),
    "lang": ("Arabic", "Ukrainian", "Turkish", "Polish", "Tigrinya", "Portuguese", "Dari", "Vietnamese"),
    "lang2": ("Russian", "Somali", "Farsi", "Romanian", "sign language"),
    "when": ("this spring", "before the summer", "in the autumn", "before winter", "next quarter", "after Easter"),
    "weekday": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
    "month": ("January", "March", "April", "June", "September", "October", "November"),
}


def fill(template: str, chance: random.Random, region: str | None = None, month: str | None = None) -> str:
    """Put a word or a number into every slot of the template."""

    def chosen(match: re.Match[str]) -> str:
        slot = match[1]
        if slot == "place":
            return chance.choice(PLACES[region] if region else [p for r in ("North", "South", "Coast") for p in PLACES[r]])
        if slot == "month" and month:
            return month
        if slot == "n":
            return str(chance.randint(11, 94))
        if slot == "few":
            return chance.choice(("two", "three", "four", "five", "six"))
        return chance.choice(SLOTS[slot])

    return re.sub(r"\{(\w+)\}", chosen, template)


class Deck:
    """Deals templates so that none comes back before all others were dealt."""

    def __init__(self, templates: Sequence[str], chance: random.Random) -> None:
        self.templates, self.chance, self.left = templates, chance, list[str]()

    def deal(self) -> str:
        if not self.left:
            self.left = list(self.templates)
            self.chance.shuffle(self.left)
        return self.left.pop()


PROMISES: dict[str, Sequence[str]] = {
    "prevention": (
        "Prevention comes first: we want to meet people before they fall ill.",
        "Screening for {topic} keeps {group} well, and we will offer it where they live.",
        "Our vaccination mornings against {jab} protect whole streets in {place}.",
        "We teach people to prevent illness, because staying well is better than any cure.",
        "Prevention is crucial to our mission and the heart of Harbour Health.",
        "Health courses on food, sleep and movement help {group} to stay well.",
        "We believe that illness prevented is the best care there is.",
        "Early screening finds {topic} problems years before they become an emergency.",
        "Every household in {place} will be invited to a health check.",
        "Prevention saves lives, and it is where we want to lead the region.",
        "From next year on, prevention will shape everything we plan.",
        "We are proud of our screening days and of the {group} who come to them.",
        "Stopping smoking, walking more, checking {topic}: small steps prevent great harm.",
        "A region that prevents illness needs fewer hospital beds, and we stand for that.",
        "Vaccination and screening belong in the market square, not only in the clinic.",
        "Nobody should have to fall ill before we notice them: that is what prevention means to us.",
    ),
    "whole-person": (
        "Every patient is a whole person and is given the time they need.",
        "We ask how somebody lives before we ask what hurts.",
        "Longer appointments make room for more than one complaint at a time.",
        "Care coordinators draw up one care plan with each patient who has several illnesses.",
        "Nobody at our clinics is hurried through the door.",
        "Patients set the pace of the appointment, not the clock.",
        "We treat the whole person: body, mind, work and home.",
        "Patients in {place} see the same nurse and the same doctor as far as we can manage.",
        "A shared care plan follows the patient from the clinic to the hospital and back.",
        "Unhurried listening is part of the treatment.",
        "Patients with complex needs are offered double appointments.",
    ),
    "young-minds": (
        "No young person waits longer than four weeks for help with their mental health.",
        "Therapists for young people work in {place} and at {school}.",
        "School counsellors are there for pupils before a crisis comes.",
        "Our crisis line for young people answers every evening of the year.",
        "Mental health support for young people is offered without a referral.",
        "Young people help to design our counselling rooms.",
        "Waiting for therapy harms young people, so we make the waiting list shorter.",
        "Pupils at {school} can talk to a counsellor on every {weekday}.",
        "Parents and teachers learn to notice when a young person is in distress.",
        "Group therapy for young people begins in {place} {when}.",
    ),
    "home-visits": (
        "Where somebody cannot come to us, a nurse visits them at home.",
        "Home visits reach housebound patients in every district, from north to south.",
        "Our visiting nurses know the stairs and kitchens of {place}.",
        "An evening round of home visits means that nobody housebound is alone with a wound or a fever.",
        "Patients who cannot leave the house are visited within two days.",
        "Visiting nurses dress wounds, sort medicines and notice when somebody has stopped eating.",
        "Home visits are the same right in {place} as in the city.",
        "After a stay in hospital, a nurse comes home with the patient.",
        "Housebound people keep their own nurse, visit after visit.",
    ),
    "family-carers": (
        "Family carers get rest: respite stays for those who care for a relative day and night.",
        "Whoever cares for a husband, a mother or a child is never left alone with it.",
        "Our counsel for family carers explains money, rights and respite.",
        "Family carers meet every {weekday} in {place}.",
        "A respite weekend can keep a family going for another year.",
        "Carers of relatives with dementia find an open ear here.",
    ),
    "language-access": (
        "Language is no barrier: interpreters are free for every patient.",
        "Patients are understood in their own language, with interpreters in {lang} and {lang2}.",
        "Letters and leaflets are translated into the languages our patients read.",
        "The interpreting line can be reached from every treatment room.",
        "No child has to interpret for a parent at our clinics.",
        "Interpreters in {lang} are present at the clinic in {place} every {weekday}.",
    ),
    "rested-staff": (
        "Staff who are rested look after people better, so rest days are kept.",
        "Nobody on our staff works a double shift.",
        "New colleagues have a mentor for their first year.",
        "Rosters are published six weeks ahead, so that staff can plan their rest.",
        "We cover every rest day with relief staff.",
        "A tired nurse is a risk; rest is therefore part of safety.",
        "Staff have a say in their rosters and in how the work is shared.",
    ),
    "open-books": (
        "We publish what we take in, what we spend and what we decide.",
        "Our accounts are open: every euro given can be followed.",
        "The accounts are published by the end of April, audited and in plain words.",
        "Donors and patients may ask about any line of the accounts, and are answered.",
        "Minutes and decisions of the board are published within a month.",
        "Open accounts are how we earn trust in {place} and everywhere else.",
    ),
}

REPORTS: dict[str, Sequence[str]] = {
    "prevention": (
        "The board called prevention the heart of the strategy and thanked all who speak for it.",
        "The director presented the new film on prevention, which was well received.",
        "A journalist asked about prevention, and the interview will appear {when}.",
        "The board agreed that screening for {topic} in {place} would be an excellent idea.",
        "The prevention campaign has a new logo and a new slogan.",
        "The mayor of {place} praised our plans for prevention and vaccination.",
        "The board repeated that preventing illness matters more than anything else we do.",
        "The director spoke on prevention at the regional conference.",
        "The board would like health courses for {group} to be announced {when}.",
        "A vaccination morning against {jab} in {place} was discussed again.",
        "The poster on prevention and screening is to hang in every waiting room.",
        "The chair said that screening days are what people know us for.",
        "The board wishes to be the region's leading voice for prevention.",
        "The idea of health checks for {group} found much support.",
        "Prevention will be the first chapter of the next newsletter.",
        "The board of the savings bank in {place} congratulated us on our stand for prevention.",
        "A talk on {topic} and how to prevent it drew {n} listeners in {place}.",
        "The board spent half of the evening on prevention and on screening for {topic}.",
        "The director will write a column on preventing illness for the paper of {place}.",
        "The screening tent for {place} was shown in a drawing.",
        "Volunteers in {place} would like to help with a vaccination morning against {jab}.",
        "The board asked for a slogan that tells {group} why prevention matters.",
        "A prize for prevention was mentioned; the board will apply {when}.",
        "The board heard that {group} have not been invited to a health check yet.",
        "The chair opened the meeting with a word on prevention and staying well.",
    ),
    "whole-person": (
        "The clinic in {place} reported on longer appointments for patients with several illnesses.",
        "The care coordinators wrote {n} shared care plans in the month.",
        "Patients in {place} asked for more time with the same doctor.",
        "The board heard how unhurried appointments change what patients tell their nurse.",
        "The board discussed how double appointments for complex needs can be booked by telephone.",
        "A patient from {place} described what it means to be treated as a whole person.",
        "The care plans of {n} patients were reviewed with the hospital.",
        "The nurses asked that the pace of appointments be set by need and not by the clock.",
        "The care coordinator in {place} now looks after {n} patients with several illnesses.",
        "The doctors in {place} described a first appointment that took in body, mind, work and home.",
        "The patient council wrote about longer appointments in {place}.",
        "Double appointments in {place} were booked {n} times in the month.",
    ),
    "young-minds": (
        "The waiting list for therapy has {n} young people on it.",
        "The counsellor at {school} saw {n} pupils in the month.",
        "The crisis line for young people took {n} calls.",
        "A second therapist for young people started work in {place}.",
        "The head of {school} asked for a counsellor on a second day.",
        "The board heard how long young people wait for a first appointment in {place}.",
        "The group therapy for young people in {place} is full until {month}.",
        "Parents from {place} wrote to thank the school counsellors.",
        "The therapists for young people in {place} asked for a quieter room.",
        "Teachers at {school} took part in an afternoon on young people in distress.",
        "The pupils of {school} painted the counselling room.",
    ),
    "home-visits": (
        "The visiting nurses made {n} home visits a week in {place}.",
        "The evening round of home visits is short of one nurse.",
        "The families of housebound patients in {place} asked for earlier visits.",
        "The nurses reported on wounds dressed and medicines sorted at home visits.",
        "Two cars for the home visits were out of service for a week.",
        "The board heard how patients are visited at home after a stay in hospital.",
        "A housebound patient in {place} has been with the same visiting nurse for nine years.",
        "The evening round now ends in {place}.",
        "The visiting nurses of {place} met with the hospital about patients going home.",
    ),
    "family-carers": (
        "The respite weekend for family carers in {place} was fully booked.",
        "The counsel for family carers answered {n} questions on respite and rights.",
        "The family carers of {place} asked for a meeting in the evening.",
        "A carer whose husband has dementia described the respite stay.",
    ),
    "language-access": (
        "The interpreting line was used {n} times in the month, most often for {lang}.",
        "Leaflets in {lang} and {lang2} are ready.",
        "The interpreters at the clinic in {place} reported on their work.",
    ),
    "rested-staff": (
        "The staff council reported on rosters, rest days and double shifts.",
        "The relief staff covered {n} rest days in the month.",
        "Every new colleague in {place} now has a mentor.",
        "Sick leave was discussed together with the rosters.",
        "The staff of the clinic in {place} asked that rest days be kept.",
        "The mentors of new colleagues met in {place}.",
        "The rosters of {place} were published six weeks ahead.",
        "The relief staff for {place} are complete until {month}.",
        "The staff council thanked the board for listening to the night shift of {place}.",
        "The new colleagues in {place} spoke well of their mentors.",
    ),
    "open-books": (
        "The treasurer presented the accounts of the quarter, which will be published.",
        "The auditors had {few} questions on the accounts, all of them answered.",
        "A donor asked about a line in the published accounts and was answered.",
        "The decisions of the last meeting were published on the website.",
        "The board looked at a draft of the accounts in plain words.",
        "The accounts up to {month} were presented and will be published in plain words.",
        "The open accounts pages had {n} readers from {place}.",
        "The public meeting on the accounts in {place} is set for {month}.",
        "A reader in {place} found a misprint in the published accounts, which was put right.",
    ),
    "none": (
        "The roof of the depot in {place} was repaired.",
        "The heating in the meeting room needs a new valve.",
        "The contract with the telephone company runs until {month}.",
        "The summer party will be held in {place}.",
        "The insurance asked for a new list of vehicles.",
        "The parking spaces behind the office were marked again.",
        "The printer on the second floor was replaced.",
        "The office will be closed between the holidays.",
    ),
}

PREVENTION_DONE = (
    "The screening day for {topic} in {place} reached {n} people.",
    "The vaccination morning against {jab} in {place} reached {n} households.",
    "{n} of the {group} in {place} came to a health check.",
    "The health course for {group} in {place} began with {n} people.",
    "The screening nurse for {place} started work.",
    "The stop smoking course in {place} ended with {n} people who no longer smoke.",
    "The board reviewed what screening for {topic} found in {place}.",
    "Screening for {topic} will return to {place} {when}.",
    "A second screening day for {topic} was held in {place}.",
    "The doctors in {place} reported illness found early through screening for {topic}.",
)
"""What the minutes of the honest twin say of prevention: deeds, where the other case has applause."""
