"""An exercise and an agenda of a team's own, with one input of every sort, for tests that type lines."""

from __future__ import annotations

from pathlib import Path

from scripts import Stage, people

from workshop.settings import Settings
from workshop.workspace import Workspace

AGENDA = """
title = "Trying"
purpose = "Tests."
[[segments]]
title = "The trial"
kind = "exercise"
leads = ["both"]
minutes = 20
exercise = "trial"
[[segments]]
title = "The trial, once more"
kind = "exercise"
leads = ["both"]
minutes = 20
exercise = "trial"
part = "rating"
[[segments]]
title = "Close"
kind = "close"
leads = ["facilitator"]
minutes = 5
"""
EXERCISE = """
title = "A trial"
purpose = "Tests."
lead = "both"
minutes = 20

[[steps]]
minute = 0
say = "Which leads?"
inputs = ["leads"]
shows = ["agreed"]
[[steps]]
minute = 5
say = "Four statements."
do = "One row a sheet."
inputs = ["pulse"]
[[steps]]
minute = 10
do = "Look."
shows = ["statements"]
[[steps]]
minute = 12
inputs = ["options", "dots", "checks"]
shows = ["ranking"]

[[inputs]]
slug = "leads"
shape = "rows"
title = "Leads"
word = "lead"
ask = "lead: Wasserwerk Ost GP channel=web"
pair = ["sales", "marketing"]
fields.sales = ["G", "P"]
fields.marketing = ["G", "P"]
fields.channel = { required = true }
[[inputs]]
slug = "pulse"
shape = "rating"
title = "Four statements"
ask = "sales 3222"
confidence = true
least = 3
items = ["We meet", "We talk", "We share", "We win"]
[[inputs]]
slug = "options"
shape = "rows"
title = "Options"
word = "option"
ask = "option: one list"
presets = ["One list", "One form"]
offered = true
[[inputs]]
slug = "dots"
shape = "dots"
title = "Dots"
ask = "sales 1=1 2=2"
of = "options"
[[inputs]]
slug = "forecast"
shape = "rows"
title = "Forecast"
ask = "forecast: North mine=40; theirs=50"
fields.mine = "int"
fields.theirs = "int"
hidden = ["mine", "theirs"]
carried = true
[[inputs]]
slug = "checks"
shape = "rows"
title = "Checks"
word = "check"
ask = "check: price approved; then 1-2 done"
quick = "status"
pending = ["under way"]
fields.status = ["done", "under way"]
presets = ["Price", "Offer", "Training"]
[[inputs]]
slug = "figures"
shape = "form"
title = "Figures"
ask = "figures: orders=7; share=40"
fields.orders = "int"
fields.share = "pct"

[[columns]]
of = "leads"
[[columns.columns]]
name = "apart"
value = "sales != marketing"
form = "yes-no"

[[figures]]
name = "n"
label = "leads"
value = "count(leads.text)"
form = "count"
[[figures]]
name = "agreement"
value = "share(leads.sales == leads.marketing)"
form = "percent"
n = "n"
[[figures]]
name = "total"
value = "pulse.sheets.joint"
form = "score"

[[shows]]
slug = "agreed"
kind = "line"
text = "Agreement {agreement} (n={n})."
when = "n > 0"
[[shows]]
slug = "statements"
kind = "bars"
title = "Statements"
of = "pulse"
cells = ["mark.sales", "mark.marketing"]
[[shows]]
slug = "ranking"
kind = "table"
title = "By dots"
of = "dots"
cells = ["text", "sales", "marketing"]
sort = "raw"
[[shows]]
slug = "numbers"
kind = "table"
title = "Forecasts"
of = "forecast"
cells = ["text", "mine", "theirs"]

[[suggests]]
each = "leads"
when = "apart"
action = "Ask again about {text}"
due = "+14d"
why = "Two opinions about one lead."
[[suggests]]
when = "n > 0"
decision = "Leads are marked by both teams"
why = "Agreement {agreement}."
[[suggests]]
when = "n > 0"
next = "trial"
why = "To see whether it moves."

[compare]
figures = ["agreement"]

[living]
name = "list of options"
inputs = ["options"]

[[parts]]
slug = "rating"
steps = [2, 3]
"""
SIX = people("sales Ana Ruiz, Bo Lind, Cem Acar", "marketing Finn Moe, Gita Rao, Hal Voss", "guest Ida Fell")


def shelved(directory: Path) -> Path:
    """A workspace with the agenda and the exercise on its own shelves."""
    Workspace.create(directory, Settings(name="Norvik", zone="Europe/Berlin"))
    for folder, name, text in (("agendas", "trying", AGENDA), ("exercises", "trial", EXERCISE)):
        (directory / folder).mkdir()
        (directory / folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return directory


def trial(directory: Path, *, here: str = "all", team: str = SIX) -> Stage:
    """Such a workspace, where the meeting has begun."""
    stage = Stage(shelved(directory))
    assert not stage.workspace.library.notes, stage.workspace.library.notes
    stage.play(
        "/at 2026-03-03 08:00", team, "/meeting trying 2026-03-03 09:00", f"/at 09:00\n/here {here}\n/start"
    )
    return stage
