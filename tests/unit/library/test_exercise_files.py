"""Files of exercises: their spellings, and what is said of those that are off."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.errors import ShelfError
from workshop.library.exercises import read_exercise
from workshop.model.exercises import Cell, Choice, Dimension, Item, Rule, Spread
from workshop.model.kinds import Field

HEAD = 'title = "T"\npurpose = "P"\nlead = "both"\nminutes = 10\n'
STEPS = '[[steps]]\nminute = 0\nsay = "Go."\n'
LEADS = """
[[inputs]]
slug = "leads"
shape = "rows"
word = "lead"
pair = ["sales", "marketing"]
fields.sales = ["G", "M", "P"]
fields.marketing = ["G", "M", "P"]
fields.value = "money"
fields.from = "date"
presets = ["One", { text = "Two", value = 12, tier = true }]
"""
MARKS = """
[[inputs]]
slug = "marks"
shape = "rating"
of = "leads"
dims = ["clear", { slug = "next-step", label = "next step" }]
choices = [{ letter = "Y", word = "yes", value = 1 }, { letter = "N", word = "no" }]
"""
DEALS = '[[inputs]]\nslug = "deals"\nshape = "rows"\nkinds = ["win", "programme"]\n'


def put(folder: Path, text: str) -> Path:
    path = folder / "exercises" / "x.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def off(folder: Path, text: str) -> str:
    with pytest.raises(ShelfError) as caught:
        read_exercise(put(folder, text))
    return str(caught.value)


def test_an_exercise_takes_its_slug_from_the_file(tmp_path: Path) -> None:
    exercise = read_exercise(
        put(tmp_path, HEAD + STEPS + 'brings.sales = "Leads."\n'.replace("brings", "[brings]\n#"))
    )
    assert (exercise.slug, exercise.title, exercise.steps[0].say) == ("x", "T", "Go.")


def test_fields_items_choices_and_dimensions_have_short_spellings(tmp_path: Path) -> None:
    leads, marks = read_exercise(put(tmp_path, HEAD + LEADS + MARKS)).inputs
    assert leads.fields[0] == Field("sales", "one", options=("G", "M", "P"))
    assert leads.field("value") == Field("value", "money")
    assert leads.presets == (Item("One"), Item("Two", values=(("value", "12"), ("tier", "yes"))))
    assert marks.dims == (Dimension("clear"), Dimension("next-step", "next step"))
    assert marks.choices == (Choice("Y", "yes", "1"), Choice("N", "no"))


def test_rules_cells_and_groups_have_short_spellings(tmp_path: Path) -> None:
    text = """
[[columns]]
of = "leads"
[[columns.columns]]
name = "verdict"
rules = [["poor", "sales == 'P'"], ["fine", ""]]
[[groups]]
slug = "by-verdict"
of = "leads"
by = { verdict = 2, sales = 1 }
[[shows]]
slug = "table"
kind = "table"
of = "by-verdict"
cells = ["text", { value = "count", label = "leads" }]
"""
    exercise = read_exercise(put(tmp_path, HEAD + LEADS + text))
    assert exercise.columns[0].columns[0].rules == (Rule("poor", "sales == 'P'"), Rule("fine", ""))
    assert exercise.groups[0].by == (Spread("verdict", "2"), Spread("sales", "1"))
    assert exercise.shows[0].cells == (Cell("text"), Cell("count", "leads"))


def test_names_with_hyphens_and_words_of_the_formulas_are_written_with_underscores(tmp_path: Path) -> None:
    text = (
        LEADS
        + MARKS
        + """
[[figures]]
name = "late"
value = "count(leads.from_ > meeting.today) + count(leads.next_step.joint) + count(leads.tier)"
"""
    )
    assert read_exercise(put(tmp_path, HEAD + text)).figures[0].name == "late"


def test_entries_of_a_kind_bring_the_fields_of_their_kind(tmp_path: Path) -> None:
    text = (
        DEALS
        + """
