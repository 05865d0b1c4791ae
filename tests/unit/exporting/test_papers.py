"""The papers besides the minutes: what each knows, and that its page is whole whatever people wrote."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from factories import day, decision, entry, said
from outcomes import launch, leads, pulse
from pypdf import PdfReader

from workshop.errors import NotFound, Refused
from workshop.exporting.digest import Minutes, Source, digest
from workshop.exporting.look import Look
from workshop.exporting.pages import page
from workshop.exporting.papers import PAPERS, paper_for
from workshop.exporting.quarter import quarter, render
from workshop.exporting.told import agenda, brief, pocket, runsheet, slip, sponsor
from workshop.exporting.told.lines import brief_lines, bring_lines, runsheet_lines
from workshop.model.entries import Value
from workshop.model.results import Banner
from workshop.model.runs import Run, RunRow

WHOSE = {"": "", "person": "P-2", "side": "sales"}
EMPTY = {"meta", "br", "col", "img", "wbr", "hr"}
CARD = {
    "worry": "an attack through the pump", "question": "Who looks after it?", "answer": "It calls out.",
    "proof": "network sheet", "status": "to find", "never": "nothing can happen",
}  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script>", '"><img src=http://192.0.2.1/x>', "{{ 7*7 }} {% include '/etc/passwd' %}", "</td></tr></table>",
    "=HYPERLINK(0)", "שלום means peace", "x" * 10_000,
)  # fmt: skip


class Tags(HTMLParser):
    """Fails where an element is closed that was not opened last."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.seen.add(tag)
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}>"
        assert self.open.pop() == tag


def tags(html: str) -> Tags:
    found = Tags()
    found.feed(html)
    found.close()
    assert found.open == []
    return found


def shown(source: Source, name: str) -> str:
    paper = paper_for(name)
    return paper.render(source, None, "html", WHOSE[paper.needs]).decode()


@pytest.fixture
def answered(source: Source) -> Source:
    """The firm with one agreed answer, tried four times, and an objection without one."""
    text = "A remote link opens our network"
    row = RunRow("objections", 1, text, tuple(Value(name, value) for name, value in CARD.items()))
    run = Run("objection-clinic", 1, 1, "2026-03-03", rows=(row,), version=1)
    heard = tuple(
        entry(60 + place, said("objection", text.upper(), team="sales", worked=worked), meeting=2, segment=2)
        for place, worked in enumerate(("yes", "partly", "no", "yes"))
    )
    meeting = replace(source.meeting, entries=(*source.meeting.entries, *heard))
    state = replace(source.state, runs=(run,), meetings=(source.state.meetings[0], meeting))
    return replace(source, meeting=meeting, state=state)


def test_a_slip_holds_what_one_person_owns_and_helps_with(source: Source) -> None:
    told = slip(source, digest(source), "P-2")
    assert [row.id for row in told["own"]] == ["A-4"]
    assert [row.id for row in told["helping"]] == ["A-2"]
    assert told["person"].name == "Inés Ñuñez"


def test_a_slip_is_for_somebody_of_the_list(source: Source) -> None:
    with pytest.raises(NotFound):
        slip(source, digest(source), "P-99")


def test_the_agenda_has_the_times_of_the_clock_and_what_is_promised(source: Source) -> None:
    told = agenda(source, digest(source), "")
    assert [row.start.isoformat("minutes") for row in told["plan"]] == ["09:00", "09:05", "09:17", "09:22"]
    assert told["ends"].isoformat("minutes") == "09:32"
    assert {row.id for row in told["promised"]} == {"A-2", "A-3"}  # A-4 was made in this very meeting


def test_steps_of_an_exercise_keep_within_their_segment(source: Source) -> None:
    items = source.meeting.items
    clinic = replace(items[1], segment=replace(items[1].segment, exercise="objection-clinic"))
    meeting = replace(source.meeting, items=(items[0], clinic, *items[2:]))
    told = runsheet(replace(source, meeting=meeting), digest(source), "")["plan"][1]
    times = [step.at.isoformat("minutes") for step in told.steps]
    assert times == sorted(times)
    assert times[0] == "09:05"
    assert times[-1] < "09:17"


def test_a_brief_holds_the_promises_of_its_side_alone(source: Source) -> None:
    sales, marketing = (brief(source, digest(source), side) for side in ("sales", "marketing"))
    assert {row.id for row in sales["promised"]} == {"A-2"}
    assert {row.id for row in marketing["promised"]} == {"A-3"}
    assert [row.id for row in brief(source, digest(source), "sales")["asked"]] == []


def test_the_sponsor_reads_three_decisions_and_how_many_more_there_are(source: Source) -> None:
    many = replace(
        source.state, decisions=tuple(decision(n, text=f"We do {n}", meeting=2) for n in range(1, 31))
    )
    told = sponsor(source, digest(replace(source, state=many)), "")
    assert [row.id for row in told["decisions"]] == ["D-1", "D-2", "D-3"]
    assert told["more_decisions"] == 27
    assert [row.id for row in told["escalated"]] == ["X-1"]


