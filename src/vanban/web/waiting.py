"""What somebody reads whose page takes long to make (the faults of a whole archive): it opens when it is done."""

from vanban.web.page import Face, answer_html
from vanban.web.shelf import Answer

# Longer than every page about one document takes; shorter than somebody looks at an empty window.
PATIENCE_SECONDS = 5.0
_ACCEPTED = 202


def wait_a_while(face: Face) -> Answer:
    """The page that asks for itself again."""
    return answer_html("waiting.html", face, {}, _ACCEPTED)
