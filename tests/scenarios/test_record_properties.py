"""What holds for any sequence of lines: disk and memory agree, undo restores, a refusal is a sentence."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from scripts import Stage, people

from workshop.errors import WorkshopError
from workshop.facilitation import fold
from workshop.model.state import State
from workshop.store import FileJournal
from workshop.workspace import Workspace
from workshop.workspace.checking import problems
from workshop.workspace.told import told

BASE = "\n".join(
    (
        "/at 2026-03-02 08:00",
        people(
            "facilitator Ida Fell", "sales Ana Ruiz, Bo Lind", "marketing Finn Moe, Gita Rao", "guest Hal Ott"
        ),
        "/meeting sync-30 2026-03-03 09:00",
        "/at 2026-03-03 09:00",
        "/here Ida Fell, Ana Ruiz, Bo Lind, Finn Moe",
        "/start",
        "n: Said before @ana",
        "a: Ask the plant @ana >2026-03-06 done_when=told",
        "p: Who edits the prices? @finn",
        "/close early Short day",
        "/meeting monthly-90 2026-03-10 09:00",
        "o: Heard between @bo",
        "/at 2026-03-10 09:00",
        "/here Ida Fell, Ana Ruiz, Bo Lind, Finn Moe, Gita Rao",
        "/start",
    )
)
FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = ("Ten weeks is too long", 'Łukasz: "5 %, not 10" | x', "One price list", "[@click=quit]x[/] <b>")
MOVE = "move the clock"

word = st.sampled_from(WORDS)
name = st.sampled_from(("ana", "bo", "finn", "gita", "hal"))
day = st.sampled_from(("", " >fri", " >2026-03-20", " >today", " >next", " >none", " >2026-03-01"))
small = st.integers(0, 10)


def line(pattern: str) -> st.SearchStrategy[str]:
    """`a: {word} @{name}{day}`: a line with words, names, days and numbers (`{n}`) drawn for each place."""
    return st.builds(
        lambda w, who, when, n, m: pattern.format(word=w, name=who, day=when, n=n, m=m),
        word,
        name,
        day,
        small,
        small,
    )


def lines(*patterns: str) -> st.SearchStrategy[str]:
    return st.one_of(*(line(pattern) for pattern in patterns))


said = lines(
    "{word}", "n: {word} @{name}", "o: {word} @{name} worked=yes; type=price", "q: {word}", "; {word}",
    "p: {word} @{name}", "a: {word} @{name}{day} done_when=told", "a: {word}{day}", "d: {word}",
    "d: {word} mode=five", "d: {word} mode=consent", "d: {word} mode=gradient", "d: {word} mode=decider; decider={name}",
    "dispute: {word} root=price", "metric: win rate={n}/{m}", "metric: win rate={n}/{m} period=March",
    "programme: {word} @{name} message=x; cta=?", "programme: {word} ref=N-{n}; gate=live", "term: {word} meaning=x",
    "agreement: {word}", "credit: {word} @{name} to=sales", "loss: {word} @{name}", "tool: {word} tool=x; usability=5x{n}",
)  # fmt: skip
changed = lines(
    "/vote D-{n} sales {m} marketing {m}", "/vote D-{n} none", "/vote D-{n} objection {word}", "/vote X-{n} sales {m}",
    "/vote N-{n} sales 4 {m}", "/amend D-{n} {word}", "/edit N-{n} {word}", "/edit A-{n} {word} @{name}{day}",
    "/strike N-{n}", "/strike A-{n}", "/strike D-{n}", "/strike X-{n}", "/move N-{n} {m}", "/done A-{n}", "/open A-{n}",
    "/due A-{n}{day}", "/assign A-{n} @{name}", "/block A-{n}{day} // {word}", "/drop A-{n} // {word}",
    "/settle X-{n} {word}", "/escalate X-{n} @{name}{day}", "/escalate A-{n} @{name}{day}", "/escalate N-{n} @{name}",
    "/override A-{n} {word}", "/override {word}", "/dispose N-{n} drop", "/dispose M-1/{n} action", "/dispose N-{n} next agenda{day}",
    "/correct N-{n} {word}", "/correct A-{n} {word}", "/approve M-1", "/inbox place all", "/inbox park C-{n}",
    "/inbox drop C-1 // {word}",
)  # fmt: skip
moved = lines(
    "/next", "/back", "/goto {n}", "/pause", "/pause item", "/extend {n}", "/extend -{n}", "/retime", "/retime go",
    "/retime {n}0 go", "/skip", "/skip {n} // {word}", "/started {n}m", "/floor sales", "/floor marketing", MOVE, MOVE,
    "/here @{name}", "/late {name} 09:0{n}", "/leaves {name} 10:0{n}", "/apologies {name}", "/liaison {name}",
    "/arbiter {name}", "/person New {n}; sales", "/prepare", "/readback", "/unsaid", "/credits",
    "/nextdate none {word}", "/nextdate 2026-04-0{n} sync-30", "roti: sales {n} marketing {m}",
    "roti: sales 4 change={word}", "/undo", "/undo", "/redo", "/gate", "/tray", "/record", "/actions", "/find {word}",
)  # fmt: skip
crossed = lines(
    "/reveal", "/close", "/close early {word}", "/reopen M-2 {word} @{name}", "/start", "/meeting sync-30 2026-04-0{n} 09:00",
    "/change M-{n} date=2026-04-0{m}", "/cancel M-{n} {word}", "/approve M-{n} by={name}; in=by mail",
)  # fmt: skip
within = st.lists(st.one_of(said, changed, moved), max_size=25)
anything = st.lists(st.one_of(said, changed, moved, crossed, crossed), max_size=25)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed sync and a monthly that just opened."""
    stage = Stage(tmp_path_factory.mktemp("base") / "firm")
    stage.play(BASE)
    return stage.directory


