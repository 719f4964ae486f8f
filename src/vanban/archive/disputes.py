"""Citations whose words deny what the cited work prints: a wrong date, year or type, in one of the two."""

from collections.abc import Iterator

from vanban.archive.pointers import disputed_references
from vanban.archive.rows import StoredFinding
from vanban.archive.store import Store
from vanban.model import Finding


def disagreements(store: Store, work: str | None = None) -> Iterator[StoredFinding]:
    """A finding `citation-disagrees` for every reference that names a work here otherwise than it names itself.

    Of the whole archive, or of the citing `work`; sorted by citing work and place in its text, streamed. A view over
    today's resolutions: nothing of it is stored.
    """
    for reference, sha256 in disputed_references(store, work):
        meant = reference.resolution.work or ", ".join(reference.resolution.candidates)
        details = {"what": ", ".join(reference.resolution.mismatches), "meant": meant}
        finding = Finding("citation-disagrees", "warning", reference.start, reference.end, details)
        yield StoredFinding(reference.work, sha256, finding)
