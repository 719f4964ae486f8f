"""The name of a document: its printed title, or "V/v …", in the case of running text, after the habits of its type."""

from functools import cache

from vanban.identification.enacting import Enacting, party_title
from vanban.identification.header import Header
from vanban.identification.lines import Line
from vanban.identification.title import (
    Title,
    letters_of,
    read_dispatch_title,
    read_title,
    sentence_case,
    small_letters,
    without_authority,
    without_issuer,
    without_number,
)
from vanban.identification.type_line import type_name_end
from vanban.rules import Rules
from vanban.rules.document_types import DocumentType

# The name of these acts begins with the name of their type: "Luật Đường bộ".
NAMED_BY_TYPE = ("luat", "bo-luat", "phap-lenh", "hien-phap")


@cache
def _rows(rules: Rules) -> dict[str, DocumentType]:
    return {row.id: row for row in rules.document_types}


def type_row(name: str, rules: Rules) -> DocumentType | None:
    """The row of a type id; None for ""."""
    return _rows(rules).get(name)


def name_of(
    content: str,
    lines: tuple[Line, ...],
    header: Header,
    enacting: Enacting | None,
    row: DocumentType | None,
    rules: Rules,
) -> Title:
    """The printed title in sentence case where the enacting line has the same words; acts named by type begin so."""
    if header.type_ids:
        # A treaty's name holds the word for its kind: "Hiệp định …".
        length = 0 if row is not None and row.id == "dieu-uoc" else type_name_end(lines[header.title], rules)
        title = read_title(content, lines, header.title, length, rules)
    else:
        title = read_dispatch_title(content, lines, min(header.body + 4, len(lines)), header.place)
    running = enacting.title if enacting else ""
    if not running and header.type_ids:
        for line in lines[title.after : title.after + 12]:
            if found := party_title(line):
                running = found[1]
                break
    printed = without_authority(title.words, header.bodies, rules)
    printed = without_number(without_issuer(printed, rules) or printed)
    named = row
    if row is not None and row.id == "van-ban-hop-nhat" and header.type_ids:
        named = type_row(header.type_ids[0], rules)  # its title is the name of its base act: "Luật Thủy sản"
    if not running or letters_of(printed) != letters_of(running)[: len(letters_of(printed))]:
        running = small_letters(printed, lines[title.after :]) or running
    by_type = named is not None and (named.id in NAMED_BY_TYPE or named is not row)
    words = sentence_case(printed, running, named.name if named else "", by_type)
    return Title(words, title.span, title.after)
