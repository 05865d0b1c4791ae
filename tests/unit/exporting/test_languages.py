"""Papers in the language of the setting: every fixed word has its German one, people's words stay, figures read as usual there."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from workshop.errors import ShelfError
from workshop.exporting import channels, jsonfile, mail, markdown, plaintext
from workshop.exporting.digest import Minutes, Source, digest
from workshop.exporting.formats import format_for
from workshop.exporting.language import Language, language, read, speaking
from workshop.exporting.look import Look
from workshop.exporting.markdown.reading import corrections
from workshop.exporting.pages import page
from workshop.library import load
from workshop.shelves import shelf

CODE = Path(jsonfile.__file__).parents[1]
GERMAN = shelf("exports") / "languages" / "de.toml"
Compare = Callable[[str, str], None]


def _in_templates() -> Iterator[str]:
    environment = Environment(autoescape=True)
    for path in sorted(shelf("exports").rglob("*.jinja")):
        tree = environment.parse(path.read_text(encoding="utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("_", "_n"):
                texts = [given.value for given in call.args if isinstance(given, nodes.Const)]
                yield from texts[-1:]
        for used in tree.find_all(nodes.Filter):
            if used.name == "count":
                texts = [given.value for given in used.args if isinstance(given, nodes.Const)]
                yield "{n} " + (texts[1] if len(texts) > 1 else f"{texts[0]}s")


def _in_code() -> Iterator[str]:
    for path in sorted(CODE.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
                continue
            if call.func.id == "say":
                yield from (text for given in call.args for text in _texts(given))
            elif call.func.id == "count":
                yield from [text for given in call.args for text in _texts(given)][-1:]
    yield from (
        "Number",
        "Value",
        "Period",
        "Target",
        "Worked out from",
        "Before",
        "Remark",
    )  # heads of a table
    yield from ("{n} carried over", "{n} not due yet", "{n} new")  # said where they are counted


def _texts(given: ast.expr) -> Iterator[str]:
    """The texts that an argument can be: of `a if b == c else d` those of a and d."""
    if isinstance(given, ast.IfExp):
        yield from (*_texts(given.body), *_texts(given.orelse))
    elif isinstance(given, ast.BoolOp):
        yield from (text for part in given.values for text in _texts(part))
    elif isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield given.value


def test_every_text_of_templates_and_code_has_a_german_one() -> None:
    tables = read(GERMAN)
    known = {key for table in tables.values() for key in table}
    assert {*_in_templates(), *_in_code()} - known == set()


def test_no_german_text_is_left_over() -> None:
    assert read(GERMAN)["texts"].keys() - {*_in_templates(), *_in_code()} == set()


def test_every_label_of_a_kind_and_of_its_fields_has_a_german_one() -> None:
    tables = read(GERMAN)
    known = {key for table in tables.values() for key in table}
    kinds = load().kinds
    labels = {kind.label for kind in kinds if kind.section != "private"}
    labels |= {field.label for kind in kinds for field in kind.fields if field.label}
    assert labels - known == set()


def test_each_text_stands_once_in_the_catalogue() -> None:
    tables = read(GERMAN)
    keys = [key for table in tables.values() for key in table]
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []


def test_a_gap_that_the_english_text_lacks_is_named(tmp_path: Path) -> None:
    path = tmp_path / "de.toml"
    path.write_text('[texts]\n"by {who}" = "von {wem}"\n', encoding="utf-8")
    with pytest.raises(ShelfError, match="wem"):
        read(path)


def test_the_minutes_in_german(source: Source, agrees_with: Compare) -> None:
    german = digest(replace(source, settings=replace(source.settings, locale="de_DE")))
    agrees_with("minutes.de.md", markdown.render(german).decode())
    agrees_with("minutes.de.html", page(german, Look()).partition("<body>")[2])
    agrees_with("minutes.de.txt", plaintext.render(german).decode())


def test_the_results_in_german(results: Minutes, agrees_with: Compare) -> None:
    text = markdown.render(replace(results, locale="de_DE")).decode()
    agrees_with("results.de.md", text[text.index("## Eröffnung") : text.index("## Aktionskalender")])


def test_mail_and_channels_speak_the_same_language(minutes: Minutes) -> None:
    german = replace(minutes, locale="de_DE")
    assert next(mail.letters(german, ())).subject.endswith(": Protokoll (Entwurf)")
    assert "Gemeinsames Ziel" in channels.slack(german).decode()
    assert "Gemeinsames Ziel" in channels.teams(german).decode()


@pytest.mark.parametrize("name", ["ics", "ics-days", "taskwarrior"])
def test_what_a_calendar_says_of_an_action_is_in_the_language_of_the_minutes(
    minutes: Minutes, name: str
) -> None:
    def told(locale: str) -> str:
        text = format_for(name).write(replace(minutes, locale=locale), Look()).decode()
        return text.replace("\r\n ", "")

    assert all(word in told("en_GB") for word in ("Owner: Inés", "Done when: sheet linked", "From: N-11"))
    german = told("de_DE").replace("\\,", ",")
    assert all(
        word in german
        for word in ("Zuständig: Inés", "Hilft: Inés", "Erledigt, wenn: sheet linked", "Aus: N-11")
    )
    assert not any(word in told("de_DE") for word in ("Owner:", "Helps:", "Done when:", "From:"))


def test_data_for_programs_are_the_same_in_every_language(minutes: Minutes) -> None:
    german = jsonfile.render(replace(minutes, locale="de_DE")).decode()
    assert german.replace('"de_DE"', '"en_GB"') == jsonfile.render(minutes).decode()


def test_words_of_people_are_the_same_in_every_language(minutes: Minutes) -> None:
    german = markdown.render(replace(minutes, locale="de_DE")).decode()
    texts = [row.text for row in (*minutes.agreements, *minutes.quotes)]
    texts += [*(row.text for row in minutes.decisions), *(row.text for row in minutes.actions)]
    for text in texts:
        assert " ".join(text.split()) in german.replace("\\", "")


def test_german_markdown_reads_back(minutes: Minutes) -> None:
    german = replace(minutes, locale="de_DE")
    text, row = markdown.render(german).decode(), minutes.actions[0]
    assert corrections(german, text).proposals == ()
    found = corrections(german, text.replace(row.text, "Other words for it", 1))
    assert [(said.ref, said.after) for said in found.proposals] == [(row.id, "Other words for it")]


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("4,666.67 EUR", "4.666,67 EUR"),
        ("45.0 %", "45,0 %"),
        ("3.92 (n=5)", "3,92 (n=5)"),
        ("gap -1.95, n=9", "Abstand -1,95, n=9"),
        ("DosaMax 3, 1 June 2026, tier 2.", "DosaMax 3, 1. Juni 2026, Stufe 2."),
        ("31 February 2026", "31 February 2026"),
        ("at 10:30 on 3.4.2026", "at 10:30 on 3.4.2026"),
        ("by consent, with Clara Vogt to decide", "im Konsent, Clara Vogt entscheidet"),
        ("Break 10 to 5 min", "Pause 10 auf 5 min"),
        ("to 25 minutes", "auf 25 Minuten"),
        ("N-7 rival lacks rival.", "N-7: noch unvollständig (Mitbewerber)."),
        (
            "lead 3, 4 lack reason (lead-sample-review).",
            "lead 3, 4: noch unvollständig (Grund, lead-sample-review).",
        ),
        ("M-1/3 is parked; what becomes of it?", "M-1/3 ist geparkt; was wird daraus?"),
    ],
)
def test_figures_and_sentences_of_the_program_are_said_in_german(english: str, german: str) -> None:
    assert language("de_DE").told(english) == german
    assert language("en_GB").told(english) == english


def test_what_an_early_close_left_open_is_one_line_in_the_language_of_the_paper(minutes: Minutes) -> None:
    told = ("A-1 has no owner.", "The number 'win rate' has no period.", "When do you meet next?")
    german = replace(minutes, early="Alarm", left_open=told, locale="de_DE")
    line = "ffen geblieben: A-1: niemand zuständig. Die Zahl „Erfolgsquote“ hat keinen Zeitraum. Wann ist das nächste Treffen?"
    assert f"o{line}" in markdown.render(german).decode()
    assert f"O{line}" in page(german, Look())


def test_plurals_follow_the_rules_of_the_language() -> None:
    polish = Language(
        "pl_PL", {"texts": {"{n} days": {"one": "{n} dzień", "few": "{n} dni", "other": "{n} dnia"}}}
    )
    assert [polish.count(n, "{n} day", "{n} days") for n in (1, 2)] == ["{n} dzień", "{n} dni"]


def test_words_that_a_language_lacks_stay_english(minutes: Minutes) -> None:
    finnish = markdown.render(replace(minutes, locale="fi_FI")).decode()
    assert "## Decisions" in finnish


def test_a_team_lays_its_own_words_over_ours(tmp_path: Path, minutes: Minutes) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "de.toml").write_text('[texts]\n"Decisions" = "Entscheide"\n', encoding="utf-8")
    with speaking("de_CH", tmp_path) as spoken:
        assert spoken.say("Decisions") == "Entscheide"
        assert spoken.say("Actions") == "Aufgaben"
    assert "Entscheide" in page(replace(minutes, locale="de_DE"), Look(own=tmp_path))


def test_hostile_words_of_a_language_file_become_no_markup(tmp_path: Path, minutes: Minutes) -> None:
    (tmp_path / "languages").mkdir()
    words = '[texts]\n"Decisions" = "<script>1</script>"\n" of " = "</style><script>2</script>"\n'
    (tmp_path / "languages" / "de.toml").write_text(words, encoding="utf-8")
    assert "<script" not in page(replace(minutes, locale="de_DE"), Look(own=tmp_path))


def test_bars_of_the_teams_look_the_same_in_every_language(results: Minutes) -> None:
    tones = [
        page(replace(results, locale=name), Look()).count('class="stroke two"') for name in ("en_GB", "de_DE")
    ]
    assert tones[0] == tones[1] > 0


@pytest.mark.parametrize(
    ("cell", "german"),
    [
        ("16 March 2026", "16. März 2026"),
        ("seen 16 March 2026", "seen 16 March 2026"),
        ("27,000 CHF", "27.000 CHF"),
        ("3.40 (n=5)", "3,40 (n=5)"),
        ("12.5 h", "12,5 h"),
        ("from 1.5 to 2.5 of it", ""),
    ],
)
def test_a_cell_is_changed_only_where_a_figure_stands_alone(cell: str, german: str) -> None:
    assert language("de_DE").figure(cell) == (german or cell)


@pytest.mark.parametrize(
    ("text", "german"),
    [
        ("17 March 2026", "17. März 2026"),
        ("GO on 1 May 2026: readiness 92.3 %", "GO on 1. Mai 2026: readiness 92,3 %"),
        ("31 February 2026", "31 February 2026"),
        ("117 March 2026", "117 March 2026"),
    ],
)
def test_days_in_results_are_written_as_usual_there(text: str, german: str) -> None:
    assert language("de_DE").figures(text) == german


def test_a_cell_that_is_a_day_is_written_so_and_one_with_more_words_stays() -> None:
    assert language("de_DE").figure("17 March 2026") == "17. März 2026"
    assert language("de_DE").figure("before 17 March 2026") == "before 17 March 2026"
    assert language("en_US").figure("17 March 2026") == "March 17, 2026"
    assert language("en_GB").is_plain
    assert not language("en_US").is_plain