def test_the_sponsor_reads_where_the_teams_stand_and_stood_and_nobody_by_name(
    source: Source, holding: Callable[..., Minutes]
) -> None:
    stands = replace(pulse(), results=(Banner("band", "Where we stand", "defined"), *pulse().results))
    made = holding(leads(), launch(), stands)
    told = sponsor(source, made, "")
    seen = {(row.verdict, row.label, row.reads, row.before) for row in told["standings"]}
    assert seen == {("defined", "joint", "49.18", "46.10"), ("HOLD", "readiness", "60.0 %", "")}
    html = page(made, Look(), "sponsor", **told)
    assert "Where do we stand with each other? <strong>defined</strong>, joint 49.18, before 46.10" in html
    rated = html[html.index("<strong>defined</strong>") :]
    assert not any(person.name in rated for person in source.people)
    german = page(replace(made, locale="de_DE"), Look(), "sponsor", **told)
    assert "<strong>geklärt</strong>, gemeinsam 49,18, vorher 46,10" in german


def test_the_sponsor_reads_no_result_of_an_exercise_without_a_verdict(
    source: Source, holding: Callable[..., Minutes]
) -> None:
    assert sponsor(source, holding(leads(), pulse()), "")["standings"] == ()


def test_the_sponsor_sheet_has_no_column_in_which_nothing_stands(source: Source) -> None:
    now = tuple(metric for metric in source.state.metrics if metric.meeting == 2)
    first = shown(replace(source, state=replace(source.state, metrics=now)), "sponsor")
    assert "<h2>Numbers</h2>" in first
    head = '<th scope="col" class="figure">Before</th>'
    assert (head in first, head in shown(source, "sponsor")) == (False, True)


def test_the_sponsor_sheet_is_one_page_with_thirty_decisions(source: Source) -> None:
    long = "We answer every lead within two days and say why we do not take it, in words that help. " * 2
    many = replace(source.state, decisions=tuple(decision(n, text=long, meeting=2) for n in range(1, 31)))
    for paper in ("A4", "Letter"):
        settings = replace(source.settings, paper=paper)
        content = paper_for("sponsor").render(replace(source, state=many, settings=settings))
        assert len(PdfReader(io.BytesIO(content)).pages) == 1


def test_the_sponsor_sheet_names_nobody_beside_a_rating(source: Source) -> None:
    html = shown(source, "sponsor")
    rated = html[html.index("Worth the time") :]
    assert "of 5 (n=" in rated.replace("\u00a0", " ")
    assert not any(person.name in rated for person in source.people)


def test_the_pocket_sheet_tells_how_often_an_answer_worked(answered: Source) -> None:
    told = pocket(answered, digest(answered), "")
    (row,) = told["answered"]
    # yes, partly, no, yes: 2.5 of 4
    assert (row.success, row.tried, row.heard) == ("62.5 %", 4, 4)
    assert (row.worry, row.never) == (CARD["worry"], CARD["never"])
    assert "Ten weeks is | too long" in {row.text for row in told["unanswered"]}


def test_the_pocket_sheet_shows_no_share_below_three(source: Source) -> None:
    rows = {row.text: row for row in pocket(source, digest(source), "")["unanswered"]}
    assert (rows["Ten weeks is | too long"].success, rows["Ten weeks is | too long"].tried) == ("", 1)
    assert rows["Ten weeks is | too long"].tactics == ("loan unit",)


def test_the_pocket_sheet_keeps_what_one_team_keeps_to_itself(saying: Callable[..., Source]) -> None:
    kept = entry(30, said("objection", "zebra", team="sales", audience="sales"), meeting=2, segment=2)
    assert "zebra" not in shown(saying(kept), "pocket")


def test_the_pocket_sheet_prints_every_part_of_an_answer(answered: Source) -> None:
    html = shown(answered, "pocket").replace("\u00a0", " ")
    for text in (
        *(value for key, value in CARD.items() if key != "status"),
        "proof: to find",
        "worked in 62.5 % (n=4)",
    ):
        assert text in html


@pytest.mark.parametrize("name", [paper.name for paper in PAPERS])
def test_a_paper_is_well_formed_and_a_pdf_too(answered: Source, name: str) -> None:
    html = shown(answered, name)
    found = tags(html)
    assert {"h1", "table"} <= found.seen
    assert '<html lang="en-GB">' in html
    paper = paper_for(name)
    content = paper.render(answered, None, "pdf", WHOSE[paper.needs])
    assert content == paper.render(answered, None, "pdf", WHOSE[paper.needs])
    assert len(PdfReader(io.BytesIO(content)).pages) >= 1


@pytest.mark.parametrize("name", [paper.name for paper in PAPERS])
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_no_words_become_markup(source: Source, name: str, text: str) -> None:
    actions = tuple(
        replace(row, said=replace(row.said, text=text), done_when=text) for row in source.state.actions
    )
    decided = tuple(replace(row, said=replace(row.said, text=text)) for row in source.state.decisions)
    items = tuple(
        replace(item, segment=replace(item.segment, title=text, prompts=(text,)))
        for item in source.meeting.items
    )
    meeting = replace(source.meeting, title=text, place=text, items=items)
    state = replace(
        source.state, actions=actions, decisions=decided, meetings=(source.state.meetings[0], meeting)
    )
    found = tags(shown(replace(source, state=state, meeting=meeting), name))
    assert not {"script", "img", "iframe", "link"} & found.seen


