"""The table `legal_ranks`: the order of legal force among the documents of the State."""

from vanban.rules.row import Row


class LegalRank(Row, frozen=True, kw_only=True):
    """One line of the order; 1 is the highest. The first row whose `types` and `issuers` fit decides.

    `types` are ids of `document_types`; `issuers` a regular expression that the issuer's id begins with ("": any).
    """

    rank: int
    types: tuple[str, ...]
    issuers: str = ""
