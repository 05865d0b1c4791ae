"""An exercise as it lies on the shelf: script, inputs, formulas, what is shown, suggested and compared."""

from __future__ import annotations

from typing import Literal, get_args

from workshop.model.agenda import Lead
from workshop.model.exercise_inputs import SHAPES, Choice, Dimension, Input, Item, Shape, Who
from workshop.model.values import dataclass

__all__ = [
    "FORMS",
    "SHAPES",
    "SHOW_KINDS",
    "Brings",
    "Cell",
    "Choice",
    "Column",
    "Columns",
    "Compare",
    "CompareRows",
    "Dimension",
    "Exercise",
    "Figure",
    "Form",
    "Group",
    "Input",
    "Item",
    "Living",
    "Part",
    "Rule",
    "Shape",
    "Show",
    "ShowKind",
    "Spread",
    "Step",
    "Suggest",
    "Trial",
    "Who",
]

Form = Literal[
    "text", "count", "number", "rating", "score", "percent", "money", "unit-money", "days", "hours", "ratio",
    "bridge", "yes-no",
]  # fmt: skip
"""How a value reads: the places of rule 4."""
FORMS: tuple[Form, ...] = get_args(Form)
ShowKind = Literal["line", "banner", "table", "bars", "four-box", "matrix", "funnel", "cards"]
SHOW_KINDS: tuple[ShowKind, ...] = get_args(ShowKind)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the script."""

    minute: int
    """Minute mark at which it begins, for the usual length; other lengths stretch it."""
    say: str = ""
    """Words to say aloud."""
    say_open: str = ""
    """Words in their place where what is asked in confidence is an open round here."""
    do: str = ""
    """What the facilitator does meanwhile."""
    inputs: tuple[str, ...] = ()
    """Inputs that are typed in this step; the first takes lines without a word in front."""
    shows: tuple[str, ...] = ()
    """Slugs of what is on screen in this step."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One word of a verdict, and when it holds; the first that holds counts."""

    then: str
    when: str
    """A formula; empty always holds."""


@dataclass(frozen=True, slots=True)
class Column:
    """A value for each row of an input or a group: a formula, or a verdict."""

    name: str
    value: str = ""
    rules: tuple[Rule, ...] = ()
    label: str = ""
    form: Form = "number"


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns added to the rows of one input or group."""

    of: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """A field by which rows are gathered, and the weight a mention in it has."""

    field: str
    weight: str = "1"


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of an input gathered by the words of one or more fields."""

    slug: str
    of: str
    by: tuple[Spread, ...]
    where: str = ""
    """A formula over the row; only rows for which it holds are gathered."""
    columns: tuple[Column, ...] = ()
    """Formulas in which the fields are columns of the rows gathered; `weight` is the weight of each mention."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of the whole exercise."""

    name: str
    value: str = ""
    rules: tuple[Rule, ...] = ()
    label: str = ""
    form: Form = "number"
    n: str = ""
    """A formula for the n behind it."""
    step: str = ""
    """A formula for what one step of one person moves it by, where that is not 1/n (rule 5)."""
    when: str = ""
    """A formula; where it does not hold the figure is not shown."""
    why_not: str = ""
    """What is said instead: `not shown (n below 10)`."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of a table: what is in it, and its head."""

    value: str
    """A name or formula over the row."""
    label: str = ""
    form: Form | Literal[""] = ""
    """Empty takes the form of the column, of the field, or of a rating's mean."""


@dataclass(frozen=True, slots=True)
class Show:
    """Something for the room and the minutes."""

    slug: str
    kind: ShowKind
    title: str = ""
    of: str = ""
    """The input or group whose rows it shows."""
    text: str = ""
    """Words with `{formula}` or `{formula|form}` in them: of a line, of a banner its reason, of a card its head, of a
    matrix what stands in a box in place of its rows (`{count}`)."""
    cells: tuple[Cell, ...] = ()
    """Columns of a table; of a banner the verdict; of bars and a funnel the values; of a four-box what its fields are,
    of a matrix its rows and columns. Without `of` each cell of a table or of bars is a line."""
    where: str = ""
    """A formula over the row: only rows for which it holds."""
    sort: str = ""
    """A formula over the row, largest first; ties keep entry order. A leading `-` turns it round."""
    top: int = 0
    """At most so many rows; 0 means all."""
    when: str = ""
    """A formula: only where it holds."""
    bold: str = ""
    """A formula over the row: rows that stand out."""
    bold_means: str = ""
    """What it says of a row that it stands out; said below where rows do."""
    room: bool = True
    """On screen and on the audience's screen."""
    minutes: bool = True


