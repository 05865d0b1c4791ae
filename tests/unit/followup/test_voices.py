"""Who was heard."""

from factories import entry, said
from hypothesis import given
from hypothesis import strategies as st

from workshop.followup.voices import Voice, voices
from workshop.measures.rounding import show
from workshop.model.entries import Entry
from workshop.model.teams import TEAMS


def spoken(**teams: int) -> tuple[Entry, ...]:
    said_by = [team for team, count in teams.items() for _ in range(count)]
    return tuple(entry(number, said(team=team)) for number, team in enumerate(said_by, 1))


def test_the_kickoff_has_thirty_entries_of_sales_and_eighteen_of_marketing() -> None:
    # I1.3: 30 + 18 + 4 + 1 = 53 of 60; six by both together, one read aloud; 18/30 = 0.60
    aloud = entry(60, said(team="sponsor"), read_aloud=True)
    found = voices((*spoken(sales=30, marketing=18, guest=4, facilitator=1, both=6), aloud))
    assert found.teams == (
        Voice("sales", 30),
        Voice("marketing", 18),
        Voice("guest", 4),
        Voice("facilitator", 1),
    )
    assert show(found.balance, 2) == "0.60"


def test_a_silent_side_is_named_with_nought() -> None:
    assert voices(spoken(sales=2)).teams == (Voice("sales", 2), Voice("marketing", 0))
    assert voices(spoken(guest=1)).balance is None


def test_what_is_struck_or_the_facilitators_own_counts_nowhere() -> None:
    told = (
        entry(1, said("note", team="sales"), struck=True),
        entry(2, said("private", team="facilitator")),
        entry(3, said("note", team="facilitator", audience="me")),
        entry(4, said("", team="")),
    )
    assert voices(told[:3]).teams == (Voice("sales", 0), Voice("marketing", 0))
    assert sum(voice.entries for voice in voices(told).teams) == 0


@given(st.lists(st.sampled_from((*TEAMS, "both", ""))), st.data())
def test_every_entry_of_a_team_is_counted_once_in_any_order(teams: list[str], data: st.DataObject) -> None:
    told = [entry(number, said(team=team)) for number, team in enumerate(teams, 1)]
    found = voices(data.draw(st.permutations(told)))
    assert found == voices(told)
    assert sum(voice.entries for voice in found.teams) == sum(team in TEAMS for team in teams)
