"""The table `frame_markers`: lines around the body: legal bases, signature, recipients, attached documents."""

from typing import Literal

from vanban.rules.row import PatternRow


class FrameMarker(PatternRow, frozen=True, kw_only=True):
    """One way in which a line shows that the body has not begun or is over. `pattern` matches from the line's first
    character and captures nothing; with `capitals` the matched words must be printed in capitals.

    `kind`: `basis` a legal basis or the enacting formula, `closing` the signature block or the recipients, `supplied`
    the rider "(Kèm theo Quyết định số …)", `attached` the kind of document that such a rider follows,
    `amended` the title of an amendment of a technical standard, which needs no rider.
    """

    kind: Literal["basis", "closing", "supplied", "attached", "amended"]
    capitals: bool = False
