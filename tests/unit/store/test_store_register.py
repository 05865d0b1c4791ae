"""The register: a reading of the journal that may be thrown away."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.store import START, Place
from workshop.store.register import Register

ROOT = Path(__file__).parents[3]
TEN = Place(1000, 10, "ab" * 16)
TWENTY = Place(2000, 20, "cd" * 16)
ACTIONS = (
    {"id": "A-1", "text": "call the hospital", "owner": "P-1", "status": "open"},
    {"id": "A-2", "text": "price sheet", "owner": "P-2", "status": "open"},
    {"id": "A-3", "text": "reference letter", "owner": "P-1", "status": "done"},
)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """A register with three actions, read up to line 10."""
    register = Register(tmp_path)
    register.refresh(TEN, {"actions": ACTIONS})
    return register


def test_there_is_nothing_before_the_first_refresh(tmp_path: Path) -> None:
    register = Register(tmp_path)
    assert register.watermark() == START
    assert register.table("actions") == []
    assert register.get("actions", "A-1") is None
    assert register.checkpoint() is None
    assert list(tmp_path.iterdir()) == []


def test_documents_are_found_by_id_and_by_what_they_hold(register: Register) -> None:
    assert register.watermark() == TEN
    assert register.table("actions") == list(ACTIONS)
    assert register.get("actions", "A-2") == ACTIONS[1]
    assert register.search("actions", owner="P-1", status="open") == [ACTIONS[0]]
    assert register.search("actions") == list(ACTIONS)
    assert register.search("decisions", owner="P-1") == []


def test_a_refresh_replaces_adds_and_takes_out(register: Register) -> None:
    done = {**ACTIONS[0], "status": "done"}
    new = {"id": "A-4", "text": "new"}
    register.refresh(
        TWENTY, {"actions": [done, new], "decisions": [{"id": "D-1"}]}, {"actions": ["A-2", "A-9"]}
    )
    assert register.table("actions") == [done, ACTIONS[2], new]
    assert register.table("decisions") == [{"id": "D-1"}]
    assert register.watermark() == TWENTY


def test_documents_and_watermark_come_in_one_write(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes: list[bytes] = []
    monkeypatch.setattr(
        "workshop.store.register.replace_file", lambda _, content, **_how: writes.append(content)
    )
    register.refresh(
        TWENTY, {"actions": ACTIONS, "decisions": [{"id": "D-1"}]}, {"actions": ["A-2"]}, {"n": 20}
    )
    assert len(writes) == 1
    assert {"actions", "decisions", "checkpoint", "watermark"} == set(json.loads(writes[0]))


def test_a_document_named_twice_in_one_refresh_stands_once(tmp_path: Path) -> None:
    register = Register(tmp_path)
    register.refresh(TEN, {"actions": [{"id": "A-1", "text": "a"}, {"id": "A-1", "text": "b"}]})
    assert register.table("actions") == [{"id": "A-1", "text": "b"}]


def test_the_checkpoint_stays_until_the_next_one(register: Register) -> None:
    register.refresh(TEN, {}, checkpoint={"meeting": 3, "names": ["Łukasz"]})
    register.refresh(TWENTY, {"actions": [{"id": "A-1"}]})
    assert register.checkpoint() == {"meeting": 3, "names": ["Łukasz"]}
    register.refresh(TWENTY, {}, checkpoint={"meeting": 4})
    assert register.checkpoint() == {"meeting": 4}


def test_a_program_that_lags_behind_does_not_turn_the_register_back(register: Register) -> None:
    register.refresh(TWENTY, {"actions": [{"id": "A-1", "text": "later"}]})
    register.refresh(TEN, {"actions": ACTIONS})
    assert register.watermark() == TWENTY
    assert register.get("actions", "A-1") == {"id": "A-1", "text": "later"}


def test_what_one_program_writes_another_sees_at_once(register: Register, tmp_path: Path) -> None:
    reader = Register(tmp_path)
    assert reader.search("actions", id="A-1") == [ACTIONS[0]]
    register.refresh(TWENTY, {"actions": [{"id": "A-1", "text": "later"}]})
    assert reader.search("actions", id="A-1") == [{"id": "A-1", "text": "later"}]


@pytest.mark.parametrize(
    "content",
    [b"", b"\0\0", b"[]", b"{}", b'{"actions":{"1":{"id":"A-1"}}}', b'{"actions":', b'"\xff"',
     b'{"watermark":{"1":{"shape":1,"place":{"offset":1,"n":1,"hash":"x"}}},"actions":{"one":{}}}',
     b'{"watermark":{"1":{"shape":1,"place":{"offset":1,"n":1,"hash":"x"}}},"actions":[]}',
     b'{"watermark":{"1":{"shape":1,"place":"x"}}}', b'{"watermark":{}}'],
)  # fmt: skip
def test_a_damaged_register_counts_as_absent_and_is_rebuilt(
    register: Register, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "register.json").write_bytes(content)
    assert register.watermark() == START
    assert register.table("actions") == []
    assert register.checkpoint() is None
    register.refresh(TEN, {"actions": ACTIONS[:1]})
    assert register.watermark() == TEN
    assert register.table("actions") == [ACTIONS[0]]


def test_a_deleted_register_is_rebuilt(register: Register, tmp_path: Path) -> None:
    (tmp_path / "register.json").unlink()
    assert register.watermark() == START
    register.refresh(TWENTY, {"actions": ACTIONS})
    assert Register(tmp_path).table("actions") == list(ACTIONS)


def test_a_dropped_register_begins_anew_even_further_back(register: Register) -> None:
    register.drop()
    register.drop()
    assert register.watermark() == START
    register.refresh(Place(100, 1, "ef" * 16), {"actions": ACTIONS[:1]})
    assert register.table("actions") == [ACTIONS[0]]


def test_a_register_of_another_shape_counts_as_absent(register: Register, tmp_path: Path) -> None:
    later = Register(tmp_path, shape=2)
    assert later.watermark() == START
    assert later.table("actions") == []
    later.refresh(TEN, {"actions": [{"id": "A-1", "new": True}]})
    assert later.table("actions") == [{"id": "A-1", "new": True}]
    assert register.watermark() == START


def test_the_room_brings_tinydb_and_the_locks_only_when_they_are_needed() -> None:
    program = "import sys, workshop.store; print(sorted({'tinydb', 'filelock'} & set(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"
