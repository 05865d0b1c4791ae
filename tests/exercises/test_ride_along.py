"""E22: who met customers in 90 days, and which two were never out together."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

from factories import entry
from runs import BEN, CLARA, DIETER, JONAS, LENA, MARTA, around, come_to, row, run, told, work

from workshop.model.entries import Entry


def contact(
    number: int, text: str, who: str, seller: str, date: str, typed: str, *, meeting: int = 2, **fields: str
) -> Entry:
    """An exposure, caught on the day it was typed."""
    kind = fields.pop("type", "sales call")
    plain = entry(
        number, told("exposure", text, who, type=kind, date=date, seller=seller, **fields), meeting=meeting
    )
    year, month, day = map(int, typed.split("-"))
    return Entry(
        plain.number, plain.meeting, plain.segment, datetime(year, month, day, 12, tzinfo=UTC), plain.said
    )


# N69 and N70 of the sync
OF_THE_SYNC = (
    contact(69, "Call at Wasserwerk Ost with Dieter", CLARA, DIETER, "2026-03-12", "2026-03-12", pain="night staff",
            objection="nobody to install", interest="yes", quote="Show me the plant that kept running"),
    contact(70, "Call at Stadtwerke Hagen with Dieter", CLARA, DIETER, "2026-03-13", "2026-03-17", pain="limit in July",
            objection="price", interest="maybe", material="retrofit sheet"),
)  # fmt: skip
MORE = (
    contact(
        71, "Fair in Hamburg", BEN, JONAS, "2026-03-10", "2026-03-17", type="trade fair", case_study="yes"
    ),
    contact(72, "Sales meeting", LENA, MARTA, "2026-03-16", "2026-03-16", type="sales meeting"),
)


def test_the_contacts_of_the_sync() -> None:
    found = come_to(run("ride-along", meeting=2, on="2026-03-17"), around(*OF_THE_SYNC))

    assert found["n"] == 2
    assert found["out"] == 1  # Clara
    assert found["coverage"] == Fraction(1, 4)  # of Clara, Ben, Lena and Ravi
    assert found.reads("coverage") == "25.0 %"
    assert found["each"] == Fraction(2, 4)
    assert found["pairs_out"] == Fraction(1, 20)  # Clara with Dieter, of 4 x 5
    assert found["prompt"] == Fraction(1, 2)  # one on the day, one four days later
    assert found.column("without") == ["Ben Osei", "Lena Hartmann", "Ravi Menon"]


def test_a_sales_meeting_is_no_customer_contact() -> None:
    found = come_to(run("ride-along", meeting=2, on="2026-03-17"), around(*OF_THE_SYNC, *MORE))

    assert found["n"] == 4
    assert found["out"] == 2  # Clara and Ben
    assert found["coverage"] == Fraction(2, 4)
    assert found["each"] == Fraction(3, 4)
    assert found["pairs_out"] == Fraction(3, 20)  # Clara-Dieter, Ben-Jonas, Lena-Marta
    assert found["prompt"] == Fraction(2, 4)  # lags 0, 4, 7 and 0 days
    assert found.column("without") == ["Lena Hartmann", "Ravi Menon"]


def test_the_shares_by_a_second_way() -> None:
    contacts = (*OF_THE_SYNC, *MORE)
    met = {one.said.speaker for one in contacts if one.said.get("type") != "sales meeting"}
    pairs = {(one.said.speaker, one.said.get("seller")) for one in contacts}
    found = come_to(run("ride-along", meeting=2, on="2026-03-17"), around(*contacts))

    assert found["coverage"] == Fraction(len(met), 4)
    assert found["pairs_out"] == Fraction(len(pairs), 4 * 5)


def test_contacts_older_than_ninety_days_do_not_count() -> None:
    old = contact(
        1, "Visit in December", LENA, JONAS, "2025-12-16", "2025-12-16", meeting=1
    )  # 91 days before
    edge = contact(
        2, "Visit a day later", BEN, JONAS, "2025-12-17", "2025-12-17", meeting=1
    )  # 90 days before
    found = come_to(run("ride-along", meeting=2, on="2026-03-17"), around(old, edge))

    assert found["n"] == 1
    assert found["coverage"] == Fraction(1, 4)


def test_what_follows() -> None:
    found = come_to(
        run("ride-along", row("promised", "Clara with Jonas", marketer=CLARA, seller=JONAS, date="2026-03-31"),
            meeting=2, on="2026-03-17"),
        around(*OF_THE_SYNC, *MORE),
    )  # fmt: skip
    actions = [draft.text for draft in found.drafts("action")]

    assert actions == [
        "Take Clara Vogt along: Clara with Jonas", "Meet a customer with a seller: Lena Hartmann",
        "Meet a customer with a seller: Ravi Menon", "Ask for leave to tell the story of Fair in Hamburg",
    ]  # fmt: skip
    assert [draft.text for draft in found.drafts("line")] == [
        "objection: nobody to install from:N-69", "objection: price from:N-70",
    ]  # fmt: skip


def test_quotes_stand_with_where_they_were_heard() -> None:
    found = come_to(run("ride-along", meeting=2, on="2026-03-17"), around(*OF_THE_SYNC))

    assert found.rows("quotes") == [
        ("Show me the plant that kept running", "Call at Wasserwerk Ost with Dieter")
    ]


def test_nobody_was_out() -> None:
    found = work("ride-along")

    assert found["n"] == 0
    assert found["coverage"] == 0
    assert found["prompt"] is None
    assert found["kept"] is None


def test_the_next_run_counts_promised_pairs_done() -> None:
    first = run("ride-along", row("promised", "Clara with Dieter", marketer=CLARA, seller=DIETER, date="2026-03-12"),
                row("promised", "Ben with Jonas", marketer=BEN, seller=JONAS, date="2026-03-13"))  # fmt: skip
    now = run(
        "ride-along",
        row("promised", "Clara with Dieter", done="yes"),
        meeting=2,
        on="2026-03-17",
        before=(first,),
    )
    found = come_to(now, around(*OF_THE_SYNC), (first,))

    assert found["kept"] == Fraction(1, 2)
    assert (found.moved("coverage").old, found.moved("coverage").new) == ("0.0 %", "25.0 %")
