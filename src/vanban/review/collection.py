"""The full texts of the documents in force, in the order of the list: the collection of Mẫu 05 (Điều 51 khoản 5)."""

from collections.abc import Iterator

from vanban.archive import Store, plain_text
from vanban.review.listed import Document, ReviewLists


def collection(store: Store, lists: ReviewLists) -> Iterator[tuple[Document, str]]:
    """Each document of the list of those in force with its words as enacted; amending acts stand for themselves."""
    for group in lists.standing:
        for row in group.rows:
            text = plain_text(store, row.document.work)
            if text is not None:
                yield row.document, text.content
