"""An instruction as the words give it, and what may follow the things that it names: new wording, a successor, time."""

import re

import msgspec

from vanban.effects import named, places, times, words
from vanban.effects.acts import Acts
from vanban.effects.named import Listing, Named
from vanban.effects.times import When
from vanban.effects.wording import Clause, Wording
from vanban.model import Unit, Verb, Work
from vanban.rules import Rules
from vanban.rules.effect_phrases import AmendingPhrase, EndingPhrase

_THUS = re.compile(r"\s*(?:[,:]?\s*(?:cu the\s+)?nhu sau|lai nhu sau|thanh)?\s*:?")
_BY = re.compile(
    r"\s*,?\s*(?:tuong ung\s+|lan luot\s+)?(?:bang|thanh|boi|theo|tai|quy dinh tai|duoc quy dinh tai|duoc "
    r"thay the bang)\s+(?:cac\s+|noi dung\s+|quy dinh\s+)*(?:tuong ung\s+)?"
)
_STANDS_AT = re.compile(r"\s+(?:quy dinh |neu )?tai\s+(?=(?:cac\s+)?(?:diem|khoan|dieu)\s)")
# "bằng Phụ lục A kèm theo …": what the document attaches to itself.
_ATTACHED = re.compile(r"\s+(?:ban hanh\s+)?kem(?:\s+theo)?\s+")
_SHORTEST_TITLE = 12
_LIST_LEFT_OUT = re.compile(r"\btru\b[^.;~\n]*\b(?:sau|sau day|duoi day|gom)\s*:\s*$")


class Instruction(msgspec.Struct, frozen=True):
    """One instruction as the words give it; what it leaves to its context is still missing.

    `items` are acted upon; `umbrella` where they only say what the clauses below act on ("một số điều của Luật …");
    `of_words` where it heads changes of words; `opens` where a list of targets follows below. `swaps` are the words
    changed. `anchor` and `place` tell where an insertion goes; `by` what replaces ("bằng Phụ lục II ban hành kèm theo
    Thông tư này"); `payload` is where quoted new wording in the same sentence may begin; `matter` the words that narrow
    a list to a part of what is named ("các quy định về tố cáo trong Luật …").
    """

    row: AmendingPhrase | EndingPhrase
    start: int
    end: int
    items: tuple[Named, ...] = ()
    when: When = When()
    swaps: tuple[words.Swap, ...] = ()
    anchor: tuple[Unit, ...] = ()
    place: str | None = None
    by: tuple[Named, ...] = ()
    umbrella: bool = False
    of_words: bool = False
    opens: bool = False
    payload: int | None = None
    renumbered: tuple[Named, ...] = ()
    matter: str | None = None

    @property
    def verb(self) -> Verb | None:
        """The verb upon a provision; an instruction upon a whole act may have another."""
        return self.row.verb if isinstance(self.row, EndingPhrase) else self.row.unit


class Page(msgspec.Struct, frozen=True):
    """What reading a sentence needs to know of the document."""

    wording: Wording
    acts: Acts
    work: Work
    rules: Rules


def past(shape: re.Pattern[str], folded: str, at: int, end: int) -> int:
    """The end of what `shape` matches at `at`; `at` itself where it matches nothing."""
    match = shape.match(folded, at, end)
    return match.end() if match else at


def finished(page: Page, clause: Clause, row: AmendingPhrase, start: int, listing: Listing, end: int) -> Instruction:
    """What follows the things named: what replaces them, new wording, time."""
    folded = page.wording.folded
    position = listing.end
    by: tuple[Named, ...] = ()
    renumbered: tuple[Named, ...] = ()
    stands_at = (
        _STANDS_AT.match(folded, position, end) if listing.items[-1:] and _is_annexed(listing.items[-1]) else None
    )
    if stands_at and (chains := places.chains_at(page.wording.content, folded, stands_at.end(), end)):
        # "Mẫu số 01 tại điểm a khoản 2 Điều 6 bằng …": where the form is asked for
        position = chains[-1].end if _BY.match(folded, chains[-1].end, end) else position
    replaced = _BY.match(folded, position, end)
    if replaced is not None:
        new = named.read(page.wording, page.acts, replaced.end(), end)
        if new.items and row.unit == "renumber":
            renumbered, position = new.items, new.end
        elif new.items and all(item.act is not None and item.act.own for item in new.items):
            by, position = new.items, new.end
        elif new.items and (after := _own_title(page.wording, new.end, end)) is not None:
            by, position = new.items, after
    thus = _THUS.match(folded, position, end)
    payload = thus.end() if thus and thus.group().strip(" :") and row.unit not in ("repeal",) else None
    if payload is not None:
        return Instruction(row, start, payload, listing.items, by=by, payload=payload, renumbered=renumbered)
    when = times.read(page.wording, page.acts, page.work, position, end, upto(page, clause, end))
    return Instruction(row, start, when.end, listing.items, when, by=by, renumbered=renumbered)


def _is_annexed(item: Named) -> bool:
    return bool(item.path) and item.act is None and item.path[-1].level in ("form", "appendix")


def _own_title(wording: Wording, at: int, end: int) -> int | None:
    """Past "kèm theo" and the title that the document, or one attached to it, has on its first line; None elsewhere.

    As amendments of technical standards do: "Phụ lục A kèm theo Sửa đổi 1:2024 QCVN 05A:2020/BCT".
    """
    folded = wording.folded
    attached = _ATTACHED.match(folded, at, end)
    if attached is None:
        return None
    for start in (0, *(clause.start for clause in wording.clauses if clause.level == "appendix")):
        title = folded[start : folded.find("\n", start)].strip()
        if len(title) >= _SHORTEST_TITLE and folded.startswith(title, attached.end()):
            return attached.end() + len(title)
    return None


def upto(page: Page, clause: Clause, end: int, *, heads_list: bool = False) -> int:
    """Where an exception may end: with the clauses below where the sentence ends the clause with a colon.

    Where the sentence heads a list of what it ends (`heads_list`), the list is the exception's only after "trừ … sau
    đây:"; after "trừ trường hợp quy định tại khoản 3 Điều này:" it tells what is ended.
    """
    wording = page.wording
    if heads_list and _LIST_LEFT_OUT.search(wording.folded, clause.start, end) is None:
        return clause.start + len(wording.content[clause.start : end].rstrip(" :\n"))
    if clause.last < 0 or not wording.content[clause.start : end].rstrip().endswith(":"):
        return end
    return end if wording.content[end : clause.end].strip() else wording.finish(clause)
