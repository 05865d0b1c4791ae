"""Every kind of entry with all of its fields.

In the table: name, voice and letter, then the fields; `*` is asked for by the tray, `?` may be answered with `?`,
`+` may be told more than once, `:type` where it is not a short text, `=` the words allowed.
"""

from __future__ import annotations

import pytest

from workshop.library import load
from workshop.model.kinds import Field, Kind

DRIVERS = (
    "price / value|product fit|delivery time|service|relation / trust|brand or proof|competitor's move"
    "|buying process / contact level|timing or budget|material or marketing support|our responsiveness"
)
INTEL = "intel=market|customer|competitor|product"
TREND = "trend=rising|stable|fading"
DEAL = (
    f"value:money; main*={DRIVERS}|unknown; secondary:many={DRIVERS}; "
    "evidence*=customer told neutral interviewer|customer told us|we saw|seller's feeling; rival; to; channel; "
    "sale_type=new system|custom|modified rebuy|routine|commodity; segment; turning_point:long; lesson:long; material"
)
EXPECTED = {
    "goal": ("anybody", "metric"),
    "note n": ("anybody", ""),
    "question q": ("anybody", ""),
    "idea": ("anybody", ""),
    "insight": ("anybody", "exercise"),
    "risk": ("anybody", "effect"),
    "private ;": ("anybody", ""),
    "check-in": ("anybody", "question"),
    "agreement": ("both", ""),
    "term": ("both", "meaning*:long"),
    "condition": (
        "marketing-or-guest",
        "type*=technology|competitor launch|regulation|economy|other; effect; from:date",
    ),
    "programme": (
        "marketing",
        (
            "message*; features; audience; channel:many=advert|promotion|direct mail|telemarketing|trade show|e-mail"
            "|web|social|press|in-store; cta*?; effect=new|repeat|retention; start*:date; end:date; owner*:person; "
            "sales_task?; sales_input:date=none; sales_author:person; gate=idea|draft|ready|live|debriefed; change"
        ),
    ),
    "rival": ("marketing", "rival*; channel; seen"),
    "press": ("marketing", "outlet*; date*:date; may_say"),
    "finding": ("marketing-or-guest", "source*; n:int; so_what"),
    "shift": ("sales", f"segment; {TREND}; source; {INTEL}"),
    "hot-button": ("sales", f"segment; polarity=plus|minus|mixed; {TREND}; source; {INTEL}"),
    "lead-quality": ("sales", "channel*; rating*:scale5; example"),
    "promo": ("sales", "planned:dec; actual:dec; anyway=yes|partly|no"),
    "objection o": (
        "sales",
        "tactic; worked=yes|partly|no; type=price|time|trust|need|fit|rival|authority|risk|other; rival; segment; "
        + INTEL,
    ),
    "answer": ("anybody", "objection*:ref; question; proof; proof_status=have|to find|none; owner:person"),
    "message-fit": ("sales", "message*; fit*:scale5; words:long"),
    "comparison": ("sales", f"rival*; swot*=S|W|O|T; source; {INTEL}"),
    "tool": ("sales", "tool*; usability:tally; reason"),
    "shadow": ("sales", "asset_type*; hours_month*:dec; reason=missing|too slow|not good|not adaptable"),
    "quote": ("anybody", "source; segment"),
    "need": (
        "sales-or-marketing",
        "purpose; by:date; heard_right:bool; answer=yes|counter|no|later; counter; note; owner:person; effort",
    ),
    "win": ("sales", DEAL),
    "loss": ("sales", DEAL),
    "no-decision": ("sales", DEAL),
    "churn": ("sales", DEAL),
    "exposure": (
        "sales-or-marketing",
        (
            "type*=sales call|customer visit|supplier or partner meeting|trade fair|sales meeting; date*:date; "
            "seller:person; pain; objection; interest=yes|no|maybe; material; quote:long; surprise; case_study:bool"
        ),
    ),
    "action a": ("anybody", "owner*:person; helpers:people; due*:date; done_when*:long; effect"),
    "decision d": ("both", "mode=five|consent|gradient|decider; decider:person; review:date"),
    "dispute": (
        "both",
        (
            "root*=budget|price|role|priority|quality|culture|other; sides+:long; consent=yes|no; facts:long; missing:long; "
            "level=team leads|arbiter; arbiter:person; decide_by*:date; "
            "status=open|talking|settled|escalated|decided|parked"
        ),
    ),
    "metric": (
        "both",
        "period*; parts:parts; source; estimate:bool; target; better=up|down; owner:person; pay=sales|marketing|both|neither; note",
    ),
    "parking p": ("anybody", "disposition=next agenda|action|separate talk|drop; date:date"),
    "credit": ("anybody", "to"),
    "roti": ("anybody", "change+; keep+"),
    "correction": ("anybody", "ref*:ref"),
}
KINDS = {kind.name: kind for kind in load().kinds}


def written(field: Field) -> str:
    marks = "*" * field.required + "?" * field.unknown + "+" * field.repeat
    kind = "" if field.type in ("short", "one") else f":{field.type}"
    words = "=" + "|".join(field.options) if field.options else ""
    return f"{field.name}{marks}{kind}{words}"


def own_fields(kind: Kind) -> str:
    common = () if kind.name == "correction" else ("ref",)
    return "; ".join(written(field) for field in kind.fields if field.name not in (*common, "heard"))


def test_the_kinds_are_exactly_these() -> None:
    assert sorted(KINDS) == sorted(name.split()[0] for name in EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_kind_has_its_voice_its_letter_and_all_of_its_fields(name: str) -> None:
    voice, fields = EXPECTED[name]
    kind = KINDS[name.split()[0]]
    assert (kind.voice, kind.letter) == (voice, name.partition(" ")[2])
    assert own_fields(kind) == fields


@pytest.mark.parametrize("name", sorted(KINDS))
def test_any_entry_may_refer_to_another_and_tell_when_it_was_heard(name: str) -> None:
    ref, heard = KINDS[name].field("ref"), KINDS[name].field("heard")
    assert ref is not None
    assert heard is not None
    assert (ref.type, heard.type) == ("ref", "date")


def test_what_the_team_says_as_a_group_has_no_speaker() -> None:
    assert {kind.name for kind in KINDS.values() if kind.as_group} == {"tool", "shadow", "roti"}


def test_at_most_two_secondary_drivers_are_told() -> None:
    secondary = KINDS["win"].field("secondary")
    assert secondary is not None
    assert secondary.most == 2


def test_words_that_are_listed_with_commas_hold_none() -> None:
    many = [field for kind in KINDS.values() for field in kind.fields if field.type == "many"]
    assert many
    assert not [word for field in many for word in field.options if "," in word or ";" in word]


def test_every_kind_but_the_private_note_has_its_section_in_the_minutes() -> None:
    assert [kind.name for kind in KINDS.values() if not kind.section] == ["private"]
    assert all(kind.label for kind in KINDS.values())