@dataclass(frozen=True, slots=True)
class Suggest:
    """A draft that becomes real only when it is confirmed."""

    why: str
    """Words with `{formula}` in them."""
    each: str = ""
    """An input or group: one draft for each row for which `when` holds."""
    when: str = ""
    sort: str = ""
    """A formula over the row, largest first; a leading `-` turns it round."""
    most: int = 0
    """At most so many drafts; 0 means all."""
    action: str = ""
    """Text of the action, beginning with a verb."""
    owner: str = ""
    due: str = ""
    """`+14d`, a formula's field as `{due}`, or empty for the next meeting."""
    done_when: str = ""
    decision: str = ""
    parking: str = ""
    dispute: str = ""
    next: str = ""
    """Slug of the exercise to do next."""
    line: str = ""
    """A line as it would be typed: an entry that belongs into the record."""


@dataclass(frozen=True, slots=True)
class CompareRows:
    """A column compared row by row with the last run, where the text of the row is the same."""

    of: str
    value: str
    label: str = ""
    form: Form | Literal[""] = ""
    n: str = ""
    step: str = ""
    """As of a figure."""
    by: str = ""
    """A column that says which rows are the same, in place of their text."""
    moved: str = "0"
    """Only differences of at least so much are listed."""


@dataclass(frozen=True, slots=True)
class Compare:
    """What is set beside the last run."""

    figures: tuple[str, ...] = ()
    same: str = ""
    """A formula; only runs in which it comes to the same are compared: the same segment, the same draft."""
    rows: tuple[CompareRows, ...] = ()
    words: tuple[str, ...] = ()
    """Inputs of which rows added and dropped are named."""
    runs: int = 1
    """How many earlier runs are kept and shown."""


@dataclass(frozen=True, slots=True)
class Living:
    """A result that lives on: later meetings show it, use it and change it."""

    name: str
    """`lead definition`"""
    title: str = ""
    """Title of the sheet."""
    inputs: tuple[str, ...] = ()
    """What belongs to it; a change of any of these is a new version."""
    shows: tuple[str, ...] = ()
    """What its sheet prints."""
    signed: str = ""
    """The input whose rows sign it (fields `person`)."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A scoring rule that can be tried on the firm's own rows from a CSV file."""

    criteria: str
    """The input whose rows are the criteria."""
    kind: str
    allowed: str
    weight: str
    threshold: str
    """Fields of the criteria, and the formula of the threshold."""


@dataclass(frozen=True, slots=True)
class Part:
    """A shorter way through the exercise that an agenda may ask for."""

    slug: str
    steps: tuple[int, ...] = ()
    """Steps by their place, from 1; empty means all."""
    title: str = ""
    prompts: tuple[str, ...] = ()
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Brings:
    """What each side has ready when it begins."""

    sales: str = ""
    marketing: str = ""
    guests: str = ""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise or building block."""

    slug: str
    title: str
    purpose: str
    lead: Lead
    minutes: int
    least: int = 0
    """Fewest and most minutes; 0 means as usual."""
    most: int = 0
    block: bool = False
    """A building block, used inside segments."""
    seeds: tuple[str, ...] = ()
    cadence: str = ""
    usual: str = ""
    """The part that is meant where a segment names none."""
    brings: Brings = Brings()
    steps: tuple[Step, ...] = ()
    inputs: tuple[Input, ...] = ()
    columns: tuple[Columns, ...] = ()
    groups: tuple[Group, ...] = ()
    figures: tuple[Figure, ...] = ()
    shows: tuple[Show, ...] = ()
    suggests: tuple[Suggest, ...] = ()
    compare: Compare = Compare()
    living: Living | None = None
    trial: Trial | None = None
    parts: tuple[Part, ...] = ()

    def input(self, slug: str) -> Input | None:
        """The input of that slug."""
        return next((known for known in self.inputs if known.slug == slug), None)

    def part(self, slug: str) -> Part | None:
        """The part of that slug."""
        return next((known for known in self.parts if known.slug == slug), None)

    def script(self, part: str = "") -> tuple[Step, ...]:
        """The steps of a part; all of them where there is no such part."""
        chosen = self.part(part)
        if chosen is None or not chosen.steps:
            return self.steps
        return tuple(self.steps[place - 1] for place in chosen.steps)
