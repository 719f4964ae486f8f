"""The table `part_openings`: the words that open a part of a document that is not law."""

from typing import Literal

from vanban.rules.row import PatternRow


class PartOpening(PatternRow, frozen=True, kw_only=True):
    """Words with which a line opens a part: the request among the grounds ("Theo đề nghị của …"), the body, the foot,
    the recipients in it, the line of the kept copy among them, the authority of a deputy to sign.

    The pattern is matched from the beginning of a folded line.
    """

    opens: Literal["request", "body", "foot", "recipients", "kept-copy", "deputy"]
