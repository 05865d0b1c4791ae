"""people.json: the names behind the ids."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop.errors import Damaged, NewerFile, NotFound, NotStored
from workshop.store import PeopleFile, Profile

HOSTILE = ["Łukasz", "O'Brien", "Şahin", 'Ana "the" Ruiz', "two\nlines", "\x1b[31m", "{{ name }}", "名前", ""]


def test_a_workspace_without_the_file_has_nobody(tmp_path: Path) -> None:
    people = PeopleFile(tmp_path)
    assert people.read() == ()
    assert people.next_id() == "P-1"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_comes_back_as_it_was_given(tmp_path: Path, name: str) -> None:
    profile = Profile("P-1", name, "buyer", "x@example.org")
    PeopleFile(tmp_path).put(profile)
    assert PeopleFile(tmp_path).read() == (profile,)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=5))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("quick_disk")
def test_any_names_keep_their_order(tmp_path: Path, names: list[str]) -> None:
    (tmp_path / "people.json").unlink(missing_ok=True)
    people = PeopleFile(tmp_path)
    for name in names:
        people.put(Profile(people.next_id(), name))
    assert [profile.name for profile in people.read()] == names
    assert [profile.id for profile in people.read()] == [f"P-{number}" for number in range(1, len(names) + 1)]


def test_putting_an_id_again_changes_that_person_in_place(tmp_path: Path) -> None:
    people = PeopleFile(tmp_path)
    for profile in (
        Profile("P-1", "Ana Ruiz"),
        Profile("P-2", "Jonas Weber"),
        Profile("P-1", "Ana Ruiz-Gil"),
    ):
        people.put(profile)
    assert [profile.name for profile in people.read()] == ["Ana Ruiz-Gil", "Jonas Weber"]


def test_a_forgotten_person_leaves_the_id_and_a_stand_in(tmp_path: Path) -> None:
    people = PeopleFile(tmp_path)
    people.put(Profile("P-1", "Ana Ruiz", "buyer", "ana@example.org"))
    people.forget("P-1", "a former colleague")
    assert people.read() == (Profile("P-1", "a former colleague"),)
    assert people.next_id() == "P-2"
    assert b"Ana" not in (tmp_path / "people.json").read_bytes()


def test_somebody_unknown_cannot_be_forgotten(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="P-9"):
        PeopleFile(tmp_path).forget("P-9", "nobody")


def test_half_a_character_in_a_name_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    people = PeopleFile(tmp_path)
    people.put(Profile("P-1", "Ana"))
    with pytest.raises(NotStored, match=r"U\+D83D"):
        people.put(Profile("P-2", "Jonas \ud83d"))
    assert people.read() == (Profile("P-1", "Ana"),)


@pytest.mark.parametrize(
    "content",
    [b"", b"\0", b"[]", b'{"schema":1}', b'{"schema":1,"people":[{"id":"P-1"}]}', b'{"people":[]}', b'{"schema":1,"people":[{"id":1,"name":"x"}]}', b'"\xff"'],
)  # fmt: skip
def test_a_damaged_file_says_what_to_do_and_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "people.json"
    path.write_bytes(content)
    with pytest.raises(Damaged, match=r"people\.json.*backup"):
        PeopleFile(tmp_path).read()
    with pytest.raises(Damaged):
        PeopleFile(tmp_path).put(Profile("P-1", "Ana"))
    assert path.read_bytes() == content


def test_an_id_that_stands_twice_is_said(tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text(
        '{"schema":1,"people":[{"id":"P-1","name":"a"},{"id":"P-1","name":"b"}]}', encoding="utf-8"
    )
    with pytest.raises(Damaged, match="P-1 twice"):
        PeopleFile(tmp_path).read()


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "people.json"
    path.write_bytes(b'{"schema":2,"everybody":{}}')
    with pytest.raises(NewerFile, match=r"people\.json"):
        PeopleFile(tmp_path).put(Profile("P-1", "Ana"))
    assert path.read_bytes() == b'{"schema":2,"everybody":{}}'


def test_a_file_filled_by_hand_may_leave_role_and_address_out(tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text(
        '{"schema":1,"people":[{"id":"P-4","name":"Ana"}]}', encoding="utf-8"
    )
    assert PeopleFile(tmp_path).read() == (Profile("P-4", "Ana"),)
    assert PeopleFile(tmp_path).next_id() == "P-5"


def test_only_the_owner_reads_the_names(tmp_path: Path) -> None:
    PeopleFile(tmp_path).put(Profile("P-1", "Ana"))
    assert stat.S_IMODE((tmp_path / "people.json").stat().st_mode) == 0o600
