"""The full-screen program: a thin face over the same commands and facts as the line mode."""

from workshop.tui.app import Looks, WorkshopApp, open_program

__all__ = ["Looks", "WorkshopApp", "open_program"]
