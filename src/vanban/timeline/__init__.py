"""Effects -> periods of force, per provision, each edge with its reason; "status" is a question with a date."""

from vanban.timeline.explanation import explain
from vanban.timeline.periods import periods
from vanban.timeline.status import Part, Status, locate, status

__all__ = ["Part", "Status", "explain", "locate", "periods", "status"]
