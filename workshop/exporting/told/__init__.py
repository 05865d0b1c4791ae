"""What each of the other papers tells besides the minutes."""

from workshop.exporting.told.before import agenda, brief, runsheet
from workshop.exporting.told.personal import slip
from workshop.exporting.told.pocket import pocket
from workshop.exporting.told.upward import sponsor

__all__ = ["agenda", "brief", "pocket", "runsheet", "slip", "sponsor"]
