"""Every slash command: what its line asks for, and what is said where it does not fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from workshop.grammar import SLASHES, Context, parse
from workshop.model.asks import Ask, Find, Look, MoveClock, NamePerson, Plan, Quit, Setting, TryRule, Usual
from workshop.model.commands import (
    Add,
    Amend,
    Approve,
    Attend,
    Back,
    CancelMeeting,
    ChangeMeeting,
    Close,
    Collect,
    Command,
    Correct,
    Dispose,
    Due,
    Edit,
    Escalate,
    Extend,
    Floor,
    GiveDuty,
    GoTo,
    Merge,
    Move,
    Next,
    Override,
    PassGate,
    Pause,
    Place,
    PlanMeeting,
    Prepare,
    Redo,
    Reopen,
    Retime,
    Reveal,
    SetAction,
    SetNextDate,
    SetStatus,
    Settle,
    SettleCapture,
    Skip,
    Split,
    Start,
    StartedEarlier,
    Step,
    Strike,
    TakeDraft,
    Undo,
    Vote,
)
from workshop.model.entries import Ballot, Said, Value

Parse = Callable[[str], Command | Ask]
Off = Callable[[str], str]
FRIDAY = Due(on=date(2026, 3, 6))

MEANINGS: dict[str, Command | Ask] = {
    "/try leads.csv won=outcome=won 60": TryRule("leads.csv", "outcome=won", 60),
    "/start": Start(), "/start M-1": Start(1), "/start m1": Start(1), "/next": Next(), "/NEXT": Next(), "/back": Back(),
    "/goto 5": GoTo(5), "/pause": Pause(), "/pause item": Pause("item"), "/extend 5": Extend(5), "/extend +5": Extend(5),
    "/extend -3": Extend(-3), "/retime": Retime(), "/retime 45": Retime(45), "/retime go": Retime(apply=True),
    "/retime 45 go": Retime(45, True), "/skip": Skip(), "/skip 3": Skip(segment=3), "/skip // no time": Skip("no time"),
    "/learned": Usual(), "/learned go": Usual(apply=True), "/learned M-2": Usual(2), "/learned m2 go": Usual(2, True),
    "/skip 3 // no time": Skip("no time", 3), "/started 6m": StartedEarlier(6), "/started 6": StartedEarlier(6),
    "/floor marketing": Floor("marketing"),
    "/here marta, Ben Osei": Attend(("P-2", "P-8"), "present"),
    "/late Jonas Beck 09:03 // train": Attend(("P-6",), "late", joined=time(9, 3), remark="train"),
    "/late @jonas 9:03": Attend(("P-6",), "late", joined=time(9, 3)),
    "/leaves tomasz 11:00": Attend(("P-3",), left=time(11)),
    "/apologies Erik Dahl, lukasz // message read": Attend(("P-13", "P-15"), "apologies", remark="message read"),
    "/amend D-1 or a request @all >whenever": Amend(1, "or a request @all >whenever"),
    "/vote D-1 sales 4 3 marketing 44": Vote("D-1", (Ballot("sales", (4, 3)), Ballot("marketing", (4, 4)))),
    "/vote n12 Marta 4 Dieter 5": Vote("N-12", (Ballot("sales", (4, 5)),)),
    "/vote D-2 none": Vote("D-2", objection=""), "/vote D-2 objection too early": Vote("D-2", objection="too early"),
    "/settle X-1 half stand, one seller": Settle(1, "half stand, one seller"),
    "/settle x1 half stand >mon": Settle(1, "half stand", date(2026, 3, 2)),
    "/escalate X-1": Escalate("X-1"), "/escalate X-1 @erik >fri": Escalate("X-1", "P-13", FRIDAY),
    "/escalate a3 Erik Dahl": Escalate("A-3", "P-13"),
    "/done A-3": SetStatus(3, "done"), "/done a3 >mon // sent": SetStatus(3, "done", date(2026, 3, 2), remark="sent"),
    "/assign A-3 @lena.h @ben": SetAction(3, ("P-9", "P-8")), "/assign A-3 Lena Klug": SetAction(3, ("P-16",)),
    "/due A-3 >fri // photos": SetAction(3, due=FRIDAY, remark="photos"), "/due A-3 fri": SetAction(3, due=FRIDAY),
    "/due A-3 next": SetAction(3, due=Due(at_next=True)),
    "/block A-9 >fri // lab": SetStatus(9, "blocked", due=FRIDAY, remark="lab"), "/block A-9": SetStatus(9, "blocked"),
    "/drop A-3 // done elsewhere": SetStatus(3, "dropped", remark="done elsewhere"), "/open A-3": SetStatus(3, "open"),
    "/correct N-36 fails on phones too": Correct("N-36", "fails on phones too"),
    "/approve M-1": Approve(1), "/approve M-1 by=Marta Keller; in=mail of 4 March": Approve(1, "P-2", "mail of 4 March"),
    "/park Pump sizes @hugo": Add(Said("parking", "Pump sizes", speaker="P-11", team="guest"), ("P-11",)),
    "/dispose N-57 separate talk >fri": Dispose("N-57", "separate talk", date(2026, 3, 6)),
    "/dispose m1/8 next": Dispose("M-1/8", "next agenda"), "/dispose N-57 drop >next": Dispose("N-57", "drop"),
    "/inbox": Look("inbox"), "/inbox place C-1": SettleCapture(1, "placed"), "/inbox park all": SettleCapture(0, "parked"),
    "/inbox drop c2 // old news": SettleCapture(2, "dropped", "old news"),
    "/find delivery @time": Find("delivery @time"), "/undo": Undo(), "/redo": Redo(),
    "/override the lab is slow": Override("the lab is slow"), "/override A-3 the lab is slow": Override("the lab is slow", "A-3"),
    "/reveal": Reveal(), "/readback": PassGate("read-back"), "/unsaid": PassGate("unsaid"), "/credits": PassGate("credits"),
    "/nextdate 17mar sync-30 09:00": SetNextDate(date(2026, 3, 17), "sync-30", time(9)),
    "/nextdate 2026-03-17 monthly": SetNextDate(date(2026, 3, 17), "monthly-90"),
    "/nextdate 17mar": SetNextDate(date(2026, 3, 17)),
    "/prepare": Prepare(), "/collect": Collect(), "/cancel M-2 the fair moved": CancelMeeting(2, "the fair moved"),
    "/nextdate none fair season": SetNextDate(why_none="fair season"),
    "/close": Close(), "/close early the fire alarm": Close("the fire alarm"),
    "/reopen M-1 a decision is missing @ingrid": Reopen(1, "P-1", "a decision is missing"),
    "/reopen a decision is missing @ingrid": Reopen(0, "P-1", "a decision is missing"),
    "/edit N-26 Nine weeks @priya #time worked=yes; type=-": Edit(
        "N-26", Said("objection", "Nine weeks", tags=("time",), fields=(Value("worked", "yes"), Value("type", "-"))), ("P-5",)
    ),
    "/edit A-3 @lena.h >fri": Edit("A-3", None, ("P-9",), FRIDAY),
    "/edit A-3 done_when=sent": Edit("A-3", Said("action", "", fields=(Value("done_when", "sent"),))),
    "/edit D-1 >2jun": Edit("D-1", Said("decision", "", fields=(Value("review", "2026-06-02"),))),
    "/edit N-56 >none": Edit("N-56", Said("parking", "", fields=(Value("date", "-"),))),
    "/edit N-35 Shorter @tomasz": Edit("N-35", Said("tool", "Shorter")),
    r"/edit N-35 \answer=friday": Edit("N-35", Said("tool", "answer=friday")),
    "/edit N-99 New words": Edit("N-99", Said("", "New words")),
    "/edit N-99 risk: effect=late": Edit("N-99", Said("risk", "", fields=(Value("effect", "late"),))),
    "/edit N-26 #-food #- #Late !- pri:- for:- from:- @- who:-": Edit(
        "N-26", Said("objection", "", tags=("late",)), without=("#food", "#", "!", "!", "for", "from", "@", "@")
    ),
    r"/edit N-26 \#-food worked=yes; rival=#-": Edit(
        "N-26", Said("objection", "#-food", fields=(Value("worked", "yes"), Value("rival", "#-")))
    ),
    "/strike n26": Strike("N-26"), "/move N-3 5": Move("N-3", 5),
    "/move n3 before N-7": Place("N-3", "before", "N-7"), "/move N-3 AFTER n7": Place("N-3", "after", "N-7"),
    "/merge N-4 n7, N-9": Merge("N-4", ("N-7", "N-9")), "/merge N-4 A-1": Merge("N-4", ("A-1",)),
    "/split N-4 too long // @ana says // too dear": Split("N-4", ("too long", "@ana says", "too dear")),
    r"/split N-4 \@home // see http://x/y": Split("N-4", ("@home", "see http://x/y")),
    "/help": Look("help"), "/help /late": Look("help", "late"), "/time": Look("time"), "/agenda": Look("agenda"),
    "/tray": Look("tray"), "/actions": Look("actions"), "/decisions": Look("decisions"), "/parked": Look("parked"),
    "/record": Look("record"), "/people": Look("people"), "/gate": Look("gate"), "/quit": Quit(),
    "/try leads.csv": TryRule("leads.csv"), "/try last year.csv 70": TryRule("last year.csv", threshold=70),
    '/try "last year.csv" won=outcome=order 100': TryRule("last year.csv", "outcome=order", 100),
    "/try 2025": TryRule("2025"), "/exercise": Look("exercise"), "/step": Step(by=1), "/result": Look("result"), "/rows": Look("rows"),
    "/take 2": TakeDraft(2),
    "/person Nils Aaberg; sales; Territory South; nils@norvik.example": NamePerson(
        "Nils Aaberg", "sales", "Territory South", "nils@norvik.example"
    ),
    "/person Ben Osei; marketing; Fairs": NamePerson("Ben Osei", "marketing", "Fairs"),
    "/person p8; sales": NamePerson("Ben Osei", "sales"),
    "/person  Nils   Aaberg;Sales": NamePerson("Nils Aaberg", "sales"),
    "/arbiter Erik Dahl": GiveDuty("arbiter", "P-13"), "/liaison @ravi": GiveDuty("liaison", "P-10"),
    "/apologies M-2 Erik Dahl // fair": Attend(("P-13",), "apologies", remark="fair", meeting=2),
    "/late m2 jonas 9:03": Attend(("P-6",), "late", joined=time(9, 3), meeting=2),
    "/leaves M-2 tomasz 11:00": Attend(("P-3",), left=time(11), meeting=2),
    "/here M-2 Marta": Attend(("P-2",), "present", meeting=2),
    "/present": Look("present"), "/plan": Plan(), "/plan M-2": Plan(2), "/plan 3 +5": Plan(0, 3, "longer", 5),
    "/plan m2 3 -5": Plan(2, 3, "longer", -5), "/plan 3 8": Plan(0, 3, "minutes", 8), "/plan 3 LOCK": Plan(0, 3, "lock"),
    "/plan M-2 12 add": Plan(2, 12, "add"), "/plan 3 before 5": Plan(0, 3, "before", 5), "/plan 3 after 5": Plan(0, 3, "after", 5),
    "/set currency = EUR": Setting("currency", "EUR"),
    "/at 2026-03-03 09:05": MoveClock(datetime(2026, 3, 3, 9, 5)),  # noqa: DTZ001  # a script's clock is local
    "/at 09:05": MoveClock(datetime(2026, 3, 3, 9, 5)),  # noqa: DTZ001
    "/meeting kickoff-120 2026-03-03 09:00": PlanMeeting("kickoff-120", date(2026, 3, 3), time(9)),
    "/meeting sync +2w 9:00 title=Sync; place=Room Fjord; mode=remote; end=11:00": PlanMeeting(
        "sync-30", date(2026, 3, 17), time(9), "Sync", "Room Fjord", "remote", time(11)
    ),
    "/change M-1 date=fri; start=09:30; mode=mixed; place=-": ChangeMeeting(
        1, on=date(2026, 3, 6), start=time(9, 30), place="", mode="mixed"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "meaning"), MEANINGS.items())
def test_a_slash_command(here: Context, line: str, meaning: Command | Ask) -> None:
    assert parse(line, replace(here, script=True)) == meaning


def test_everybody_is_here(read: Parse, here: Context) -> None:
    assert read("/here all") == Attend(tuple(person.id for person in here.people), "present", everybody=True)


@pytest.mark.parametrize(
    "line",
    [
        "/goto", "/goto x", "/next now", "/pause you", "/extend", "/extend 0", "/retime soon", "/retime 45 now", "/learned x", "/learned M-1 M-2", "/skip why",
        "/started late", "/floor sponsor", "/here", "/late Jonas", "/late 09:03", "/leaves 10:50", "/apologies // ill", "/amend D-1",
        "/amend A-1 x", "/vote D-1", "/vote D-1 objection", "/vote A-1 sales 4", "/vote D-1 sales -", "/settle X-1",
        "/settle X-1 x // y", "/escalate", "/escalate X-1 @erik @ben", "/done", "/done D-3", "/done A-3 sent", "/assign A-3",
        "/assign A-3 @ben please", "/due A-3", "/due A-3 fri >mon", "/block A-3 lab", "/drop A-3 >fri", "/correct N-36",
        "/approve 1", "/approve M-1 yes", "/park", "/dispose N-57", "/inbox place", "/inbox eat C-1", "/edit N-26", "/edit Z-1 x",
        "/strike", "/strike all", "/move N-3", "/move N-3 before", "/move N-3 after all", "/merge N-4", "/merge N-4 that",
        "/split N-4", "/split N-4 too long", "/split N-4 too long //", "/split N-4 // too long", "/split too long // late", "/find", "/override", "/override A-3", "/nextdate", "/prepare now", "/cancel M-1", "/cancel the fair moved",
        "/nextdate fri sync-30 soon", "/nextdate none", "/close now", "/close early", "/reopen M-1 @ingrid", "/reopen M-1 why",
        "/person Nils", "/person ; sales", "/arbiter", "/set currency", "/meeting kickoff-120 fri", "/change M-1", "/change M-1 fri",
        "/plan M-2 3", "/plan 3 sideways", "/plan 3 before", "/plan 3 lock 5", "/plan 3 +0", "/plan lock", "/plan 3 +5 min",
        "/plan 3 show", "/apologies M-2", "/late M-2 09:03", "/quit now", "/time 5",
    ],
)  # fmt: skip
def test_what_does_not_fit_is_answered_with_the_usage(off: Off, line: str) -> None:
    name = line[1:].split()[0]
    usage = next(slash.usage for slash in SLASHES if slash.name == name)
    assert off(line).endswith(f"Type {usage}")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("/nxet", "did you mean next?"),
        ("/zzz", r"\/zzz for plain text"),
        ("/", "'/' is not a command"),
        ("/goto 14", "The agenda has no segment 14"),
        ("/at 09:05", "moves the clock of a script"),
        ("/done A-3 >tomorrow", "lies ahead"),
        ("/settle X-1 x >tomorrow", "lies ahead"),
        ("/vote D-1 sales 4 9", "sales, value 2 of 2: 9 is not between 0 and 8."),
        ("/dispose N-57 forget", "Type one of: next agenda, action, separate talk, drop."),
        ("/nextdate fri snyc-30", "did you mean sync-30?"),
        ("/person Nils; sales force", "'sales force' is not a team"),
        ("/meeting sync-30 fri 09:00 end=late", "end: 'late' is not a time"),
        ("/meeting sync-30 fri 09:00 title=x; pace=y", "/meeting has no field 'pace'; did you mean place?"),
        ("/late nobody 09:03", "Nobody called 'nobody'"),
        ("/edit N-99 effect=late", "Name its kind: /edit N-99 objection: effect=..."),
        ("/edit N-26 a @ben @priya", "one speaker"),
        (
            "/edit N-35 answer=friday",
            "Tool has no field 'answer'; its fields are tool, usability, ref, heard.",
        ),
        ("/edit N-26 @priya foo=1", "Objection has no field 'foo'"),
        (
            "/person Ben Osei; sales",
            "Another Ben Osei? Add a word, such as Ben Osei sales; P-8 is Ben Osei, marketing. To change P-8: /person P-8; sales",
        ),
        ("/person P-99; sales", "Nobody called 'P-99' is known here."),
        (f"/person {'x' * 101}; sales", "The name has 101 characters; 100 fit."),
    ],
)
def test_a_slash_command_that_cannot_be_read_says_why(off: Off, line: str, told: str) -> None:
    assert told in off(line)


def test_every_command_has_one_name_a_usage_and_a_line_of_help() -> None:
    names = [slash.name for slash in SLASHES]
    assert len(set(names)) == len(names)
    for slash in SLASHES:
        assert slash.usage.startswith(f"/{slash.name}")
        assert slash.help.endswith(".")
        assert slash.name in {line[1:].split()[0].lower() for line in MEANINGS} | {
            "confide",
            "here",
            "presets",
        }
