"""An action: something that a key does."""

from __future__ import annotations

from typing import Literal

from workshop.model.values import dataclass

Where = Literal["everywhere", "home", "plan", "room", "close", "actions", "record"]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done; `action_<id>` does it, on the program or on the screen of that name."""

    id: str
    """Words with hyphens; the name in the table `[keys]` of the settings."""
    key: str
    """As in Textual, several with commas: `f9,pagedown`, `]`, `space`."""
    label: str
    """One or two words for footer and palette, the verb first."""
    help: str
    """One sentence."""
    where: Where = "everywhere"
    priority: bool = False
    """Wins over what the focused widget does with the key: for keys that a text area has of its own."""

    @property
    def method(self) -> str:
        """The name Textual calls, without `action_`."""
        return self.id.replace("-", "_")
