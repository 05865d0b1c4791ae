"""Page one for a channel: what was decided and who does what, to paste or to post by a webhook."""

from workshop.exporting.channels.slack import slack
from workshop.exporting.channels.teams import teams

__all__ = ["slack", "teams"]
