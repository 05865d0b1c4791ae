"""The programme calendar and its warnings."""

from factories import day, entry, said, vote

from workshop.followup.programmes import calendar, warnings
from workshop.model.entries import Entry, Round

KICKOFF = day("2026-03-03")
WEBINARS = entry(
    12,
    said(
        "programme", "Clean Water Spring (three webinars)", cta="book a site check", start="2026-03-23",
        sales_task="Each seller invites five utilities by phone", sales_input="2026-02-20", gate="ready",
        channel=("e-mail", "web"),
    ),
    rounds=(vote(sales=(4, 4, 5, 4, 3)),),
)  # fmt: skip
LAUNCH = entry(
    13,
    said("programme", "DosaMax 3 launch", cta="?", start="2026-05-11", sales_task="?", sales_input="none"),
    rounds=(vote(sales=(3, 2, 3, 3, 1)),),
)
FAIR = entry(
    14,
    said(
        "programme", "Aquatech fair Hamburg", cta="20-minute data check", start="2026-04-21",
        sales_task="Fill 40 stand appointments", sales_input="2026-02-25",
    ),
    rounds=(vote(sales=(4, 3, 4, 3, 4)),),
)  # fmt: skip


def programme(start: str, *rounds: Round, sales_input: str = "") -> Entry:
    return entry(
        1,
        said("programme", cta="call", sales_task="call", start=start, sales_input=sales_input),
        rounds=rounds,
    )


def test_the_kickoff_warns_of_the_launch_alone() -> None:
    # I1.20; the webinars begin in 20 days but sellers were heard, the launch begins in 69 days
    assert warnings(LAUNCH, KICKOFF) == (
        "no call to action",
        "no sales task",
        "a buy-in vote of 0-1",
        "sales buy-in 2.40 below 3",
    )
    assert warnings(WEBINARS, KICKOFF) == ()
    assert warnings(FAIR, KICKOFF) == ()


def test_a_near_start_without_sales_input_is_named_with_its_days() -> None:
    assert warnings(programme("2026-03-29"), KICKOFF) == ("starts in 26 days, no sales input",)
    assert warnings(programme("2026-03-29", sales_input="none"), KICKOFF) == (
        "starts in 26 days, no sales input",
    )
    assert warnings(programme("2026-03-29", sales_input="2026-02-20"), KICKOFF) == ()
    assert warnings(programme("2026-04-01"), KICKOFF) == ("starts in 29 days, no sales input",)
    assert warnings(programme("2026-04-02"), KICKOFF) == ()  # 30 days


def test_the_days_read_as_people_say_them() -> None:
    assert warnings(programme("2026-03-04"), KICKOFF) == ("starts in 1 day, no sales input",)
    assert warnings(programme("2026-03-03"), KICKOFF) == ("starts today, no sales input",)
    assert warnings(programme("2026-03-01"), KICKOFF) == ("started 2 days ago, no sales input",)


def test_an_open_start_is_not_a_near_one() -> None:
    assert warnings(programme("?"), KICKOFF) == ()


def test_only_the_last_buy_in_counts_and_marketers_do_not_lift_the_sellers() -> None:
    better = programme("2026-05-11", vote(sales=(0, 1)), vote(sales=(3, 4)))
    assert warnings(better, KICKOFF) == ()
    lifted = programme("2026-05-11", vote(sales=(2, 3), marketing=(5, 5)))
    assert warnings(lifted, KICKOFF) == ("sales buy-in 2.50 below 3",)


def test_the_calendar_goes_by_start_and_puts_open_starts_last() -> None:
    undated = entry(15, said("programme", "Some day", start="?"))
    assert [row.number for row in calendar((undated, LAUNCH, FAIR, WEBINARS))] == [12, 14, 13, 15]


def test_later_news_is_merged_into_the_first_entry() -> None:
    news = entry(
        61,
        said(
            "programme",
            "Clean Water Spring: 86 registrations",
            ref="N-12",
            gate="live",
            change="registrations 86",
            channel="web",
        ),
        meeting=2,
        rounds=(vote(sales=(5, 5)),),
    )
    (row,) = calendar((WEBINARS, news))
    assert (row.number, row.meeting, row.said.text) == (12, 1, "Clean Water Spring (three webinars)")
    assert (row.said.get("gate"), row.said.get("change"), row.said.get("cta")) == (
        "live",
        "registrations 86",
        "book a site check",
    )
    assert row.said.all("channel") == ("web",)
    assert row.said.get("ref") == ""
    assert len(row.rounds) == 2


def test_an_update_of_an_update_and_one_by_name_reach_the_first() -> None:
    second = entry(62, said("programme", "News", ref="n13", gate="draft"))
    third = entry(70, said("programme", "More news", ref="N-62", start="?", change="start open"))
    fourth = entry(80, said("programme", "Again", ref="dosamax 3 launch", cta="ask for the data sheet"))
    (row,) = calendar((fourth, third, LAUNCH, second, LAUNCH))
    assert (row.number, row.said.get("gate"), row.said.get("start")) == (13, "draft", "?")
    assert (row.said.get("change"), row.said.get("cta")) == ("start open", "ask for the data sheet")


def test_what_is_struck_is_not_in_the_calendar_and_a_strange_reference_stands_alone() -> None:
    stray = entry(61, said("programme", "Other", ref="N-7", start="2026-06-01"))
    assert [row.number for row in calendar((entry(60, said("programme"), struck=True), stray))] == [61]