@contextmanager
def copy(base: Path) -> Iterator[Stage]:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(base, Path(folder) / "firm")
        yield Stage(Path(folder) / "firm")


def feed(stage: Stage, typed: list[str]) -> None:
    """Each line says something or is refused; anything else that is raised comes through."""
    for text in typed:
        if text == MOVE:
            reading = stage.workspace.clock().at + timedelta(minutes=4, seconds=7)
            text = f"/at {reading.astimezone(stage.workspace.zone):%Y-%m-%d %H:%M}"
        with suppress(WorkshopError):
            assert stage.type(text) or not text.strip() or text.startswith("# "), text


def record(state: State) -> State:
    """The state without its clock and without what undo may reach."""
    return replace(state, moment=0, reading=None, undoable=(), redoable=())


@FEW
@given(typed=anything)
def test_a_workspace_opened_anew_is_what_it_was_in_memory(base: Path, typed: list[str]) -> None:
    with copy(base) as stage:
        feed(stage, typed)
        again = Workspace(stage.directory)
        assert again.state == stage.state
        assert again.people == stage.workspace.people


def live(state: State) -> State:
    """What a meeting needs to run: nothing that came to its end."""
    return replace(
        state,
        meetings=tuple(m for m in state.meetings if m.status in ("planned", "running")),
        actions=tuple(action for action in state.actions if action.live),
        decisions=(),
        disputes=tuple(dispute for dispute in state.disputes if dispute.live),
        metrics=(),
        parked=tuple(topic for topic in state.parked if not topic.settled),
        exchanges=state.exchanges[-12:],
    )


@FEW
@given(typed=anything)
def test_the_checkpoint_is_a_short_cut_and_nothing_else(base: Path, typed: list[str]) -> None:
    """Folded from the first line, or from the register on: what is live is the same, and the register is right."""
    with copy(base) as stage:
        feed(stage, typed)
        whole = fold(State(), told(FileJournal(stage.directory).read()))
        assert live(whole) == live(stage.state)
        assert list(problems(stage.workspace)) == []


@FEW
@given(typed=within)
@example(
    typed=["roti: sales 4", "n: One", "roti: sales 3", "d: Two mode=five", "/vote D-1 sales 4 marketing 4"]
)
def test_undoing_everything_since_the_opening_restores_the_opening(base: Path, typed: list[str]) -> None:
    with copy(base) as stage:
        opening = record(stage.state)
        feed(stage, typed)
        for _ in range(2 * len(typed) + 1):
            feed(stage, ["/undo"])
        assert record(stage.state) == opening
        assert all(
            b'"rows":[]' in box.read_bytes().replace(b" ", b"")
            for box in stage.directory.glob("boxes/*.json")
        )


@FEW
@given(typed=within)
def test_redoing_everything_restores_what_was_undone(base: Path, typed: list[str]) -> None:
    with copy(base) as stage:
        feed(stage, [text for text in typed if not text.startswith("roti")])
        before = record(stage.state)
        count = len(stage.state.undoable)
        feed(stage, ["/undo"] * count)
        assert stage.state.undoable == ()
        feed(stage, ["/redo"] * count)
        assert record(stage.state) == before


@FEW
@given(typed=st.lists(st.text(max_size=60), max_size=8))
def test_any_text_at_all_is_stored_or_refused_with_a_sentence(base: Path, typed: list[str]) -> None:
    with copy(base) as stage:
        feed(stage, typed)
        assert Workspace(stage.directory).state == stage.state
