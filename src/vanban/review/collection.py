"""The full texts of the documents in force, in the order of the list: the collection of Mẫu 05 (Điều 51 khoản 5)."""

from collections.abc import Iterator

from vanban.archive import Store, contents
from vanban.review.listed import Document, ReviewLists


def collection(store: Store, lists: ReviewLists) -> Iterator[tuple[Document, str]]:
    """Each document of the list of those in force with its words as enacted; amending acts stand for themselves."""
    documents = {row.document.work: row.document for group in lists.standing for row in group.rows}
    yield from ((documents[work], content) for work, content in contents(store, documents))
