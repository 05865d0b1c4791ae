"""The workspace: journal, people, boxes, register and shelves put together, and what can be asked of them."""

from workshop.workspace.core import Workspace
from workshop.workspace.done import Done
from workshop.workspace.history import Standing, standing

__all__ = ["Done", "Standing", "Workspace", "standing"]
