"""From a registered document to the line that names it in a list."""

from vanban.identification.name_in_text import name_in_text
from vanban.review.listed import Document
from vanban.review.ordering import field_of
from vanban.review.registered import Registered
from vanban.rules import Rules


def as_document(document: Registered, rules: Rules) -> Document:
    """A document as a line of a list names it."""
    issuer = name_in_text(document.issuer, document.issuer_name, rules)
    return Document(
        document.work, document.type_name, document.issuer, issuer, document.symbol, document.date, document.title,
        field_of(document)[1], document.absent,
    )  # fmt: skip
