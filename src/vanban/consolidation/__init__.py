"""Enacted text + changes -> expression: the wording of a work on a day, every word with its origin.

The face of the room. `upon` (changes out of an archive) asks the timeline, so it is imported by its own name.
"""

from vanban.consolidation.change import Change, in_order
from vanban.consolidation.consolidating import consolidate

__all__ = ["Change", "consolidate", "in_order"]