def test_a_paper_without_anything_says_so(bare: Source) -> None:
    for name, words in (
        ("brief", "Nothing is owed"),
        ("slip", "No action of yours"),
        ("pocket", "No objection is on record"),
    ):
        paper = paper_for(name)
        whose = {"": "", "person": "P-1", "side": "sales"}[paper.needs]
        assert words in paper.render(bare, None, "html", whose).decode()


def test_a_paper_that_is_somebodys_asks_whose(source: Source) -> None:
    with pytest.raises(Refused, match="that of one side"):
        paper_for("brief").render(source)
    with pytest.raises(Refused, match="for everybody"):
        paper_for("agenda").render(source, None, "pdf", "P-1")
    with pytest.raises(Refused, match="not csv"):
        paper_for("agenda").render(source, None, "csv")
    with pytest.raises(NotFound, match="agenda"):
        paper_for("agneda")


def test_the_papers_before_a_meeting_are_lines_too(source: Source) -> None:
    told = brief_lines(source, "sales")
    assert told[0] == "Sync, Tuesday, 17 March 2026, 09:00 · Room Fjord"
    assert "You promised" in told
    assert any(line.startswith("- A-2 Update the leads · Łukasz Żuk · ") for line in told)
    assert "09:05  2 What the field says (12 min)" in runsheet_lines(source)
    assert bring_lines(source)[-1] == "Nothing has to be brought."


@pytest.fixture
def both(source: Source) -> tuple[Minutes, ...]:
    """The minutes of both meetings of the quarter."""
    first = source.state.meetings[0]
    return digest(source), digest(replace(source, meeting=first))


def test_a_quarter_tells_its_meetings_in_order_and_adds_up_what_was_kept(both: tuple[Minutes, ...]) -> None:
    made = quarter(both, day("2026-01-01"), day("2026-03-31"))
    assert [row.number for row in made.held] == [1, 2]
    assert made.between == 14
    (share,) = [m.matters.by_due for m in both if m.matters and m.matters.by_due]
    assert (made.kept, made.due) == (share.count, share.of)
    assert [(row.roti, row.n) for row in made.held] == [
        (m.roti.mean, m.roti.n) for m in reversed(both) if m.roti
    ]
    assert [row.id for row in made.disputes] == ["X-1"]


def test_a_quarter_without_meetings_and_one_the_wrong_way_round_are_refused(
    both: tuple[Minutes, ...],
) -> None:
    with pytest.raises(NotFound, match="No meeting was closed"):
        quarter(both, day("2025-01-01"), day("2025-03-31"))
    with pytest.raises(Refused, match="is after"):
        quarter(both, day("2026-03-31"), day("2026-01-01"))


def test_the_report_of_a_quarter_is_a_whole_page_and_a_pdf(both: tuple[Minutes, ...]) -> None:
    begin, end = day("2026-01-01"), day("2026-03-31")
    html = render(both, begin, end, Look(), "html").decode()
    assert {"h1", "table", "svg"} <= tags(html).seen
    for text in ("win rate", "66.7", "Still disputed", "How do we set prices?", "Look again"):
        assert text in html
    assert len(PdfReader(io.BytesIO(render(both, begin, end, Look()))).pages) == 1
    with pytest.raises(Refused):
        render(both, begin, end, Look(), "csv")


def test_steps_end_where_another_part_begins_its_own_clock(source: Source) -> None:
    items = source.meeting.items
    for part, says in (("", 3), ("setting", 5)):
        board = replace(items[1], segment=replace(items[1].segment, exercise="scoreboard", part=part))
        meeting = replace(source.meeting, items=(items[0], board, *items[2:]))
        steps = runsheet(replace(source, meeting=meeting), digest(source), "")["plan"][1].steps
        assert len(steps) == says
        assert all("09:05" <= step.at.isoformat("minutes") < "09:17" for step in steps)


def test_steps_of_a_run_sheet_are_said_in_words_of_the_team(source: Source, tmp_path: Path) -> None:
    first, *others = source.meeting.items
    report = replace(first, segment=replace(first.segment, exercise="field-report"))
    meeting = replace(source.meeting, items=(report, *others))
    told = runsheet(replace(source, meeting=meeting), digest(source), "")
    step = next(step for row in told["plan"] for step in row.steps)
    (tmp_path / "languages").mkdir()
    words = f"[titles]\n{json.dumps(step.say)} = 'Was gibt es Neues?'\n{json.dumps(step.do)} = 'Karte für Karte.'\n"
    (tmp_path / "languages" / "de.toml").write_text(words, encoding="utf-8")
    html = page(replace(digest(source), locale="de_DE"), Look(own=tmp_path), "runsheet", **told)
    assert "„Was gibt es Neues?“" in html
    assert "Karte für Karte." in html
