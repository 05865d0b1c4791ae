"""How a meeting moves: commands are decided into facts, facts are folded into the state; all of it pure."""

from workshop.facilitation.deciding import decide
from workshop.facilitation.deciding.closing import check_rows, reveal
from workshop.facilitation.deciding.home import home
from workshop.facilitation.fold import fold
from workshop.facilitation.house import House

__all__ = ["House", "check_rows", "decide", "fold", "home", "reveal"]
