"""The table `event_conditions`: conditions of an effect that are the start of another act."""

from vanban.rules.row import PatternRow


class EventCondition(PatternRow, frozen=True, kw_only=True):
    """`pattern` is searched in the folded words of a condition that names one act."""