[[figures]]
name = "sum"
value = "total(only(deals.value, deals.kind == 'win')) + count(deals.cta) + count(deals.vote.sales)"
"""
    )
    assert read_exercise(put(tmp_path, HEAD + text)).figures[0].name == "sum"
    said = off(tmp_path, HEAD + text.replace("deals.value", "deals.valeu"))
    assert said == "exercises/x.toml: figures[1].value: there is no 'valeu' in 'deals'; did you mean value?"


def figure(value: str) -> str:
    return f'[[figures]]\nname = "f"\nvalue = "{value}"\n'


COUNTS = """
[[inputs]]
slug = "r"
shape = "rows"
fields.asked = "int"
fields.know = { type = "int", at_most = "asked" }
fields.name = "short"
"""
SHOW = '[[shows]]\nslug = "s"\nkind = "line"\ntext = "x"\n'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (figure("count(leds.sales)"), "figures[1].value: there is nothing called 'leds' here; did you mean leads?"),
        (figure("count(leads.sale)"), "figures[1].value: there is no 'sale' in 'leads'; did you mean sales?"),
        (figure("cuont(leads)"), "figures[1].value: there is no function 'cuont'; did you mean count?"),
        (figure("sum(leads.value)"), "figures[1].value: there is no function 'sum'; did you mean total?"),
        (figure("f * 2"), "figures[1].value: f is worked out from itself."),
        (figure("total(leads.a)") + '[[columns]]\nof = "leads"\n[[columns.columns]]\nname = "a"\nvalue = "value + f"\n',
         "figures[1].value: f is worked out from itself, by way of leads.a."),
        (figure("1") + '[[columns]]\nof = "leads"\n[[columns.columns]]\nname = "a"\nvalue = "value / total(leads.a)"\n',
         "columns[1].columns[1].value: leads.a is worked out from itself."),
        (figure("1") + '[[columns]]\nof = "leads"\n[[columns.columns]]\nname = "a"\nvalue = "count(by.text)"\n[[groups]]\nslug = "by"\nof = "leads"\nby = ["a"]\n',
         "columns[1].columns[1].value: leads.a is worked out from itself, by way of by."),
        ('[[shows]]\nslug = "s"\nkind = "table"\nof = "leads"\ncells = ["text"]\nbold = "value > 1"\n',
         'shows[1].bold_means: rows that stand out need the words that say why, and the other way round. Write bold = "late"'),
        ('[[inputs]]\nslug = "d"\nshape = "rating"\nconfidence = "maybe"\n', "inputs[2].confidence: expected true, false or 'optional', got 'maybe'."),
        ('[[inputs]]\nslug = "r"\nshape = "rows"\nconfidence = true\n', "inputs[2].confidence: only what is rated or counted is asked in confidence."),
        ('[[inputs]]\nslug = "r"\nshape = "rows"\ncounted = ["askd"]\nfields.asked = "int"\n', "inputs[2].counted: 'askd' is none of asked; did you mean asked?"),
        (COUNTS.replace('"asked"', '"askd"'), "inputs[2].fields.know.at_most: 'askd' is none of asked, name; did you mean asked?"),
        (COUNTS.replace('at_most = "asked"', 'at_most = "know"'), "inputs[2].fields.know.at_most: 'know' is none of asked, name."),
        (COUNTS.replace('at_most = "asked"', 'at_most = "name"'), 'inputs[2].fields.know.at_most: name does not count people. Write name = "int".'),
        (COUNTS.replace('type = "int"', 'type = "short"'), 'inputs[2].fields.know.at_most: know does not count people. Write know = "int".'),
        ('[[inputs]]\nslug = "r"\nshape = "rows"\nreworded = { words = "w", family = "f", version = "v" }\nfields.w = "short"\n', "inputs[2].reworded: 'f' is none of w"),
        ('[[inputs]]\nslug = "r"\nshape = "rows"\ntold_in = "lessons"\n', 'inputs[2].told_in: expected an exercise and its input, got \'lessons\'. Write told_in = "campaign-debrief.lessons".'),
        ('[[inputs]]\nslug = "r"\nshape = "rows"\ntold_in = "a.b"\n', "inputs[2].told_in: such rows are read, so the input has shape rows, fields and nothing else."),
        (figure("g + 1") + '[[figures]]\nname = "g"\nrules = [["a", "f > 1"]]\n', "figures[1].value: f is worked out from itself, by way of g."),
        ('[[columns]]\nof = "leads"\n' + '[[columns.columns]]\nname = "a"\nvalue = "1"\n' * 2, "columns[1].columns[2].name: leads has a column 'a' already."),
        ('[[suggests]]\nwhy = "w"\naction = "Go"\ndue = "soon"\n', "suggests[1].due: 'soon' is no day. Write due = \"+14d\""),
        (MARKS + "sum_to = -5\n", "inputs[2].sum_to: expected a number from 0, got -5."),
        ('[[inputs]]\nslug = "r"\nshape = "rating"\ndims = []\n', "inputs[2].dims: the list is empty."),
        (MARKS + "where = 'valeu > 1'\n", "inputs[2].where: there is nothing called 'valeu' here; did you mean value?"),
        (figure("count(leads.sales == 'typo')"), "figures[1].value: 'leads.sales' is never 'typo'. It may be: G, M, P."),
        (figure("count(leads.sales in 'G, X')"), "figures[1].value: 'leads.sales' is never 'X'."),
        (figure("count('X' != leads.sales)"), "figures[1].value: 'leads.sales' is never 'X'."),
        (figure("1") + "when = 'v == \"stopp\"'\n[[figures]]\nname = 'v'\nrules = [['stop', '1 > 2'], ['go', '']]\n",
         "figures[1].when: 'v' is never 'stopp'; did you mean stop? It may be: stop, go."),
        (MARKS + figure("marks.clear.count('yess')"), "figures[1].value: 'marks.clear' is never 'yess'; did you mean yes? It may be: yes, no."),
        (MARKS + figure("count(marks.clear.top == 'maybe')"), "figures[1].value: 'marks.clear.top' is never 'maybe'. It may be: yes, no."),
        (MARKS + "where = 'sales == \"Z\"'\n", "inputs[2].where: 'sales' is never 'Z'."),
        ('[[inputs]]\nslug = "r"\nshape = "rows"\nfields.heard = "bool"\n' + figure("count(r.heard == 'yes')"),
         "figures[1].value: 'r.heard' is yes or no, and never 'yes'. Write r.heard, or not r.heard."),
        (DEALS + figure("count(deals.kind == 'lost')"), "figures[1].value: 'deals.kind' is never 'lost'. It may be: win, programme."),
        (figure("count(leads.team == 'seller')"), "figures[1].value: 'leads.team' is never 'seller'. It may be: sales, marketing,"),
        (SHOW.replace('"x"', '"{count(leads.sales == \'Q\')}"'), "shows[1].text: 'leads.sales' is never 'Q'."),
        (figure("share()"), "figures[1].value: share(...) takes from 1 values, not 0."),
        (figure("days(1)"), "figures[1].value: days(...) takes 2 values, not 1."),
        (figure("count + 1"), "figures[1].value: 'count' is a function: count(...)."),
        (figure("leads.text.n"), "figures[1].value: 'leads.text' has nothing behind a dot."),
        (figure("1 +"), "figures[1].value: '1 +' does not read as a formula."),
        (figure("2 ** 3"), "figures[1].value: '2 ** 3' holds something that formulas do not have."),
        (figure("1") + "when = 'x > 1'\n", "figures[1].when: there is nothing called 'x' here."),
        ('[[figures]]\nname = "f"\n', "figures[1]: expected value or rules."),
        ('[[figures]]\nname = "f"\nvalue = "1"\nrules = [["a", ""]]\n', "figures[1]: expected value or rules, not both."),
        ('[[figures]]\nname = "f"\nrules = ["a"]\n', 'figures[1].rules[1]: expected a word and a formula'),
        ('[[figures]]\nname = "f-g"\nvalue = "1"\n', "figures[1].name: 'f-g' cannot stand in a formula."),
        ('[[figures]]\nname = "leads"\nvalue = "1"\n', "figures[1].name: 'leads' is the name of something else already."),
        ('[[figures]]\nname = "last"\nvalue = "1"\n', "figures[1].name: 'last' has a meaning of its own in formulas"),
        (figure("1") + "form = 'procent'\n", "figures[1].form: 'procent' is none of"),
        (SHOW.replace('"x"', '"{nn}"'), "shows[1].text: there is nothing called 'nn' here."),
        (SHOW.replace('"x"', '"{1|percnt}"'), "shows[1].text: 'percnt' is not a form; did you mean percent?"),
        (SHOW.replace('"x"', '"{1"'), "shows[1].text: '{1' has a brace that is not closed."),
        (SHOW.replace('text = "x"\n', ""), "shows[1]: the key text is missing."),
        (SHOW.replace("line", "tabel"), "shows[1].kind: 'tabel' is none of"),
        (SHOW.replace("line", "table"), "shows[1].cells: a table takes from 1 to 99, not 0."),
        (SHOW.replace("line", "cards"), "shows[1].of: '' is none of leads, people, pairs"),
        (SHOW + "when = 'leads.value > 3'\n", "shows[1].when: 'leads.value' is a whole column."),
        (SHOW.replace('"x"', '"{leads.value}"'), "shows[1].text: 'leads.value' is a whole column."),
        (SHOW.replace("line", "table") + 'of = "leads"\ncells = ["text", "leads.value"]\n',
         "shows[1].cells[2]: 'leads.value' is a whole column. Write value for that of the row, or one value of it: total(leads.value)."),
        (SHOW.replace("line", "table") + 'of = "leads"\ncells = ["text"]\nsort = "abs(leads.value)"\n', "shows[1].sort: 'leads.value' is a whole"),
        (SHOW.replace("line", "table") + 'of = "leads"\ncells = ["text"]\nwhere = "value > leads.value"\n', "shows[1].where: 'leads.value' is a whole"),
        (SHOW + SHOW, "shows[2].slug: 's' stands there twice."),
        ('[[steps]]\nminute = 0\ninputs = ["lead"]\n', "steps[1].inputs: 'lead' is none of leads; did you mean leads?"),
        ('[[steps]]\nminute = 5\n[[steps]]\nminute = 1\n', "steps: the minutes of the steps have to go up."),
        ('[[parts]]\nslug = "p"\nsteps = [1]\n', "parts[1].steps: there are 0 steps, and no step 1."),
        ('[[columns]]\nof = "leds"\n[[columns.columns]]\nname = "a"\nvalue = "1"\n', "columns[1].of: 'leds' is none of"),
        ('[[groups]]\nslug = "g"\nof = "leads"\nby = ["reson"]\n', "groups[1].by: there is nothing called 'reson' here"),
        ('[[groups]]\nslug = "g"\nof = "leads"\nby = 3\n', 'groups[1].by: expected ["field"]'),
        ('[[suggests]]\nwhy = "w"\nnext = "x"\neach = "led"\n', "suggests[1].each: 'led' is none of"),
        ('[compare]\nfigures = ["f"]\n', "compare.figures: 'f' is none of"),
        ('[[compare.rows]]\nof = "leads"\nvalue = "value"\nmoved = "much"\n', "compare.rows[1].moved: 'much' is not a number."),
        ('[living]\nname = "n"\ninputs = ["x"]\n', "living.inputs: 'x' is none of leads"),
        ('[trial]\ncriteria = "leads"\nkind = "knd"\nallowed = "value"\nweight = "1"\nthreshold = "1"\n',
         "trial.kind: 'knd' is none of"),
        ("[figures]\nx = 1\n", "figures: expected at least one table [[figures]]."),
        (MARKS.replace('of = "leads"', 'of = "leds"'), "inputs[2].of: 'leds' is none of leads; did you mean leads?"),
        (MARKS + "items = ['a']\n", "inputs[2]: of and items do not go together"),
        (MARKS + "low = 5\n", "inputs[2].high: expected more than low (5), got 5."),
        (MARKS.replace('"Y"', '"Yes"'), "inputs[2].choices[1].letter: expected one letter, got 'Yes'."),
        (MARKS.replace("value = 1", 'value = "one"'), "inputs[2].choices[1].value: 'one' is not a number."),
        (DEALS + "fields.a = 'short'\n", "inputs[2].kinds: rows of these kinds have their fields already."),
        ('[[inputs]]\nslug = "d"\nshape = "dots"\nof = "leads"\nconfidence = true\n', "inputs[2].confidence: dots are counted openly."),
        ('[[inputs]]\nslug = "d"\nshape = "dots"\n', "inputs[2]: dots need of or items: what they are put on."),
        ('[[inputs]]\nslug = "r"\nshape = "rows"\nquick = "x"\n', "inputs[2].quick: 'x' is none of"),
        ('[[inputs]]\nslug = "r"\nshape = "rows"\nquick = "s"\npending = ["dun"]\nfields.s = { options = ["done", "doing"] }\n', "inputs[2].pending: 'dun' is none of done, doing"),
        ('[[inputs]]\nslug = "r"\nshape = "rows"\nper = "x"\n', "inputs[2].per: 'x' is none of"),
        ('[[inputs]]\nslug = "r"\nshape = "rows"\nsince = 9\n', "inputs[2]: since, ever and merged are for inputs of kinds."),
        ('[[inputs]]\nslug = "r"\nshape = "rows"\npresets = ["a", "A"]\n', "inputs[2].presets: 'A' stands there twice."),
        ('[[inputs]]\nslug = "r"\nshape = "rows"\nfields.owner = "person"\npresets = [{ text = "a", onwer = "x" }]\n',
         "inputs[2].presets[1].onwer: not a field of r; did you mean owner?"),
        ('[[inputs]]\nslug = "r"\nshape = "rows"\npresets = [{ owner = "x" }]\n', "inputs[2].presets[1]: the key text is missing."),
        ('[[inputs]]\nslug = "r"\nshape = "circle"\n', "inputs[2].shape: 'circle' is none of rows, form, rating, dots"),
        ('[[inputs]]\nslug = "r"\nshape = "rows"\nask_for = 1\n', "inputs[2].ask_for: not a key here"),
    ],
)  # fmt: skip
def test_what_is_off_is_said_with_its_place(tmp_path: Path, text: str, sentence: str) -> None:
    assert off(tmp_path, HEAD + LEADS + text).startswith(f"exercises/x.toml: {sentence}")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (HEAD.replace("title", "titel"), "exercises/x.toml: titel: not a key here; did you mean title?"),
        (HEAD.replace('lead = "both"\n', ""), "exercises/x.toml: the key lead is missing."),
        (HEAD + "least = 11\n", "exercises/x.toml: minutes: 10 is not between least (11) and most (10)."),
        (HEAD + 'usual = "p"\n', "exercises/x.toml: usual: 'p' is none of"),
    ],
)
def test_a_head_that_is_off_is_said_too(tmp_path: Path, text: str, sentence: str) -> None:
    assert off(tmp_path, text + STEPS).startswith(sentence)


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        (
            '[[inputs]]\nslug = "leads"\nshape = "rows"\nword = "lead"\nfields.a = "short"\n',
            "lead: words a=...",
        ),
        (
            '[[inputs]]\nslug = "plan"\nshape = "form"\nfields.a = "short"\nfields.b = "short"\n',
            "plan: a=...; b=...",
        ),
        ('[[inputs]]\nslug = "use"\nshape = "rating"\ndims = ["a", "b"]\n', "use: sales 5 5"),
        ('[[inputs]]\nslug = "d"\nshape = "dots"\nitems = ["x", "y"]\n', "d: sales 1=1 2=2"),
        ('[[inputs]]\nslug = "wins"\nshape = "rows"\nkinds = ["win"]\n', ""),
    ],
)
def test_an_input_that_does_not_say_what_to_type_says_it_all_the_same(
    tmp_path: Path, text: str, ask: str
) -> None:
    (given,) = read_exercise(put(tmp_path, HEAD + text)).inputs
    assert given.ask == ask


def test_a_word_that_may_stand_there_is_no_slip(tmp_path: Path) -> None:
    free = '[[inputs]]\nslug = "r"\nshape = "rows"\nfields.by = { type = "date", options = ["none"] }\nfields.note = "short"\n'
    text = figure(
        "count((leads.sales == 'g') or (leads.sales == '?') or (r.by == 'soon') or (r.note == 'x') or (r.by == 'none'))"
    )
    assert read_exercise(put(tmp_path, HEAD + LEADS + free + text)).figures[0].name == "f"


def test_a_field_of_two_kinds_may_have_the_words_of_either(tmp_path: Path) -> None:
    both = '[[inputs]]\nslug = "told"\nshape = "rows"\nkinds = ["condition", "exposure"]\n'
    text = both + figure("count((told.type == 'trade fair') or (told.type == 'economy'))")
    assert read_exercise(put(tmp_path, HEAD + text)).figures[0].name == "f"


def test_a_value_may_be_called_as_a_field_that_it_rests_on(tmp_path: Path) -> None:
    """`value` in a row is the field, not the figure of that name; a neighbour's value is not the row's own."""
    text = (
        HEAD + LEADS + '[[columns]]\nof = "leads"\n[[columns.columns]]\nname = "dear"\nvalue = "value > 5"\n'
        '[[columns.columns]]\nname = "sum"\nvalue = "first(before.sum, 0) + value"\n'
        '[[figures]]\nname = "value"\nvalue = "count(leads.dear)"\n'
    )
    assert read_exercise(put(tmp_path, text)).figures[0].name == "value"
