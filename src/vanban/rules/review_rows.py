"""The tables of the statutory lists: forms, legal cases, who must review what, the order, forms of handling."""

from typing import Literal

import msgspec

from vanban.rules.row import PatternRow, Row

ListKind = Literal["normative", "administrative", "party"]


class FormColumn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column: its heading, its width in centimetres, and what is printed in it."""

    head: str
    width: float
    shows: str


class FormPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One part (A, B; "" where the form has none) with the headings of its groups; `{span}`, `{day}` are filled."""

    id: str
    heading: str = ""
    ended: str = ""
    suspended: str = ""


class ReviewForm(Row, frozen=True, kw_only=True):
    """One form of the appendix of Nghị định 79/2025/NĐ-CP, its words verbatim.

    `over` and `title` head the list; `group` heads the documents of one field; `cover` are the lines of a cover, in
    which `{body}`, `{span}` and `{year}` are filled. A list of our own has no `number` and says so in its `note`.
    """

    number: str
    over: str
    title: str
    columns: tuple[FormColumn, ...]
    parts: tuple[FormPart, ...]
    total: str
    group: str = ""
    note: str = ""
    cover: tuple[str, ...] = ()


class ReviewKind(Row, frozen=True, kw_only=True):
    """One kind of documents that lists are made of. `says` stands for `instead_of` in titles; `note`: under them."""

    kind: ListKind
    says: str
    instead_of: str = "văn bản quy phạm pháp luật"
    note: str = ""


class ReviewWord(Row, frozen=True, kw_only=True):
    """Words of a cell, a note or a title of the lists; `{blanks}` are filled by the list."""

    says: str


class ReviewCase(Row, frozen=True, kw_only=True):
    """Under which case of the law (`case_of_law`, of the table end_reasons) an end falls whose verb does not say.

    `case` is the case of the verb; `by` who set the end: the document itself, a document of the same body or type, or
    another.
    """

    case: str
    by: Literal["self", "same", "other"]
    case_of_law: str


class ReviewResponsible(Row, frozen=True, kw_only=True):
    """Who must review the documents of which issuers.

    `issuers` is a regular expression over the issuer's id; `reviewer` the id of the body that reviews, made of its
    groups ("{issuer}": the issuer itself, "{proposer}": the body on whose proposal the document was made).
    """

    issuers: str
    reviewer: str


class ReviewOrder(Row, frozen=True, kw_only=True):
    """A place in the order of lists for documents that the table legal_ranks does not rank; lower comes first."""

    place: int
    types: tuple[str, ...] = ()
    issuers: str = ""


class ReviewHandling(Row, frozen=True, kw_only=True):
    """One form of handling a reviewed document (Nghị định 79/2025/NĐ-CP, Điều 38), as Mẫu 04 prints it.

    `printed` are the heads under which officers' tables mark it. `listed`: whether Mẫu 04 lists it at all.
    `names_new`: it is about a document still to be made.
    """

    vi: str
    en: str
    printed: tuple[str, ...] = ()
    listed: bool = True
    names_new: bool = False


class ReviewAnnouncement(PatternRow, frozen=True, kw_only=True):
    """A title of decisions that publish lists of documents that have ended."""


class ReviewException(PatternRow, frozen=True, kw_only=True):
    """An exception of an ending clause after which nothing of the ended document goes on."""


class ReviewColumn(Row, frozen=True, kw_only=True):
    """One column of officers' own tables: `heads` are the words that its head begins with."""

    heads: tuple[str, ...]
