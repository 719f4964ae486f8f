"""Effects -> periods of force, per provision, each edge with its reason; "status" is a question with a date.

The face of the room. `archived` and `standing` (facts out of an archive, what is in force in it) load the database, so
they are imported by their own names.
"""

from vanban.timeline.changes import Change, changes
from vanban.timeline.checks import check
from vanban.timeline.explanation import explain
from vanban.timeline.inventory import counts_on, states_on
from vanban.timeline.lineage import Kin, lineage
from vanban.timeline.naming import parse_provision, provision_name
from vanban.timeline.periods import periods
from vanban.timeline.status import Part, Status, locate, status

__all__ = [
    "Change", "Kin", "Part", "Status", "changes", "check", "counts_on", "explain", "lineage", "locate",
    "parse_provision", "periods", "provision_name", "states_on", "status",
]  # fmt: skip
