"""The demo on a terminal: the minutes of two meetings, then the firm's room with a tour of five keys."""

from __future__ import annotations

from pathlib import Path

from terminal import Terminal


def test_the_demo_opens_the_room_in_the_middle_of_a_meeting_and_leads_through_five_keys(
    tmp_path: Path,
) -> None:
    with Terminal("demo", "--into", tmp_path / "demo") as terminal:
        terminal.wait("1 of 5", "4/6 Field headlines")
        assert len(list((tmp_path / "demo" / "minutes").glob("*.pdf"))) == 2
        terminal.press("F1")
        terminal.wait("esc closes")
        terminal.press("enter")
        terminal.wait("1 of 5", gone="esc closes")  # an enter elsewhere is not the one asked for
        terminal.enter("o: ten weeks is too long @jonas", "N-73 objection · Jonas Beck")
        terminal.wait("2 of 5")
        terminal.press("F2")
        terminal.wait("3 of 5")
        terminal.enter("send the list @ben >fri", "A-16 Ben Osei: send the list")
        terminal.press("F6")
        terminal.wait("4 of 5", "Field headlines 6 -> 11, One problem 7 -> 4.")
        terminal.press("F9")
        terminal.wait("5 of 5", "5/6 One problem")
        terminal.press("esc")
        terminal.wait("That was the tour.", gone="5 of 5")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
